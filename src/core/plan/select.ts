/** A plan as SQL: one row per customer, with the memberships as bits and the instant at which they may next change. */
import { assert } from '../base/index.ts'
import { id, join, raw, sql, type Sql } from '../sql/index.ts'
import { bitsOf, wordsFor, type SegmentNumbers } from './bits.ts'
import { clockOf, type At, type Clock } from './time/clock.ts'
import { NEVER } from './time/cross.ts'
import { emitTest, type Cutoffs, type Scope } from './emit.ts'
import { nextFlip, soonest, timedLeaves } from './flip/flip.ts'
import type { TableOf } from './pass/pass.ts'
import { customerScope, emitValues, type KeySlice } from './values.ts'
import type { Plan } from './weave.ts'

export interface SelectOptions {
  /** Names a table; on a cluster the part of it that lies on the shard. */
  readonly table: TableOf
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
  /** Only customers of one of some equal parts of all keys. */
  readonly slice?: KeySlice
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
  // It looks for contradictions among comparisons; of 200 definitions that took 0.4 s, two thirds of the analysis.
  optimize_and_compare_chain: 0,
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
  const { todays, named } = namingDays(clock)
  const flips = options.flips !== false
  const names = new Map(plan.shared.map((s) => [s.test, s]))
  const scopeAt = (level: number): Scope => ({
    ...customerScope(plan, named),
    ...(options.cutoffs === undefined ? {} : { cutoffs: options.cutoffs }),
    column: (test) => {
      const shared = names.get(test)
      return shared !== undefined && shared.level < level ? id(shared.name) : undefined
    },
  })
  const top = Math.max(0, ...plan.shared.map((s) => s.level + 1))
  const levels = Array.from({ length: top }, (_, level) => {
    const scope = scopeAt(level)
    return plan.shared
      .filter((s) => s.level === level)
      .map((s) => sql`${emitTest(s.test, scope)} AS ${id(s.name)}`)
  })
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
  const values = emitValues(plan, { ...options, clock, flips, todays })
  const from = levels.reduce(
    (below, level) => sql`SELECT *, ${join(level, ', ')} FROM (${below})`,
    values,
  )
  return sql`SELECT ${join(columns, ', ')} FROM (${from})`
}

/** Where everybody has a day of their own, it is worked out once for each zone: `todays` fills as days are asked for. */
function namingDays(clock: Clock): {
  readonly named: Clock
  readonly todays: ReadonlyMap<string, string>
} {
  const todays = new Map<string, string>()
  if (!clock.isOwn) return { named: clock, todays }
  const today = (timeZone: string): Sql => {
    const name = todays.get(timeZone) ?? `today_${todays.size}`
    todays.set(timeZone, name)
    return id(name)
  }
  return { named: { ...clock, today }, todays }
}

/** The earliest of what the passes saw, of the tests that move by themselves, and of becoming known. */
function emitNextFlip(plan: Plan, scope: Scope): Sql {
  const leaves = timedLeaves(plan.segments.map((s) => s.test))
  const flips = [raw('pass_flip'), ...(leaves.length === 0 ? [] : [nextFlip(leaves, scope)])]
  const next = sql`if(is_known, ${soonest(flips)}, ifNull(if(known_ms > ${scope.clock.now}, known_ms, NULL), ${NEVER}))`
  return sql`if((${next} AS next_ms) >= ${NEVER}, NULL, fromUnixTimestamp64Milli(toNullable(next_ms), 'UTC'))`
}

/** Writes the states at one instant into a table of `STATE_COLUMNS`. */
export function emitInsert(plan: Plan, options: SelectOptions & { readonly into: Sql }): Sql {
  const columns = STATE_COLUMNS.filter((c) => options.flips !== false || c.name !== 'next_flip')
  return sql`INSERT INTO ${options.into} (${join(
    columns.map((c) => id(c.name)),
    ', ',
  )}) ${emitSelect(plan, options)}`
}
