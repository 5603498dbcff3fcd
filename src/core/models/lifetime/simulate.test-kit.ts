/** Customers who behave as a model says, so that fits can be held to the truth. */
import { createRandom, type Random } from '../../stats/index.ts'
import type { LifetimeModel } from './model.ts'
import type { LifetimeRows } from './rows.ts'

/** Gamma with shape and rate, by Marsaglia and Tsang 2000. */
export function gammaDraw(random: Random, shape: number, rate: number): number {
  if (shape < 1) {
    return gammaDraw(random, shape + 1, rate) * Math.pow(1 - random.next(), 1 / shape)
  }
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = random.normal()
    const v = (1 + c * x) ** 3
    if (v <= 0) continue
    if (Math.log(1 - random.next()) < 0.5 * x * x + d - d * v + d * Math.log(v))
      return (d * v) / rate
  }
}

const exponential = (random: Random, rate: number): number => -Math.log(1 - random.next()) / rate

/** A drawn population: rows of one customer each, who is alive at T, and purchases within `horizon` after. */
export interface Drawn {
  readonly rows: LifetimeRows
  readonly alive: Float64Array
  readonly later: Float64Array
}

/** Draws n customers born evenly in the first third of `span`; times in whole days if the unit is a day. */
export function draw(
  model: LifetimeModel,
  options: {
    readonly n: number
    readonly span: number
    readonly seed: number
    readonly horizon?: number
  },
): Drawn {
  const { n, span, seed, horizon = 0 } = options
  const random = createRandom(seed)
  const [r = 0, alpha = 0, second = 0, third = 0] = model.parameters
  const make = (): Float64Array => new Float64Array(n)
  const rows = { x: make(), tx: make(), T: make(), weight: make().fill(1) }
  const alive = make()
  const later = make()
  for (let i = 0; i < n; i++) {
    const T = span - (random.next() * span) / 3
    const rate = gammaDraw(random, r, alpha)
    let death = Infinity
    let chance = 0
    if (model.kind === 'pareto-nbd') death = exponential(random, gammaDraw(random, second, third))
    else if (model.kind !== 'nbd') {
      const a = gammaDraw(random, second, 1)
      chance = a / (a + gammaDraw(random, third, 1))
    }
    if (model.kind === 'mbg-nbd' && random.next() < chance) death = 0
    rows.T[i] = T
    let t = 0
    for (;;) {
      t += exponential(random, rate)
      if (t > death || t > T + horizon) break
      if (t <= T) {
        rows.x[i] = (rows.x[i] ?? 0) + 1
        rows.tx[i] = t
      } else later[i] = (later[i] ?? 0) + 1
      if (chance > 0 && random.next() < chance) death = t
    }
    alive[i] = death > T ? 1 : 0
  }
  return { rows, alive, later }
}
