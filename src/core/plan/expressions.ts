/** Values of expressions and answers to conditions for everybody, as of one instant: what models are fitted on and score by. */
import { assert, type Instant } from '../base/index.ts'
import type { Catalogue } from '../catalog/index.ts'
import type { BoundCondition, BoundDefinition, BoundValue } from '../segment/index.ts'
import { id, join, raw, sql, type Sql } from '../sql/index.ts'
import { emitTest, emitValue, type Cutoffs } from './emit.ts'
import type { TableOf } from './pass/pass.ts'
import { fixedClock } from './time/clock.ts'
import { customerScope, emitValues } from './values.ts'
import { weave, type Plan } from './weave.ts'

/** A column that is asked for: the value of a number, or 1 and 0 for whether a condition holds. */
export type AskedColumn = { readonly name: string } & (
  | { readonly value: BoundValue }
  | { readonly condition: BoundCondition }
)

/** Columns woven into one plan; `emitCutoffs` works on `plan` where conditions hold ranks. */
export interface Expressions {
  readonly plan: Plan
  readonly columns: readonly AskedColumn[]
}

/** Beyond what `count distinct` is ever cut at, so that a value is counted to its end. */
const FAR = 1e12

/**
 * Weaves the columns together, so that what they have in common is read once. `definitions` are those of the segments that
 * conditions refer to. Values are numbers or durations (milliseconds).
 */
export function weaveExpressions(
  columns: readonly AskedColumn[],
  of: {
    readonly catalogue: Catalogue
    readonly timeZone: string
    readonly definitions?: readonly BoundDefinition[]
  },
): Expressions {
  const own = columns.map((column): BoundDefinition => ({
    segment: keyOf(column),
    timeZone: of.timeZone,
    condition: 'condition' in column ? column.condition : asked(column.value),
    refersTo: [],
  }))
  const plan = weave([...own, ...(of.definitions ?? [])], of.catalogue, {
    segments: own.map(({ segment }) => segment),
  })
  return { plan, columns }
}

/** No segment's key has a blank. */
function keyOf({ name }: AskedColumn): string {
  return `expression ${name}`
}

/** A comparison carries its left side through every step of weaving, and unlike `is known` it is never folded. */
function asked(value: BoundValue): BoundCondition {
  const right: BoundValue = { kind: 'literal', type: value.type, value: FAR }
  return { node: 0, kind: 'compare', op: '<', left: value, right }
}

/**
 * `customer_key` and the columns as Nullable(Float64): a row for everybody known at the instant. Missing values are NULL. Only
 * facts up to the instant are seen. Cost: the passes that the columns need.
 */
export function emitExpressions(
  { plan, columns }: Expressions,
  options: {
    readonly table: TableOf
    readonly asOf: Instant
    readonly cutoffs?: Cutoffs
    /** Only customers whose hashed key lies below this share of all keys. */
    readonly sampleShare?: number
  },
): Sql {
  const { table, asOf, cutoffs, sampleShare } = options
  const clock = fixedClock(asOf)
  const scope = { ...customerScope(plan, clock), ...(cutoffs === undefined ? {} : { cutoffs }) }
  const tests = new Map(plan.segments.map(({ segment, test }) => [segment, test]))
  // The plan's own columns have names too, and a name given beside them would hide them: each is renamed one level further out.
  const inner = columns.map((column, i) => {
    const test = tests.get(keyOf(column))
    assert(test !== undefined, 'a column without a test')
    const as = id(`expression_${i}`)
    if ('condition' in column) return sql`toFloat64(${emitTest(test, scope)}) AS ${as}`
    // What folds to a constant is a number that was written, or a value that nobody has.
    if (test.kind !== 'compare') return sql`${constantOf(column.value)} AS ${as}`
    return sql`toFloat64(${emitValue(test.left, scope)}) AS ${as}`
  })
  const outer = columns.map(({ name }, i) => {
    const x = id(`expression_${i}`)
    return sql`if(isFinite(${x}), ${x}, NULL) AS ${id(name)}`
  })
  const from = emitValues(plan, {
    table,
    at: { kind: 'fixed', asOf },
    clock,
    flips: false,
    ...(sampleShare === undefined || sampleShare >= 1 ? {} : { sampleShare }),
  })
  return sql`SELECT customer_key, ${join(outer, ', ')} FROM (SELECT customer_key, ${join(inner, ', ')} FROM (${from}))`
}

function constantOf(value: BoundValue): Sql {
  return value.kind === 'literal' && typeof value.value === 'number'
    ? raw(`toFloat64(${value.value})`)
    : raw("CAST(NULL, 'Nullable(Float64)')")
}
