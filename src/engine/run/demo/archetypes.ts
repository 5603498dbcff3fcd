/** The planted kinds of customer and how often each occurs: what a good segmentation should find again. */
export const ARCHETYPES = [
  'loyal-regular',
  'growing',
  'discount-hunter',
  'one-and-done',
  'break-after-n',
  'at-risk',
  'vip',
  'dormant-returning',
  'category-specialist',
  'email-only',
  'problem',
  'seasonal',
] as const
export type Archetype = (typeof ARCHETYPES)[number]

export interface Temper {
  /** Share of the base. */
  readonly share: number
  /** Mean days between purchases while active; 0 never buys. */
  readonly gapDays: number
  /** Mean lines of a basket. */
  readonly lines: number
  /** Chance that a line outside promotions is discounted. */
  readonly discounted: number
  /** Chance that an e-mail is opened. */
  readonly opens: number
  /** Web visits a year. */
  readonly visits: number
  /** Chance that a purchase leads to a ticket, and to a refund. */
  readonly ticket: number
  readonly refund: number
  /** Mean NPS answer. */
  readonly nps: number
  /** Shortest tenure in days that its pattern needs to show. */
  readonly tenureDays: number
}

/** Shares add to 1. Figures are ours: plausible for a mixed-goods retailer, not estimates of any market. */
const TABLE = `
                     share  gapDays  lines  discounted  opens  visits  ticket  refund  nps  tenureDays
loyal-regular        0.18   18       1.9    0.08        0.34   8       0.01    0.02    8.4  60
growing              0.07   28       2.0    0.10        0.42   12      0.01    0.02    8.8  200
discount-hunter      0.12   30       2.1    0.82        0.40   14      0.015   0.05    7.0  60
one-and-done         0.17   30       1.6    0.15        0.12   2       0.02    0.04    6.6  120
break-after-n        0.10   24       1.9    0.12        0.14   3       0.03    0.05    6.0  240
at-risk              0.08   17       2.0    0.10        0.20   6       0.03    0.03    6.4  330
vip                  0.03   8        2.8    0.05        0.50   16      0.01    0.02    9.2  120
dormant-returning    0.05   20       1.9    0.10        0.20   4       0.01    0.02    7.4  330
category-specialist  0.08   26       1.8    0.10        0.32   7       0.01    0.02    8.2  60
email-only           0.05   0        0      0           0.74   10      0       0       7.6  60
problem              0.04   28       1.8    0.14        0.22   8       0.36    0.22    3.0  90
seasonal             0.03   7        2.6    0.20        0.26   5       0.01    0.03    7.8  200`

function readTempers(): Readonly<Record<Archetype, Temper>> {
  const lines = TABLE.trim().split('\n')
  const columns = (lines[0] ?? '').trim().split(/\s+/)
  const rows = lines.slice(1).map((line) => {
    const [name = '', ...figures] = line.trim().split(/\s+/)
    return [name, Object.fromEntries(columns.map((c, i) => [c, Number(figures[i])]))]
  })
  return Object.fromEntries(rows) as Record<Archetype, Temper>
}

export const TEMPERS: Readonly<Record<Archetype, Temper>> = readTempers()

/** After how many purchases "n, then gone" stops: the second is the weak point. */
export const BREAK_AFTER = [
  { purchases: 2, share: 0.6 },
  { purchases: 3, share: 0.2 },
  { purchases: 4, share: 0.12 },
  { purchases: 5, share: 0.08 },
] as const

/** How customers were won; the marketplace brings those who break off (planted). */
export const ACQUISITIONS = ['store', 'website', 'marketplace', 'referral', 'flyer'] as const
export type Acquisition = (typeof ACQUISITIONS)[number]

/** Shares of ACQUISITIONS by archetype. */
export function acquisitionShares(archetype: Archetype): readonly number[] {
  if (archetype === 'break-after-n') return [0.15, 0.15, 0.55, 0.05, 0.1]
  if (archetype === 'one-and-done') return [0.25, 0.2, 0.25, 0.05, 0.25]
  if (archetype === 'vip' || archetype === 'growing') return [0.4, 0.25, 0.05, 0.28, 0.02]
  return [0.45, 0.25, 0.08, 0.12, 0.1]
}
