/** Statistics: sums and samples in, estimates out. */
export { createRandom, type Random } from './random.ts'
export type { Estimate, EstimateStatus } from './estimate.ts'

// Small dense matrices, row-major.
export { cholesky, invertSymmetric, logDeterminant, solveCholesky } from './linear/cholesky.ts'
export { symmetricEigen, type Eigen } from './linear/eigen.ts'

// Special functions and distributions.
export {
  betaQuantile,
  chiSquareTail,
  digamma,
  gaussLegendre,
  logBeta,
  logGamma,
  normalQuantile,
  normalTail,
  studentQuantile,
  studentTwoSided,
  type Quadrature,
} from './special/index.ts'

// Optimisers of few parameters.
export {
  hessian,
  minimise,
  type Box,
  type Minimum,
  type Objective,
  type SearchOptions,
  type SimplexMinimum,
  type SimplexOptions,
} from './optimise/index.ts'

// Movement over periods.
export { changePoints, type ChangeOptions, type ChangePoint } from './trend/change-points.ts'
export { type KendallTrend } from './trend/kendall.ts'
export { trendOf, type Series, type Trend, type TrendOptions } from './trend/trend.ts'

// Concentration.
export {
  concentrationOf,
  type Concentration,
  type ConcentrationOptions,
  type LorenzPoint,
} from './concentration/lorenz.ts'

// Intervals: from sums to estimates.

export { bootstrap, type BootstrapOptions } from './interval/bootstrap.ts'
export { mean, meanDifference, meanRatio, meanTest } from './interval/mean.ts'
export { detectableRise, type TestSizes } from './interval/power.ts'
export { netPromoter, type PromoterCounts, type PromoterScore } from './interval/promoter.ts'
export {
  proportion,
  proportionDifference,
  proportionRatio,
  proportionTest,
} from './interval/proportion.ts'
export { quantile } from './interval/quantile.ts'
export {
  compress,
  describe,
  momentsOf,
  type Compressed,
  type Moments,
  type Pair,
  type Share,
} from './interval/sums.ts'

// Comparisons: existence, size and relevance of a difference.
export { associationOf, type Association } from './compare/association.ts'
export { driftOf, type Drift, type DriftLevel, type LargestGap } from './compare/drift.ts'
export { meanIndex, shareIndex, type Within } from './compare/index-against.ts'
export { benjaminiHochberg } from './compare/multiple.ts'
export { overlapOf, type Overlap, type Parts } from './compare/overlap.ts'
export {
  relevanceOf,
  SMALL_DIFFERENCE,
  type Relevance,
  type RelevanceRule,
} from './compare/relevance.ts'
export { separation, type TwoCounts } from './compare/separation.ts'
export { standardisedDifference, standardisedShareDifference } from './compare/standardised.ts'
