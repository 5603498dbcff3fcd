/** Features of which nobody said when they became known: they count as known since 1970, and may not have been. */
import { profileShape } from '../../../../core/catalog/index.ts'
import { join, id, sql } from '../../../../core/sql/index.ts'
import { isSet } from '../../basis/traits.ts'
import type { ReportContext } from '../../report/kind.ts'
import type { FeatureSet } from './features.ts'

/** Names of features that rest on traits told mostly without a day. */
export interface Undated {
  readonly undated: readonly string[]
  /** The same, where others are told with their day: one source among several is odd. */
  readonly doubted: readonly string[]
}

/** Half of the values told without a day makes a feature doubtful. */
const HALF = 0.5

/** Looks at every feature that nobody confirmed. Cost: a pass over the profiles. */
export async function undatedOf(
  context: ReportContext,
  set: FeatureSet,
  confirmed: readonly string[],
): Promise<Undated> {
  const uses = new Map([
    ...set.numbers.map(
      ({ name, column }) => [name, set.asked.traits.get(column) ?? new Set<string>()] as const,
    ),
    ...set.categories.map(({ name }) => [name, new Set([name])] as const),
  ])
  const { catalogue } = context.current.programme
  const needed = new Set([...uses.values()].flatMap((names) => [...names]))
  const traits = Object.values(catalogue.traits).filter(({ name }) => needed.has(name))
  if (traits.length === 0) return { undated: [], doubted: [] }
  const columns = traits.map((trait, i) => {
    const told = isSet(trait)
    return sql`toFloat64(countIf(${told})) AS ${id(`n_${i}`)}, toFloat64(countIf(${told} AND toUnixTimestamp64Milli(at) = 0)) AS ${id(`u_${i}`)}`
  })
  const [row = {}] = await context.query<Record<string, number>>(
    sql`SELECT ${join(columns, ', ')} FROM ${context.table(profileShape(catalogue).name)}`,
  )
  const doubtful = new Set(
    traits
      .filter((_, i) => (row[`u_${i}`] ?? 0) > HALF * (row[`n_${i}`] ?? 0))
      .map(({ name }) => name),
  )
  const undated = [...uses].flatMap(([feature, names]) =>
    !confirmed.includes(feature) && [...names].some((name) => doubtful.has(name)) ? [feature] : [],
  )
  return { undated, doubted: undated.length < uses.size ? undated : [] }
}
