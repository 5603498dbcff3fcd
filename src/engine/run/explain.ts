/** Why a customer is or is not in a segment: reads their past and asks the reference evaluator. */
import { assert, Failure, inLocale, type Instant, type Locale } from '../../core/base/index.ts'
import { placeInFile, type Catalogue } from '../../core/catalog/index.ts'
import type { ExplanationWire } from '../../core/contract/index.ts'
import {
  customersById,
  eventsOf,
  listsOf,
  profilesOf,
  scoresOf,
  toEventRecord,
  toListRecord,
  toScoreRecord,
  toTraitRecord,
  type HistoryRow,
} from '../../core/plan/index.ts'
import {
  explain,
  explainReason,
  parse,
  type BoundDefinition,
  type CustomerHistory,
  type Definition,
  type EventRecord,
  type ExplainContext,
  type ListRecord,
  type ScoreRecord,
  type TraitRecord,
} from '../../core/segment/index.ts'
import type { Analytics } from '../store/index.ts'
import { canonicalId } from './arrival/canonical.ts'
import { readCutoffs } from './evaluation/generation/cutoffs.ts'
import { standing } from './governance/standing.ts'
import { definitionsInReach } from './programme/applied.ts'
import type { ReadDefinition } from './programme/definitions.ts'
import type { Current, OpenProgramme } from './open.ts'
import { Refusal } from './refusal.ts'
import { segmentUnknown } from './programme/segments.ts'
import { currentSnapshot } from './evaluation/snapshot.ts'
import { parseAsOf } from './time.ts'

/** A history in the making. */
interface Past {
  readonly customerId: string
  readonly traits: TraitRecord[]
  readonly events: EventRecord[]
  readonly lists: ListRecord[]
  readonly scores: ScoreRecord[]
}

/**
 * The pasts of the customers with these ids, in the order asked; who is not known is left out. The instant
 * from which a customer is known comes along as a trait record that says nothing.
 * Cost: a few short reads for each event kind, however many customers.
 */
export async function readHistory(
  analytics: Analytics,
  catalogue: Catalogue,
  ids: readonly string[],
): Promise<readonly CustomerHistory[]> {
  const table = (name: string): ReturnType<Analytics['table']> => analytics.table(name)
  const rows = await analytics.query<{ customer_key: string; customer_id: string; since: string }>(
    customersById(ids, table),
  )
  if (rows.length === 0) return []
  const pasts = new Map<string, Past>(
    rows.map((row): [string, Past] => {
      const traits: TraitRecord[] = [{ at: Number(row.since), seq: -1, traits: {} }]
      const events: EventRecord[] = []
      const lists: ListRecord[] = []
      const scores: ScoreRecord[] = []
      return [row.customer_key, { customerId: row.customer_id, traits, events, lists, scores }]
    }),
  )
  const keys = [...pasts.keys()].map(BigInt)
  const kinds = Object.values(catalogue.events)
  const [profiles, listed, scored, ...perKind] = await Promise.all([
    analytics.query<HistoryRow>(profilesOf(catalogue, keys, table)),
    analytics.query<HistoryRow>(listsOf(keys, table)),
    analytics.query<HistoryRow>(scoresOf(keys, table)),
    ...kinds.map((kind) => analytics.query<HistoryRow>(eventsOf(kind, keys, table))),
  ])
  for (const row of profiles) pastOf(row).traits.push(toTraitRecord(catalogue, row))
  for (const row of listed) pastOf(row).lists.push(toListRecord(row))
  for (const row of scored) pastOf(row).scores.push(toScoreRecord(row))
  kinds.forEach((kind, i) => {
    for (const row of perKind[i] ?? []) pastOf(row).events.push(toEventRecord(kind, row))
  })
  function pastOf(row: HistoryRow): Past {
    const past = pasts.get(String(row['customer_key']))
    assert(past !== undefined, 'a fact of somebody who was not asked for')
    return past
  }
  const byId = new Map([...pasts.values()].map((past) => [past.customerId, past]))
  return ids.map((one) => byId.get(one)).filter((past) => past !== undefined)
}

/** Which membership is asked about, and in which language the answer is wanted. */
export interface ExplainRequest {
  readonly customer: string
  readonly segment: string
  readonly locale: Locale
  /** A day or an instant; the instant of the published snapshot when absent, or else now. */
  readonly asOf?: string
}

/**
 * Explains one membership from the definition in force, or from that of its file before it was applied. Throws `run/segment-unknown`,
 * `run/definition-invalid`, `run/customer-unknown`, `run/bad-instant`.
 */
export async function explainMembership(
  programme: OpenProgramme,
  request: ExplainRequest,
): Promise<ExplanationWire> {
  const current = await programme.current()
  const [definitions, stands] = await Promise.all([definitionsInReach(current), standing(current)])
  const asked = asking(current, { ...request, definitions })
  const asOf = await instantOf(current, request.asOf)
  // An id that was merged leads to the customer it is part of.
  const customer = await canonicalId(current, request.customer)
  const [history] = await readHistory(current.analytics, current.programme.catalogue, [customer])
  if (history === undefined) {
    throw new Failure('no such customer', {
      code: 'run/customer-unknown',
      params: { customer: request.customer },
    })
  }
  const { locale, catalogue } = asked
  const options = { locale, catalogue, segmentNames: namesOf(asked) }
  const context = contextOf(asked, asOf, await cutoffsOf(current))
  return {
    ...explain(asked.bound, asked.tree, history, context, options),
    definition: asked.text.trimEnd(),
    standing: stands.of(request.segment),
  }
}

/** Why each of these customers is (or is not) in a segment at an instant, in a sentence or two, by customer id. */
export async function explainReasons(
  current: Current,
  request: {
    readonly segment: string
    readonly customerIds: readonly string[]
    readonly asOf: Instant
    readonly locale: Locale
    /** The definitions that the memberships were computed from. */
    readonly definitions: ReadonlyMap<string, ReadDefinition>
  },
): Promise<ReadonlyMap<string, string>> {
  const asked = asking(current, request)
  const { locale, catalogue } = asked
  const options = { locale, catalogue, segmentNames: namesOf(asked) }
  const context = contextOf(asked, request.asOf, await cutoffsOf(current))
  const histories = await readHistory(current.analytics, catalogue, request.customerIds)
  return new Map(
    histories.map((past) => [
      past.customerId,
      explainReason(asked.bound, asked.tree, past, context, options),
    ]),
  )
}

/** A segment that is asked about, with all others, since definitions refer to each other. */
interface Asked {
  readonly definitions: ReadonlyMap<string, ReadDefinition>
  readonly bound: BoundDefinition
  readonly tree: Definition
  /** As written. */
  readonly text: string
  readonly catalogue: Catalogue
  readonly locale: Locale
}

function asking(
  { programme, files }: Current,
  { definitions, segment, locale }: Pick<Asked, 'definitions' | 'locale'> & { segment: string },
): Asked {
  const read = definitions.get(segment)
  if (read === undefined) throw segmentUnknown(segment, [...definitions.keys()])
  const measures = Object.keys(read.measures ?? programme.measures)
  const parsed = parse(read.file.definition, { measures })
  if (read.bound === undefined || !parsed.ok) {
    // Issues point into the file, where an editor can go; what was applied from another text has no lines there.
    const issues = read.issues.map((issue) =>
      issue.at?.kind === 'span' ? { ...issue, at: placeInFile(read.file, issue.at.start) } : issue,
    )
    throw new Refusal(
      `the definition of ${segment} has errors`,
      { code: 'run/definition-invalid', params: { segment } },
      { issues, texts: files.texts },
    )
  }
  const tree = parsed.value.definition
  const { catalogue } = programme
  return { definitions, bound: read.bound, tree, text: read.file.definition, catalogue, locale }
}

function namesOf({ definitions, locale }: Asked): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...definitions].map(([key, { file }]) => [key, inLocale(file.name, locale) || key]),
  )
}

/** Segments that a definition refers to are followed by their own definitions; one that has no meaning has nobody. */
function contextOf(
  { definitions }: Asked,
  asOf: Instant,
  cutoffs: Awaited<ReturnType<typeof readCutoffs>>,
): ExplainContext {
  const bound = [...definitions].flatMap(([key, read]): [string, BoundDefinition][] =>
    read.bound === undefined ? [] : [[key, read.bound]],
  )
  return {
    asOf,
    memberOf: () => false,
    definitions: new Map(bound),
    cutoffs: (key) => cutoffs.get(key),
  }
}

/** The thresholds of ranks that the published generation stands on. */
async function cutoffsOf(current: Current): Promise<Awaited<ReturnType<typeof readCutoffs>>> {
  const snapshot = await currentSnapshot(current)
  return snapshot === undefined ? new Map() : readCutoffs(current, snapshot.base)
}

async function instantOf(current: Current, asOf: string | undefined): Promise<Instant> {
  if (asOf !== undefined) return parseAsOf(asOf, current.programme.timeZone)
  const snapshot = await currentSnapshot(current)
  return snapshot?.asOf ?? current.clock.now()
}
