/** Statistics: sums and samples in, estimates out. */
export { createRandom, type Random } from './random.ts'
export type { Estimate, EstimateStatus } from './estimate.ts'

// Small dense matrices, row-major.
export { cholesky, invertSymmetric, logDeterminant, solveCholesky } from './linear/cholesky.ts'
export { symmetricEigen, type Eigen } from './linear/eigen.ts'

// Special functions and distributions.
export {
  betaQuantile,
  chiSquareCdf,
  chiSquareQuantile,
  chiSquareTail,
  digamma,
  erf,
  erfc,
  fisherTail,
  gammaQuantile,
  gaussLegendre,
  hypergeometric,
  incompleteBeta,
  logBeta,
  logGamma,
  logHypergeometric,
  lowerGamma,
  normalCdf,
  normalDensity,
  normalQuantile,
  normalTail,
  studentQuantile,
  studentTail,
  studentTwoSided,
  trigamma,
  upperGamma,
  type Quadrature,
} from './special/index.ts'

// Optimisers of few parameters.
export {
  hessian,
  minimise,
  minimiseSimplex,
  withDifferences,
  type Box,
  type Minimum,
  type Objective,
  type SearchOptions,
  type SimplexMinimum,
  type SimplexOptions,
} from './optimise/index.ts'

// Movement over periods.
export { changePoints, type ChangeOptions, type ChangePoint } from './trend/change-points.ts'
export { autocorrelation, kendallTrend, type KendallTrend } from './trend/kendall.ts'
export { trendOf, type Series, type Trend, type TrendOptions } from './trend/trend.ts'
