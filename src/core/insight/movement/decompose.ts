/** A change of spend split into customers, purchases per customer and spend per purchase. */

/** One span of time. */
export interface SpendParts {
  readonly customers: number
  readonly orders: number
  readonly spend: number
}

/** The parts add up to the total. */
export interface SpendChange {
  readonly total: number
  readonly customers: number
  readonly frequency: number
  readonly basket: number
}

/**
 * Logarithmic mean Divisia index (Ang 2004, Energy Policy 32:1131, table 3, additive LMDI-I): no rest, the same whichever
 * way the factors are ordered and, with its sign, whichever span comes first. Where a span has no spend all of it is customers.
 */
export function spendChange(before: SpendParts, after: SpendParts): SpendChange {
  const total = after.spend - before.spend
  const usable = [before, after].every((p) => p.customers > 0 && p.orders > 0 && p.spend > 0)
  if (!usable) return { total, customers: total, frequency: 0, basket: 0 }
  const weight = logMean(after.spend, before.spend)
  const customers = weight * Math.log(after.customers / before.customers)
  const frequency =
    weight * Math.log(after.orders / after.customers / (before.orders / before.customers))
  // What is left, so that rounding cannot make the parts miss the total.
  return { total, customers, frequency, basket: total - customers - frequency }
}

function logMean(a: number, b: number): number {
  const ratio = a / b
  return Math.abs(ratio - 1) < 1e-9 ? a : (a - b) / Math.log(ratio)
}
