/** Scores that a model made inside the store: taken over from a table of its own, as far as they differ from what holds. */
import type { Instant } from '../../../core/base/index.ts'
import { DECIMAL_TYPE } from '../../../core/catalog/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import { instant } from '../evaluation/generation/state.ts'
import { FACTS_LOCK } from '../facts.ts'
import type { Author } from '../governance/versions.ts'
import type { Handle } from '../handle.ts'
import type { ScoresWritten } from './records.ts'

type Doors = Pick<Handle, 'ledger' | 'analytics'>
type TableOf = (name: string) => Sql

/** What a model says, and in whose name. */
export interface WriteBack extends Author {
  /** By column of the select: the score's full name. */
  readonly columns: Readonly<Record<string, string>>
  /**
   * On one shard's tables: one row per customer, with `customer_key` and the columns, as doubles; NULL and what is not
   * finite take the score back, and so does having no row.
   */
  readonly select: (table: TableOf) => Sql
  /** Decimals that are kept, by column: what differs in later ones is no news. */
  readonly digits: Readonly<Record<string, number>>
  /** As of when the values hold. */
  readonly at: Instant
  readonly version: string
  /** The model's file, and the sha256 of its text. */
  readonly file: string
  readonly digest: string
  readonly signal?: AbortSignal
}

/** Where the values of the run that is under way lie; one at a time, so that what a killed one left is found by its name. */
const STAGE = 'model_stage'

/**
 * Stages the values while facts may be read, then, alone with the facts, writes those that differ, per shard. Throws
 * what stores throw. Cost: one run of `select`, then for each column one pass over its score's rows, in their order.
 */
export async function writeBackScores(doors: Doors, load: WriteBack): Promise<ScoresWritten> {
  await stage(doors, load)
  try {
    // A generation that took in a load of which only some rows lie there would never look at the others.
    return await doors.ledger.withLock(FACTS_LOCK, 'exclusive', () => writeAlone(doors, load))
  } finally {
    await doors.analytics.tables.drop(STAGE)
  }
}

async function stage({ analytics }: Doors, load: WriteBack): Promise<void> {
  const { tables } = analytics
  const columns = Object.keys(load.columns)
  await tables.drop(STAGE)
  await tables.create({
    name: STAGE,
    columns: [
      { name: 'customer_key', type: 'UInt64' },
      ...columns.map((name) => ({ name, type: 'Int64' })),
    ],
    orderBy: ['customer_key'],
    shardBy: 'customer_key',
  })
  const names = columns.map((name) => id(name))
  const values = columns.map((name) => exact(id(name), load.digits[name] ?? 6))
  await analytics.runOnShards(
    (table) => sql`INSERT INTO ${table(STAGE)} (customer_key, ${join(names, ', ')})
      SELECT customer_key, ${join(values, ', ')} FROM (${load.select(table)})`,
    {
      settings: { join_use_nulls: 1, max_query_size: 4_000_000 },
      ...(load.signal === undefined ? {} : { signal: load.signal }),
    },
  )
}

/** Values travel as millionths; this stands for "no value". */
const NOTHING = raw('toInt64(-9223372036854775808)')

/** A double in millionths, rounded; a cast to a decimal would cut instead, and .29 would become .28. */
function exact(column: Sql, digits: number): Sql {
  const scale = value(10 ** digits, 'Float64')
  const rest = value(10 ** (6 - digits), 'Int64')
  const isKept = sql`ifNull(isFinite(${column}) AND abs(${column}) < 1e12, 0)`
  return sql`if(${isKept}, toInt64(round(if(${isKept}, assumeNotNull(${column}), 0.) * ${scale})) * ${rest}, ${NOTHING})`
}

async function writeAlone(doors: Doors, load: WriteBack): Promise<ScoresWritten> {
  const { ledger, analytics } = doors
  const scores = Object.values(load.columns)
  const { who, why, file, digest, version } = load
  const { id: number } = await ledger.guard(() =>
    ledger.db
      .insertInto('score_load')
      .values({
        scores: JSON.stringify(scores),
        file_name: file,
        digest,
        version,
        who,
        why,
        counts: JSON.stringify({ read: 0, rejected: 0, written: 0, cleared: 0 }),
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  for (const [column, score] of Object.entries(load.columns)) {
    load.signal?.throwIfAborted()
    await analytics.runOnShards((table) => differing(table, { column, score, number, load }), {
      settings: MERGING,
    })
  }
  const { written, cleared, read } = await countsOf(doors, scores, number)
  await ledger.guard(async () => {
    if (written === 0) await ledger.db.deleteFrom('score_load').where('id', '=', number).execute()
    else {
      const counts = JSON.stringify({ read, rejected: 0, written, cleared })
      await ledger.db
        .updateTable('score_load')
        .set({ finished_at: new Date(), counts })
        .where('id', '=', number)
        .execute()
    }
  })
  return { load: written === 0 ? undefined : number, written, cleared }
}

/**
 * What holds at the instant is the last record by (at, seq); a customer without one has no value. Both sides lie by customer,
 * and so are merged and written in that order: without tables of a million customers in memory, in half of the time. Plain
 * numbers instead of NULLs: the engine then compares them without unpacking.
 */
function differing(
  table: TableOf,
  of: {
    readonly column: string
    readonly score: string
    readonly number: number
    readonly load: WriteBack
  },
): Sql {
  const { column, score, number, load } = of
  const at = instant(load.at)
  const name = value(score, 'String')
  const held = sql`if(isNull(value), ${NOTHING}, reinterpretAsInt64(assumeNotNull(value)))`
  const decimal = value(DECIMAL_TYPE, 'String')
  return sql`INSERT INTO ${table('score')} (name, customer_key, at, seq, value, load, version, origin)
    SELECT ${name}, customer, ${at}, ${value(number, 'UInt64')},
      if(told = ${NOTHING}, NULL, CAST(if(told = ${NOTHING}, 0, told) * toDecimal64('0.000001', 6), ${decimal})),
      0, ${value(load.version, 'String')}, 0
    FROM (
      SELECT if(is_told, new.customer_key, old.customer_key) AS customer, if(is_told, told_now, ${NOTHING}) AS told,
        if(is_held, held_then, ${NOTHING}) AS held
      FROM (SELECT customer_key, ${id(column)} AS told_now, true AS is_told FROM ${table(STAGE)}
        ORDER BY customer_key, told_now DESC LIMIT 1 BY customer_key) AS new
      FULL JOIN (SELECT customer_key, ${held} AS held_then, true AS is_held FROM ${table('score')}
        WHERE name = ${name} AND at <= ${at}
        ORDER BY customer_key, at DESC, seq DESC LIMIT 1 BY customer_key) AS old
      ON new.customer_key = old.customer_key)
    WHERE told != held`
}

/** Absent sides of the join are 0 and false. */
const MERGING = { join_algorithm: 'full_sorting_merge', join_use_nulls: 0 }

async function countsOf(
  { analytics }: Doors,
  scores: readonly string[],
  load: number,
): Promise<{ readonly written: number; readonly cleared: number; readonly read: number }> {
  const names = value([...scores], 'Array(String)')
  const [found] = await analytics.query<{ n: string; cleared: string }>(
    sql`SELECT count() AS n, countIf(value IS NULL) AS cleared FROM ${analytics.table('score')}
      WHERE name IN (SELECT arrayJoin(${names})) AND seq = ${value(load, 'UInt64')}`,
  )
  const staged = await analytics.tables.rowCount(STAGE)
  return {
    written: Number(found?.n ?? 0),
    cleared: Number(found?.cleared ?? 0),
    read: staged * scores.length,
  }
}
