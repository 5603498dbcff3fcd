/** Facts of a file that names merged customers by an alias: the alias keeps them, and its customer gets copies. */
import { id, join, raw, sql, type Sql } from '../../../core/sql/index.ts'
import type { Analytics } from '../../store/index.ts'

const IDENTITIES: Readonly<Record<string, readonly string[]>> = {
  profile: ['at', 'seq'],
  list_member: ['list', 'at', 'seq'],
  score: ['name', 'at', 'seq'],
}

const list = (names: readonly string[]): Sql =>
  join(
    names.map((name) => id(name)),
    ', ',
  )

/**
 * Copies what a load brought for aliases to their customers, exactly as merging does. Harmless when it is run again;
 * the caller holds the lock over the facts. Cost: nothing without merges, else one look at the rows of the load.
 */
export async function followMerges(
  analytics: Analytics,
  load: number,
  tables: readonly string[],
): Promise<void> {
  const names = tables.filter((t) => t.startsWith('event_') || t in IDENTITIES)
  if (names.length === 0 || (await analytics.tables.rowCount('merged')) === 0) return
  for (const name of names) {
    const columns = (await analytics.tables.columns(name)).map((c) => c.name)
    await analytics.run(copies(analytics, name, { columns, load }))
  }
  await analytics.run(known(analytics, load))
}

/** Every alias with its customer. */
function merges(analytics: Analytics): Sql {
  return sql`SELECT alias_key, argMax(customer_key, seq) AS canonical FROM ${analytics.table('merged')}
    GROUP BY alias_key HAVING NOT argMax(undone, seq)`
}

function copies(
  analytics: Analytics,
  name: string,
  { columns, load }: { readonly columns: readonly string[]; readonly load: number },
): Sql {
  const table = analytics.table(name)
  const rest = columns.filter((c) => c !== 'customer_key' && c !== 'origin')
  const said = list(IDENTITIES[name] ?? ['id'])
  const brought = sql`load = ${raw(String(load))} AND origin = 0`
  const aliases = sql`customer_key GLOBAL IN (SELECT alias_key FROM (${merges(analytics)}))`
  const rows = sql`SELECT m.canonical AS into_key, f.customer_key AS alias, ${list(rest)}
    FROM (SELECT customer_key, ${list(rest)} FROM ${table} WHERE ${brought} AND ${aliases}) AS f
    GLOBAL INNER JOIN (${merges(analytics)}) AS m ON f.customer_key = m.alias_key`
  return sql`INSERT INTO ${table} (customer_key, origin, ${list(rest)})
    SELECT into_key, alias, ${list(rest)} FROM (${rows}) WHERE (into_key, ${said}) GLOBAL NOT IN (
      SELECT customer_key, ${said} FROM ${table} WHERE customer_key GLOBAL IN (SELECT canonical FROM (${merges(analytics)})))`
}

/** A customer is known at least since the aliases are. */
function known(analytics: Analytics, load: number): Sql {
  const customer = analytics.table('customer')
  return sql`INSERT INTO ${customer} (customer_key, customer_id, known_from, load, origin)
    SELECT k.customer_key, k.customer_id, a.first, ${raw(String(load))}, k.origin
    FROM (SELECT customer_key AS alias, min(known_from) AS first FROM ${customer}
      WHERE load = ${raw(String(load))} AND origin = 0 GROUP BY customer_key) AS a
    GLOBAL INNER JOIN (SELECT customer_key, origin, any(customer_id) AS customer_id, min(known_from) AS since FROM ${customer}
      WHERE origin != 0 AND (customer_key, origin) GLOBAL IN (SELECT canonical, alias_key FROM (${merges(analytics)}))
      GROUP BY customer_key, origin) AS k ON a.alias = k.origin
    WHERE a.first < k.since`
}
