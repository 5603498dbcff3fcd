/** Who is looked at: everybody known, less those who were merged into others; and when facts come that are stored ahead of time. */
import { eventTable } from '../../catalog/index.ts'
import { join, raw, sql, type Sql } from '../../sql/index.ts'
import { instant, type Clock } from '../time/clock.ts'
import { dueNow, type PassContext, type TableOf } from './pass.ts'

/** A condition on customer_key: not an alias that lives on under another key. */
export function notMerged(table: TableOf): Sql {
  return sql`customer_key NOT IN (SELECT alias_key FROM ${table('merged', true)}
    GROUP BY alias_key HAVING argMax(undone, (at, seq)) = 0)`
}

/** What the population is made of. */
export interface PopulationContext {
  readonly table: TableOf
  readonly clock: Clock
  readonly due?: Sql
  readonly sample?: Sql
  /** Whether `customer_id` and `known_ms` are wanted in any case. */
  readonly details?: boolean
}

/**
 * `customer_key` of everybody known at the instant. With `ahead` also `known_ms`, when a customer comes to be known, and
 * those who are not yet; with instants of their own everybody who is due, `now_ms`, and `known_ms` NULL where never.
 */
// Minima are of milliseconds: the engine's compiled min() of DateTime64 takes instants before 1970 for the latest.
export function emitPopulation(
  { table, clock, due, sample, details = false }: PopulationContext,
  ahead: boolean,
): Sql {
  const conditions = [...(sample === undefined ? [] : [sample]), notMerged(table)]
  const all = join(conditions, ' AND ')
  const customer = table('customer')
  const [its, name] = details
    ? [sql`, any(customer_id) AS customer_id`, sql`, customer_id`]
    : [raw(''), raw('')]
  if (clock.isOwn && due !== undefined) {
    return sql`SELECT customer_key, toUnixTimestamp64Milli(as_of) AS now_ms, known_ms${name} FROM ${due} AS due
      ANY LEFT JOIN (SELECT customer_key, toNullable(min(toUnixTimestamp64Milli(known_from))) AS known_ms${its} FROM ${customer}
        WHERE customer_key IN (SELECT customer_key FROM ${due}) AND ${all} GROUP BY customer_key) AS known USING (customer_key)`
  }
  const known = ahead ? all : sql`${all} AND known_from <= ${instant(clock.range.to)}`
  if (ahead || details)
    return sql`SELECT customer_key, min(toUnixTimestamp64Milli(known_from)) AS known_ms${its} FROM ${customer}
      WHERE ${known} GROUP BY customer_key`
  return sql`SELECT DISTINCT customer_key FROM ${customer} WHERE ${known}`
}

/**
 * One row per customer who has facts after the instant: `future_ms`, the first one's. Such facts are rare, and partitions
 * that hold none are not read. Undefined when nothing that is asked could change by them.
 */
export function emitFuture(
  of: { readonly events: readonly string[]; readonly tables: readonly string[] },
  context: Pick<PassContext, 'table' | 'clock' | 'due' | 'sample'>,
): Sql | undefined {
  const { clock, table, due, sample } = context
  const names = [...of.events.map(eventTable), ...of.tables]
  if (names.length === 0) return undefined
  const conditions = [
    ...(clock.isOwn && due !== undefined
      ? [sql`customer_key IN (SELECT customer_key FROM ${due})`]
      : []),
    ...(sample === undefined ? [] : [sample]),
    sql`at > ${instant(clock.range.from)}`,
  ]
  const parts = names.map(
    (name) =>
      sql`SELECT customer_key, toUnixTimestamp64Milli(at) AS ms FROM ${table(name)} WHERE ${join(conditions, ' AND ')}`,
  )
  const all = sql`(${join(parts, ' UNION ALL ')})`
  // Own instants are joined once, to all kinds of facts together.
  const from =
    clock.isOwn && due !== undefined
      ? sql`${all} AS fact INNER JOIN (${dueNow(due)}) AS due USING (customer_key) WHERE ms > now_ms`
      : all
  return sql`SELECT customer_key, minOrNull(ms) AS future_ms FROM ${from} GROUP BY customer_key`
}
