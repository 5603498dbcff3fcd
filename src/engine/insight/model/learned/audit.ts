/** Whom a model would choose, by protected attributes that it never saw: the four-fifths rule with intervals. */
import {
  say,
  textOf,
  type Figure,
  type Finding,
  type ReportTable,
  type Text,
} from '../../../../core/insight/index.ts'
import { proportion, proportionRatio, type Estimate } from '../../../../core/stats/index.ts'
import { join, raw, sql, type Sql } from '../../../../core/sql/index.ts'
import type { ReportContext } from '../../report/kind.ts'
import { knownOf } from '../../segments/characteristics.ts'
import { withSources } from '../../segments/sums.ts'
import { protectedTraits } from './features.ts'
import { W } from './words.ts'

/** One group of one attribute. */
export interface AuditRow {
  readonly attribute: Text
  readonly group: Text
  readonly n: number
  readonly chosen: Estimate
  /** Chosen against the group that is chosen most; absent for that group, and where there are too few to say. */
  readonly ratio?: Estimate
}

/** An attribute that too few customers have, and its groups otherwise. */
export interface Audit {
  readonly rows: readonly AuditRow[]
  /** Attributes known of less than three fifths of the customers: not measured. */
  readonly unmeasured: readonly Text[]
}

const LEAST = 11
/** Shares of smaller groups are too unsure to be compared. */
const ENOUGH = 50
const COVERAGE = 0.6
/** The four-fifths rule (Uniform Guidelines on Employee Selection Procedures, 1978, section 4 D). */
const FOUR_FIFTHS = 0.8

/** Audits a choice: `customer_key`, `chosen` (0 or 1). */
export async function auditOf(context: ReportContext, choice: Sql): Promise<Audit> {
  const traits = protectedTraits(context)
  const { characteristics: known, sources } = await knownOf(context, traits)
  const grouped = new Set(known.flatMap(({ uses }) => uses))
  const rows: AuditRow[] = []
  // What makes no groups cannot be compared, and is not passed over in silence.
  const unmeasured: Text[] = traits
    .filter(({ name }) => !grouped.has(`trait:${name}`))
    .map(({ label }) => textOf(label))
  const groups = await countGroups(
    context,
    withSources(choice, sources),
    known.map(({ texts }) => texts),
  )
  for (const [at, one] of known.entries()) {
    const own = groups.filter((group) => group.at === at)
    const all = own.reduce((sum, { n }) => sum + n, 0)
    const there = own.filter(({ v, n }) => v !== '' && n >= LEAST)
    const covered = there.reduce((sum, { n }) => sum + n, 0)
    if (covered < COVERAGE * all) unmeasured.push(one.label)
    else {
      const labelled = there.map((group) => ({ ...group, label: one.labelOf(group.v) }))
      rows.push(...compared(one.label, labelled))
    }
  }
  return { rows, unmeasured }
}

interface GroupRow {
  readonly at: number
  readonly v: string
  readonly n: number
  readonly hits: number
}

/** All attributes in one pass; '' stands for who has no value. */
async function countGroups(
  context: ReportContext,
  people: Sql,
  attributes: readonly Sql[],
): Promise<readonly GroupRow[]> {
  if (attributes.length === 0) return []
  const pairs = attributes.map(
    (texts, at) => sql`arrayMap(v -> (${raw(String(at))}, v), if(empty(${texts}), [''], ${texts}))`,
  )
  return await context.query<GroupRow>(
    sql`SELECT toFloat64(pair.1) AS at, pair.2 AS v, toFloat64(count()) AS n, toFloat64(sum(chosen)) AS hits
      FROM (SELECT chosen, arrayJoin(arrayConcat(${join(pairs, ', ')})) AS pair FROM ${people})
      GROUP BY at, v ORDER BY at, v`,
  )
}

/** Groups of one attribute against the one chosen most of those large enough. */
export function compared(
  attribute: Text,
  groups: readonly { readonly label: Text; readonly n: number; readonly hits: number }[],
): readonly AuditRow[] {
  const large = groups.filter(({ n }) => n >= ENOUGH)
  const top = large.toSorted((a, b) => rate(b) - rate(a))[0]
  return groups.map((group) => {
    const isCompared = top !== undefined && group !== top && group.n >= ENOUGH
    return {
      attribute,
      group: group.label,
      n: group.n,
      chosen: proportion(group),
      ...(isCompared ? { ratio: proportionRatio({ of: group, against: top }) } : {}),
    }
  })
}

function rate(group: { readonly n: number; readonly hits: number }): number {
  return group.hits / group.n
}

function number(value: number | undefined): Figure {
  return { kind: 'number', value: value ?? 0 }
}

/** Attributes told one by one, the worst first. */
const MOST_TOLD = 4

/** Findings: by attribute, groups under four fifths, surely or maybe; what could not be measured; that all is well. */
export function auditFindings(audit: Audit): readonly Finding[] {
  const low = audit.rows.filter(({ ratio }) => (ratio?.value ?? 1) < FOUR_FIFTHS)
  if (low.length === 0)
    return audit.rows.length === 0
      ? []
      : [{ code: 'model/equal', tone: 'neutral', text: say(W.equal) }]
  const worstFirst = low.toSorted((a, b) => (a.ratio?.value ?? 1) - (b.ratio?.value ?? 1))
  const attributes = new Map<Text, AuditRow[]>()
  for (const row of worstFirst)
    attributes.set(row.attribute, [...(attributes.get(row.attribute) ?? []), row])
  return [...attributes.values()].slice(0, MOST_TOLD).flatMap((rows): readonly Finding[] => {
    const [worst] = rows
    if (worst?.ratio === undefined) return []
    const { ratio } = worst
    const holes = {
      attribute: worst.attribute,
      group: worst.group,
      ratio: number(ratio.value),
      low: number(ratio.low),
      high: number(ratio.high),
      others: { kind: 'count', value: rows.length - 1 } as const,
    }
    const isSure = (ratio.high ?? 1) < FOUR_FIFTHS
    return [
      {
        code: 'model/unequal',
        tone: isSure ? 'bad' : 'caution',
        text: say(rows.length > 1 ? W.unequalMore : W.unequal, holes),
      },
    ]
  })
}

/** Every group with its rate and ratio. */
export function auditTable(audit: Audit): ReportTable {
  return {
    name: 'audit',
    title: say(W.audit),
    columns: [
      { key: 'attribute', title: say(W.attribute), kind: 'text' },
      { key: 'group', title: say(W.group), kind: 'text' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
      {
        key: 'chosen',
        title: say(W.chosen),
        kind: 'share',
        low: 'chosen_low',
        high: 'chosen_high',
      },
      { key: 'ratio', title: say(W.ratio), kind: 'number', low: 'ratio_low', high: 'ratio_high' },
      { key: 'chosen_low', title: say(W.chosen), kind: 'share', hidden: true },
      { key: 'chosen_high', title: say(W.chosen), kind: 'share', hidden: true },
      { key: 'ratio_low', title: say(W.ratio), kind: 'number', hidden: true },
      { key: 'ratio_high', title: say(W.ratio), kind: 'number', hidden: true },
    ],
    rows: [
      ...audit.rows.map(({ attribute, group, n, chosen, ratio }) => ({
        attribute,
        group,
        customers: n,
        chosen: chosen.value ?? null,
        chosen_low: chosen.low ?? null,
        chosen_high: chosen.high ?? null,
        ratio: ratio?.value ?? null,
        ratio_low: ratio?.low ?? null,
        ratio_high: ratio?.high ?? null,
      })),
      ...audit.unmeasured.map((attribute) => ({
        attribute,
        group: say(W.unmeasured),
        customers: null,
        chosen: null,
        chosen_low: null,
        chosen_high: null,
        ratio: null,
        ratio_low: null,
        ratio_high: null,
      })),
    ],
  }
}
