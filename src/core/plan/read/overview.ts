/** What lies in the fact tables, for an overview: how many events and since when, which traits are known, activity in time. */
import {
  eventTable,
  profileShape,
  traitColumn,
  type Catalogue,
  type Trait,
} from '../../catalog/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../sql/index.ts'

/** Names a table for use in a statement. */
type TableOf = (name: string) => Sql

/** One row per event kind: `event`, `n`, `first`, `last` (epoch ms, 0 when there is none). Reads one column per kind. */
export function eventSummary(catalogue: Catalogue, table: TableOf): Sql | undefined {
  const parts = Object.keys(catalogue.events).map(
    (event) => sql`SELECT ${value(event, 'String')} AS event, count() AS n,
      toUnixTimestamp64Milli(min(at)) AS first, toUnixTimestamp64Milli(max(at)) AS last
      FROM ${table(eventTable(event))}`,
  )
  return parts.length === 0 ? undefined : join(parts, '\nUNION ALL\n')
}

/** One row: `n`, the number of customers known at all. */
export function populationNow(table: TableOf): Sql {
  return sql`SELECT uniqExact(customer_key) AS n FROM ${table('customer')}`
}

/** One row with a column per trait, named like it: how many customers have a value now. One pass over the profiles. */
export function traitCoverage(catalogue: Catalogue, table: TableOf): Sql | undefined {
  const traits = Object.values(catalogue.traits)
  if (traits.length === 0) return undefined
  const shape = profileShape(catalogue)
  const inner = traits.map((trait) => {
    const set = isSet(trait)
    const cleared = sql`has(cleared, ${value(trait.name, 'String')})`
    return sql`argMaxIf(${set}, (at, seq), ${set} OR ${cleared}) AS ${id(`known_${trait.name}`)}`
  })
  const outer = traits.map(
    (trait) => sql`countIf(${id(`known_${trait.name}`)}) AS ${id(trait.name)}`,
  )
  return sql`SELECT ${join(outer, ', ')} FROM (
    SELECT customer_key, ${join(inner, ', ')} FROM ${table(shape.name)} GROUP BY customer_key
  )`
}

/** Whether a profile row holds a value of a trait: text and lists have a missing value of their own. */
function isSet(trait: Trait): Sql {
  const column = id(traitColumn(trait.name))
  switch (trait.type) {
    case 'text':
    case 'category':
      return sql`(${column} != '')`
    case 'list':
    case 'geo':
      return sql`notEmpty(${column})`
    default:
      return sql`isNotNull(${column})`
  }
}

/** Steps of the activity chart. */
export type ActivityUnit = 'day' | 'week' | 'month'

/** Rows `event`, `start` (`YYYY-MM-DD`, local), `n`, in order of time, of the given kinds after an instant. */
export function activity(
  events: readonly string[],
  table: TableOf,
  span: { readonly unit: ActivityUnit; readonly timeZone: string; readonly after: number },
): Sql | undefined {
  if (events.length === 0) return undefined
  const zone = value(span.timeZone, 'String')
  const local = sql`toDate32(at, ${zone})`
  const start =
    span.unit === 'day'
      ? local
      : sql`dateTrunc(${raw(span.unit === 'week' ? "'week'" : "'month'")}, ${local})`
  const parts = events.map(
    (
      event,
    ) => sql`SELECT ${value(event, 'String')} AS event, toString(${start}) AS start, count() AS n
      FROM ${table(eventTable(event))}
      WHERE at > fromUnixTimestamp64Milli(${value(span.after, 'Int64')}, 'UTC') GROUP BY start`,
  )
  return sql`SELECT * FROM (${join(parts, '\nUNION ALL\n')}) ORDER BY start, event`
}
