/** Gradient boosted trees for a yes or no outcome: the challenger of the logistic baseline. */
import { createRandom, type EstimateStatus, type Random } from '../../stats/index.ts'
import { binFeatures, binRows, DEFAULT_BINS, type Binned } from './bins.ts'
import { createGrower, grow, type GrowLimits, type Grown } from './grow.ts'
import type { LearningTable } from './table.ts'
import type { TreeFeature, TreeNode } from './tree.ts'

/**
 * Plain data: enough for scoring in memory and for printing SQL. Score = `base` + the trees' leaves, on the log odds.
 */
export interface BoostedModel {
  readonly kind: 'boosted'
  readonly features: readonly TreeFeature[]
  readonly base: number
  readonly trees: readonly TreeNode[]
  readonly n: number
  readonly positives: number
  /** Mean log loss on the validation part after each tree, up to where training stopped. */
  readonly validationLoss: readonly number[]
  /**
   * `weak`: fewer than 100 of the rarer outcome, stopped by the limit of trees, or nothing to validate on (no
   * trees then); `not-identified`: one outcome only.
   */
  readonly status: EstimateStatus
}

/** Choices of the fit; the defaults suit tens of thousands of customers. */
export interface BoostOptions {
  readonly seed: number
  readonly maxTrees?: number
  readonly maxLeaves?: number
  readonly maxDepth?: number
  readonly learningRate?: number
  /** Fewest rows in a leaf. */
  readonly minRows?: number
  readonly ridge?: number
  /** Share of rows that each tree sees (Friedman 2002). */
  readonly rowShare?: number
  /** Trees without gain on the validation part before training stops. */
  readonly patience?: number
  readonly maxBins?: number
}

/** Fewer of the rarer outcome than this, and trees mostly learn noise: a judgement, not a theorem. */
const FEW_EVENTS = 100

interface Training {
  readonly binned: Binned
  readonly outcome: Uint8Array
  readonly weights: Float64Array
  readonly scores: Float64Array
}

/**
 * Fits on `train` and stops by the log loss on `validation`, which must be later in time (see `splitByTime`).
 * Trees grow best leaf first on histograms (Friedman 2001; Chen, Guestrin 2016; Ke et al. 2017). The features of both
 * tables must be the same, in the same order, with the same levels. Rows are not compressed; weights are honoured.
 * Cost per tree: rows x features x depth / 2 additions.
 */
export function fitBoosted(
  train: LearningTable,
  validation: LearningTable,
  options: BoostOptions,
): BoostedModel {
  const layout = binFeatures(train.features, options.maxBins ?? DEFAULT_BINS)
  const learning = trainingOf(train, binRows(layout, train.features))
  const checking = trainingOf(validation, binRows(layout, validation.features))
  const { n, positives } = outcomesOf(learning)
  const events = Math.min(positives, n - positives)
  const gains = new Float64Array(layout.length)
  const features = (): TreeFeature[] =>
    layout.map(({ kind, name }, f) => ({ kind, name, gain: gains[f] as number }))
  const shell = { kind: 'boosted', n, positives } as const
  if (events === 0) {
    const status = n === 0 ? 'none' : 'not-identified'
    return { ...shell, features: features(), base: 0, trees: [], validationLoss: [], status }
  }
  const base = Math.log(positives / (n - positives))
  if (checking.binned.rows === 0)
    return { ...shell, features: features(), base, trees: [], validationLoss: [], status: 'weak' }
  learning.scores.fill(base)
  checking.scores.fill(base)
  const { trees, losses, stopped } = rounds(learning, checking, options)
  for (const tree of trees)
    for (let f = 0; f < gains.length; f++)
      gains[f] = (gains[f] as number) + (tree.gain[f] as number)
  return {
    ...shell,
    features: features(),
    base,
    trees: trees.map((tree) => tree.root),
    validationLoss: losses,
    status: events < FEW_EVENTS || !stopped ? 'weak' : 'ok',
  }
}

function trainingOf(table: LearningTable, binned: Binned): Training {
  const { rows } = binned
  const weights = table.weights ?? new Float64Array(rows).fill(1)
  return { binned, outcome: table.outcome, weights, scores: new Float64Array(rows) }
}

function outcomesOf({ outcome, weights }: Training): { n: number; positives: number } {
  let n = 0
  let positives = 0
  for (let i = 0; i < outcome.length; i++) {
    n += weights[i] as number
    if (outcome[i] === 1) positives += weights[i] as number
  }
  return { n, positives }
}

function rounds(
  learning: Training,
  checking: Training,
  options: BoostOptions,
): { trees: Grown[]; losses: number[]; stopped: boolean } {
  const random = createRandom(options.seed)
  const limits: GrowLimits = {
    maxLeaves: options.maxLeaves ?? 15,
    maxDepth: options.maxDepth ?? 5,
    minRows: options.minRows ?? 20,
    learningRate: options.learningRate ?? 0.1,
    ridge: options.ridge ?? 1,
    minGain: 1e-6,
  }
  const patience = options.patience ?? 20
  const maxTrees = options.maxTrees ?? 300
  const grower = createGrower(learning.binned)
  const gradient = new Float64Array(learning.binned.rows)
  const curvature = new Float64Array(learning.binned.rows)
  const trees: Grown[] = []
  const losses: number[] = []
  let least = lossOf(checking)
  let kept = 0
  let stopped = false
  while (trees.length < maxTrees && !stopped) {
    gradients(learning, gradient, curvature)
    const count = drawRows(grower.order, options.rowShare ?? 0.8, random)
    const tree = grow(grower, count, gradient, curvature, limits)
    addTree(tree, learning)
    addTree(tree, checking)
    trees.push(tree)
    const loss = lossOf(checking)
    losses.push(loss)
    if (loss < least) {
      least = loss
      kept = trees.length
    }
    stopped = trees.length - kept >= patience || tree.feature.length === 1
  }
  return { trees: trees.slice(0, kept), losses, stopped }
}

function gradients(training: Training, gradient: Float64Array, curvature: Float64Array): void {
  const { outcome, weights, scores } = training
  for (let i = 0; i < scores.length; i++) {
    const chance = 1 / (1 + Math.exp(-(scores[i] as number)))
    const weight = weights[i] as number
    gradient[i] = weight * (chance - (outcome[i] as number))
    curvature[i] = weight * chance * (1 - chance)
  }
}

/** Each row with the same chance, in ascending order, which keeps memory access in step. */
function drawRows(order: Uint32Array, share: number, random: Random): number {
  let count = 0
  for (let i = 0; i < order.length; i++) if (share >= 1 || random.next() < share) order[count++] = i
  return count
}

function addTree(tree: Grown, training: Training): void {
  const { binned, scores } = training
  const { bins, rows } = binned
  const width = binned.features.length
  const { feature, child, left, value } = tree
  for (let i = 0; i < rows; i++) {
    let node = 0
    for (let f = feature[0] as number; f >= 0; f = feature[node] as number) {
      const goes = left[node]
      const bin = bins[i * width + f] as number
      node = (child[node] as number) + (goes !== undefined && goes[bin] === 1 ? 0 : 1)
    }
    scores[i] = (scores[i] as number) + (value[node] as number)
  }
}

function lossOf({ outcome, weights, scores }: Training): number {
  let sum = 0
  let n = 0
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] as number
    const against = outcome[i] === 1 ? -score : score
    const weight = weights[i] as number
    sum += weight * (Math.log1p(Math.exp(-Math.abs(against))) + Math.max(0, against))
    n += weight
  }
  return n > 0 ? sum / n : Number.NaN
}
