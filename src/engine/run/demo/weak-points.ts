/** The planted weak points of the programme, as an analysis should report them. */
import { acquisitionShares, BREAK_AFTER, TEMPERS } from './archetypes.ts'
import { MARKETS, type Market } from './markets.ts'

/** One planted weakness: where it is, what was planted, and what is usual elsewhere. */
export interface WeakPoint {
  readonly kind:
    | 'rewards-unused'
    | 'slow-first-reward'
    | 'break-after-second-purchase'
    | 'unequal-coverage'
  readonly where: Readonly<Record<string, string>>
  readonly planted: number
  readonly elsewhere: number
  readonly unit: string
}

function market(country: string): Market | undefined {
  return MARKETS.find((m) => m.country === country)
}

/** Written to `truth/weak-points.ndjson`. */
export function weakPoints(): readonly WeakPoint[] {
  const second = BREAK_AFTER[0].share * TEMPERS['break-after-n'].share
  return [
    {
      kind: 'rewards-unused',
      where: { country: 'FR' },
      planted: market('FR')?.redeemRate ?? 0,
      elsewhere: 0.55,
      unit: 'share of rewards redeemed, workshops apart',
    },
    {
      kind: 'rewards-unused',
      where: { reward: 'workshop' },
      planted: 0,
      elsewhere: 0.55,
      unit: 'share of rewards redeemed',
    },
    {
      kind: 'slow-first-reward',
      where: { country: 'BR' },
      planted: market('BR')?.rewardPoints ?? 0,
      elsewhere: 300,
      unit: 'points for a reward',
    },
    {
      kind: 'break-after-second-purchase',
      where: { purchases: '2' },
      planted: second,
      elsewhere: 0.02,
      unit: 'share of all customers who stop there, next after three purchases',
    },
    {
      kind: 'break-after-second-purchase',
      where: { acquisition: 'marketplace' },
      planted: acquisitionShares('break-after-n')[2] ?? 0,
      elsewhere: acquisitionShares('loyal-regular')[2] ?? 0,
      unit: 'share won on the marketplace, of those who break off and of loyal regulars',
    },
    {
      kind: 'unequal-coverage',
      where: { trait: 'income', country: 'MX' },
      planted: market('MX')?.incomeKnown ?? 0,
      elsewhere: 0.6,
      unit: 'share of customers with a known value',
    },
    {
      kind: 'unequal-coverage',
      where: { trait: 'gender', country: 'FR' },
      planted: market('FR')?.genderKnown ?? 0,
      elsewhere: 0.8,
      unit: 'share of customers with a known value',
    },
    {
      kind: 'unequal-coverage',
      where: { trait: 'openness' },
      planted: 0.08,
      elsewhere: 0.5,
      unit: 'share with personality answers: everybody else, and loyal, growing and VIP customers',
    },
  ]
}
