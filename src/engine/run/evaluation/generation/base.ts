/** Makes a base: everybody's state at one instant, with what changed against the state that was held. */
import type { Instant } from '../../../../core/base/index.ts'
import { PLAN_SETTINGS } from '../../../../core/plan/index.ts'
import { id, raw, sql, value, type Sql } from '../../../../core/sql/index.ts'
import type { Statistics } from '../../../store/index.ts'
import type { Handle } from '../../handle.ts'
import { carried, changesOf, isEntry } from './bits.ts'
import { OVERLAY_STEP, versionOf } from './rounds.ts'
import type { BitsSource, Cutoffs, TableOf } from './source.ts'
import { instant, stateOf, type Visible } from './state.ts'
import {
  CHANGE_TABLE,
  membershipShape,
  membershipTable,
  NEVER,
  overlayShape,
  overlayTable,
} from './tables.ts'
import type { Cause } from './touched.ts'

/** A base that is being made. */
export interface Making {
  readonly base: number
  readonly generation: number
  readonly source: BitsSource
  readonly cutoffs: Cutoffs
  readonly asOf: Instant
  readonly computedAt: Instant
  /** The state before, if there is one. */
  readonly held: Visible | undefined
  readonly words: number
  /** Segments that keep their members. */
  readonly mask: readonly bigint[]
  readonly versions: ReadonlyMap<number, number>
  readonly causes: ReadonlyMap<number, Cause>
  readonly usualCause: Cause
  /** So many customers are computed together. */
  readonly together?: number
  readonly signal?: AbortSignal
}

type Options = { settings: typeof PLAN_SETTINGS; signal?: AbortSignal }

function options({ signal }: Pick<Making, 'signal'>): Options {
  return { settings: PLAN_SETTINGS, ...(signal === undefined ? {} : { signal }) }
}

/** Computes the base's rows; nobody reads them yet. */
export async function fillBase({ analytics }: Handle, making: Making): Promise<Statistics> {
  const { base, source, asOf, cutoffs } = making
  await analytics.tables.create(membershipShape(base))
  await analytics.tables.create(overlayShape(base))
  const rows = await analytics.tables.rowCount('customer')
  const slices = Math.max(1, Math.ceil(rows / (making.together ?? TOGETHER)))
  const done: Statistics[] = []
  for (let part = 0; part < slices; part++) {
    making.signal?.throwIfAborted()
    const slice = slices === 1 ? {} : { slice: { part, of: slices } }
    done.push(
      await analytics.runOnShards(
        (table) => sql`INSERT INTO ${table(membershipTable(base))} (customer_key, bits, next_flip)
          ${keeping(making, table, source.fixed({ table, asOf, cutoffs, ...slice }))}`,
        options(making),
      ),
    )
  }
  // Who is not known yet comes when their first fact does.
  await analytics.runOnShards(
    (
      table,
    ) => sql`INSERT INTO ${table(overlayTable(base))} (generation, round, customer_key, as_of, known, next_flip)
      SELECT ${value(making.generation, 'UInt64')}, 0, customer_key, ${instant(asOf)}, 0, min(known_from) AS first
      FROM ${table('customer')} GROUP BY customer_key HAVING first > ${instant(asOf)}`,
    options(making),
  )
  return sumOf(done)
}

/**
 * Customers that one statement computes: tables are sorted by customer, so that slices cost nothing but reading the statement
 * again, while memory follows the slice and not the base.
 */
const TOGETHER = 250_000

function sumOf(all: readonly Statistics[]): Statistics {
  const sum = (pick: (s: Statistics) => number): number =>
    all.reduce((total, s) => total + pick(s), 0)
  return {
    queryId: all.map((s) => s.queryId).join(','),
    elapsedMs: sum((s) => s.elapsedMs),
    readRows: sum((s) => s.readRows),
    readBytes: sum((s) => s.readBytes),
    writtenRows: sum((s) => s.writtenRows),
    writtenBytes: sum((s) => s.writtenBytes),
  }
}

function keeping({ held, mask }: Making, table: TableOf, now: Sql): Sql {
  const flip = sql`ifNull(now.next_flip, ${instant(NEVER)})`
  if (held === undefined || mask.every((word) => word === 0n))
    return sql`SELECT customer_key, bits, ${flip} FROM (${now}) AS now`
  const bits = carried(sql`now.bits`, sql`before.bits`, mask)
  return sql`SELECT now.customer_key, ${bits}, ${flip} FROM (${now}) AS now
    ANY LEFT JOIN (${stateOf(held, table)}) AS before ON now.customer_key = before.customer_key`
}

/** Appends what differs from the state before; returns nothing when there was none. */
export async function recordDifference({ analytics }: Handle, making: Making): Promise<void> {
  const { held, base, words, versions } = making
  if (held === undefined) return
  await analytics.runOnShards(
    (table) => sql`INSERT INTO ${table(CHANGE_TABLE)}
      (segment_number, customer_key, entered, at, computed_at, cause, version, generation)
      SELECT number, customer_key, ${isEntry(id('number'), OVERLAY_STEP)}, ${instant(making.asOf)},
        ${instant(making.computedAt)}, ${causeOf(making, id('number'))}, ${versionOf(versions, id('number'))},
        ${value(making.generation, 'UInt64')}
      FROM (${differences(table(membershipTable(base)), stateOf(held, table))})
      ARRAY JOIN ${changesOf(OVERLAY_STEP, words)} AS number`,
    options(making),
  )
}

/** `customer_key`, `known`, `bits`, `was_known`, `was` of the customers in whom two states differ, or of those `among` these keys. */
export function sideBySide(now: Sql, before: Sql, among?: Sql): Sql {
  const only = among === undefined ? raw('') : sql` WHERE customer_key IN (${among})`
  return sql`SELECT customer_key, anyIf(word_list, side = 1) AS bits, anyIf(word_list, side = 0) AS was,
      toUInt8(countIf(side = 1) > 0) AS known, toUInt8(countIf(side = 0) > 0) AS was_known
    FROM (
      SELECT customer_key, toUInt8(1) AS side, bits AS word_list FROM ${now}
      UNION ALL
      SELECT customer_key, toUInt8(0) AS side, bits AS word_list FROM (${before}) WHERE known = 1)${only}
    GROUP BY customer_key HAVING bits != was OR known != was_known`
}

/** The same, for states that can be read twice: those who differ are found first. */
function differences(now: Sql, before: Sql): Sql {
  return sideBySide(now, before, differing(now, before))
}

/** Keys of the customers in whom two states differ: numbers are grouped at a third of what arrays cost. */
function differing(now: Sql, before: Sql): Sql {
  return sql`SELECT customer_key FROM (
      SELECT customer_key, sipHash64(bits) AS hash FROM ${now}
      UNION ALL
      SELECT customer_key, sipHash64(bits) AS hash FROM (${before}) WHERE known = 1)
    GROUP BY customer_key HAVING groupBitXor(hash) != 0`
}

function causeOf({ causes, usualCause }: Making, number: Sql): Sql {
  const usual = value(usualCause, 'String')
  if (causes.size === 0) return usual
  const numbers = value([...causes.keys()], 'Array(UInt16)')
  return sql`transform(${number}, ${numbers}, ${value([...causes.values()], 'Array(String)')}, ${usual})`
}

/** Makes a base of the state as it is, without computing anything. */
export async function copyBase(
  { analytics }: Handle,
  of: { readonly from: Visible; readonly base: number; readonly generation: number },
): Promise<void> {
  const { from, base, generation } = of
  await analytics.tables.create(membershipShape(base))
  await analytics.tables.create(overlayShape(base))
  await analytics.runOnShards(
    (table) => sql`INSERT INTO ${table(membershipTable(base))} (customer_key, bits, next_flip)
      SELECT customer_key, bits, next_flip FROM (${stateOf(from, table)}) WHERE known = 1`,
    { settings: PLAN_SETTINGS },
  )
  await analytics.runOnShards(
    (
      table,
    ) => sql`INSERT INTO ${table(overlayTable(base))} (generation, round, customer_key, known, next_flip)
      SELECT ${value(generation, 'UInt64')}, 0, customer_key, 0, next_flip FROM (${stateOf(from, table)})
      WHERE known = 0 AND next_flip < ${instant(NEVER)}`,
    { settings: PLAN_SETTINGS },
  )
}
