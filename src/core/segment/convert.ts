/** Amounts of several currencies made into one, exactly. */
import { localDate, type DateText } from '../base/index.ts'
import type { Conversion } from './bound.ts'
import { toMillionths, storedIn, type Row, type Value } from './measure.ts'

/** Rates are kept in whole billionths. */
const RATE_UNIT = 1_000_000_000n

/** The amount in `to`, by the rate of the event's local day; null when there is none. */
function converted(amount: Value, conversion: Conversion, row: Row): Value {
  if (typeof amount !== 'number') return null
  const { currency, to, rates, timeZone } = conversion
  const from = storedIn(row, currency) ?? to
  if (from === to) return amount
  const days = typeof from === 'string' && Object.hasOwn(rates, from) ? rates[from] : undefined
  const rate = rateOn(days ?? [], localDate(row.event.at, timeZone))
  if (rate === undefined) return null
  // BigInt division cuts toward zero, as the engine's cast to fewer decimals does.
  const millionths = (toMillionths(amount) * BigInt(rate.toFixed(9).replace('.', ''))) / RATE_UNIT
  return Number(millionths) / 1e6
}

function rateOn(days: readonly (readonly [DateText, number])[], day: DateText): number | undefined {
  return days.findLast(([from]) => from <= day)?.[1]
}

/** A property of the row's event or element, in one currency where it asks for one; null when it is missing. */
export function valueIn(
  row: Row,
  property: {
    readonly name: string
    readonly of: 'event' | 'element'
    readonly convert?: Conversion
  },
): Value {
  const stored = storedIn(row, property)
  return property.convert === undefined ? stored : converted(stored, property.convert, row)
}
