/** Why two readings of the past differ: facts that came later, a definition that is another now. */
import { PLAN_SETTINGS } from '../../../../core/plan/index.ts'
import { sql, type Sql } from '../../../../core/sql/index.ts'
import type { Handle } from '../../handle.ts'

/** The same segment at the same instant, read in three ways. */
export interface Readings {
  /** What we held. */
  readonly held: Sql
  /** The same at the watermark of what was held; absent when it cannot be computed any more. */
  readonly atWatermark: Sql | undefined
  /** Computed now, by the definition as it was then; absent when that cannot be computed any more. */
  readonly asDefinedThen: Sql | undefined
  /** Computed now, by the definition in force. */
  readonly recomputed: Sql
}

/** Customers who are in one reading and not in the other, with some of their ids. */
export interface Group {
  /**
   * `facts`: came or were corrected later; `time`: passed between the watermark and the instant; `definition`: it has
   * been changed since; `both`: cannot be told apart.
   */
  readonly because: 'facts' | 'time' | 'definition' | 'both'
  /** Whether they are members when recomputed. */
  readonly entered: boolean
  readonly count: number
  readonly examples: readonly string[]
}

/** Numbers of both readings, and the groups that make their difference. */
export interface Comparison {
  readonly held: number
  readonly recomputed: number
  readonly groups: readonly Group[]
}

const EXAMPLES = 5

interface Row {
  readonly was: number
  readonly mark: number
  readonly then: number
  readonly now: number
  readonly n: string
  readonly keys: readonly string[]
}

/** The keys of one reading, marked as such. */
function marked(keys: Sql, mark: 'was' | 'mark' | 'then' | 'now'): Sql {
  const on = (name: string): Sql => (name === mark ? sql`1` : sql`0`)
  return sql`SELECT customer_key, ${on('was')} AS w, ${on('mark')} AS m, ${on('then')} AS t, ${on('now')} AS n FROM (${keys})`
}

/** Compares the readings in one statement. Cost: that of computing them. */
export async function compareReadings(handle: Handle, readings: Readings): Promise<Comparison> {
  const { analytics } = handle
  const { asDefinedThen: then, atWatermark } = readings
  const parts = [
    marked(readings.held, 'was'),
    ...(then === undefined ? [] : [marked(then, 'then')]),
    ...(atWatermark === undefined ? [] : [marked(atWatermark, 'mark')]),
    marked(readings.recomputed, 'now'),
  ]
  const all = parts.reduce((a, b) => sql`${a} UNION ALL ${b}`)
  const rows = await analytics.query<Row>(
    sql`SELECT was, mark, then, now, count() AS n, arraySlice(arraySort(groupArraySample(5)(customer_key)), 1, 5) AS keys
      FROM (SELECT customer_key, max(w) AS was, max(m) AS mark, max(t) AS then, max(n) AS now FROM (${all}) GROUP BY customer_key)
      GROUP BY was, mark, then, now`,
    { settings: PLAN_SETTINGS },
  )
  const sum = (is: (row: Row) => boolean): number =>
    rows.filter(is).reduce((total, row) => total + Number(row.n), 0)
  const differing = rows.filter((row) => row.was !== row.now)
  const ids = await idsOf(
    handle,
    differing.flatMap((row) => row.keys),
  )
  return {
    held: sum((row) => row.was === 1),
    recomputed: sum((row) => row.now === 1),
    groups: differing.map((row) => ({
      because: then === undefined || atWatermark === undefined ? 'both' : reasonOf(row),
      entered: row.now === 1,
      count: Number(row.n),
      examples: row.keys
        .flatMap((key) => ids.get(key) ?? [])
        .toSorted()
        .slice(0, EXAMPLES),
    })),
  }
}

/** The first step at which the readings part. */
function reasonOf({ was, mark, then }: Row): Group['because'] {
  if (was !== mark) return 'facts'
  return mark === then ? 'definition' : 'time'
}

/** Ids of customers by key. */
export async function idsOf(
  { analytics }: Pick<Handle, 'analytics'>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map()
  const wanted = { kind: 'value' as const, value: keys.map(BigInt), type: 'Array(UInt64)' }
  const rows = await analytics.query<{ customer_key: string; customer_id: string }>(
    sql`SELECT customer_key, any(customer_id) AS customer_id FROM ${analytics.table('customer')}
      WHERE customer_key IN ${wanted} GROUP BY customer_key`,
  )
  return new Map(rows.map((row) => [row.customer_key, row.customer_id]))
}

/** How many customers a subquery of keys names. */
export async function countKeys(
  { analytics }: Pick<Handle, 'analytics'>,
  keys: Sql,
): Promise<number> {
  const [row] = await analytics.query<{ n: string }>(sql`SELECT count() AS n FROM (${keys})`, {
    settings: PLAN_SETTINGS,
  })
  return Number(row?.n ?? 0)
}

/** Ids of some customers who are among these keys and not among those. */
export async function exampleIds(
  handle: Pick<Handle, 'analytics'>,
  these: Sql,
  those: Sql,
): Promise<readonly string[]> {
  const rows = await handle.analytics.query<{ customer_key: string }>(
    sql`SELECT customer_key FROM (${these}) WHERE customer_key NOT IN (${those}) ORDER BY customer_key LIMIT 5`,
    { settings: PLAN_SETTINGS },
  )
  const ids = await idsOf(
    handle,
    rows.map((row) => row.customer_key),
  )
  return [...ids.values()].toSorted()
}
