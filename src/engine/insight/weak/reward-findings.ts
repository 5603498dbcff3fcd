/** Rewards in words. */
import {
  PRIVACY_FLOOR,
  say,
  verbatim,
  type Figure,
  type Finding,
  type Hole,
  type Text,
} from '../../../core/insight/index.ts'
import { printLiteral, printName } from '../../../core/segment/index.ts'
import { pointFindings } from '../points/draft.ts'
import { moneyHoles, spendOfGroup } from './group.ts'
import type { PaceOfValue, RewardFacts, UseOfValue } from './reward-facts.ts'
import { REWARD_WORDS as W } from './reward-words.ts'

const count = (value: number): Figure => ({ kind: 'count', value: Math.round(value) })
const share = (value: number): Figure => ({ kind: 'share', value })

/** A difference in staying below this does not matter. */
const EFFECT_MATTERS = 0.02

/** Weak points first, then what can be done now, then what goes with staying. */
export function rewardFindings(facts: RewardFacts): readonly Finding[] {
  return [
    ...facts.slow.map((one) => slowFinding(facts, one)),
    ...facts.unusedWhere.map((one) => unusedWhere(facts, one)),
    ...facts.unusedKinds.map((one) => unusedKind(facts, one)),
    ...facts.emptyTiers.slice(0, 2).map(({ label, definition }): Finding => {
      const text = say(W.tierEmpty, { what: label.label ?? '', value: label.value ?? '' })
      return { code: 'rewards/tier-empty', tone: 'bad', text, definition }
    }),
    ...never(facts),
    ...expiring(facts),
    ...(facts.points === undefined ? [] : pointFindings(facts.points, facts.nearShare)),
    ...nearly(facts),
    ...lapsed(facts),
    ...first(facts),
    effect(facts),
  ].slice(0, 16)
}

function names({ reward, redeemed }: RewardFacts['parts']): {
  readonly earned: string
  readonly used: string
} {
  return { earned: printName(reward.name), used: printName(redeemed?.name ?? '') }
}

function slowFinding(facts: RewardFacts, { value, pace, waiting }: PaceOfValue): Finding {
  const group = waiting ?? { customers: 0, spend: pace.of }
  const { of, others } = pace
  const own: Text =
    of.value === undefined
      ? say(W.more, { n: count(of.low ?? others.value ?? 0) })
      : say(ONE, { n: count(of.value) })
  const text = say(W.slow, {
    what: value.label ?? '',
    value: value.value ?? '',
    own,
    low: count(of.low ?? of.value ?? 0),
    high: of.high === undefined ? verbatim('…') : count(of.high),
    others: count(others.value ?? 0),
    ...moneyHoles(facts, group),
  })
  const { earned } = names(facts.parts)
  return {
    code: 'rewards/slow-first',
    tone: 'bad',
    text,
    ...spendOfGroup(group),
    ...(value.condition === undefined
      ? {}
      : { definition: `${value.condition} and any(${facts.purchase}) and not any(${earned})` }),
  }
}

const ONE = ['{n}', '{n}', '{n}', '{n}'] as const

function useHoles({ of, others }: UseOfValue): Readonly<Record<string, Hole>> {
  const { value = 0, low = value, high = value } = of
  return {
    own: share(value),
    low: share(Math.max(0, low)),
    high: share(Math.min(1, high)),
    others: share(others.value ?? 0),
  }
}

function unusedWhere(facts: RewardFacts, one: UseOfValue): Finding {
  const { parts } = facts
  const { value, never: group = { customers: 0, spend: one.of } } = one
  const { earned, used } = names(parts)
  const text = say(W.unusedWhere, {
    what: value.label ?? '',
    value: value.value ?? '',
    ...useHoles(one),
    ...moneyHoles(facts, group),
  })
  const none = parts.redeemed === undefined ? '' : ` and not any(${used})`
  return {
    code: 'rewards/unused-where',
    tone: 'bad',
    text,
    ...spendOfGroup(group),
    ...(value.condition === undefined
      ? {}
      : { definition: `${value.condition} and any(${earned})${none}` }),
  }
}

function unusedKind({ parts }: RewardFacts, one: UseOfValue): Finding {
  const { earned } = names(parts)
  const { kind } = parts
  const text = say(W.unusedKind, { value: one.value.raw, ...useHoles(one) })
  const literal = printLiteral({ kind: 'text', value: one.value.raw })
  return {
    code: 'rewards/unused-kind',
    tone: 'bad',
    text,
    ...(kind === undefined
      ? {}
      : { definition: `any(${earned} where ${printName(kind.name)} = ${literal})` }),
  }
}

function never(facts: RewardFacts): readonly Finding[] {
  const { neverUsed, totals, parts } = facts
  if (parts.redeemed === undefined || neverUsed.customers < PRIVACY_FLOOR) return []
  const { earned, used } = names(parts)
  const text = say(W.never, {
    share: share(totals.customers > 0 ? neverUsed.customers / totals.customers : 0),
    ...moneyHoles(facts, neverUsed),
  })
  const definition = `any(${earned}) and not any(${used})`
  return [{ code: 'rewards/never-used', tone: 'bad', text, definition, ...spendOfGroup(neverUsed) }]
}

function expiring({ expiring: all, parts, currency }: RewardFacts): readonly Finding[] {
  const first = all.find(({ customers }) => customers >= PRIVACY_FLOOR)
  if (first === undefined || parts.expires === undefined) return []
  const { earned, used } = names(parts)
  const text = say(W.expiring, {
    rewards: count(first.rewards),
    customers: count(first.customers),
    money: { kind: 'money', value: first.worth, currency },
    days: { kind: 'days', value: first.days },
  })
  const more = parts.redeemed === undefined ? '' : ` and count(${earned}) > count(${used})`
  const definition = `any(${earned} where ${printName(parts.expires.name)} within next ${first.days} days)${more}`
  return [{ code: 'rewards/expiring', tone: 'neutral', text, definition, money: first.worth }]
}

function nearly(facts: RewardFacts): readonly Finding[] {
  const { near, nearShare } = facts
  if (near === undefined || near.group.customers < PRIVACY_FLOOR) return []
  const text = say(W.nearly, { share: share(nearShare), ...moneyHoles(facts, near.group) })
  const definition = near.definition === undefined ? {} : { definition: near.definition }
  return [
    { code: 'rewards/near', tone: 'neutral', text, ...definition, ...spendOfGroup(near.group) },
  ]
}

function lapsed({ totals, currency }: RewardFacts): readonly Finding[] {
  if (totals.lapsed < PRIVACY_FLOOR) return []
  const text = say(W.lapsed, {
    rewards: count(totals.lapsed),
    money: { kind: 'money', value: totals.lapsedWorth, currency },
  })
  return [{ code: 'rewards/lapsed', tone: 'neutral', text, money: totals.lapsedWorth }]
}

function first({ purchases, days }: RewardFacts): readonly Finding[] {
  if (purchases.value === undefined || days.value === undefined) return []
  const text = say(W.first, {
    purchases: count(purchases.value),
    low: count(purchases.low ?? purchases.value),
    high: count(purchases.high ?? purchases.value),
    days: { kind: 'days', value: days.value },
  })
  return [{ code: 'rewards/first', tone: 'neutral', text }]
}

function points(one: number): Figure {
  return { kind: 'number', value: Math.abs(one) * 100, digits: 1 }
}

function effect({ effect: found }: RewardFacts): Finding {
  const { difference, withIt, without, p } = found
  const { value, low, high } = difference
  if (value === undefined || low === undefined || high === undefined || p === undefined) {
    return { code: 'rewards/effect-unknown', tone: 'caution', text: say(W.effectUnknown) }
  }
  const sure = p < 0.05 && Math.abs(value) >= EFFECT_MATTERS
  // Without a direction the ends keep their signs.
  const ends = sure
    ? {
        low: points(Math.min(Math.abs(low), Math.abs(high))),
        high: points(Math.max(Math.abs(low), Math.abs(high))),
      }
    : {
        low: { kind: 'number', value: low * 100, digits: 1 } as const,
        high: { kind: 'number', value: high * 100, digits: 1 } as const,
      }
  const holes = { withIt: share(withIt ?? 0), without: share(without ?? 0), ...ends }
  if (!sure) return { code: 'rewards/no-effect', tone: 'neutral', text: say(W.noEffect, holes) }
  return value < 0
    ? { code: 'rewards/stays', tone: 'neutral', text: say(W.stays, holes) }
    : { code: 'rewards/leaves', tone: 'caution', text: say(W.leaves, holes) }
}
