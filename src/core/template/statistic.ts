/** What the data say of their own rhythm, and how a number of theirs becomes a default that people would choose. */
import type { Instant } from '../base/index.ts'

/** Numbers, one each for the whole base; what each is, is in `words/basis.ts`. */
export const NUMBER_STATISTICS = [
  'gapMedian',
  'gapP80',
  'gapP90',
  'secondMedian',
  'secondP80',
  'ordersMedian',
  'ordersP80',
  'spendMedian',
  'spendP80',
  'orderMedian',
  'orderP80',
  'orderP95',
  'unitsP80',
  'kindsP20',
  'kindsP80',
  'discountP80',
  'openP80',
] as const
export type NumberStatistic = (typeof NUMBER_STATISTICS)[number]

/** Most frequent values. */
export const TOP_STATISTICS = ['categories', 'brands', 'channels', 'countries', 'sources'] as const
export type TopStatistic = (typeof TOP_STATISTICS)[number]
export type Statistic = NumberStatistic | TopStatistic

/** What one statement over the facts found. Durations in days, shares 0..1. */
export interface Rhythm {
  /** Only facts up to here were looked at: the last purchase, or the asked instant when that is earlier. */
  readonly asOf: Instant
  readonly numbers: Readonly<
    Partial<Record<NumberStatistic, { readonly value: number; readonly customers: number }>>
  >
  readonly tops: Readonly<
    Partial<
      Record<TopStatistic, { readonly values: readonly string[]; readonly customers: number }>
    >
  >
}

/**
 * With fewer customers a default is a constant: of 30, three lie beyond the 90th percentile, the least from which
 * a tail can be told.
 */
export const LEAST_CUSTOMERS = 30

/** Where there is too little data, and where the number is from. */
export interface Constant {
  readonly value: number
  /**
   * `retail`: measured the same way on Online Retail (UCI Machine Learning Repository 352, one year of a British
   * gift wholesaler, 4,372 customers); `round`: a round number to start with.
   */
  readonly source: 'retail' | 'round'
}

/** Used in place of a statistic that rests on too few customers. */
export const CONSTANTS: Readonly<Record<NumberStatistic, Constant>> = {
  gapMedian: { value: 57, source: 'retail' },
  gapP80: { value: 131, source: 'retail' },
  gapP90: { value: 191, source: 'retail' },
  secondMedian: { value: 57, source: 'retail' },
  secondP80: { value: 133, source: 'retail' },
  ordersMedian: { value: 2, source: 'retail' },
  ordersP80: { value: 5, source: 'retail' },
  spendMedian: { value: 200, source: 'round' },
  spendP80: { value: 500, source: 'round' },
  orderMedian: { value: 50, source: 'round' },
  orderP80: { value: 100, source: 'round' },
  orderP95: { value: 200, source: 'round' },
  unitsP80: { value: 10, source: 'round' },
  kindsP20: { value: 2, source: 'round' },
  kindsP80: { value: 5, source: 'round' },
  discountP80: { value: 0.75, source: 'round' },
  openP80: { value: 0.5, source: 'round' },
}

/** Days that people plan by: whole ones up to two weeks, then fives, tens, months of thirty. */
export function roundDays(days: number): number {
  const step = days <= 14 ? 1 : days <= 60 ? 5 : days <= 180 ? 10 : 30
  return Math.max(1, Math.round(days / step) * step)
}

/** Two leading digits, the second a 0 or a 5: 237 becomes 250, 1,180 becomes 1,200 only from 1,150 on. */
export function roundMoney(amount: number): number {
  if (amount <= 1) return 1
  const unit = 10 ** Math.floor(Math.log10(amount))
  const step = amount / unit < 3 ? unit / 10 : unit / 2
  return Number((Math.round(amount / step) * step).toFixed(2))
}

/** Steps of five per cent, within 5 % and 100 %. */
export function roundShare(share: number): number {
  return Math.min(100, Math.max(5, Math.round(share * 20) * 5)) / 100
}
