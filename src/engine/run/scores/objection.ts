/** Customers who object to profiling: who they are, and that no score is held of them. */
import type { Instant } from '../../../core/base/index.ts'
import { traitColumn, type Catalogue } from '../../../core/catalog/index.ts'
import { id, join, sql, value, type Sql } from '../../../core/sql/index.ts'
import { instant } from '../evaluation/generation/state.ts'
import { FACTS_LOCK } from '../facts.ts'
import type { Current } from '../open.ts'

/** In the place of a model's version, on records that take a score back because its customer objects. */
export const OBJECTION = 'objection'

type TableOf = (name: string) => Sql

/**
 * `customer_key` of those who said no to a consent with the purpose `profiling`, by what was known at an instant: the last word
 * counts, and a `true` or a cleared value after it takes the objection back. Nothing said is no objection. Undefined where
 * the catalogue has no such consent. Cost: one pass over the flag, and over the records of those who ever said no.
 */
export function objectors(
  { traits }: Pick<Catalogue, 'traits'>,
  { table, at }: { readonly table: TableOf; readonly at: Instant },
): Sql | undefined {
  const consents = Object.values(traits).filter(
    ({ type, consent }) => type === 'boolean' && consent?.purpose === 'profiling',
  )
  if (consents.length === 0) return undefined
  const profile = table('profile')
  const upTo = sql`at <= ${instant(at)}`
  const columns = consents.map(({ name }) => ({ name, column: id(traitColumn(name)) }))
  const ever = columns.map(({ column }) => sql`ifNull(${column} = false, 0)`)
  const last = columns.map(({ name, column }) => {
    const says = sql`(isNotNull(${column}) OR has(cleared, ${value(name, 'String')}))`
    // In a tuple, because argMax passes over NULL, and a value that was cleared is NULL.
    return sql`ifNull(argMaxIf(tuple(${column}), (at, seq), ${says}).1 = false, 0)`
  })
  return sql`SELECT customer_key FROM ${profile} WHERE ${upTo}
      AND customer_key IN (SELECT customer_key FROM ${profile} WHERE ${upTo} AND (${join(ever, ' OR ')}))
    GROUP BY customer_key HAVING ${join(last, ' OR ')}`
}

/**
 * Takes back every score that is held at an instant of somebody who objects, wherever it came from; members follow with the
 * next generation. Returns how many were taken back. Asks nothing where the catalogue has no such consent.
 */
export async function takeBackObjected(
  current: Pick<Current, 'ledger' | 'analytics' | 'programme'>,
  of: { readonly at: Instant; readonly who: string },
): Promise<{ readonly cleared: number; readonly scores: readonly string[] }> {
  const { ledger, programme } = current
  const none = { cleared: 0, scores: [] }
  const { catalogue } = programme
  if (objectors(catalogue, { table: current.analytics.table, at: of.at }) === undefined) return none
  if ((await heldNames(current, of.at)).length === 0) return none
  return await ledger.withLock(FACTS_LOCK, 'exclusive', async () => {
    const scores = await heldNames(current, of.at)
    return scores.length === 0 ? none : await clear(current, scores, of)
  })
}

/** Ids of those who object; empty where the catalogue knows no such consent. */
export async function objectingIds(
  { analytics, programme }: Pick<Current, 'analytics' | 'programme'>,
  at: Instant,
): Promise<ReadonlySet<string>> {
  const who = objectors(programme.catalogue, { table: analytics.table, at })
  if (who === undefined) return new Set()
  const rows = await analytics.query<{ customer_id: string }>(
    sql`SELECT DISTINCT customer_id FROM ${analytics.table('customer')} WHERE customer_key IN (${who})`,
  )
  return new Set(rows.map((row) => row.customer_id))
}

/** Scores that somebody who objects has, as `name`, `customer_key`. */
function held({ programme }: Pick<Current, 'programme'>, table: TableOf, at: Instant): Sql {
  const who = objectors(programme.catalogue, { table, at }) ?? sql`SELECT toUInt64(0) WHERE 0`
  return sql`SELECT name, customer_key FROM ${table('score')}
    WHERE at <= ${instant(at)} AND customer_key IN (${who})
    GROUP BY name, customer_key HAVING isNotNull(argMax(tuple(value), (at, seq)).1)`
}

async function heldNames(
  current: Pick<Current, 'analytics' | 'programme'>,
  at: Instant,
): Promise<readonly string[]> {
  const { analytics } = current
  const rows = await analytics.query<{ name: string }>(
    sql`SELECT DISTINCT name FROM (${held(current, analytics.table, at)}) ORDER BY name`,
  )
  return rows.map(({ name }) => name)
}

async function clear(
  current: Pick<Current, 'ledger' | 'analytics' | 'programme'>,
  scores: readonly string[],
  { at, who }: { readonly at: Instant; readonly who: string },
): Promise<{ readonly cleared: number; readonly scores: readonly string[] }> {
  const { ledger, analytics } = current
  const { id: number } = await ledger.guard(() =>
    ledger.db
      .insertInto('score_load')
      .values({
        scores: JSON.stringify(scores),
        file_name: '',
        digest: '',
        version: OBJECTION,
        who,
        why: '',
        counts: JSON.stringify({ read: 0, rejected: 0, written: 0, cleared: 0 }),
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  await analytics.runOnShards(
    (
      table,
    ) => sql`INSERT INTO ${table('score')} (name, customer_key, at, seq, value, load, version, origin)
      SELECT name, customer_key, ${instant(at)}, ${value(number, 'UInt64')}, NULL, 0, ${value(OBJECTION, 'String')}, 0
      FROM (${held(current, table, at)})`,
  )
  const [row] = await analytics.query<{ n: string }>(
    sql`SELECT count() AS n FROM ${analytics.table('score')}
      WHERE seq = ${value(number, 'UInt64')} AND version = ${value(OBJECTION, 'String')}`,
  )
  const cleared = Number(row?.n ?? 0)
  await ledger.guard(() =>
    ledger.db
      .updateTable('score_load')
      .set({
        finished_at: new Date(),
        counts: JSON.stringify({ read: 0, rejected: 0, written: cleared, cleared }),
      })
      .where('id', '=', number)
      .execute(),
  )
  return { cleared, scores }
}
