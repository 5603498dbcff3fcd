/** Few factors behind many items: maximum likelihood, turned to simple structure. */
import { assert } from '../../base/index.ts'
import {
  chiSquareTail,
  invertSymmetric,
  minimise,
  symmetricEigen,
  type EstimateStatus,
} from '../../stats/index.ts'
import { varimax } from './varimax.ts'

/** The factors found. */
export interface FactorFit {
  readonly factors: number
  /** items x factors, row-major, after varimax; the factor that explains most comes first. */
  readonly loadings: Float64Array
  /** Per item, the part of its variance no factor explains. */
  readonly uniqueness: Float64Array
  /** Share of all variance that each factor explains. */
  readonly explained: readonly number[]
  /** Test that so many factors are enough; with thousands of rows it nearly always says no. */
  readonly test: { readonly chiSquare: number; readonly df: number; readonly p: number } | undefined
  /** Items driven to (nearly) no uniqueness: a Heywood case, mostly a sign of too many factors. */
  readonly heywood: readonly number[]
  readonly n: number
  /** `not-identified`: more factors than the items can carry; `weak`: a Heywood case, not settled, or under 100 rows. */
  readonly status: EstimateStatus
}

/** The least uniqueness allowed: R's `factanal` has the same. */
const LEAST = 0.005

/**
 * Maximum likelihood factor analysis of a correlation matrix from `n` rows (Lawley, Maxwell 1971, chapter 4; Joreskog
 * 1967), then varimax with Kaiser's normalisation. Assumes normal answers: five- or six-point items bend it a little.
 */
export function factorAnalysis(
  correlation: Float64Array,
  size: number,
  options: { readonly factors: number; readonly n: number },
): FactorFit {
  const { factors, n } = options
  assert(correlation.length === size * size, 'factors: shape')
  const df = ((size - factors) ** 2 - size - factors) / 2
  const inverse = invertSymmetric(correlation, size)
  if (df < 0 || factors < 1 || inverse === undefined) return unidentified(factors, n)
  const start = Float64Array.from({ length: size }, (_, i) =>
    Math.min(1, (1 - (0.5 * factors) / size) / (inverse[i * size + i] as number)),
  )
  const found = minimise(
    (x, gradient) => discrepancy(correlation, size, factors, x, gradient),
    start,
    {
      box: { low: new Float64Array(size).fill(LEAST), high: new Float64Array(size).fill(1) },
      tolerance: 1e-7,
      maxIterations: 500,
    },
  )
  const uniqueness = found.x
  const raw = loadingsAt(correlation, size, factors, uniqueness)
  const loadings = ordered(factors > 1 ? varimax(raw, size, factors) : raw, size, factors)
  const heywood = Array.from(uniqueness.keys()).filter(
    (i) => (uniqueness[i] as number) <= LEAST + 1e-6,
  )
  const chiSquare = (n - 1 - (2 * size + 5) / 6 - (2 * factors) / 3) * found.value
  return {
    factors,
    loadings,
    uniqueness,
    explained: Array.from(
      { length: factors },
      (_, f) => squares(loadings, size, factors, f) / size,
    ),
    test: df > 0 ? { chiSquare, df, p: chiSquareTail(chiSquare, df) } : undefined,
    heywood,
    n,
    status: heywood.length > 0 || !found.converged || n < 100 ? 'weak' : 'ok',
  }
}

/** Eigen decomposition of the correlations with each item divided by the root of its uniqueness. */
function scaled(
  correlation: Float64Array,
  size: number,
  uniqueness: Float64Array,
): ReturnType<typeof symmetricEigen> {
  const matrix = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const unit = Math.sqrt((uniqueness[i] as number) * (uniqueness[j] as number))
      matrix[i * size + j] = (correlation[i * size + j] as number) / unit
    }
  }
  return symmetricEigen(matrix, size)
}

function loadingsAt(
  correlation: Float64Array,
  size: number,
  factors: number,
  uniqueness: Float64Array,
): Float64Array {
  const { values, vectors } = scaled(correlation, size, uniqueness)
  const loadings = new Float64Array(size * factors)
  for (let i = 0; i < size; i++) {
    for (let f = 0; f < factors; f++) {
      const length = Math.sqrt(Math.max(0, (values[f] as number) - 1))
      loadings[i * factors + f] =
        Math.sqrt(uniqueness[i] as number) * (vectors[f * size + i] as number) * length
    }
  }
  return loadings
}

/** -2 log likelihood / n beyond that of a free matrix, at the best loadings for these uniquenesses; and its gradient. */
function discrepancy(
  correlation: Float64Array,
  size: number,
  factors: number,
  uniqueness: Float64Array,
  gradient: Float64Array,
): number {
  const { values } = scaled(correlation, size, uniqueness)
  let value = 0
  for (let e = factors; e < size; e++) {
    const x = values[e] as number
    if (!(x > 0)) return Infinity
    value += x - Math.log(x) - 1
  }
  const loadings = loadingsAt(correlation, size, factors, uniqueness)
  for (let i = 0; i < size; i++) {
    let implied = uniqueness[i] as number
    for (let f = 0; f < factors; f++) implied += (loadings[i * factors + f] as number) ** 2
    const gap = implied - (correlation[i * size + i] as number)
    gradient[i] = gap / (uniqueness[i] as number) ** 2
  }
  return value
}

function squares(loadings: Float64Array, size: number, factors: number, f: number): number {
  let sum = 0
  for (let i = 0; i < size; i++) sum += (loadings[i * factors + f] as number) ** 2
  return sum
}

/** The largest factor first, each with a positive sum of loadings. */
function ordered(loadings: Float64Array, size: number, factors: number): Float64Array {
  const order = Array.from({ length: factors }, (_, f) => f)
  order.sort((a, b) => squares(loadings, size, factors, b) - squares(loadings, size, factors, a))
  const sorted = new Float64Array(size * factors)
  for (const [to, from] of order.entries()) {
    let sum = 0
    for (let i = 0; i < size; i++) sum += loadings[i * factors + from] as number
    const sign = sum < 0 ? -1 : 1
    for (let i = 0; i < size; i++) {
      sorted[i * factors + to] = sign * (loadings[i * factors + from] as number)
    }
  }
  return sorted
}

function unidentified(factors: number, n: number): FactorFit {
  const nothing = new Float64Array(0)
  const status = n === 0 ? 'none' : 'not-identified'
  return {
    factors,
    loadings: nothing,
    uniqueness: nothing,
    explained: [],
    test: undefined,
    heywood: [],
    n,
    status,
  }
}
