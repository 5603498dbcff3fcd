/** Locks that hold across processes and machines: PostgreSQL advisory locks on a connection of their own. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { Failure } from '../../../core/base/index.ts'
import { toLedgerFailure } from './fault.ts'

/** One lock among those of a programme. */
export interface Lock {
  readonly name: string
  readonly mode: LockMode
}

/** Any number may hold a lock `shared`, or one alone `exclusive`. */
export type LockMode = 'shared' | 'exclusive'

export interface LockOptions {
  /** How long to wait for others in milliseconds; absent: as long as it takes; 0: not at all. */
  readonly waitMs?: number
  /** Called once when others hold it, with their names. */
  readonly onWait?: (holders: readonly string[]) => void
  /** Stops the waiting. */
  readonly signal?: AbortSignal
}

const POLL_MS = 50

/**
 * Runs `work` while holding locks, taken in this order on one connection. `work` gets a signal that aborts when they
 * are lost because the connection broke. Throws `store/busy` (parameters `lock`, `holder`) when it waited too long, `store/lock-lost` when the lock
 * went away before the work ended.
 */
export async function withLocks<T>(
  how: { connect: () => Client; scope: string; locks: readonly Lock[] },
  work: (lost: AbortSignal) => Promise<T>,
  options: LockOptions = {},
): Promise<T> {
  const client = how.connect()
  const lost = new AbortController()
  const lose = (): void => lost.abort()
  client.on('error', lose)
  client.on('end', lose)
  try {
    await client.connect()
    for (const lock of how.locks) await acquire(client, `${how.scope}:${lock.name}`, lock, options)
    const result = await work(lost.signal)
    if (lost.signal.aborted)
      throw new Failure('the lock was lost while it was needed', {
        code: 'store/lock-lost',
        retryable: true,
        params: { lock: how.locks.map((lock) => lock.name).join(', ') },
      })
    return result
  } catch (error) {
    throw toLedgerFailure(error) ?? error
  } finally {
    client.removeListener('end', lose)
    await client.end().catch(() => undefined)
  }
}

async function acquire(
  client: Client,
  key: string,
  { name, mode }: Lock,
  options: LockOptions,
): Promise<void> {
  const attempt = mode === 'exclusive' ? 'pg_try_advisory_lock' : 'pg_try_advisory_lock_shared'
  const begun = performance.now()
  for (let round = 0; ; round++) {
    const { rows } = await client.query<{ got: boolean }>(
      `SELECT ${attempt}(hashtextextended($1, 0)) AS got`,
      [key],
    )
    if (rows[0]?.got === true) return
    if (round === 0) options.onWait?.(await holders(client, key))
    if (options.waitMs !== undefined && performance.now() - begun >= options.waitMs)
      throw new Failure(`${name} is held by another process`, {
        code: 'store/busy',
        retryable: true,
        params: { lock: name, holder: (await holders(client, key)).join(', ') || '?' },
      })
    if (options.signal?.aborted === true)
      throw new Failure('waiting was cancelled', {
        code: 'store/cancelled',
        params: { lock: name },
      })
    await sleep(POLL_MS)
  }
}

/** Who holds a lock: connections carry the name of their process. */
async function holders(client: Client, key: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT a.application_name AS name
       FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
        AND (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended($1, 0)
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [key],
  )
  return rows.map((row) => row.name).filter((name) => name !== '')
}
