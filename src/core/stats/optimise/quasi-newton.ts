/** BFGS within a box: for smooth objectives of few parameters, whose gradient is known. */
import type { Box, Minimum, Objective } from './objective.ts'

/** How long and how exactly to search. */
export interface SearchOptions {
  readonly box?: Box
  /** Stop when no free coordinate's derivative exceeds this; objectives should be scaled to about 1. */
  readonly tolerance?: number
  readonly maxIterations?: number
  /** The longest step of one coordinate in one iteration: keeps exponentials of logs within reason. */
  readonly maxStep?: number
  /** The inverse of the second derivatives near the start, row-major, where it is known: saves the search for it. */
  readonly inverse?: Float64Array
}

interface State {
  x: Float64Array
  value: number
  gradient: Float64Array
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

/**
 * Minimises by BFGS with a weak Wolfe line search (Nocedal, Wright 2006, algorithm 6.1; Lewis, Overton 2013), holding
 * coordinates that press against the box (Bertsekas 1982). Deterministic.
 */
export function minimise(
  objective: Objective,
  start: Float64Array,
  options: SearchOptions = {},
): Minimum {
  const n = start.length
  const box = options.box ?? {
    low: new Float64Array(n).fill(-Infinity),
    high: new Float64Array(n).fill(Infinity),
  }
  const tolerance = options.tolerance ?? 1e-8
  const maxIterations = options.maxIterations ?? 200
  let evaluations = 0
  const evaluate = (x: Float64Array): State => {
    evaluations++
    const gradient = new Float64Array(n)
    const value = objective(x, gradient)
    return { x, value: Number.isFinite(value) ? value : Infinity, gradient }
  }
  let at = evaluate(clamp(start, box))
  const inverse = options.inverse === undefined ? identity(n) : Float64Array.from(options.inverse)
  let isFresh = options.inverse === undefined
  let converged = false
  let held: Uint8Array = new Uint8Array(n)
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    const pressed = pressing(at, box)
    if (held.some((h, i) => h === 1 && pressed[i] === 0)) {
      // What a coordinate does that was held until now is not known.
      reset(inverse, n)
      isFresh = true
    } else {
      for (let i = 0; i < n; i++) if (pressed[i] === 1 && held[i] === 0) hold(inverse, n, i)
    }
    held = pressed
    const free = at.gradient.map((g, i) => (held[i] === 1 ? 0 : g))
    const steepest = largest(free)
    if (steepest <= tolerance) {
      converged = true
      break
    }
    const direction = descent(inverse, free, options.maxStep ?? 2)
    // What a step could still gain is lost in rounding.
    if (steepest <= 10 * tolerance && -dot(free, direction) <= 1e-14 * Math.abs(at.value)) {
      converged = true
      break
    }
    const next = lineSearch(evaluate, at, direction, box)
    if (next === undefined || at.value - next.value <= 1e-16 * Math.abs(at.value)) {
      // No lower point along the way: the end of precision, or a curvature estimate gone bad.
      if (isFresh) {
        converged = steepest <= 1e3 * tolerance
        break
      }
      reset(inverse, n)
      isFresh = true
      continue
    }
    isFresh = !updateInverse(inverse, { from: at, to: next, held }, isFresh)
    at = next
  }
  return { ...at, evaluations, converged, atBound: bound(at.x, box) }
}

function clamp(x: Float64Array, box: Box): Float64Array {
  return x.map((v, i) => Math.min(box.high[i] as number, Math.max(box.low[i] as number, v)))
}

function bound(x: Float64Array, box: Box): readonly number[] {
  return [...x.keys()].filter((i) => x[i] === box.low[i] || x[i] === box.high[i])
}

/** Marks coordinates that press outwards against the box. */
function pressing({ x, gradient }: State, box: Box): Uint8Array {
  return Uint8Array.from(x, (v, i) => {
    const g = gradient[i] as number
    return (v === box.low[i] && g > 0) || (v === box.high[i] && g < 0) ? 1 : 0
  })
}

/**
 * The inverse for the others once coordinate `k` stands still: that of what is left of the matrix is not what is left of
 * the inverse (a Schur complement), and steps along the wrong one creep.
 */
function hold(inverse: Float64Array, n: number, k: number): void {
  const pivot = inverse[k * n + k] as number
  const column = Float64Array.from({ length: n }, (_, i) => inverse[i * n + k] as number)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const own = inverse[i * n + j] as number
      const isIts = i === k || j === k
      inverse[i * n + j] = isIts
        ? Number(i === j)
        : own - ((column[i] as number) * (column[j] as number)) / pivot
    }
  }
}

const largest = (v: Float64Array): number => v.reduce((m, x) => Math.max(m, Math.abs(x)), 0)

function descent(inverse: Float64Array, free: Float64Array, maxStep: number): Float64Array {
  const n = free.length
  const direction = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    if (free[i] === 0) continue
    let sum = 0
    for (let j = 0; j < n; j++) sum -= (inverse[i * n + j] as number) * (free[j] as number)
    direction[i] = sum
  }
  const longest = largest(direction)
  return longest > maxStep ? direction.map((d) => (d * maxStep) / longest) : direction
}

/** A point lower enough and flat enough, else the lowest lower one, else `undefined`. */
function lineSearch(
  evaluate: (x: Float64Array) => State,
  at: State,
  direction: Float64Array,
  box: Box,
): State | undefined {
  const slope = dot(at.gradient, direction)
  if (!(slope < 0)) return undefined
  let low = 0
  let high = Infinity
  let t = 1
  let best: State | undefined
  // Shorter steps change nothing but the last digit.
  const least = 1e-17 * Math.abs(at.value)
  for (let i = 0; i < 40 && (i === 0 || -slope * t > least); i++) {
    const x = clamp(
      at.x.map((v, j) => v + t * (direction[j] as number)),
      box,
    )
    const next = evaluate(x)
    if (next.value < (best?.value ?? at.value)) best = next
    const moved = x.map((v, j) => v - (at.x[j] as number))
    const isClamped = moved.some(
      (m, j) => Math.abs(m) < Math.abs(0.999 * t * (direction[j] as number)),
    )
    if (!(next.value <= at.value + 1e-4 * dot(at.gradient, moved))) high = t
    else if (dot(next.gradient, direction) < 0.9 * slope && !isClamped) low = t
    else return next
    t = high < Infinity ? (low + high) / 2 : 2 * t
    // A quadratic through the two values and the slope finds the first bracket faster than halving.
    if (i === 0 && high < Infinity && Number.isFinite(next.value)) {
      const guess = -slope / (2 * (next.value - at.value - slope))
      if (guess > 0.1 && guess < 0.9) t = guess
    }
  }
  return best
}

function identity(n: number): Float64Array {
  const matrix = new Float64Array(n * n)
  reset(matrix, n)
  return matrix
}

function reset(matrix: Float64Array, n: number): void {
  matrix.fill(0)
  for (let i = 0; i < n; i++) matrix[i * n + i] = 1
}

/** The BFGS update of the inverse Hessian; false where the step shows no upward curvature. */
function updateInverse(
  inverse: Float64Array,
  step: { readonly from: State; readonly to: State; readonly held: Uint8Array },
  isFresh: boolean,
): boolean {
  const { from, to, held } = step
  const n = from.x.length
  const s = to.x.map((v, i) => v - (from.x[i] as number))
  const y = to.gradient.map((v, i) => (held[i] === 1 ? 0 : v - (from.gradient[i] as number)))
  const sy = dot(s, y)
  if (!(sy > 1e-14 * Math.sqrt(dot(s, s) * dot(y, y)))) return false
  // The first step sets the scale (Nocedal, Wright, 6.20).
  if (isFresh) {
    const scale = sy / dot(y, y)
    for (let i = 0; i < n; i++) inverse[i * n + i] = scale
  }
  const hy = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      hy[i] = (hy[i] as number) + (inverse[i * n + j] as number) * (y[j] as number)
    }
  }
  const factor = (1 + dot(y, hy) / sy) / sy
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const cross = (hy[i] as number) * (s[j] as number) + (s[i] as number) * (hy[j] as number)
      inverse[i * n + j] =
        (inverse[i * n + j] as number) + factor * (s[i] as number) * (s[j] as number) - cross / sy
    }
  }
  return true
}
