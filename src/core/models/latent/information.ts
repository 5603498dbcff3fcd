/** How sure the parameters of latent classes are, and whether the data can tell them at all. */
import { invertSymmetric } from '../../stats/index.ts'
import type { ClassState } from './expectation.ts'
import type { Patterns } from './patterns.ts'

/** Chances nearer to 0 than this are taken as given: at the border of what is possible there is no slope to invert. */
const BORDER = 1e-4
/** More parameters than this and the matrix is not worth its time. */
const MOST = 250

/** Standard errors; `undefined` where the information matrix cannot be inverted: other parameters fit as well. */
export interface ClassErrors {
  readonly shares: Float64Array | undefined
  /** Laid out as the profile; NaN where the chance is at the border. */
  readonly profile: Float64Array | undefined
}

interface Free {
  readonly kind: 'share' | 'chance'
  readonly class: number
  /** Cell of the profile, and the cell of the same item and class that makes up for it. */
  readonly cell: number
  readonly reference: number
}

/**
 * From the inverse of the empirical information, the weighted sum of outer products of the scores (McLachlan, Peel 2000,
 * section 2.15; Bandeen-Roche and others 1997). Assumes that the classes are real and the items independent within them.
 */
export function classErrors(state: ClassState, patterns: Patterns): ClassErrors | undefined {
  const free = freeParameters(state, patterns)
  const size = free.length
  if (size > MOST) return undefined
  const information = new Float64Array(size * size)
  const score = new Float64Array(size)
  for (let i = 0; i < patterns.rows; i++) {
    fillScore(state, patterns, free, i, score)
    const w = patterns.weights[i] as number
    for (let a = 0; a < size; a++) {
      const x = w * (score[a] as number)
      if (x === 0) continue
      for (let b = 0; b < size; b++) {
        information[a * size + b] = (information[a * size + b] as number) + x * (score[b] as number)
      }
    }
  }
  const inverse = size === 0 ? information : invertSymmetric(information, size)
  if (inverse === undefined) return { shares: undefined, profile: undefined }
  return errorsFrom(inverse, free, state)
}

function freeParameters(state: ClassState, patterns: Patterns): readonly Free[] {
  const { classes, profile, offsets } = state
  const items = patterns.categories.length
  const width = offsets[items] as number
  const free: Free[] = []
  for (let c = 0; c + 1 < classes; c++) {
    free.push({ kind: 'share', class: c, cell: c, reference: classes - 1 })
  }
  for (let c = 0; c < classes; c++) {
    for (let j = 0; j < items; j++) {
      const from = c * width + (offsets[j] as number)
      const to = c * width + (offsets[j + 1] as number)
      let reference = from
      for (let m = from; m < to; m++) {
        if ((profile[m] as number) > (profile[reference] as number)) reference = m
      }
      for (let m = from; m < to; m++) {
        if (m === reference || (profile[m] as number) < BORDER) continue
        free.push({ kind: 'chance', class: c, cell: m, reference })
      }
    }
  }
  return free
}

function fillScore(
  state: ClassState,
  patterns: Patterns,
  free: readonly Free[],
  row: number,
  score: Float64Array,
): void {
  const { classes, shares, profile, offsets, chance } = state
  const items = patterns.categories.length
  const width = offsets[items] as number
  const answered = new Uint8Array(width)
  for (let j = 0; j < items; j++) {
    const code = patterns.codes[row * items + j] as number
    if (code >= 0) answered[(offsets[j] as number) + code] = 1
  }
  for (const [a, { kind, class: c, cell, reference }] of free.entries()) {
    const own = chance[row * classes + c] as number
    if (kind === 'share') {
      const last = chance[row * classes + reference] as number
      score[a] = own / (shares[c] as number) - last / (shares[reference] as number)
    } else {
      const hit = answered[cell - c * width] === 1 ? 1 / (profile[cell] as number) : 0
      const miss = answered[reference - c * width] === 1 ? 1 / (profile[reference] as number) : 0
      score[a] = own * (hit - miss)
    }
  }
}

function errorsFrom(inverse: Float64Array, free: readonly Free[], state: ClassState): ClassErrors {
  const size = free.length
  const shares = new Float64Array(state.classes)
  const profile = new Float64Array(state.profile.length).fill(Number.NaN)
  let last = 0
  const references = new Map<number, number[]>()
  for (const [a, parameter] of free.entries()) {
    const variance = inverse[a * size + a] as number
    if (parameter.kind === 'chance') {
      profile[parameter.cell] = Math.sqrt(variance)
      const others = references.get(parameter.reference) ?? []
      references.set(parameter.reference, [...others, a])
      continue
    }
    shares[parameter.class] = Math.sqrt(variance)
    for (const [b, other] of free.entries()) {
      if (other.kind === 'share') last += inverse[a * size + b] as number
    }
  }
  if (state.classes > 1) shares[state.classes - 1] = Math.sqrt(Math.max(0, last))
  for (const [cell, members] of references) {
    let variance = 0
    for (const a of members) for (const b of members) variance += inverse[a * size + b] as number
    profile[cell] = Math.sqrt(Math.max(0, variance))
  }
  return { shares, profile }
}
