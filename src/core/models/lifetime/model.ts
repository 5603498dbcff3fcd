/** The models of lifetime by name, with their parameters in order. */

/**
 * `nbd`: buys at a gamma-distributed rate for ever (Ehrenberg 1959). The others add a way to leave: `bg-nbd` after any
 * repeat purchase with a beta-distributed chance (Fader, Hardie, Lee 2005), `mbg-nbd` after the first purchase too
 * (Batislam, Denizel, Filiztekin 2007), `pareto-nbd` at any time at a gamma-distributed rate (Schmittlein, Morrison,
 * Colombo 1987).
 */
export type LifetimeKind = 'nbd' | 'bg-nbd' | 'mbg-nbd' | 'pareto-nbd'

/** Names of the parameters, in the order of `parameters`. */
export const LIFETIME_PARAMETERS: Readonly<Record<LifetimeKind, readonly string[]>> = {
  nbd: ['r', 'alpha'],
  'bg-nbd': ['r', 'alpha', 'a', 'b'],
  'mbg-nbd': ['r', 'alpha', 'a', 'b'],
  'pareto-nbd': ['r', 'alpha', 's', 'beta'],
}

/** A model with its parameters; plain data, fit to be stored. `alpha` and `beta` are in the unit of time of the rows. */
export interface LifetimeModel {
  readonly kind: LifetimeKind
  readonly parameters: readonly number[]
}

/** The parameter at a place. */
export function parameter(model: LifetimeModel, place: number): number {
  return model.parameters[place] ?? Number.NaN
}

/** A likelihood over prepared rows: the sum of logs; writes its derivatives by each parameter. */
export type Likelihood = (parameters: Float64Array, gradient: Float64Array) => number
