/** How well memberships and scores tell protected attributes: counts by the store, judged by `core/insight`. */
import type { Trait } from '../../../../core/catalog/index.ts'
import {
  PRIVACY_FLOOR,
  PROXY_COVERAGE,
  PROXY_LEAST,
  proxyOfMembership,
  proxyOfScore,
  say,
  textOf,
  verbatim,
  type Proxy,
  type Text,
} from '../../../../core/insight/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../../../core/sql/index.ts'
import { EVERYBODY, groupRows } from '../../basis/groups.ts'
import { scoreNow } from '../../basis/scores.ts'
import { traitsNow } from '../../basis/traits.ts'
import { protectedTraits } from '../../model/learned/features.ts'
import type { ReportContext } from '../../report/kind.ts'
import { numberBands, ofTrait } from '../characteristics.ts'
import type { Groups } from '../sums.ts'

/** A protected attribute in groups. */
interface Attribute {
  readonly trait: string
  readonly label: Text
  /** An array of texts over the columns of the traits; empty where nothing is known. */
  readonly texts: Sql
  readonly labelOf: (value: string) => Text
}

/** One group of one attribute, and how far a segment or a score stands for it. */
export interface ProxyRow {
  readonly trait: string
  readonly attribute: Text
  readonly group: Text
  readonly proxy: Proxy
  /** Customers of the group that were looked at. */
  readonly n: number
  /** Of memberships: share of the group among members, and among the others. */
  readonly shares?: { readonly of: number; readonly against: number }
  /** A cell of fewer than eleven customers lies behind it: its figures are not shown. */
  readonly hidden: boolean
}

/** What was measured, the strongest first, and what could not be. */
export interface Proxies {
  readonly rows: readonly ProxyRow[]
  /** Known of fewer than three fifths. */
  readonly unmeasured: readonly Text[]
}

const YES: Text = say(['yes', 'sim', 'sí', 'oui'])
const NO: Text = say(['no', 'não', 'no', 'non'])
/** Values of one attribute that are looked at, the most frequent ones. */
const MOST_VALUES = 20
/** A score in so many bins: what a hundredth holds counts as tied. */
const BINS = 100

async function attributesOf(context: ReportContext): Promise<readonly Attribute[]> {
  const found = await Promise.all(
    protectedTraits(context).map(async (trait): Promise<readonly Attribute[]> => {
      const isNumber = trait.type === 'number' || trait.type === 'money'
      const known = isNumber ? await numberBands(context, trait) : ofTrait(context, trait)
      if (known.length > 0) return known.map((one) => ({ ...one, trait: trait.name }))
      return isNumber ? [] : plain(trait)
    }),
  )
  return found.flat()
}

/** Sensitive attributes that profiles never show: here they are counted, and only here. */
function plain({ name, type, label }: Trait): readonly Attribute[] {
  if (type !== 'text' && type !== 'boolean') return []
  const text = sql`ifNull(toString(${id(name)}), '')`
  const texts = sql`if(${text} = '', emptyArrayString(), [${text}])`
  const labelOf = (v: string): Text => (type === 'text' ? verbatim(v) : v === 'true' ? YES : NO)
  return [{ trait: name, label: textOf(label), texts, labelOf }]
}

interface CountRow {
  /** Which attribute. */
  readonly at: number
  /** 0: customers of whom it is unknown, 1: known, 2: those with the value. */
  readonly kind: number
  readonly v: string
  readonly mark: number
  readonly n: number
}

/** Counts by value and mark; `people` has `customer_key` and `marks`, among them EVERYBODY's. */
async function countsOf(
  context: ReportContext,
  people: Sql,
  attributes: readonly Attribute[],
): Promise<readonly CountRow[]> {
  const traits = protectedTraits(context).filter(({ name }) =>
    attributes.some(({ trait }) => trait === name),
  )
  const parts = attributes.map(({ texts }, at) => {
    const number = raw(String(at))
    const known = sql`arrayConcat([(${number}, 1, '')], arrayMap(v -> (${number}, 2, v), ${texts}))`
    return sql`if(empty(${texts}), [(${number}, 0, '')], ${known})`
  })
  return await context.query<CountRow>(
    sql`SELECT toFloat64(part.1) AS at, toFloat64(part.2) AS kind, part.3 AS v, toFloat64(mark) AS mark, toFloat64(count()) AS n
      FROM (SELECT marks, arrayJoin(arrayConcat(${join(parts, ', ')})) AS part
        FROM (${people}) AS people ANY LEFT JOIN (${traitsNow(context, traits)}) AS traits USING (customer_key))
      ARRAY JOIN marks AS mark
      GROUP BY at, kind, v, mark ORDER BY at, kind, mark, n DESC, v LIMIT ${raw(String(10 * MOST_VALUES))} BY at, kind, mark`,
  )
}

interface Group {
  readonly attribute: Attribute
  readonly v: string
}

/** Groups large enough to be judged, of the attributes known of enough customers. */
function groupsOf(
  attributes: readonly Attribute[],
  count: (at: number, kind: number, v: string, mark: number) => number,
  rows: readonly CountRow[],
): {
  readonly groups: readonly (Group & { readonly at: number })[]
  readonly unmeasured: readonly Text[]
} {
  const unmeasured: Text[] = []
  const groups = attributes.flatMap((attribute, at) => {
    const known = count(at, 1, '', EVERYBODY)
    const all = known + count(at, 0, '', EVERYBODY)
    if (all === 0 || known < PROXY_COVERAGE * all) {
      unmeasured.push(attribute.label)
      return []
    }
    return rows
      .filter((r) => r.at === at && r.kind === 2 && r.mark === EVERYBODY && r.n >= PROXY_LEAST)
      .slice(0, MOST_VALUES)
      .map(({ v }) => ({ attribute, v, at }))
  })
  return { groups, unmeasured }
}

function keyOf(at: number, kind: number, v: string, mark: number): string {
  return `${at} ${kind} ${mark} ${v}`
}

function counter(
  rows: readonly CountRow[],
): (at: number, kind: number, v: string, mark: number) => number {
  const counts = new Map(rows.map((r) => [keyOf(r.at, r.kind, r.v, r.mark), r.n]))
  return (at, kind, v, mark) => counts.get(keyOf(at, kind, v, mark)) ?? 0
}

/** Every mark's membership against every group. */
async function byMark(
  context: ReportContext,
  people: Sql,
  marks: readonly number[],
): Promise<ReadonlyMap<number, Proxies>> {
  const attributes = await attributesOf(context)
  const rows = attributes.length === 0 ? [] : await countsOf(context, people, attributes)
  const count = counter(rows)
  const { groups, unmeasured } = groupsOf(attributes, count, rows)
  return new Map(
    marks.map((mark) => {
      const own = groups.map(({ attribute, v, at }): ProxyRow => {
        const n = count(at, 2, v, EVERYBODY)
        const members = count(at, 2, v, mark)
        const known = count(at, 1, '', mark)
        const counts = {
          members,
          others: n - members,
          membersElsewhere: known - members,
          othersElsewhere: count(at, 1, '', EVERYBODY) - n - (known - members),
        }
        const everyone = known + counts.others + counts.othersElsewhere
        return {
          trait: attribute.trait,
          attribute: attribute.label,
          group: attribute.labelOf(v),
          proxy: proxyOfMembership(counts),
          n,
          shares: {
            of: known === 0 ? 0 : members / known,
            against: everyone === known ? 0 : counts.others / (everyone - known),
          },
          hidden: Object.values(counts).some((cell) => cell > 0 && cell < PRIVACY_FLOOR),
        }
      })
      return [mark, { rows: strongestFirst(own), unmeasured }]
    }),
  )
}

function strongestFirst(rows: readonly ProxyRow[]): readonly ProxyRow[] {
  const levels = ['strong', 'warns', 'none']
  const strength = ({ proxy: { tells, told } }: ProxyRow): number =>
    Math.max(tells.value ?? 0, told?.value ?? 0)
  return rows.toSorted(
    (a, b) =>
      levels.indexOf(a.proxy.level) - levels.indexOf(b.proxy.level) || strength(b) - strength(a),
  )
}

const MEMBERS = 1

/** Members of one segment against everybody else. Cost: one pass over the profiles. */
export async function proxiesOfGroups(context: ReportContext, groups: Groups): Promise<Proxies> {
  const all = raw(String(EVERYBODY))
  const people = sql`SELECT customer_key, if(of_ = 1, [toUInt32(${raw(String(MEMBERS))}), toUInt32(${all})], [toUInt32(${all})]) AS marks FROM (${groups})`
  const found = await byMark(context, people, [MEMBERS])
  return found.get(MEMBERS) ?? { rows: [], unmeasured: [] }
}

/** All published segments at once, by key. Cost: one pass over the profiles and the state. */
export async function proxiesOfSegments(
  context: ReportContext,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Proxies>> {
  const numbers = new Map(
    keys.map((key) => [key, context.snapshot.segments.get(key)?.number ?? -1] as const),
  )
  const people = sql`SELECT customer_key, groups AS marks FROM (${groupRows(context)})`
  const found = await byMark(context, people, [...numbers.values()])
  return new Map(
    [...numbers].map(([key, number]) => [key, found.get(number) ?? { rows: [], unmeasured: [] }]),
  )
}

/** A score, among those who have one. Cost: one pass over the profiles and two over the score. */
export async function proxiesOfScore(context: ReportContext, score: string): Promise<Proxies> {
  const attributes = await attributesOf(context)
  if (attributes.length === 0) return { rows: [], unmeasured: [] }
  const scores = scoreNow(context, score)
  const steps = Array.from({ length: BINS - 1 }, (_, i) => (i + 1) / BINS)
  const [cut] = await context.query<{ q: readonly number[] }>(
    sql`SELECT arraySort(arrayDistinct(quantilesExactLow(${raw(steps.join(', '))})(score))) AS q FROM (${scores})`,
  )
  const cuts = (cut?.q ?? []).filter((x) => Number.isFinite(x))
  const bin = sql`toUInt32(arrayCount(x -> x < score, ${value(cuts, 'Array(Float64)')}))`
  const people = sql`SELECT customer_key, [${bin}, toUInt32(${raw(String(EVERYBODY))})] AS marks FROM (${scores})`
  const rows = await countsOf(context, people, attributes)
  const count = counter(rows)
  const { groups, unmeasured } = groupsOf(attributes, count, rows)
  const own = groups.map(({ attribute, v, at }): ProxyRow => {
    const bins = Array.from({ length: cuts.length + 1 }, (_, i) => i)
    const of = Float64Array.from(bins, (i) => count(at, 2, v, i))
    const against = Float64Array.from(bins, (i) => count(at, 1, '', i) - (of[i] as number))
    const n = count(at, 2, v, EVERYBODY)
    return {
      trait: attribute.trait,
      attribute: attribute.label,
      group: attribute.labelOf(v),
      proxy: proxyOfScore({ of, against }),
      n,
      hidden: n < PRIVACY_FLOOR,
    }
  })
  return { rows: strongestFirst(own), unmeasured }
}
