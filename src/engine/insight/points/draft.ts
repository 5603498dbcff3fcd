/** Points in words and figures, for the report on rewards and the runs of models. */
import {
  PRIVACY_FLOOR,
  say,
  verbatim,
  type Figure,
  type Finding,
  type ReportDraft,
  type ReportTable,
  type Text,
} from '../../../core/insight/index.ts'
import { moneyHoles, spendOfGroup } from '../weak/group.ts'
import { SHARES, type PointFacts, type Tier } from './facts.ts'
import { POINT_WORDS as W } from './words.ts'

const count = (value: number): Figure => ({ kind: 'count', value: Math.round(value) })

/** A reward that takes longer than this at the usual pace is not told in months. */
const MOST_MONTHS = 600

/** What can be lost soon, who never gets there, tiers; then what is held and how fast it comes. */
export function pointFindings(facts: PointFacts, near: number): readonly Finding[] {
  return [
    ...soonFindings(facts),
    ...slowFinding(facts),
    ...facts.tiers.flatMap((tier) => emptyTier(tier)),
    ...facts.tiers.flatMap((tier) => nearTier(facts, tier, near)),
    ...lapsedFinding(facts),
    ...heldFinding(facts),
    ...paceFinding(facts),
  ]
}

function worth({ worth: each, currency }: PointFacts, points: number): Text {
  if (each === undefined) return verbatim('')
  return say(W.worthOf, { money: { kind: 'money', value: points * each, currency } })
}

function atStake({ worth: each }: PointFacts, points: number): { readonly money?: number } {
  return each === undefined ? {} : { money: points * each }
}

/** The nearest horizon that says something, once. */
function soonFindings(facts: PointFacts): readonly Finding[] {
  const { model } = facts
  const told = facts.soon.filter(({ customers }) => customers >= PRIVACY_FLOOR)
  const out = told.map(({ days, customers, points }): Finding => {
    const text = say(W.soon, {
      customers: count(customers),
      points: count(points),
      worth: worth(facts, points),
      days: { kind: 'days', value: days },
    })
    return {
      code: 'rewards/points-expiring',
      tone: 'neutral',
      text,
      ...atStake(facts, points),
      ...(model === undefined ? {} : { definition: `score(${model}.expiring_${days}) > 0` }),
    }
  })
  if (out.length === 0 || model !== undefined) return out
  return [...out, { code: 'rewards/no-points-model', tone: 'caution', text: say(W.noModel) }]
}

function slowFinding(facts: PointFacts): readonly Finding[] {
  const { slow } = facts
  if (slow === undefined || slow.group.customers < PRIVACY_FLOOR) return []
  const { group, definition, months } = slow
  const text = say(W.slow, { months: count(months), ...moneyHoles(facts, group) })
  return [
    { code: 'rewards/points-too-slow', tone: 'bad', text, definition, ...spendOfGroup(group) },
  ]
}

function emptyTier({ name, from, customers, definition }: Tier): readonly Finding[] {
  if (customers >= PRIVACY_FLOOR) return []
  const text = say(W.tierEmpty, { tier: name, points: count(from) })
  return [{ code: 'rewards/tier-out-of-reach', tone: 'bad', text, definition }]
}

function nearTier(facts: PointFacts, tier: Tier, share: number): readonly Finding[] {
  const { name, near, nearDefinition: definition } = tier
  if (near.customers < PRIVACY_FLOOR) return []
  const text = say(W.tierNear, {
    tier: name,
    share: { kind: 'share', value: share },
    ...moneyHoles(facts, near),
  })
  return [{ code: 'rewards/tier-near', tone: 'neutral', text, definition, ...spendOfGroup(near) }]
}

function lapsedFinding(facts: PointFacts): readonly Finding[] {
  const { customers, points } = facts.lapsed
  if (customers < PRIVACY_FLOOR) return []
  const text = say(W.lapsed, {
    customers: count(customers),
    points: count(points),
    worth: worth(facts, points),
  })
  return [{ code: 'rewards/points-lapsed', tone: 'neutral', text, ...atStake(facts, points) }]
}

function heldFinding(facts: PointFacts): readonly Finding[] {
  const { holders, held, model } = facts
  if (holders < PRIVACY_FLOOR) return []
  const text = say(W.held, {
    customers: count(holders),
    points: count(held),
    worth: worth(facts, held),
  })
  const definition = model === undefined ? {} : { definition: `score(${model}.balance) > 0` }
  return [{ code: 'rewards/points-held', tone: 'neutral', text, ...definition }]
}

function paceFinding(facts: PointFacts): readonly Finding[] {
  const { customers, quantiles } = facts.earned
  const middle = quantiles[SHARES.indexOf(0.5)]
  if (customers < PRIVACY_FLOOR || middle === undefined) return []
  const n = monthsTo(facts, middle)
  const text = say(W.pace, {
    customers: count(customers),
    points: count(middle),
    months: n === undefined ? verbatim('') : say(W.months, { n: count(n) }),
  })
  return [{ code: 'rewards/points-pace', tone: 'neutral', text }]
}

function monthsTo({ price }: PointFacts, year: number): number | undefined {
  if (price === undefined || year <= 0) return undefined
  const months = (price / year) * 12
  return months > MOST_MONTHS ? undefined : months
}

/** The figures behind. */
export function pointTables(facts: PointFacts): readonly ReportTable[] {
  return [
    ...(facts.soon.length === 0 ? [] : [soonTable(facts)]),
    ...(facts.earned.customers < PRIVACY_FLOOR ? [] : [paceTable(facts)]),
    ...(facts.tiers.length === 0 ? [] : [tierTable(facts)]),
  ]
}

function soonTable({ soon, worth: each }: PointFacts): ReportTable {
  return {
    name: 'points',
    title: say(W.soonTitle),
    columns: [
      { key: 'within', title: say(W.within), kind: 'days' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
      { key: 'points', title: say(W.points), kind: 'count' },
      { key: 'worth', title: say(W.worth), kind: 'money' },
    ],
    rows: soon.map(({ days, customers, points }) => {
      const isTold = customers >= PRIVACY_FLOOR
      return {
        within: days,
        customers: isTold ? customers : null,
        points: isTold ? points : null,
        worth: isTold && each !== undefined ? points * each : null,
      }
    }),
  }
}

function paceTable(facts: PointFacts): ReportTable {
  const { quantiles } = facts.earned
  return {
    name: 'point-paces',
    title: say(W.paces),
    columns: [
      { key: 'share', title: say(W.share), kind: 'share' },
      { key: 'points', title: say(W.year), kind: 'count' },
      { key: 'months', title: say(W.toReward), kind: 'number' },
    ],
    rows: SHARES.map((share, i) => ({
      share,
      points: quantiles[i] ?? null,
      months: monthsTo(facts, quantiles[i] ?? 0) ?? null,
    })),
  }
}

function told(n: number): number | null {
  return n >= PRIVACY_FLOOR ? n : null
}

function tierTable({ tiers }: PointFacts): ReportTable {
  return {
    name: 'tiers',
    title: say(W.tiers),
    columns: [
      { key: 'tier', title: say(W.tier), kind: 'text' },
      { key: 'takes', title: say(W.takes), kind: 'count' },
      { key: 'customers', title: say(W.reached), kind: 'count' },
      { key: 'near', title: say(W.near), kind: 'count' },
      { key: 'spend', title: say(W.spend), kind: 'money', low: 'low', high: 'high' },
      { key: 'low', title: say(W.spend), kind: 'money', hidden: true },
      { key: 'high', title: say(W.spend), kind: 'money', hidden: true },
    ],
    rows: tiers.map(({ name, from, customers, near }) => {
      const isNear = near.customers >= PRIVACY_FLOOR
      return {
        tier: name,
        takes: from,
        customers: told(customers),
        near: told(near.customers),
        spend: isNear ? (near.spend.value ?? null) : null,
        low: isNear ? (near.spend.low ?? null) : null,
        high: isNear ? (near.spend.high ?? null) : null,
      }
    }),
  }
}

/** How all of it is counted. */
export function pointMethod({ slow }: PointFacts): ReportDraft['method'] {
  return [say(W.method), ...(slow === undefined ? [] : [say(W.methodSlow)])]
}

/** What is said where nobody has any. */
export const NO_POINTS: Finding = { code: 'points/none', tone: 'caution', text: say(W.none) }
