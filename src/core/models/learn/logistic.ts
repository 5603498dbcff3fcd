/** Logistic regression by iteratively reweighted least squares with a ridge: the baseline of every propensity. */
import { cholesky, invertSymmetric, solveCholesky, type EstimateStatus } from '../../stats/index.ts'
import { designOf, type Design, type Layout } from './design.ts'
import type { LearningTable } from './table.ts'

/** A coefficient on the log odds with its standard error; `undefined` where the data do not give one. */
export interface Coefficient {
  readonly value: number
  readonly se: number | undefined
}

/** A measured feature: adds `slope * (x - mean)`, or `missing` where x is missing. */
export interface NumberTerm {
  readonly kind: 'number'
  readonly feature: string
  readonly mean: number
  /** Standard deviation in training; `slope.value * scale` compares terms. */
  readonly scale: number
  readonly slope: Coefficient
  /** Undefined: none was missing in training, a missing value then adds 0. */
  readonly missing: Coefficient | undefined
}

/** A category: adds the coefficient of the row's level; the reference and unknown levels add 0. */
export interface CategoryTerm {
  readonly kind: 'category'
  readonly feature: string
  readonly reference: string
  readonly levels: readonly { readonly level: string; readonly adds: Coefficient }[]
}

export type LinearTerm = NumberTerm | CategoryTerm

/** Plain data: enough for scoring in memory and for printing one SQL expression. */
export interface LogisticModel {
  readonly kind: 'logistic'
  readonly intercept: Coefficient
  readonly terms: readonly LinearTerm[]
  readonly n: number
  readonly positives: number
  /** Mean log loss in training, without the ridge. */
  readonly logLoss: number | undefined
  readonly iterations: number
  /**
   * `weak`: fewer than ten of the rarer outcome per coefficient (Peduzzi et al. 1996), or not converged.
   * `not-identified`: one outcome only, or, without a ridge, columns that repeat each other or separate the outcomes.
   */
  readonly status: EstimateStatus
}

/** Choices of the fit. */
export interface LogisticOptions {
  /** Penalty on half the squared coefficients of standardised numbers and of levels; the intercept is free. */
  readonly ridge?: number
  readonly maxIterations?: number
}

interface State {
  readonly beta: Float64Array
  readonly hessian: Float64Array
  readonly gradient: Float64Array
}

/**
 * Fits by Newton's method with step halving (McCullagh, Nelder 1989, section 2.5). Only the entries of a row that are
 * not zero are multiplied, so that many levels cost little. Standard errors come from the inverse of the penalised
 * information; with a ridge they are those of a normal prior with variance 1 / ridge, and the coefficients are shrunk.
 * Default ridge 1: harmless with many rows, and it keeps levels that few rows have from running away.
 */
export function fitLogistic(table: LearningTable, options: LogisticOptions = {}): LogisticModel {
  const ridge = options.ridge ?? 1
  const design = designOf(table.features, table.weights)
  const weights = table.weights ?? new Float64Array(design.rows).fill(1)
  const { n, positives } = countOutcomes(table.outcome, weights)
  if (positives === 0 || positives === n) return unanswered(n, positives)
  const size = design.size
  const state: State = {
    beta: new Float64Array(size),
    hessian: new Float64Array(size * size),
    gradient: new Float64Array(size),
  }
  state.beta[0] = Math.log(positives / (n - positives))
  const { loss, iterations, converged, singular } = iterate(design, table.outcome, weights, state, {
    ridge,
    most: options.maxIterations ?? 25,
  })
  const inverse = singular ? undefined : invertSymmetric(state.hessian, size)
  const coefficient = (column: number): Coefficient => ({
    value: state.beta[column] as number,
    se: inverse === undefined ? undefined : Math.sqrt(inverse[column * size + column] as number),
  })
  const thin = Math.min(positives, n - positives) < 10 * (size - 1)
  const apart = ridge === 0 && (!converged || loss / n < 1e-6)
  return {
    kind: 'logistic',
    intercept: coefficient(0),
    terms: design.layouts.map((layout) => termOf(layout, coefficient)),
    n,
    positives,
    logLoss: loss / n,
    iterations,
    status: singular || apart ? 'not-identified' : thin || !converged ? 'weak' : 'ok',
  }
}

function countOutcomes(
  outcome: Uint8Array,
  weights: Float64Array,
): { n: number; positives: number } {
  let n = 0
  let positives = 0
  for (let i = 0; i < weights.length; i++) {
    n += weights[i] as number
    if (outcome[i] === 1) positives += weights[i] as number
  }
  return { n, positives }
}

function unanswered(n: number, positives: number): LogisticModel {
  // Half a case on each side: finite, so that scores stay numbers; the status says not to trust them.
  const value = Math.log((positives + 0.5) / (n - positives + 0.5))
  return {
    kind: 'logistic',
    intercept: { value, se: undefined },
    terms: [],
    n,
    positives,
    logLoss: undefined,
    iterations: 0,
    status: n === 0 ? 'none' : 'not-identified',
  }
}

interface Run {
  readonly loss: number
  readonly iterations: number
  readonly converged: boolean
  readonly singular: boolean
}

/** Leaves the penalised Hessian at the optimum in `state.hessian`. */
function iterate(
  design: Design,
  outcome: Uint8Array,
  weights: Float64Array,
  state: State,
  options: { readonly ridge: number; readonly most: number },
): Run {
  const { beta, hessian, gradient } = state
  const { size } = design
  const { ridge } = options
  const trial = new Float64Array(size)
  let loss = accumulate(design, outcome, weights, state)
  for (let iteration = 1; ; iteration++) {
    for (let j = 1; j < size; j++) {
      hessian[j * size + j] = (hessian[j * size + j] as number) + ridge
      gradient[j] = (gradient[j] as number) - ridge * (beta[j] as number)
    }
    const lower = cholesky(hessian, size)
    if (lower === undefined)
      return { loss, iterations: iteration, converged: false, singular: true }
    const step = solveCholesky(lower, size, gradient)
    let decrement = 0
    for (let j = 0; j < size; j++) decrement += (step[j] as number) * (gradient[j] as number)
    // Half the Newton decrement bounds what is left to gain; below it digits that nobody reads change.
    const converged = decrement < 1e-9
    if (converged || iteration >= options.most)
      return { loss, iterations: iteration, converged, singular: false }
    const before = loss + penalty(beta, ridge)
    trial.set(beta)
    for (let share = 1; ; share /= 2) {
      for (let j = 0; j < size; j++) beta[j] = (trial[j] as number) + share * (step[j] as number)
      loss = accumulate(design, outcome, weights, state)
      if (loss + penalty(beta, ridge) <= before || share < 1e-4) break
    }
  }
}

function penalty(beta: Float64Array, ridge: number): number {
  let sum = 0
  for (let j = 1; j < beta.length; j++) sum += (beta[j] as number) ** 2
  return (ridge * sum) / 2
}

/** Log loss at `beta`; gradient and the lower triangle of the Hessian of the likelihood are written. */
function accumulate(
  design: Design,
  outcome: Uint8Array,
  weights: Float64Array,
  state: State,
): number {
  const { rows, size, values, numbers, ones, slots } = design
  const { beta, hessian, gradient } = state
  hessian.fill(0)
  gradient.fill(0)
  const row = new Float64Array(numbers + 1)
  row[0] = 1
  let loss = 0
  for (let i = 0; i < rows; i++) {
    let eta = beta[0] as number
    const at = i * numbers
    for (let j = 0; j < numbers; j++) {
      const value = values[at + j] as number
      row[j + 1] = value
      eta += value * (beta[j + 1] as number)
    }
    const first = i * slots
    for (let s = 0; s < slots; s++) {
      const column = ones[first + s] as number
      if (column >= 0) eta += beta[column] as number
    }
    const weight = weights[i] as number
    const tail = Math.exp(-Math.abs(eta))
    const chance = eta >= 0 ? 1 / (1 + tail) : tail / (1 + tail)
    const hit = outcome[i] as number
    loss += weight * (Math.log1p(tail) + (hit === 1 ? Math.max(0, -eta) : Math.max(0, eta)))
    const pull = weight * (hit - chance)
    const bend = weight * chance * (1 - chance)
    for (let a = 0; a <= numbers; a++) {
      const value = row[a] as number
      gradient[a] = (gradient[a] as number) + pull * value
      const scaled = bend * value
      const line = a * size
      for (let b = 0; b <= a; b++)
        hessian[line + b] = (hessian[line + b] as number) + scaled * (row[b] as number)
    }
    for (let s = 0; s < slots; s++) {
      const column = ones[first + s] as number
      if (column < 0) continue
      gradient[column] = (gradient[column] as number) + pull
      const line = column * size
      for (let b = 0; b <= numbers; b++)
        hessian[line + b] = (hessian[line + b] as number) + bend * (row[b] as number)
      for (let t = 0; t <= s; t++) {
        const other = ones[first + t] as number
        if (other >= 0) hessian[line + other] = (hessian[line + other] as number) + bend
      }
    }
  }
  return loss
}

function termOf(layout: Layout, coefficient: (column: number) => Coefficient): LinearTerm {
  const none: Coefficient = { value: 0, se: 0 }
  if (layout.kind === 'number') {
    const { name, mean, scale, column, missingColumn } = layout
    const raw = column < 0 ? none : coefficient(column)
    const slope =
      column < 0
        ? none
        : {
            value: raw.value / scale,
            se: raw.se === undefined ? undefined : raw.se / scale,
          }
    const missing = missingColumn < 0 ? undefined : coefficient(missingColumn)
    return { kind: 'number', feature: name, mean, scale, slope, missing }
  }
  const levels = layout.levels.flatMap((level, i) => {
    const column = layout.columns[i] ?? -1
    return column < 0 ? [] : [{ level, adds: coefficient(column) }]
  })
  const reference = layout.levels[layout.reference] ?? ''
  return { kind: 'category', feature: layout.name, reference, levels }
}
