/** The rounds of an advance: whoever is due is evaluated at their own instant, until nobody is due any more. */
import { assert, type Instant } from '../../../../core/base/index.ts'
import { PLAN_SETTINGS } from '../../../../core/plan/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../../../core/sql/index.ts'
import type { Handle } from '../../handle.ts'
import { carried, changesOf, isEntry, type Step } from './bits.ts'
import type { BitsSource, Cutoffs, TableOf } from './source.ts'
import { instant, stateOf, timeDue, type Visible } from './state.ts'
import { CHANGE_TABLE, DUE_TABLE, NEVER, overlayTable } from './tables.ts'
import { unitedRows, type Touched } from './touched.ts'

/** What all rounds of one advance have in common. */
export interface Advancing {
  readonly source: BitsSource
  readonly cutoffs: Cutoffs
  /** The state before, and the base that the overlay belongs to. */
  readonly held: Visible
  readonly generation: number
  readonly from: Instant
  readonly to: Instant
  readonly computedAt: Instant
  readonly touched: readonly Touched[]
  /** Whether time alone may change somebody by then. */
  readonly isTimeDue: boolean
  /** Words of the bits, with those of segments that keep their members. */
  readonly words: number
  readonly mask: readonly bigint[]
  readonly versions: ReadonlyMap<number, number>
  readonly signal?: AbortSignal
  readonly onRound?: (round: { readonly customers: number; readonly at: Instant }) => void
}

/** Runs all rounds; returns how many customers were evaluated, once for each time. */
export async function runRounds(handle: Handle, work: Advancing): Promise<number> {
  await firstDue(handle, work)
  let evaluated = 0
  for (let round = 1; ; round++) {
    work.signal?.throwIfAborted()
    const due = await dueIn(handle, work, round)
    if (due === undefined) break
    work.onRound?.({ customers: due.customers, at: due.from })
    await evaluateRound(handle, work, { round, ...due })
    evaluated += due.customers
    assert(round < 1_000_000, 'an advance that never ends')
  }
  if (evaluated > 0) await recordChanges(handle, work)
  return evaluated
}

const options = (work: Advancing): { settings: typeof PLAN_SETTINGS; signal?: AbortSignal } => ({
  settings: PLAN_SETTINGS,
  ...(work.signal === undefined ? {} : { signal: work.signal }),
})

/**
 * Customers with a late fact, or only with facts beyond the end, are due at the watermark; others at their earliest
 * new fact or at their next flip, whichever comes first.
 */
async function firstDue({ analytics }: Handle, work: Advancing): Promise<void> {
  const { from, to, generation } = work
  const [low, high] = [instant(from), instant(to)]
  await analytics.runOnShards((table) => {
    const flips = sql`SELECT customer_key, next_flip AS at, 'time' AS cause FROM (${timeDue(work.held, table, to)})`
    const parts = [
      ...(work.isTimeDue || work.touched.length === 0 ? [flips] : []),
      ...(work.touched.length === 0 ? [] : [unitedRows(work.touched, table)]),
    ]
    return emitFirst({ table, generation, low, high, rows: join(parts, ' UNION ALL ') })
  }, options(work))
}

function emitFirst(of: {
  readonly table: TableOf
  readonly generation: number
  readonly low: Sql
  readonly high: Sql
  readonly rows: Sql
}): Sql {
  const { table, generation, low, high, rows } = of
  const isComing = sql`fact_at > ${low} AND fact_at <= ${high}`
  // At one instant a fact is the better reason than time.
  return sql`INSERT INTO ${table(DUE_TABLE)} (generation, round, customer_key, as_of, cause, coming)
    SELECT ${value(generation, 'UInt64')}, 1, customer_key, min(due_at), argMin(why, (due_at, why = 'time')),
      arraySort(groupUniqArrayIf((fact_at, why), ${isComing} AND why != 'time'))
    FROM (SELECT customer_key, fact_at, why, if(${isComing}, fact_at, ${low}) AS due_at
      FROM (SELECT customer_key, at AS fact_at, toString(cause) AS why FROM (${rows})))
    GROUP BY customer_key`
}

/**
 * `customer_key`, `as_of`, `cause`, `coming` of those due in a round: in the first as written down, in later ones
 * whoever has a next flip by the end after the round before. Nobody else can be due: whom nothing concerned yet waits.
 */
function dueOf({ generation, held, to }: Advancing, round: number, table: TableOf): Sql {
  if (round === 1)
    return sql`SELECT customer_key, as_of, cause, coming FROM ${table(DUE_TABLE)} WHERE ${inRound(generation, 1)}`
  return sql`SELECT customer_key, flip AS as_of,
      if(has(coming.at, flip), coming.cause[indexOf(coming.at, flip)], 'time') AS cause, coming
    FROM (SELECT customer_key, next_flip AS flip, coming FROM ${table(overlayTable(held.base))}
      WHERE ${inRound(generation, round - 1)} AND next_flip > as_of AND next_flip <= ${instant(to)})`
}

/** Who is due in a round; undefined when nobody is. */
async function dueIn(
  { analytics }: Handle,
  work: Advancing,
  round: number,
): Promise<
  { readonly customers: number; readonly from: Instant; readonly to: Instant } | undefined
> {
  const due = dueOf(work, round, (name) => analytics.table(name))
  const [row] = await analytics.query<{ n: string; low: string; high: string }>(
    sql`SELECT count() AS n, toUnixTimestamp64Milli(min(as_of)) AS low, toUnixTimestamp64Milli(max(as_of)) AS high
      FROM (${due})`,
  )
  const customers = Number(row?.n ?? 0)
  if (row === undefined || customers === 0) return undefined
  return { customers, from: Number(row.low), to: Number(row.high) }
}

function inRound(generation: number, round: number): Sql {
  return sql`generation = ${value(generation, 'UInt64')} AND round = ${value(round, 'UInt32')}`
}

async function evaluateRound(
  { analytics }: Handle,
  work: Advancing,
  at: { readonly round: number; readonly from: Instant; readonly to: Instant },
): Promise<void> {
  const { source, cutoffs, held, generation } = work
  const { round } = at
  await analytics.runOnShards((table) => {
    const why = dueOf(work, round, table)
    const now = source.own({
      table,
      cutoffs,
      from: at.from,
      to: at.to,
      due: sql`SELECT customer_key, as_of FROM (${why})`,
    })
    // Whoever is due in a later round was evaluated in the one before.
    const before =
      round === 1
        ? stateOf(held, table, sql`SELECT customer_key FROM (${why})`)
        : sql`SELECT customer_key, known, bits FROM ${table(overlayTable(held.base))} WHERE ${inRound(generation, round - 1)}`
    const bits = carried(sql`now.bits`, sql`before.bits`, work.mask)
    return sql`INSERT INTO ${table(overlayTable(held.base))}
      (generation, round, customer_key, as_of, known, bits, next_flip, was_known, was, cause, coming)
      SELECT ${value(generation, 'UInt64')}, ${value(round, 'UInt32')}, now.customer_key, why.as_of, now.known,
        if(now.known = 1, ${bits}, emptyArrayUInt64()), ifNull(now.next_flip, ${instant(NEVER)}),
        before.known, before.bits, why.cause, why.coming
      FROM (${now}) AS now
      ANY LEFT JOIN (SELECT customer_key, known, bits FROM (${before})) AS before ON now.customer_key = before.customer_key
      ANY LEFT JOIN (${why}) AS why ON now.customer_key = why.customer_key`
  }, options(work))
}

/** A row of the overlay as a step from one state to the next. */
export const OVERLAY_STEP: Step = {
  bits: id('bits'),
  was: id('was'),
  known: id('known'),
  wasKnown: id('was_known'),
}

/** Once for all rounds. */
async function recordChanges({ analytics }: Handle, work: Advancing): Promise<void> {
  const { generation, held, versions } = work
  const version = versionOf(versions, id('number'))
  await analytics.runOnShards(
    (table) => sql`INSERT INTO ${table(CHANGE_TABLE)}
      (segment_number, customer_key, entered, at, computed_at, cause, version, generation)
      SELECT number, customer_key, ${isEntry(id('number'), OVERLAY_STEP)}, as_of, ${instant(work.computedAt)}, cause,
        ${version}, generation
      FROM ${table(overlayTable(held.base))} ARRAY JOIN ${changesOf(OVERLAY_STEP, work.words)} AS number
      WHERE generation = ${value(generation, 'UInt64')}`,
    options(work),
  )
}

/** The version of each number's definition. */
export function versionOf(versions: ReadonlyMap<number, number>, number: Sql): Sql {
  if (versions.size === 0) return raw('toUInt32(0)')
  const numbers = value([...versions.keys()], 'Array(UInt16)')
  return sql`transform(${number}, ${numbers}, ${value([...versions.values()], 'Array(UInt32)')}, toUInt32(0))`
}
