/** Whether a series climbs or steps more than chance that lasts from period to period explains, with tails that hold for many series. */
import { studentQuantile, studentTwoSided, type Estimate } from '../../stats/index.ts'

/** One shape fitted to a series. */
interface Shape {
  /** Change over the span, or of the step. */
  readonly change: number
  /** Its error as if periods were independent. */
  readonly error: number
  readonly squares: number
  /** Lag-one correlation of what it leaves, freed of its bias in short series. */
  readonly rho: number
  /** Parameters. */
  readonly taken: number
}

/** Both shapes of a series. */
export interface Fits {
  readonly n: number
  /** Median of absolute values. */
  readonly usual: number
  readonly line: Shape
  /** The best step, and how many were tried. */
  readonly step: Shape & { readonly at: number; readonly tried: number }
}

/** The clearer of the two. */
export interface Test {
  /** Chance of so clear a line or step if there were neither. */
  readonly p: number
  /** As a share of the usual level. */
  readonly change: Estimate
  /** First period of the new level; undefined for a line. */
  readonly at: number | undefined
}

const LEVEL = 0.95

/** Fewer periods cannot tell a change from chance that lasts. */
const FEWEST = 9

/** Shortest stretch before and after a step. */
const SHORTEST = 4

/** Fits a line and the best step; periods without a figure (NaN) are passed over. Undefined where there are fewer than nine. */
export function fitsOf(values: Float64Array): Fits | undefined {
  const at: number[] = []
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i])) at.push(i)
  const usual = Math.abs(knownMedian(values))
  if (at.length < FEWEST || !(usual > 0)) return undefined
  const y = Float64Array.from(at, (i) => values[i] as number)
  const line = lineOf(Float64Array.from(at), y, values.length - 1)
  return { n: at.length, usual, line, step: stepOf(at, y) }
}

function lineOf(x: Float64Array, y: Float64Array, span: number): Shape {
  const [mx, my] = [knownMean(x), knownMean(y)]
  const xx = x.reduce((sum, one) => sum + (one - mx) ** 2, 0)
  const slope = x.reduce((sum, one, i) => sum + (one - mx) * ((y[i] as number) - my), 0) / xx
  const rests = y.map((one, i) => one - my - slope * ((x[i] as number) - mx))
  const squares = squaresOf(rests)
  const error = (Math.sqrt(squares / (y.length - 2)) / Math.sqrt(xx)) * span
  return { change: slope * span, error, squares, rho: persistence(rests, 2), taken: 2 }
}

function stepOf(at: readonly number[], y: Float64Array): Fits['step'] {
  const n = y.length
  const restsAt = (k: number): Float64Array => {
    const [before, after] = [knownMean(y.subarray(0, k)), knownMean(y.subarray(k))]
    return y.map((value, i) => value - (i < k ? before : after))
  }
  let best = SHORTEST
  for (let k = SHORTEST + 1; k <= n - SHORTEST; k++)
    if (squaresOf(restsAt(k)) < squaresOf(restsAt(best))) best = k
  const rests = restsAt(best)
  const squares = squaresOf(rests)
  const change = knownMean(y.subarray(best)) - knownMean(y.subarray(0, best))
  const error = Math.sqrt((squares / (n - 2)) * (1 / best + 1 / (n - best)))
  const tried = n - 2 * SHORTEST + 1
  // The place of the step was fitted too.
  return { change, error, squares, rho: persistence(rests, 3), taken: 3, at: at[best] ?? 0, tried }
}

/** Lag-one correlation, freed of its bias: what `taken` parameters leave is about taken / n too low (Kendall 1954). */
function persistence(rests: Float64Array, taken: number): number {
  const n = rests.length
  const squares = squaresOf(rests)
  let next = 0
  for (let i = 1; i < n; i++) next += (rests[i] as number) * (rests[i - 1] as number)
  const raw = squares > 0 ? next / squares : 0
  return Math.min(0.8, Math.max(0, (n * raw + taken) / (n - 3 - taken)))
}

/** How persistent chance is in most of many series: a short one alone cannot tell. */
export function usualPersistence(fits: readonly (Fits | undefined)[]): number {
  const rho = knownMedian(Float64Array.from(fits, (one) => one?.line.rho ?? Number.NaN))
  return Number.isNaN(rho) ? 0 : rho
}

/**
 * Student's t of the line, and of the best step (Bonferroni over those tried); the clearer one, its chance doubled for the
 * choice. Chance that lasts widens the error of levels and slopes by (1 + rho) / (1 - rho), and n periods tell its size as
 * n (1 - rho^2) / (1 + rho^2) independent ones do (Bayley, Hammersley 1946); rho is halfway between the series' own and that
 * of most, and `leastRho` at least. Cost: square of the number of periods.
 */
export function testFit({ n, usual, line, step }: Fits, usualRho: number, leastRho = 0): Test {
  const tested = (shape: Shape, tries: number): Omit<Test, 'at'> => {
    const rho = Math.max(leastRho, (shape.rho + usualRho) / 2)
    const wider = (1 + rho) / (1 - rho)
    const df = Math.max(2, (n * (1 - rho * rho)) / (1 + rho * rho) - shape.taken)
    const error = shape.error * Math.sqrt((wider * (n - 2)) / Math.max(1, n - shape.taken * wider))
    const t = shape.change / error
    const p = Number.isNaN(t) ? 1 : Math.min(1, 2 * tries * studentTwoSided(t, df))
    const reach = studentQuantile((1 + LEVEL) / 2, df) * error
    const [value, low, high] = [shape.change, shape.change - reach, shape.change + reach]
    const status = n < 12 ? 'weak' : 'ok'
    const scaled = { value: value / usual, low: low / usual, high: high / usual }
    return { p, change: { ...scaled, level: LEVEL, n, status } }
  }
  const asLine = tested(line, 1)
  const asStep = tested(step, step.tried)
  return asStep.p < asLine.p ? { ...asStep, at: step.at } : { ...asLine, at: undefined }
}

function squaresOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value * value, 0)
}

/** Of those known; NaN where none is. */
export function knownMean(values: Float64Array): number {
  const known = values.filter((value) => !Number.isNaN(value))
  return known.reduce((sum, value) => sum + value, 0) / known.length
}

/** Of those known; NaN where none is. */
export function knownMedian(values: Float64Array): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort()
  const half = (sorted.length - 1) / 2
  return ((sorted[Math.floor(half)] ?? Number.NaN) + (sorted[Math.ceil(half)] ?? Number.NaN)) / 2
}
