/** How stable a segment is: its members from month to month, what they are like now and then, how sure its key figure is. */
import type { Instant } from '../../../core/base/index.ts'
import { join, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import {
  bootstrap,
  driftOf,
  overlapOf,
  type Drift,
  type Estimate,
} from '../../../core/stats/index.ts'
import { amountTotals } from '../basis/spend.ts'
import type { ReportContext } from '../report/kind.ts'
import type { Subject } from './subject.ts'

const DAY_MS = 86_400_000
/** Steps of the look back; months of thirty days, so that all are alike. */
const STEP_DAYS = 30
const STEPS = 6

/** From one look to the next. */
export interface Turnover {
  readonly from: Instant
  readonly to: Instant
  readonly before: number
  readonly after: number
  readonly stayed: number
  /** Members of both among those of either. */
  readonly jaccard: Estimate
}

/** The members of the last months by the definition in force and what is known today, oldest first; none where they cannot be computed. */
export async function monthlyTurnover(
  context: ReportContext,
  subject: Subject,
): Promise<readonly Turnover[]> {
  const { asOf, query } = context
  const instants = Array.from({ length: STEPS + 1 }, (_, i) => asOf - i * STEP_DAYS * DAY_MS)
  const past = await Promise.all(instants.slice(1).map((at) => subject.at(at)))
  const sets = [subject.keys, ...past]
  if (sets.some((keys) => keys === undefined)) return []
  const marked = sets.map(
    (keys, i) =>
      sql`SELECT customer_key, toUInt64(${raw(String(2 ** i))}) AS mark FROM (${keys as Sql})`,
  )
  const rows = await query<{ marks: string; n: string }>(
    sql`SELECT marks, count() AS n FROM (SELECT customer_key, groupBitOr(mark) AS marks
      FROM (${join(marked, ' UNION ALL ')}) GROUP BY customer_key) GROUP BY marks`,
  )
  const total = (fits: (marks: number) => boolean): number =>
    rows.reduce((sum, { marks, n }) => (fits(Number(marks)) ? sum + Number(n) : sum), 0)
  return instants
    .slice(1)
    .map((from, i): Turnover => {
      const [later, earlier] = [2 ** i, 2 ** (i + 1)]
      const after = total((marks) => (marks & later) > 0)
      const before = total((marks) => (marks & earlier) > 0)
      const stayed = total((marks) => (marks & later) > 0 && (marks & earlier) > 0)
      const parts = { both: stayed, onlyFirst: before - stayed, onlySecond: after - stayed }
      const to = instants[i] ?? asOf
      return { from, to, before, after, stayed, jaccard: overlapOf(parts).jaccard }
    })
    .toReversed()
}

/** The middle one of the months in which there were members. */
export function typicalJaccard(turnover: readonly Turnover[]): number | undefined {
  const found = turnover
    .filter(({ before, after }) => before > 0 && after > 0)
    .map(({ jaccard }) => jaccard.value ?? 0)
    .toSorted((a, b) => a - b)
  return found.length < 2 ? undefined : found[Math.floor(found.length / 2)]
}

/** Days back to what members are compared with. */
export const DRIFT_DAYS = 90

/** Spend of members now against that of the members of ninety days ago, in tenths of those of then; undefined without purchases. */
export async function spendDrift(
  context: ReportContext,
  subject: Subject,
  days: number,
): Promise<Drift | undefined> {
  if (context.meaning.purchase === undefined) return undefined
  const then = { ...context, asOf: context.asOf - DRIFT_DAYS * DAY_MS }
  const keys = await subject.at(then.asOf)
  if (keys === undefined) return undefined
  const before = spendOf(then, keys, days)
  const [cut] = await context.query<{ q: readonly number[] }>(
    sql`SELECT arrayDistinct(quantilesExact(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)(net)) AS q FROM (${before})`,
  )
  const bounds = (cut?.q ?? []).filter((bound) => Number.isFinite(bound))
  if (bounds.length === 0) return undefined
  const counted = async (totals: Sql): Promise<Float64Array> => {
    const counts = new Float64Array(bounds.length + 1)
    const rows = await context.query<{ bin: number; n: string }>(
      sql`SELECT toUInt8(arrayCount(x -> x <= net, ${value(bounds, 'Array(Float64)')})) AS bin, count() AS n FROM (${totals}) GROUP BY bin`,
    )
    for (const { bin, n } of rows) counts[bin] = Number(n)
    return counts
  }
  const now = await counted(spendOf(context, subject.keys, days))
  return driftOf({ of: now, against: await counted(before) })
}

function spendOf(context: ReportContext, keys: Sql, days: number): Sql {
  return sql`SELECT ifNull(t.net, 0) AS net FROM (${keys}) AS k
    ANY LEFT JOIN (${amountTotals(context, { days })}) AS t USING (customer_key)`
}

/** Drawn anew with the same seed, so that the same data give the same interval. */
const SEED = 20_050_301

/** Mean spend of members with its bootstrap interval, over amounts rounded to three digits. */
export async function bootstrappedSpend(
  context: ReportContext,
  subject: Subject,
  days: number,
): Promise<Estimate | undefined> {
  if (context.meaning.amount === undefined) return undefined
  const digits = sql`toInt8(2 - floor(log10(greatest(abs(net), 1))))`
  const rows = await context.query<{ v: number; n: string }>(
    sql`SELECT round(net * exp10(${digits})) / exp10(${digits}) AS v, count() AS n
      FROM (${spendOf(context, subject.keys, days)}) GROUP BY v`,
  )
  const values = Float64Array.from(rows, ({ v }) => v)
  const counts = Float64Array.from(rows, ({ n }) => Number(n))
  return bootstrap({
    strata: [counts],
    seed: SEED,
    draws: 500,
    statistic: ([drawn]) => meanOf(values, drawn ?? counts),
  })
}

function meanOf(values: Float64Array, counts: Float64Array): number | undefined {
  let n = 0
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    const count = counts[i] as number
    n += count
    sum += count * (values[i] as number)
  }
  return n === 0 ? undefined : sum / n
}

/** Half the interval as a share of the value. */
export function roughnessOf(estimate: Estimate | undefined): number | undefined {
  const { value: middle, low, high } = estimate ?? {}
  if (middle === undefined || low === undefined || high === undefined || middle <= 0)
    return undefined
  return (high - low) / 2 / middle
}
