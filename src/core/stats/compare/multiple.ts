/** Many comparisons at once: how many of the findings are chance. */

/**
 * Adjusted p-values of Benjamini and Hochberg (1995): calling everything below q significant keeps the expected share
 * of false findings at q, for independent or positively dependent tests. Input in any order, output in the same order.
 * `NaN` marks a test that could not be made; it stays `NaN` and is not counted. `tests`: how many were made in all,
 * where `p` holds only the promising ones.
 */
export function benjaminiHochberg(p: Float64Array, tests?: number): Float64Array {
  const order = Array.from(p.keys())
    .filter((i) => !Number.isNaN(p[i] as number))
    .sort((a, b) => (p[b] as number) - (p[a] as number))
  const adjusted = new Float64Array(p.length).fill(Number.NaN)
  const m = order.length
  const all = Math.max(m, tests ?? 0)
  let smallest = 1
  for (let k = 0; k < m; k++) {
    const i = order[k] as number
    smallest = Math.min(smallest, ((p[i] as number) * all) / (m - k))
    adjusted[i] = smallest
  }
  return adjusted
}
