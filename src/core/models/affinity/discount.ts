/** Discount affinity: how much of a customer's spend waits for a discount, beyond what few purchases show by chance. */
import { fitBetaPrior, type BetaPrior, type ShareTable } from './beta-binomial.ts'

/** Distinct (purchases, share of spend bought at a discount) with the number of customers who have them. */
export interface DiscountTable {
  readonly purchases: Float64Array
  /** 0..1; round it to hundredths before compressing. */
  readonly discountedShare: Float64Array
  readonly customers: Float64Array
}

/**
 * The base's distribution of discount affinity. A share of spend counts as that share of the customer's purchases, so
 * that the evidence grows with purchases and not with money: ten small purchases say more of a habit than one large.
 */
export function fitDiscountAffinity(table: DiscountTable): BetaPrior | undefined {
  const hits = table.discountedShare.map((share, i) => share * (table.purchases[i] as number))
  const shares: ShareTable = { hits, n: table.purchases, customers: table.customers }
  return fitBetaPrior(shares)
}

/** Scores of all rows of the table, 0..1: the posterior means. */
export function discountAffinity(prior: BetaPrior, table: DiscountTable): Float64Array {
  const strength = prior.alpha + prior.beta
  return table.discountedShare.map((share, i) => {
    const n = table.purchases[i] as number
    return (share * n + prior.alpha) / (n + strength)
  })
}
