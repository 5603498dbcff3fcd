/** Values far outside of all others, told by the median and not by the mean that they distort. */

/** Median and median absolute deviation of a column, of its logarithm where `log`. */
export interface Middle {
  readonly median: number
  readonly mad: number
  readonly log: boolean
}

/**
 * How many robust standard deviations away a value is far outside. 3.5 is usual for normal data (Iglewicz and Hoaglin 1993);
 * amounts have long tails even on the log scale, so that only what nobody would expect is told.
 */
const FAR = 6
/** The median absolute deviation of normal data, in standard deviations. */
const NORMAL_MAD = 0.6745

/** Values that are so many are a tail of the others, and not outside of them. */
export const TAIL_SHARE = 0.01

/** The bounds beyond which values are far outside; undefined where more than half of the values are equal. */
export function farBounds({
  median,
  mad,
  log,
}: Middle): { readonly low: number; readonly high: number } | undefined {
  if (!(mad > 0)) return undefined
  const reach = (FAR * mad) / NORMAL_MAD
  return log
    ? { low: Math.exp(median - reach), high: Math.exp(median + reach) }
    : { low: median - reach, high: median + reach }
}
