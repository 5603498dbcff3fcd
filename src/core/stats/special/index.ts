/** Special functions and the distributions built on them, for positive arguments and inner loops. */
export { digamma, logBeta, logGamma } from './gamma.ts'

export { incompleteBeta } from './incomplete.ts'
export { normalCdf, normalQuantile, normalTail } from './normal.ts'
export { gaussLegendre, type Quadrature } from './quadrature.ts'
export {
  betaQuantile,
  chiSquareTail,
  studentQuantile,
  studentTail,
  studentTwoSided,
} from './tails.ts'
