/** What a model listens to: how much worse it gets when a feature is shuffled, and which way the feature points. */
import { createRandom, type Random } from '../../stats/index.ts'
import { rowsOf, type Feature, type LearningTable } from './table.ts'

/** One feature's part. */
export interface Importance {
  readonly feature: string
  /** Rise of the log loss per row when the feature's values are dealt out anew; about 0 or below = not used. */
  readonly lossRise: number
  /** Share of all rises above zero. */
  readonly share: number
  /** Whether higher values go with higher chances, as the model scores real rows (other features included). */
  readonly direction: 'up' | 'down' | 'mixed'
  /** Categories: levels whose rows score highest and lowest on average, among those with thirty rows and more. */
  readonly highest: string | undefined
  readonly lowest: string | undefined
}

/** More rows than this sharpen nothing that a reader would see. */
const MOST_ROWS = 5000
/** A correlation below this has no direction worth a word. */
const MIXED = 0.1
const FEWEST_ROWS = 30

/**
 * Permutation importance (Breiman 2001; Fisher, Rudin, Dominici 2019) on held-out rows. Features that say the same
 * share their importance: each looks less important than it is. Cost: one scoring per feature.
 */
export function importanceOf(
  table: LearningTable,
  score: (features: readonly Feature[]) => Float64Array,
  seed: number,
): readonly Importance[] {
  const { features, outcome } = thinned(table)
  const random = createRandom(seed)
  const plain = score(features)
  const least = loss(plain, outcome)
  const rises = features.map((feature, f) => {
    const dealt = features.with(f, shuffled(feature, random))
    return loss(score(dealt), outcome) - least
  })
  const all = rises.reduce((sum, rise) => sum + Math.max(0, rise), 0)
  return features
    .map((feature, f): Importance => {
      const lossRise = rises[f] ?? 0
      const share = all > 0 ? Math.max(0, lossRise) / all : 0
      return { feature: feature.name, lossRise, share, ...pointing(feature, plain) }
    })
    .sort((a, b) => b.lossRise - a.lossRise)
}

function thinned(table: LearningTable): LearningTable {
  const rows = rowsOf(table.features)
  const step = Math.ceil(rows / MOST_ROWS)
  if (step <= 1) return table
  const features = table.features.map((feature): Feature =>
    feature.kind === 'number'
      ? { ...feature, values: feature.values.filter((_, i) => i % step === 0) }
      : { ...feature, codes: feature.codes.filter((_, i) => i % step === 0) },
  )
  return { features, outcome: table.outcome.filter((_, i) => i % step === 0) }
}

function loss(scores: Float64Array, outcome: Uint8Array): number {
  let sum = 0
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] as number
    const against = outcome[i] === 1 ? -score : score
    sum += Math.log1p(Math.exp(-Math.abs(against))) + Math.max(0, against)
  }
  return scores.length > 0 ? sum / scores.length : 0
}

function shuffled(feature: Feature, random: Random): Feature {
  if (feature.kind === 'number') return { ...feature, values: deal(feature.values.slice(), random) }
  return { ...feature, codes: deal(feature.codes.slice(), random) }
}

/** Fisher and Yates. */
function deal<T extends Float64Array | Uint8Array>(values: T, random: Random): T {
  for (let i = values.length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const kept = values[i] as number
    values[i] = values[j] as number
    values[j] = kept
  }
  return values
}

function pointing(
  feature: Feature,
  scores: Float64Array,
): Pick<Importance, 'direction' | 'highest' | 'lowest'> {
  if (feature.kind === 'category')
    return { direction: 'mixed', ...extremes(feature.codes, feature.levels, scores) }
  let n = 0
  let x = 0
  let y = 0
  let xx = 0
  let yy = 0
  let xy = 0
  for (let i = 0; i < scores.length; i++) {
    const value = feature.values[i] as number
    if (Number.isNaN(value)) continue
    const score = scores[i] as number
    n++
    const dx = value - x
    x += dx / n
    const dy = score - y
    y += dy / n
    xx += dx * (value - x)
    yy += dy * (score - y)
    xy += dx * (score - y)
  }
  const r = xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0
  const direction = Math.abs(r) < MIXED ? 'mixed' : r > 0 ? 'up' : 'down'
  return { direction, highest: undefined, lowest: undefined }
}

function extremes(
  codes: Uint8Array,
  levels: readonly string[],
  scores: Float64Array,
): { highest: string | undefined; lowest: string | undefined } {
  const counts = new Float64Array(levels.length)
  const sums = new Float64Array(levels.length)
  for (let i = 0; i < scores.length; i++) {
    const code = codes[i] as number
    counts[code] = (counts[code] as number) + 1
    sums[code] = (sums[code] as number) + (scores[i] as number)
  }
  const known = levels
    .map((level, code) => ({
      level,
      n: counts[code] as number,
      mean: (sums[code] as number) / (counts[code] as number),
    }))
    .filter(({ n }) => n >= FEWEST_ROWS)
    .sort((a, b) => b.mean - a.mean)
  return { highest: known[0]?.level, lowest: known.at(-1)?.level }
}
