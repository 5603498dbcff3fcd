/**
 * Shares of many customers with few purchases each: how they vary in the base, and what one customer's share really is.
 */
import {
  betaQuantile,
  digamma,
  logBeta,
  minimise,
  type Estimate,
  type EstimateStatus,
} from '../../stats/index.ts'

/** Distinct (hits, n) with the number of customers who have them. Hits need not be whole. */
export interface ShareTable {
  readonly hits: Float64Array
  readonly n: Float64Array
  readonly customers: Float64Array
}

/** The base as a beta distribution: alpha / (alpha + beta) is the mean, alpha + beta the evidence that outweighs it. */
export interface BetaPrior {
  readonly alpha: number
  readonly beta: number
  readonly customers: number
  readonly logLikelihood: number
  /** `weak`: customers do not differ beyond chance (strength at its upper bound), or fewer than a hundred of them. */
  readonly status: EstimateStatus
}

/** log (alpha + beta): from customers who are all of one mind to customers who do not differ. */
const STRENGTH = { low: -4, high: 9 } as const

/**
 * Fits the beta-binomial (Skellam 1948) by maximum likelihood over the distinct rows, in mean and strength, which
 * hardly correlate (Griffiths 1973). `undefined` where there is nothing to fit: no purchases, or all or none with a
 * hit.
 */
export function fitBetaPrior(table: ShareTable): BetaPrior | undefined {
  let purchases = 0
  let hits = 0
  let customers = 0
  for (let i = 0; i < table.n.length; i++) {
    const weight = table.customers[i] as number
    if ((table.n[i] as number) <= 0) continue
    customers += weight
    purchases += weight * (table.n[i] as number)
    hits += weight * (table.hits[i] as number)
  }
  if (purchases <= 0 || hits <= 0 || hits >= purchases) return undefined
  const mean = hits / purchases
  const found = minimise(
    (x, gradient) => objective(table, customers, x, gradient),
    Float64Array.of(Math.log(mean / (1 - mean)), Math.log(5)),
    { box: { low: Float64Array.of(-15, STRENGTH.low), high: Float64Array.of(15, STRENGTH.high) } },
  )
  const [logit = 0, log = 0] = found.x
  const strength = Math.exp(log)
  const share = 1 / (1 + Math.exp(-logit))
  return {
    alpha: strength * share,
    beta: strength * (1 - share),
    customers,
    logLikelihood: -found.value * customers,
    status: customers < 100 || found.atBound.length > 0 || !found.converged ? 'weak' : 'ok',
  }
}

/** Minus the mean log likelihood without the binomial coefficients. */
function objective(
  table: ShareTable,
  customers: number,
  x: Float64Array,
  gradient: Float64Array,
): number {
  const share = 1 / (1 + Math.exp(-(x[0] as number)))
  const strength = Math.exp(x[1] as number)
  const alpha = strength * share
  const beta = strength * (1 - share)
  const start = logBeta(alpha, beta)
  const [atAlpha, atBeta, atBoth] = [digamma(alpha), digamma(beta), digamma(strength)]
  let value = 0
  let byAlpha = 0
  let byBeta = 0
  for (let i = 0; i < table.n.length; i++) {
    const n = table.n[i] as number
    if (n <= 0) continue
    const hits = table.hits[i] as number
    const weight = table.customers[i] as number
    value += weight * (logBeta(alpha + hits, beta + n - hits) - start)
    const whole = digamma(strength + n) - atBoth
    byAlpha += weight * (digamma(alpha + hits) - atAlpha - whole)
    byBeta += weight * (digamma(beta + n - hits) - atBeta - whole)
  }
  gradient[0] = (-(byAlpha - byBeta) * strength * share * (1 - share)) / customers
  gradient[1] = -(byAlpha * alpha + byBeta * beta) / customers
  return -value / customers
}

/**
 * One customer's share, drawn toward the base by as much as little evidence deserves: mean and quantiles of the
 * posterior beta. In SQL: (hits + alpha) / (n + alpha + beta). Without purchases it is the base's, and `none`.
 */
export function smoothedShare(
  prior: BetaPrior,
  own: { readonly hits: number; readonly n: number },
  level: number = 0.95,
): Estimate {
  const a = prior.alpha + own.hits
  const b = prior.beta + own.n - own.hits
  const tail = (1 - level) / 2
  const status = own.n <= 0 ? 'none' : own.n < prior.alpha + prior.beta ? 'weak' : 'ok'
  const value = a / (a + b)
  const low = betaQuantile(tail, a, b)
  return { value, low, high: betaQuantile(1 - tail, a, b), level, n: own.n, status }
}
