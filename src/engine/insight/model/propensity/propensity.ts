/** Propensity: learned at past instants from what was known then, judged on the latest, scored for today. */
import { MS_PER_DAY, type Instant } from '../../../../core/base/index.ts'
import { numberIn, textIn, textsIn } from '../../../../core/catalog/index.ts'
import type { Finding } from '../../../../core/insight/index.ts'
import {
  splitByChance,
  trainOn,
  type Parts,
  type Propensity,
} from '../../../../core/models/index.ts'
import { sql, type Sql } from '../../../../core/sql/index.ts'
import { slotText } from '../../../../core/template/index.ts'
import { purchases } from '../../basis/rows.ts'
import type { ReportContext } from '../../report/kind.ts'
import type { ModelKind, ModelResult, ModelTask } from '../kind.ts'
import { auditOf } from '../learned/audit.ts'
import {
  columnsOf,
  featuresFor,
  featureTable,
  rowsAsOf,
  withoutTraits,
  type FeatureSet,
  type RowsAt,
} from '../learned/features.ts'
import { proxiesOf } from '../learned/proxies.ts'
import { undatedOf } from '../learned/undated.ts'
import { ranks, SMALL_TREES, tenth, tenthsOf } from '../learned/learn.ts'
import { chanceSql, type ScoredColumns } from '../learned/score-sql.ts'
import { askColumns, type Asked } from '../measures/columns.ts'
import { readSample, sampleShare, type Sample } from '../measures/sample.ts'
import { propensityDraft, type PartShown } from './draft.ts'

export const PROPENSITY: ModelKind = { kind: 'propensity', needs: [], run }

const SEED = 1
/** A window of local days may begin an hour before the horizon's days of 24 hours. */
const DST_MS = 2 * 3_600_000

async function run(context: ReportContext, task: ModelTask): Promise<ModelResult> {
  const { settings, model } = task
  const days = numberIn(settings, 'days') ?? 365
  const horizon = numberIn(settings, 'horizon') ?? 60
  const outcome = textIn(settings, 'outcome') ?? boughtIn(context, horizon)
  const among = textIn(settings, 'customers') ?? boughtIn(context, days)
  const more = [{ name: 'among', text: among, kind: 'condition' } as const]
  const features = await featuresFor(context, settings, { days, more })
  if (!features.ok) return unreadable(features.finding)
  const asked = await askColumns(context, [{ name: 'outcome', text: outcome, kind: 'condition' }])
  if (!asked.ok) return unreadable(asked.finding)
  const set = withoutTraits(features.set, asked.asked.traits.get('outcome') ?? new Set())
  const instants = await instantsOf(context, { horizon, most: numberIn(settings, 'instants') ?? 4 })
  const share = await sampleShare(context, numberIn(settings, 'sample') ?? 10_000)
  const samples = await learningSamples(context, task, {
    set,
    outcome: asked.asked,
    instants,
    horizon,
    share,
  })
  task.phase('fitting')
  // Customers are seen once at each instant.
  const n = Math.max(0, ...samples.map(({ rows }) => rows))
  const confirmed = textsIn(settings, 'confirmed')
  const { undated, doubted } = await undatedOf(context, set, confirmed)
  const { trained, levels } = learn(set, samples, { confirmed, doubted })
  const shown = {
    key: model.key,
    trained,
    set,
    parts: partsShown(instants, samples),
    horizon,
    outcome,
    among,
    timeZone: context.current.programme.timeZone,
    undated,
    proxies: ranks(trained) ? await proxiesOf(context, set) : [],
  }
  const isOver = instants.some(
    (at) => asked.asked.since('outcome', at + horizon * MS_PER_DAY) < at - DST_MS,
  )
  if (!ranks(trained)) {
    const status = trained.status === 'none' ? 'none' : 'not-identified'
    const draft = propensityDraft({ ...shown, isOver, tenths: undefined, audit: undefined })
    return { status, n, parameters: { instants }, draft }
  }
  task.phase('scoring')
  const now = await rowsAsOf(set, context.asOf)
  const chance = chanceSql(trained, { columns: columnsOf(set), levels })
  const scored = (on: ReportContext): Sql => amongRows(now, on, chance)
  const tenths = await tenthsOf(context, scored(context))
  const top = sql`SELECT customer_key, toUInt8(${tenth(sql`chance`, tenths.cuts)} = 1) AS chosen FROM (${scored(context)})`
  const audit = await auditOf(context, top)
  const { model: fitted, calibration } = trained
  return {
    status: trained.status,
    n,
    parameters: {
      fitted,
      calibration,
      levels: Object.fromEntries(levels),
      instants,
      cuts: tenths.cuts,
    },
    draft: propensityDraft({ ...shown, isOver, tenths, audit }),
    scores: (shard) => sql`SELECT customer_key, chance AS probability,
        toFloat64(${tenth(sql`chance`, tenths.cuts)}) AS decile FROM (${scored(shard)})`,
  }
}

function unreadable(finding: Finding): ModelResult {
  const draft = { findings: [finding], tables: [], charts: [], method: [] }
  return { status: 'none', n: 0, parameters: {}, draft }
}

function learn(
  set: FeatureSet,
  samples: readonly Sample[],
  told: { readonly confirmed: readonly string[]; readonly doubted: readonly string[] },
): { readonly trained: Propensity; readonly levels: ScoredColumns['levels'] } {
  const { features, levels } = featureTable(set, samples)
  const outcome = Uint8Array.from(samples.flatMap((sample) => [...sample.column('outcome')]))
  const parts = partsOf(samples.map(({ rows }) => rows))
  const options = { seed: SEED, boost: SMALL_TREES, ...told }
  return { trained: trainOn({ features, outcome }, parts, options), levels }
}

/** One sample per instant: features as they were, outcomes a horizon later. */
async function learningSamples(
  context: ReportContext,
  task: ModelTask,
  of: {
    readonly set: FeatureSet
    readonly outcome: Asked
    readonly instants: readonly Instant[]
    readonly horizon: number
    readonly share: number
  },
): Promise<readonly Sample[]> {
  const { set, outcome, instants, horizon, share } = of
  const samples: Sample[] = []
  for (const [i, at] of instants.entries()) {
    task.phase('reading', i / instants.length)
    const then = await rowsAsOf(set, at)
    const after = await outcome.asOf(at + horizon * MS_PER_DAY)
    samples.push(
      await readSample(context, learningRows(then(context, share), after(context, share))),
    )
  }
  return samples
}

function boughtIn(context: ReportContext, days: number): string {
  const purchase = slotText('purchase', context.meaning)
  return purchase === undefined ? 'everyone' : `any(${purchase}, last ${days} days)`
}

function amongRows(rows: RowsAt, on: ReportContext, chance: Sql): Sql {
  return sql`SELECT customer_key, ${chance} AS chance FROM (${rows(on)}) WHERE among = 1`
}

/** Features as they were, and what came after: of those who were known and looked at then. */
function learningRows(then: Sql, after: Sql): Sql {
  return sql`SELECT * FROM (SELECT * FROM (${then}) WHERE among = 1) AS seen
    INNER JOIN (SELECT customer_key, outcome FROM (${after})) AS came ON seen.customer_key = came.customer_key
    ORDER BY seen.customer_key`
}

/**
 * Instants a horizon apart, latest first, so that what came after one is over before the next begins: what is learned at one
 * knows nothing of what is judged at a later one. Each has at least a horizon of history before it.
 */
async function instantsOf(
  context: ReportContext,
  of: { readonly horizon: number; readonly most: number },
): Promise<readonly Instant[]> {
  const bought = purchases(context)
  const last = context.asOf - of.horizon * MS_PER_DAY
  if (bought === undefined) return [last]
  const [row] = await context.query<{ first: number | null }>(
    sql`SELECT toFloat64(toUnixTimestamp64Milli(min(at))) AS first FROM (${bought})`,
  )
  const first = Number(row?.first ?? last)
  const all = Array.from(
    { length: of.most },
    (_, i) => context.asOf - (i + 1) * of.horizon * MS_PER_DAY,
  )
  const usable = all.filter((at, i) => i === 0 || at - first >= of.horizon * MS_PER_DAY)
  return usable
}

function range(from: number, n: number): Uint32Array {
  return Uint32Array.from({ length: n }, (_, i) => from + i)
}

/** The latest instant judges, the one before tunes, the others teach; where there are fewer, chance parts what there is. */
function partsOf(sizes: readonly number[]): Parts {
  const [judging = 0, tuning = 0, ...teaching] = sizes
  const rest = teaching.reduce((sum, n) => sum + n, 0)
  if (rest > 0) {
    return {
      test: range(0, judging),
      tune: range(judging, tuning),
      train: range(judging + tuning, rest),
    }
  }
  if (tuning > 0) {
    const split = splitByChance(tuning, SEED, { train: 2 / 3, tune: 1 / 3 })
    const shifted = (rows: Uint32Array): Uint32Array => rows.map((row) => row + judging)
    return { test: range(0, judging), train: shifted(split.train), tune: shifted(split.tune) }
  }
  return splitByChance(judging, SEED)
}

function partsShown(
  instants: readonly Instant[],
  samples: readonly Sample[],
): readonly PartShown[] {
  return instants.map((at, i) => {
    const hits = samples[i]?.column('outcome') ?? new Float64Array(0)
    const role =
      instants.length === 1
        ? 'all'
        : i === 0
          ? 'judge'
          : instants.length === 2 || i > 1
            ? 'teach'
            : 'tune'
    return { at, n: hits.length, hits: hits.reduce((sum, x) => sum + x, 0), role }
  })
}
