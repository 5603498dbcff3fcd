/** Customers of a published generation as subqueries, for those who compute over them. */
import { raw, type Sql } from '../../../core/sql/index.ts'
import { hasBit, numbersIn } from './generation/bits.ts'
import { keysWhere } from './generation/state.ts'
import { requireCounted } from './members.ts'
import type { Snapshot } from './snapshot.ts'

type TableOf = (name: string) => Sql

/** `customer_key` of everybody known. */
export function knownKeys(snapshot: Snapshot, table: TableOf): Sql {
  return keysWhere(snapshot, table, () => raw('1'))
}

/** `customer_key` of a segment's members. Throws `run/not-in-snapshot`. */
export function memberKeys(snapshot: Snapshot, table: TableOf, segment: string): Sql {
  const { number } = requireCounted(snapshot, segment)
  return keysWhere(snapshot, table, (bits) => hasBit(bits, number))
}

/** Whether the bits of a row of `stateOf` hold a segment. Throws `run/not-in-snapshot`. */
export function membership(snapshot: Snapshot, segment: string): (bits: Sql) => Sql {
  const { number } = requireCounted(snapshot, segment)
  return (bits) => hasBit(bits, number)
}

/** The numbers of the segments of a row of `stateOf`, as an array of UInt16; `SegmentCount.number` names them. */
export function memberNumbers(bits: Sql): Sql {
  return numbersIn(bits)
}
