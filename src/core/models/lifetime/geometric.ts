/** Likelihoods of NBD, BG/NBD and MBG/NBD: leaving happens at purchases, or never. */
import { digamma, logBeta, logGamma } from '../../stats/index.ts'
import type { Likelihood } from './model.ts'
import type { LifetimeRows } from './rows.ts'
import { distinct, shiftedLogs } from './tables.ts'

/** NBD, with individual timings: (Gamma(r + x) / Gamma(r)) alpha^r / (alpha + T)^(r + x). */
export function nbdLikelihood(rows: LifetimeRows): Likelihood {
  const xs = distinct(rows.x)
  const ages = distinct(rows.T)
  const logs = shiftedLogs(ages)
  const gammas = new Float64Array(xs.values.length)
  const psis = new Float64Array(xs.values.length)
  return (parameters, gradient) => {
    const r = parameters[0] as number
    const alpha = parameters[1] as number
    logs.update(alpha)
    rising(xs.values, r, gammas, psis)
    const logAlpha = Math.log(alpha)
    let sum = 0
    let byR = 0
    let byAlpha = 0
    for (let i = 0; i < rows.x.length; i++) {
      const w = rows.weight[i] as number
      const k = xs.at[i] as number
      const t = ages.at[i] as number
      const shape = r + (rows.x[i] as number)
      const logAge = logs.log[t] as number
      sum += w * ((gammas[k] as number) + r * logAlpha - shape * logAge)
      byR += w * ((psis[k] as number) + logAlpha - logAge)
      byAlpha += w * (r / alpha - shape * (logs.inverse[t] as number))
    }
    gradient[0] = byR
    gradient[1] = byAlpha
    return sum
  }
}

/** ln Gamma(r + x) - ln Gamma(r) and its derivative by r, for each distinct x. */
export function rising(
  values: Float64Array,
  r: number,
  gammas: Float64Array,
  psis: Float64Array,
): void {
  const gamma = logGamma(r)
  const psi = digamma(r)
  for (let k = 0; k < values.length; k++) {
    gammas[k] = logGamma(r + (values[k] as number)) - gamma
    psis[k] = digamma(r + (values[k] as number)) - psi
  }
}

/** What a distinct x contributes through the chance of leaving. */
interface Leaving {
  /** ln B(a, b + x + m) - ln B(a, b), with derivatives; m is 1 where one may leave after the first purchase. */
  readonly stayed: Float64Array
  readonly stayedByA: Float64Array
  readonly stayedByB: Float64Array
  /** ln of the odds of having left at the last purchase against having stayed, apart from the silence since. */
  readonly odds: Float64Array
  readonly oddsByB: Float64Array
}

function leavingOf(size: number): Leaving {
  const make = (): Float64Array => new Float64Array(size)
  return {
    stayed: make(),
    stayedByA: make(),
    stayedByB: make(),
    odds: make(),
    oddsByB: make(),
  }
}

function updateLeaving(
  into: Leaving,
  xs: Float64Array,
  p: { readonly a: number; readonly b: number; readonly m: number },
): void {
  const { a, b, m } = p
  const start = logBeta(a, b)
  const psiAB = digamma(a + b)
  const psiB = digamma(b)
  for (let k = 0; k < xs.length; k++) {
    const trials = (xs[k] as number) + m
    const psiEnd = digamma(a + b + trials)
    into.stayed[k] = logBeta(a, b + trials) - start
    into.stayedByA[k] = psiAB - psiEnd
    into.stayedByB[k] = digamma(b + trials) - psiEnd - psiB + psiAB
    into.odds[k] = trials > 0 ? Math.log(a) - Math.log(b + trials - 1) : -Infinity
    into.oddsByB[k] = trials > 0 ? 1 / (b + trials - 1) : 0
  }
}

/**
 * BG/NBD (m = 0; Fader, Hardie, Lee 2005, equation 6, arranged as in their note 004) and MBG/NBD (m = 1; Batislam,
 * Denizel, Filiztekin 2007, equation 6) in one: the chance of having left is to that of being there as
 * a / (b + x + m - 1) ((alpha + T) / (alpha + tx))^(r + x) to 1. One exponential and one logarithm per row.
 */
export function betaLikelihood(rows: LifetimeRows, m: 0 | 1): Likelihood {
  const xs = distinct(rows.x)
  const ages = distinct(rows.T)
  const lasts = distinct(rows.tx)
  const ageLogs = shiftedLogs(ages)
  const lastLogs = shiftedLogs(lasts)
  const gammas = new Float64Array(xs.values.length)
  const psis = new Float64Array(xs.values.length)
  const leaving = leavingOf(xs.values.length)
  return (parameters, gradient) => {
    const r = parameters[0] as number
    const alpha = parameters[1] as number
    const a = parameters[2] as number
    const b = parameters[3] as number
    ageLogs.update(alpha)
    lastLogs.update(alpha)
    rising(xs.values, r, gammas, psis)
    updateLeaving(leaving, xs.values, { a, b, m })
    const logAlpha = Math.log(alpha)
    let sum = 0
    let byR = 0
    let byAlpha = 0
    let byA = 0
    let byB = 0
    for (let i = 0; i < rows.x.length; i++) {
      const w = rows.weight[i] as number
      const k = xs.at[i] as number
      const shape = r + (rows.x[i] as number)
      const logAge = ageLogs.log[ages.at[i] as number] as number
      const invAge = ageLogs.inverse[ages.at[i] as number] as number
      const silence = logAge - (lastLogs.log[lasts.at[i] as number] as number)
      const odds = (leaving.odds[k] as number) + shape * silence
      // exp of a negative number only, so that long silences cannot overflow.
      const e = Math.exp(-Math.abs(odds))
      const left = odds > 0 ? 1 / (1 + e) : e / (1 + e)
      const either = Math.log(1 + e) + (odds > 0 ? odds : 0)
      sum +=
        w *
        ((gammas[k] as number) +
          (leaving.stayed[k] as number) +
          r * logAlpha -
          shape * logAge +
          either)
      byR += w * ((psis[k] as number) + logAlpha - logAge + left * silence)
      const invLast = lastLogs.inverse[lasts.at[i] as number] as number
      byAlpha += w * (r / alpha - shape * (invAge - left * (invAge - invLast)))
      byA += w * ((leaving.stayedByA[k] as number) + left / a)
      byB += w * ((leaving.stayedByB[k] as number) - left * (leaving.oddsByB[k] as number))
    }
    gradient[0] = byR
    gradient[1] = byAlpha
    gradient[2] = byA
    gradient[3] = byB
    return sum
  }
}
