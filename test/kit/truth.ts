/** A source of bits that is a table of truths: who is in what from when on. For tests of the machinery around a plan. */
import { Readable } from 'node:stream'
import { sql, value } from '../../src/core/sql/index.ts'
import type { InForce } from '../../src/engine/run/evaluation/generation/force.ts'
import type { BitsSource } from '../../src/engine/run/evaluation/generation/source.ts'
import { instant } from '../../src/engine/run/evaluation/generation/state.ts'
import type { Touched } from '../../src/engine/run/evaluation/generation/touched.ts'
import type { Analytics } from '../../src/engine/store/index.ts'

/** From `at` on the customer is in these segments (by number); later `seq` wins at one instant. */
export interface Truth {
  readonly customer: number
  readonly at: number
  readonly seq: number
  readonly numbers: readonly number[]
}

/** Creates the table. */
export async function createTruth({ tables }: Analytics): Promise<void> {
  await tables.create({
    name: 'truth',
    columns: [
      { name: 'customer_key', type: 'UInt64' },
      { name: 'at', type: "DateTime64(3, 'UTC')" },
      { name: 'seq', type: 'UInt64' },
      { name: 'bits', type: 'Array(UInt64)' },
    ],
    orderBy: ['customer_key', 'at'],
    shardBy: 'customer_key',
  })
}

function lines(rows: readonly object[]): Readable {
  return Readable.from(rows.map((row) => `${JSON.stringify(row)}\n`))
}

function text(at: number): string {
  return new Date(at).toISOString()
}

/** Adds truths, and the customers they speak of. */
export async function addTruths(
  analytics: Analytics,
  truths: readonly Truth[],
  words: number,
): Promise<void> {
  const settings = { date_time_input_format: 'best_effort' }
  await analytics.insert(
    { table: 'truth', format: 'JSONEachRow' },
    lines(
      truths.map((t) => ({
        customer_key: String(t.customer),
        at: text(t.at),
        seq: t.seq,
        bits: wordsOf(t.numbers, words).map(String),
      })),
    ),
    { settings },
  )
  await analytics.insert(
    { table: 'customer', format: 'JSONEachRow' },
    lines(
      truths.map((t) => ({
        customer_key: String(t.customer),
        customer_id: `c${String(t.customer).padStart(3, '0')}`,
        known_from: text(t.at),
        load: 0,
      })),
    ),
    { settings },
  )
}

function wordsOf(numbers: readonly number[], words: number): readonly bigint[] {
  const out = Array.from({ length: words }, () => 0n)
  for (const n of numbers)
    out[Math.floor(n / 64)] = (out[Math.floor(n / 64)] ?? 0n) | (1n << BigInt(n % 64))
  return out
}

/** The source that reads the table. */
export function truthSource(words: number): BitsSource {
  return {
    words,
    fixed: ({ table, asOf }) =>
      sql`SELECT customer_key, bits, next_flip FROM (
        SELECT customer_key, toUInt8(countIf(at <= ${instant(asOf)}) > 0) AS known,
          argMaxIf(bits, (at, seq), at <= ${instant(asOf)}) AS bits, minOrNullIf(at, at > ${instant(asOf)}) AS next_flip
        FROM ${table('truth')} GROUP BY customer_key) WHERE known = 1`,
    own: ({ table, due }) =>
      sql`SELECT customer_key, due_at AS as_of, toUInt8(countIf(at <= due_at) > 0) AS known,
        argMaxIf(bits, (at, seq), at <= due_at) AS bits, minOrNullIf(at, at > due_at) AS next_flip
        FROM ${table('truth')} AS t INNER JOIN (SELECT customer_key, as_of AS due_at FROM (${due})) AS d ON t.customer_key = d.customer_key
        GROUP BY customer_key, due_at`,
    cutoffs: () => undefined,
  }
}

/** Definitions that say nothing: the truth table knows better. */
export function truthInForce(keys: readonly string[]): InForce {
  const definitions = keys.map((segment) => ({
    segment,
    timeZone: 'UTC',
    refersTo: [],
    condition: { node: 0, kind: 'constant', value: true } as const,
  }))
  return { definitions, texts: new Map(keys.map((key) => [key, key])) }
}

/** The touch that a batch of truths makes. */
export function touchedBy(truths: readonly Truth[]): Touched {
  const keys = value(
    truths.map((t) => t.customer),
    'Array(UInt64)',
  )
  const ats = value(
    truths.map((t) => t.at),
    'Array(Int64)',
  )
  return {
    rows: (
      table,
    ) => sql`SELECT pair.1 AS customer_key, fromUnixTimestamp64Milli(pair.2, 'UTC') AS at, 'event' AS cause
      FROM (SELECT arrayJoin(arrayZip(${keys}, ${ats})) AS pair) WHERE customer_key IN (SELECT customer_key FROM ${table('customer')})`,
  }
}
