/** What the cost to serve says of the base. */
import {
  asCount,
  say,
  type Figure,
  type Finding,
  type ReportDraft,
  type ReportTable,
} from '../../../../core/insight/index.ts'
import type { Spending } from '../../costs/costs.ts'
import { spendingCharts, spendingTables } from '../../costs/tables.ts'
import { W } from './words.ts'

/** A tenth of the customers by what is left after cost. */
export interface CostRow {
  readonly decile: number
  readonly customers: number
  readonly cost: number
  readonly revenue: number
  readonly margin: number
  readonly losing: number
  readonly lost: number
}

/** What there is to tell. */
export interface CostFound {
  readonly key: string
  readonly spending: Spending
  readonly rows: readonly CostRow[]
  readonly n: number
  readonly margin: number
  readonly currency: string
}

const LEAST = 11
/** Idle shares below this are the slack that any team needs (Kaplan, Anderson 2004 take a fifth to be practical). */
const IDLE = 0.2

/** The report of a run. */
export function costDraft(found: CostFound): ReportDraft {
  const { n, margin, spending } = found
  const days: Figure = { kind: 'days', value: spending.days }
  return {
    findings:
      n === 0
        ? [{ code: 'cost/none', tone: 'caution', text: say(W.none, { days }) }]
        : findings(found),
    tables: [...spendingTables(spending), ...(n === 0 ? [] : [decileTable(found)])],
    charts:
      n === 0
        ? []
        : [
            ...spendingCharts(spending),
            { kind: 'lines', title: say(W.deciles), table: 'tenths', x: 'tenth', y: ['cumulated'] },
          ],
    method: [say(W.method, { days, margin: { kind: 'share', value: margin } })],
  }
}

function findings(found: CostFound): readonly Finding[] {
  const { key, spending, rows, n, margin, currency } = found
  const money = (value: number): Figure => ({ kind: 'money', value, currency })
  const sum = (of: (row: CostRow) => number): number =>
    rows.reduce((total, row) => total + of(row), 0)
  const holes = {
    n: asCount(n),
    cost: money(sum((row) => row.cost)),
    margin: money(sum((row) => row.margin)),
    days: { kind: 'days', value: spending.days } as const,
  }
  const out: Finding[] = [{ code: 'cost/total', tone: 'neutral', text: say(W.total, holes) }]
  const losing = sum((row) => row.losing)
  const lost = -sum((row) => row.lost)
  if (losing >= LEAST) {
    const text = say(W.losing, { n: asCount(losing), lost: money(lost) })
    const definition = `score(${key}.margin_after_cost) < 0`
    out.push({ code: 'cost/losing', tone: 'bad', text, definition, money: lost })
  }
  for (const pool of spending.pools) {
    const named = {
      pool: pool.name,
      money: money(pool.idle),
      share: { kind: 'share', value: pool.idle / Math.max(pool.cost, 1e-9) } as const,
    }
    if (pool.used === 0)
      out.push({ code: 'cost/unused', tone: 'caution', text: say(W.unused, named) })
    else if (pool.isOverloaded)
      out.push({ code: 'cost/overloaded', tone: 'caution', text: say(W.overloaded, named) })
    else if (pool.idle > IDLE * pool.cost) {
      out.push({ code: 'cost/idle', tone: 'bad', text: say(W.idle, named), money: pool.idle })
    }
  }
  if (margin === 1) out.push({ code: 'cost/revenue', tone: 'caution', text: say(W.revenue) })
  return out
}

function decileTable({ rows }: CostFound): ReportTable {
  let cumulated = 0
  return {
    name: 'tenths',
    title: say(W.deciles),
    columns: [
      { key: 'tenth', title: say(W.decile), kind: 'count' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
      { key: 'revenue', title: say(W.revenueOf), kind: 'money' },
      { key: 'cost', title: say(W.cost), kind: 'money' },
      { key: 'margin', title: say(W.margin), kind: 'money' },
      { key: 'cumulated', title: say(W.cumulated), kind: 'money' },
    ],
    rows: rows.map((row) => {
      const isTold = row.customers >= LEAST
      cumulated += row.margin
      return {
        tenth: row.decile + 1,
        customers: isTold ? row.customers : null,
        revenue: isTold ? row.revenue : null,
        cost: isTold ? row.cost : null,
        margin: isTold ? row.margin : null,
        cumulated: isTold ? cumulated : null,
      }
    }),
  }
}
