/** Which model the data support, and whether they can tell leaving from a long silence at all. */
import { chiSquareTail, type EstimateStatus } from '../../stats/index.ts'
import { fitLifetime, type LifetimeFit } from './fit.ts'
import type { LifetimeKind } from './model.ts'
import { lifetimeTotals, type LifetimeRows } from './rows.ts'
import { scoreLifetime } from './score.ts'

/** Why a choice is not simply `ok`. */
export type LifetimeReason =
  | 'no-customers'
  | 'no-repeat-purchases'
  | 'too-few-repeat-buyers'
  | 'few-repeat-buyers'
  | 'purchase-rate-at-bound'
  | 'dropout-no-better-than-nbd'
  | 'dropout-leaves-all-alive'
  | 'dropout-at-bound'
  | 'likelihood-has-no-peak'
  | 'errors-too-wide'
  | 'alive-differs-between-models'

/** What P(alive) can be trusted for. */
export interface AliveJudgement {
  readonly status: EstimateStatus
  /** Mean of P(alive) under the chosen model; undefined where leaving is not identified. */
  readonly mean: number | undefined
  /** Means under all models that the data do not rule out: their gap is what the data leave open. */
  readonly low: number | undefined
  readonly high: number | undefined
}

/** The outcome of a choice. */
export interface LifetimeChoice {
  /** Of the forecast of purchases. `not-identified` with a `chosen` NBD means: leaving cannot be told, NBD stands in. */
  readonly status: EstimateStatus
  readonly chosen: LifetimeFit | undefined
  readonly alive: AliveJudgement
  readonly reasons: readonly LifetimeReason[]
  /** All fits, best AIC first. */
  readonly candidates: readonly LifetimeFit[]
  /** Against NBD; undefined where either could not be fitted. */
  readonly likelihoodRatio: { readonly statistic: number; readonly p: number } | undefined
  readonly customers: number
  readonly repeatBuyers: number
}

/** What to try, and how strict to be. */
export interface ChoiceOptions {
  readonly kinds?: readonly Exclude<LifetimeKind, 'nbd'>[]
  /** The p-value above which leaving counts as not shown. */
  readonly significance?: number
}

// Two parameters beyond NBD: at fewer buyers than five per parameter a fit describes single people.
const FEWEST_REPEAT_BUYERS = 20
const FEW_REPEAT_BUYERS = 100
// If fewer than one in a hundred is thought gone, leaving plays no part.
const ALL_ALIVE = 0.99
// A standard error of 1 on the log scale spans a factor of 50 between the ends of the interval.
const WIDE_LOG_ERROR = 1
// Burnham and Anderson 2002, p. 70: models further than 10 from the best in AIC have essentially no support.
const AIC_RULED_OUT = 10
// A tenth of the base more or less alive is a different story to tell.
const ALIVE_GAP = 0.1

/**
 * Fits NBD and the models with leaving, takes the best by AIC, and asks whether leaving is identified: by the
 * likelihood ratio against NBD with two degrees of freedom (conservative: NBD lies on the edge of the larger models,
 * Self and Liang 1987), and by whether it leaves anyone gone. On a year of retail data it often is not.
 */
export function chooseLifetime(rows: LifetimeRows, options: ChoiceOptions = {}): LifetimeChoice {
  const totals = lifetimeTotals(rows)
  const { customers, repeatBuyers } = totals
  const nothing = (status: EstimateStatus, reason: LifetimeReason): LifetimeChoice => ({
    status,
    chosen: undefined,
    alive: { status, mean: undefined, low: undefined, high: undefined },
    reasons: [reason],
    candidates: [],
    likelihoodRatio: undefined,
    customers,
    repeatBuyers,
  })
  if (!(customers > 0)) return nothing('none', 'no-customers')
  if (repeatBuyers === 0) return nothing('not-identified', 'no-repeat-purchases')
  if (repeatBuyers < FEWEST_REPEAT_BUYERS) return nothing('not-identified', 'too-few-repeat-buyers')
  const nbd = fitLifetime(rows, 'nbd')
  const kinds = options.kinds ?? ['bg-nbd', 'mbg-nbd', 'pareto-nbd']
  const fits = kinds.flatMap((kind) => fitLifetime(rows, kind) ?? []).sort((a, b) => a.aic - b.aic)
  const [best] = fits
  if (nbd === undefined || best === undefined)
    return nothing('not-identified', 'no-repeat-purchases')
  const candidates = [...fits, nbd].sort((a, b) => a.aic - b.aic)
  const statistic = Math.max(0, 2 * (best.logLikelihood - nbd.logLikelihood))
  const shared = {
    candidates,
    likelihoodRatio: { statistic, p: chiSquareTail(statistic, 2) },
    customers,
    repeatBuyers,
  }
  const means = new Map(fits.map((fit) => [fit, meanAlive(fit, rows)]))
  const obstacle = dropoutObstacle(shared.likelihoodRatio.p, means.get(best), options)
  if (obstacle !== undefined) return fallBack(nbd, obstacle, shared)
  return { ...shared, ...judge(best, fits, means, repeatBuyers) }
}

function meanAlive(fit: LifetimeFit, rows: LifetimeRows): number {
  const { alive } = scoreLifetime(fit.model, rows, 1)
  let sum = 0
  for (let i = 0; i < rows.x.length; i++) {
    sum += (rows.weight[i] as number) * (alive?.[i] ?? 1)
  }
  return sum / fit.customers
}

function dropoutObstacle(
  p: number,
  alive: number | undefined,
  options: ChoiceOptions,
): LifetimeReason | undefined {
  if (!(p < (options.significance ?? 0.05))) return 'dropout-no-better-than-nbd'
  if (!((alive ?? 1) < ALL_ALIVE)) return 'dropout-leaves-all-alive'
  return undefined
}

type Shared = Pick<LifetimeChoice, 'candidates' | 'likelihoodRatio' | 'customers' | 'repeatBuyers'>

function fallBack(nbd: LifetimeFit, obstacle: LifetimeReason, shared: Shared): LifetimeChoice {
  const isStuck = nbd.atBound.length > 0 || !nbd.converged
  return {
    ...shared,
    status: 'not-identified',
    chosen: isStuck ? undefined : nbd,
    alive: { status: 'not-identified', mean: undefined, low: undefined, high: undefined },
    reasons: isStuck ? [obstacle, 'purchase-rate-at-bound'] : [obstacle],
  }
}

function judge(
  best: LifetimeFit,
  fits: readonly LifetimeFit[],
  means: ReadonlyMap<LifetimeFit, number>,
  repeatBuyers: number,
): Omit<LifetimeChoice, keyof Shared> {
  const reasons: LifetimeReason[] = []
  if (repeatBuyers < FEW_REPEAT_BUYERS) reasons.push('few-repeat-buyers')
  if (best.atBound.some((name) => name === 'r' || name === 'alpha')) {
    reasons.push('purchase-rate-at-bound')
  } else if (best.atBound.length > 0) reasons.push('dropout-at-bound')
  else if (best.logCovariance === undefined) reasons.push('likelihood-has-no-peak')
  const isWide = best.errors.some(
    (error, i) => error !== undefined && error > WIDE_LOG_ERROR * (best.model.parameters[i] ?? 0),
  )
  if (isWide) reasons.push('errors-too-wide')
  const status: EstimateStatus = reasons.length > 0 || !best.converged ? 'weak' : 'ok'
  const open = fits
    .filter((fit) => fit.aic - best.aic < AIC_RULED_OUT)
    .map((fit) => means.get(fit) ?? 1)
  const low = Math.min(...open)
  const high = Math.max(...open)
  const isOpen = high - low > ALIVE_GAP
  if (isOpen) reasons.push('alive-differs-between-models')
  const alive = { status: isOpen ? 'weak' : status, mean: means.get(best), low, high } as const
  return { status, chosen: best, alive, reasons }
}
