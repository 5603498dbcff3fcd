/** Growth potential: how far a customer's spend is below what comparable customers show to be possible. */
import { quantile, type Compressed, type Estimate, type EstimateStatus } from '../../stats/index.ts'

/** A group of comparable customers: what is within reach, and how much is missing in all. */
export interface Headroom {
  /** The spend that counts as possible: a quantile of the group. */
  readonly target: Estimate
  /** Sum over customers of what is missing to the target; the interval is that of the target. */
  readonly total: Estimate
  /** Customers below the target. */
  readonly below: number
  readonly status: EstimateStatus
}

/** Fewer comparable customers than this do not show what is possible. */
const FEWEST = 50

/**
 * Customers are comparable when they share what they cannot easily change (household, region, tenure, shop nearby): the
 * caller groups them, never by spend itself. The target is the .75 quantile unless told; a higher one is another kind
 * of customer. This is arithmetic of a distribution, not a forecast: most of it will not be won, and a customer who
 * spends elsewhere cannot be told from one who needs less. Zero and negative spend count as they are.
 */
export function headroomOf(
  group: Compressed,
  options: { readonly share?: number; readonly level?: number } = {},
): Headroom {
  const level = options.level ?? 0.95
  const target = quantile(group, options.share ?? 0.75, level)
  const { n } = target
  if (target.value === undefined) return { target, total: target, below: 0, status: 'none' }
  const status: EstimateStatus = n < FEWEST ? 'weak' : target.status
  let below = 0
  for (let i = 0; i < group.values.length; i++)
    if ((group.values[i] as number) < target.value) below += group.counts[i] as number
  const missing = (to: number | undefined): number | undefined =>
    to === undefined ? undefined : missingTo(group, to)
  const total: Estimate = {
    value: missingTo(group, target.value),
    low: missing(target.low),
    high: missing(target.high),
    level,
    n,
    status,
  }
  return { target: { ...target, status }, total, below, status }
}

/** What one customer misses; in SQL: greatest(0, target - spend). */
export function headroomFor(spend: number, target: number): number {
  return Math.max(0, target - spend)
}

function missingTo(group: Compressed, target: number): number {
  let sum = 0
  for (let i = 0; i < group.values.length; i++)
    sum += (group.counts[i] as number) * headroomFor(group.values[i] as number, target)
  return sum
}
