/** Why a customer is or is not in a segment: reads their past and asks the reference evaluator. */
import { assert, Failure, inLocale, type Instant, type Locale } from '../../core/base/index.ts'
import type { Catalogue } from '../../core/catalog/index.ts'
import {
  customersById,
  eventsOf,
  profilesOf,
  toEventRecord,
  toTraitRecord,
  type HistoryRow,
} from '../../core/plan/index.ts'
import {
  explain,
  interpret,
  parse,
  type BoundDefinition,
  type CustomerHistory,
  type Definition,
  type EventRecord,
  type Explanation,
  type TraitRecord,
} from '../../core/segment/index.ts'
import type { Analytics } from '../store/index.ts'
import { definitionsInReach } from './programme/applied.ts'
import type { ReadDefinition } from './programme/definitions.ts'
import type { Current, OpenProgramme } from './open.ts'
import { Refusal } from './refusal.ts'
import { segmentUnknown } from './programme/segments.ts'
import { currentSnapshot } from './evaluation/snapshot.ts'
import { parseAsOf } from './time.ts'

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
  const pasts = new Map(
    rows.map((row) => {
      const traits: TraitRecord[] = [{ at: Number(row.since), seq: -1, traits: {} }]
      const events: EventRecord[] = []
      return [row.customer_key, { customerId: row.customer_id, traits, events }]
    }),
  )
  const keys = [...pasts.keys()].map(BigInt)
  const kinds = Object.values(catalogue.events)
  const [profiles, ...perKind] = await Promise.all([
    analytics.query<HistoryRow>(profilesOf(catalogue, keys, table)),
    ...kinds.map((kind) => analytics.query<HistoryRow>(eventsOf(kind, keys, table))),
  ])
  for (const row of profiles) pastOf(row).traits.push(toTraitRecord(catalogue, row))
  kinds.forEach((kind, i) => {
    for (const row of perKind[i] ?? []) pastOf(row).events.push(toEventRecord(kind, row))
  })
  function pastOf(row: HistoryRow): { traits: TraitRecord[]; events: EventRecord[] } {
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
): Promise<Explanation> {
  const current = await programme.current()
  const definitions = await definitionsInReach(current)
  const asked = asking(current, { ...request, definitions })
  const asOf = await instantOf(current, request.asOf)
  const [history] = await readHistory(current.analytics, current.programme.catalogue, [
    request.customer,
  ])
  if (history === undefined) {
    throw new Failure('no such customer', {
      code: 'run/customer-unknown',
      params: { customer: request.customer },
    })
  }
  return explainOne(asked, history, asOf)
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
  const { catalogue } = current.programme
  const histories = await readHistory(current.analytics, catalogue, request.customerIds)
  return new Map(
    histories.map((past) => [past.customerId, explainOne(asked, past, request.asOf).reason]),
  )
}

/** A segment that is asked about, with all others, since definitions refer to each other. */
interface Asked {
  readonly definitions: ReadonlyMap<string, ReadDefinition>
  readonly bound: BoundDefinition
  readonly tree: Definition
  readonly catalogue: Catalogue
  readonly locale: Locale
}

function asking(
  { programme }: Current,
  { definitions, segment, locale }: Pick<Asked, 'definitions' | 'locale'> & { segment: string },
): Asked {
  const read = definitions.get(segment)
  if (read === undefined) throw segmentUnknown(segment, [...definitions.keys()])
  const measures = Object.keys(read.measures ?? programme.measures)
  const parsed = parse(read.file.definition, { measures })
  if (read.bound === undefined || !parsed.ok) {
    const texts = new Map([['', read.file.definition]])
    throw new Refusal(
      `the definition of ${segment} has errors`,
      { code: 'run/definition-invalid', params: { segment } },
      { issues: read.issues, texts },
    )
  }
  const tree = parsed.value.definition
  return { definitions, bound: read.bound, tree, catalogue: programme.catalogue, locale }
}

function explainOne(asked: Asked, history: CustomerHistory, asOf: Instant): Explanation {
  const { definitions, bound, tree, catalogue, locale } = asked
  const known = new Map<string, boolean>()
  // Circles were refused when the definitions were bound.
  const memberOf = (segment: string): boolean => {
    const found = known.get(segment)
    if (found !== undefined) return found
    const other = definitions.get(segment)?.bound
    const member = other !== undefined && interpret(other, history, { asOf, memberOf })
    known.set(segment, member)
    return member
  }
  const segmentNames = Object.fromEntries(
    [...definitions].map(([key, { file }]) => [key, inLocale(file.name, locale) || key]),
  )
  return explain(bound, tree, history, { asOf, memberOf }, { locale, catalogue, segmentNames })
}

async function instantOf(current: Current, asOf: string | undefined): Promise<Instant> {
  if (asOf !== undefined) return parseAsOf(asOf, current.programme.timeZone)
  const snapshot = await currentSnapshot(current)
  return snapshot?.asOf ?? Date.now()
}
