/** Mixed data as they would be without kinds of customers: the same fields, the numbers one cloud, the categories apart. */
import type { Random } from '../../../stats/index.ts'
import { nullShape } from '../null-shape.ts'
import { shuffled } from '../sampling.ts'
import { mixedData, type MixedData } from './gower.ts'

/**
 * A draw with the values of every field kept: numbers are put in the order of a normal cloud of the same covariance (a
 * normal copula), so that age and income may go together without making clusters; categories are shuffled. Missing
 * numbers are filled with the field's own values.
 */
export function drawMixedNull(data: MixedData, random: Random): MixedData {
  const numbers = data.fields.filter((field) => field.kind === 'number')
  const { rows } = data
  const columns = numbers.length
  const values = new Float64Array(rows * columns)
  const sorted = numbers.map((field) => field.values.filter((x) => !Number.isNaN(x)).sort())
  for (const [j, field] of numbers.entries()) {
    const known = sorted[j] as Float64Array
    const mean = known.reduce((sum, x) => sum + x, 0) / Math.max(1, known.length)
    for (let i = 0; i < rows; i++) {
      const x = field.values[i] as number
      // In ranges, so that no unit outweighs another in the covariance.
      const range = (known.at(-1) ?? 0) - (known[0] ?? 0) || 1
      values[i * columns + j] = (Number.isNaN(x) ? 0 : x - mean) / range
    }
  }
  const cloud = nullShape({ values, rows, columns }, 'cloud').draw(random)
  let j = -1
  const fields = data.fields.map((field) => {
    if (field.kind === 'category') {
      const order = shuffled(rows, random)
      return { ...field, codes: order.map((i) => field.codes[i] as number) }
    }
    j++
    return {
      ...field,
      values: inOrderOf(cloud.values, sorted[j] as Float64Array, { rows, columns, j }),
    }
  })
  return mixedData(fields, data.ranges)
}

function inOrderOf(
  cloud: Float64Array,
  sorted: Float64Array,
  of: { readonly rows: number; readonly columns: number; readonly j: number },
): Float64Array {
  const { rows, columns, j } = of
  const order = Int32Array.from({ length: rows }, (_, i) => i)
  order.sort((a, b) => (cloud[a * columns + j] as number) - (cloud[b * columns + j] as number))
  const values = new Float64Array(rows).fill(Number.NaN)
  if (sorted.length === 0) return values
  for (let rank = 0; rank < rows; rank++) {
    values[order[rank] as number] = sorted[Math.floor((rank * sorted.length) / rows)] as number
  }
  return values
}
