/** The squared Euclidean distance between two rows of flat arrays: the innermost step of all clustering. */

/**
 * Sum of squared differences of `columns` numbers from `at` in `a` and from `from` in `b`. Two to four measures, the usual
 * case, are written out: a loop of three rounds costs more than its body.
 */
export function squaredDistance(
  a: Float64Array,
  at: number,
  b: Float64Array,
  from: number,
  columns: number,
): number {
  if (columns === 3) {
    const x = (a[at] as number) - (b[from] as number)
    const y = (a[at + 1] as number) - (b[from + 1] as number)
    const z = (a[at + 2] as number) - (b[from + 2] as number)
    return x * x + y * y + z * z
  }
  if (columns === 2) {
    const x = (a[at] as number) - (b[from] as number)
    const y = (a[at + 1] as number) - (b[from + 1] as number)
    return x * x + y * y
  }
  if (columns === 4) {
    const x = (a[at] as number) - (b[from] as number)
    const y = (a[at + 1] as number) - (b[from + 1] as number)
    const z = (a[at + 2] as number) - (b[from + 2] as number)
    const w = (a[at + 3] as number) - (b[from + 3] as number)
    return x * x + y * y + z * z + w * w
  }
  let squared = 0
  for (let j = 0; j < columns; j++) {
    const gap = (a[at + j] as number) - (b[from + j] as number)
    squared += gap * gap
  }
  return squared
}
