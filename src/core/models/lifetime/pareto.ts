/** The likelihood of Pareto/NBD: leaving happens at any time, unseen. */
import { gaussLegendre } from '../../stats/index.ts'
import { rising } from './geometric.ts'
import type { Likelihood } from './model.ts'
import type { LifetimeRows } from './rows.ts'
import { distinct } from './tables.ts'

// Beyond this the series needs more terms than the integral, which is smooth, needs points.
const SERIES_UP_TO = 0.4
// Rules by the fall of the integrand and the width of the range that they carry at full precision: the error of n points
// on e^(-k w) is k^2n (n!)^4 / ((2n + 1) (2n)!^3) (Abramowitz and Stegun 25.4.30), and singularities lie pi away.
const RULES = [
  { fall: 3, width: 1.5, ...gaussLegendre(8) },
  { fall: 8, width: 2.5, ...gaussLegendre(12) },
  { fall: 14, width: 3.5, ...gaussLegendre(18) },
  { fall: Infinity, width: Infinity, ...gaussLegendre(32) },
] as const
// What lies further down than this many logs adds nothing to a double.
const FALL = 42

/** The log odds of having left against being there, with derivatives: what a row asks of Pareto/NBD. */
export interface ParetoOdds {
  /** [ln odds, by r, by alpha, by s, by beta] after a call of `at`. */
  readonly out: Float64Array
  readonly at: (x: number, tx: number, T: number) => void
  readonly update: (r: number, alpha: number, s: number, beta: number) => void
}

/**
 * Odds = s (alpha + T)^(r + x) (beta + T)^s times the integral from tx to T of
 * (alpha + t)^-(r + x) (beta + t)^-(s + 1) dt (Schmittlein, Morrison, Colombo 1987; Fader, Hardie, "A note on deriving
 * the Pareto/NBD model", 2005, equations 20 to 22, where the integral is a difference of two 2F1). Here the 2F1 are brought by
 * Euler's transformation to sums of (p)_j / (c)_j z^j, whose terms give the derivatives too; where z nears 1, the
 * integral is taken by quadrature over ln t. Everything stays in logs, so that hundreds of purchases do not overflow.
 */
export function paretoOdds(): ParetoOdds {
  const out = new Float64Array(5)
  const p = new Float64Array(4)
  const near = new Float64Array(5)
  const far = new Float64Array(5)
  let farX = Number.NaN
  let farT = Number.NaN
  const at = (x: number, tx: number, T: number): void => {
    const r = p[0] as number
    const alpha = p[1] as number
    const s = p[2] as number
    const beta = p[3] as number
    if (!(tx < T)) {
      out.fill(0)
      out[0] = -Infinity
      return
    }
    const larger = Math.max(alpha, beta)
    if (Math.abs(alpha - beta) > SERIES_UP_TO * (larger + tx)) {
      integrate(out, p, x, tx, T)
      return
    }
    antiderivative(near, p, x, tx)
    // Rows are sorted by x, then T: the far end is often that of the row before.
    if (x !== farX || T !== farT) {
      antiderivative(far, p, x, T)
      farX = x
      farT = T
    }
    const logA = Math.log(alpha + T)
    const logB = Math.log(beta + T)
    const a = r + s + x
    const ratio = Math.exp((far[0] as number) - (near[0] as number))
    const rest = 1 - ratio
    if (!(rest > 0)) {
      out.fill(0)
      out[0] = -Infinity
      return
    }
    out[0] = Math.log(s / a) + (r + x) * logA + s * logB + (near[0] as number) + Math.log(rest)
    for (let i = 1; i < 5; i++) out[i] = ((near[i] as number) - ratio * (far[i] as number)) / rest
    out[1] = (out[1] as number) + logA - 1 / a
    out[2] = (out[2] as number) + (r + x) / (alpha + T)
    out[3] = (out[3] as number) + logB + 1 / s - 1 / a
    out[4] = (out[4] as number) + s / (beta + T)
  }
  const update = (r: number, alpha: number, s: number, beta: number): void => {
    p[0] = r
    p[1] = alpha
    p[2] = s
    p[3] = beta
    farX = Number.NaN
  }
  return { out, at, update }
}

/** ln of 2F1(...) / (larger + t)^(r + s + x), with derivatives by r, alpha, s, beta. */
function antiderivative(into: Float64Array, p: Float64Array, x: number, t: number): void {
  const r = p[0] as number
  const alpha = p[1] as number
  const s = p[2] as number
  const beta = p[3] as number
  const isAlphaLarger = alpha >= beta
  const upper = (isAlphaLarger ? alpha : beta) + t
  const lower = (isAlphaLarger ? beta : alpha) + t
  const z = (upper - lower) / upper
  const c = r + s + x + 1
  const first = isAlphaLarger ? r + x : s + 1
  let term = 1
  let sum = 1
  let harmonicP = 0
  let harmonicC = 0
  let byP = 0
  let byC = 0
  let byZ = first / c
  for (let j = 0; j < 2000; j++) {
    const inverse = 1 / (c + j)
    const top = first + j
    term *= top * inverse * z
    harmonicP += 1 / top
    harmonicC += inverse
    sum += term
    byP += term * harmonicP
    byC += term * harmonicC
    // The derivative by z of the next term, so that z = 0 needs no division.
    byZ += (((j + 2) * (top + 1)) / (c + j + 1)) * term
    if (term <= 1e-15 * sum) break
  }
  const inv = 1 / sum
  byP *= inv
  byC *= -inv
  byZ *= inv
  const logA = Math.log(alpha + t)
  const logB = Math.log(beta + t)
  const extra = isAlphaLarger ? 0 : 1
  into[0] = -(r + x - extra) * logA - (s + extra) * logB + Math.log(sum)
  into[1] = -logA + byC + (isAlphaLarger ? byP : 0)
  into[3] = -logB + byC + (isAlphaLarger ? 0 : byP)
  const zByLarger = lower / (upper * upper)
  const zByLower = -1 / upper
  into[2] = -(r + x - extra) / (alpha + t) + byZ * (isAlphaLarger ? zByLarger : zByLower)
  into[4] = -(s + extra) / (beta + t) + byZ * (isAlphaLarger ? zByLower : zByLarger)
}

/** The same odds by quadrature over w = ln(smaller + t), where the integrand has no singularity nearby. */
function integrate(out: Float64Array, p: Float64Array, x: number, tx: number, T: number): void {
  const r = p[0] as number
  const alpha = p[1] as number
  const s = p[2] as number
  const beta = p[3] as number
  const smaller = Math.min(alpha, beta)
  const start = smaller + tx
  let width = Math.log((smaller + T) / start)
  const isAlphaSmaller = alpha <= beta
  const exponent = (t: number, w: number): number =>
    -(r + x) * Math.log((alpha + t) / (alpha + tx)) -
    (s + 1) * Math.log((beta + t) / (beta + tx)) +
    w
  let fall = -exponent(T, width)
  for (let i = 0; i < 60 && fall > FALL; i++) {
    width *= 0.8
    fall = -exponent(start * Math.exp(width) - smaller, width)
  }
  const rule = RULES.find((r) => fall <= r.fall && width <= r.width) ?? RULES[3]
  const { nodes, weights } = rule
  let total = 0
  let logA = 0
  let logB = 0
  let invA = 0
  let invB = 0
  for (let k = 0; k < nodes.length; k++) {
    const w = width * (nodes[k] as number)
    const t = start * Math.exp(w) - smaller
    const shareA = isAlphaSmaller ? w : Math.log((alpha + t) / (alpha + tx))
    const shareB = isAlphaSmaller ? Math.log((beta + t) / (beta + tx)) : w
    const f = (weights[k] as number) * Math.exp(-(r + x) * shareA - (s + 1) * shareB + w)
    total += f
    logA += f * shareA
    logB += f * shareB
    invA += f / (alpha + t)
    invB += f / (beta + t)
  }
  // Measured from tx, to keep the differences of logs small.
  const ageA = Math.log((alpha + T) / (alpha + tx))
  const ageB = Math.log((beta + T) / (beta + tx))
  out[0] = Math.log((s * start * width * total) / (beta + tx)) + (r + x) * ageA + s * ageB
  out[1] = ageA - logA / total
  out[2] = (r + x) * (1 / (alpha + T) - invA / total)
  out[3] = 1 / s + ageB - logB / total
  out[4] = s / (beta + T) - ((s + 1) * invB) / total
}

/** Pareto/NBD: that of staying, times 1 + odds of having left. */
export function paretoLikelihood(rows: LifetimeRows): Likelihood {
  const xs = distinct(rows.x)
  const ages = distinct(rows.T)
  const size = ages.values.length
  const logA = new Float64Array(size)
  const logB = new Float64Array(size)
  const gammas = new Float64Array(xs.values.length)
  const psis = new Float64Array(xs.values.length)
  const odds = paretoOdds()
  const { out } = odds
  return (parameters, gradient) => {
    const r = parameters[0] as number
    const alpha = parameters[1] as number
    const s = parameters[2] as number
    const beta = parameters[3] as number
    odds.update(r, alpha, s, beta)
    rising(xs.values, r, gammas, psis)
    for (let t = 0; t < size; t++) {
      logA[t] = Math.log1p((ages.values[t] as number) / alpha)
      logB[t] = Math.log1p((ages.values[t] as number) / beta)
    }
    const logAlpha = Math.log(alpha)
    let sum = 0
    gradient.fill(0)
    for (let i = 0; i < rows.x.length; i++) {
      const w = rows.weight[i] as number
      const x = rows.x[i] as number
      const T = rows.T[i] as number
      const k = xs.at[i] as number
      const logAge = logA[ages.at[i] as number] as number
      const logStay = logB[ages.at[i] as number] as number
      odds.at(x, rows.tx[i] as number, T)
      const o = out[0] as number
      const e = Math.exp(-Math.abs(o))
      const left = o > 0 ? 1 / (1 + e) : e / (1 + e)
      const either = Math.log(1 + e) + (o > 0 ? o : 0)
      sum += w * ((gammas[k] as number) - (r + x) * logAge - x * logAlpha - s * logStay + either)
      gradient[0] =
        (gradient[0] as number) + w * ((psis[k] as number) - logAge + left * (out[1] as number))
      gradient[1] =
        (gradient[1] as number) +
        w * (((r + x) * T) / (alpha * (alpha + T)) - x / alpha + left * (out[2] as number))
      gradient[2] = (gradient[2] as number) + w * (left * (out[3] as number) - logStay)
      gradient[3] =
        (gradient[3] as number) + w * ((s * T) / (beta * (beta + T)) + left * (out[4] as number))
    }
    return sum
  }
}
