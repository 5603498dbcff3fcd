/** Clusters: looked for in a sample, assigned to everybody by the store, said as definitions. */
import {
  mapIn,
  numberIn,
  textIn,
  textsIn,
  type ModelSettings,
} from '../../../../core/catalog/index.ts'
import { say, verbatim, type Finding } from '../../../../core/insight/index.ts'
import { matchLabels, setsApart } from '../../../../core/models/index.ts'
import { slotText } from '../../../../core/template/index.ts'
import { id, join, raw, sql, type Sql } from '../../../../core/sql/index.ts'
import { isSet, traitsNow } from '../../basis/traits.ts'
import type { ReportContext } from '../../report/kind.ts'
import { comparableTraits } from '../../segments/figures.ts'
import type { ModelKind, ModelResult, ModelTask } from '../kind.ts'
import { coreMeasures, type ModelMeasure } from '../measures/behaviour.ts'
import { askColumns, isDefinition, type ValuesOf } from '../measures/columns.ts'
import { readSample, sampleShare, type Sample } from '../measures/sample.ts'
import { clusterDraft } from './draft.ts'
import type { FoundCluster } from './found.ts'
import { fitClusters, type ClusterAsked, type ClusterData, type ClusterFit } from './fit.ts'
import { placed } from './place.ts'
import { definitionOf, levelsOf, ruledBy, rulesFor, type RuleSubject } from './rules.ts'
import { sumsOf, type ClusterSums } from './sums.ts'
import { typicalMarks } from './typical.ts'
import { W } from './words.ts'

export const CLUSTER: ModelKind = { kind: 'cluster', needs: [], run }

const SEED = 1
/** A mixture's steps cost the square of the measures: it is fitted on no more. */
const MIXTURE_ROWS = 8000

async function run(context: ReportContext, task: ModelTask): Promise<ModelResult> {
  const { settings, model } = task
  const asked = askedOf(settings)
  const days = numberIn(settings, 'days') ?? 365
  const measures = measuresOf(context, settings, days)
  const traits = asked.method === 'mixed' ? textsIn(settings, 'traits') : []
  const among = textIn(settings, 'customers') ?? boughtIn(context, days)
  if (measures.length + traits.length === 0) {
    return nothing({ code: 'cluster/nothing', tone: 'caution', text: say(W.measures) })
  }
  const read = await askColumns(context, [
    ...measures.map(({ text }, j) => ({ name: `m${j}`, text, kind: 'number' as const })),
    ...(among === undefined ? [] : [{ name: 'among', text: among, kind: 'condition' as const }]),
    { name: 'before', text: `score(${model.key}.cluster)`, kind: 'number' },
  ])
  if (!read.ok) return nothing(read.finding)
  const isAmong = among !== undefined
  const values = withTraits(await read.asked.asOf(context.asOf), { traits, isAmong })
  const wanted = numberIn(settings, 'sample') ?? 20_000
  const most = asked.method === 'mixture' ? Math.min(wanted, MIXTURE_ROWS) : wanted
  const share = await sampleShare(context, most)
  const drawn = sql`SELECT * FROM (${values(context, share)}) ORDER BY customer_key`
  const data = dataOf(await readSample(context, drawn), measures, traits)
  const fit = fitClusters(data, asked)
  const { currency } = context.current.programme
  const shown = { key: model.key, measures, fit, asked, among, currency, sampled: data.rows }
  const { verdict, status, clusters } = fit
  if (clusters === undefined) {
    const draft = clusterDraft({ ...shown, found: [], moves: [], n: data.rows })
    return { status, n: data.rows, parameters: { verdict, next: nextOf(task.before) }, draft }
  }
  task.phase('scoring')
  const numbers = numbersFor(clusters.labels, data.before, { k: clusters.k, before: task.before })
  const form = clusters.formOf(numbers)
  const { found, sums } = await describe(context, placed(form, values(context)), {
    data,
    fit,
    clusters,
    measures,
    numbers,
    among,
  })
  const next = Math.max(...numbers, nextOf(task.before) - 1) + 1
  return {
    status,
    n: sums.n,
    parameters: { form, verdict, next, sampled: data.rows },
    draft: clusterDraft({ ...shown, found, moves: sums.moves, n: sums.n }),
    scores: (shard) =>
      sql`SELECT customer_key, cluster, distance, closeness FROM (${placed(form, values(shard))})`,
  }
}

/** The sample, with the cluster that each customer was in before. */
function dataOf(
  sample: Sample,
  measures: readonly ModelMeasure[],
  traits: readonly string[],
): ClusterData & { readonly before: Float64Array } {
  return {
    rows: sample.rows,
    measures: measures.map(({ name }, j) => ({
      name,
      column: `m${j}`,
      values: sample.column(`m${j}`),
    })),
    traits: traits.map((name, j) => ({ name, column: `t${j}`, texts: sample.texts(`t${j}`) })),
    before: sample.column('before'),
  }
}

/** What each cluster is like, over everybody: its size, what sets it apart, and its definition with how faithful that is. */
async function describe(
  context: ReportContext,
  everyone: Sql,
  of: {
    readonly data: ClusterData
    readonly fit: ClusterFit
    readonly clusters: NonNullable<ClusterFit['clusters']>
    readonly measures: readonly ModelMeasure[]
    readonly numbers: readonly number[]
    readonly among: string | undefined
  },
): Promise<{ readonly found: readonly FoundCluster[]; readonly sums: ClusterSums }> {
  const { data, fit, clusters, measures, numbers, among } = of
  const { labels, k, stability } = clusters
  const subjects: readonly RuleSubject[] = [
    ...data.measures.map((one, j) => ({
      kind: 'number' as const,
      text: measures[j]?.text ?? '',
      ...one,
    })),
    ...data.traits.flatMap(levelsOf),
  ]
  const { rules } = rulesFor(subjects, { labels, k, seed: SEED })
  const boxes = rules.map((rule) => rule.boxes)
  const sums = await sumsOf(context, everyone, {
    numbers,
    measures,
    rule: ruledBy(boxes, subjects),
  })
  const scaling = fit.scaling.length === 0 ? {} : { scaling: fit.scaling }
  const apart = setsApart(data.measures, labels, { k, ...scaling })
  const values = new Map(data.measures.map((one) => [one.name, one.values]))
  const found: FoundCluster[] = []
  for (const [c, number] of numbers.entries()) {
    const own = boxes[c] ?? []
    const line = definitionOf(own, subjects, { among, isNamed: false })
    const named = definitionOf(own, subjects, { among, isNamed: true })
    // A measure that is called like a trait that it looks at would be a circle.
    const definition = (await usable(context, named)) ?? (await usable(context, line))
    found.push({
      number,
      ...sums.sizes[c],
      stability: stability[c],
      trademarks: typicalMarks(apart[c]?.trademarks ?? [], {
        values,
        labels,
        label: c,
        scaling: fit.scaling,
      }),
      fidelity: sums.fidelity[c],
      ...(definition === undefined ? {} : { definition, line: line ?? definition }),
    })
  }
  return { found, sums }
}

async function usable(
  context: ReportContext,
  definition: string | undefined,
): Promise<string | undefined> {
  if (definition === undefined) return undefined
  return (await isDefinition(context, definition)) ? definition : undefined
}

function nothing(finding: Finding): ModelResult {
  const draft = { findings: [finding], tables: [], charts: [], method: [] }
  return { status: 'none', n: 0, parameters: {}, draft }
}

function askedOf(settings: ModelSettings): ClusterAsked {
  return {
    method: (textIn(settings, 'method') ?? 'kmeans') as ClusterAsked['method'],
    k: numberIn(settings, 'k') ?? 0,
    most: numberIn(settings, 'most') ?? 8,
    leastShare: numberIn(settings, 'least_share') ?? 0.03,
    weights: mapIn<number>(settings, 'weights'),
    transforms: mapIn<string>(settings, 'transforms'),
    seed: SEED,
  }
}

function measuresOf(
  context: ReportContext,
  settings: ModelSettings,
  days: number,
): readonly ModelMeasure[] {
  const told = Object.entries(mapIn<string>(settings, 'measures'))
  if (told.length === 0) return coreMeasures(context.meaning, days)
  const usual = new Map(coreMeasures(context.meaning, days).map((one) => [one.text, one]))
  return told.map(([name, text]) => {
    const known = usual.get(text)
    return { name, text, label: verbatim(name), unit: known?.unit ?? 'number' }
  })
}

function boughtIn(context: ReportContext, days: number): string | undefined {
  const purchase = slotText('purchase', context.meaning)
  return purchase === undefined ? undefined : `any(${purchase}, last ${days} days)`
}

/** The values of those who are looked at, with traits as texts `t0`, `t1` ... */
function withTraits(
  values: ValuesOf,
  of: { readonly traits: readonly string[]; readonly isAmong: boolean },
): ValuesOf {
  return (on, share) => {
    const rows = sql`SELECT * FROM (${values(on, share)})${raw(of.isAmong ? ' WHERE among = 1' : '')}`
    const known = comparableTraits(on)
    const traits = of.traits.map((name) => known.find((trait) => trait.name === name))
    const there = traits.flatMap((trait) => trait ?? [])
    if (of.traits.length === 0) return rows
    const columns = traits.map((trait, j) =>
      trait === undefined
        ? sql`'' AS ${id(`t${j}`)}`
        : sql`if(${isSet(trait, id('known_of', trait.name))}, ifNull(toString(${id('known_of', trait.name)}), ''), '') AS ${id(`t${j}`)}`,
    )
    return sql`SELECT told.*, ${join(columns, ', ')} FROM (${rows}) AS told
      LEFT JOIN (${traitsNow(on, there)}) AS known_of ON told.customer_key = known_of.customer_key`
  }
}

function isMap(x: unknown): x is Readonly<Record<string, unknown>> {
  return typeof x === 'object' && x !== null
}

/** The first number that no cluster has had. */
function nextOf(before: unknown): number {
  const next = isMap(before) ? before['next'] : undefined
  return typeof next === 'number' ? next : 1
}

/** A cluster keeps its number while most of its customers stay: below this overlap it is another. */
const CONTINUES = 0.25

function numbersFor(
  labels: Int32Array,
  before: Float64Array,
  of: { readonly k: number; readonly before: unknown },
): readonly number[] {
  const previous = Int32Array.from(before, (x) => (Number.isFinite(x) ? x - 1 : -1))
  if (previous.every((x) => x < 0))
    return Array.from({ length: of.k }, (_, c) => nextOf(of.before) + c)
  const match = matchLabels(previous, labels, { least: CONTINUES, next: nextOf(of.before) - 1 })
  return Array.from({ length: of.k }, (_, c) => (match.number[c] ?? c) + 1)
}
