/** Where two values of which one grows with time overtake each other, between instants at which all else changes. */
import type { Instant } from '../../base/index.ts'
import type { CustomerHistory } from '../history.ts'
import { valueOf, type Scope } from '../interpret.ts'
import type { Row } from '../measure.ts'
import type { Crossing, RowKind } from './clockwork.ts'

/** Where the values are looked at. `points` are in order and split the stretch. */
interface Split {
  readonly from: Instant
  readonly to: Instant
  readonly points: readonly Instant[]
}

/** The first instants of each side of every crossing in the stretch. */
export function crossingPoints(
  crossings: readonly Crossing[],
  history: CustomerHistory,
  split: Split,
): readonly Instant[] {
  if (crossings.length === 0) return []
  const found: Instant[] = []
  const starts = [split.from, ...split.points]
  for (const crossing of crossings) {
    const rows = crossing.rows === undefined ? [undefined] : rowsOfKind(history, crossing.rows)
    for (const row of rows) {
      const difference = differenceOf(crossing, history, row)
      starts.forEach((start, i) => {
        const end = (starts[i + 1] ?? split.to + 1) - 1
        if (end > start) found.push(...overtakings(difference, start, end))
      })
    }
  }
  return found
}

/** Left less right; null when one is missing. */
type Difference = (at: Instant) => number | null

function differenceOf(crossing: Crossing, history: CustomerHistory, row?: Row): Difference {
  const { timeZone, left, right } = crossing
  return (asOf) => {
    const scope: Scope = {
      asOf,
      memberOf: () => false,
      history,
      timeZone,
      ...(row === undefined ? {} : { row }),
    }
    const [a, b] = [valueOf(left, scope), valueOf(right, scope)]
    return typeof a === 'number' && typeof b === 'number' ? a - b : null
  }
}

/** Every row of a kind, whatever windows and filters say of it. */
function rowsOfKind(history: CustomerHistory, { event, element }: RowKind): readonly Row[] {
  return history.events
    .filter((one) => one.event === event)
    .flatMap((one): readonly Row[] => {
      if (element === undefined) return [{ event: one, index: 0 }]
      const own = Object.hasOwn(one.elements, element) ? one.elements[element] : undefined
      return (own ?? []).map((row, index) => ({ event: one, element: row, index }))
    })
}

/** Into so many steps goes a stretch in which the difference does not grow evenly. */
const STEPS = 64

function overtakings(difference: Difference, start: Instant, end: Instant): readonly Instant[] {
  const marks = isEven(difference, start, end)
    ? [start, end]
    : Array.from({ length: STEPS + 1 }, (_, i) => Math.round(start + ((end - start) * i) / STEPS))
  return marks.slice(1).flatMap((mark, i) => {
    const before = marks[i] ?? start
    return SIDES.flatMap((side) => flip((at) => side(difference(at)), before, mark))
  })
}

const SIDES = [
  (d: number | null) => d !== null && d < 0,
  (d: number | null) => d !== null && d > 0,
  (d: number | null) => d === null,
] as const

/** A straight line passes through the middle of its ends. */
function isEven(difference: Difference, start: Instant, end: Instant): boolean {
  const quarter = Math.round((end - start) / 4)
  const [a, b, c] = [difference(start), difference(start + 2 * quarter), difference(end)]
  const q = difference(start + quarter)
  if (a === null || b === null || c === null || q === null) return a === b && b === c && c === q
  const size = Math.max(Math.abs(a), Math.abs(b), Math.abs(c))
  const share = (2 * quarter) / (end - start || 1)
  const straight = a + (c - a) * share
  const straightQuarter = a + ((c - a) * share) / 2
  return Math.abs(b - straight) <= 1e-9 * size && Math.abs(q - straightQuarter) <= 1e-9 * size
}

/** The first instant at which a truth differs from that at `low`, when it does at `high`. */
function flip(holds: (at: Instant) => boolean, low: Instant, high: Instant): readonly Instant[] {
  const was = holds(low)
  if (holds(high) === was) return []
  let [a, b] = [low, high]
  while (b - a > 1) {
    const middle = Math.floor((a + b) / 2)
    if (holds(middle) === was) a = middle
    else b = middle
  }
  return [b]
}
