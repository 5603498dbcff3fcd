/** Sums by value of what is known of customers: who of them came back after a purchase, and what those who did went on to spend. */
import { textOf, verbatim, type Text } from '../../../core/insight/index.ts'
import { printLiteral, printName } from '../../../core/segment/index.ts'
import { textsWithin } from '../../../core/plan/index.ts'
import { join, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import type { Moments } from '../../../core/stats/index.ts'
import { among } from '../basis/context.ts'
import { everybody, eventRows, purchases, refunds } from '../basis/rows.ts'
import type { ReportContext } from '../report/kind.ts'
import { characteristicsOf, type Characteristic } from '../segments/characteristics.ts'
import { withSources } from '../segments/sums.ts'
import { fromBirth, MOST_STEPS, waits, type Beginning, type StepRow } from './step-sums.ts'

/** At most so many values of one characteristic, the most frequent ones. */
const MOST_VALUES = 40

const DAY_MS = 86_400_000

/** Waits after one step by customers with one value. */
export interface ValueWaits {
  readonly step: number
  readonly key: string
  /** As the data hold it. */
  readonly raw: string
  readonly label: Text
  readonly value: Text
  /** In the segment language; undefined where it cannot be said. */
  readonly condition: string | undefined
  readonly rows: readonly StepRow[]
}

/** About sixty strides until somebody counts as gone. */
function strideOf(patience: number): number {
  return Math.max(1, Math.ceil(patience / 60))
}

/** Waits of all, and of those with each value, counted in the same strides. */
export interface AllWaits {
  readonly all: readonly StepRow[]
  readonly values: readonly ValueWaits[]
}

/**
 * Waits after the wanted steps by value; days in strides, so that there are few rows. Without the customers of one value
 * where one is named. Cost: one pass over purchases and profiles.
 */
export async function valueWaits(
  context: ReportContext,
  wanted: {
    readonly steps: readonly number[]
    readonly beginning: Beginning
    /** Only this characteristic. */
    readonly only?: string
    readonly without?: Pick<ValueWaits, 'key' | 'raw'>
  },
): Promise<AllWaits> {
  const { steps, beginning, without, only } = wanted
  const { patience } = beginning
  // One characteristic alone has few rows: every day is kept.
  const each = only === undefined ? strideOf(patience) : 1
  const stride = raw(String(each))
  const longest = raw(String(Math.ceil(patience) + each))
  const { characteristics: known, sources } = await usable(context)
  const characteristics = known.filter(({ key }) => only === undefined || key === only)
  const chosen = sql`step IN (${value([...steps], 'Array(UInt8)')})`
  const people = sql`SELECT * FROM (${fromBirth(context, waits(context), beginning)}) WHERE ${chosen}`
  const pairs = [
    sql`[('-1', '')]`,
    ...characteristics.map(
      ({ texts }, i) => sql`arrayMap(x -> (${value(String(i), 'String')}, x), ${texts})`,
    ),
  ]
  const left = characteristics.find(({ key }) => key === without?.key)
  const kept =
    left === undefined || without === undefined
      ? sql`1`
      : sql`NOT has(${left.texts}, ${value(without.raw, 'String')})`
  const day = sql`intDiv(least(days, ${longest}), ${stride}) * ${stride}`
  const found = await context.query<Record<string, string | number>>(
    sql`SELECT toUInt8(step) AS step, part.1 AS k, part.2 AS v, toInt32(${day}) AS d, toUInt8(back) AS b, count() AS n
      FROM (SELECT step, days, back, arrayJoin(arrayConcat(${join(pairs, ', ')})) AS part FROM ${withSources(people, sources)} WHERE ${kept})
      GROUP BY step, k, v, d, b`,
  )
  return {
    all: found.filter(isAll).map(rowOf),
    values: grouped(
      found.filter((row) => !isAll(row)),
      characteristics,
    ),
  }
}

function isAll({ k }: Record<string, string | number>): boolean {
  return Number(k) < 0
}

function rowOf({ step, d, b, n }: Record<string, string | number>): StepRow {
  return { step: Number(step), days: Number(d), back: Number(b) === 1, customers: Number(n) }
}

function grouped(
  found: readonly Record<string, string | number>[],
  characteristics: readonly Characteristic[],
): readonly ValueWaits[] {
  const groups = new Map<
    string,
    { step: number; k: number; v: string; rows: StepRow[]; n: number }
  >()
  for (const one of found) {
    const { step, k, v } = one
    const key = JSON.stringify([step, k, v])
    const group = groups.get(key) ?? {
      step: Number(step),
      k: Number(k),
      v: String(v),
      rows: [],
      n: 0,
    }
    const row = rowOf(one)
    group.rows.push(row)
    group.n += row.customers
    groups.set(key, group)
  }
  const seen = new Map<string, number>()
  return [...groups.values()]
    .toSorted((a, b) => b.n - a.n || (a.v < b.v ? -1 : 1))
    .flatMap(({ step, k, v, rows }) => {
      const one = characteristics[k]
      const rank = seen.get(`${step} ${k}`) ?? 0
      seen.set(`${step} ${k}`, rank + 1)
      if (one === undefined || rank >= MOST_VALUES) return []
      return [
        {
          step,
          key: one.key,
          raw: v,
          label: one.label,
          value: one.labelOf(v),
          condition: one.condition?.(v),
          rows,
        },
      ]
    })
}

/** What is known of the person, and where the purchase in question was made. */
export async function usable(context: ReportContext): Promise<{
  readonly characteristics: readonly Characteristic[]
  readonly sources: readonly Sql[]
}> {
  const { characteristics, sources } = await characteristicsOf(context)
  const ofPeople = characteristics.filter(({ area }) => area === 'people' || area === 'place')
  const channel = channelOfStep(context)
  if (channel === undefined) return { characteristics: ofPeople, sources }
  return {
    characteristics: [...ofPeople, channel.characteristic],
    sources: [...sources, channel.source],
  }
}

function channelOfStep(
  context: ReportContext,
): { readonly characteristic: Characteristic; readonly source: Sql } | undefined {
  const { purchase, channel } = context.meaning
  if (purchase === undefined || channel === undefined || channel.element !== undefined) {
    return undefined
  }
  const { name, label } = channel.property
  const most = raw(String(MOST_STEPS + 1))
  const source = sql`SELECT customer_key, groupArraySorted(${most})((toUnixTimestamp64Milli(at), ifNull(${textsWithin(channel)}[1], ''))) AS step_channels
    FROM ${eventRows(context, purchase)} GROUP BY customer_key`
  const text = sql`step_channels[step].2`
  const characteristic: Characteristic = {
    key: `step.${name}`,
    area: 'channel',
    label: textOf(label),
    unit: 'share',
    uses: [],
    several: false,
    texts: sql`if(${text} = '', emptyArrayString(), [${text}])`,
    labelOf: verbatim,
    condition: (v) =>
      `last(${printName(purchase.name)}).${printName(name)} = ${printLiteral({ kind: 'text', value: v })}`,
  }
  return { characteristic, source }
}

/**
 * Spend net of refunds in the year after each wanted step, of those who went on and whose year is over. Cost: one pass over
 * purchases for all steps.
 */
export async function yearAfter(
  context: ReportContext,
  steps: readonly number[],
  days: number,
): Promise<ReadonlyMap<number, Moments>> {
  const bought = purchases(context)
  if (bought === undefined || context.meaning.amount === undefined) return new Map()
  const most = raw(String(MOST_STEPS + 1))
  const year = raw(String(days * DAY_MS))
  const over = value(Math.round(context.asOf - days * DAY_MS), 'Int64')
  const reached = sql`SELECT customer_key, i AS step, ats[i] AS start FROM (
      SELECT customer_key, groupArraySorted(${most})(toUnixTimestamp64Milli(at)) AS ats FROM (${bought})
      WHERE ${among(everybody(context))} GROUP BY customer_key) ARRAY JOIN ${value([...steps], 'Array(UInt8)')} AS i
    WHERE length(ats) > i AND ats[i] <= ${over}`
  const back = refunds(context)
  const parts = sql`SELECT customer_key, toUnixTimestamp64Milli(at) AS t, amount FROM (${bought})`
  const amounts =
    back === undefined
      ? parts
      : sql`${parts} UNION ALL SELECT customer_key, toUnixTimestamp64Milli(at) AS t, -amount AS amount FROM (${back})`
  const rows = await context.query<{ step: number; n: string; s: number; q: number }>(
    sql`SELECT toUInt8(step) AS step, count() AS n, sum(spent) AS s, sum(spent * spent) AS q FROM (
      SELECT r.customer_key AS customer_key, r.step AS step, sumIf(ifNull(a.amount, 0), a.t > r.start AND a.t <= r.start + ${year}) AS spent
      FROM (${amounts}) AS a INNER JOIN (${reached}) AS r ON a.customer_key = r.customer_key GROUP BY customer_key, step)
      GROUP BY step`,
  )
  return new Map(
    rows.map(({ step, n, s, q }) => [Number(step), { n: Number(n), sum: s, sumSquares: q }]),
  )
}
