/** Latent classes: hidden kinds of customers that explain why answers go together. */
import { assert } from '../../base/index.ts'
import {
  createRandom,
  normalQuantile,
  type Estimate,
  type EstimateStatus,
} from '../../stats/index.ts'
import { climb, memberships, randomState, type ClassState } from './expectation.ts'
import { classErrors, type ClassErrors } from './information.ts'
import type { Patterns } from './patterns.ts'

/** What to fit. */
export interface LatentOptions {
  readonly classes: number
  readonly seed: number
  /** Random starts, default 50: few stop short of the best. */
  readonly starts?: number
}

/** One class: its share, and for each item the chances of its categories. */
export interface LatentClass {
  readonly share: Estimate
  readonly items: readonly { readonly name: string; readonly chances: readonly Estimate[] }[]
}

/** The classes found, largest first. */
export interface LatentFit {
  readonly classes: readonly LatentClass[]
  readonly logLikelihood: number
  readonly parameters: number
  readonly bic: number
  readonly aic: number
  /** Likelihood-ratio chi-square against the table itself and its degrees of freedom; only where every answer is there. */
  readonly deviance: { readonly value: number; readonly df: number } | undefined
  /** 1 = every customer certain of class, 0 = none at all; 1 with one class. */
  readonly entropy: number
  /** For each pattern its most likely class and the chance of it. */
  readonly labels: Int32Array
  readonly certainty: Float64Array
  readonly starts: number
  /** Of the eight starts run on, those that came to the same summit. */
  readonly startsAgreeing: number
  readonly n: number
  /**
   * `not-identified`: more parameters than the table has cells, or other parameters fit as well; `weak`: the best was
   * reached once only, not settled, or a class of fewer than 30 customers.
   */
  readonly status: EstimateStatus
  readonly state: ClassState
}

const LEVEL = 0.95
/** Rounds that every start gets before the best are run to the end. */
const SHORT = 30
/** How many are run on, and for how many rounds; the best of them is run to the end. */
const FINALISTS = 8
const MIDDLE = 150
/** Log-likelihoods this near before the end are taken for the same summit. */
const ALIKE = 0.05

/**
 * EM (Goodman 1974; Linzer, Lewis 2011) over patterns, from many short random starts of which the best are run to the
 * end (Biernacki, Celeux, Govaert 2003). Assumes that within a class answers are independent and that missing answers
 * are missing at random. Intervals on the logit scale from the empirical information.
 */
export function latentClasses(patterns: Patterns, options: LatentOptions): LatentFit {
  const { classes, seed, starts = 50 } = options
  assert(classes >= 1, 'latent: classes')
  const random = createRandom(seed)
  const tries = Array.from({ length: classes === 1 ? 1 : starts }, () => {
    const state = randomState(patterns, classes, random)
    climb(state, patterns, { limit: SHORT, tolerance: 1e-9 })
    return state
  })
  tries.sort((a, b) => b.logLikelihood - a.logLikelihood)
  const finalists = tries.slice(0, FINALISTS)
  for (const state of finalists) climb(state, patterns, { limit: MIDDLE, tolerance: 1e-8 })
  finalists.sort((a, b) => b.logLikelihood - a.logLikelihood)
  const first = finalists[0] as ClassState
  const reached = first.logLikelihood - ALIKE
  const startsAgreeing = finalists.filter((s) => s.logLikelihood > reached).length
  climb(first, patterns, { limit: 3_000, tolerance: 1e-10 })
  const best = inOrder(first, patterns)
  return report(best, patterns, { starts: tries.length, startsAgreeing })
}

/** The chance of each class for one customer's answers, codes in the order of the items, -1 for none. */
export function classChances(fit: LatentFit, codes: readonly number[]): readonly number[] {
  const { classes, shares, profile, offsets } = fit.state
  const width = offsets.at(-1) as number
  const chances = Array.from({ length: classes }, (_, c) =>
    codes.reduce(
      (p, code, j) =>
        code < 0 ? p : p * (profile[c * width + (offsets[j] as number) + code] as number),
      shares[c] as number,
    ),
  )
  const sum = chances.reduce((total, p) => total + p, 0)
  return chances.map((p, c) => (sum > 0 ? p / sum : (shares[c] as number)))
}

/** Fits 1..most classes and takes the least BIC. One class = the answers show no kinds of customers. */
export function chooseClasses(
  patterns: Patterns,
  options: { readonly most: number; readonly seed: number; readonly starts?: number },
): { readonly fits: readonly LatentFit[]; readonly classes: number | undefined } {
  const fits = Array.from({ length: options.most }, (_, i) =>
    latentClasses(patterns, { ...options, classes: i + 1 }),
  )
  const usable = fits.filter((fit) => fit.status === 'ok' || fit.status === 'weak')
  const best = usable.toSorted((a, b) => a.bic - b.bic)[0]
  return { fits, classes: best?.classes.length }
}

/** The largest class first. */
function inOrder(state: ClassState, patterns: Patterns): ClassState {
  const order = Array.from({ length: state.classes }, (_, c) => c)
  order.sort((a, b) => (state.shares[b] as number) - (state.shares[a] as number))
  const width = state.offsets.at(-1) as number
  const profile = new Float64Array(state.profile.length)
  for (const [to, from] of order.entries()) {
    profile.set(state.profile.subarray(from * width, (from + 1) * width), to * width)
  }
  const shares = Float64Array.from(order, (c) => state.shares[c] as number)
  const sorted = { ...state, shares, profile, chance: state.chance.slice() }
  sorted.logLikelihood = memberships(sorted, patterns)
  return sorted
}

function report(
  state: ClassState,
  patterns: Patterns,
  tried: { readonly starts: number; readonly startsAgreeing: number },
): LatentFit {
  const n = patterns.total
  const { classes, logLikelihood } = state
  const width = state.offsets.at(-1) as number
  const items = patterns.categories.length
  const parameters = classes - 1 + classes * (width - items)
  const cells = patterns.categories.reduce((product, m) => product * m, 1)
  const errors = n > 0 ? classErrors(state, patterns) : undefined
  const { labels, certainty, entropy } = assignments(state, patterns)
  return {
    classes: Array.from({ length: classes }, (_, c) => describeClass(state, patterns, errors, c)),
    logLikelihood,
    parameters,
    bic: -2 * logLikelihood + parameters * Math.log(n),
    aic: -2 * logLikelihood + 2 * parameters,
    deviance:
      patterns.incomplete === 0 && n > 0
        ? { value: devianceOf(state, patterns), df: cells - 1 - parameters }
        : undefined,
    entropy,
    labels,
    certainty,
    ...tried,
    n,
    status: statusOf({ state, errors, n, free: cells - 1 - parameters, ...tried }),
    state,
  }
}

function statusOf(of: {
  readonly state: ClassState
  readonly errors: ClassErrors | undefined
  readonly n: number
  readonly free: number
  readonly starts: number
  readonly startsAgreeing: number
}): EstimateStatus {
  if (of.n === 0) return 'none'
  if (of.free < 0) return 'not-identified'
  if (of.errors !== undefined && of.errors.shares === undefined) return 'not-identified'
  const least = Math.min(...of.state.shares) * of.n
  const lonely = of.starts > 1 && of.startsAgreeing < 2
  return !of.state.converged || lonely || least < 30 || of.errors === undefined ? 'weak' : 'ok'
}

function describeClass(
  state: ClassState,
  patterns: Patterns,
  errors: ClassErrors | undefined,
  c: number,
): LatentClass {
  const width = state.offsets.at(-1) as number
  const n = patterns.total * (state.shares[c] as number)
  const share = state.shares[c] as number
  const certain = state.classes === 1
  return {
    share: certain
      ? { value: 1, low: 1, high: 1, level: LEVEL, n: patterns.total, status: 'ok' }
      : chanceEstimate(share, errors?.shares?.[c], patterns.total),
    items: patterns.names.map((name, j) => ({
      name,
      chances: Array.from({ length: patterns.categories[j] as number }, (_, m) => {
        const cell = c * width + (state.offsets[j] as number) + m
        return chanceEstimate(state.profile[cell] as number, errors?.profile?.[cell], n)
      }),
    })),
  }
}

function chanceEstimate(value: number, error: number | undefined, n: number): Estimate {
  if (error === undefined || !(error > 0) || value <= 0 || value >= 1) {
    return { value, low: undefined, high: undefined, level: LEVEL, n, status: 'weak' }
  }
  const width = (normalQuantile((1 + LEVEL) / 2) * error) / (value * (1 - value))
  const logit = Math.log(value / (1 - value))
  return {
    value,
    low: 1 / (1 + Math.exp(width - logit)),
    high: 1 / (1 + Math.exp(-width - logit)),
    level: LEVEL,
    n,
    status: n < 30 ? 'weak' : 'ok',
  }
}

function assignments(
  state: ClassState,
  patterns: Patterns,
): Pick<LatentFit, 'labels' | 'certainty' | 'entropy'> {
  const { classes, chance } = state
  const labels = new Int32Array(patterns.rows)
  const certainty = new Float64Array(patterns.rows)
  let disorder = 0
  for (let i = 0; i < patterns.rows; i++) {
    for (let c = 0; c < classes; c++) {
      const p = chance[i * classes + c] as number
      if (p > (certainty[i] as number)) {
        certainty[i] = p
        labels[i] = c
      }
      if (p > 0) disorder -= (patterns.weights[i] as number) * p * Math.log(p)
    }
  }
  const most = patterns.total * Math.log(classes)
  return { labels, certainty, entropy: most > 0 ? 1 - disorder / most : 1 }
}

/** 2 sum of observed x log(observed / expected). */
function devianceOf(state: ClassState, patterns: Patterns): number {
  let saturated = 0
  for (let i = 0; i < patterns.rows; i++) {
    const w = patterns.weights[i] as number
    if (w > 0) saturated += w * Math.log(w / patterns.total)
  }
  return 2 * (saturated - state.logLikelihood)
}
