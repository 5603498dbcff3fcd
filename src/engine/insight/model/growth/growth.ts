/** Growth potential: what is missing to the spend that comparable customers show to be possible. */
import { numberIn, textsIn, type ModelSettings } from '../../../../core/catalog/index.ts'
import { headroomOf, type Headroom } from '../../../../core/models/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../../../core/sql/index.ts'
import { purchases } from '../../basis/rows.ts'
import { amountTotals } from '../../basis/spend.ts'
import { isSet, traitsNow } from '../../basis/traits.ts'
import type { ReportContext } from '../../report/kind.ts'
import type { ModelKind, ModelResult, ModelTask } from '../kind.ts'
import { growthDraft, REST } from './draft.ts'

export const GROWTH: ModelKind = { kind: 'growth', needs: ['purchase', 'amount'], run }

const DAY_MS = 86_400_000
/** Groups with fewer buyers are compared with all the rest that are too small. */
const FEWEST = 50
/** Groups shown. */
const SHOWN = 30

async function run(context: ReportContext, task: ModelTask): Promise<ModelResult> {
  const { settings, model } = task
  const share = numberIn(settings, 'share') ?? 0.75
  const days = numberIn(settings, 'days') ?? 365
  const kept = await task.keep({ net: 'Float64', name: 'String' }, (shard) =>
    groups(shard, settings),
  )
  const found = await context.query<{ name: string; v: number; n: number }>(
    sql`SELECT name, round(net, 2) AS v, toFloat64(count()) AS n FROM (${kept(context)})
      GROUP BY name, v ORDER BY name, v`,
  )
  const sizes = new Map<string, number>()
  for (const { name, n } of found) sizes.set(name, (sizes.get(name) ?? 0) + n)
  const nameOf = (name: string): string => ((sizes.get(name) ?? 0) < FEWEST ? REST : name)
  const values = new Map<string, { v: number; n: number }[]>()
  for (const { name, v, n } of found) {
    const list = values.get(nameOf(name)) ?? []
    list.push({ v, n })
    values.set(nameOf(name), list)
  }
  const each = [...values].map(([name, rows]) => {
    const sorted = rows.toSorted((a, b) => a.v - b.v)
    const group = {
      values: Float64Array.from(sorted, (row) => row.v),
      counts: Float64Array.from(sorted, (row) => row.n),
    }
    return { name, headroom: headroomOf(group, { share }) }
  })
  const n = found.reduce((sum, row) => sum + row.n, 0)
  const { currency } = context.current.programme
  const shown = each.toSorted((a, b) => total(b.headroom) - total(a.headroom)).slice(0, SHOWN)
  const by = textsIn(settings, 'by')
  const draft = growthDraft({
    key: model.key,
    groups: shown,
    all: each,
    n,
    days,
    share,
    currency,
    by,
  })
  if (n === 0) return { status: 'none', n, parameters: {}, draft }
  const targets = each.flatMap(({ name, headroom }) =>
    headroom.target.value === undefined ? [] : [[name, headroom.target.value] as const],
  )
  const rest = targets.find(([name]) => name === REST)?.[1] ?? Number.NaN
  return {
    status: each.some(({ headroom }) => headroom.status === 'ok') ? 'ok' : 'weak',
    n,
    parameters: { targets: Object.fromEntries(targets), share, days },
    draft,
    scores: (shard) => {
      const names = value(
        targets.map(([name]) => name),
        'Array(String)',
      )
      const goals = value(
        targets.map(([, goal]) => goal),
        'Array(Float64)',
      )
      const fallback = value(Number.isNaN(rest) ? -1 : rest, 'Float64')
      return sql`SELECT customer_key, if(goal < 0, NULL, goal) AS possible, if(goal < 0, NULL, greatest(0., goal - net)) AS headroom
        FROM (SELECT customer_key, net, transform(name, ${names}, ${goals}, ${fallback}) AS goal FROM (${kept(shard)}))`
    },
  }
}

function total({ total: { value: missing } }: Headroom): number {
  return missing ?? 0
}

/** Per buyer of the last days: `net` spend and the `name` of the group of comparable customers. */
function groups(context: ReportContext, settings: ModelSettings): Sql {
  const days = numberIn(settings, 'days') ?? 365
  const totals = amountTotals(context, { days })
  const first = sql`SELECT customer_key AS k, min(at) AS first FROM (${purchases(context) ?? raw('')}) GROUP BY k`
  const age = sql`(${value(context.asOf, 'Int64')} - toUnixTimestamp64Milli(first)) / ${value(365 * DAY_MS, 'Int64')}`
  const band = sql`multiIf(${age} < 1, '< 1', ${age} < 2, '1–2', ${age} < 4, '2–4', '4+')`
  const catalogue = context.current.programme.catalogue
  const traits = textsIn(settings, 'by').flatMap((name) => catalogue.traits[name] ?? [])
  if (traits.length === 0) {
    return sql`SELECT customer_key, net, ${band} AS name FROM (${totals} HAVING orders > 0) AS t INNER JOIN (${first}) AS f ON t.customer_key = f.k`
  }
  const parts = traits.map((trait) => {
    const column = sql`p.${id(trait.name)}`
    return sql`if(${isSet(trait, column)}, toString(${column}), '?')`
  })
  return sql`SELECT t.customer_key AS customer_key, net, concat(${band}, ' · ', ${join(parts, `, ' · ', `)}) AS name
    FROM (${totals} HAVING orders > 0) AS t INNER JOIN (${first}) AS f ON t.customer_key = f.k
    LEFT JOIN (${traitsNow(context, traits)}) AS p ON t.customer_key = p.customer_key`
}
