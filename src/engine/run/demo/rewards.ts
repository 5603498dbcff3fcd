/** Points become rewards: where they come late and where they lie unused is planted. */
import { chance } from './chance.ts'
import { put } from './files.ts'
import type { Person } from './person.ts'
import type { Purchase, Story } from './story.ts'
import { isTold } from './timeline.ts'

const KINDS = ['voucher', 'free product', 'free delivery', 'workshop'] as const
const REWARD_STREAM = 6

export interface Rewards {
  readonly earned: number
  readonly redeemed: number
  /** Days from the first purchase to the first reward. */
  readonly daysToFirst: number | undefined
}

/** Writes the rewards one customer earned and redeemed. A workshop is never redeemed by anybody. */
export function reward(story: Story, person: Person, purchases: readonly Purchase[]): Rewards {
  const draw = chance(story.seed, REWARD_STREAM, person.index)
  const { time, drafts } = story
  const { rewardPoints, redeemRate } = person.market
  let points = 0
  let earned = 0
  let redeemed = 0
  let daysToFirst: number | undefined
  for (const purchase of purchases) {
    points += purchase.points
    if (points < rewardPoints) continue
    points -= rewardPoints
    earned++
    daysToFirst ??= purchase.day - (purchases[0]?.day ?? 0)
    const kind = KINDS[Math.min(3, Math.floor(draw.wait(1)))] ?? 'voucher'
    const value = kind === 'voucher' ? '10.00' : kind === 'workshop' ? '25.00' : '6.00'
    const id = `${person.index + 1}-w${earned}`
    const stamp = time.stamp(purchase.day, purchase.second)
    put(
      drafts['rewards-earned'],
      `${id},${stamp},${person.id},${kind},${rewardPoints},${value},${time.stamp(purchase.day + 180, purchase.second)}`,
    )
    const day = purchase.day + 1 + Math.floor(draw.gap(35))
    const willing = kind === 'workshop' ? 0 : redeemRate
    if (!draw.hit(willing) || day > purchase.day + 180 || !isTold(time, day, purchase.second))
      continue
    redeemed++
    put(
      drafts['rewards-redeemed'],
      `${id}u,${time.stamp(day, purchase.second)},${person.id},${id},${kind},${value}`,
    )
  }
  return { earned, redeemed, daysToFirst }
}
