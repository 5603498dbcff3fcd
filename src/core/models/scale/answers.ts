/** Answers to the items of a survey scale, keyed so that more always means more of the trait. */
import { assert } from '../../base/index.ts'

/** The answers to one question: NaN where it was not answered. */
export interface Item {
  readonly name: string
  readonly values: Float64Array
  /** The wording runs against the trait: an answer x counts as low + high - x. Said by the author, never guessed. */
  readonly reversed: boolean
}

/** Items meant to measure one trait, all answered on low..high. */
export interface Scale {
  readonly name: string
  readonly items: readonly Item[]
  readonly low: number
  readonly high: number
}

/** The keyed answers, one array per item. An answer outside low..high is no answer. */
export function keyedAnswers(scale: Scale): readonly Float64Array[] {
  const rows = scale.items[0]?.values.length ?? 0
  return scale.items.map((item) => {
    assert(item.values.length === rows, 'scale: lengths differ')
    return item.values.map((x) => {
      if (!(x >= scale.low && x <= scale.high)) return Number.NaN
      return item.reversed ? scale.low + scale.high - x : x
    })
  })
}

/** The scores of all respondents on one scale, in the unit of the answers. */
export interface ScaleScores {
  /** NaN where too few items were answered. */
  readonly scores: Float64Array
  /** Respondents with a score, and of them those with an item missing. */
  readonly n: number
  readonly partial: number
  readonly mean: number | undefined
  readonly deviation: number | undefined
}

/**
 * Mean of the answered items (person mean imputation: right where items are about equally hard to agree with). A score
 * needs at least `leastAnswered` of the items, default one half, the rule of thumb of Fayers and Machin 2016, chapter 15.
 */
export function scaleScores(
  scale: Scale,
  options: { readonly leastAnswered?: number } = {},
): ScaleScores {
  const keyed = keyedAnswers(scale)
  const rows = keyed[0]?.length ?? 0
  const least = Math.max(1, Math.ceil((options.leastAnswered ?? 0.5) * keyed.length - 1e-9))
  const scores = new Float64Array(rows).fill(Number.NaN)
  let n = 0
  let partial = 0
  let sum = 0
  let squares = 0
  for (let i = 0; i < rows; i++) {
    let answered = 0
    let total = 0
    for (const item of keyed) {
      const x = item[i] as number
      if (Number.isNaN(x)) continue
      answered++
      total += x
    }
    if (answered < least) continue
    const score = total / answered
    scores[i] = score
    n++
    if (answered < keyed.length) partial++
    const before = sum / Math.max(1, n - 1)
    sum += score
    // Welford's update keeps the squares exact for answers far from zero.
    squares += (score - (n === 1 ? score : before)) * (score - sum / n)
  }
  return {
    scores,
    n,
    partial,
    mean: n > 0 ? sum / n : undefined,
    deviation: n > 1 ? Math.sqrt(squares / (n - 1)) : undefined,
  }
}
