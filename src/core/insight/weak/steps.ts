/** Where customers stop: steps that lose more of them than the steps around lead one to expect. */
import { benjaminiHochberg, normalQuantile, normalTail, type Estimate } from '../../stats/index.ts'

/** What is lost after the nth purchase: the share that had not come back in time. */
export interface StepLoss {
  readonly step: number
  readonly loss: Estimate
}

/** A step judged by its neighbours. */
export interface JudgedStep extends StepLoss {
  /** What the neighbours lead one to expect; undefined at both ends and where there are too few. */
  readonly expected: number | undefined
  /** Loss above that. */
  readonly excess: Estimate | undefined
  /** Chance of so much above, corrected for the number of steps looked at. */
  readonly adjustedP: number | undefined
  /** Surely above its neighbours, and by enough to matter. */
  readonly isBreak: boolean
}

/** Steps that fewer customers reached are not judged. */
export const FEWEST_AT_STEP = 50

/** A break loses at least one in a hundred more, and a quarter more, than expected: less is not worth a campaign. */
export const LEAST_EXCESS = 0.01
const LEAST_RATIO = 1.25

const ALPHA = 0.05

/**
 * Judges each inner step by its two neighbours. Losses fall from step to step even where nothing is wrong, because
 * those who tend to leave are gone first: with chances that differ between customers as a beta distribution, the
 * inverse of the loss grows linearly with the step (Fader, Hardie 2007, Journal of Interactive Marketing 21:76, eq. 7).
 * So the expectation is the harmonic mean of the neighbours' losses; the excess is tested one-sided with the errors of
 * all three (delta method), Benjamini and Hochberg over the steps. `steps` ascending and without gaps.
 */
export function judgeSteps(steps: readonly StepLoss[]): readonly JudgedStep[] {
  const tests = steps.map((one, i) => testOf(steps[i - 1], one, steps[i + 1]))
  const adjusted = benjaminiHochberg(Float64Array.from(tests, (test) => test?.p ?? Number.NaN))
  return steps.map((one, i) => {
    const test = tests[i]
    if (test === undefined)
      return {
        ...one,
        expected: undefined,
        excess: undefined,
        adjustedP: undefined,
        isBreak: false,
      }
    const { expected, excess } = test
    const adjustedP = adjusted[i] ?? 1
    const above = excess.value ?? 0
    const isBreak =
      adjustedP <= ALPHA && above >= LEAST_EXCESS && above >= (LEAST_RATIO - 1) * expected
    return { ...one, expected, excess, adjustedP, isBreak }
  })
}

interface StepTest {
  readonly expected: number
  readonly excess: Estimate
  readonly p: number
}

function testOf(
  before: StepLoss | undefined,
  one: StepLoss,
  after: StepLoss | undefined,
): StepTest | undefined {
  const points = [before, one, after].map((step) => (step === undefined ? undefined : point(step)))
  const [a, b, c] = points
  if (a === undefined || b === undefined || c === undefined) return undefined
  const expected = 2 / (1 / a.share + 1 / c.share)
  const slope = (of: number): number => (expected * expected) / (2 * of * of)
  const error = Math.hypot(b.error, slope(a.share) * a.error, slope(c.share) * c.error)
  const value = b.share - expected
  const reach = normalQuantile(0.975) * error
  const { level, n } = one.loss
  return {
    expected,
    excess: { value, low: value - reach, high: value + reach, level, n, status: one.loss.status },
    p: value > 0 ? normalTail(value / error) : 1,
  }
}

/** Nothing lost among n is taken for half a customer lost, so that it has an inverse. */
function point({ loss }: StepLoss): { readonly share: number; readonly error: number } | undefined {
  const { value, n } = loss
  if (value === undefined || n < FEWEST_AT_STEP) return undefined
  const share = Math.max(value, 0.5 / (n + 1))
  return { share, error: Math.max(lossError(loss), Math.sqrt((share * (1 - share)) / n) / 2) }
}

/** The standard error of a survival estimate, got back from its log-log interval exactly. */
export function lossError({ value, low, level, n }: Estimate): number {
  if (value === undefined) return Number.NaN
  const bare = Math.sqrt((value * (1 - value)) / Math.max(1, n))
  if (low === undefined || value <= 0 || value >= 1 || low <= 0) return bare
  const power = Math.log(Math.log(low) / Math.log(value))
  return (power * value * -Math.log(value)) / normalQuantile((1 + level) / 2)
}
