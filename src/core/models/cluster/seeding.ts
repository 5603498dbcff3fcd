/** First centres for k-means: far apart by chance in proportion to the squared distance. */
import type { Random } from '../../stats/index.ts'
import type { Points } from './points.ts'
import { squaredDistance } from './squared-distance.ts'

/**
 * k-means++ (Arthur, Vassilvitskii 2007), greedy: of 2 + ln k draws per centre the one that lowers the cost most is kept
 * (their section 5; scikit-learn does the same). Returns fewer than k centres where there are fewer distinct rows.
 */
export function seedCentres(points: Points, k: number, random: Random): Float64Array {
  const { values, rows, columns, weights } = points
  const centres = new Float64Array(k * columns)
  if (rows === 0) return centres.subarray(0, 0)
  const nearest = new Float64Array(rows).fill(Infinity)
  const trials = 2 + Math.floor(Math.log(k))
  let candidate = new Float64Array(rows)
  let best = new Float64Array(rows)
  let cost = Infinity
  for (let c = 0; c < k; c++) {
    let bestCost = Infinity
    let bestRow = -1
    for (let t = 0; t < (c === 0 ? 1 : trials); t++) {
      const row = draw(nearest, weights, cost, random)
      const reached = costWith({ values, rows, columns, weights }, row, nearest, candidate)
      if (reached >= bestCost) continue
      bestCost = reached
      bestRow = row
      const kept = best
      best = candidate
      candidate = kept
    }
    for (let j = 0; j < columns; j++) {
      centres[c * columns + j] = values[bestRow * columns + j] as number
    }
    nearest.set(best)
    cost = bestCost
    if (cost <= 0) return centres.subarray(0, (c + 1) * columns)
  }
  return centres
}

/** A row with chance in proportion to weight x squared distance; at first (cost infinite) to the weight alone. */
function draw(
  nearest: Float64Array,
  weights: Float64Array | undefined,
  cost: number,
  random: Random,
): number {
  const rows = nearest.length
  const first = cost === Infinity
  if (first && weights === undefined) return random.below(rows)
  let total = cost
  if (first) {
    total = 0
    for (let i = 0; i < rows; i++) total += weights?.[i] as number
  }
  let left = random.next() * total
  let last = 0
  for (let i = 0; i < rows; i++) {
    const w = weights === undefined ? 1 : (weights[i] as number)
    const mass = first ? w : w * (nearest[i] as number)
    if (mass <= 0) continue
    last = i
    left -= mass
    if (left < 0) return i
  }
  return last
}

function costWith(points: Points, row: number, nearest: Float64Array, into: Float64Array): number {
  const { values, rows, columns, weights } = points
  const from = row * columns
  let cost = 0
  for (let i = 0; i < rows; i++) {
    let squared = squaredDistance(values, i * columns, values, from, columns)
    const known = nearest[i] as number
    if (known < squared) squared = known
    into[i] = squared
    cost += weights === undefined ? squared : squared * (weights[i] as number)
  }
  return cost
}
