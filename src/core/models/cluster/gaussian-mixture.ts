/** Mixtures of normal distributions by EM: clusters that may be stretched, with the chance of each row's membership. */
import { assert } from '../../base/index.ts'
import { cholesky, symmetricEigen, type EstimateStatus } from '../../stats/index.ts'
import { kMeans } from './k-means.ts'
import { assertPoints, columnMoments, totalWeight, type Points } from './points.ts'

/** What to fit. */
export interface MixtureOptions {
  readonly k: number
  readonly seed: number
  /** `full`: any ellipsoid; `diagonal`: measures independent within a cluster. Default full. */
  readonly covariance?: 'full' | 'diagonal'
  /** Default 5, each from a k-means of its own seed. */
  readonly starts?: number
  readonly limit?: number
}

/** A component squeezed flat: it has locked onto a repeated value rather than found a cloud. */
export interface Collapse {
  readonly component: number
  /** The measure that is (nearly) constant within it, by column; the one with the largest part in the flat direction. */
  readonly column: number
  /** Smallest variance of the component over that of the data in its direction. */
  readonly ratio: number
}

/** The mixture found. */
export interface MixtureFit {
  readonly k: number
  readonly covariance: 'full' | 'diagonal'
  /** Shares of the components, largest first. */
  readonly shares: Float64Array
  /** k x columns. */
  readonly means: Float64Array
  /** k x columns x columns. */
  readonly covariances: Float64Array
  readonly logLikelihood: number
  readonly parameters: number
  /** Schwarz's criterion, -2 LL + parameters x ln(weight of rows): smaller is better. */
  readonly bic: number
  readonly labels: Int32Array
  /** For each row the chance of its label. */
  readonly certainty: Float64Array
  readonly steps: number
  readonly converged: boolean
  readonly startsAgreeing: number
  readonly collapsed: readonly Collapse[]
  /** Columns with few distinct values, on which a density model is out of place. */
  readonly discreteColumns: readonly number[]
  readonly n: number
  /** `not-identified` where a component collapsed: the likelihood then has no maximum and BIC means nothing. */
  readonly status: EstimateStatus
}

/** Added to each variance, in variances of its column, so that a collapse ends rather than crashes. */
const RIDGE = 1e-6
/** A component this much flatter than the data has collapsed: a cloud of real customers never is. */
const FLAT = 1e-4
/** Up to so many distinct values, or so large a share on one value, a measure counts as discrete. */
const FEW_VALUES = 12
const ATOM_SHARE = 0.2

/**
 * EM (Dempster, Laird, Rubin 1977) from k-means. Assumes that each cluster is a normal cloud. A measure with repeated
 * values (number of orders, zero spend) drives the likelihood to infinity as a full covariance shrinks onto the repeated
 * value (McLachlan, Peel 2000, 3.8.1): such components are listed and the fit is `not-identified`.
 */
export function gaussianMixture(points: Points, options: MixtureOptions): MixtureFit {
  assertPoints(points)
  assert(options.k >= 1, 'mixture: k')
  const { starts = 5, limit = 200, covariance = 'full' } = options
  const scale = columnMoments(points).variance
  let best: EmState | undefined
  const found: number[] = []
  for (let start = 0; start < starts; start++) {
    const state = firstState(points, options, scale, start)
    if (state === undefined) break
    climb(state, points, { limit, full: covariance === 'full', scale })
    found.push(state.logLikelihood)
    if (best === undefined || state.logLikelihood > best.logLikelihood) best = state
  }
  return finish(points, best, { covariance, found, scale })
}

interface EmState {
  readonly k: number
  readonly shares: Float64Array
  readonly means: Float64Array
  readonly covariances: Float64Array
  /** rows x k: first log densities, then chances of membership. */
  readonly chance: Float64Array
  logLikelihood: number
  steps: number
  converged: boolean
}

function firstState(
  points: Points,
  options: MixtureOptions,
  scale: Float64Array,
  start: number,
): EmState | undefined {
  const first = kMeans(points, {
    k: options.k,
    seed: options.seed + start,
    starts: start === 0 ? 10 : 1,
  })
  if (first.k === 0) return undefined
  const { k } = first
  const d = points.columns
  const state: EmState = {
    k,
    shares: new Float64Array(k),
    means: new Float64Array(k * d),
    covariances: new Float64Array(k * d * d),
    chance: new Float64Array(points.rows * k),
    logLikelihood: -Infinity,
    steps: 0,
    converged: false,
  }
  for (let i = 0; i < points.rows; i++) state.chance[i * k + (first.labels[i] as number)] = 1
  maximise(state, points, { full: (options.covariance ?? 'full') === 'full', scale })
  return state
}

function climb(
  state: EmState,
  points: Points,
  options: { readonly limit: number; readonly full: boolean; readonly scale: Float64Array },
): void {
  const total = totalWeight(points)
  while (state.steps < options.limit) {
    const before = state.logLikelihood
    state.logLikelihood = expect(state, points)
    state.steps++
    if (state.logLikelihood - before < 1e-6 * total) {
      state.converged = true
      return
    }
    maximise(state, points, options)
  }
}

/** Fills `chance` and returns the log-likelihood. */
function expect(state: EmState, points: Points): number {
  const { k, shares, means, covariances, chance } = state
  const { values, rows, columns: d, weights } = points
  const half = (d / 2) * Math.log(2 * Math.PI)
  const z = new Float64Array(d)
  for (let c = 0; c < k; c++) {
    const lower = cholesky(covariances.subarray(c * d * d, (c + 1) * d * d), d)
    if (lower === undefined || (shares[c] as number) <= 0) {
      for (let i = 0; i < rows; i++) chance[i * k + c] = -Infinity
      continue
    }
    let constant = Math.log(shares[c] as number) - half
    for (let j = 0; j < d; j++) constant -= Math.log(lower[j * d + j] as number)
    for (let i = 0; i < rows; i++) {
      let squared = 0
      for (let j = 0; j < d; j++) {
        let gap = (values[i * d + j] as number) - (means[c * d + j] as number)
        for (let p = 0; p < j; p++) gap -= (lower[j * d + p] as number) * (z[p] as number)
        const scaled = gap / (lower[j * d + j] as number)
        z[j] = scaled
        squared += scaled * scaled
      }
      chance[i * k + c] = constant - squared / 2
    }
  }
  let likelihood = 0
  for (let i = 0; i < rows; i++) {
    let most = -Infinity
    for (let c = 0; c < k; c++) most = Math.max(most, chance[i * k + c] as number)
    let sum = 0
    for (let c = 0; c < k; c++) sum += Math.exp((chance[i * k + c] as number) - most)
    const log = most + Math.log(sum)
    for (let c = 0; c < k; c++) {
      chance[i * k + c] = Math.exp((chance[i * k + c] as number) - log)
    }
    likelihood += (weights === undefined ? 1 : (weights[i] as number)) * log
  }
  return likelihood
}

function maximise(
  state: EmState,
  points: Points,
  options: { readonly full: boolean; readonly scale: Float64Array },
): void {
  const { k, shares, means, covariances, chance } = state
  const { values, rows, columns: d, weights } = points
  const total = totalWeight(points)
  means.fill(0)
  covariances.fill(0)
  for (let c = 0; c < k; c++) {
    let mass = 0
    for (let i = 0; i < rows; i++) {
      const r = (chance[i * k + c] as number) * (weights === undefined ? 1 : (weights[i] as number))
      mass += r
      for (let j = 0; j < d; j++) {
        means[c * d + j] = (means[c * d + j] as number) + r * (values[i * d + j] as number)
      }
    }
    shares[c] = mass / total
    for (let j = 0; j < d; j++) means[c * d + j] = (means[c * d + j] as number) / (mass || 1)
    const at = c * d * d
    for (let i = 0; i < rows; i++) {
      const r = (chance[i * k + c] as number) * (weights === undefined ? 1 : (weights[i] as number))
      if (r < 1e-12) continue
      for (let j = 0; j < d; j++) {
        const gap = r * ((values[i * d + j] as number) - (means[c * d + j] as number))
        for (let p = options.full ? 0 : j; p <= j; p++) {
          const cell = at + j * d + p
          const other = (values[i * d + p] as number) - (means[c * d + p] as number)
          covariances[cell] = (covariances[cell] as number) + gap * other
        }
      }
    }
    for (let j = 0; j < d; j++) {
      for (let p = 0; p <= j; p++) {
        const x = (covariances[at + j * d + p] as number) / (mass || 1)
        covariances[at + j * d + p] = x
        covariances[at + p * d + j] = x
      }
      const cell = at + j * d + j
      covariances[cell] =
        (covariances[cell] as number) + RIDGE * ((options.scale[j] as number) || 1)
    }
  }
}

function finish(
  points: Points,
  best: EmState | undefined,
  context: {
    readonly covariance: 'full' | 'diagonal'
    readonly found: readonly number[]
    readonly scale: Float64Array
  },
): MixtureFit {
  const d = points.columns
  const k = best?.k ?? 0
  const order = Array.from({ length: k }, (_, c) => c)
  order.sort((a, b) => (best?.shares[b] as number) - (best?.shares[a] as number))
  const shares = Float64Array.from(order, (c) => best?.shares[c] as number)
  const means = new Float64Array(k * d)
  const covariances = new Float64Array(k * d * d)
  for (const [to, from] of order.entries()) {
    if (best === undefined) break
    means.set(best.means.subarray(from * d, (from + 1) * d), to * d)
    covariances.set(best.covariances.subarray(from * d * d, (from + 1) * d * d), to * d * d)
  }
  const labels = new Int32Array(points.rows)
  const certainty = new Float64Array(points.rows)
  for (let i = 0; i < points.rows; i++) {
    for (const [to, from] of order.entries()) {
      const chance = best?.chance[i * k + from] as number
      if (chance > (certainty[i] as number)) {
        certainty[i] = chance
        labels[i] = to
      }
    }
  }
  const spread = context.covariance === 'full' ? (d * (d + 1)) / 2 : d
  const parameters = k === 0 ? 0 : k * (d + spread) + k - 1
  const logLikelihood = best?.logLikelihood ?? Number.NaN
  const collapsed = collapses({ k, d, covariances, scale: context.scale })
  const total = totalWeight(points)
  return {
    k,
    covariance: context.covariance,
    shares,
    means,
    covariances,
    logLikelihood,
    parameters,
    bic: -2 * logLikelihood + parameters * Math.log(total),
    labels,
    certainty,
    steps: best?.steps ?? 0,
    converged: best?.converged ?? false,
    startsAgreeing: context.found.filter((x) => x >= logLikelihood - 1e-4 * total).length,
    collapsed,
    discreteColumns: discreteColumns(points),
    n: points.rows,
    status: statusOf({ best, collapsed, rows: points.rows, parameters }),
  }
}

function statusOf(of: {
  readonly best: EmState | undefined
  readonly collapsed: readonly Collapse[]
  readonly rows: number
  readonly parameters: number
}): EstimateStatus {
  if (of.best === undefined) return 'none'
  if (of.collapsed.length > 0 || of.rows <= of.parameters) return 'not-identified'
  return of.best.converged ? 'ok' : 'weak'
}

function collapses(of: {
  readonly k: number
  readonly d: number
  readonly covariances: Float64Array
  readonly scale: Float64Array
}): readonly Collapse[] {
  const { k, d, covariances, scale } = of
  const list: Collapse[] = []
  for (let c = 0; c < k; c++) {
    const standard = new Float64Array(d * d)
    for (let i = 0; i < d; i++) {
      for (let j = 0; j < d; j++) {
        const unit = Math.sqrt(((scale[i] as number) || 1) * ((scale[j] as number) || 1))
        standard[i * d + j] = (covariances[c * d * d + i * d + j] as number) / unit
      }
    }
    const { values, vectors } = symmetricEigen(standard, d)
    const ratio = values[d - 1] as number
    if (ratio >= FLAT) continue
    const flat = Array.from(vectors.subarray((d - 1) * d, d * d), Math.abs)
    list.push({ component: c, column: flat.indexOf(Math.max(...flat)), ratio })
  }
  return list
}

/** Columns with at most a dozen distinct values, or a fifth of the weight on one value. */
export function discreteColumns(points: Points): readonly number[] {
  const total = totalWeight(points)
  const discrete: number[] = []
  for (let j = 0; j < points.columns; j++) {
    const mass = new Map<number, number>()
    for (let i = 0; i < points.rows; i++) {
      const x = points.values[i * points.columns + j] as number
      const w = points.weights === undefined ? 1 : (points.weights[i] as number)
      mass.set(x, (mass.get(x) ?? 0) + w)
    }
    let most = 0
    for (const weight of mass.values()) most = Math.max(most, weight)
    if (points.rows > 0 && (mass.size <= FEW_VALUES || most >= ATOM_SHARE * total)) discrete.push(j)
  }
  return discrete
}
