/** The simplex search of Nelder and Mead: for objectives without gradient, and where others fail. */
import type { Box } from './objective.ts'

/** How long and how exactly to search. */
export interface SimplexOptions {
  readonly box?: Box
  readonly size?: number
  readonly tolerance?: number
  readonly maxEvaluations?: number
}

interface Vertex {
  readonly x: Float64Array
  readonly value: number
}

/** The lowest vertex; `converged` is false where it ran out of evaluations. */
export interface SimplexMinimum extends Vertex {
  readonly evaluations: number
  readonly converged: boolean
}

/** Nelder and Mead 1965, with the coefficients of Gao and Han 2012 that adapt to the dimension. Deterministic. */
export function minimiseSimplex(
  f: (x: Float64Array) => number,
  start: Float64Array,
  options: SimplexOptions = {},
): SimplexMinimum {
  const n = start.length
  const { box } = options
  const tolerance = options.tolerance ?? 1e-10
  const limit = options.maxEvaluations ?? 400 * n
  let evaluations = 0
  const vertex = (raw: Float64Array): Vertex => {
    const x =
      box === undefined
        ? raw
        : raw.map((v, i) => Math.min(box.high[i] as number, Math.max(box.low[i] as number, v)))
    evaluations++
    const value = f(x)
    return { x, value: Number.isNaN(value) ? Infinity : value }
  }
  const simplex = [vertex(Float64Array.from(start))]
  for (let i = 0; i < n; i++) {
    const x = Float64Array.from(start)
    x[i] = (x[i] as number) + (options.size ?? 0.5)
    simplex.push(vertex(x))
  }
  const order = (): void => void simplex.sort((a, b) => a.value - b.value)
  order()
  const isSmall = (): boolean => {
    const [first] = simplex
    const last = simplex[n]
    if (first === undefined || last === undefined) return true
    const spread = Math.max(...last.x.map((v, i) => Math.abs(v - (first.x[i] as number))))
    return last.value - first.value <= tolerance * (1 + Math.abs(first.value)) && spread < 1e-4
  }
  for (;;) {
    if (evaluations >= limit || isSmall()) break
    step(simplex, vertex)
    order()
  }
  const best = simplex[0] as Vertex
  return { ...best, evaluations, converged: isSmall() }
}

function step(simplex: Vertex[], vertex: (x: Float64Array) => Vertex): void {
  const n = simplex.length - 1
  const best = simplex[0] as Vertex
  const worst = simplex[n] as Vertex
  const second = simplex[n - 1] as Vertex
  const centre = new Float64Array(n)
  for (let v = 0; v < n; v++) {
    const { x } = simplex[v] as Vertex
    for (let i = 0; i < n; i++) centre[i] = (centre[i] as number) + (x[i] as number) / n
  }
  const along = (t: number): Vertex =>
    vertex(centre.map((c, i) => c + t * ((worst.x[i] as number) - c)))
  const reflected = along(-1)
  if (reflected.value < best.value) {
    const expanded = along(-1 - 2 / n)
    simplex[n] = expanded.value < reflected.value ? expanded : reflected
    return
  }
  if (reflected.value < second.value) {
    simplex[n] = reflected
    return
  }
  const contraction = n > 1 ? 0.75 - 0.5 / n : 0.5
  const isOutside = reflected.value < worst.value
  const contracted = along(isOutside ? -contraction : contraction)
  if (contracted.value < (isOutside ? reflected.value : worst.value)) {
    simplex[n] = contracted
    return
  }
  const shrink = n > 1 ? 1 - 1 / n : 0.5
  for (let v = 1; v <= n; v++) {
    const { x } = simplex[v] as Vertex
    simplex[v] = vertex(best.x.map((b, i) => b + shrink * ((x[i] as number) - b)))
  }
}
