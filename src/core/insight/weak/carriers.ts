/** Who carries a break: values of characteristics whose customers stop more often than the others. */
import {
  benjaminiHochberg,
  normalQuantile,
  normalTail,
  relevanceOf,
  type Estimate,
  type Relevance,
} from '../../stats/index.ts'
import { lossError } from './steps.ts'

/** One value's loss beside that of all others at the same step. */
export interface ValueLoss {
  readonly of: Estimate
  readonly others: Estimate
}

/** How they differ. */
export interface Carrier {
  readonly difference: Estimate
  readonly adjustedP: number | undefined
  readonly relevance: Relevance
}

/** A value that loses five in a hundred more than the others is worth its own remedy; less is not. */
export const CARRIER_MATTERS = 0.05

/** Values with fewer customers are not judged. */
export const FEWEST_OF_VALUE = 30

/**
 * Compares each value with the others (difference of two Kaplan-Meier shares, Greenwood's errors, normal), all values of
 * all characteristics together corrected by Benjamini and Hochberg, so that among many harmless traits few are named.
 * Says what goes with stopping, not what causes it. Same order as `values`.
 */
export function judgeCarriers(values: readonly ValueLoss[]): readonly Carrier[] {
  const differences = values.map(differenceOf)
  const adjusted = benjaminiHochberg(Float64Array.from(differences, ({ p }) => p))
  return differences.map(({ difference }, i) => {
    const q = adjusted[i] ?? Number.NaN
    const adjustedP = Number.isNaN(q) ? undefined : q
    const relevance =
      adjustedP === undefined
        ? 'cannot-tell'
        : relevanceOf(difference, { matters: CARRIER_MATTERS, adjustedP })
    return { difference, adjustedP, relevance }
  })
}

function differenceOf({ of, others }: ValueLoss): {
  readonly difference: Estimate
  readonly p: number
} {
  const { level } = of
  const n = of.n + others.n
  const few = of.n < FEWEST_OF_VALUE || others.n < FEWEST_OF_VALUE
  if (of.value === undefined || others.value === undefined || few) {
    const none = { value: undefined, low: undefined, high: undefined, level, n }
    return { difference: { ...none, status: 'not-identified' }, p: Number.NaN }
  }
  const error = Math.hypot(lossErrorOf(of), lossErrorOf(others))
  const value = of.value - others.value
  const reach = normalQuantile((1 + level) / 2) * error
  return {
    difference: { value, low: value - reach, high: value + reach, level, n, status: of.status },
    p: Math.min(1, 2 * normalTail(Math.abs(value) / error)),
  }
}

/**
 * The standard error of a loss, never less than that of Agresti and Coull's (1998) adjusted share: where nobody of thirty
 * stopped, one in ten may yet be the rule, and the error must not vanish with them.
 */
export function lossErrorOf(loss: Estimate): number {
  const share = ((loss.value ?? 0) * loss.n + 2) / (loss.n + 4)
  return Math.max(lossError(loss), Math.sqrt((share * (1 - share)) / (loss.n + 4)))
}
