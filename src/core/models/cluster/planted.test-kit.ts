/** Rows whose clusters are known, and rows that have none. */
import { createRandom } from '../../stats/index.ts'
import type { Points } from './points.ts'

/** Round normal clouds of deviation 1, their centres on a circle of `radius`, in three measures. */
export function planted(of: {
  readonly seed: number
  readonly clusters: number
  readonly rows: number
  readonly radius: number
}): { readonly points: Points; readonly truth: Int32Array } {
  const random = createRandom(of.seed)
  const values = new Float64Array(of.rows * 3)
  const truth = new Int32Array(of.rows)
  for (let i = 0; i < of.rows; i++) {
    const cluster = random.below(of.clusters)
    const angle = (2 * Math.PI * cluster) / of.clusters
    truth[i] = cluster
    values[i * 3] = of.radius * Math.cos(angle) + random.normal()
    values[i * 3 + 1] = of.radius * Math.sin(angle) + random.normal()
    values[i * 3 + 2] = random.normal()
  }
  return { points: { values, rows: of.rows, columns: 3 }, truth }
}

/** Shapes with one lump or none: a box evenly filled, a round cloud, a slanted cloud, a skewed one. */
export type Shapeless = 'uniform' | 'normal' | 'slanted' | 'lognormal' | 'heavy'

/** Rows without clusters. */
export function shapeless(of: {
  readonly seed: number
  readonly shape: Shapeless
  readonly rows: number
  readonly columns?: number
}): Points {
  const random = createRandom(of.seed)
  const columns = of.columns ?? 3
  const values = new Float64Array(of.rows * columns)
  for (let i = 0; i < of.rows; i++) {
    const tilt = random.normal()
    // Student's t with 4 degrees of freedom: a normal over a root of mean squares.
    const squares = [0, 0, 0, 0].reduce((sum) => sum + random.normal() ** 2, 0)
    for (let j = 0; j < columns; j++) {
      const z = random.normal()
      const drawn = {
        uniform: random.next(),
        normal: z,
        slanted: tilt + 0.5 * z,
        lognormal: Math.exp(0.5 * z),
        heavy: z / Math.sqrt(squares / 4),
      }
      values[i * columns + j] = drawn[of.shape]
    }
  }
  return { values, rows: of.rows, columns }
}
