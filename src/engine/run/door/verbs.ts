/** The verbs as doors call them: text in the asked language and plain data out. */
import type { Instant, Issue, Locale } from '../../../core/base/index.ts'
import type {
  CountRequest,
  CountWire,
  EvaluationWire,
  MemberPageWire,
  SnapshotWire,
} from '../../../core/contract/index.ts'
import { bind, parse, type BoundDefinition } from '../../../core/segment/index.ts'
import { countMembers } from '../evaluation/count.ts'
import { applyFirst } from '../governance/first.ts'
import { standing, standingNotes } from '../governance/standing.ts'
import { appliedDefinitions, definitionsInReach, forceOf } from '../programme/applied.ts'
import { catalogueNotes } from '../programme/catalogue-notes.ts'
import { bindContextOf } from '../programme/bind-context.ts'
import { allIssues, readDefinitions, type ReadDefinition } from '../programme/definitions.ts'
import type { EvaluateInput } from '../evaluation/evaluate.ts'
import { explainReasons } from '../explain.ts'
import { MACHINE_CLOCK, type Clock } from '../clock.ts'
import type { JobProgress } from '../jobs.ts'
import { evaluateAt } from '../keeper/evaluate-at.ts'
import { behindMs, isLate } from '../keeper/status.ts'
import { readMembers, readMembersOf, type MembersPage } from '../evaluation/members.ts'
import type { Current, OpenProgramme } from '../open.ts'
import { Refusal } from '../refusal.ts'
import { segmentUnknown } from '../programme/segments.ts'
import { sayDefinition, sayOptions } from '../programme/sentence.ts'
import { isEditedSince, currentSnapshot, type Snapshot } from '../evaluation/snapshot.ts'
import { instantText, parseAsOf } from '../time.ts'
import { issueWire } from '../wire.ts'

interface Asked {
  readonly locale: Locale
  readonly signal?: AbortSignal
}

/** The wire form of a snapshot. How fresh it is is told by the machine's clock where no other is given. */
export function snapshotWire(
  snapshot: Snapshot,
  timeZone: string,
  clock: Clock = MACHINE_CLOCK,
): SnapshotWire {
  return {
    id: snapshot.id,
    asOf: instantText(snapshot.asOf),
    evaluatedAt: instantText(snapshot.evaluatedAt),
    population: snapshot.population,
    timeZone,
    behindSeconds: Math.round(behindMs(snapshot, clock.now()) / 1000),
    late: isLate(snapshot, clock),
    pinned: snapshot.pinned,
  }
}

/** The published snapshot, or null when nothing has been evaluated. */
export async function readSnapshot(programme: OpenProgramme): Promise<SnapshotWire | null> {
  const current = await programme.current()
  const snapshot = await currentSnapshot(current)
  return snapshot === undefined
    ? null
    : snapshotWire(snapshot, current.programme.timeZone, current.clock)
}

/** The instant asked about; absent means now. */
export function asOfOf(current: Current, asOf: string | undefined): Instant {
  return asOf === undefined || asOf === ''
    ? current.clock.now()
    : parseAsOf(asOf, current.programme.timeZone)
}

/**
 * Computes and publishes all active segments, by the definitions in force. Files that have errors, or were
 * edited since they were applied, change nothing and are spoken of in the issues.
 */
export async function evaluateProgramme(
  programme: OpenProgramme,
  asked: Asked & {
    readonly asOf?: string
    readonly cause?: EvaluateInput['cause']
    readonly report?: (progress: JobProgress) => void
  },
): Promise<EvaluationWire> {
  const current = await programme.current()
  const applied = await applyFirst(current)
  const { definitions } = applied
  const done = await evaluateAt(current, {
    inForce: forceOf(applied),
    asOf: asOfOf(current, asked.asOf),
    ...(asked.cause === undefined ? {} : { cause: asked.cause }),
    ...(asked.signal === undefined ? {} : { signal: asked.signal }),
    ...(asked.report === undefined ? {} : { report: asked.report }),
  })
  const { snapshot } = done
  const { population } = snapshot
  const found = await standing(current)
  return {
    snapshot: snapshotWire(snapshot, current.programme.timeZone, current.clock),
    seconds: done.seconds,
    segments: [...snapshot.segments].toSorted(byKey).map(([key, { count }]) => ({
      key,
      name: definitions.get(key)?.file.name ?? {},
      count,
      share: population === 0 ? 0 : count / population,
    })),
    issues: [
      ...allIssues(current.files, activeOnly(found.wanted), asked.locale),
      ...(await catalogueNotes(current, asked.locale)),
      ...standingNotes(found, { current, locale: asked.locale }),
    ],
  }
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}

function activeOnly(
  definitions: ReadonlyMap<string, ReadDefinition>,
): ReadonlyMap<string, ReadDefinition> {
  return new Map([...definitions].filter(([, read]) => read.file.status === 'active'))
}

/** Counts a definition that was typed. Throws a Refusal `run/definition-invalid` with its issues. */
export async function countDefinition(
  programme: OpenProgramme,
  request: CountRequest,
  { locale, signal }: Asked,
): Promise<CountWire> {
  const current = await programme.current()
  const { definitions, bound, issues } = await bindTyped(current, request.definition)
  const asOf = asOfOf(current, request.asOf)
  const found = await countMembers(current, {
    definitions,
    segment: bound.segment,
    asOf,
    ...(request.approximate === true ? { approximate: true } : {}),
    ...(signal === undefined ? {} : { signal }),
  })
  return {
    count: found.count,
    population: found.population,
    share: found.population === 0 ? 0 : found.count / found.population,
    asOf: instantText(asOf),
    timeZone: current.programme.timeZone,
    ...(found.estimate === undefined ? {} : { estimate: found.estimate }),
    sentence: sayDefinition(
      request.definition,
      sayOptions(current.programme, current.files.segments, locale),
    ),
    issues: issues.map((issue) => issueWire(issue, locale, new Map([['', request.definition]]))),
  }
}

/** No file can have this key, so that it never meets a segment of the folder. */
const TYPED_KEY = ' typed'

/** A typed definition with all those that it refers to. Throws a Refusal `run/definition-invalid`. */
export async function bindTyped(
  current: Current,
  text: string,
): Promise<{
  readonly definitions: readonly BoundDefinition[]
  readonly bound: BoundDefinition
  readonly issues: readonly Issue[]
}> {
  const { programme } = current
  const folder = await definitionsInReach(current)
  const { lists } = await appliedDefinitions(current)
  const read = parse(text, { measures: Object.keys(programme.measures) })
  const checked = read.ok
    ? bind(read.value.definition, bindContextOf(programme, [...folder.keys()], lists), {
        segment: TYPED_KEY,
        spanOf: read.value.spanOf,
      })
    : read
  const broken = checked.ok
    ? checked.value.refersTo.filter((key) => folder.get(key)?.bound === undefined)
    : []
  if (!checked.ok || broken.length > 0) {
    const brokenIssues = broken.map((segment) => ({
      code: 'segment/refers-to-broken',
      severity: 'error' as const,
      params: { segment },
    }))
    throw new Refusal(
      'the definition has errors',
      { code: 'run/definition-invalid' },
      { issues: [...checked.issues, ...brokenIssues], texts: new Map([['', text]]) },
    )
  }
  const needed = new Map<string, BoundDefinition>()
  const add = (definition: BoundDefinition): void => {
    if (needed.has(definition.segment)) return
    needed.set(definition.segment, definition)
    for (const key of definition.refersTo) {
      const other = folder.get(key)?.bound
      if (other !== undefined) add(other)
    }
  }
  add(checked.value)
  return { definitions: [...needed.values()], bound: checked.value, issues: checked.issues }
}

/** A page of members, each with the reason. Throws `run/segment-unknown`, `run/not-evaluated`, `run/not-in-snapshot`. */
export async function memberPage(
  programme: OpenProgramme,
  asked: Asked & {
    readonly segment: string
    readonly limit: number
    readonly after?: string
    readonly search?: string
  },
): Promise<MemberPageWire> {
  const current = await programme.current()
  const found = await standing(current)
  assertSegment(current, asked.segment, [...found.applied.definitions.keys()])
  const page = await readMembers(current, asked.segment, {
    limit: asked.limit,
    ...(asked.after === undefined ? {} : { after: asked.after }),
    ...(asked.search === undefined ? {} : { search: asked.search }),
  })
  const reasons = await reasonsOf(current, page, asked)
  return {
    segment: asked.segment,
    snapshot: snapshotWire(page.snapshot, current.programme.timeZone, current.clock),
    total: page.total,
    stale: current.files.segments.some(
      (file) => file.key === asked.segment && isEditedSince(page.snapshot, file),
    ),
    standing: found.of(asked.segment),
    members: page.customerIds.map((customerId) => ({
      customerId,
      reason: reasons.get(customerId) ?? '',
    })),
    next: page.next,
  }
}

/** Reasons by customer; none when the definition has been broken since the snapshot was made. */
async function reasonsOf(
  current: Current,
  { snapshot, customerIds }: MembersPage,
  { segment, locale }: { readonly segment: string; readonly locale: Locale },
): Promise<ReadonlyMap<string, string>> {
  try {
    const definitions = await asEvaluated(current, snapshot)
    const asked = { segment, customerIds, asOf: snapshot.asOf, locale, definitions }
    return await explainReasons(current, asked)
  } catch (error) {
    if (error instanceof Refusal) return new Map()
    throw error
  }
}

/** The definitions that a snapshot was made from: reasons must not speak of what was applied after it. */
async function asEvaluated(
  current: Current,
  snapshot: Snapshot,
): Promise<ReadonlyMap<string, ReadDefinition>> {
  const reach = await definitionsInReach(current)
  const then = (key: string): string | undefined => snapshot.segments.get(key)?.definition
  const isSame = [...reach].every(
    ([key, { file }]) => (then(key) ?? file.definition) === file.definition,
  )
  if (isSame) return reach
  const segments = [...reach].map(([key, { file }]) => ({
    ...file,
    definition: then(key) ?? file.definition,
  }))
  const { lists } = await appliedDefinitions(current)
  return readDefinitions({ ...current.files, segments }, current.programme, lists)
}

/** Throws `run/segment-unknown` with the nearest key. */
export function assertSegment(
  current: Current,
  key: string,
  inForce: readonly string[] = [],
): void {
  const keys = [...new Set([...current.files.segments.map((s) => s.key), ...inForce])]
  if (!keys.includes(key)) throw segmentUnknown(key, keys)
}

/** Rows of a CSV of all members; formulas are neutralised, because the file will be opened in a spreadsheet. */
export async function memberCsv(
  programme: OpenProgramme,
  { segment }: { readonly segment: string },
): Promise<AsyncIterable<string>> {
  const current = await programme.current()
  const { definitions } = await appliedDefinitions(current)
  assertSegment(current, segment, [...definitions.keys()])
  // The first page is read before the answer begins, so that a refusal is still a refusal.
  const first = await readMembers(current, segment, { limit: CSV_PAGE })
  return csvRows(current, segment, first)
}

const CSV_PAGE = 10_000

async function* csvRows(
  current: Current,
  segment: string,
  first: MembersPage,
): AsyncGenerator<string> {
  yield 'customer_id\r\n'
  for (let page = first; ;) {
    yield page.customerIds.map((customerId) => `${csvCell(customerId)}\r\n`).join('')
    if (page.next === null) return
    // A file is of one generation, whatever is published while it is read.
    const next = { limit: CSV_PAGE, after: page.next }
    page = await readMembersOf(current, first.snapshot, segment, next)
  }
}

/** A cell that no spreadsheet takes for a formula (OWASP, CSV injection). */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
