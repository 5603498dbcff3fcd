/** Whether items hang together enough to be added up, and the signs that they should not be. */
import { betaQuantile, createRandom, symmetricEigen, type Estimate } from '../../stats/index.ts'
import { keyedAnswers, type Scale } from './answers.ts'
import { pairMoments, type PairMoments } from './correlation.ts'

/** One item within its scale. */
export interface ItemReport {
  readonly name: string
  readonly reversed: boolean
  readonly n: number
  readonly mean: number | undefined
  readonly deviation: number | undefined
  /** Correlation of the keyed item with the sum of the others. */
  readonly itemRest: number | undefined
  /** Alpha of the others. */
  readonly alphaWithout: number | undefined
}

/**
 * `alpha-low` under .7 (Nunnally 1978), `alpha-very-low` under .6; `item-against`: an item that goes against the rest:
 * wrongly keyed or misunderstood (it is not turned round for you: that would hide it); `item-loose`: item-rest under .2;
 * `several-dimensions`: more than one eigenvalue above chance, so that a good alpha does not mean one trait; `few-items`:
 * under 3; `few-answers`: under 100 rows; `constant-item`: answered alike by all.
 */
export type ScaleWarning =
  | { readonly code: 'alpha-low' | 'alpha-very-low'; readonly alpha: number }
  | {
      readonly code: 'item-against' | 'item-loose'
      readonly item: string
      readonly itemRest: number
    }
  | { readonly code: 'several-dimensions'; readonly dimensions: number }
  | { readonly code: 'few-items'; readonly items: number }
  | { readonly code: 'few-answers'; readonly n: number }
  | { readonly code: 'constant-item'; readonly item: string }

/** A scale on the bench. */
export interface Reliability {
  readonly name: string
  readonly alpha: Estimate
  /** Alpha from correlations instead of covariances. */
  readonly standardised: number | undefined
  readonly meanCorrelation: number | undefined
  readonly items: readonly ItemReport[]
  /** Of the items' correlations, largest first. */
  readonly eigenvalues: readonly number[]
  /** Eigenvalues above the 95th percentile of random answers (parallel analysis, Horn 1965). */
  readonly dimensions: number
  readonly warnings: readonly ScaleWarning[]
}

const LEVEL = 0.95

/**
 * Cronbach's alpha (Cronbach 1951, equation 2) of the keyed items over pairwise covariances, with Feldt's interval
 * (Feldt 1965: (1 - alpha) / (1 - estimate) is distributed as F). `weak` under .7, with fewer than 3 items or 100 rows.
 * Alpha is a lower bound of reliability if the items measure one thing, and no sign that they do.
 */
export function reliability(scale: Scale, options: { readonly seed: number }): Reliability {
  const keyed = keyedAnswers(scale)
  const moments = pairMoments(keyed)
  const k = keyed.length
  const all = Array.from({ length: k }, (_, i) => i)
  const alpha = alphaOf(moments.covariance, k, all)
  const items = scale.items.map((item, i): ItemReport => {
    const others = all.filter((j) => j !== i)
    const described = describeItem(keyed[i] as Float64Array)
    return {
      name: item.name,
      reversed: item.reversed,
      ...described,
      itemRest: itemRest(moments, i),
      alphaWithout: alphaOf(moments.covariance, k, others),
    }
  })
  const usable = k > 0 && moments.correlation.every((r) => Number.isFinite(r))
  const eigenvalues = usable ? [...symmetricEigen(moments.correlation, k).values] : []
  const dimensions = usable ? aboveChance(eigenvalues, moments, options.seed) : 0
  const standardised = usable ? alphaOf(moments.correlation, k, all) : undefined
  const report = { name: scale.name, standardised, items, eigenvalues, dimensions }
  return {
    ...report,
    alpha: alphaEstimate(alpha, k, moments.rows),
    meanCorrelation: usable && k > 1 ? meanOff(moments.correlation, k) : undefined,
    warnings: warningsOf(report, alpha, moments),
  }
}

function alphaOf(matrix: Float64Array, size: number, items: readonly number[]): number | undefined {
  const k = items.length
  let trace = 0
  let total = 0
  for (const i of items) {
    trace += matrix[i * size + i] as number
    for (const j of items) total += matrix[i * size + j] as number
  }
  return k > 1 && total > 0 ? (k / (k - 1)) * (1 - trace / total) : undefined
}

function alphaEstimate(alpha: number | undefined, k: number, n: number): Estimate {
  if (alpha === undefined || n < 3) {
    const nothing = { value: undefined, low: undefined, high: undefined }
    return { ...nothing, level: LEVEL, n, status: n === 0 ? 'none' : 'not-identified' }
  }
  const df1 = n - 1
  const df2 = (n - 1) * (k - 1)
  const tail = (1 - LEVEL) / 2
  return {
    value: alpha,
    low: 1 - (1 - alpha) * fisherQuantile(1 - tail, df1, df2),
    high: 1 - (1 - alpha) * fisherQuantile(tail, df1, df2),
    level: LEVEL,
    n,
    status: alpha < 0.7 || k < 3 || n < 100 ? 'weak' : 'ok',
  }
}

function fisherQuantile(p: number, df1: number, df2: number): number {
  const x = betaQuantile(p, df1 / 2, df2 / 2)
  return (df2 * x) / (df1 * (1 - x))
}

function itemRest(moments: PairMoments, i: number): number | undefined {
  const { size, covariance } = moments
  let withRest = 0
  let rest = 0
  for (let a = 0; a < size; a++) {
    if (a === i) continue
    withRest += covariance[i * size + a] as number
    for (let b = 0; b < size; b++) if (b !== i) rest += covariance[a * size + b] as number
  }
  const spread = Math.sqrt((covariance[i * size + i] as number) * rest)
  return spread > 0 ? withRest / spread : undefined
}

function describeItem(values: Float64Array): Pick<ItemReport, 'n' | 'mean' | 'deviation'> {
  const answered = values.filter((x) => !Number.isNaN(x))
  const n = answered.length
  const mean = answered.reduce((sum, x) => sum + x, 0) / n
  const squares = answered.reduce((sum, x) => sum + (x - mean) ** 2, 0)
  return {
    n,
    mean: n > 0 ? mean : undefined,
    deviation: n > 1 ? Math.sqrt(squares / (n - 1)) : undefined,
  }
}

function meanOff(matrix: Float64Array, k: number): number {
  let sum = 0
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) if (i !== j) sum += matrix[i * k + j] as number
  }
  return sum / (k * (k - 1))
}

/**
 * How many eigenvalues, from the first on, exceed the 95th percentile of those of as many independent normal answers
 * (Horn 1965; the percentile of Glorfeld 1995), over 40 draws of at most 1,000 rows: beyond that chance hardly moves.
 */
export function aboveChance(
  eigenvalues: readonly number[],
  moments: Pick<PairMoments, 'size' | 'leastPairs'>,
  seed: number,
): number {
  const { size } = moments
  const rows = Math.min(1_000, moments.leastPairs)
  if (rows < 3) return 0
  const random = createRandom(seed)
  const draws = Array.from({ length: 40 }, () => {
    const columns = Array.from({ length: size }, () =>
      Float64Array.from({ length: rows }, random.normal),
    )
    return symmetricEigen(pairMoments(columns).correlation, size).values
  })
  let count = 0
  for (const [i, eigenvalue] of eigenvalues.entries()) {
    const byChance = draws.map((values) => values[i] as number).sort((a, b) => a - b)
    if (eigenvalue <= (byChance[Math.floor(0.95 * byChance.length)] as number)) break
    count++
  }
  return count
}

function warningsOf(
  report: { readonly items: readonly ItemReport[]; readonly dimensions: number },
  alpha: number | undefined,
  moments: PairMoments,
): readonly ScaleWarning[] {
  const warnings: ScaleWarning[] = []
  if (alpha !== undefined && alpha < 0.7) {
    warnings.push({ code: alpha < 0.6 ? 'alpha-very-low' : 'alpha-low', alpha })
  }
  for (const { name, itemRest, deviation } of report.items) {
    if (deviation === 0) warnings.push({ code: 'constant-item', item: name })
    else if (itemRest !== undefined && itemRest < 0) {
      warnings.push({ code: 'item-against', item: name, itemRest })
    } else if (itemRest !== undefined && itemRest < 0.2) {
      warnings.push({ code: 'item-loose', item: name, itemRest })
    }
  }
  const { dimensions, items } = report
  if (dimensions > 1) warnings.push({ code: 'several-dimensions', dimensions })
  if (items.length < 3) warnings.push({ code: 'few-items', items: items.length })
  if (moments.rows < 100) warnings.push({ code: 'few-answers', n: moments.rows })
  return warnings
}
