/** What growth potential says of the base. */
import {
  asCount,
  say,
  type Figure,
  type Finding,
  type ReportDraft,
} from '../../../../core/insight/index.ts'
import type { Headroom } from '../../../../core/models/index.ts'
import { W } from './words.ts'

interface Group {
  readonly name: string
  readonly headroom: Headroom
}

/** What there is to tell. */
export interface GrowthFound {
  readonly key: string
  /** Those that are shown, the most missing first. */
  readonly groups: readonly Group[]
  readonly all: readonly Group[]
  readonly n: number
  readonly days: number
  readonly share: number
  readonly currency: string
  readonly by: readonly string[]
}

/** The name of groups that are too small, taken together. */
export const REST = '…'

const LEAST = 11

/** The report of a run. */
export function growthDraft(found: GrowthFound): ReportDraft {
  const { groups, n, share } = found
  const days: Figure = { kind: 'days', value: found.days }
  const method = [say(W.method, { days, share: { kind: 'number', value: share } })]
  if (n === 0) {
    const finding: Finding = { code: 'growth/none', tone: 'caution', text: say(W.none, { days }) }
    return { findings: [finding], tables: [], charts: [], method }
  }
  return {
    findings: findings(found),
    tables: [
      {
        name: 'groups',
        title: say(W.groups),
        columns: [
          { key: 'group', title: say(W.group), kind: 'text' },
          { key: 'customers', title: say(W.customers), kind: 'count' },
          { key: 'possible', title: say(W.possible), kind: 'money', low: 'low', high: 'high' },
          { key: 'low', title: say(W.low), kind: 'money', hidden: true },
          { key: 'high', title: say(W.high), kind: 'money', hidden: true },
          { key: 'below', title: say(W.below), kind: 'count' },
          { key: 'missing', title: say(W.missing), kind: 'money' },
        ],
        rows: groups
          .filter(({ headroom }) => headroom.target.n >= LEAST)
          .map(({ name, headroom }) => ({
            group: name === REST ? say(W.rest) : name,
            customers: headroom.target.n,
            possible: headroom.target.value ?? null,
            low: headroom.target.low ?? null,
            high: headroom.target.high ?? null,
            below: headroom.below,
            missing: headroom.total.value ?? null,
          })),
      },
    ],
    charts: [{ kind: 'bars', title: say(W.missing), table: 'groups', x: 'group', y: ['missing'] }],
    method,
  }
}

function findings({ key, all, groups, share, currency, by }: GrowthFound): readonly Finding[] {
  const money = (value: number): Figure => ({ kind: 'money', value, currency })
  const sum = (of: (headroom: Headroom) => number | undefined): number =>
    all.reduce((total, { headroom }) => total + (of(headroom) ?? 0), 0)
  const missing = sum((headroom) => headroom.total.value)
  const text = say(W.total, {
    below: asCount(sum((headroom) => headroom.below)),
    share: { kind: 'share', value: share },
    money: money(missing),
    low: money(sum((headroom) => headroom.total.low ?? headroom.total.value)),
    high: money(sum((headroom) => headroom.total.high ?? headroom.total.value)),
  })
  const definition = `score(${key}.headroom) > 0`
  const out: Finding[] = [
    { code: 'growth/total', tone: 'neutral', text, definition, money: missing },
  ]
  const most = groups.find(({ name }) => name !== REST)
  if (most !== undefined && groups.length > 1 && most.headroom.target.n >= LEAST) {
    const holes = {
      group: most.name,
      money: money(most.headroom.total.value ?? 0),
      n: asCount(most.headroom.below),
    }
    out.push({ code: 'growth/most', tone: 'neutral', text: say(W.most, holes) })
  }
  if (by.length === 0) out.push({ code: 'growth/alone', tone: 'caution', text: say(W.alone) })
  return out
}
