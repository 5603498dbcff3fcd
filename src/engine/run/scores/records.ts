/** Loads of scores as facts: written with the number of the load, and taken in by the next generation. */
import type { Instant } from '../../../core/base/index.ts'
import { sql, value, type Sql } from '../../../core/sql/index.ts'
import type { InForce } from '../evaluation/generation/force.ts'
import type { Touched } from '../evaluation/generation/touched.ts'
import { FACTS_LOCK } from '../facts.ts'
import type { Author } from '../governance/versions.ts'
import type { Handle } from '../handle.ts'
import { scoresIn } from './asked.ts'

type Doors = Pick<Handle, 'ledger' | 'analytics'>

/** Rows travel as parameters; more than this many would make the statement unwieldy. */
const CHUNK = 10_000

/** One value to be written, of a known customer that is no alias. */
export interface ScoreValue {
  readonly customer: string
  readonly score: string
  /** With six decimals; empty takes the score back. */
  readonly value: string
  readonly at: Instant
  /** Whether the instant was given, and is not just that of the load. */
  readonly dated: boolean
}

/** What is written down of a load before its rows. */
export interface ScoreLoad extends Author {
  readonly values: readonly ScoreValue[]
  readonly scores: readonly string[]
  readonly file: string
  /** sha256 of the text, hex. */
  readonly digest: string
  readonly version: string
  /** Values that the file has, and those that were refused. */
  readonly read: number
  readonly rejected: number
}

/** What came of it; a load that changed nothing has no number. */
export interface ScoresWritten {
  readonly load: number | undefined
  readonly written: number
  readonly cleared: number
}

/**
 * Writes values that say something new; whatever is there already gets no record. A process killed half-way leaves a load that is
 * true as far as it came and is taken in as such; the same file then brings the rest.
 */
export async function writeScores(doors: Doors, load: ScoreLoad): Promise<ScoresWritten> {
  // A generation that took in a load of which only some rows lie there would never look at the others.
  return await doors.ledger.withLock(FACTS_LOCK, 'exclusive', () => writeAlone(doors, load))
}

async function writeAlone(doors: Doors, load: ScoreLoad): Promise<ScoresWritten> {
  const { ledger } = doors
  const news: ScoreValue[] = []
  for (const chunk of chunksOf(load.values)) news.push(...(await newIn(doors, chunk)))
  const cleared = news.filter((one) => one.value === '').length
  if (news.length === 0) return { load: undefined, written: 0, cleared }
  const { who, why, file, digest, version, read, rejected } = load
  const row = await ledger.guard(() =>
    ledger.db
      .insertInto('score_load')
      .values({
        scores: JSON.stringify(load.scores),
        file_name: file,
        digest,
        version,
        who,
        why,
        counts: JSON.stringify({ read, rejected, written: news.length, cleared }),
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  for (const chunk of chunksOf(news)) await insert(doors, chunk, { id: row.id, version })
  await ledger.guard(() =>
    ledger.db
      .updateTable('score_load')
      .set({ finished_at: new Date() })
      .where('id', '=', row.id)
      .execute(),
  )
  return { load: row.id, written: news.length, cleared }
}

/** Values that differ from what is said at that very instant or, without an instant of their own, from what holds then. */
async function newIn(
  { analytics }: Doors,
  values: readonly ScoreValue[],
): Promise<readonly ScoreValue[]> {
  const rows = await analytics.query<{
    name: string
    customer_id: string
    ms: string
    was: string
  }>(
    sql`SELECT name, customer_id, toString(ms) AS ms, ifNull(toString(last), '') AS was FROM (
        SELECT name, customer_key, toUnixTimestamp64Milli(at) AS ms, argMax(tuple(value), seq).1 AS last
        FROM ${analytics.table('score')}
        WHERE name IN (SELECT arrayJoin(${texts(values.map((one) => one.score))})) AND customer_key IN (${keysOf(values, analytics.table('customer'))})
        GROUP BY name, customer_key, at) AS s
      GLOBAL INNER JOIN (${customersOf(values, analytics.table('customer'))}) AS c ON s.customer_key = c.customer_key
      ORDER BY s.ms`,
  )
  const exact = new Map<string, string>()
  const held = new Map<string, string>()
  const now = values.find((one) => !one.dated)?.at ?? 0
  for (const row of rows) {
    const was = decimalText(row.was)
    const key = JSON.stringify([row.name, row.customer_id])
    exact.set(`${key}${row.ms}`, was)
    if (Number(row.ms) <= now) held.set(key, was)
  }
  return values.filter((one) => {
    const key = JSON.stringify([one.score, one.customer])
    const was = one.dated ? exact.get(`${key}${one.at}`) : (held.get(key) ?? '')
    return was !== one.value
  })
}

const decimalText = (text: string): string => (text === '' ? '' : Number(text).toFixed(6))
const texts = (of: readonly string[]): Sql => value([...new Set(of)], 'Array(String)')

function customersOf(values: readonly ScoreValue[], customer: Sql): Sql {
  return sql`SELECT DISTINCT customer_id, customer_key FROM ${customer}
    WHERE customer_id IN (SELECT arrayJoin(${texts(values.map((one) => one.customer))}))`
}

function keysOf(values: readonly ScoreValue[], customer: Sql): Sql {
  return sql`SELECT customer_key FROM (${customersOf(values, customer)})`
}

async function insert(
  { analytics }: Doors,
  values: readonly ScoreValue[],
  load: { readonly id: number; readonly version: string },
): Promise<void> {
  const column = (of: (one: ScoreValue) => string): Sql => value(values.map(of), 'Array(String)')
  await analytics.runOnShards(
    (
      table,
    ) => sql`INSERT INTO ${table('score')} (name, customer_key, at, seq, value, load, version, origin)
      SELECT told.1, c.customer_key, fromUnixTimestamp64Milli(toInt64(told.3), 'UTC'), ${value(load.id, 'UInt64')},
        toDecimal64OrNull(told.4, 6), 0, ${value(load.version, 'String')}, 0
      FROM (SELECT arrayJoin(arrayZip(${column((one) => one.score)}, ${column((one) => one.customer)},
          ${column((one) => String(one.at))}, ${column((one) => one.value)})) AS told, told.2 AS said) AS r
      INNER JOIN (${customersOf(values, table('customer'))}) AS c ON r.said = c.customer_id`,
  )
}

function* chunksOf(all: readonly ScoreValue[]): Generator<readonly ScoreValue[]> {
  for (let from = 0; from < all.length; from += CHUNK) yield all.slice(from, from + CHUNK)
}

/**
 * The loads of scores that no generation has seen, as customers with new facts; undefined when there are none. Loads of
 * scores that no definition asks about stay unseen: they change no membership, and whoever begins to ask is computed anew.
 */
export async function touchedByScores(
  { ledger }: Pick<Doors, 'ledger'>,
  { definitions }: Pick<InForce, 'definitions'>,
): Promise<Touched | undefined> {
  const rows = await ledger.guard(() =>
    ledger.db
      .selectFrom('score_load')
      .select(['id', 'scores'])
      .where('generation_id', 'is', null)
      .execute(),
  )
  if (rows.length === 0) return undefined
  const asked = scoresIn(definitions)
  const seen = rows.filter(({ scores }) => scores.some((name) => asked.has(name)))
  if (seen.length === 0) return undefined
  const ids = seen.map((row) => row.id)
  const names = texts(seen.flatMap(({ scores }) => scores.filter((name) => asked.has(name))))
  return {
    cause: 'score',
    rows: (table) => sql`SELECT customer_key, at, 'score' AS cause FROM ${table('score')}
      WHERE name IN (SELECT arrayJoin(${names})) AND seq IN (SELECT arrayJoin(${value(ids, 'Array(UInt64)')}))`,
    commit: async (tx, generation) => {
      await tx
        .updateTable('score_load')
        .set({ generation_id: generation })
        .where('id', 'in', ids)
        .execute()
    },
  }
}
