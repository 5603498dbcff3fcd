/** The ledger's side of absorption: which arrivals are being taken over, under which number, and what generations have seen. */
import { sql, type Transaction } from 'kysely'
import type { Instant } from '../../../core/base/index.ts'
import type { Ledger, LedgerSchema } from '../../store/index.ts'
import { MACHINE_CLOCK, type Clock } from '../clock.ts'
import type { Handle } from '../handle.ts'

type Doors = { readonly ledger: Ledger }

/** A handle that may know what time it is for its programme; else the machine's time counts. */
export type Timed = Handle & { readonly clock?: Clock }

/** The programme's time. */
export function nowOf({ clock = MACHINE_CLOCK }: { readonly clock?: Clock }): Instant {
  return clock.now()
}

/** Arrivals being taken over. The number is of the series of imports, so that later facts have greater ones. */
export interface Absorption {
  readonly load: number
  readonly arrivals: readonly number[]
  readonly rows: number
  readonly bytes: number
  /** An earlier attempt was interrupted anywhere. */
  readonly isRetry: boolean
}

export interface AbsorptionLimits {
  readonly rows: number
  readonly bytes: number
}

/** The interrupted absorption, or a new one of the oldest arrivals; undefined when nothing waits. */
export async function beginAbsorption(
  { ledger }: Doors,
  limits: AbsorptionLimits,
): Promise<Absorption | undefined> {
  const open = await ledger.guard(() =>
    ledger.db
      .selectFrom('absorption')
      .select(['load', 'arrivals', 'row_count'])
      .where('state', '=', 'open')
      .executeTakeFirst(),
  )
  if (open !== undefined) {
    const { load, arrivals, row_count: rows } = open
    return { load, arrivals, rows, bytes: 0, isRetry: true }
  }
  const { rows: waiting } = await ledger.guard(() =>
    sql<{
      id: number
      row_count: number
      byte_count: number
    }>`SELECT id, row_count, byte_count FROM (
        SELECT id, row_count, byte_count, sum(row_count) OVER before AS rows, sum(byte_count) OVER before AS bytes FROM arrival
        WINDOW before AS (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)) AS a
      WHERE coalesce(rows, 0) < ${limits.rows} AND coalesce(bytes, 0) < ${limits.bytes} ORDER BY id`.execute(
      ledger.db,
    ),
  )
  if (waiting.length === 0) return undefined
  const load = await nextLoad({ ledger })
  const arrivals = waiting.map((row) => row.id)
  const rows = waiting.reduce((sum, row) => sum + row.row_count, 0)
  const bytes = waiting.reduce((sum, row) => sum + row.byte_count, 0)
  await ledger.guard(() =>
    ledger.db
      .insertInto('absorption')
      .values({ load, arrivals: JSON.stringify(arrivals), state: 'open', row_count: rows })
      .execute(),
  )
  return { load, arrivals, rows, bytes, isRetry: false }
}

/** A number that no import has or will have. */
export async function nextLoad({ ledger }: Doors): Promise<number> {
  const { rows } = await ledger.guard(() =>
    sql<{ load: number }>`SELECT nextval(pg_get_serial_sequence('import', 'id')) AS load`.execute(
      ledger.db,
    ),
  )
  return Number(rows[0]?.load)
}

/** The texts of arrivals in their order. */
export async function readArrivals(
  { ledger }: Doors,
  arrivals: readonly number[],
): Promise<readonly string[]> {
  const rows = await ledger.guard(() =>
    ledger.db
      .selectFrom('arrival')
      .select('body')
      .where('id', 'in', [...arrivals])
      .orderBy('id')
      .execute(),
  )
  return rows.map((row) => row.body)
}

/** The rows are facts: their arrivals go, and their customers wait for a generation. */
export async function endAbsorption(handle: Timed, absorption: Absorption): Promise<void> {
  const { ledger } = handle
  await ledger.guard(() =>
    ledger.db.transaction().execute(async (tx) => {
      await tx
        .deleteFrom('arrival')
        .where('id', 'in', [...absorption.arrivals])
        .execute()
      await tx
        .updateTable('absorption')
        .set({ state: 'done', finished_at: new Date(nowOf(handle)) })
        .where('load', '=', absorption.load)
        .execute()
    }),
  )
}

/** Customers were touched by something that is no arrival, such as a merge: a generation shall take them in. */
export async function recordTouching(handle: Timed, load: number): Promise<void> {
  const { ledger } = handle
  const finished = new Date(nowOf(handle))
  await ledger.guard(() =>
    ledger.db
      .insertInto('absorption')
      .values({ load, arrivals: '[]', state: 'done', row_count: 0, finished_at: finished })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}

/** Finished absorptions that no generation has taken in. */
export async function waitingAbsorptions({ ledger }: Doors): Promise<readonly number[]> {
  const rows = await ledger.guard(() =>
    ledger.db
      .selectFrom('absorption')
      .select('load')
      .where('state', '=', 'done')
      .where('generation', 'is', null)
      .orderBy('load')
      .execute(),
  )
  return rows.map((row) => row.load)
}

/** Part of the transaction that publishes a generation. */
export async function takeAbsorptions(
  tx: Transaction<LedgerSchema>,
  loads: readonly number[],
  generation: number,
): Promise<void> {
  await tx
    .updateTable('absorption')
    .set({ generation })
    .where('load', 'in', [...loads])
    .execute()
}

/** Forgets absorptions that generations have taken in, but for the latest; answers the last that is gone. */
export async function forgetAbsorptions({ ledger }: Doors, keep: number): Promise<number> {
  const { rows } = await ledger.guard(() =>
    sql<{ load: number }>`DELETE FROM absorption WHERE generation IS NOT NULL AND load <
        (SELECT min(load) FROM (SELECT load FROM absorption ORDER BY load DESC LIMIT ${keep}) AS kept)
        AND (SELECT count(*) FROM absorption) >= ${2 * keep}
        AND load < (SELECT coalesce(min(load), 2147483647) FROM absorption WHERE generation IS NULL)
      RETURNING load`.execute(ledger.db),
  )
  return Math.max(0, ...rows.map((row) => row.load))
}

/** When arrivals last became facts. */
export async function lastAbsorption({ ledger }: Doors): Promise<Instant | undefined> {
  const row = await ledger.guard(() =>
    ledger.db
      .selectFrom('absorption')
      .select((get) => get.fn.max('finished_at').as('at'))
      .executeTakeFirst(),
  )
  const at: Date | null = row?.at ?? null
  return at === null ? undefined : at.getTime()
}
