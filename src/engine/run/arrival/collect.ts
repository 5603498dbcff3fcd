/** Takes in what senders post: reads, checks and logs every message, and answers when the accepted ones are on disk. */
import { Failure, type Instant, type Locale } from '../../../core/base/index.ts'
import type { ArrivalsWire, CollectWire, RefusedMessageWire } from '../../../core/contract/index.ts'
import {
  compileChecker,
  flawIssue,
  shapeOf,
  type Checker,
  type Flaw,
  type MessageType,
} from '../../intake/index.ts'
import type { Current, OpenProgramme } from '../open.ts'
import { Refusal } from '../refusal.ts'
import { instantText } from '../time.ts'
import { lastAbsorption } from './absorption.ts'
import { createLiveView, type LiveView } from './live.ts'
import { openLog, type ArrivalLog, type LogLimits } from './log.ts'
import { listRefused, messageIssues, openRefusals, type Refusals } from './refusals.ts'
import { createKeyRing } from './write-key.ts'

/** What the senders' own libraries keep to. */
export const BATCH_LIMIT_BYTES: number = 500 * 1024
export const MESSAGE_LIMIT_BYTES: number = 32 * 1024
const DEPTH_LIMIT = 40
/** A catalogue that was edited counts for messages within this time. */
const CATALOGUE_AGE_MS = 1000

export interface CollectRequest {
  readonly type: MessageType | 'batch'
  readonly body: Uint8Array
  /** As sent; a body may name it too, as `writeKey`. */
  readonly key: string | undefined
  readonly locale: Locale
}

/** One per server. */
export interface Collector {
  /**
   * Accepted messages are on disk when it answers. Throws `run/write-key-missing`, `run/write-key-unknown`,
   * `run/message-limit`, `run/message-json`, `run/arrivals-full`, the ledger's failures; and for a call of one
   * message that is wrong, a Refusal `run/messages-refused` with its issues.
   */
  collect(request: CollectRequest): Promise<CollectWire>
  /** What arrives now. */
  live(asked: { readonly limit: number; readonly locale: Locale }): Promise<ArrivalsWire>
  close(): Promise<void>
}

export interface CollectorOptions {
  readonly limits?: LogLimits
  /** Called when something new is on disk, before its sender is answered. */
  readonly onArrival?: () => void
}

/** Opens the door for events of a programme. */
export function createCollector(
  programme: Pick<OpenProgramme, 'current' | 'clock'>,
  { limits, onArrival }: CollectorOptions = {},
): Collector {
  const now = (): Instant => programme.clock.now()
  const current = remembered(programme)
  const keys = createKeyRing(current)
  const log = openLog({ doors: current, now, ...(limits === undefined ? {} : { limits }) })
  const refusals = openRefusals(current)
  const live = createLiveView()
  const checkerOf = checkers()

  const collect = async (request: CollectRequest): Promise<CollectWire> => {
    const { type, body, locale } = request
    const limit = type === 'batch' ? BATCH_LIMIT_BYTES : MESSAGE_LIMIT_BYTES
    if (body.byteLength > limit) throw tooLarge(limit)
    const early = request.key === undefined ? undefined : await keys.admit(request.key)
    const read = readBody(body)
    const writeKey = early ?? (await keys.admit(textOf(read.root['writeKey'])))
    const checker = checkerOf(await current())
    const receivedAt = now()
    const envelope = {
      receivedAt,
      // A programme may keep another time than the machine; senders' clocks are compared with the machine's.
      machineAt: Date.now(),
      sentAt: read.root['sentAt'],
      ...(type === 'batch' ? {} : { type }),
    }
    const messages = type === 'batch' ? batchOf(read.root) : [read.root]
    const verdicts = messages.map((message, n) =>
      sized(checker.check(message, envelope), type === 'batch' ? read.lengths[n] : 0),
    )
    await log.append(verdicts.flatMap((v) => (v.ok ? v.rows : [])))
    if (verdicts.some((v) => v.ok)) onArrival?.()
    const refused: RefusedMessageWire[] = []
    for (const [index, verdict] of verdicts.entries()) {
      if (verdict.ok) {
        live.accepted(verdict.summary, receivedAt)
        continue
      }
      live.refused(receivedAt)
      const { summary, flaws } = verdict
      refusals.add({ receivedAt, writeKey, summary, flaws, message: messages[index] })
      if (type !== 'batch') throw refusalOf(flaws)
      const { messageId, name } = summary
      const issues = messageIssues(flaws, locale)
      refused.push({ index, messageId, type: summary.type, name, issues })
    }
    return { success: true, accepted: verdicts.length - refused.length, refused }
  }
  return {
    collect,
    live: (asked) => liveWire({ current, log, refusals, live, now }, asked),
    async close() {
      await log.close()
      await refusals.close()
    },
  }
}

interface Parts {
  readonly current: () => Promise<Current>
  readonly log: ArrivalLog
  readonly refusals: Refusals
  readonly live: LiveView
  readonly now: () => Instant
}

async function liveWire(
  { current, log, refusals, live, now }: Parts,
  { limit, locale }: { readonly limit: number; readonly locale: Locale },
): Promise<ArrivalsWire> {
  await refusals.flush()
  const doors = await current()
  const [backlog, refused, last] = await Promise.all([
    log.backlog(),
    listRefused(doors, { limit, locale }),
    lastAbsorption(doors),
  ])
  const at = now()
  const totals = live.totals()
  const seconds = backlog.oldest === undefined ? 0 : Math.max(0, (at - backlog.oldest) / 1000)
  const recent = live.recent().slice(0, limit)
  return {
    now: instantText(at),
    accepted: totals.accepted,
    refusedCount: totals.refused,
    perSecond: live.perSecond(at),
    backlog: { rows: backlog.rows, bytes: backlog.bytes, seconds },
    lastAbsorbedAt: last === undefined ? null : instantText(last),
    recent: recent.map((seen) => ({
      ...seen,
      at: instantText(seen.at),
      receivedAt: instantText(seen.receivedAt),
    })),
    refused,
    dropped: live.dropped(),
  }
}

/**
 * The programme as it was at most a second ago: looking at its files for every message would cost more than checking
 * it. While somebody edits the files and they have errors, the catalogue from before goes on.
 */
function remembered(programme: Pick<OpenProgramme, 'current'>): () => Promise<Current> {
  let last: Current | undefined
  let found: Promise<Current> | undefined
  let read = Number.NEGATIVE_INFINITY
  const ask = async (): Promise<Current> => {
    try {
      last = await programme.current()
      return last
    } catch (error) {
      if (last !== undefined && error instanceof Refusal) return last
      found = undefined
      throw error
    }
  }
  return () => {
    if (found === undefined || performance.now() - read > CATALOGUE_AGE_MS) {
      read = performance.now()
      found = ask()
    }
    return found
  }
}

/** Compiles the checks of a catalogue once. */
function checkers(): (current: Current) => Checker {
  let catalogue: unknown
  let checker: Checker | undefined
  return ({ programme }) => {
    if (checker === undefined || catalogue !== programme.catalogue) {
      catalogue = programme.catalogue
      checker = compileChecker(programme.catalogue)
    }
    return checker
  }
}

interface ReadBody {
  readonly root: Readonly<Record<string, unknown>>
  readonly lengths: readonly (number | undefined)[]
}

function readBody(body: Uint8Array): ReadBody {
  const { depth, lengths } = shapeOf(body)
  if (depth > DEPTH_LIMIT) throw refusalOf([{ code: 'intake/message-deep', path: [] }])
  let root: unknown
  try {
    root = JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8'))
  } catch {
    throw new Failure('no JSON', { code: 'run/message-json' })
  }
  if (typeof root !== 'object' || root === null || Array.isArray(root))
    throw new Failure('no object', { code: 'run/message-json' })
  const own = root as Readonly<Record<string, unknown>>
  const { batch } = own
  if (!Array.isArray(batch) || batch.length === lengths.length) return { root: own, lengths }
  // Other lists lie beside the batch: each message is measured by itself.
  const measured = batch.map((m) => Buffer.byteLength(JSON.stringify(m) ?? ''))
  return { root: own, lengths: measured }
}

function batchOf(root: ReadBody['root']): readonly unknown[] {
  const { batch } = root
  if (Array.isArray(batch)) return batch
  throw new Failure('no batch', { code: 'run/message-json' })
}

type Checked = ReturnType<Checker['check']>

function sized(verdict: Checked, size = 0): Checked {
  if (size <= MESSAGE_LIMIT_BYTES) return verdict
  const params = { size, limit: MESSAGE_LIMIT_BYTES }
  const flaw: Flaw = { code: 'intake/message-large', path: [], params }
  return { ok: false, flaws: [flaw], summary: verdict.summary }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function tooLarge(limit: number): Failure {
  return new Failure('too large', { code: 'run/message-limit', params: { limit } })
}

function refusalOf(flaws: readonly Flaw[]): Refusal {
  return new Refusal('refused', { code: 'run/messages-refused' }, { issues: flaws.map(flawIssue) })
}
