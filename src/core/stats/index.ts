/** Statistics: sums and samples in, estimates out. */
export { createRandom, type Random } from './random.ts'
export type { Estimate, EstimateStatus } from './estimate.ts'

// Small dense matrices, row-major.
export { cholesky, invertSymmetric, logDeterminant, solveCholesky } from './linear/cholesky.ts'
export { symmetricEigen, type Eigen } from './linear/eigen.ts'
