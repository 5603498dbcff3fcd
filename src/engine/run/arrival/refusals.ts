/** Refused messages, kept for a while so that their senders can be mended; written beside the way of the accepted. */
import type { Instant, Issue, Locale } from '../../../core/base/index.ts'
import type { MessageIssueWire, RefusedArrivalWire } from '../../../core/contract/index.ts'
import { flawIssue, jsonPointer, type Flaw, type MessageSummary } from '../../intake/index.ts'
import type { Ledger } from '../../store/index.ts'
import { instantText } from '../time.ts'
import { issueWire } from '../wire.ts'

export const KEPT_DAYS = 7
export const KEPT_MOST = 10_000
/** Of one message; the largest that is taken has 32 KB. */
const BODY_LIMIT = 34_000
/** What waits to be written at most: beyond, the older ones would be pruned at once anyway. */
const QUEUE_LIMIT = 2000
const WRITE_EVERY_MS = 500
const DAY_MS = 86_400_000

/** A refused message on its way to the ledger. */
export interface Refused {
  readonly receivedAt: Instant
  readonly writeKey: number | null
  readonly summary: Pick<MessageSummary, 'type' | 'name' | 'messageId'>
  readonly flaws: readonly Flaw[]
  readonly message: unknown
}

/** Keeps refused messages. */
export interface Refusals {
  /** Queued; written within a second. What cannot be written is let go: facts come first. */
  add(refused: Refused): void
  /** Waits until what was added is written. */
  flush(): Promise<void>
  close(): Promise<void>
}

/** Opens the keeping of refused messages. */
export function openRefusals(doors: () => Promise<{ readonly ledger: Ledger }>): Refusals {
  let queue: Refused[] = []
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()
  const write = async (): Promise<void> => {
    const taken = queue
    queue = []
    if (taken.length === 0) return
    const { ledger } = await doors()
    await keep(ledger, taken)
  }
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    writing = writing.then(write).catch(() => undefined)
    return writing
  }
  return {
    add(refused) {
      if (queue.length >= QUEUE_LIMIT) queue.shift()
      queue.push(refused)
      timer ??= setTimeout(() => void flush(), WRITE_EVERY_MS).unref()
    },
    flush,
    close: flush,
  }
}

async function keep(ledger: Ledger, refused: readonly Refused[]): Promise<void> {
  const rows = refused.map(({ receivedAt, writeKey, summary, flaws, message }) => ({
    received_at: new Date(receivedAt),
    write_key: writeKey,
    type: storable(summary.type),
    name: storable(summary.name),
    message_id: storable(summary.messageId),
    issues: storable(JSON.stringify(flaws.slice(0, 20))).replaceAll('\\u0000', ''),
    body: storable(bodyOf(message, flaws)),
  }))
  await ledger.guard(async () => {
    await ledger.db.insertInto('refused_arrival').values(rows).execute()
    const last = await ledger.db
      .selectFrom('refused_arrival')
      .select((get) => get.fn.max('id').as('id'))
      .executeTakeFirstOrThrow()
    const oldest = new Date((refused.at(-1)?.receivedAt ?? 0) - KEPT_DAYS * DAY_MS)
    await ledger.db
      .deleteFrom('refused_arrival')
      .where((where) =>
        where.or([where('id', '<=', last.id - KEPT_MOST), where('received_at', '<', oldest)]),
      )
      .execute()
  })
}

/** PostgreSQL has no place for NUL in text. */
function storable(text: string): string {
  return text.replaceAll('\0', ' ').toWellFormed()
}

/** What was sent, without values that are declared sensitive. */
function bodyOf(message: unknown, flaws: readonly Flaw[]): string {
  const hidden = new Set(
    flaws
      .filter((f) => f.code === 'intake/message-sensitive')
      .map((f) => String(f.params?.['property'])),
  )
  const isHidden = (key: string): boolean =>
    hidden.has(key) || hidden.has(key.replaceAll(/[^\p{L}\d]+/gu, '_').toLowerCase())
  const text = JSON.stringify(
    message,
    hidden.size === 0
      ? undefined
      : (key: string, value: unknown) => (isHidden(key) || hidden.has(snake(key)) ? '…' : value),
  )
  return (text ?? '').slice(0, BODY_LIMIT)
}

function snake(key: string): string {
  return key.replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1_$2').toLowerCase()
}

/** Issues of a message in words. */
export function messageIssues(flaws: readonly Flaw[], locale: Locale): readonly MessageIssueWire[] {
  return flaws.map((flaw) => {
    const issue: Issue = flawIssue(flaw)
    return { ...issueWire(issue, locale), pointer: jsonPointer(flaw.path) }
  })
}

/** The latest refused messages, latest first. */
export async function listRefused(
  { ledger }: { readonly ledger: Ledger },
  asked: { readonly limit: number; readonly locale: Locale },
): Promise<readonly RefusedArrivalWire[]> {
  const rows = await ledger.guard(() =>
    ledger.db
      .selectFrom('refused_arrival')
      .selectAll()
      .orderBy('id', 'desc')
      .limit(asked.limit)
      .execute(),
  )
  return rows.map((row) => ({
    id: row.id,
    receivedAt: instantText(row.received_at.getTime()),
    type: row.type,
    name: row.name,
    messageId: row.message_id,
    issues: messageIssues(row.issues as unknown as readonly Flaw[], asked.locale),
    body: row.body,
  }))
}
