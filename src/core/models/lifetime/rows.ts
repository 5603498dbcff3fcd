/** Customers by sufficient statistics, one row per distinct history. */

/**
 * Histories that say all the models of lifetime use (Fader, Hardie, Lee 2005, section 2). All arrays have one length.
 * Times are in one unit, whichever; every rate and horizon is then in that unit. Fit in days divided by the days of
 * the unit: times rounded to whole weeks lose information.
 */
export interface LifetimeRows {
  /** Repeat purchases: purchases after the first, those of one day counted once. */
  readonly x: Float64Array
  /** Time from first to last purchase; 0 where x is 0. Not the time since the last purchase. */
  readonly tx: Float64Array
  /** Time from first purchase to the end of observation, >= tx. */
  readonly T: Float64Array
  /** Customers with this history. */
  readonly weight: Float64Array
}

/** Histories before they are merged; each counts once where no weight is given. */
export type LifetimeHistories = Omit<LifetimeRows, 'weight'> & Partial<LifetimeRows>

/** What an uncompressed customer belongs to, so that scores can be handed back. */
export interface Compression {
  /** Distinct histories, ordered by x, T, tx. */
  readonly rows: LifetimeRows
  /** For each row given, its row in `rows`. */
  readonly index: Int32Array
}

const bits = new Float64Array(1)
const words = new Uint32Array(bits.buffer)

function mix(hash: number, value: number): number {
  bits[0] = value
  let h = Math.imul(hash ^ (words[0] as number), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13) ^ (words[1] as number), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** Merges equal histories, adding weights. One million customers of a year become some thousand rows. */
export function compressLifetime(given: LifetimeHistories): Compression {
  const { x, tx, T, weight } = given
  const n = x.length
  let size = 16
  while (size < 2 * n) size *= 2
  const slots = new Int32Array(size).fill(-1)
  const first = new Int32Array(n)
  const sums = new Float64Array(n)
  const index = new Int32Array(n)
  let count = 0
  for (let i = 0; i < n; i++) {
    const hash = mix(mix(mix(0x9e3779b9, x[i] as number), tx[i] as number), T[i] as number)
    let slot = hash & (size - 1)
    for (;;) {
      const at = slots[slot] as number
      if (at < 0) {
        slots[slot] = count
        first[count] = i
        index[i] = count++
        break
      }
      const other = first[at] as number
      if (x[other] === x[i] && tx[other] === tx[i] && T[other] === T[i]) {
        index[i] = at
        break
      }
      slot = (slot + 1) & (size - 1)
    }
    const group = index[i] as number
    sums[group] = (sums[group] as number) + (weight === undefined ? 1 : (weight[i] as number))
  }
  return arrange({ x, tx, T }, first.subarray(0, count), sums, index)
}

/** Orders the groups so that the models can reuse what neighbours share. */
function arrange(
  { x, tx, T }: Omit<LifetimeRows, 'weight'>,
  first: Int32Array,
  sums: Float64Array,
  index: Int32Array,
): Compression {
  const order = Int32Array.from(first.keys()).sort((i, j) => {
    const a = first[i] as number
    const b = first[j] as number
    return (
      (x[a] as number) - (x[b] as number) ||
      (T[a] as number) - (T[b] as number) ||
      (tx[a] as number) - (tx[b] as number)
    )
  })
  const place = new Int32Array(order.length)
  for (let i = 0; i < order.length; i++) place[order[i] as number] = i
  for (let i = 0; i < index.length; i++) index[i] = place[index[i] as number] as number
  const take = (source: Float64Array): Float64Array =>
    Float64Array.from(order, (g) => source[first[g] as number] as number)
  return {
    rows: {
      x: take(x),
      tx: take(tx),
      T: take(T),
      weight: Float64Array.from(order, (g) => sums[g] as number),
    },
    index,
  }
}

/** Totals that decide whether anything can be fitted. */
export interface LifetimeTotals {
  readonly customers: number
  readonly repeatBuyers: number
  readonly repeats: number
  readonly meanAge: number
}

/** Adds up; asserts nothing of the order of rows. */
export function lifetimeTotals(rows: LifetimeRows): LifetimeTotals {
  let customers = 0
  let repeatBuyers = 0
  let repeats = 0
  let age = 0
  for (let i = 0; i < rows.x.length; i++) {
    const w = rows.weight[i] as number
    const x = rows.x[i] as number
    customers += w
    if (x > 0) repeatBuyers += w
    repeats += w * x
    age += w * (rows.T[i] as number)
  }
  return { customers, repeatBuyers, repeats, meanAge: customers > 0 ? age / customers : 0 }
}
