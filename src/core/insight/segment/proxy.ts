/** Does a segment or a score stand for something protected? How well one tells the other, from counts. */
import { separation, type Estimate, type TwoCounts } from '../../stats/index.ts'
import type { Grade } from './quality.ts'

/** From this AUC on it is said that one stands for the other; .5 is chance. */
export const PROXY_WARNS = 0.6
/** From this AUC on it is as good as asking for the protected attribute. */
export const PROXY_STRONG = 0.7
/** Groups of fewer customers, on either side, tell too little to be judged. */
export const PROXY_LEAST = 50
/** An attribute known of a smaller share of the base is not measured. */
export const PROXY_COVERAGE = 0.6

/** `none`: no more than chance, or too little to say. `warns`, `strong`: surely, and over the threshold. */
export type ProxyLevel = 'none' | 'warns' | 'strong'

/** How far one stands for the other. */
export interface Proxy {
  /** AUC with which the measure (membership: 0 or 1) tells the group from everybody else; turned round where it is below one half. */
  readonly tells: Estimate
  /** Of memberships: the AUC with which the group tells members from everybody else. A small segment of one group only shows here. */
  readonly told?: Estimate
  /** Whether the group has more of the measure than others, or less. */
  readonly side: 'more' | 'less'
  readonly level: ProxyLevel
}

/** Of a membership: members and others in the group, and outside it where the attribute is known. */
export interface MemberCounts {
  readonly members: number
  readonly others: number
  readonly membersElsewhere: number
  readonly othersElsewhere: number
}

/** Judges a membership against one group of a protected attribute. */
export function proxyOfMembership(counts: MemberCounts): Proxy {
  const { members, others, membersElsewhere, othersElsewhere } = counts
  const tells = separation({
    of: Float64Array.of(others, members),
    against: Float64Array.of(othersElsewhere, membersElsewhere),
  })
  const told = separation({
    of: Float64Array.of(membersElsewhere, members),
    against: Float64Array.of(othersElsewhere, others),
  })
  const isMeasured =
    members + others >= PROXY_LEAST &&
    membersElsewhere + othersElsewhere >= PROXY_LEAST &&
    members + membersElsewhere >= PROXY_LEAST &&
    others + othersElsewhere >= PROXY_LEAST
  const [one, other] = [folded(tells), folded(told)]
  return {
    tells: one,
    told: other,
    side: sideOf(tells),
    level: isMeasured ? higher(levelOf(one), levelOf(other)) : 'none',
  }
}

/** Judges a score against one group: counts by ascending bins of the score, in the group (`of`) and elsewhere. */
export function proxyOfScore(counts: TwoCounts): Proxy {
  const tells = separation(counts)
  const isMeasured = total(counts.of) >= PROXY_LEAST && total(counts.against) >= PROXY_LEAST
  const one = folded(tells)
  return { tells: one, side: sideOf(tells), level: isMeasured ? levelOf(one) : 'none' }
}

/** The larger of both estimates of a proxy: what it is judged by. */
export function strengthOf({ tells, told }: Proxy): Estimate {
  return (told?.value ?? 0) > (tells.value ?? 0) ? (told ?? tells) : tells
}

/**
 * Standing openly for something protected is the author's decision, to be justified; doing so under another name and strongly is
 * not to be activated. `unknown` where attributes are marked protected and none could be measured.
 */
export function gradeFair(of: {
  readonly level: ProxyLevel
  /** The definition itself asks for the attribute. */
  readonly byDefinition: boolean
  readonly isMeasured: boolean
}): Grade {
  if (of.byDefinition) return 'care'
  if (!of.isMeasured) return 'unknown'
  if (of.level === 'none') return 'pass'
  return of.level === 'strong' ? 'fail' : 'care'
}

/** An AUC says as much at .3 as at .7; the interval stays on its side only as far as it does. */
function folded(auc: Estimate): Estimate {
  const { value, low, high } = auc
  if (value === undefined || value >= 0.5 || low === undefined || high === undefined) return auc
  return { ...auc, value: 1 - value, low: 1 - high, high: 1 - low }
}

function sideOf({ value = 0.5 }: Estimate): Proxy['side'] {
  return value < 0.5 ? 'less' : 'more'
}

/** Over the threshold, and surely more than the threshold below it. */
function levelOf({ value = 0.5, low = 0 }: Estimate): ProxyLevel {
  if (value > PROXY_STRONG && low > PROXY_WARNS) return 'strong'
  return value > PROXY_WARNS && low > 0.5 ? 'warns' : 'none'
}

function higher(a: ProxyLevel, b: ProxyLevel): ProxyLevel {
  const order: readonly ProxyLevel[] = ['none', 'warns', 'strong']
  return order.indexOf(a) >= order.indexOf(b) ? a : b
}

function total(counts: Float64Array): number {
  let sum = 0
  for (let i = 0; i < counts.length; i++) sum += counts[i] as number
  return sum
}
