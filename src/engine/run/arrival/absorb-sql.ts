/** The statements that turn arrived rows into facts, each harmless when it is run again. */
import { id, join, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import type { Analytics } from '../../store/index.ts'
import { MESSAGE_TABLE, TOUCHED_TABLE, type Target } from './tables.ts'

/** What all statements of an absorption need. */
export interface Work {
  readonly analytics: Analytics
  readonly load: number
  /** Some customers are merged: the rows of an alias go to its customer. */
  readonly hasMerges: boolean
}

const list = (names: readonly string[]): Sql =>
  join(
    names.map((name) => id(name)),
    ', ',
  )

const number = (n: number): Sql => raw(String(n))

function hashOf({ section }: Pick<Target, 'section'>): Sql {
  return sql`reinterpretAsUInt128(sipHash128(${value(section, 'String')}, id))`
}

/** Arrived rows with `customer_key`, `origin` and `hash`; `fresh`: only those whose message was never taken, each once. */
function arrived({ analytics, hasMerges }: Work, target: Target, fresh: boolean): Sql {
  const table = analytics.table(target.arriving)
  const message = analytics.table(MESSAGE_TABLE)
  const known = sql`SELECT hash FROM ${message} WHERE hash IN (SELECT ${hashOf(target)} FROM ${table})`
  const once = fresh ? sql` WHERE hash NOT IN (${known}) ORDER BY ordinal LIMIT 1 BY id` : sql``
  const rows = sql`SELECT *, sipHash64(customer) AS key, ${hashOf(target)} AS hash FROM ${table}${once}`
  if (!hasMerges) return sql`SELECT *, key AS customer_key, toUInt64(0) AS origin FROM (${rows})`
  const merged = sql`SELECT alias_key, argMax(customer_key, seq) AS canonical FROM ${analytics.table('merged')}
    WHERE alias_key IN (SELECT sipHash64(customer) FROM ${table}) GROUP BY alias_key HAVING NOT argMax(undone, seq)`
  return sql`SELECT a.*, if(m.alias_key = 0, a.key, m.canonical) AS customer_key, if(m.alias_key = 0, 0, a.key) AS origin
    FROM (${rows}) AS a ANY LEFT JOIN (${merged}) AS m ON a.key = m.alias_key`
}

/** Notes whom the rows touch. Runs before the facts change, so that a retry cannot lose anybody. */
export function touch(work: Work, target: Target): Sql {
  return sql`INSERT INTO ${work.analytics.table(TOUCHED_TABLE)} (load, customer_key, at, cause)
    SELECT ${number(work.load)}, customer_key, min(at), ${value(target.cause, 'String')}
    FROM (${arrived(work, target, true)}) GROUP BY customer_key`
}

/** Adds the rows to their fact table, but for those that it has already, from whatever source. */
export function settleFacts(work: Work, target: Target): Sql {
  const { analytics, load } = work
  const facts = analytics.table(target.table)
  const isEvent = target.cause === 'event'
  const own = isEvent ? ['id'] : ['at', 'seq']
  const keys = sql`SELECT customer_key FROM (${arrived(work, target, false)})`
  const some = isEvent
    ? sql`id GLOBAL IN (SELECT id FROM ${analytics.table(target.arriving)})`
    : sql`load = ${number(load)}`
  const stored = sql`SELECT customer_key, ${list(own)} FROM ${facts} WHERE customer_key GLOBAL IN (${keys}) AND ${some}`
  const names = target.columns.map((c) => c.name)
  const head = isEvent
    ? ['customer_key', 'at', 'id', 'body', 'load', 'origin']
    : ['customer_key', 'at', 'seq', 'load', 'origin']
  const filled = isEvent
    ? sql`customer_key, at, id, 0, ${number(load)}, origin`
    : sql`customer_key, at, seq, ${number(load)}, origin`
  const rows = isEvent
    ? arrived(work, target, true)
    : sql`SELECT *, ${number(load)} * toUInt64(4294967296) + ordinal AS seq FROM (${arrived(work, target, true)})`
  const columns = names.map((name) => sql`, ${padded(target, name)}`)
  return sql`INSERT INTO ${facts} (${list([...head, ...names])})
    SELECT ${filled}${join(columns, '')} FROM (${rows}) WHERE (customer_key, ${list(own)}) GLOBAL NOT IN (${stored})`
}

/** Lists of an element are equally long, even if the catalogue got a property while the row was on its way. */
function padded(target: Target, name: string): Sql {
  const together = target.lists.find((names) => names.includes(name))
  if (together === undefined || together.length < 2) return id(name)
  const lengths = together.map((other) => sql`length(${id(other)})`)
  return sql`arrayResize(${id(name)}, greatest(${join(lengths, ', ')}))`
}

/** Makes known, or known earlier, those whose facts came. */
export function meetCustomers(work: Work, targets: readonly Target[]): Sql {
  const { analytics, load } = work
  const customer = analytics.table('customer')
  const ids = targets.map(
    ({ arriving }) =>
      sql`SELECT sipHash64(customer) AS key, customer FROM ${analytics.table(arriving)}`,
  )
  const brought = targets.map((target) => {
    const keys = sql`SELECT customer_key FROM (${arrived(work, target, false)})`
    return sql`SELECT customer_key, origin, at FROM ${analytics.table(target.table)}
      WHERE customer_key GLOBAL IN (${keys}) AND load = ${number(load)}`
  })
  const met = sql`SELECT customer_key, origin, min(at) AS first FROM (${join(brought, ' UNION ALL ')}) GROUP BY customer_key, origin`
  const known = sql`SELECT customer_key, origin, min(known_from) AS since, count() AS times, any(customer_id) AS customer_id
    FROM ${customer} WHERE customer_key GLOBAL IN (SELECT customer_key FROM (${met})) GROUP BY customer_key, origin`
  // Who is known through an alias has a row of the merge, and its name stands there.
  const named = sql`if(i.customer != '', i.customer, k.customer_id)`
  return sql`INSERT INTO ${customer} (customer_key, customer_id, known_from, load, origin)
    SELECT n.customer_key, ${named}, n.first, ${number(load)}, n.origin FROM (${met}) AS n
    LEFT JOIN (${known}) AS k ON n.customer_key = k.customer_key AND n.origin = k.origin
    LEFT ANY JOIN (${join(ids, ' UNION ALL ')}) AS i ON n.customer_key = i.key
    WHERE k.times = 0 OR n.first < k.since`
}

/** Remembers the messages: from now on they are known. */
export function rememberMessages(work: Work, targets: readonly Target[]): Sql {
  const hashes = targets.map((target) => sql`SELECT hash FROM (${arrived(work, target, true)})`)
  return sql`INSERT INTO ${work.analytics.table(MESSAGE_TABLE)} (hash, load)
    SELECT hash, ${number(work.load)} FROM (${join(hashes, ' UNION ALL ')})`
}
