/** Points of each customer: held, lapsing soon, earned in a year, missing to the next tier. */
import { raw, sql, value, type Sql } from '../../../../core/sql/index.ts'
import { accounts } from '../../points/account.ts'
import { NO_POINTS, pointFindings, pointMethod, pointTables } from '../../points/draft.ts'
import { pointFacts } from '../../points/facts.ts'
import { rewardedIn } from '../../points/rewarded.ts'
import type { ReportContext } from '../../report/kind.ts'
import type { ModelKind, ModelResult, ModelTask } from '../kind.ts'

export const POINTS: ModelKind = { kind: 'points', needs: ['purchase'], run }

/** Nearly there: four fifths of the way. */
const NEAR = 0.8

async function run(context: ReportContext, { model }: ModelTask): Promise<ModelResult> {
  const { points } = context.current.programme.catalogue
  if (points === undefined) return { ...nobody(), n: 0 }
  const [row] = await context.query<{ n: number }>(
    sql`SELECT toFloat64(count()) AS n FROM (${accounts(context, points)})`,
  )
  const n = row?.n ?? 0
  if (n === 0) return { ...nobody(), n }
  const rewarded = await rewardedIn(context)
  const facts = await pointFacts(context, points, { near: NEAR, rewarded })
  const told = { ...facts, model: model.key }
  return {
    status: 'ok',
    n,
    parameters: { points, worth: facts.worth, prices: rewarded.prices },
    draft: {
      findings: pointFindings(told, NEAR),
      tables: pointTables(told),
      charts: [],
      method: pointMethod(told),
    },
    scores: (shard) => scoresOf(shard),
  }
}

function nobody(): Omit<ModelResult, 'n'> {
  return {
    status: 'none',
    parameters: {},
    draft: { findings: [NO_POINTS], tables: [], charts: [], method: [] },
  }
}

function scoresOf(context: ReportContext): Sql {
  const { points } = context.current.programme.catalogue
  if (points === undefined) return raw('SELECT toUInt64(0) AS customer_key WHERE 0')
  const from = value(Object.values(points.tiers ?? {}), 'Array(Float64)')
  const above = sql`arrayFilter(x -> x > earned, ${from})`
  return sql`SELECT customer_key, balance, soon_30 AS expiring_30, soon_90 AS expiring_90, earned,
      if(empty(${above}), NULL, arrayMin(${above}) - earned) AS to_next_tier
    FROM (${accounts(context, points)})`
}
