/** Scores that models say of customers: loaded from files, shown with how they came. */
import { createHash } from 'node:crypto'
import {
  Failure,
  inLocale,
  type Instant,
  type Issue,
  type Locale,
} from '../../../core/base/index.ts'
import type { ScoreLoadWire, ScoresWire, ScoreWire } from '../../../core/contract/index.ts'
import { sql, value } from '../../../core/sql/index.ts'
import { canonicalIds } from '../arrival/canonical.ts'
import { systemUser } from '../governance/first.ts'
import { knownIds } from '../governance/list-edits.ts'
import { catchUp } from '../keeper/catch-up.ts'
import type { Current, OpenProgramme } from '../open.ts'
import { appliedDefinitions } from '../programme/applied.ts'
import { instantText, parseLocal } from '../time.ts'
import { issueWire } from '../wire.ts'
import { objectingIds } from './objection.ts'
import { scoresIn } from './asked.ts'
import { writeScores, type ScoreValue } from './records.ts'
import { readScoreFile, type Said, type ScoreFile } from './score-file.ts'

/** Refused values that are named one by one. */
const SHOWN_ISSUES = 50
/** Loads that are shown. */
const SHOWN_LOADS = 50

/** A file of scores, and who brings it. */
export interface LoadScores {
  /** CSV: a column of ids, one of values for each score, and `at` where rows have instants of their own. */
  readonly text: string
  readonly file: string
  /** The score that the column `value` is of. */
  readonly score?: string
  /** When the values hold from: a day's start, or an instant. Absent: now. */
  readonly at?: string
  /** Of the model. */
  readonly version?: string
  readonly who?: string
  readonly why?: string
  readonly locale: Locale
  readonly signal?: AbortSignal
}

/**
 * Writes what a file says; unknown customers and values that are no numbers are named with their line and left out. The same
 * file again changes nothing. Published memberships follow at once. Throws `run/score-unknown`, `run/score-columns`,
 * `run/bad-instant`.
 */
export async function loadScores(
  programme: OpenProgramme,
  asked: LoadScores,
): Promise<ScoreLoadWire> {
  const current = await programme.current()
  const { text, file, score, locale, version = '' } = asked
  const at = atOf(current, asked.at)
  const now = current.clock.now()
  const read = readScoreFile(text, {
    file,
    known: Object.keys(current.programme.catalogue.scores ?? {}),
    timeZone: current.programme.timeZone,
    ...(score === undefined ? {} : { score }),
    ...(at === undefined ? {} : { at }),
  })
  const { values, unknown, objected } = await ofCustomers(current, read, now)
  const refused = read.rejected + unknown.length + objected.length
  const total = read.said.length + read.rejected
  const done = await writeScores(current, {
    values,
    scores: read.scores,
    file,
    digest: createHash('sha256').update(text).digest('hex'),
    version,
    read: total,
    rejected: refused,
    who: asked.who ?? systemUser(),
    why: asked.why ?? '',
  })
  if (done.written > 0) await followScores(current, read.scores, asked.signal)
  const issues = [
    ...read.issues,
    ...unknown.map((one) => leftOut('run/score-customer', one, file)),
    ...objected.map((one) => leftOut('run/score-objected', one, file)),
  ]
  return {
    load: done.load ?? null,
    scores: read.scores,
    at: instantText(at ?? now),
    version,
    read: total,
    written: done.written,
    cleared: done.cleared,
    unchanged: total - refused - done.written,
    rejected: refused,
    issues: issues
      .toSorted((a, b) => lineOf(a) - lineOf(b))
      .slice(0, SHOWN_ISSUES)
      .map((issue) => issueWire(issue, locale)),
  }
}

function atOf(current: Current, text: string | undefined): Instant | undefined {
  if (text === undefined) return undefined
  const at = parseLocal(text, current.programme.timeZone)
  if (at !== undefined) return at
  throw new Failure('not an instant', {
    code: 'run/bad-instant',
    params: { text: text.slice(0, 60) },
  })
}

/** The last value of each score and customer at an instant; an id that was merged stands for the customer it is part of. */
async function ofCustomers(
  current: Current,
  read: ScoreFile,
  now: Instant,
): Promise<{
  readonly values: readonly ScoreValue[]
  readonly unknown: readonly Said[]
  readonly objected: readonly Said[]
}> {
  const ids = [...new Set(read.said.map((one) => one.customer))]
  const canonical = await canonicalIds(current, ids)
  const customerOf = (id: string): string => canonical.get(id) ?? id
  const known = await knownIds(current, [...new Set(ids.map(customerOf))])
  const objecting = await objectingIds(current, now)
  const last = new Map<string, ScoreValue>()
  const unknown: Said[] = []
  const objected: Said[] = []
  for (const one of read.said) {
    const customer = customerOf(one.customer)
    if (!known.has(customer)) {
      unknown.push(one)
      continue
    }
    const { score, value: said, at = now } = one
    // What takes a score back is welcome.
    if (said !== '' && objecting.has(customer)) {
      objected.push(one)
      continue
    }
    const dated = one.at !== undefined
    last.set(JSON.stringify([score, customer, at]), { score, customer, value: said, at, dated })
  }
  return { values: [...last.values()], unknown, objected }
}

function leftOut(code: string, { customer, line }: Said, file: string): Issue {
  return {
    code,
    severity: 'error',
    at: { kind: 'file', file, line },
    params: { customer },
  }
}

function lineOf({ at }: Issue): number {
  return at?.kind === 'file' ? (at.line ?? 0) : 0
}

/** Brings the published memberships up to date, when something published depends on one of the scores. */
export async function followScores(
  current: Current,
  scores: readonly string[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const users = await usersOf(current)
  if (!scores.some((score) => (users.get(score) ?? []).length > 0)) return
  const now = current.clock.now()
  await catchUp(current, { to: now, computedAt: now, ...(signal === undefined ? {} : { signal }) })
}

/** Every score of the catalogue as it stands now, and the latest loads, the newest first. */
export async function showScores(
  programme: OpenProgramme,
  { locale }: { readonly locale: Locale },
): Promise<ScoresWire> {
  const current = await programme.current()
  const { ledger } = current
  const loads = await ledger.guard(() =>
    ledger.db
      .selectFrom('score_load')
      .selectAll()
      .orderBy('id', 'desc')
      .limit(SHOWN_LOADS)
      .execute(),
  )
  return {
    scores: await standing(current, locale),
    loads: loads.map((row) => ({
      load: row.id,
      scores: row.scores,
      file: row.file_name,
      digest: row.digest,
      version: row.version,
      who: row.who,
      why: row.why,
      at: instantText(row.loaded_at.getTime()),
      finished: row.finished_at !== null,
      ...row.counts,
    })),
  }
}

async function standing(current: Current, locale: Locale): Promise<readonly ScoreWire[]> {
  const { analytics, clock, programme } = current
  const rows = await analytics.query<Record<'name' | 'n' | 'low' | 'middle' | 'high', string>>(
    sql`SELECT name, toString(count()) AS n, toString(min(v)) AS low, toString(quantileExact(v)) AS middle, toString(max(v)) AS high
      FROM (SELECT name, customer_key, argMax(tuple(value), (at, seq)).1 AS v FROM ${analytics.table('score')}
        WHERE at <= fromUnixTimestamp64Milli(${value(clock.now(), 'Int64')}, 'UTC')
          AND customer_key IN (SELECT customer_key FROM ${analytics.table('customer')})
        GROUP BY name, customer_key)
      WHERE v IS NOT NULL GROUP BY name`,
  )
  const found = new Map(rows.map((row) => [row.name, row]))
  const users = await usersOf(current)
  return Object.values(programme.catalogue.scores ?? {}).map(({ name, label, unit }) => {
    const row = found.get(name)
    const spread =
      row === undefined
        ? null
        : { low: Number(row.low), middle: Number(row.middle), high: Number(row.high) }
    return {
      name,
      label: inLocale(label, locale),
      unit,
      customers: Number(row?.n ?? 0),
      spread,
      usedBy: users.get(name) ?? [],
    }
  })
}

/** Segments in force by the scores that they ask about. */
async function usersOf(current: Current): Promise<ReadonlyMap<string, readonly string[]>> {
  const { definitions } = await appliedDefinitions(current)
  const users = new Map<string, string[]>()
  for (const [key, { bound, file }] of definitions) {
    if (bound === undefined || file.status === 'retired') continue
    for (const score of scoresIn(bound)) users.set(score, [...(users.get(score) ?? []), key])
  }
  return users
}
