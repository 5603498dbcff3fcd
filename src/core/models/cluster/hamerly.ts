/** Lloyd's iterations with the bounds of Hamerly: the same answer, most distances never taken. */
import type { Points } from './points.ts'
import { squaredDistance } from './squared-distance.ts'

/** Where the iterations stand; the arrays are reused from start to start. */
export interface LloydState {
  readonly points: Points
  readonly k: number
  readonly labels: Int32Array
  readonly centres: Float64Array
  readonly sums: Float64Array
  readonly mass: Float64Array
  /** At least the distance to the own centre. */
  readonly upper: Float64Array
  /** At most the distance to the second nearest. */
  readonly lower: Float64Array
  readonly moved: Float64Array
  readonly half: Float64Array
}

/** Room for iterations over `points` with k centres. */
export function createState(points: Points, k: number): LloydState {
  const { rows, columns } = points
  return {
    points,
    k,
    labels: new Int32Array(rows),
    centres: new Float64Array(k * columns),
    sums: new Float64Array(k * columns),
    mass: new Float64Array(k),
    upper: new Float64Array(rows),
    lower: new Float64Array(rows),
    moved: new Float64Array(k),
    half: new Float64Array(k),
  }
}

/**
 * Iterates from the centres in `state` until nothing moves, the centres' squared shift is below `tolerance`, or
 * `limit` is reached. Hamerly, Making k-means even faster, SIAM 2010, algorithm 1. Returns how many steps it took.
 */
export function iterate(
  state: LloydState,
  options: { readonly limit: number; readonly tolerance: number },
): { readonly steps: number; readonly converged: boolean } {
  assignAll(state)
  for (let step = 1; step <= options.limit; step++) {
    const rescued = rescueEmpty(state)
    const shift = moveCentres(state)
    if (rescued) {
      assignAll(state)
      continue
    }
    const changed = assignByBounds(state)
    if (changed === 0 || shift <= options.tolerance) {
      moveCentres(state)
      return { steps: step, converged: true }
    }
  }
  return { steps: options.limit, converged: false }
}

/** The sum of weighted squared distances to the own centre, without relying on bounds; labels are refreshed. */
export function settle(state: LloydState): number {
  return assignAll(state)
}

function assignAll(state: LloydState): number {
  const { points, k, labels, centres, sums, mass, upper, lower } = state
  const { values, rows, columns, weights } = points
  sums.fill(0)
  mass.fill(0)
  let inertia = 0
  for (let i = 0; i < rows; i++) {
    const at = i * columns
    let first = Infinity
    let second = Infinity
    let label = 0
    for (let c = 0, from = 0; c < k; c++, from += columns) {
      const squared = squaredDistance(values, at, centres, from, columns)
      if (squared < first) {
        second = first
        first = squared
        label = c
      } else if (squared < second) second = squared
    }
    const w = weights === undefined ? 1 : (weights[i] as number)
    labels[i] = label
    upper[i] = Math.sqrt(first)
    lower[i] = Math.sqrt(second)
    inertia += w * first
    mass[label] = (mass[label] as number) + w
    const to = label * columns
    for (let j = 0; j < columns; j++) {
      sums[to + j] = (sums[to + j] as number) + w * (values[at + j] as number)
    }
  }
  return inertia
}

/** Moves each centre to its mean, notes how far, and returns the sum of squared shifts. */
function moveCentres(state: LloydState): number {
  const { k, centres, sums, mass, moved, points } = state
  const { columns } = points
  let shift = 0
  for (let c = 0; c < k; c++) {
    const m = mass[c] as number
    let squared = 0
    for (let j = c * columns; j < (c + 1) * columns; j++) {
      const at = m > 0 ? (sums[j] as number) / m : (centres[j] as number)
      const gap = at - (centres[j] as number)
      squared += gap * gap
      centres[j] = at
    }
    moved[c] = Math.sqrt(squared)
    shift += squared
  }
  return shift
}

function halfDistances(state: LloydState): void {
  const { k, centres, half, points } = state
  const { columns } = points
  for (let a = 0; a < k; a++) {
    let least = Infinity
    for (let b = 0; b < k; b++) {
      if (a === b) continue
      const squared = squaredDistance(centres, a * columns, centres, b * columns, columns)
      if (squared < least) least = squared
    }
    half[a] = Math.sqrt(least) / 2
  }
}

/** How many rows changed their centre. */
function assignByBounds(state: LloydState): number {
  const { points, k, labels, centres, sums, mass, upper, lower, moved, half } = state
  const { values, rows, columns, weights } = points
  halfDistances(state)
  let most = 0
  let next = 0
  let mover = -1
  for (let c = 0; c < k; c++) {
    const far = moved[c] as number
    if (far > most) {
      next = most
      most = far
      mover = c
    } else if (far > next) next = far
  }
  let changed = 0
  for (let i = 0; i < rows; i++) {
    const label = labels[i] as number
    const low = (lower[i] as number) - (label === mover ? next : most)
    lower[i] = low
    let high = (upper[i] as number) + (moved[label] as number)
    upper[i] = high
    const bound = Math.max(half[label] as number, low)
    if (high <= bound) continue
    const at = i * columns
    high = Math.sqrt(squaredDistance(values, at, centres, label * columns, columns))
    upper[i] = high
    if (high <= bound) continue
    let first = Infinity
    let second = Infinity
    let to = label
    for (let c = 0, from = 0; c < k; c++, from += columns) {
      const squared = squaredDistance(values, at, centres, from, columns)
      if (squared < first) {
        second = first
        first = squared
        to = c
      } else if (squared < second) second = squared
    }
    lower[i] = Math.sqrt(second)
    upper[i] = Math.sqrt(first)
    if (to === label) continue
    changed++
    labels[i] = to
    const w = weights === undefined ? 1 : (weights[i] as number)
    mass[label] = (mass[label] as number) - w
    mass[to] = (mass[to] as number) + w
    for (let j = 0; j < columns; j++) {
      const x = w * (values[at + j] as number)
      sums[label * columns + j] = (sums[label * columns + j] as number) - x
      sums[to * columns + j] = (sums[to * columns + j] as number) + x
    }
  }
  return changed
}

/** Gives a centre that lost all rows the row that lies worst, as scikit-learn does. */
function rescueEmpty(state: LloydState): boolean {
  const { points, k, labels, sums, mass, upper } = state
  const { values, rows, columns, weights } = points
  let rescued = false
  for (let c = 0; c < k; c++) {
    // What is left after taking rows away may be a rounding error rather than zero.
    if ((mass[c] as number) > 1e-9) continue
    let worst = -1
    let far = 0
    for (let i = 0; i < rows; i++) {
      if ((weights === undefined || (weights[i] as number) > 0) && (upper[i] as number) > far) {
        far = upper[i] as number
        worst = i
      }
    }
    if (worst < 0) continue
    const w = weights === undefined ? 1 : (weights[worst] as number)
    const from = labels[worst] as number
    labels[worst] = c
    upper[worst] = 0
    mass[from] = (mass[from] as number) - w
    mass[c] = w
    for (let j = 0; j < columns; j++) {
      const x = w * (values[worst * columns + j] as number)
      sums[from * columns + j] = (sums[from * columns + j] as number) - x
      sums[c * columns + j] = x
    }
    rescued = true
  }
  return rescued
}
