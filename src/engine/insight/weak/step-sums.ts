/** Sums over the first purchases of each customer: how long until the next one, and what those who went on spent. */
import { compressSurvival, type SurvivalRows } from '../../../core/models/index.ts'
import { id, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import { among } from '../basis/context.ts'
import { everybody, instantOf, purchases } from '../basis/rows.ts'
import { traitsNow } from '../basis/traits.ts'
import type { ReportContext } from '../report/kind.ts'

/** So many purchases are looked at. */
export const MOST_STEPS = 10

const DAY_MS = 86_400_000

/** Waits after one purchase, in whole days: time to the next, or seen so long without it. */
export interface StepRow {
  readonly step: number
  readonly days: number
  readonly back: boolean
  readonly customers: number
}

/**
 * `customer_key`, `first` (ms), `step`, `days`, `back`, `since` (ms, of the step): one row per customer and purchase up to the tenth. Cost: one pass
 * over the purchases.
 */
export function waits(context: ReportContext): Sql {
  const now = value(context.asOf, 'Int64')
  const most = raw(String(MOST_STEPS))
  const day = raw(String(DAY_MS))
  const keep = raw(String(MOST_STEPS + 1))
  const times = sql`SELECT customer_key, groupArraySorted(${keep})(toUnixTimestamp64Milli(at)) AS ats
    FROM (${bought(context)}) WHERE ${among(everybody(context))} GROUP BY customer_key`
  return sql`SELECT customer_key, ats[1] AS first, part.1 AS step, part.2 AS days, part.3 AS back, ats[part.1] AS since
    FROM (SELECT customer_key, ats, arrayJoin(arrayMap(i -> (i,
      intDiv(if(i < length(ats), ats[i + 1], ${now}) - ats[i], ${day}), i < length(ats)),
      range(1, least(length(ats), ${most}) + 1))) AS part FROM (${times}))`
}

function bought(context: ReportContext): Sql {
  return purchases(context) ?? sql`SELECT toUInt64(0) AS customer_key, now64(3) AS at WHERE 0`
}

/** When the first purchase of the data happened: what was before is unknown. */
export async function dataStart(context: ReportContext): Promise<number | undefined> {
  const [row] = await context.query<{ t: string; n: string }>(
    sql`SELECT toUnixTimestamp64Milli(min(at)) AS t, count() AS n FROM (${bought(context)})`,
  )
  return row === undefined || Number(row.n) === 0 ? undefined : Number(row.t)
}

/** All waits, whoever it is. */
export async function allWaits(context: ReportContext): Promise<readonly StepRow[]> {
  return await stepRows(context, sql`SELECT step, days, back FROM (${waits(context)})`)
}

/**
 * Waits of those whose first purchase is known to be their first: who joined after the data begin or, where that is
 * unknown, were not seen for `patience` days after it.
 */
export async function waitsFromBirth(
  context: ReportContext,
  beginning: Beginning,
): Promise<readonly StepRow[]> {
  const from = fromBirth(context, waits(context), beginning)
  return await stepRows(context, sql`SELECT step, days, back FROM (${from})`)
}

/** What is known of the data's beginning. */
export interface Beginning {
  readonly start: number
  readonly patience: number
  /** Days without a purchase after the start that make a first one credible where no trait tells since when somebody is a customer. */
  readonly unseen: number
  /** Nearly all begin with the data: that they had bought nothing before is taken for granted. */
  readonly isAssumed: boolean
}

/** Fewer than this share beginning later, and the data are those of a cohort that begins with them. */
const LEAST_LATER = 0.2

/**
 * Where no trait tells since when somebody is a customer, those seen soon after the data begin may have bought before; they
 * are left out, unless nearly nobody would be left: then the data begin with these customers. Cost: one pass over purchases.
 */
export async function beginningOf(
  context: ReportContext,
  { start, patience, unseen = patience }: { start: number; patience: number; unseen?: number },
): Promise<Beginning> {
  const known = { start, patience, unseen, isAssumed: false }
  if (context.meaning.joined !== undefined) return known
  const late = value(Math.round(start + unseen * DAY_MS), 'Int64')
  const [row] = await context.query<{ later: string; n: string }>(
    sql`SELECT countIf(first >= ${late}) AS later, count() AS n
      FROM (SELECT toUnixTimestamp64Milli(min(at)) AS first FROM (${bought(context)}) GROUP BY customer_key)`,
  )
  const isAssumed = Number(row?.later ?? 0) < LEAST_LATER * Number(row?.n ?? 0)
  return isAssumed ? { ...known, unseen: 0, isAssumed } : known
}

/** Those rows of `waits` whose customer is seen from the first purchase on. */
export function fromBirth(
  context: ReportContext,
  rows: Sql,
  { start, unseen }: Pick<Beginning, 'start' | 'unseen'>,
): Sql {
  const { joined } = context.meaning
  const seen = sql`first >= ${value(Math.round(start + unseen * DAY_MS), 'Int64')}`
  if (joined === undefined) return sql`SELECT * FROM (${rows}) WHERE ${seen}`
  const begun = sql`toDate32(${instantOf(start)}, ${value(context.current.programme.timeZone, 'String')})`
  const young = sql`SELECT customer_key FROM (SELECT customer_key, toDate32(${id(joined.name)}) AS j
    FROM (${traitsNow(context, [joined])})) WHERE j >= ${begun}`
  return sql`SELECT * FROM (${rows}) WHERE ${seen} OR customer_key IN (${young})`
}

async function stepRows(context: ReportContext, rows: Sql): Promise<readonly StepRow[]> {
  const found = await context.query<{ step: number; days: string; back: number; n: string }>(
    sql`SELECT toUInt8(step) AS step, toInt32(days) AS days, toUInt8(back) AS back, count() AS n FROM (${rows}) GROUP BY step, days, back`,
  )
  return found.map(({ step, days, back, n }) => ({
    step: Number(step),
    days: Number(days),
    back: Number(back) === 1,
    customers: Number(n),
  }))
}

/** Waits as the rows that survival curves are made of. */
export function survivalOf(
  rows: readonly Pick<StepRow, 'days' | 'back' | 'customers'>[],
): SurvivalRows {
  return compressSurvival({
    time: Float64Array.from(rows, (row) => row.days),
    event: rows.map((row) => (row.back ? 1 : 0)),
    weight: Float64Array.from(rows, (row) => row.customers),
  })
}
