/** One round of EM for latent classes: chances of membership, then shares and profiles. */
import type { Random } from '../../stats/index.ts'
import type { Patterns } from './patterns.ts'

/** Shares of the classes, and for each class and item the chances of its categories, one after the other. */
export interface ClassState {
  readonly classes: number
  readonly shares: Float64Array
  /** classes x all categories of all items. */
  readonly profile: Float64Array
  /** Where each item begins in a profile; the last entry is its width. */
  readonly offsets: Int32Array
  /** patterns x classes. */
  readonly chance: Float64Array
  logLikelihood: number
  converged: boolean
}

/** Profiles drawn at random around even ones. */
export function randomState(patterns: Patterns, classes: number, random: Random): ClassState {
  const offsets = new Int32Array(patterns.categories.length + 1)
  for (let j = 0; j < patterns.categories.length; j++) {
    offsets[j + 1] = (offsets[j] as number) + (patterns.categories[j] as number)
  }
  const width = offsets.at(-1) as number
  const profile = new Float64Array(classes * width)
  for (let c = 0; c < classes; c++) {
    for (let j = 0; j < patterns.categories.length; j++) {
      let sum = 0
      for (let m = offsets[j] as number; m < (offsets[j + 1] as number); m++) {
        const x = 0.1 + random.next()
        profile[c * width + m] = x
        sum += x
      }
      for (let m = offsets[j] as number; m < (offsets[j + 1] as number); m++) {
        profile[c * width + m] = (profile[c * width + m] as number) / sum
      }
    }
  }
  return {
    classes,
    shares: new Float64Array(classes).fill(1 / classes),
    profile,
    offsets,
    chance: new Float64Array(patterns.rows * classes),
    logLikelihood: -Infinity,
    converged: false,
  }
}

/** Iterates until the log-likelihood gains less than `tolerance` per customer, at most `limit` rounds. */
export function climb(
  state: ClassState,
  patterns: Patterns,
  options: { readonly limit: number; readonly tolerance: number },
): void {
  state.converged = false
  // A state that was left off is evaluated anew, which is no sign of having arrived.
  let before = -Infinity
  const room = roomFor(state, patterns)
  for (let round = 0; round < options.limit && !state.converged; round++) {
    const likelihood = step(state, patterns, room)
    state.converged = likelihood - before < options.tolerance * patterns.total
    before = likelihood
  }
  state.logLikelihood = memberships(state, patterns)
}

interface Room {
  readonly sums: Float64Array
  readonly masses: Float64Array
  readonly own: Float64Array
  /** Per pattern and item the cell within a profile, -1 where there is no answer. */
  readonly cells: Int32Array
}

function roomFor(state: ClassState, patterns: Patterns): Room {
  const items = patterns.categories.length
  return {
    sums: new Float64Array(state.profile.length),
    masses: new Float64Array(state.classes),
    own: new Float64Array(state.classes),
    cells: patterns.codes.map((code, i) =>
      code < 0 ? -1 : (state.offsets[i % items] as number) + code,
    ),
  }
}

/** One round, expectation and maximisation in one pass; returns the log-likelihood before it. */
function step(state: ClassState, patterns: Patterns, room: Room): number {
  const { classes, shares, profile, offsets } = state
  const { sums, masses, own, cells } = room
  const items = patterns.categories.length
  const width = offsets[items] as number
  sums.fill(0)
  masses.fill(0)
  let likelihood = 0
  for (let i = 0, at = 0; i < patterns.rows; i++, at += items) {
    let sum = 0
    for (let c = 0, base = 0; c < classes; c++, base += width) {
      let p = shares[c] as number
      for (let j = at; j < at + items; j++) {
        const cell = cells[j] as number
        if (cell >= 0) p *= profile[base + cell] as number
      }
      own[c] = p
      sum += p
    }
    const w = patterns.weights[i] as number
    likelihood += w * Math.log(Math.max(sum, Number.MIN_VALUE))
    for (let c = 0, base = 0; c < classes; c++, base += width) {
      const r = w * (sum > 0 ? (own[c] as number) / sum : 1 / classes)
      masses[c] = (masses[c] as number) + r
      for (let j = at; j < at + items; j++) {
        const cell = cells[j] as number
        if (cell >= 0) sums[base + cell] = (sums[base + cell] as number) + r
      }
    }
  }
  maximise(state, patterns, room)
  return likelihood
}

function maximise(state: ClassState, patterns: Patterns, room: Room): void {
  const { classes, shares, profile, offsets } = state
  const items = patterns.categories.length
  const width = offsets[items] as number
  for (let c = 0; c < classes; c++) {
    shares[c] = patterns.total > 0 ? (room.masses[c] as number) / patterns.total : 1 / classes
    for (let j = 0; j < items; j++) {
      const from = c * width + (offsets[j] as number)
      const to = c * width + (offsets[j + 1] as number)
      let sum = 0
      for (let m = from; m < to; m++) sum += room.sums[m] as number
      // A class that nobody with an answer is in keeps an even profile rather than none.
      for (let m = from; m < to; m++) {
        profile[m] = sum > 0 ? (room.sums[m] as number) / sum : 1 / (to - from)
      }
    }
  }
}

/** Fills `chance`; returns the log-likelihood. A missing answer has chance 1: it is missing at random. */
export function memberships(state: ClassState, patterns: Patterns): number {
  const { classes, shares, profile, offsets, chance } = state
  const items = patterns.categories.length
  const width = offsets[items] as number
  let likelihood = 0
  for (let i = 0; i < patterns.rows; i++) {
    let sum = 0
    for (let c = 0; c < classes; c++) {
      let p = shares[c] as number
      for (let j = 0; j < items; j++) {
        const code = patterns.codes[i * items + j] as number
        if (code >= 0) p *= profile[c * width + (offsets[j] as number) + code] as number
      }
      chance[i * classes + c] = p
      sum += p
    }
    for (let c = 0; c < classes; c++) {
      chance[i * classes + c] = sum > 0 ? (chance[i * classes + c] as number) / sum : 1 / classes
    }
    likelihood += (patterns.weights[i] as number) * Math.log(Math.max(sum, Number.MIN_VALUE))
  }
  return likelihood
}
