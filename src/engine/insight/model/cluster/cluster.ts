/** Clusters: looked for in a sample, assigned to everybody by the store, said as definitions. */
import {
  mapIn,
  numberIn,
  textIn,
  textsIn,
  type ModelSettings,
} from '../../../../core/catalog/index.ts'
import { say, verbatim } from '../../../../core/insight/index.ts'
import { matchLabels, setsApart } from '../../../../core/models/index.ts'
import { slotText } from '../../../../core/template/index.ts'
import { id, join, raw, sql, type Sql } from '../../../../core/sql/index.ts'
import { isSet, traitsNow } from '../../basis/traits.ts'
import type { ReportContext } from '../../report/kind.ts'
import { comparableTraits } from '../../segments/figures.ts'
import type { ModelKind, ModelResult, ModelTask } from '../kind.ts'
import { coreMeasures, type ModelMeasure } from '../measures/behaviour.ts'
import { askColumns, isDefinition, type ValuesOf } from '../measures/columns.ts'
import { readSample, sampleShare } from '../measures/sample.ts'
import { clusterDraft } from './draft.ts'
import type { FoundCluster } from './found.ts'
import { fitClusters, type ClusterAsked, type ClusterData } from './fit.ts'
import { placed } from './place.ts'
import { definitionOf, fidelities, levelsOf, ruledBy, rulesFor, type RuleSubject } from './rules.ts'
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
  if (measures.length + traits.length === 0) return nothing(say(W.measures))
  const read = await askColumns(context, [
    ...measures.map(({ text }, j) => ({ name: `m${j}`, text, kind: 'number' as const })),
    ...(among === undefined ? [] : [{ name: 'among', text: among, kind: 'condition' as const }]),
    { name: 'before', text: `score(${model.key}.cluster)`, kind: 'number' },
  ])
  if (!read.ok)
    return { ...nothing(say(W.measures)), draft: { ...EMPTY, findings: [read.finding] } }
  const values = withTraits(await read.asked.asOf(context.asOf), {
    traits,
    isAmong: among !== undefined,
  })
  const most = Math.min(
    numberIn(settings, 'sample') ?? 20_000,
    asked.method === 'mixture' ? MIXTURE_ROWS : Infinity,
  )
  const share = await sampleShare(context, most)
  const sample = await readSample(
    context,
    sql`SELECT * FROM (${values(context, share)}) ORDER BY customer_key`,
  )
  const data: ClusterData = {
    rows: sample.rows,
    measures: measures.map(({ name }, j) => ({
      name,
      column: `m${j}`,
      values: sample.column(`m${j}`),
    })),
    traits: traits.map((name, j) => ({ name, column: `t${j}`, texts: sample.texts(`t${j}`) })),
  }
  const fit = fitClusters(data, asked)
  const shown = {
    key: model.key,
    measures,
    fit,
    asked,
    among,
    currency: context.current.programme.currency,
    sampled: sample.rows,
  }
  const { clusters } = fit
  if (clusters === undefined) {
    const parameters = {
      verdict: fit.verdict,
      ...(isMap(task.before) ? { next: task.before['next'] } : {}),
    }
    return {
      status: fit.status,
      n: sample.rows,
      parameters,
      draft: clusterDraft({ ...shown, found: [], moves: [], n: sample.rows }),
    }
  }
  const numbers = numbersFor(clusters.labels, sample.column('before'), {
    k: clusters.k,
    before: task.before,
  })
  const form = clusters.formOf(numbers)
  task.phase('scoring')
  const subjects: readonly RuleSubject[] = [
    ...measures.map(({ name, text }, j) => ({
      kind: 'number' as const,
      name,
      text,
      column: `m${j}`,
      values: sample.column(`m${j}`),
    })),
    ...data.traits.flatMap(levelsOf),
  ]
  const { rules } = rulesFor(subjects, { labels: clusters.labels, k: clusters.k, seed: SEED })
  const boxes = rules.map((rule) => rule.boxes)
  const sums = await sumsOf(context, placed(form, values(context)), {
    numbers,
    measures,
    rule: ruledBy(boxes, subjects),
  })
  const apart = setsApart(data.measures, clusters.labels, {
    k: clusters.k,
    ...(fit.scaling.length === 0 ? {} : { scaling: fit.scaling }),
  })
  const found: FoundCluster[] = []
  for (const [c, number] of numbers.entries()) {
    const definition = definitionOf(boxes[c] ?? [], subjects, { among, isNamed: true })
    const line = definitionOf(boxes[c] ?? [], subjects, { among, isNamed: false })
    const isUsable = definition !== undefined && (await isDefinition(context, definition))
    found.push({
      number,
      ...sums.sizes[c],
      stability: clusters.stability[c],
      trademarks: apart[c]?.trademarks ?? [],
      fidelity: sums.fidelity[c],
      ...(isUsable ? { definition, line: line ?? definition } : {}),
    })
  }
  return {
    status: fit.status,
    n: sums.n,
    parameters: {
      form,
      verdict: fit.verdict,
      next: Math.max(...numbers, nextOf(task.before) - 1) + 1,
      sampled: sample.rows,
    },
    draft: clusterDraft({ ...shown, found, moves: sums.moves, n: sums.n }),
    scores: (shard) =>
      sql`SELECT customer_key, cluster, distance, closeness FROM (${placed(form, values(shard))})`,
  }
}

const EMPTY = { findings: [], tables: [], charts: [], method: [] } as const

function nothing(text: ReturnType<typeof say>): ModelResult {
  const findings = [{ code: 'cluster/nothing', tone: 'caution', text } as const]
  return { status: 'none', n: 0, parameters: {}, draft: { ...EMPTY, findings } }
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

/** Sizes, means and fidelity over everybody, and who moved. */
async function sumsOf(
  context: ReportContext,
  everyone: Sql,
  of: {
    readonly numbers: readonly number[]
    readonly measures: readonly ModelMeasure[]
    readonly rule: Sql
  },
): Promise<{
  readonly n: number
  readonly sizes: readonly {
    readonly n: number
    readonly share: number
    readonly means: readonly (number | undefined)[]
    readonly closeness: number | undefined
  }[]
  readonly fidelity: ReturnType<typeof fidelities>
  readonly moves: readonly { readonly from: number; readonly to: number; readonly n: number }[]
}> {
  const { numbers, measures, rule } = of
  const k = numbers.length
  const means = measures.map((_, j) => sql`, avg(${id(`m${j}`)}) AS ${id(`a${j}`)}`)
  type Row = Readonly<Record<string, number | null>>
  const rows = await context.query<Row>(
    sql`SELECT toInt32(cluster) AS number, toFloat64(count()) AS n, avg(closeness) AS close${join(means, '')} FROM (${everyone}) GROUP BY number`,
  )
  const total = rows.reduce((sum, row) => sum + Number(row['n']), 0)
  const byNumber = new Map(rows.map((row) => [Number(row['number']), row]))
  const pairs = await context.query<{ number: number; rule: number; n: number; held: number }>(
    sql`SELECT toInt32(cluster) AS number, toInt32(${rule}) AS rule, toInt32(ifNull(before, 0)) AS held, toFloat64(count()) AS n
      FROM (${everyone}) GROUP BY number, rule, held`,
  )
  const place = (number: number): number => numbers.indexOf(number) + 1
  const moves = new Map<string, { from: number; to: number; n: number }>()
  for (const { number, held, n } of pairs) {
    if (held === 0) continue
    const at = `${held}>${number}`
    moves.set(at, { from: held, to: number, n: n + (moves.get(at)?.n ?? 0) })
  }
  return {
    n: total,
    sizes: numbers.map((number) => {
      const row = byNumber.get(number)
      const n = Number(row?.['n'] ?? 0)
      return {
        n,
        share: total > 0 ? n / total : 0,
        means: measures.map((_, j) => row?.[`a${j}`] ?? undefined),
        closeness: row?.['close'] ?? undefined,
      }
    }),
    fidelity: fidelities(
      pairs.map(({ number, rule: by, n }) => ({ place: place(number), rule: by, n })),
      k,
    ),
    moves: [...moves.values()].sort((a, b) => a.from - b.from || a.to - b.to),
  }
}
