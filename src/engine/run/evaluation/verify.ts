/** Computes everybody anew at the watermark and compares: a rebuild must change nothing. */
import { PLAN_SETTINGS } from '../../../core/plan/index.ts'
import { id, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import { factRows } from '../facts.ts'
import type { Handle } from '../handle.ts'
import { advanceAlone, type AdvanceInput } from './advance.ts'
import { underLocks } from './evaluate.ts'
import { sideBySide } from './generation/base.ts'
import { changedNumbers, hasBitOf, maskOf } from './generation/bits.ts'
import { segmentsOf } from './generation/context.ts'
import { readCutoffs } from './generation/cutoffs.ts'
import { readNumbers } from './generation/numbers.ts'
import { planSource } from './generation/plan-source.ts'
import { stateOf } from './generation/state.ts'
import { idsOf } from './past/compare.ts'
import { requireSnapshot } from './members.ts'
import type { Snapshot } from './snapshot.ts'

/** One customer whose state is not what a rebuild says. */
export interface Difference {
  readonly customerId: string
  /** Segments in which the customer is held and should not be. */
  readonly surplus: readonly string[]
  /** Segments in which the customer should be held and is not. */
  readonly missing: readonly string[]
}

/** What came of it. Equal digests mean equal states. */
export interface Verification {
  readonly snapshot: Snapshot
  readonly held: string
  readonly rebuilt: string
  readonly customers: number
  /** How many customers differ; the first of them are named. */
  readonly differing: number
  readonly differences: readonly Difference[]
  /** The definitions in force are not those of the published state, which was not compared. */
  readonly outdated: boolean
  readonly seconds: number
}

const NAMED = 50

/**
 * Takes in what waits, then compares digests of the state carried on and of everybody computed anew, and lists
 * differences. Publishes nothing. Throws `run/not-evaluated`. Cost: a full evaluation.
 */
export async function verify(
  handle: Handle,
  input: Omit<AdvanceInput, 'to'>,
): Promise<Verification> {
  return await underLocks(handle, input.signal, (signal) =>
    verifyAlone(handle, { ...input, signal }),
  )
}

async function verifyAlone(handle: Handle, input: Omit<AdvanceInput, 'to'>): Promise<Verification> {
  const begun = performance.now()
  const { asOf } = await requireSnapshot(handle)
  const done = await advanceAlone(handle, { ...input, to: asOf })
  const snapshot = await requireSnapshot(handle)
  const [held, rebuilt] =
    done.kind === 'outdated' ? [undefined, undefined] : await sides(handle, input, snapshot)
  const result = { snapshot, seconds: 0, outdated: done.kind === 'outdated' }
  if (held === undefined || rebuilt === undefined) {
    const none = { held: '', rebuilt: '', customers: 0, differing: 0, differences: [] }
    return { ...result, ...none, seconds: (performance.now() - begun) / 1000 }
  }
  try {
    const [was, now] = [await digest(handle, held), await digest(handle, rebuilt)]
    const found =
      was.digest === now.digest
        ? { differing: 0, differences: [] }
        : await differences(handle, snapshot, { held, rebuilt })
    return {
      ...result,
      ...found,
      held: was.digest,
      rebuilt: now.digest,
      customers: now.customers,
      seconds: (performance.now() - begun) / 1000,
    }
  } finally {
    await handle.analytics.tables.drop(VERIFY_TABLE)
  }
}

const VERIFY_TABLE = 'verify_state'

/** Both states as `customer_key`, `known`, `bits`; the rebuilt one lies in a table until it has been compared. */
async function sides(
  handle: Handle,
  input: Omit<AdvanceInput, 'to'>,
  snapshot: Snapshot,
): Promise<readonly [Sql, Sql]> {
  const { analytics } = handle
  const numbers = await readNumbers(handle)
  const segments = segmentsOf(input, numbers, snapshot)
  const own = new Map(input.definitions.map((d) => [d.segment, numbers.get(d.segment) ?? 0]))
  const source =
    input.source?.(own, segments.words) ??
    (await planSource({
      catalogue: handle.programme.catalogue,
      definitions: input.definitions,
      numbers: own,
      words: segments.words,
      rows: () => factRows(handle),
    }))
  const cutoffs = await readCutoffs(handle, snapshot.base)
  await analytics.tables.drop(VERIFY_TABLE)
  await analytics.tables.create({
    name: VERIFY_TABLE,
    columns: [
      { name: 'customer_key', type: 'UInt64' },
      { name: 'bits', type: 'Array(UInt64)' },
    ],
    orderBy: ['customer_key'],
    shardBy: 'customer_key',
  })
  await analytics.runOnShards(
    (table) => sql`INSERT INTO ${table(VERIFY_TABLE)} (customer_key, bits)
      SELECT customer_key, bits FROM (${source.fixed({ table, asOf: snapshot.asOf, cutoffs })})`,
    {
      settings: PLAN_SETTINGS,
      ...(input.signal === undefined ? {} : { signal: input.signal }),
    },
  )
  // Only what is computed can be compared: segments that keep their members are left out on both sides.
  const mask = maskOf([...own.values()], segments.words)
  const only = (from: Sql): Sql =>
    sql`SELECT customer_key, known, arrayMap((w, m) -> bitAnd(w, m), arrayResize(bits, ${raw(String(segments.words))}, toUInt64(0)),
      ${value([...mask], 'Array(UInt64)')}) AS bits FROM (${from})`
  const table = (name: string): Sql => analytics.table(name)
  return [
    only(sql`SELECT customer_key, known, bits FROM (${stateOf(snapshot, table)}) WHERE known = 1`),
    only(sql`SELECT customer_key, toUInt8(1) AS known, bits FROM ${table(VERIFY_TABLE)}`),
  ]
}

function hex(text: string | undefined): string {
  return BigInt(text ?? 0)
    .toString(16)
    .padStart(16, '0')
}

/** Independent of the order of rows and of shards. */
async function digest(
  { analytics }: Handle,
  state: Sql,
): Promise<{ readonly digest: string; readonly customers: number }> {
  const [row] = await analytics.query<{ n: string; total: string; mix: string }>(
    sql`SELECT count() AS n, sum(h) AS total, groupBitXor(h) AS mix FROM (SELECT sipHash64(customer_key, bits) AS h FROM (${state}))`,
  )
  const customers = Number(row?.n ?? 0)
  return { digest: `${customers}-${hex(row?.total)}-${hex(row?.mix)}`, customers }
}

async function differences(
  handle: Handle,
  snapshot: Snapshot,
  { held, rebuilt }: { readonly held: Sql; readonly rebuilt: Sql },
): Promise<Pick<Verification, 'differing' | 'differences'>> {
  const { analytics } = handle
  const words = Math.max(
    1,
    ...[...snapshot.segments.values()].map((s) => Math.floor(s.number / 64) + 1),
  )
  const both = sideBySide(sql`(${rebuilt})`, held)
  const [all, rows] = await Promise.all([
    analytics.query<{ n: string }>(sql`SELECT count() AS n FROM (${both})`),
    analytics.query<{
      customer_key: string
      surplus: readonly number[]
      missing: readonly number[]
    }>(
      sql`SELECT customer_key, arrayFilter(n -> ${hasBitOf(id('was'), id('n'))} = 1, numbers) AS surplus,
        arrayFilter(n -> ${hasBitOf(id('bits'), id('n'))} = 1, numbers) AS missing
      FROM (SELECT customer_key, bits, was, ${changedNumbers(id('bits'), id('was'), words)} AS numbers FROM (${both}))
      ORDER BY customer_key LIMIT ${value(NAMED, 'UInt64')}`,
    ),
  ])
  const ids = await idsOf(
    handle,
    rows.map((row) => row.customer_key),
  )
  const keys = new Map([...snapshot.segments].map(([key, { number }]) => [number, key]))
  const named = (numbers: readonly number[]): string[] =>
    numbers.map((n) => keys.get(n) ?? `#${n}`).toSorted()
  return {
    differing: Number(all[0]?.n ?? 0),
    differences: rows.map((row) => ({
      customerId: ids.get(row.customer_key) ?? row.customer_key,
      surplus: named(row.surplus),
      missing: named(row.missing),
    })),
  }
}
