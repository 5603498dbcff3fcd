/** Customers who buy like resellers: orders far above what the others pay. */

/** Median of the logarithm of average orders over the buyers, and its median absolute deviation. */
export interface OrderMiddle {
  readonly median: number
  readonly mad: number
}

/** Robust standard deviations from which on a value is an outlier (Iglewicz and Hoaglin 1993). */
const FAR = 3.5
/** The median absolute deviation of normal data, in standard deviations. */
const NORMAL_MAD = 0.6745
/** Where all orders are alike a little more is no trade: at least so many times the typical order. */
const LEAST_TIMES = 4

/**
 * Average orders from here on are a reseller's: beyond 3.5 robust standard deviations on the log scale, which the resellers
 * themselves do not move, and at least four times the typical order. Undefined without buyers.
 */
export function resellerOrder({ median, mad }: OrderMiddle): number | undefined {
  if (!Number.isFinite(median) || !Number.isFinite(mad)) return undefined
  return Math.exp(median + Math.max((FAR * mad) / NORMAL_MAD, Math.log(LEAST_TIMES)))
}
