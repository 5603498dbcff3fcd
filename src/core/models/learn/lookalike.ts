/** Who resembles a given set of customers: the propensity to be in it, against the rest of the base. */
import { splitByChance } from './parts.ts'
import { trainOn, type Propensity, type PropensityOptions } from './propensity.ts'
import type { Feature, LearningTable } from './table.ts'

/**
 * Trains on seeds (`inSet` 1) against others; rows are split by chance, as resemblance has no time order. The score
 * ranks; it is not the chance to behave like the set, as some of the others may belong there unseen (Elkan, Noto 2008).
 * A feature that defines the set tells it apart perfectly and is left out as a suspect, which the report names: what
 * remains is resemblance beyond the definition. An AUC near .5 says that the set has nothing in common: `weak`.
 */
export function trainLookalike(
  features: readonly Feature[],
  inSet: Uint8Array,
  options: PropensityOptions,
): Propensity {
  const table: LearningTable = { features, outcome: inSet }
  return trainOn(table, splitByChance(inSet.length, options.seed), options)
}
