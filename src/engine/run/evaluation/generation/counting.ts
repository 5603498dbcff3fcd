/** Exact counts of a generation: from a whole base, or from the counts before and what changed. */
import type { Instant } from '../../../../core/base/index.ts'
import { PLAN_SETTINGS } from '../../../../core/plan/index.ts'
import { id, sql, value } from '../../../../core/sql/index.ts'
import type { Handle } from '../../handle.ts'
import type { SegmentCount, StoredCounts } from '../snapshot.ts'
import { changesOf, isEntry, numbersIn } from './bits.ts'
import { OVERLAY_STEP } from './rounds.ts'
import { instant, stateOf, type Visible } from './state.ts'
import { membershipTable, NEVER, overlayTable, POPULATION_NUMBER } from './tables.ts'

/** What is remembered of each segment beside its count. */
export type Described = ReadonlyMap<string, Omit<SegmentCount, 'count'>>

/** Counts of a base: one pass over its bits. */
export async function countBase(
  { analytics }: Handle,
  base: number,
  described: Described,
): Promise<StoredCounts> {
  const table = analytics.table(membershipTable(base))
  const [[all], rows] = await Promise.all([
    analytics.query<{ n: string }>(sql`SELECT count() AS n FROM ${table}`),
    analytics.query<{ number: number; n: string }>(
      sql`SELECT number, count() AS n FROM ${table} ARRAY JOIN ${numbersIn(id('bits'))} AS number GROUP BY number`,
      { settings: PLAN_SETTINGS },
    ),
  ])
  const found = new Map(rows.map((row) => [row.number, Number(row.n)]))
  return countsWith(described, Number(all?.n ?? 0), (number) => found.get(number) ?? 0)
}

function countsWith(
  described: Described,
  population: number,
  count: (number: number, key: string) => number,
): StoredCounts {
  const segments = [...described].map(([key, one]): [string, SegmentCount] => [
    key,
    { ...one, count: count(one.number, key) },
  ])
  return { population, segments: Object.fromEntries(segments) }
}

/** Counts after the rounds of a generation, and how many entries and exits it made. Cost: reading its overlay rows. */
export async function countAdvance(
  { analytics }: Handle,
  of: {
    readonly base: number
    readonly generation: number
    readonly words: number
    readonly before: StoredCounts
  },
): Promise<{ readonly counts: StoredCounts; readonly changes: number }> {
  const { base, generation, words, before } = of
  const rows = await analytics.query<{ number: number; delta: string; n: string }>(
    sql`SELECT number, sum(if(${isEntry(id('number'), OVERLAY_STEP)} = 1, 1, -1)) AS delta, count() AS n
      FROM ${analytics.table(overlayTable(base))} ARRAY JOIN ${changesOf(OVERLAY_STEP, words)} AS number
      WHERE generation = ${value(generation, 'UInt64')} GROUP BY number`,
    { settings: PLAN_SETTINGS },
  )
  const deltas = new Map(rows.map((row) => [row.number, Number(row.delta)]))
  const counts = countsWith(
    new Map(Object.entries(before.segments)),
    before.population + (deltas.get(POPULATION_NUMBER) ?? 0),
    (number, key) => (before.segments[key]?.count ?? 0) + (deltas.get(number) ?? 0),
  )
  const changes = rows
    .filter((row) => row.number !== POPULATION_NUMBER)
    .reduce((sum, row) => sum + Number(row.n), 0)
  return { counts, changes }
}

/** What was known of the time to come before the rounds of a generation. */
export interface Ahead {
  /** After `to`, or undefined when time alone would never have changed anything. */
  readonly nextFlip: Instant | undefined
  readonly to: Instant
}

/**
 * When time alone may change something next (perhaps a little early), and how many rows the overlay holds. Cost:
 * reading when everybody's next flip is; with `before`, only the rows that the generation wrote.
 */
export async function lookAhead(
  { analytics }: Handle,
  visible: Visible,
  before?: Ahead,
): Promise<{ readonly nextFlip: Instant | undefined; readonly overlayRows: number }> {
  const table = (name: string): ReturnType<typeof analytics.table> => analytics.table(name)
  const overlay = table(overlayTable(visible.base))
  // Rows of rounds that were not the last of a customer flip by the end, where the next round was.
  const from =
    before === undefined
      ? sql`(${stateOf(visible, table)})`
      : sql`${overlay} WHERE generation = ${value(visible.generation, 'UInt64')} AND next_flip > ${instant(before.to)}`
  const [[flip], [rows]] = await Promise.all([
    analytics.query<{ flip: string; n: string }>(
      sql`SELECT toUnixTimestamp64Milli(min(next_flip)) AS flip, count() AS n FROM ${from}`,
    ),
    analytics.query<{ n: string }>(sql`SELECT count() AS n FROM ${overlay}`),
  ])
  const found = Number(flip?.n ?? 0) === 0 ? NEVER : Number(flip?.flip ?? NEVER)
  const at = Math.min(found, before?.nextFlip ?? NEVER)
  return { nextFlip: at >= NEVER ? undefined : at, overlayRows: Number(rows?.n ?? 0) }
}
