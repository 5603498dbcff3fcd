/** Statistics: sums and samples in, estimates out. */
export { createRandom, type Random } from './random.ts'
export type { Estimate, EstimateStatus } from './estimate.ts'
