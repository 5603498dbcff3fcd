/** Rewards in figures: use, pace, what expires, staying. */
import {
  PRIVACY_FLOOR,
  say,
  type ReportDraft,
  type ReportTable,
} from '../../../core/insight/index.ts'
import { survivalAt } from '../../../core/models/index.ts'
import { withBounds, boundCells } from '../basis/bounds.ts'
import { RELEVANCE_WORDS } from '../segments/written.ts'
import { pointMethod, pointTables } from '../points/draft.ts'
import type { RewardFacts } from './reward-facts.ts'
import { rewardFindings } from './reward-findings.ts'
import { REWARD_WORDS as W } from './reward-words.ts'

const MOST_ROWS = 30

/** The report as it leaves. */
export function rewardDraft(facts: RewardFacts): ReportDraft {
  const days = { kind: 'days', value: facts.patience } as const
  return {
    findings: rewardFindings(facts),
    tables: [
      useTable(facts),
      paceTable(facts),
      expiringTable(facts),
      stayingTable(facts),
      ...(facts.points === undefined ? [] : pointTables(facts.points)),
    ],
    charts: [
      { kind: 'dots', title: say(W.uses), table: 'uses', x: 'value', y: ['used'] },
      { kind: 'bars', title: say(W.soon), table: 'expiring', x: 'within', y: ['rewards'] },
      {
        kind: 'lines',
        title: say(W.staying),
        table: 'staying',
        x: 'day',
        y: ['notBack'],
        series: 'group',
      },
    ],
    method: [
      say(W.methodUsed),
      say(W.methodFirst),
      say(W.methodEffect, { days }),
      ...(facts.expiring.length > 0 ? [say(W.methodExpiring)] : []),
      ...(facts.points === undefined ? [] : pointMethod(facts.points)),
    ],
  }
}

function useTable({ uses }: RewardFacts): ReportTable {
  const rows = uses
    .filter(({ of, carrier }) => of.n >= PRIVACY_FLOOR && carrier.adjustedP !== undefined)
    .toSorted((a, b) => (a.carrier.adjustedP ?? 1) - (b.carrier.adjustedP ?? 1))
  return {
    name: 'uses',
    title: say(W.uses),
    columns: [
      { key: 'what', title: say(W.what), kind: 'text' },
      { key: 'value', title: say(W.value), kind: 'text' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
      ...withBounds({ key: 'used', title: say(W.used), kind: 'share' }),
      { key: 'others', title: say(W.others), kind: 'share' },
      ...withBounds({ key: 'difference', title: say(W.difference), kind: 'share' }),
      { key: 'verdict', title: say(W.verdict), kind: 'text' },
    ],
    rows: rows.slice(0, MOST_ROWS).map(({ value, of, others, carrier }) => ({
      what: value.label ?? say(W.kind),
      value: value.value ?? value.raw,
      customers: of.n,
      ...boundCells('used', of),
      others: others.value ?? null,
      ...boundCells('difference', carrier.difference),
      verdict: say(RELEVANCE_WORDS[carrier.relevance]),
    })),
  }
}

function paceTable({ paces }: RewardFacts): ReportTable {
  const rows = paces
    .filter(({ n }) => n >= PRIVACY_FLOOR)
    .toSorted((a, b) => (a.pace.carrier.adjustedP ?? 1) - (b.pace.carrier.adjustedP ?? 1))
  return {
    name: 'paces',
    title: say(W.paces),
    columns: [
      { key: 'what', title: say(W.what), kind: 'text' },
      { key: 'value', title: say(W.value), kind: 'text' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
      ...withBounds({ key: 'half', title: say(W.half), kind: 'count' }),
      { key: 'others', title: say(W.others), kind: 'count' },
      { key: 'verdict', title: say(W.verdict), kind: 'text' },
    ],
    rows: rows.slice(0, MOST_ROWS).map(({ value, n, pace }) => ({
      what: value.label ?? null,
      value: value.value ?? value.raw,
      customers: n,
      ...boundCells('half', pace.of),
      others: pace.others.value ?? null,
      verdict: say(RELEVANCE_WORDS[pace.carrier.relevance]),
    })),
  }
}

function expiringTable({ expiring }: RewardFacts): ReportTable {
  return {
    name: 'expiring',
    title: say(W.soon),
    columns: [
      { key: 'within', title: say(W.within), kind: 'days' },
      { key: 'rewards', title: say(W.rewards), kind: 'count' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
      { key: 'worth', title: say(W.worth), kind: 'money' },
    ],
    rows: expiring.map(({ days, rewards, customers, worth }) => {
      const hidden = customers < PRIVACY_FLOOR
      return {
        within: days,
        rewards: hidden ? null : rewards,
        customers: hidden ? null : customers,
        worth: hidden ? null : worth,
      }
    }),
  }
}

const POINTS = 30

function stayingTable({ curves, patience }: RewardFacts): ReportTable {
  const days = Array.from({ length: POINTS + 1 }, (_, i) => Math.round((i * patience) / POINTS))
  const rows = curves.flatMap(({ rewarded, steps }) =>
    days.flatMap((day) => {
      let sum = 0
      let total = 0
      for (const { weight, curve } of steps) {
        const still = weight === 0 ? undefined : survivalAt(curve, day).value
        if (still === undefined) continue
        sum += weight * still
        total += weight
      }
      if (total === 0) return []
      return [{ group: say(rewarded ? W.rewarded : W.unrewarded), day, notBack: sum / total }]
    }),
  )
  return {
    name: 'staying',
    title: say(W.staying),
    columns: [
      { key: 'group', title: say(W.group), kind: 'text' },
      { key: 'day', title: say(W.day), kind: 'count' },
      { key: 'notBack', title: say(W.notBack), kind: 'share' },
    ],
    rows,
  }
}
