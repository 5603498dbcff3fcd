/** When values that time moves along curves (products and quotients of times) overtake each other: where polynomials are zero. */
import { join, raw, sql, type Sql } from '../../sql/index.ts'
import type { Clock } from '../time/clock.ts'
import { NEVER } from '../time/cross.ts'
import { emitValue, type Scope } from '../emit.ts'
import type { Value } from '../logic/logic.ts'
import { once } from '../once.ts'

/** Coefficients, lowest first, of a polynomial in the days from now. */
type Polynomial = readonly Sql[]

/** A value as one polynomial over another, as long as no day begins and no row passes an edge. */
interface Ratio {
  readonly over: Polynomial
  readonly under: Polynomial
}

const ZERO = raw('toFloat64(0)')
const ONE: Polynomial = [raw('toFloat64(1)')]

/**
 * The instants (ms, after now; NULL or NEVER for none) at which two values may overtake each other or one of them may
 * come or go: a millisecond early or more, never late. `right` absent: only comings and goings of `left`.
 */
export function curveFlips(left: Value, right: Value | undefined, scope: Scope): readonly Sql[] {
  const zeros: Polynomial[] = []
  const lefts = ratiosOf(left, scope, zeros)
  const rights = right === undefined ? [] : ratiosOf(right, scope, zeros)
  const sides = lefts.flatMap((a) =>
    rights.map((b) => [times(a.over, b.under), times(b.over, a.under)] as const),
  )
  return [...sides, ...zeros.map((zero) => [zero, [ZERO]] as const)].map(([a, b]) =>
    meeting(a, b, scope.clock),
  )
}

/** What a value may be: a greatest or least one is any of its parts. Divisors go to `zeros`. */
function ratiosOf(v: Value, scope: Scope, zeros: Polynomial[]): readonly Ratio[] {
  switch (v.kind) {
    case 'daysFromInstant':
      return [{ over: [float(emitValue(v, scope)), raw('toFloat64(1)')], under: ONE }]
    case 'msFromInstant':
      return [{ over: [float(emitValue(v, scope)), raw('toFloat64(86400000)')], under: ONE }]
    case 'negate':
      return ratiosOf(v.of, scope, zeros).map(({ over, under }) => ({
        over: over.map((c) => sql`(0 - ${c})`),
        under,
      }))
    case 'extreme':
      return v.parts.flatMap((part) => ratiosOf(part, scope, zeros))
    case 'arithmetic': {
      const rights = ratiosOf(v.right, scope, zeros)
      if (v.op === '/') for (const { over } of rights) if (over.length > 1) zeros.push(over)
      return ratiosOf(v.left, scope, zeros).flatMap((a) => rights.map((b) => combined(v.op, a, b)))
    }
    default:
      return [{ over: [float(emitValue(v, scope))], under: ONE }]
  }
}

function combined(op: '+' | '-' | '*' | '/', a: Ratio, b: Ratio): Ratio {
  if (op === '*') return { over: times(a.over, b.over), under: times(a.under, b.under) }
  if (op === '/') return { over: times(a.over, b.under), under: times(a.under, b.over) }
  const [left, right] = [times(a.over, b.under), times(b.over, a.under)]
  const over = Array.from({ length: Math.max(left.length, right.length) }, (_, i) => {
    const [x, y] = [left[i] ?? ZERO, right[i] ?? ZERO]
    return sql`(${x} ${raw(op)} ${y})`
  })
  return { over, under: times(a.under, b.under) }
}

function times(a: Polynomial, b: Polynomial): Polynomial {
  if (a === ONE) return b
  if (b === ONE) return a
  return Array.from({ length: a.length + b.length - 1 }, (_, n) => {
    const terms = a.flatMap((x, i) => {
      const y = b[n - i]
      return y === undefined ? [] : [sql`${x} * ${y}`]
    })
    return sql`(${join(terms, ' + ')})`
  })
}

/** NaN when it is missing. */
function float(of: Sql): Sql {
  return sql`ifNull(toFloat64(${of}), nan)`
}

/** Rounding of a side, as a share of it: some operations, each off by half of 2^-52. */
const BLUR = raw('2e-15')
/** Days in which nothing stored comes any more. */
const FAR = raw('1e9')
const DAY = raw('86400000')

/**
 * The first zero of a - b, looked for a little before both sides are the same but for rounding. Where they are that
 * already, every millisecond is looked at; where they stay so for an hour, every hour.
 */
function meeting(a: Polynomial, b: Polynomial, { now }: Clock): Sql {
  const degree = Math.max(a.length, b.length) - 1
  if (degree === 0) return NEVER
  const side = (p: Polynomial): Sql =>
    sql`[${join(
      Array.from({ length: degree + 1 }, (_, i) => p[i] ?? ZERO),
      ', ',
    )}]`
  const powers = (days: Sql): Sql =>
    sql`arrayMap(i -> pow(${days}, i), range(${raw(String(degree + 1))}))`
  const hour = sql`((intDiv(${now}, 3600000) + 1) * 3600000)`
  const instantAt = (days: Sql): Sql =>
    sql`(${now} + toInt64(floor(least(greatest(${days} * (1 - 1e-12) * ${DAY} - 2, 1), 1e13))))`
  return once('left_side', side(a), (left) =>
    once('right_side', side(b), (right) =>
      once('curve', sql`arrayMap((x, y) -> x - y, ${left}, ${right})`, (curve) =>
        once('zero', firstZero(curve, ZERO, degree), (zero) => {
          const sizes = sql`arrayMap((x, y) -> abs(x) + abs(y), ${left}, ${right})`
          const near = sql`if(${zero} < ${FAR}, ${zero}, 0.)`
          return once('blur', sql`${BLUR} * arrayDotProduct(${sizes}, ${powers(near)})`, (blur) => {
            const slack = sql`arrayDotProduct(arrayMap(x -> abs(x), ${curve}), ${powers(raw('(1 / 24)'))}) - abs(${curve}[1])`
            return sql`multiIf(NOT arrayAll(x -> isFinite(x), ${curve}) OR NOT isFinite(${blur}), ${NEVER},
                abs(${curve}[1]) > ${blur}, ${instantAt(firstZero(curve, blur, degree))},
                ${slack} <= ${blur}, ${hour}, ${now} + 1)`
          })
        }),
      ),
    ),
  )
}

/** In days; beyond FAR when there is none. The curve is taken to be nearer to zero by `blur`. */
function firstZero(curve: Sql, blur: Sql, degree: number): Sql {
  const start = sql`(${curve}[1] - sign(${curve}[1]) * ${blur})`
  if (degree === 1) return soonestOf([sql`(0 - ${start}) / ${curve}[2]`])
  if (degree === 2)
    return once(
      'root',
      sql`-0.5 * (${curve}[2] + if(${curve}[2] < 0, -1, 1) * sqrt(${curve}[2] * ${curve}[2] - 4 * ${start} * ${curve}[3]))`,
      (root) => soonestOf([sql`${root} / ${curve}[3]`, sql`${start} / ${root}`]),
    )
  return once('start', start, (from) => approached(curve, from, degree))
}

/** Steps towards a zero: each leaves at most two thirds of the way, so that the last is nearer than doubles tell. */
const STEPS = raw('range(80)')

/** The first zero from below: nearer than each step, all other terms together are less than the first. */
function approached(curve: Sql, start: Sql, degree: number): Sql {
  const at = raw('near')
  // The coefficients seen from there (Taylor).
  const seen = (j: number): Sql => {
    const terms = Array.from({ length: degree + 1 - j }, (_, k) => {
      const c = k + j === 0 ? start : sql`${curve}[${raw(String(k + j + 1))}]`
      return sql`${raw(String(choose(k + j, j)))} * ${c} * pow(${at}, ${raw(String(k))})`
    })
    return sql`abs(${join(terms, ' + ')})`
  }
  const parts = Array.from(
    { length: degree },
    (_, i) =>
      sql`pow(${seen(0)} / (${raw(String(degree))} * ${seen(i + 1)}), ${raw(String(1 / (i + 1)))})`,
  )
  const step = once(
    'step',
    sql`arrayMin([${join(parts, ', ')}])`,
    (by) => sql`if(isFinite(${by}), least(${at} + ${by}, 1e12), if(isNaN(${by}), ${at}, 1e12))`,
  )
  return sql`arrayFold((near, i) -> ${step}, ${STEPS}, toFloat64(0))`
}

function choose(n: number, k: number): number {
  return k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k
}

function soonestOf(zeros: readonly Sql[]): Sql {
  return sql`arrayMin(arrayMap(x -> if(isFinite(x) AND x > 0, x, 1e30), [${join(zeros, ', ')}]))`
}
