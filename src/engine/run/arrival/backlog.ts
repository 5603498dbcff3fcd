/** What is logged and not yet a fact, counted in the ledger beside the senders rather than before them. */
import { sql } from 'kysely'
import type { Instant } from '../../../core/base/index.ts'
import type { Ledger } from '../../store/index.ts'

/** Rows and bytes that wait, and since when the oldest does. */
export interface Backlog {
  readonly rows: number
  readonly bytes: number
  readonly oldest: Instant | undefined
}

/** Counts what waits. */
export interface BacklogCount {
  /** About a second old; only the first asker waits for a count. */
  recent(): Promise<Backlog>
  /** Counted now. */
  exact(): Promise<Backlog>
}

const AGE_MS = 1000

/** Counts in the ledger as it is now. */
export function countBacklog(doors: () => Promise<{ readonly ledger: Ledger }>): BacklogCount {
  let waiting: Backlog = { rows: 0, bytes: 0, oldest: undefined }
  let counted = Number.NEGATIVE_INFINITY
  let counting: Promise<void> | undefined
  const count = async (): Promise<void> => {
    const { ledger } = await doors()
    waiting = await read(ledger)
    counted = performance.now()
  }
  const recount = (): Promise<void> => {
    counting ??= count().finally(() => {
      counting = undefined
    })
    return counting
  }
  return {
    async recent() {
      const age = performance.now() - counted
      if (age === Number.POSITIVE_INFINITY) await recount()
      else if (age > AGE_MS) recount().catch(() => undefined)
      return waiting
    },
    async exact() {
      await recount()
      return waiting
    },
  }
}

async function read(ledger: Ledger): Promise<Backlog> {
  const row = await ledger.guard(() =>
    ledger.db
      .selectFrom('arrival')
      .select((get) => [
        get.fn.coalesce(get.fn.sum<number>('row_count'), sql<number>`0`).as('rows'),
        get.fn.coalesce(get.fn.sum<number>('byte_count'), sql<number>`0`).as('bytes'),
        get.fn.min('received_at').as('oldest'),
      ])
      .executeTakeFirstOrThrow(),
  )
  const oldest: Date | null = row.oldest
  return {
    rows: Number(row.rows),
    bytes: Number(row.bytes),
    oldest: oldest === null ? undefined : oldest.getTime(),
  }
}
