/** Customers with the groups that tables by segment have rows for: everybody, each segment, and those in none. */
import { PRIVACY_FLOOR, say, type Text } from '../../../core/insight/index.ts'
import { id, raw, sql, type Sql } from '../../../core/sql/index.ts'
import { memberNumbers, stateOf } from '../../run/index.ts'
import type { ReportContext } from '../report/kind.ts'
import { segmentName } from '../segments/profile.ts'

/** One row of such a table. */
export interface Group {
  readonly number: number
  /** The segment's key; undefined for everybody and for those in none. */
  readonly segment: string | undefined
  readonly name: Text
}

/** Numbers of segments end below; these stand for everybody, and for those in none. */
export const EVERYBODY = 100_000
export const NOBODY = 100_001

/** One row per known customer: `customer_key`, `groups` (numbers of all groups that hold the customer). */
export function groupRows({ snapshot, table }: ReportContext): Sql {
  const known = [...snapshot.segments.values()].map(({ number }) => number)
  const list = known.length === 0 ? raw('emptyArrayUInt32()') : raw(`[${known.join(', ')}]`)
  const own = sql`arrayFilter(x -> has(${list}, x), arrayMap(x -> toUInt32(x), ${memberNumbers(id('bits'))}))`
  return sql`SELECT customer_key, arrayConcat(${own}, [toUInt32(${raw(String(EVERYBODY))})],
      if(empty(${own}), [toUInt32(${raw(String(NOBODY))})], emptyArrayUInt32())) AS groups
    FROM (${stateOf(snapshot, table)}) WHERE known = 1`
}

/** The groups in the order of rows; segments too small to be shown are left out. */
export function groupsOf(context: ReportContext): readonly Group[] {
  const { snapshot } = context
  const none = [
    'In no segment',
    'Em nenhum segmento',
    'En ningún segmento',
    'Dans aucun segment',
  ] as const
  return [
    {
      number: EVERYBODY,
      segment: undefined,
      name: say(['Everybody', 'Todos', 'Todos', 'Tous']),
    },
    ...[...snapshot.segments]
      .filter(([, { count }]) => count >= PRIVACY_FLOOR)
      .map(([key, { number }]) => ({ number, segment: key, name: segmentName(context, key) })),
    { number: NOBODY, segment: undefined, name: say(none) },
  ]
}
