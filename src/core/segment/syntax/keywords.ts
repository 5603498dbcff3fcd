/** The words of the language: which are reserved, which start a value, and how units are spelled. */
import type { PeriodUnit, RollingUnit } from '../../base/index.ts'
import type { CalendarPart, DurationUnit, LengthUnit, MeasureFn } from '../tree.ts'

/** Words that cannot be a name without backticks, in any case. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set(
  (
    'and or not in is has where within between under contains starts ends matches any everyone true false ' +
    'count sum avg min max first last age tenure measure'
  ).split(' '),
)

/** Functions over events whose names are reserved. `count distinct` is `count` followed by `distinct`. */
export const FUNCTIONS: Readonly<Record<string, MeasureFn>> = {
  count: 'count',
  sum: 'sum',
  avg: 'avg',
  min: 'min',
  max: 'max',
  first: 'first',
  last: 'last',
}

/** Functions that give a value; words only when a parenthesis follows, so that names may be spelled like them. */
export const VALUE_CALLS: readonly string[] = [
  'median',
  'nth',
  'gap',
  'streak',
  'most',
  'share',
  'net',
  'trend',
  'score',
  'bucket',
  'distance',
]

/** Functions that are conditions; words only when a parenthesis follows. */
export const CONDITION_CALLS: readonly string[] = [
  'rank',
  'sequence',
  'regular',
  'stopped',
  'restarted',
  'consent',
]

/** Functions of either sort whose inside begins with an event. */
export const SOURCE_CALLS: ReadonlySet<string> = new Set([
  ...Object.keys(FUNCTIONS),
  'any',
  'median',
  'gap',
  'streak',
  'most',
  'share',
  'net',
  'sequence',
  'regular',
  'stopped',
  'restarted',
])

/** Parts of the calendar; words only before `of`. */
export const CALENDAR_PARTS: readonly CalendarPart[] = ['year', 'month', 'day', 'weekday', 'hour']

export const LENGTH_UNITS: readonly LengthUnit[] = ['m', 'km', 'mi']

const LENGTH_WORDS: Readonly<Record<string, LengthUnit>> = {
  m: 'm',
  meter: 'm',
  meters: 'm',
  metre: 'm',
  metres: 'm',
  km: 'km',
  kilometer: 'km',
  kilometers: 'km',
  kilometre: 'km',
  kilometres: 'km',
  mi: 'mi',
  mile: 'mi',
  miles: 'mi',
}

/** `km` and `kilometres` are both `km`; undefined for other words. */
export function lengthUnitOf(word: string): LengthUnit | undefined {
  const lower = word.toLowerCase()
  return Object.hasOwn(LENGTH_WORDS, lower) ? LENGTH_WORDS[lower] : undefined
}

/** How the parts of a ranking are called, by their number. */
export const QUANTILES = { quartile: 4, quintile: 5, decile: 10, percentile: 100 } as const

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

/** `nth(1000, ...)` at most, so that a customer's rows need not all be kept. */
export const MAX_NTH = 1000
/** No date returns later than this many days from now. */
export const MAX_ANNIVERSARY_DAYS = 366
/** `regular` and `trend` look at each period apart. */
export const MAX_PERIODS = 120

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
