/** What RFM says of the base: the groups with their spend, the grid, the cuts. */
import {
  asCount,
  asShare,
  hiddenCounts,
  say,
  type Finding,
  type ReportDraft,
  type ReportTable,
} from '../../../../core/insight/index.ts'
import type { RfmFit } from '../../../../core/models/index.ts'
import { GROUPS } from './bins.ts'
import { GROUP_NAMES, W } from './words.ts'

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
  readonly fit: RfmFit
  readonly days: number
  readonly currency: string
}

/** Groups below this are not told of: single people would be. */
const LEAST = 11
/** Fewer buyers than this do not fill 25 cells. */
const FEW = 100

/** The report of a run. */
export function rfmDraft(found: RfmFound): ReportDraft {
  const { fit } = found
  const days = { kind: 'days', value: found.days } as const
  return {
    findings: findings(found),
    tables: fit.n === 0 ? [] : [groupTable(found), gridTable(found), cutTable(fit)],
    charts:
      fit.n === 0
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
  const { key, groups, fit, currency } = found
  const { n } = fit
  const days = { kind: 'days', value: found.days } as const
  if (n === 0) return [{ code: 'rfm/none', tone: 'caution', text: say(W.none, { days }) }]
  const spend = groups.reduce((sum, group) => sum + group.spend, 0)
  const within = (...names: readonly string[]): { customers: number; spend: number } => {
    const those = groups.filter((group) => names.includes(GROUPS[group.place - 1] ?? ''))
    return {
      customers: those.reduce((sum, group) => sum + group.customers, 0),
      spend: those.reduce((sum, group) => sum + group.spend, 0),
    }
  }
  const out: Finding[] = []
  const best = within('champions')
  if (best.customers >= LEAST && spend > 0) {
    const holes = {
      n: asCount(best.customers),
      share: asShare(best.customers / n),
      held: asShare(best.spend / spend),
    }
    out.push({
      code: 'rfm/champions',
      tone: 'good',
      text: say(W.best, holes),
      definition: `score(${key}.segment) = ${numbers('champions')}`,
      money: best.spend,
    })
  }
  const risk = within('cannot-lose-them', 'at-risk')
  if (risk.customers >= LEAST) {
    const money = { kind: 'money', value: risk.spend, currency } as const
    out.push({
      code: 'rfm/at-risk',
      tone: 'bad',
      text: say(W.risk, { n: asCount(risk.customers), money, days }),
      definition: `score(${key}.segment) in (${numbers('cannot-lose-them', 'at-risk')})`,
      money: risk.spend,
    })
  }
  const fresh = within('promising', 'new-customers')
  if (fresh.customers >= LEAST) {
    out.push({
      code: 'rfm/fresh',
      tone: 'neutral',
      text: say(W.fresh, { n: asCount(fresh.customers) }),
      definition: `score(${key}.segment) in (${numbers('promising', 'new-customers')})`,
    })
  }
  for (const { measure, code, used, bins } of fit.warnings) {
    if (code !== 'bins-collapsed') continue
    const holes = { measure: say(W[measure]), used: asCount(used), bins: asCount(bins) }
    out.push({ code: 'rfm/collapsed', tone: 'caution', text: say(W.collapsed, holes) })
  }
  if (fit.warnings.some((warning) => warning.code === 'offset-presumes-whole-numbers')) {
    out.push({ code: 'rfm/offset', tone: 'caution', text: say(W.offset) })
  }
  if (n < FEW) out.push({ code: 'rfm/few', tone: 'caution', text: say(W.few, { n: asCount(n) }) })
  return out
}

/** Numbers of groups by name, as a definition lists them. */
function numbers(...names: readonly string[]): string {
  return names.map((name) => GROUPS.indexOf(name) + 1).join(', ')
}

function groupTable({ groups, fit: { n } }: RfmFound): ReportTable {
  const spend = groups.reduce((sum, group) => sum + group.spend, 0)
  const byPlace = new Map(groups.map((group) => [group.place, group]))
  // All groups add up to everybody: one hidden alone would be told by the others.
  const hidden = hiddenCounts(
    groups.map(({ customers }) => customers),
    'known',
  )
  const told = new Set(groups.flatMap(({ place }, i) => (hidden[i] === true ? [] : [place])))
  const names = [
    ...GROUPS.map((name, i) => ({ number: i + 1, name })),
    { number: 0, name: 'others' },
  ]
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
      const isTold = group !== undefined && told.has(number)
      return {
        number,
        group: say(GROUP_NAMES[name] ?? [name, name, name, name]),
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
  const hidden = hiddenCounts(
    cells.map(({ n }) => n),
    'known',
  )
  return {
    name: 'grid',
    title: say(W.grid),
    columns: [
      { key: 'recency', title: say(W.recency), kind: 'count' },
      { key: 'frequency', title: say(W.frequency), kind: 'count' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
    ],
    rows: cells.map(({ r, f, n }, i) => ({
      recency: r,
      frequency: f,
      customers: hidden[i] === true ? null : n,
    })),
  }
}

function cutTable(fit: RfmFit): ReportTable {
  const { recency, frequency, monetary } = fit
  const rows = Math.max(recency.cuts.length, frequency.cuts.length, monetary.cuts.length)
  return {
    name: 'cuts',
    title: say(W.cuts),
    columns: [
      { key: 'bin', title: say(W.bin), kind: 'count' },
      { key: 'recency', title: say(W.recency), kind: 'days' },
      { key: 'frequency', title: say(W.frequency), kind: 'number' },
      { key: 'monetary', title: say(W.monetary), kind: 'money' },
    ],
    rows: Array.from({ length: rows }, (_, i) => ({
      bin: i + 2,
      // The most recent have the highest bin: it lies below the lowest cut.
      recency: cut(recency.cuts, recency.cuts.length - 1 - i),
      frequency: cut(frequency.cuts, i),
      monetary: cut(monetary.cuts, i),
    })),
  }
}

/** A cut that nobody reaches is none. */
function cut(cuts: readonly number[], i: number): number | null {
  const at = cuts[i]
  return at === undefined || at > 1e15 ? null : at
}
