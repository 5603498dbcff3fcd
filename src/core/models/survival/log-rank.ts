/** Whether several groups come to an event at the same pace: the log-rank test. */
import { chiSquareTail, cholesky, solveCholesky, type EstimateStatus } from '../../stats/index.ts'
import { survivalTotals, type SurvivalRows } from './rows.ts'

/** Events of a group against those it would have at the common pace. */
export interface LogRankGroup {
  readonly n: number
  readonly observed: number
  readonly expected: number
}

/** The test. */
export interface LogRank {
  /** Undefined where the groups cannot be compared. */
  readonly statistic: number | undefined
  readonly degrees: number
  readonly p: number | undefined
  readonly groups: readonly LogRankGroup[]
  /** `weak` where a group would have fewer than 5 events: the chi-square approximation is poor there. */
  readonly status: EstimateStatus
}

const FEWEST_EXPECTED = 5

/**
 * Mantel 1966, for k groups as in Kalbfleisch and Prentice 1980, p. 17: observed less expected events, in units of
 * their hypergeometric covariance, against chi-square with k - 1 degrees of freedom. Assumes that being cut off has
 * nothing to do with the event; it is strongest where hazards are proportional and may miss curves that cross.
 */
export function logRank(groups: readonly SurvivalRows[]): LogRank {
  const k = groups.length
  const totals = groups.map(survivalTotals)
  const left = Float64Array.from(totals, (t) => t.n)
  const places = new Int32Array(k)
  const deaths = new Float64Array(k)
  const expected = new Float64Array(k)
  const covariance = new Float64Array(k * k)
  const times = [...new Set(groups.flatMap((g) => [...g.time]))].sort((a, b) => a - b)
  for (const time of times) {
    let d = 0
    let n = 0
    for (let g = 0; g < k; g++) {
      const rows = groups[g] as SurvivalRows
      const isHere = rows.time[places[g] as number] === time
      deaths[g] = isHere ? (rows.events[places[g] as number] as number) : 0
      d += deaths[g] as number
      n += left[g] as number
    }
    if (d > 0) accumulate(expected, covariance, left, { d, n })
    for (let g = 0; g < k; g++) {
      const rows = groups[g] as SurvivalRows
      const at = places[g] as number
      if (rows.time[at] !== time) continue
      left[g] = (left[g] as number) - (deaths[g] as number) - (rows.censored[at] as number)
      places[g] = at + 1
    }
  }
  const described = totals.map(({ n, events }, g) => ({
    n,
    observed: events,
    expected: expected[g] as number,
  }))
  return judge(described, covariance)
}

function accumulate(
  expected: Float64Array,
  covariance: Float64Array,
  left: Float64Array,
  { d, n }: { readonly d: number; readonly n: number },
): void {
  const k = left.length
  const factor = n > 1 ? (d * (n - d)) / (n - 1) : 0
  for (let g = 0; g < k; g++) {
    const share = (left[g] as number) / n
    expected[g] = (expected[g] as number) + d * share
    for (let h = 0; h < k; h++) {
      const other = (left[h] as number) / n
      const term = (g === h ? share : 0) - share * other
      covariance[g * k + h] = (covariance[g * k + h] as number) + factor * term
    }
  }
}

function judge(groups: readonly LogRankGroup[], covariance: Float64Array): LogRank {
  const k = groups.length
  // Groups that nobody was at risk in, when events happened, have nothing to compare.
  const used = [...groups.keys()].filter((g) => (covariance[g * k + g] as number) > 0)
  const free = used.slice(1)
  const size = free.length
  const nothing = { statistic: undefined, p: undefined, degrees: size, groups }
  if (groups.every((g) => g.n === 0)) return { ...nothing, status: 'none' }
  const part = new Float64Array(size * size)
  for (const [i, g] of free.entries()) {
    for (const [j, h] of free.entries()) part[i * size + j] = covariance[g * k + h] as number
  }
  const lower = size === 0 ? undefined : cholesky(part, size)
  if (lower === undefined || used.length < k) return { ...nothing, status: 'not-identified' }
  const gap = Float64Array.from(free, (g) => {
    const group = groups[g] as LogRankGroup
    return group.observed - group.expected
  })
  const solved = solveCholesky(lower, size, gap)
  const statistic = gap.reduce((sum, v, i) => sum + v * (solved[i] as number), 0)
  const isThin = groups.some((g) => g.expected < FEWEST_EXPECTED)
  const status = isThin ? 'weak' : 'ok'
  return { statistic, p: chiSquareTail(statistic, size), degrees: size, groups, status }
}
