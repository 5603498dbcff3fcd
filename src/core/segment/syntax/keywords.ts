/** The words of the language: which are reserved, which start a value, and how units are spelled. */
import type { PeriodUnit, RollingUnit } from '../../base/index.ts'
import type { DurationUnit, MeasureFn } from '../tree.ts'

/** Words that cannot be a name without backticks, in any case. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set(
  (
    'and or not in is has where within between under contains starts ends matches any everyone true false ' +
    'count sum avg min max first last age tenure measure'
  ).split(' '),
)

/** Functions over events. `count distinct` is `count` followed by `distinct`. */
export const FUNCTIONS: Readonly<Record<string, MeasureFn>> = {
  count: 'count',
  sum: 'sum',
  avg: 'avg',
  min: 'min',
  max: 'max',
  first: 'first',
  last: 'last',
}

export const DURATION_UNITS: readonly DurationUnit[] = ['minute', 'hour', 'day', 'week']
export const ROLLING_UNITS: readonly RollingUnit[] = [
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'year',
]
export const PERIOD_UNITS: readonly PeriodUnit[] = ['day', 'week', 'month', 'quarter', 'year']

/** `days` and `Day` are both `day`; undefined when the word is not one of `units`. */
export function unitOf<Unit extends string>(
  word: string,
  units: readonly Unit[],
): Unit | undefined {
  const lower = word.toLowerCase()
  return units.find((unit) => lower === unit || lower === `${unit}s`)
}

/** True for names that need no backticks. */
export function isPlainName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !RESERVED_WORDS.has(name.toLowerCase())
}

export const MAX_TEXT_LENGTH = 100_000
export const MAX_DEPTH = 200
/** Below this, and with six decimals, a number survives the store's Decimal(18,6) and prints without exponent. */
export const MAX_NUMBER = 1e12

/** A window reaches back a hundred years at most, so that its edges stay within the engine's calendar. */
export const MAX_COUNTS: Readonly<Record<RollingUnit | PeriodUnit, number>> = {
  minute: 52_560_000,
  hour: 876_000,
  day: 36_500,
  week: 5_200,
  month: 1_200,
  quarter: 400,
  year: 100,
}
