/** The cheapest one-to-one pairing of rows with columns. */

/**
 * Hungarian method with potentials, O(rows^2 columns) (Kuhn 1955; the shortest augmenting path form of Jonker and
 * Volgenant 1987). `cost` is rows x columns, row-major, with rows <= columns. Returns the column of each row.
 */
export function cheapestPairing(cost: Float64Array, rows: number, columns: number): Int32Array {
  // Index 0 of each array stands for "none", so that rows and columns count from 1 here.
  const rowPrice = new Float64Array(rows + 1)
  const columnPrice = new Float64Array(columns + 1)
  const rowOf = new Int32Array(columns + 1)
  const cameFrom = new Int32Array(columns + 1)
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row
    const least = new Float64Array(columns + 1).fill(Infinity)
    const used = new Uint8Array(columns + 1)
    let at = 0
    do {
      used[at] = 1
      const from = rowOf[at] as number
      let step = Infinity
      let next = 0
      for (let j = 1; j <= columns; j++) {
        if (used[j] === 1) continue
        const reduced =
          (cost[(from - 1) * columns + j - 1] as number) -
          (rowPrice[from] as number) -
          (columnPrice[j] as number)
        if (reduced < (least[j] as number)) {
          least[j] = reduced
          cameFrom[j] = at
        }
        if ((least[j] as number) < step) {
          step = least[j] as number
          next = j
        }
      }
      for (let j = 0; j <= columns; j++) {
        if (used[j] === 1) {
          const owner = rowOf[j] as number
          rowPrice[owner] = (rowPrice[owner] as number) + step
          columnPrice[j] = (columnPrice[j] as number) - step
        } else least[j] = (least[j] as number) - step
      }
      at = next
    } while (rowOf[at] !== 0)
    while (at !== 0) {
      const before = cameFrom[at] as number
      rowOf[at] = rowOf[before] as number
      at = before
    }
  }
  const columnOf = new Int32Array(rows)
  for (let j = 1; j <= columns; j++) {
    const row = rowOf[j] as number
    if (row > 0) columnOf[row - 1] = j - 1
  }
  return columnOf
}
