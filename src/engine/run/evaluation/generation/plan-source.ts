/** The compiled plan as a source of bits. */
import type { Catalogue } from '../../../../core/catalog/index.ts'
import { emitCutoffs, emitSelect, weave, type Plan } from '../../../../core/plan/index.ts'
import type { BoundDefinition } from '../../../../core/segment/index.ts'
import { sql } from '../../../../core/sql/index.ts'
import { digestOf } from './force.ts'
import type { BitsSource, Cutoffs } from './source.ts'

/** What is woven. */
export interface PlanOf {
  readonly catalogue: Catalogue
  readonly definitions: readonly BoundDefinition[]
  readonly numbers: ReadonlyMap<string, number>
  readonly words: number
  /** Rows by event kind; asked for when there is something to weave. */
  readonly rows: () => Promise<ReadonlyMap<string, number>>
}

/** A plan holds at every instant: whoever carries a state on each second need not weave each second. */
let last:
  | { readonly digest: string; readonly catalogue: Catalogue; readonly plan: Plan }
  | undefined

/** Weaves definitions into a source; `words` may be more than their numbers need. */
export async function planSource(of: PlanOf): Promise<BitsSource> {
  const { words, numbers } = of
  const plan = await wovenOnce(of)
  const common = (
    cutoffs: Cutoffs,
  ): {
    numbers: typeof numbers
    words: number
    cutoffs: (key: string) => ReturnType<Cutoffs['get']>
  } => ({
    numbers,
    words,
    cutoffs: (key) => cutoffs.get(key),
  })
  return {
    words,
    // Rows of customers who are to become known have no bits.
    fixed: ({ table, asOf, cutoffs, slice }) =>
      sql`SELECT customer_key, bits, next_flip FROM (${emitSelect(plan, { table, at: { kind: 'fixed', asOf }, ...common(cutoffs), ...(slice === undefined ? {} : { slice }) })}) WHERE notEmpty(bits)`,
    own: ({ table, due, from, to, cutoffs }) =>
      emitSelect(plan, {
        table,
        at: { kind: 'own', due: sql`(${due})`, from, to },
        ...common(cutoffs),
      }),
    cutoffs: (at) => emitCutoffs(plan, at),
  }
}

async function wovenOnce({ catalogue, definitions, rows }: PlanOf): Promise<Plan> {
  const digest = digestOf({ definitions, texts: new Map() })
  if (last?.digest === digest && last.catalogue === catalogue) return last.plan
  const plan = weave(definitions, catalogue, { rows: await rows() })
  last = { digest, catalogue, plan }
  return plan
}
