/** Customer lifetime value: fitted on distinct histories, judged on days kept back, scored by looking histories up. */
import { numberIn, textIn, type ModelSettings } from '../../../../core/catalog/index.ts'
import {
  chooseLifetime,
  discountRate,
  fitLifetime,
  fitSpend,
  lifetimeValue,
  scoreLifetime,
  trackByFrequency,
  trackLifetime,
  type ClvResult,
  type LifetimeChoice,
  type LifetimeKind,
  type LifetimeScores,
  type SpendFit,
} from '../../../../core/models/index.ts'
import { sql, value, type Sql } from '../../../../core/sql/index.ts'
import { purchases, refunds } from '../../basis/rows.ts'
import type { ReportContext } from '../../report/kind.ts'
import { LOOKUP, type Lookup, type ModelKind, type ModelResult, type ModelTask } from '../kind.ts'
import { lifetimeDraft } from './draft.ts'
import type { Checked } from './found.ts'
import {
  DAY_COLUMNS,
  DAYS_PER_UNIT,
  extentOf,
  fittingWidth,
  histories,
  historyKeys,
  holdoutDays,
  lastDay,
  purchaseDays,
  readHistories,
  readingOf,
  readSpend,
  repeatsByWeek,
  type Histories,
  type Seen,
} from './histories.ts'

export const LIFETIME: ModelKind = { kind: 'lifetime', needs: ['purchase'], run }

/** Of the interval of a value. */
const LEVEL = 0.8
/** Work that intervals may take: rows times draws. */
const DRAWN_ROWS = 1_000_000
const MOST_DRAWS = 100
const FEWEST_DRAWS = 20
/** Further off than this in the days kept back, and a forecast is doubtful whatever its likelihood. */
const FAR_OFF = 0.25

async function run(context: ReportContext, task: ModelTask): Promise<ModelResult> {
  const { settings, model } = task
  const end = lastDay(context)
  const asked = readingOf(settings)
  const days = await task.keep(DAY_COLUMNS, (shard) => purchaseDays(shard, asked))
  const extent = await extentOf(context, { ...asked, days })
  const reading = await fittingWidth(context, { ...asked, days }, end)
  const seen = await readHistories(context, reading, end)
  const choice = choiceOf(settings, seen)
  const n = choice.customers
  const { currency, timeZone } = context.current.programme
  const shared = { key: model.key, choice, settings, currency, timeZone }
  const { chosen } = choice
  if (chosen === undefined || !isForecast(choice, seen, settings)) {
    const draft = lifetimeDraft({
      ...shared,
      spend: undefined,
      worth: undefined,
      checked: undefined,
      kept: 1,
      scores: undefined,
    })
    const status = chosen === undefined ? choice.status : 'not-identified'
    return { status, n, parameters: { reasons: choice.reasons }, draft }
  }
  task.phase('fitting', 0.5)
  const checked = await checkedOn(context, { reading, settings, extent, kind: chosen.model.kind })
  const spend = await spendOf(context, reading, { end, repeatBuyers: choice.repeatBuyers })
  const kept = await keptShare(context)
  const horizon = (numberIn(settings, 'horizon') ?? 365) / DAYS_PER_UNIT
  const scores = scoreLifetime(chosen.model, seen.rows, horizon)
  const worth =
    spend === undefined ? undefined : worthOf({ settings, choice, spend, seen, horizon, kept })
  task.phase('scoring')
  await task.lookup(columnsOf({ choice, seen, scores, worth, spend }), KEYS)
  const isFar = Math.abs(checked?.tracking.forecast.error ?? 0) > FAR_OFF
  return {
    status:
      choice.status === 'ok' && (isFar || choice.alive.status !== 'ok') ? 'weak' : choice.status,
    n,
    parameters: {
      ...found(choice, spend),
      kept,
      width: reading.width,
      distinct: seen.rows.x.length,
      holdout: checked?.tracking.forecast ?? null,
    },
    draft: lifetimeDraft({
      ...shared,
      spend,
      worth,
      checked,
      kept,
      scores: { ...scores, rows: seen.rows },
    }),
    scores: (shard) => scoreSql(shard, { reading, spend, margin: marginOf(settings) * kept }),
  }
}

/** Keys of histories are whole numbers. */
const KEYS = { key_x: 'Int32', key_tx: 'Int32', key_age: 'Int32' }

/** By distinct history: its keys, and what each customer with it is told. */
function columnsOf(of: {
  readonly choice: LifetimeChoice
  readonly seen: Histories
  readonly scores: LifetimeScores
  readonly worth: ClvResult | undefined
  readonly spend: SpendFit | undefined
}): Lookup {
  const { choice, seen, scores, worth, spend } = of
  const none = new Float64Array(seen.rows.x.length).fill(Number.NaN)
  const isAlive = choice.alive.mean !== undefined
  return {
    key_x: seen.keys.x,
    key_tx: seen.keys.tx,
    key_age: seen.keys.age,
    p_alive: isAlive ? (scores.alive ?? none) : none,
    expected: scores.expected,
    discounted: worth !== undefined && isPriced(spend) ? worth.purchases : none,
    low: worth === undefined ? none : ratios(worth.low, worth.value),
    high: worth === undefined ? none : ratios(worth.high, worth.value),
  }
}

/** What is kept of the fits. */
function found({ chosen, ...choice }: LifetimeChoice, spend: SpendFit | undefined): object {
  return {
    model: chosen?.model.kind,
    parameters: chosen?.model.parameters,
    errors: chosen?.errors,
    logLikelihood: chosen?.logLikelihood,
    unit: 'week',
    alive: choice.alive,
    reasons: choice.reasons,
    likelihoodRatio: choice.likelihoodRatio ?? null,
    candidates: choice.candidates.map((fit) => ({
      model: fit.model.kind,
      parameters: fit.model.parameters,
      logLikelihood: fit.logLikelihood,
      aic: fit.aic,
    })),
    spend:
      spend === undefined
        ? null
        : {
            parameters: spend.parameters ?? null,
            logLikelihood: spend.logLikelihood ?? null,
            mean: spend.mean,
            n: spend.n,
            reasons: spend.reasons,
          },
  }
}

/** Spend has a mean only where q is above 1. */
function isPriced(spend: SpendFit | undefined): boolean {
  return (spend?.parameters?.[1] ?? 0) > 1
}

function marginOf(settings: ModelSettings): number {
  return numberIn(settings, 'margin') ?? 1
}

/** Parameters that ran to the end of their range may leave no number to forecast with. */
function isForecast(
  { chosen }: LifetimeChoice,
  { rows }: Histories,
  settings: ModelSettings,
): boolean {
  if (chosen === undefined) return false
  const horizon = (numberIn(settings, 'horizon') ?? 365) / DAYS_PER_UNIT
  return scoreLifetime(chosen.model, rows, horizon).expected.every(Number.isFinite)
}

/** The best choice whose forecasts are numbers: a model at the end of its range gives way to the next. */
function choiceOf(settings: ModelSettings, seen: Histories): LifetimeChoice {
  const { rows } = seen
  const asked = (textIn(settings, 'model') ?? 'best') as LifetimeKind | 'best'
  if (asked === 'best') {
    const best = chooseLifetime(rows)
    if (best.chosen === undefined || isForecast(best, seen, settings)) return best
    const kinds = (['bg-nbd', 'mbg-nbd', 'pareto-nbd'] as const).filter(
      (kind) => kind !== best.chosen?.model.kind,
    )
    return chooseLifetime(rows, { kinds })
  }
  if (asked !== 'nbd') return chooseLifetime(rows, { kinds: [asked] })
  // Who asks for a model without leaving gets it, and is told nothing of who is still there.
  const compared = chooseLifetime(rows, { kinds: ['mbg-nbd'] })
  const chosen = fitLifetime(rows, 'nbd')
  const alive = { status: 'none', mean: undefined, low: undefined, high: undefined } as const
  const status =
    compared.status === 'none' ? 'none' : chosen === undefined ? 'not-identified' : 'ok'
  return { ...compared, status, chosen, alive, reasons: [] }
}

async function spendOf(
  context: ReportContext,
  reading: Seen,
  of: { readonly end: Sql; readonly repeatBuyers: number },
): Promise<SpendFit | undefined> {
  if (context.meaning.amount === undefined) return undefined
  return fitSpend(await readSpend(context, reading, of))
}

/** What stays of a paid unit after refunds, over all that was ever bought. */
async function keptShare(context: ReportContext): Promise<number> {
  const back = refunds(context)
  const bought = purchases(context)
  if (back === undefined || bought === undefined) return 1
  const [row] = await context.query<{ paid: number; back: number }>(
    sql`SELECT (SELECT sum(amount) FROM (${bought})) AS paid, (SELECT sum(amount) FROM (${back})) AS back`,
  )
  if (row === undefined || !(row.paid > 0)) return 1
  return Math.min(1, Math.max(0, 1 - row.back / row.paid))
}

function worthOf(of: {
  readonly settings: ModelSettings
  readonly choice: LifetimeChoice
  readonly spend: SpendFit
  readonly seen: Histories
  readonly horizon: number
  readonly kept: number
}): ClvResult | undefined {
  const { settings, choice, spend, seen, horizon, kept } = of
  if (choice.chosen === undefined || spend.parameters === undefined) return undefined
  const yearly = numberIn(settings, 'discount_rate') ?? 0
  const draws = Math.round(DRAWN_ROWS / Math.max(1, seen.rows.x.length))
  return lifetimeValue(choice.chosen, spend, seen.rows, {
    horizon,
    discount: discountRate(yearly, 365.25 / DAYS_PER_UNIT),
    margin: marginOf(settings) * kept,
    draws: Math.min(MOST_DRAWS, Math.max(FEWEST_DRAWS, draws)),
    level: LEVEL,
  })
}

function ratios(bound: Float64Array | undefined, whole: Float64Array): Float64Array {
  return whole.map((v, i) =>
    bound === undefined || !(v > 0) ? Number.NaN : (bound[i] as number) / v,
  )
}

/** Fits the same kind on the time before the days kept back, and compares. Undefined where too little is left. */
async function checkedOn(
  context: ReportContext,
  of: {
    readonly reading: Seen
    readonly settings: ModelSettings
    readonly extent: { readonly first: number; readonly last: number }
    readonly kind: LifetimeKind
  },
): Promise<Checked | undefined> {
  const { reading, settings, extent, kind } = of
  const { first, last } = extent
  const held = holdoutDays(settings, last - first)
  const cut = last - held
  if (held < DAYS_PER_UNIT || cut - first < DAYS_PER_UNIT) return undefined
  const before = await readHistories(context, reading, value(cut, 'Int32'))
  const fit = fitLifetime(before.rows, kind)
  if (fit === undefined) return undefined
  const actual = await repeatsByWeek(context, reading, { first, last, end: cut })
  const tracking = trackLifetime({
    model: fit.model,
    births: { T: before.rows.T, weight: before.rows.weight },
    calibrationEnd: (cut - first) / DAYS_PER_UNIT,
    period: 1,
    actual,
  })
  const byFrequency = trackByFrequency(fit.model, before.rows, { horizon: held / DAYS_PER_UNIT })
  return { tracking, byFrequency, first, cut, held }
}

/** Looks each customer's history up; the spend that is expected of it is linear, and so stays SQL. */
function scoreSql(
  context: ReportContext,
  of: { readonly reading: Seen; readonly spend: SpendFit | undefined; readonly margin: number },
): Sql {
  const { reading, spend, margin } = of
  const keys = historyKeys(reading)
  const [p, q, v] = spend?.parameters ?? [Number.NaN, Number.NaN, Number.NaN]
  const each = sql`${finite(margin)} * ${finite(p)} * (${finite(v)} + h.x * h.mean) / (${finite(p)} * h.x + ${finite(q)} - 1)`
  return sql`SELECT h.customer_key AS customer_key, l.p_alive AS p_alive, l.expected AS expected,
      l.discounted * ${each} AS clv, clv * l.low AS clv_low, clv * l.high AS clv_high
    FROM (SELECT customer_key, x, mean, ${keys.tx} AS key_tx, ${keys.age} AS key_age
      FROM (${histories(reading.days(context), lastDay(context))})) AS h
    INNER JOIN ${context.table(LOOKUP)} AS l
      ON h.x = l.key_x AND h.key_tx = l.key_tx AND h.key_age = l.key_age`
}

function finite(n: number): Sql {
  return value(Number.isFinite(n) ? n : 0, 'Float64')
}
