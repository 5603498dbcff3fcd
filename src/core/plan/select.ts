/** A plan as SQL: one row per known customer, one column per segment. */
import { assert } from '../base/index.ts'
import { id, join, sql, value, type Sql } from '../sql/index.ts'
import { emitMeasure } from './aggregate.ts'
import { emitTest, type Scope } from './emit.ts'
import { emitPass, instant } from './pass.ts'
import { decodeTrait, emitTraits } from './traits.ts'
import type { Plan } from './weave.ts'

export interface SelectOptions {
  /** Names a table; on a cluster the part of it that lies on the shard. */
  readonly table: (name: string) => Sql
  /** Only customers whose key lies below this share (0..1) of all keys: keys are hashes, so that is a fair sample. */
  readonly sampleShare?: number
}

/**
 * What the engine must allow and how it best runs a plan. Definitions are bounded in length by the language,
 * so the limits on text and tree only need to be out of the way.
 */
export const PLAN_SETTINGS: Readonly<Record<string, string | number>> = {
  max_query_size: 64_000_000,
  max_ast_elements: 10_000_000,
  max_expanded_ast_elements: 10_000_000,
  max_ast_depth: 10_000,
  max_parser_depth: 10_000,
  max_subquery_depth: 1_000,
  max_columns_to_read: 0,
}

/** The snapshot's column of a segment. */
export function segmentColumn(segment: string): string {
  return `s_${segment}`
}

/** `SELECT customer_key, s_a, s_b, ...` over the population at the plan's instant. */
export function emitSelect(plan: Plan, options: SelectOptions): Sql {
  const names = new Map(plan.shared.map((s) => [s.test, s]))
  const measures = new Map(plan.measures.map((m) => [m.measure, m.name]))
  const scopeAt = (level: number): Scope => ({
    trait: (name) => id(`t_${name}`),
    measure: (m) => id(measures.get(m) ?? ''),
    property: () => outside('a property'),
    anyElement: () => outside('an element'),
    column: (test) => {
      const shared = names.get(test)
      return shared !== undefined && shared.level < level ? id(shared.name) : undefined
    },
  })
  const top = Math.max(0, ...plan.shared.map((s) => s.level + 1))
  let from = emitValues(plan, options)
  for (let level = 0; level < top; level++) {
    const scope = scopeAt(level)
    const columns = plan.shared
      .filter((s) => s.level === level)
      .map((s) => sql`${emitTest(s.test, scope)} AS ${id(s.name)}`)
    from = sql`SELECT *, ${join(columns, ', ')} FROM (${from})`
  }
  const scope = scopeAt(top)
  const columns = plan.segments.map(
    (s) => sql`toUInt8(${emitTest(s.test, scope)}) AS ${id(segmentColumn(s.segment))}`,
  )
  return sql`SELECT ${join([id('customer_key'), ...columns], ', ')} FROM (${from})`
}

/** Writes the memberships into a table made from `snapshotColumns`. */
export function emitInsert(plan: Plan, options: SelectOptions & { readonly into: Sql }): Sql {
  const columns = ['customer_key', ...plan.segments.map((s) => segmentColumn(s.segment))].map((c) =>
    id(c),
  )
  return sql`INSERT INTO ${options.into} (${join(columns, ', ')}) ${emitSelect(plan, options)}`
}

/** The columns of a snapshot of these segments. */
export function snapshotColumns(
  plan: Plan,
): readonly { readonly name: string; readonly type: string }[] {
  return [
    { name: 'customer_key', type: 'UInt64' },
    ...plan.segments.map((s) => ({ name: segmentColumn(s.segment), type: 'UInt8' })),
  ]
}

/** Values by customer: the population, with the columns of every pass beside. */
function emitValues(plan: Plan, options: SelectOptions): Sql {
  const { table } = options
  const sample = options.sampleShare === undefined ? undefined : emitSample(options.sampleShare)
  const context = sample === undefined ? { table } : { table, sample }
  const known = join(
    [...(sample === undefined ? [] : [sample]), sql`known_from <= ${instant(plan.asOf)}`],
    ' AND ',
  )
  const passes = plan.families.map(
    (f) => sql`${emitPass(f, { ...context, catalogue: plan.catalogue, columnOf: plan.columnOf })}`,
  )
  if (plan.traits.length > 0) passes.push(emitTraits(plan.traits, { ...context, asOf: plan.asOf }))
  const population = sql`(SELECT DISTINCT customer_key FROM ${table('customer')} WHERE ${known}) AS population`
  const joins = passes.map(
    (pass, i) =>
      sql` ANY LEFT JOIN (${pass}) AS ${id(`pass${i}`)} ON population.customer_key = ${id(`pass${i}`)}.customer_key`,
  )
  const columns = [
    sql`population.customer_key AS customer_key`,
    ...plan.measures.map(
      (m) =>
        sql`${emitMeasure(
          m.measure,
          m.aggregates.map((a) => id(a)),
        )} AS ${id(m.name)}`,
    ),
    ...plan.traits.map((t) => sql`${decodeTrait(t)} AS ${id(`t_${t.name}`)}`),
  ]
  return sql`SELECT ${join(columns, ', ')} FROM ${population}${join(joins, '')}`
}

function emitSample(share: number): Sql {
  assert(share > 0 && share < 1, 'a sample is a part')
  const below = (BigInt(Math.round(share * 1_000_000)) * 2n ** 64n) / 1_000_000n
  return sql`customer_key < ${value(below, 'UInt64')}`
}

function outside(what: string): never {
  throw new Error(`bug: ${what} outside of where`)
}
