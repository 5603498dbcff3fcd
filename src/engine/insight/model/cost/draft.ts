/** What the cost to serve says of the base. */
import {
  asCount,
  say,
  type Figure,
  type Finding,
  type ReportDraft,
  type ReportTable,
} from '../../../../core/insight/index.ts'
import type { Allocation } from './allocate.ts'
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
  readonly pools: readonly Allocation[]
  readonly rows: readonly CostRow[]
  readonly n: number
  readonly days: number
  readonly margin: number
  readonly currency: string
}

const LEAST = 11
/** Idle shares below this are the slack that any team needs (Kaplan, Anderson 2004 take a fifth to be practical). */
const IDLE = 0.2

/** The report of a run. */
export function costDraft(found: CostFound): ReportDraft {
  const { n, days: counted, margin, pools } = found
  const days: Figure = { kind: 'days', value: counted }
  return {
    findings:
      n === 0
        ? [{ code: 'cost/none', tone: 'caution', text: say(W.none, { days }) }]
        : findings(found),
    tables: [poolTable(pools), useTable(pools), ...(n === 0 ? [] : [decileTable(found)])],
    charts:
      n === 0
        ? []
        : [
            {
              kind: 'bars',
              title: say(W.pools),
              table: 'pools',
              x: 'pool',
              y: ['charged', 'idle'],
            },
            { kind: 'lines', title: say(W.deciles), table: 'tenths', x: 'tenth', y: ['cumulated'] },
          ],
    method: [say(W.method, { days, margin: { kind: 'share', value: margin } })],
  }
}

function findings(found: CostFound): readonly Finding[] {
  const { key, pools, rows, n, margin, currency } = found
  const money = (value: number): Figure => ({ kind: 'money', value, currency })
  const sum = (of: (row: CostRow) => number): number =>
    rows.reduce((total, row) => total + of(row), 0)
  const holes = {
    n: asCount(n),
    cost: money(sum((row) => row.cost)),
    margin: money(sum((row) => row.margin)),
    days: { kind: 'days', value: found.days } as const,
  }
  const out: Finding[] = [{ code: 'cost/total', tone: 'neutral', text: say(W.total, holes) }]
  const losing = sum((row) => row.losing)
  const lost = -sum((row) => row.lost)
  if (losing >= LEAST) {
    const text = say(W.losing, { n: asCount(losing), lost: money(lost) })
    const definition = `score(${key}.margin_after_cost) < 0`
    out.push({ code: 'cost/losing', tone: 'bad', text, definition, money: lost })
  }
  for (const pool of pools) {
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

function poolTable(pools: readonly Allocation[]): ReportTable {
  return {
    name: 'pools',
    title: say(W.pools),
    columns: [
      { key: 'pool', title: say(W.pool), kind: 'text' },
      { key: 'cost', title: say(W.cost), kind: 'money' },
      { key: 'capacity', title: say(W.capacity), kind: 'number' },
      { key: 'used', title: say(W.used), kind: 'number' },
      { key: 'rate', title: say(W.rate), kind: 'number' },
      { key: 'charged', title: say(W.charged), kind: 'money' },
      { key: 'idle', title: say(W.idleCost), kind: 'money' },
    ],
    rows: pools.map((pool) => ({
      pool: pool.name,
      cost: pool.cost,
      capacity: pool.capacity ?? null,
      used: pool.used,
      rate: pool.rate,
      charged: pool.allocated,
      idle: pool.idle,
    })),
  }
}

function useTable(pools: readonly Allocation[]): ReportTable {
  return {
    name: 'uses',
    title: say(W.uses),
    columns: [
      { key: 'pool', title: say(W.pool), kind: 'text' },
      { key: 'event', title: say(W.event), kind: 'text' },
      { key: 'count', title: say(W.count), kind: 'count' },
      { key: 'each', title: say(W.each), kind: 'money' },
      { key: 'cost', title: say(W.charged), kind: 'money' },
    ],
    rows: pools.flatMap((pool) =>
      pool.uses.map(({ event, count, unitCost, cost }) => ({
        pool: pool.name,
        event,
        count,
        each: unitCost,
        cost,
      })),
    ),
  }
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
