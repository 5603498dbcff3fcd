/** Whether spend and frequency are independent, as models that multiply them assume. */
import { normalQuantile, type Estimate } from '../../stats/index.ts'

/** Whether spend and frequency go together, which the model assumes they do not. */
export interface SpendIndependence {
  /** Pearson's correlation of x and mean, with Fisher's interval. */
  readonly plain: Estimate
  /** The same of their logarithms, which a few large spenders do not carry. */
  readonly logs: Estimate
  readonly isDoubtful: boolean
}

const LEVEL = 0.95
const FEWEST = 20
// Correlations below a tenth move forecasts by little, however significant (Cohen 1988 calls .1 small).
const RELEVANT_CORRELATION = 0.1

const log = (values: Float64Array): Float64Array => values.map((v) => Math.log(v))

const isRelevant = ({ value, low, high }: Estimate): boolean =>
  value !== undefined &&
  low !== undefined &&
  high !== undefined &&
  Math.abs(value) >= RELEVANT_CORRELATION &&
  low * high > 0

/** Pearson's r of x and mean, plain and of logs; doubtful where it is both certain and of a tenth or more. */
export function independenceOf(
  rows: { readonly x: Float64Array; readonly mean: Float64Array; readonly weight: Float64Array },
  n: number,
): SpendIndependence {
  const plain = correlation(rows.x, rows.mean, rows.weight, n)
  const logs = correlation(log(rows.x), log(rows.mean), rows.weight, n)
  return { plain, logs, isDoubtful: isRelevant(plain) || isRelevant(logs) }
}

/** Pearson's r with the interval of Fisher 1921: tanh(atanh r +- z / sqrt(n - 3)). */
function correlation(x: Float64Array, y: Float64Array, weight: Float64Array, n: number): Estimate {
  let meanX = 0
  let meanY = 0
  for (let i = 0; i < x.length; i++) {
    meanX += ((weight[i] as number) * (x[i] as number)) / n
    meanY += ((weight[i] as number) * (y[i] as number)) / n
  }
  let xx = 0
  let yy = 0
  let xy = 0
  for (let i = 0; i < x.length; i++) {
    const dx = (x[i] as number) - meanX
    const dy = (y[i] as number) - meanY
    const w = weight[i] as number
    xx += w * dx * dx
    yy += w * dy * dy
    xy += w * dx * dy
  }
  const none = { value: undefined, low: undefined, high: undefined, level: LEVEL, n }
  if (n === 0) return { ...none, status: 'none' }
  if (n < 4 || !(xx > 0) || !(yy > 0)) return { ...none, status: 'not-identified' }
  const r = xy / Math.sqrt(xx * yy)
  const reach = normalQuantile((1 + LEVEL) / 2) / Math.sqrt(n - 3)
  const centre = Math.atanh(Math.max(-1 + 1e-15, Math.min(1 - 1e-15, r)))
  return {
    value: r,
    low: Math.tanh(centre - reach),
    high: Math.tanh(centre + reach),
    level: LEVEL,
    n,
    status: n < FEWEST ? 'weak' : 'ok',
  }
}
