/** A plan as SQL: one row per customer, with the memberships as bits and the instant at which they may next change. */
import { assert } from '../base/index.ts'
import { id, join, raw, sql, value, type Sql } from '../sql/index.ts'
import { emitMeasure } from './aggregate.ts'
import { bitsOf, wordsFor, type SegmentNumbers } from './bits.ts'
import { clockOf, type At, type Clock } from './clock.ts'
import { NEVER } from './cross.ts'
import { emitTest, type Cutoffs, type Scope } from './emit.ts'
import { familiesOf } from './family.ts'
import { nextFlip, soonest, timedLeaves } from './flip.ts'
import { emitPass, type PassContext } from './pass.ts'
import { emitFuture, emitPopulation } from './population.ts'
import { decodeTrait, emitTraits } from './traits.ts'
import type { Plan } from './weave.ts'

export interface SelectOptions {
  /** Names a table; on a cluster the part of it that lies on the shard. */
  readonly table: (name: string) => Sql
  readonly at: At
  /** The bit of each segment of the plan. */
  readonly numbers: SegmentNumbers
  /** Words of bits, where more are wanted than the plan's numbers need. */
  readonly words?: number
  /** Thresholds of ranks; nobody is of a rank without. */
  readonly cutoffs?: Cutoffs
  /** False leaves out `next_flip`, and with it some columns of the passes. */
  readonly flips?: boolean
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

/** The columns of a table that `emitInsert` at one instant writes into. */
export const STATE_COLUMNS: readonly { readonly name: string; readonly type: string }[] = [
  { name: 'customer_key', type: 'UInt64' },
  { name: 'bits', type: 'Array(UInt64)' },
  { name: 'next_flip', type: "Nullable(DateTime64(3, 'UTC'))" },
]

/**
 * `customer_key`, `bits Array(UInt64)`, `next_flip Nullable(DateTime64(3, 'UTC'))` (unless `flips` is false).
 *
 * At one instant: a row for everybody known. With `next_flip` also one for each customer who is to become known later:
 * their bits are empty, and `next_flip` says when. Merged aliases have none.
 *
 * At instants of their own: a row for everybody due, with `as_of` and `known UInt8` beside. Who is not known then, or is
 * a merged alias, has `known` 0 and empty bits.
 *
 * `next_flip` is after the instant and no later than the first instant at which time alone, or a fact stored ahead
 * of time, changes a membership; it may be earlier, and NULL says never (see `nextFlip` for the one exception).
 */
export function emitSelect(plan: Plan, options: SelectOptions): Sql {
  const clock = clockOf(options.at)
  const flips = options.flips !== false
  const names = new Map(plan.shared.map((s) => [s.test, s]))
  const measures = new Map(plan.measures.map((m) => [m.measure, m.name]))
  const scopeAt = (level: number): Scope => ({
    clock,
    ...(options.cutoffs === undefined ? {} : { cutoffs: options.cutoffs }),
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
  let from = emitValues(plan, options, { clock, flips })
  for (let level = 0; level < top; level++) {
    const scope = scopeAt(level)
    const columns = plan.shared
      .filter((s) => s.level === level)
      .map((s) => sql`${emitTest(s.test, scope)} AS ${id(s.name)}`)
    from = sql`SELECT *, ${join(columns, ', ')} FROM (${from})`
  }
  const scope = scopeAt(top)
  const tests = plan.segments.map(({ segment, test }) => {
    const number = options.numbers.get(segment)
    assert(number !== undefined, `segment ${segment} has no number`)
    return { number, test: emitTest(test, scope) }
  })
  const words = options.words ?? wordsFor(tests.map((t) => t.number))
  const bits = bitsOf(tests, words)
  const columns = [
    id('customer_key'),
    sql`${flips || clock.isOwn ? sql`if(is_known, ${bits}, emptyArrayUInt64())` : bits} AS bits`,
    ...(flips ? [sql`${emitNextFlip(plan, scope)} AS next_flip`] : []),
    ...(clock.isOwn
      ? [sql`fromUnixTimestamp64Milli(now_ms, 'UTC') AS as_of`, sql`is_known AS known`]
      : []),
  ]
  return sql`SELECT ${join(columns, ', ')} FROM (${from})`
}

/** The earliest of what the passes saw, of the tests that move by themselves, and of becoming known. */
function emitNextFlip(plan: Plan, scope: Scope): Sql {
  const leaves = timedLeaves(plan.segments.map((s) => s.test))
  const flips = [raw('pass_flip'), ...leaves.map((leaf) => nextFlip(leaf, scope))]
  const next = sql`if(is_known, ${soonest(flips)}, ifNull(if(known_ms > ${scope.clock.now}, known_ms, NULL), ${NEVER}))`
  return sql`if(${next} >= ${NEVER}, NULL, fromUnixTimestamp64Milli(toNullable(${next}), 'UTC'))`
}

/** Writes the states at one instant into a table of `STATE_COLUMNS`. */
export function emitInsert(plan: Plan, options: SelectOptions & { readonly into: Sql }): Sql {
  const columns = STATE_COLUMNS.filter((c) => options.flips !== false || c.name !== 'next_flip')
  return sql`INSERT INTO ${options.into} (${join(
    columns.map((c) => id(c.name)),
    ', ',
  )}) ${emitSelect(plan, options)}`
}

/** Values by customer: the population, with the columns of every pass beside. */
function emitValues(
  plan: Plan,
  options: SelectOptions,
  { clock, flips }: { readonly clock: Clock; readonly flips: boolean },
): Sql {
  const { at, table, sampleShare } = options
  const context: PassContext = {
    table,
    clock,
    flips,
    catalogue: plan.catalogue,
    columnOf: plan.columnOf,
    ...(at.kind === 'own' ? { due: at.due } : {}),
    ...(sampleShare === undefined ? {} : { sample: emitSample(sampleShare) }),
  }
  const families = familiesOf(plan.aggregates, { clock, flips, rows: plan.rows })
  const passes = families.map((family) => emitPass(family, context))
  const selects = passes.map((pass) => pass.sql)
  const next = passes.flatMap((pass) => pass.flips)
  if (plan.traits.length > 0) selects.push(emitTraits(plan.traits, context))
  const future = flips ? emitFuture(factsOf(plan), context) : undefined
  if (future !== undefined) {
    selects.push(future)
    next.push(sql`ifNull(future_ms, ${NEVER})`)
  }
  const joins = selects.map(
    (pass, i) =>
      sql` ANY LEFT JOIN (${pass}) AS ${id(`pass${i}`)} ON population.customer_key = ${id(`pass${i}`)}.customer_key`,
  )
  const columns = [
    sql`population.customer_key AS customer_key`,
    ...(clock.isOwn ? [sql`population.now_ms AS now_ms`] : []),
    ...(clock.isOwn || flips
      ? [
          sql`population.known_ms AS known_ms`,
          sql`toUInt8(ifNull(population.known_ms <= ${clock.isOwn ? sql`population.now_ms` : clock.now}, 0)) AS is_known`,
        ]
      : []),
    ...(flips ? [sql`${soonest(next)} AS pass_flip`] : []),
    ...plan.measures.map(
      (m) =>
        sql`${emitMeasure(
          m.measure,
          m.aggregates.map((a) => id(plan.columnOf(a))),
        )} AS ${id(m.name)}`,
    ),
    ...plan.traits.map((t) => sql`${decodeTrait(t)} AS ${id(`t_${t.name}`)}`),
  ]
  return sql`SELECT ${join(columns, ', ')} FROM (${emitPopulation(context, flips)}) AS population${join(joins, '')}`
}

/** The tables whose coming facts may change what the plan finds. Tables of new kinds of facts are named here. */
function factsOf(plan: Plan): {
  readonly events: readonly string[]
  readonly tables: readonly string[]
} {
  return {
    events: [...new Set(plan.aggregates.map((a) => a.event))].sort(),
    tables: plan.traits.length > 0 ? ['profile'] : [],
  }
}

function emitSample(share: number): Sql {
  assert(share > 0 && share < 1, 'a sample is a part')
  const below = (BigInt(Math.round(share * 1_000_000)) * 2n ** 64n) / 1_000_000n
  return sql`customer_key < ${value(below, 'UInt64')}`
}

function outside(what: string): never {
  throw new Error(`bug: ${what} outside of where`)
}
