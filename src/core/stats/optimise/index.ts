/** Optimisers of few parameters, and derivatives by differences. */
export { hessian, withDifferences, type Box, type Minimum, type Objective } from './objective.ts'
export { minimise, type SearchOptions } from './quasi-newton.ts'
export { minimiseSimplex, type SimplexMinimum, type SimplexOptions } from './simplex.ts'
