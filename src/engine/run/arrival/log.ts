/** The log of arrivals: what comes while a commit is under way goes into the next, and nobody is answered before theirs. */
import { Failure, type Instant } from '../../../core/base/index.ts'
import { sql } from 'kysely'
import { gather, type Gathered, type Verdict } from '../../intake/index.ts'
import type { Ledger } from '../../store/index.ts'
import { countBacklog, type Backlog } from './backlog.ts'

type Rows = Extract<Verdict, { readonly ok: true }>['rows']

/** Appends accepted rows for good. */
export interface ArrivalLog {
  /**
   * Resolves when the rows are on disk. Throws `run/arrivals-full` (retryable, parameter `seconds`) when too much
   * waits, `run/ledger-not-durable`, and the ledger's failures; after those it is not known whether the rows were
   * kept, and the sender may send them again: an id counts once.
   */
  append(rows: Rows): Promise<void>
  /** Rows and bytes in the ledger that are no facts yet, and since when the oldest waits. */
  backlog(): Promise<Backlog>
  /** Waits for what is under way. */
  close(): Promise<void>
}

export interface LogLimits {
  /** Bytes of rows in memory that wait for their commit. */
  readonly held: number
  /** What may wait in the ledger. */
  readonly backlogBytes: number
  readonly backlogRows: number
}

export const LOG_LIMITS: LogLimits = {
  held: 32_000_000,
  backlogBytes: 1_000_000_000,
  backlogRows: 5_000_000,
}
/** Senders wait this long when the facts are behind, and when only a commit is under way. */
const BACKLOG_SECONDS = 10
const HELD_SECONDS = 1

/**
 * What comes while a commit is under way waits for it, so that one flush serves many; but not behind one that the disk
 * keeps waiting. Nobody can tell the order of messages of which none was answered, so that commits may overtake.
 */
const PATIENCE_MS = 15
const LANES = 3

interface Round {
  readonly rows: Gathered
  readonly done: Promise<void>
  readonly end: (error?: unknown) => void
}

/** Opens the log; `doors` gives the ledger as it is now. */
export function openLog(options: {
  readonly doors: () => Promise<{ readonly ledger: Ledger }>
  readonly now: () => Instant
  readonly limits?: LogLimits
}): ArrivalLog {
  const { doors, now, limits = LOG_LIMITS } = options
  let next = newRound()
  let held = 0
  const lanes = new Set<Promise<void>>()
  let active = 0
  let checked: Ledger | undefined
  const waiting = countBacklog(doors)

  const commit = async (round: Round): Promise<void> => {
    const { ledger } = await doors()
    if (checked !== ledger) {
      await assertDurable(ledger)
      checked = ledger
    }
    await write(ledger, round.rows, now())
  }
  /** Commits until nothing is left to commit; while one is slow, another lane may begin. */
  const run = async (): Promise<void> => {
    // Requests that the same turn of the event loop brings share the first commit.
    await new Promise((resolve) => setImmediate(resolve))
    while (next.rows.rows > 0) {
      const round = next
      next = newRound()
      const help = setInterval(start, PATIENCE_MS)
      await commit(round).then(() => round.end(), round.end)
      clearInterval(help)
      held -= round.rows.size
    }
    // In the same turn as the look above: whoever comes next must find that nobody is at work.
    active--
  }
  const start = (): void => {
    if (active >= LANES || next.rows.rows === 0) return
    active++
    const lane = run().finally(() => lanes.delete(lane))
    lanes.add(lane)
  }
  return {
    async append(rows) {
      if (rows.length === 0) return
      const { bytes, rows: waitingRows } = await waiting.recent()
      if (bytes > limits.backlogBytes || waitingRows > limits.backlogRows)
        throw full(BACKLOG_SECONDS)
      if (held > limits.held) throw full(HELD_SECONDS)
      const round = next
      const before = round.rows.size
      round.rows.add(rows)
      held += round.rows.size - before
      if (active === 0) start()
      await round.done
    },
    backlog: waiting.exact,
    async close() {
      await Promise.all(lanes)
    },
  }
}

async function write(ledger: Ledger, rows: Gathered, at: Instant): Promise<void> {
  // As bytes it needs no translation on its way to PostgreSQL, which takes them for the text that they are.
  const body = rows.bytes()
  const values = { received_at: new Date(at), row_count: rows.rows, byte_count: rows.size, body }
  await ledger.guard(() => ledger.db.insertInto('arrival').values(values).execute())
}

function newRound(): Round {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  // Whoever waits for it hears of it; a round that nobody waits for has no rows.
  promise.catch(() => undefined)
  return {
    rows: gather(),
    done: promise,
    end: (error) => (error === undefined ? resolve() : reject(error)),
  }
}

function full(seconds: number): Failure {
  return new Failure('too much waits', {
    code: 'run/arrivals-full',
    retryable: true,
    params: { seconds },
  })
}

/** An answer says "on disk": a server that does not flush would make that a lie. */
async function assertDurable(ledger: Ledger): Promise<void> {
  const { rows } = await ledger.guard(() =>
    sql<{ fsync: string }>`SELECT current_setting('fsync') AS fsync`.execute(ledger.db),
  )
  if (rows[0]?.fsync === 'on') return
  throw new Failure('fsync is off', { code: 'run/ledger-not-durable' })
}
