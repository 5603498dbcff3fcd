/** A group of customers that a finding speaks of: how many they are, and what they spent. */
import type { Figure, Hole } from '../../../core/insight/index.ts'
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

/** What findings say of a group: how many, and what they spend with its interval. */
export function moneyHoles(
  { currency }: { readonly currency: string },
  group: Group,
): Readonly<Record<string, Hole>> {
  const { value = 0, low = value, high = value } = group.spend
  const money = (amount: number): Figure => ({ kind: 'money', value: amount, currency })
  return {
    customers: { kind: 'count', value: Math.round(group.customers) },
    money: money(value),
    least: money(low),
    most: money(high),
  }
}

/** The money at stake, where it is known. */
export function spendOfGroup({ spend }: Group): { readonly money?: number } {
  return spend.value === undefined ? {} : { money: spend.value }
}
