/** How good held-out chances are: ranking, calibration and usefulness, each with what it rests on. */
import { proportion, separation, type Estimate } from '../../stats/index.ts'

/** Distinct scores, ascending, with how many of each outcome carry them. */
export interface Ranked {
  readonly values: Float64Array
  readonly hits: Float64Array
  readonly misses: Float64Array
}

/** A tenth of the rows, best scores first. */
export interface Decile {
  readonly n: number
  readonly hits: number
  /** Rate here / rate of all. */
  readonly lift: number | undefined
  /** Share of all hits found up to and including this tenth. */
  readonly captured: number | undefined
}

/** Rows of about equal chance: what was promised and what came. */
export interface ReliabilityBin {
  readonly promised: number
  readonly observed: Estimate
}

/** The report on a held-out part. */
export interface Quality {
  readonly n: number
  readonly positives: number
  /** Chance that a random hit ranks above a random miss, with DeLong's interval. */
  readonly auc: Estimate
  /** Area under precision by recall, by steps; compare with the share of positives, which chance reaches. */
  readonly averagePrecision: number | undefined
  /** Mean squared error of the chances. */
  readonly brier: number | undefined
  /** 1 - Brier / Brier of promising everybody the base rate; 0 = no better. */
  readonly brierSkill: number | undefined
  readonly logLoss: number | undefined
  readonly deciles: readonly Decile[]
  readonly reliability: readonly ReliabilityBin[]
  /** Mean gap between promised and observed, weighted by rows. */
  readonly calibrationGap: number | undefined
}

/** Sorts scores and merges equal ones, in two runs of numbers rather than of pairs. */
export function rank(scores: Float64Array, outcome: Uint8Array): Ranked {
  const ups = scores.filter((_, i) => outcome[i] === 1).sort()
  const downs = scores.filter((_, i) => outcome[i] !== 1).sort()
  const values = new Float64Array(scores.length)
  const hits = new Float64Array(scores.length)
  const misses = new Float64Array(scores.length)
  let i = 0
  let j = 0
  let size = 0
  while (i < ups.length || j < downs.length) {
    const value = Math.min(ups[i] ?? Infinity, downs[j] ?? Infinity)
    const [fromUps, fromDowns] = [i, j]
    while (i < ups.length && (ups[i] as number) <= value) i++
    while (j < downs.length && (downs[j] as number) <= value) j++
    // NaN compares with nothing and would stall the merge.
    if (i === fromUps && j === fromDowns) break
    values[size] = value
    hits[size] = i - fromUps
    misses[size++] = j - fromDowns
  }
  return {
    values: values.slice(0, size),
    hits: hits.slice(0, size),
    misses: misses.slice(0, size),
  }
}

/**
 * Judges chances (0..1) by the outcomes of rows that no fit has seen. Reliability bins hold about equally many rows
 * (Niculescu-Mizil, Caruana 2005), ten unless told. Cost: a sort of the scores.
 */
export function qualityOf(
  chances: Float64Array,
  outcome: Uint8Array,
  options: { readonly level?: number; readonly bins?: number } = {},
): Quality {
  const ranked = rank(chances, outcome)
  const positives = ranked.hits.reduce((a, b) => a + b, 0)
  const n = positives + ranked.misses.reduce((a, b) => a + b, 0)
  const level = options.level ?? 0.95
  const auc = separation({ of: ranked.hits, against: ranked.misses }, level)
  const { brier, logLoss } = losses(ranked, n)
  const rate = positives / n
  const reliability = reliabilityOf(ranked, n, options.bins ?? 10, level)
  const gaps = reliability.reduce(
    (sum, bin) => sum + bin.observed.n * Math.abs(bin.promised - (bin.observed.value ?? 0)),
    0,
  )
  const mixed = positives > 0 && positives < n
  return {
    n,
    positives,
    auc,
    averagePrecision: positives > 0 ? averagePrecision(ranked, positives) : undefined,
    brier,
    brierSkill: brier !== undefined && mixed ? 1 - brier / (rate * (1 - rate)) : undefined,
    logLoss,
    deciles: decilesOf(ranked, n, positives),
    reliability,
    calibrationGap: n > 0 ? gaps / n : undefined,
  }
}

function losses(
  ranked: Ranked,
  n: number,
): { brier: number | undefined; logLoss: number | undefined } {
  if (n === 0) return { brier: undefined, logLoss: undefined }
  let squares = 0
  let logs = 0
  for (let i = 0; i < ranked.values.length; i++) {
    const chance = ranked.values[i] as number
    const hits = ranked.hits[i] as number
    const misses = ranked.misses[i] as number
    squares += hits * (1 - chance) ** 2 + misses * chance * chance
    if (hits > 0) logs -= hits * Math.log(chance)
    if (misses > 0) logs -= misses * Math.log1p(-chance)
  }
  return { brier: squares / n, logLoss: logs / n }
}

function averagePrecision(ranked: Ranked, positives: number): number {
  let sum = 0
  let hits = 0
  let taken = 0
  for (let i = ranked.values.length - 1; i >= 0; i--) {
    const own = ranked.hits[i] as number
    hits += own
    taken += own + (ranked.misses[i] as number)
    if (own > 0) sum += (own / positives) * (hits / taken)
  }
  return sum
}

/** A run of equal scores that a border cuts is shared in proportion: nothing ranks its rows. */
function decilesOf(ranked: Ranked, n: number, positives: number): Decile[] {
  if (n === 0) return []
  const deciles: Decile[] = []
  let i = ranked.values.length - 1
  let used = 0
  let found = 0
  for (let d = 1; d <= 10; d++) {
    let room = n / 10
    let hits = 0
    while (room > 1e-9 && i >= 0) {
      const own = ranked.hits[i] as number
      const size = own + (ranked.misses[i] as number)
      const take = Math.min(room, size - used)
      hits += (own * take) / size
      room -= take
      used += take
      if (used >= size - 1e-9) {
        used = 0
        i--
      }
    }
    found += hits
    const size = n / 10
    deciles.push({
      n: size,
      hits,
      lift: positives > 0 ? hits / size / (positives / n) : undefined,
      captured: positives > 0 ? found / positives : undefined,
    })
  }
  return deciles
}

function reliabilityOf(ranked: Ranked, n: number, bins: number, level: number): ReliabilityBin[] {
  const found: ReliabilityBin[] = []
  let size = 0
  let hits = 0
  let promised = 0
  let seen = 0
  for (let i = 0; i < ranked.values.length; i++) {
    const own = (ranked.hits[i] as number) + (ranked.misses[i] as number)
    size += own
    seen += own
    hits += ranked.hits[i] as number
    promised += own * (ranked.values[i] as number)
    if (seen < (n * (found.length + 1)) / bins && i < ranked.values.length - 1) continue
    found.push({ promised: promised / size, observed: proportion({ hits, n: size }, level) })
    size = 0
    hits = 0
    promised = 0
  }
  return found
}
