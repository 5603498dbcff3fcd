/** What a measure makes of its rows. */
import { assert, localDate, periodStart, type Instant, type PeriodUnit } from '../../base/index.ts'
import type { BoundValue } from '../bound.ts'
import { valueIn } from '../convert.ts'
import { compareRows, firstRow, lastRow, sumExactly, type Row, type Value } from '../measure.ts'

type Measure = Extract<BoundValue, { kind: 'measure' }>
interface Now {
  readonly asOf: Instant
  readonly timeZone: string
}

/**
 * Sums, counts, `most` and streaks over nothing are 0, all else is missing. Rows whose property is missing are skipped, save
 * by what picks or counts rows.
 */
export function measureOf(measure: Measure, rows: readonly Row[], now: Now): Value {
  switch (measure.fn) {
    case 'count':
      return rows.length
    case 'first':
      return ofRow(firstRow(rows), measure)
    case 'last':
      return ofRow(lastRow(rows), measure)
    case 'nth': {
      const { n } = measure
      assert(n !== undefined && n !== 0, 'nth counts from 1, or back from -1')
      const ordered = rows.toSorted(compareRows)
      return ofRow(n > 0 ? ordered[n - 1] : ordered.at(n), measure)
    }
    case 'gap': {
      const [first, last] = [firstRow(rows), lastRow(rows)]
      if (first === undefined || last === undefined || rows.length < 2) return null
      return (last.event.at - first.event.at) / (rows.length - 1)
    }
    case 'median gap': {
      const instants = rows.map((row) => row.event.at).toSorted((x, y) => x - y)
      return medianOf(instants.slice(1).map((at, i) => at - (instants[i] ?? at)))
    }
    case 'streak':
      assert(measure.per !== undefined, 'a streak counts periods')
      return streakOf(rows, measure.per, now)
    default:
      return ofValues(measure.fn, valuesOf(measure, rows))
  }
}

function ofRow(row: Row | undefined, { property }: Measure): Value {
  if (row === undefined) return null
  return property === undefined ? row.event.at : valueIn(row, property)
}

function valuesOf({ fn, property }: Measure, rows: readonly Row[]): readonly NonNullable<Value>[] {
  assert(property !== undefined, `${fn} without a property`)
  return rows.map((row) => valueIn(row, property)).filter((value) => value !== null)
}

function ofValues(
  fn: 'count distinct' | 'most' | 'sum' | 'avg' | 'median' | 'min' | 'max',
  values: readonly NonNullable<Value>[],
): Value {
  if (fn === 'count distinct') return new Set(values).size
  if (fn === 'most') return mostAlike(values)
  if (fn === 'sum') return sumExactly(values)
  if (values.length === 0) return null
  if (fn === 'avg') return sumExactly(values) / values.length
  if (fn === 'median') return medianOf(values.filter((value) => typeof value === 'number'))
  return values.reduce((best, value) =>
    (fn === 'min' ? value < best : value > best) ? value : best,
  )
}

/** How often the value that comes most often does; 0 of none. */
function mostAlike(values: readonly NonNullable<Value>[]): number {
  const counts = new Map<NonNullable<Value>, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Math.max(0, ...counts.values())
}

/** The middle one, or the mean of the two middle ones; missing over nothing. */
function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const high = sorted[Math.floor(sorted.length / 2)]
  const low = sorted[Math.ceil(sorted.length / 2) - 1]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** Local periods in a row with at least one row each, up to the current one or, while that has none yet, the one before. */
function streakOf(rows: readonly Row[], per: PeriodUnit, { asOf, timeZone }: Now): number {
  const startOf = (at: Instant, back: number): string =>
    periodStart(localDate(at, timeZone), per, back)
  const busy = new Set(rows.map((row) => startOf(row.event.at, 0)))
  const from = busy.has(startOf(asOf, 0)) ? 0 : 1
  let length = 0
  while (busy.has(startOf(asOf, from + length))) length += 1
  return length
}
