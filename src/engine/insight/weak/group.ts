/** A group of customers that a finding speaks of: how many they are, and what they spent. */
import { mean, type Estimate } from '../../../core/stats/index.ts'
import type { spendOf } from './near-misses.ts'

/** Customers and the sum of what they spent in the last year. */
export interface Group {
  readonly customers: number
  readonly spend: Estimate
}

/** The sum of a group's spend with the interval of its mean, from moments. */
export function asGroup({ customers, spend }: Awaited<ReturnType<typeof spendOf>>): Group {
  const each = mean(spend)
  const times = (one: number | undefined): number | undefined =>
    one === undefined ? undefined : one * customers
  return {
    customers,
    spend: { ...each, value: times(each.value), low: times(each.low), high: times(each.high) },
  }
}
