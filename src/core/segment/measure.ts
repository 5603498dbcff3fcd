/** Arithmetic over rows whose outcome does not depend on their order: exact sums, and who comes first. */
import type { EventRecord, StoredValue } from './history.ts'

/** An event, or one element of it: what a measure counts and a `where` speaks of. */
export interface Row {
  readonly event: EventRecord
  readonly element?: Readonly<Record<string, StoredValue>>
  /** Place of the element in its event. */
  readonly index: number
}

/** A value that is there, or null for missing. Numbers are finite; dates are text; instants and durations are milliseconds. */
export type Value = Exclude<StoredValue, null> | null

/** Stored numbers have six decimals: as whole millionths their sum is exact; it becomes a double once. */
export function sumExactly(values: readonly Value[]): number {
  let millionths = 0n
  for (const value of values) if (typeof value === 'number') millionths += toMillionths(value)
  return Number(millionths) / 1e6
}

/**
 * The decimal that a double stands for, in millionths: the shortest one that reads back as the same double,
 * which is the stored one up to fifteen digits.
 */
export function toMillionths(value: number): bigint {
  const shortest = /^(-?\d+)(?:\.(\d{1,6}))?$/.exec(String(value))
  if (shortest === null) return BigInt(value.toFixed(6).replace('.', ''))
  const [, whole = '0', decimals = ''] = shortest
  return BigInt(whole + decimals.padEnd(6, '0'))
}

/** Empty text and the empty list are missing. */
export function present(value: StoredValue | undefined): Value {
  if (value === undefined || value === null || value === '') return null
  return Array.isArray(value) && value.length === 0 ? null : value
}

/** A property of the row's event or element as it is stored; null when it is missing. */
export function storedIn(
  row: Row,
  property: { readonly name: string; readonly of: 'event' | 'element' },
): Value {
  const holder = property.of === 'element' ? row.element : row.event.properties
  return holder !== undefined && Object.hasOwn(holder, property.name)
    ? present(holder[property.name])
    : null
}

/** The earliest row by instant, event id and place in the event. */
export function firstRow(rows: readonly Row[]): Row | undefined {
  return rows.reduce<Row | undefined>(
    (best, row) => (best === undefined || compareRows(row, best) < 0 ? row : best),
    undefined,
  )
}

/** The latest row by instant, event id and place in the event. */
export function lastRow(rows: readonly Row[]): Row | undefined {
  return rows.reduce<Row | undefined>(
    (best, row) => (best === undefined || compareRows(row, best) > 0 ? row : best),
    undefined,
  )
}

/** Orders rows by instant, then event id as UTF-8 bytes, then the element's place in its event. */
export function compareRows(a: Row, b: Row): number {
  return a.event.at - b.event.at || compareUtf8(a.event.id, b.event.id) || a.index - b.index
}

/** Byte order of UTF-8 is code point order; JavaScript's own order is that of UTF-16 units, which differs past U+FFFF. */
export function compareUtf8(a: string, b: string): number {
  const left = Array.from(a)
  const right = Array.from(b)
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}
