/** Which figures of which segments drift apart from everybody else's, and which jumped. */
import { benjaminiHochberg, relevanceOf, type Estimate } from '../../stats/index.ts'
import { isMaterial } from './drifts.ts'
import {
  fitsOf,
  knownMean,
  knownMedian,
  testFit,
  usualPersistence,
  type Test,
} from './line-or-step.ts'

/** A figure of a segment month by month, beside that of everybody else in the same months; NaN where too few are behind it. */
export interface SegmentSeries {
  readonly own: Float64Array
  readonly others: Float64Array
  /** A share of 1 moves in points, any other figure in proportion. */
  readonly isShare: boolean
  /** Per member: who the members are by chance stays with them for many months. */
  readonly isPerMember?: boolean
}

/** What became of it. */
export interface SegmentDrift {
  /** `cannot-tell`: too few months; `steady`: nothing that chance does not explain, or nothing that matters. */
  readonly kind: 'trend' | 'jump' | 'steady' | 'cannot-tell'
  /** What it would have been had everybody else stood still. */
  readonly apart: Float64Array
  /** Change over the span, or of the jump, as a share of the usual level. */
  readonly change: Estimate | undefined
  readonly adjustedP: number | undefined
  /** Of a jump: the first month of the new level. */
  readonly at: number | undefined
  /** Levels as they were, of the segment and of everybody else: of the same months before and after where two years are known. */
  readonly before: number
  readonly after: number
  readonly othersBefore: number
  readonly othersAfter: number
  /** Months used. */
  readonly n: number
}

/** A change below a tenth of the usual level does not matter. */
const MATTERS = 0.1

/** Chance in figures per member, which two years of months are too short to show by themselves. */
const LASTING = 0.7

/** A share that moves by fewer points does not matter, however small it was. */
const POINTS = 0.03

/** Fewer pairs of the same month of two years cannot tell a season of the segment's own from a change. */
const FEWEST_PAIRS = 6

/** Pairs that tell the levels on both sides of a jump. */
const SHORTEST = 4

/**
 * Each figure is set against everybody else's in the same month, which takes out the season and whatever happens to all. What
 * is left is tested for a line and for a step (`testFit`), the clearer one counting twice, and all segments and figures
 * together by Benjamini and Hochberg. From a tenth of the usual level on a change matters. Two things could pass for a drift:
 * a season of the segment's own, such as that of definitions that speak of the calendar year, and others who change while the
 * segment stands still. So the levels that are told must have moved by what matters, and no less than elsewhere; and both what is left and the segment's own figure must differ from the same months of the year before
 * in the same direction, by a fifth of the change (a jump three months before the end still does so).
 */
export function judgeSegmentDrifts(series: readonly SegmentSeries[]): readonly SegmentDrift[] {
  const apart = series.map(apartFromOthers)
  const fits = apart.map(fitsOf)
  const usual = usualPersistence(fits)
  const tests = fits.map((fit, i) =>
    fit === undefined
      ? undefined
      : testFit(fit, usual, series[i]?.isPerMember === true ? LASTING : 0),
  )
  const adjusted = benjaminiHochberg(Float64Array.from(tests, (test) => test?.p ?? Number.NaN))
  return series.map((one, i) => {
    const values = apart[i] ?? new Float64Array()
    const test = tests[i]
    const found = described(one, values, read(one, values, { test, adjustedP: adjusted[i] ?? 1 }))
    return movedByItself(one, found) ? found : { ...found, kind: 'steady', at: undefined }
  })
}

function apartFromOthers({ own, others, isShare }: SegmentSeries): Float64Array {
  const usual = knownMean(others.filter((_, i) => Number.isFinite(own[i])))
  return own.map((value, i) => {
    const other = others[i] ?? Number.NaN
    const apart = isShare ? value - (other - usual) : (value * usual) / other
    return Number.isFinite(apart) ? apart : Number.NaN
  })
}

type Read = Pick<SegmentDrift, 'kind' | 'change' | 'adjustedP' | 'at' | 'n'>

function read(
  { own, isShare }: SegmentSeries,
  values: Float64Array,
  found: { readonly test: Test | undefined; readonly adjustedP: number },
): Read {
  const { test, adjustedP } = found
  const n = values.filter((value) => !Number.isNaN(value)).length
  const nothing = { change: undefined, adjustedP: undefined, at: undefined, n }
  if (test === undefined) return { kind: 'cannot-tell', ...nothing }
  const { change, at } = test
  const size = (change.value ?? 0) * Math.abs(knownMedian(values))
  const matters =
    isMaterial(relevanceOf(change, { matters: MATTERS, adjustedP })) &&
    (!isShare || Math.abs(size) >= POINTS) &&
    [values, own].every((one) => isOverYears(one, size))
  if (!matters) return { kind: 'steady', change, adjustedP, at: undefined, n }
  return { kind: at === undefined ? 'trend' : 'jump', change, adjustedP, at, n }
}

/** Months with the same month of the year before, as far as both are known. */
function yearPairs(
  values: Float64Array,
  from = 12,
): readonly (readonly [was: number, is: number])[] {
  const pairs: (readonly [number, number])[] = []
  for (let i = Math.max(12, from); i < values.length; i++) {
    const [was = Number.NaN, is = Number.NaN] = [values[i - 12], values[i]]
    if (!Number.isNaN(was) && !Number.isNaN(is)) pairs.push([was, is])
  }
  return pairs
}

/** Whether the later months differ from those a year before as a lasting change must; true where too few can be compared. */
function isOverYears(values: Float64Array, change: number): boolean {
  const pairs = yearPairs(values)
  if (pairs.length < FEWEST_PAIRS) return true
  const gap = knownMean(Float64Array.from(pairs, ([was, is]) => is - was))
  return gap > 0 === change > 0 && Math.abs(gap) >= Math.abs(change) / 5
}

/**
 * Whether the segment's own levels, as they are told, differ by what matters, and by no less than those elsewhere: what others did
 * while a segment stood still is theirs.
 */
function movedByItself({ isShare }: SegmentSeries, found: SegmentDrift): boolean {
  const { kind, before, after, othersBefore, othersAfter } = found
  if (kind !== 'trend' && kind !== 'jump') return true
  const moved = Math.abs(after - before)
  const matters = moved >= MATTERS * Math.abs(before) && (!isShare || moved >= POINTS)
  const elsewhere = Math.abs(othersAfter - othersBefore)
  const scale = isShare ? 1 : Math.abs(othersBefore / before)
  return matters && moved * scale >= elsewhere
}

function described(series: SegmentSeries, apart: Float64Array, found: Read): SegmentDrift {
  const [before, after] = levelsOf(series.own, found.at)
  const [othersBefore, othersAfter] = levelsOf(series.others, found.at)
  return { ...found, apart, before, after, othersBefore, othersAfter }
}

/** The same months of two years where that can be, so that no season is between them; else all before and after, or first and last quarter. */
function levelsOf(values: Float64Array, at: number | undefined): readonly [number, number] {
  const pairs = yearPairs(values, at).filter((_, i) => at === undefined || i < 12)
  if (pairs.length >= (at === undefined ? FEWEST_PAIRS : SHORTEST))
    return [
      knownMean(Float64Array.from(pairs, ([was]) => was)),
      knownMean(Float64Array.from(pairs, ([, is]) => is)),
    ]
  const quarter = Math.max(1, Math.round(values.length / 4))
  return [
    knownMean(values.subarray(0, at ?? quarter)),
    knownMean(values.subarray(at ?? values.length - quarter)),
  ]
}
