/** Entries, exits and sizes of a segment by local day, from the history and the published generations. */
import { localDate, type Instant } from '../../../../core/base/index.ts'
import { raw, sql, value } from '../../../../core/sql/index.ts'
import type { Handle } from '../../handle.ts'
import { instant } from '../generation/state.ts'
import { CHANGE_TABLE } from '../generation/tables.ts'
import type { Snapshot } from '../snapshot.ts'

/** What happened on one local day. */
export interface Flow {
  entered: number
  left: number
}

/** Which part of the history is wanted. */
export interface FlowOptions {
  /** The segment's number. */
  readonly number: number
  readonly after: Instant
  readonly timeZone: string
}

/** Entries and exits by the day on which they became true. Cost: reads one segment's part of the history. */
export async function readFlow(
  { analytics }: Pick<Handle, 'analytics'>,
  { id, dead }: Pick<Snapshot, 'id' | 'dead'>,
  { number, after, timeZone }: FlowOptions,
): Promise<ReadonlyMap<string, Flow>> {
  const living =
    dead.length === 0 ? raw('') : sql` AND generation NOT IN ${value([...dead], 'Array(UInt64)')}`
  const rows = await analytics.query<{ day: string; came: string; gone: string }>(
    sql`SELECT toString(toDate(at, ${value(timeZone, 'String')})) AS day,
      countIf(entered = 1) AS came, countIf(entered = 0) AS gone
    FROM (SELECT at, entered FROM ${analytics.table(CHANGE_TABLE)}
      WHERE segment_number = ${value(number, 'UInt16')} AND generation <= ${value(id, 'UInt64')}
      AND at > ${instant(after)}${living})
    GROUP BY day`,
  )
  return new Map(rows.map((r) => [r.day, { entered: Number(r.came), left: Number(r.gone) }]))
}

/**
 * Members by local day, as the last generation of that day published them; days without one are absent. A watermark
 * moves on while nothing changes, so that a generation may be exact days after its own: it counts for the day it was made.
 */
export async function readSizes(
  { ledger }: Pick<Handle, 'ledger'>,
  { segment, after, timeZone }: { segment: string; after: Instant; timeZone: string },
): Promise<ReadonlyMap<string, number>> {
  const rows = await ledger.guard(() =>
    ledger.db
      .selectFrom('generation')
      .select(({ fn, ref, val }) => [
        fn<Date>('least', [ref('as_of'), ref('computed_at')]).as('at'),
        fn<string | null>('jsonb_extract_path_text', [
          ref('counts'),
          val('segments'),
          val(segment),
          val('count'),
        ]).as('count'),
      ])
      .where('id', 'in', (last) =>
        last
          .selectFrom('generation')
          .select(({ fn }) => fn.max('id').as('id'))
          .where('state', '=', 'published')
          .where('as_of', '>', new Date(after))
          .groupBy(({ fn, ref, val }) => {
            const at = fn('least', [ref('as_of'), ref('computed_at')])
            return fn('date_trunc', [val('day'), fn('timezone', [val(timeZone), at])])
          }),
      )
      .execute(),
  )
  return new Map(
    rows.flatMap(({ at, count }) =>
      count === null ? [] : [[localDate(at.getTime(), timeZone), Number(count)] as const],
    ),
  )
}
