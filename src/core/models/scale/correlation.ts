/** Covariances and correlations of columns with missing answers, pair by pair. */

/** Symmetric matrices, row-major, over `size` columns. */
export interface PairMoments {
  readonly size: number
  readonly covariance: Float64Array
  readonly correlation: Float64Array
  /** The fewest rows that any pair of columns has in common. */
  readonly leastPairs: number
  /** Rows with at least one answer, and with all. */
  readonly rows: number
  readonly complete: number
}

/**
 * Each covariance over the rows that answered both (R's `pairwise.complete.obs`). Uses all answers, assumes that they
 * are missing by chance, and may give a matrix that no data could have: see the smallest eigenvalue.
 */
export function pairMoments(columns: readonly Float64Array[]): PairMoments {
  const size = columns.length
  const covariance = new Float64Array(size * size)
  const correlation = new Float64Array(size * size)
  let leastPairs = Infinity
  for (let a = 0; a < size; a++) {
    for (let b = a; b < size; b++) {
      const pair = pairOf(columns[a] as Float64Array, columns[b] as Float64Array)
      leastPairs = Math.min(leastPairs, pair.n)
      covariance[a * size + b] = pair.covariance
      covariance[b * size + a] = pair.covariance
      correlation[a * size + b] = pair.correlation
      correlation[b * size + a] = pair.correlation
    }
  }
  const length = columns[0]?.length ?? 0
  let rows = 0
  let complete = 0
  for (let i = 0; i < length; i++) {
    let answered = 0
    for (const column of columns) if (!Number.isNaN(column[i])) answered++
    if (answered > 0) rows++
    if (answered === size) complete++
  }
  return { size, covariance, correlation, leastPairs: size === 0 ? 0 : leastPairs, rows, complete }
}

/** The columns without the rows that miss an answer: what most published factor analyses start from. */
export function completeRows(columns: readonly Float64Array[]): readonly Float64Array[] {
  const length = columns[0]?.length ?? 0
  const kept = Array.from({ length }, (_, i) => i).filter((i) =>
    columns.every((column) => !Number.isNaN(column[i])),
  )
  return columns.map((column) => Float64Array.from(kept, (i) => column[i] as number))
}

function pairOf(
  a: Float64Array,
  b: Float64Array,
): { readonly n: number; readonly covariance: number; readonly correlation: number } {
  let n = 0
  let meanA = 0
  let meanB = 0
  for (let i = 0; i < a.length; i++) {
    const x = a[i] as number
    const y = b[i] as number
    if (x !== x || y !== y) continue
    n++
    meanA += x
    meanB += y
  }
  meanA /= n
  meanB /= n
  let both = 0
  let ownA = 0
  let ownB = 0
  for (let i = 0; i < a.length; i++) {
    const x = (a[i] as number) - meanA
    const y = (b[i] as number) - meanB
    if (x !== x || y !== y) continue
    both += x * y
    ownA += x * x
    ownB += y * y
  }
  const spread = Math.sqrt(ownA * ownB)
  return {
    n,
    covariance: n > 1 ? both / (n - 1) : Number.NaN,
    // A question that everyone answers alike goes with nothing, itself included.
    correlation: a === b && spread > 0 ? 1 : spread > 0 ? both / spread : Number.NaN,
  }
}
