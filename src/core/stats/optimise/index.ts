/** Optimisers of few parameters, and derivatives by differences. */
export { hessian, type Box, type Minimum, type Objective } from './objective.ts'
export { minimise, type SearchOptions } from './quasi-newton.ts'
export { type SimplexMinimum, type SimplexOptions } from './simplex.ts'
