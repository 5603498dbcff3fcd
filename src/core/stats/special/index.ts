/** Special functions and the distributions built on them, for positive arguments and inner loops. */
export { digamma, logBeta, logGamma, trigamma } from './gamma.ts'
export { hypergeometric, logHypergeometric } from './hypergeometric.ts'
export { incompleteBeta, lowerGamma, upperGamma } from './incomplete.ts'
export { erf, erfc, normalCdf, normalDensity, normalQuantile, normalTail } from './normal.ts'
export { gaussLegendre, type Quadrature } from './quadrature.ts'
export {
  betaQuantile,
  chiSquareCdf,
  chiSquareQuantile,
  chiSquareTail,
  fisherTail,
  gammaQuantile,
  studentQuantile,
  studentTail,
  studentTwoSided,
} from './tails.ts'
