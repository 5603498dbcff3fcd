/** What RFM says of the base: the groups with their spend, the grid, the cuts. */
import {
  say,
  type Finding,
  type ReportDraft,
  type ReportTable,
} from '../../../../core/insight/index.ts'
import type { Cuts } from './bins.ts'
import { GRID, OTHERS } from './grid.ts'
import { W } from './words.ts'

/** One named group of the base. */
export interface GroupRow {
  readonly place: number
  readonly customers: number
  readonly spend: number
  readonly days: number
  readonly orders: number
  readonly each: number
}

/** What there is to tell. */
export interface RfmFound {
  readonly key: string
  readonly groups: readonly GroupRow[]
  readonly cells: readonly { readonly r: number; readonly f: number; readonly n: number }[]
  readonly cuts: Cuts
  readonly collapsed: readonly (keyof Cuts)[]
  readonly days: number
  readonly n: number
  readonly currency: string
}

/** Groups below this are not told of: single people would be. */
const LEAST = 11
/** Fewer buyers than this do not fill 25 cells. */
const FEW = 100

/** The report of a run. */
export function rfmDraft(found: RfmFound): ReportDraft {
  const days = { kind: 'days', value: found.days } as const
  return {
    findings: findings(found),
    tables: found.n === 0 ? [] : [groupTable(found), gridTable(found), cutTable(found.cuts)],
    charts:
      found.n === 0
        ? []
        : [
            {
              kind: 'heat',
              title: say(W.grid),
              table: 'grid',
              x: 'recency',
              y: ['customers'],
              series: 'frequency',
            },
            { kind: 'bars', title: say(W.groups), table: 'groups', x: 'group', y: ['held'] },
          ],
    method: [say(W.method, { days })],
  }
}

function findings(found: RfmFound): readonly Finding[] {
  const { key, groups, n, collapsed, currency } = found
  const days = { kind: 'days', value: found.days } as const
  if (n === 0) return [{ code: 'rfm/none', tone: 'caution', text: say(W.none, { days }) }]
  const spend = groups.reduce((sum, group) => sum + group.spend, 0)
  const within = (...places: readonly number[]): { customers: number; spend: number } => {
    const those = groups.filter((group) => places.includes(group.place))
    return {
      customers: those.reduce((sum, group) => sum + group.customers, 0),
      spend: those.reduce((sum, group) => sum + group.spend, 0),
    }
  }
  const out: Finding[] = []
  const best = within(1)
  const count = (value: number) => ({ kind: 'count', value }) as const
  const share = (value: number) => ({ kind: 'share', value }) as const
  if (best.customers >= LEAST && spend > 0) {
    const holes = {
      n: count(best.customers),
      share: share(best.customers / n),
      held: share(best.spend / spend),
    }
    out.push({
      code: 'rfm/champions',
      tone: 'good',
      text: say(W.best, holes),
      definition: `score(${key}.segment) = 1`,
      money: best.spend,
    })
  }
  const risk = within(8, 9)
  if (risk.customers >= LEAST) {
    const money = { kind: 'money', value: risk.spend, currency } as const
    out.push({
      code: 'rfm/at-risk',
      tone: 'bad',
      text: say(W.risk, { n: count(risk.customers), money, days }),
      definition: `score(${key}.segment) between 8 and 9`,
      money: risk.spend,
    })
  }
  const fresh = within(3, 4, 5)
  if (fresh.customers >= LEAST) {
    out.push({
      code: 'rfm/fresh',
      tone: 'neutral',
      text: say(W.fresh, { n: count(fresh.customers) }),
      definition: `score(${key}.segment) between 3 and 5`,
    })
  }
  for (const measure of collapsed) {
    out.push({
      code: 'rfm/collapsed',
      tone: 'caution',
      text: say(W.collapsed, { measure: say(W[measure]) }),
    })
  }
  if (n < FEW) out.push({ code: 'rfm/few', tone: 'caution', text: say(W.few, { n: count(n) }) })
  return out
}

function groupTable({ groups, n }: RfmFound): ReportTable {
  const spend = groups.reduce((sum, group) => sum + group.spend, 0)
  const byPlace = new Map(groups.map((group) => [group.place, group]))
  const names = [...GRID.map(({ number, name }) => ({ number, name })), { number: 0, name: OTHERS }]
  return {
    name: 'groups',
    title: say(W.groups),
    columns: [
      { key: 'number', title: say(W.number), kind: 'count' },
      { key: 'group', title: say(W.group), kind: 'text' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
      { key: 'share', title: say(W.share), kind: 'share' },
      { key: 'spend', title: say(W.spend), kind: 'money' },
      { key: 'held', title: say(W.held), kind: 'share' },
      { key: 'days', title: say(W.days), kind: 'days' },
      { key: 'orders', title: say(W.orders), kind: 'number' },
      { key: 'each', title: say(W.each), kind: 'money' },
    ],
    rows: names.map(({ number, name }) => {
      const group = byPlace.get(number)
      const isTold = group !== undefined && group.customers >= LEAST
      return {
        number,
        group: say(name),
        customers: group === undefined ? 0 : isTold ? group.customers : null,
        share: group === undefined ? 0 : isTold ? group.customers / n : null,
        spend: isTold ? group.spend : null,
        held: isTold && spend > 0 ? group.spend / spend : null,
        days: isTold ? group.days : null,
        orders: isTold ? group.orders : null,
        each: isTold ? group.each : null,
      }
    }),
  }
}

function gridTable({ cells }: RfmFound): ReportTable {
  return {
    name: 'grid',
    title: say(W.grid),
    columns: [
      { key: 'recency', title: say(W.recency), kind: 'count' },
      { key: 'frequency', title: say(W.frequency), kind: 'count' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
    ],
    rows: cells.map(({ r, f, n }) => ({
      recency: r,
      frequency: f,
      customers: n >= LEAST ? n : null,
    })),
  }
}

function cutTable(cuts: Cuts): ReportTable {
  const bins = Math.max(cuts.recency.length, cuts.frequency.length, cuts.monetary.length)
  return {
    name: 'cuts',
    title: say(W.cuts),
    columns: [
      { key: 'bin', title: say(W.bin), kind: 'count' },
      { key: 'recency', title: say(W.recency), kind: 'days' },
      { key: 'frequency', title: say(W.frequency), kind: 'number' },
      { key: 'monetary', title: say(W.monetary), kind: 'money' },
    ],
    rows: Array.from({ length: bins }, (_, i) => ({
      bin: i + 2,
      // The most recent have the highest bin: its cut is the lowest.
      recency: cuts.recency[cuts.recency.length - 1 - i] ?? null,
      frequency: cuts.frequency[i] ?? null,
      monetary: cuts.monetary[i] ?? null,
    })),
  }
}
