/** Whether a distribution has moved: population stability index and Kolmogorov-Smirnov, from binned counts. */
import type { Estimate } from '../estimate.ts'
import { LEVEL, withoutValue } from '../interval/sums.ts'
import { chiSquareTail, normalQuantile } from '../special/index.ts'
import type { TwoCounts } from './separation.ts'

/** Thresholds of the index in credit scoring's practice (Siddiqi 2006): below .1 stable, above .25 shifted. */
export const PSI_THRESHOLDS = { watch: 0.1, shifted: 0.25 } as const

/** `unsure`: so few observations that chance alone often passes the first threshold. */
export type DriftLevel = 'stable' | 'watch' | 'shifted' | 'unsure'

/** The index with what it means. */
export interface Drift {
  readonly psi: Estimate
  readonly level: DriftLevel
  /** Chance of an index this large if nothing moved. */
  readonly p: number | undefined
  /** Bins empty on one side; see the rule in `driftOf`. */
  readonly emptyBins: number
}

/**
 * Sum over bins of (p - q) ln(p / q), `of` now against `against` then. Zero bins: if any bin that one side uses is
 * empty on the other, half an observation is added to every used bin of both sides, so that no bin is dropped and none
 * is infinite; the rule can only lower the index. Under no drift the index is near (1/n + 1/m) chi-square with bins - 1
 * degrees (Yurdakul, Naranjo 2020, Journal of Risk Model Validation 14:4), which gives the p-value and `unsure` (95 %
 * of chance lies above the first threshold). Interval by the delta method on the log scale. Bins must be the same on
 * both sides and fixed beforehand.
 */
export function driftOf(counts: TwoCounts, level: number = LEVEL): Drift {
  const used = Array.from(counts.of.keys()).filter(
    (i) => (counts.of[i] as number) + (counts.against[i] as number) > 0,
  )
  const n = used.reduce((sum, i) => sum + (counts.of[i] as number), 0)
  const m = used.reduce((sum, i) => sum + (counts.against[i] as number), 0)
  const emptyBins = used.filter((i) => counts.of[i] === 0 || counts.against[i] === 0).length
  if (n === 0 || m === 0)
    return {
      psi: withoutValue({ n: n + m, level, status: 'none' }),
      level: 'unsure',
      p: undefined,
      emptyBins,
    }
  const add = emptyBins > 0 ? 0.5 : 0
  const bins = used.length
  let psi = 0
  const first = { mean: 0, square: 0 }
  const second = { mean: 0, square: 0 }
  for (const i of used) {
    const p = ((counts.of[i] as number) + add) / (n + add * bins)
    const q = ((counts.against[i] as number) + add) / (m + add * bins)
    const log = Math.log(p / q)
    psi += (p - q) * log
    accumulate(first, p, log + 1 - q / p)
    accumulate(second, q, 1 - log - p / q)
  }
  const variance = (first.square - first.mean ** 2) / n + (second.square - second.mean ** 2) / m
  const noise = 1 / n + 1 / m
  const p = bins > 1 ? chiSquareTail(psi / noise, bins - 1) : 1
  const chance95 = noise * (bins - 1 + 1.645 * Math.sqrt(2 * (bins - 1)))
  const blind = bins > 1 && chance95 > PSI_THRESHOLDS.watch
  return {
    psi: withInterval(psi, variance, { n: n + m, level, status: blind ? 'weak' : 'ok' }),
    level: blind && p > 0.01 ? 'unsure' : levelOf(psi),
    p,
    emptyBins,
  }
}

function accumulate(sums: { mean: number; square: number }, share: number, slope: number): void {
  sums.mean += share * slope
  sums.square += share * slope * slope
}

function withInterval(
  psi: number,
  variance: number,
  rest: Pick<Estimate, 'n' | 'level' | 'status'>,
): Estimate {
  if (psi <= 0) return { value: 0, low: 0, high: undefined, ...rest, status: 'weak' }
  const factor = Math.exp((normalQuantile((1 + rest.level) / 2) * Math.sqrt(variance)) / psi)
  return { value: psi, low: psi / factor, high: psi * factor, ...rest }
}

function levelOf(psi: number): DriftLevel {
  if (psi < PSI_THRESHOLDS.watch) return 'stable'
  return psi <= PSI_THRESHOLDS.shifted ? 'watch' : 'shifted'
}

/** The largest gap between two cumulative distributions. */
export interface LargestGap {
  /** 0..1. */
  readonly distance: number | undefined
  /** The bin after which the gap is largest. */
  readonly bin: number | undefined
  readonly p: number | undefined
  readonly n: number
}

/**
 * Two-sample Kolmogorov-Smirnov over ordered bins. Gaps are seen at bin edges only, so that the distance is a lower
 * bound and the p-value (Smirnov's limit, with Stephens' 1970 correction for size) is on the safe side.
 */
export function largestGap(counts: TwoCounts): LargestGap {
  const n = counts.of.reduce((a, b) => a + b, 0)
  const m = counts.against.reduce((a, b) => a + b, 0)
  if (n === 0 || m === 0) return { distance: undefined, bin: undefined, p: undefined, n: n + m }
  let a = 0
  let b = 0
  let distance = 0
  let bin = 0
  for (let i = 0; i < counts.of.length; i++) {
    a += (counts.of[i] as number) / n
    b += (counts.against[i] as number) / m
    if (Math.abs(a - b) > distance) {
      distance = Math.abs(a - b)
      bin = i
    }
  }
  const root = Math.sqrt((n * m) / (n + m))
  return { distance, bin, p: smirnov((root + 0.12 + 0.11 / root) * distance), n: n + m }
}

/** P(K > x) for Kolmogorov's limit. */
function smirnov(x: number): number {
  if (x < 0.2) return 1
  let sum = 0
  for (let k = 1; k < 100; k++) {
    const term = Math.exp(-2 * k * k * x * x)
    sum += k % 2 === 1 ? term : -term
    if (term < 1e-16) break
  }
  return Math.min(1, Math.max(0, 2 * sum))
}
