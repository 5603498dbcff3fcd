/** Every customer's values beside each other: the population, joined with what each pass found. */
import { assert } from '../base/index.ts'
import { id, join, sql, value, type Sql } from '../sql/index.ts'
import { emitMeasure } from './pass/aggregate.ts'
import type { At, Clock } from './time/clock.ts'
import { NEVER } from './time/cross.ts'
import type { Scope } from './emit.ts'
import { familiesOf } from './pass/family.ts'
import { soonest } from './flip/flip.ts'
import { emitOwn, ownOf } from './pass/own.ts'
import { emitPass, type PassContext, type TableOf } from './pass/pass.ts'
import { emitFuture, emitPopulation } from './pass/population.ts'
import { emitLists, emitScores } from './pass/records.ts'
import { decodeTrait, emitTraits } from './pass/traits.ts'
import type { Plan } from './weave.ts'

/** The nth of some equal parts of all customer keys, from 0. */
export interface KeySlice {
  readonly part: number
  readonly of: number
}

export interface ValueOptions {
  readonly table: TableOf
  readonly at: At
  readonly clock: Clock
  /** Adds `pass_flip` (ms), and customers who are not known yet. */
  readonly flips: boolean
  readonly sampleShare?: number
  readonly slice?: KeySlice
  /** Zones whose day it is for each customer is wanted beside, under these names. */
  readonly todays?: ReadonlyMap<string, string>
}

/** Where a customer's values are found in the rows of `emitValues`. */
export function customerScope(plan: Plan, clock: Clock): Scope {
  const measures = new Map(plan.measures.map((m) => [m.measure, m.name]))
  const owns = new Map(plan.own.map((o) => [o.value, o.name]))
  return {
    clock,
    trait: (name) => id(`t_${name}`),
    measure: (m) => id(measures.get(m) ?? ''),
    own: (v) => id(owns.get(v) ?? ''),
    property: () => outside('a property'),
    anyElement: () => outside('an element'),
  }
}

/** Values by customer: the population, with the columns of every pass beside. */
export function emitValues(plan: Plan, options: ValueOptions): Sql {
  const { at, table, clock, flips } = options
  const keys = keysOf(options)
  const context: PassContext = {
    table,
    clock,
    flips,
    catalogue: plan.catalogue,
    columnOf: plan.columnOf,
    ...(at.kind === 'own' ? { due: at.due } : {}),
    ...(keys.length === 0 ? {} : { sample: join(keys, ' AND ') }),
  }
  const families = familiesOf(plan.aggregates, { clock, flips, rows: plan.rows })
  const passes = families.map((family) => emitPass(family, context))
  const selects = passes.map((pass) => pass.sql)
  const next = passes.flatMap((pass) => pass.flips)
  if (plan.traits.length + plan.pasts.length > 0)
    selects.push(emitTraits(plan.traits, plan.pasts, context))
  const own = ownOf(plan.own)
  if (own.scores.length > 0) selects.push(emitScores(own.scores, context))
  if (own.lists.length > 0) selects.push(emitLists(own.lists, own.listPasts, context))
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
    ...[...(options.todays ?? [])].map(
      ([timeZone, name]) => sql`${clock.today(timeZone)} AS ${id(name)}`,
    ),
    ...plan.measures.map(
      (m) =>
        sql`${emitMeasure(
          m.measure,
          m.aggregates.map((a) => id(plan.columnOf(a))),
          clock,
        )} AS ${id(m.name)}`,
    ),
    ...plan.traits.map((t) => sql`${decodeTrait(t)} AS ${id(`t_${t.name}`)}`),
    ...plan.own.map((o) => sql`${emitOwn(o.value, own, clock)} AS ${id(o.name)}`),
  ]
  return sql`SELECT ${join(columns, ', ')} FROM (${emitPopulation({ ...context, details: own.details }, flips)}) AS population${join(joins, '')}`
}

/** The tables whose coming facts may change what the plan finds. Tables of new kinds of facts are named here. */
function factsOf(plan: Plan): {
  readonly events: readonly string[]
  readonly tables: readonly string[]
} {
  const own = ownOf(plan.own)
  return {
    events: [...new Set(plan.aggregates.map((a) => a.event))].sort(),
    tables: [
      ...(plan.traits.length + plan.pasts.length > 0 ? ['profile'] : []),
      ...(own.scores.length > 0 ? ['score'] : []),
      ...(own.lists.length > 0 ? ['list_member'] : []),
    ],
  }
}

/** Conditions on customer_key: keys are hashes, so that parts of them are parts of the customers. */
function keysOf({ sampleShare, slice }: ValueOptions): readonly Sql[] {
  const keys: Sql[] = []
  if (sampleShare !== undefined) {
    assert(sampleShare > 0 && sampleShare < 1, 'a sample is a part')
    const below = (BigInt(Math.round(sampleShare * 1_000_000)) * 2n ** 64n) / 1_000_000n
    keys.push(sql`customer_key < ${value(below, 'UInt64')}`)
  }
  if (slice !== undefined) {
    const { part, of } = slice
    assert(part >= 0 && part < of, 'a slice is a part')
    const edge = (n: number): bigint => (BigInt(n) * 2n ** 64n) / BigInt(of)
    if (part > 0) keys.push(sql`customer_key >= ${value(edge(part), 'UInt64')}`)
    if (part + 1 < of) keys.push(sql`customer_key < ${value(edge(part + 1), 'UInt64')}`)
  }
  return keys
}

function outside(what: string): never {
  throw new Error(`bug: ${what} outside of where`)
}
