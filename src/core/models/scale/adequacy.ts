/** Whether correlations are worth a factor analysis. */
import { chiSquareTail, cholesky, invertSymmetric, logDeterminant } from '../../stats/index.ts'

/** Kaiser's measure and Bartlett's test. */
export interface Adequacy {
  /** Overall, 0..1: under .5 do not; .6 mediocre; .8 meritorious (Kaiser 1974). */
  readonly kmo: number | undefined
  /** Per item, in order. */
  readonly items: readonly number[]
  /** Chi-square of "no correlation at all", its degrees of freedom and p. */
  readonly bartlett:
    | { readonly chiSquare: number; readonly df: number; readonly p: number }
    | undefined
}

/** Kaiser-Meyer-Olkin (Kaiser, Rice 1974) and Bartlett 1951, from correlations of `n` rows; `undefined` where one item is a sum of others. */
export function adequacy(correlation: Float64Array, size: number, n: number): Adequacy {
  const inverse = invertSymmetric(correlation, size)
  const lower = cholesky(correlation, size)
  if (inverse === undefined || lower === undefined) {
    return { kmo: undefined, items: [], bartlett: undefined }
  }
  const plain = new Float64Array(size)
  const partial = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      if (i === j) continue
      const scale = (inverse[i * size + i] as number) * (inverse[j * size + j] as number)
      plain[i] = (plain[i] as number) + (correlation[i * size + j] as number) ** 2
      partial[i] = (partial[i] as number) + (inverse[i * size + j] as number) ** 2 / scale
    }
  }
  const all = plain.reduce((sum, x) => sum + x, 0)
  const parts = partial.reduce((sum, x) => sum + x, 0)
  const df = (size * (size - 1)) / 2
  const chiSquare = -(n - 1 - (2 * size + 5) / 6) * logDeterminant(lower, size)
  return {
    kmo: all + parts > 0 ? all / (all + parts) : undefined,
    items: Array.from(plain, (x, i) => x / (x + (partial[i] as number))),
    bartlett: df > 0 ? { chiSquare, df, p: chiSquareTail(chiSquare, df) } : undefined,
  }
}
