/** Customers who bought at a discount only, against how many would by chance. */

/** So many customers made so many purchases. */
export type PurchaseTable = readonly { readonly orders: number; readonly customers: number }[]

/**
 * How many customers with at least `least` purchases would have made all of them at a discount if each purchase of everybody
 * had the same chance of it: the sum of chance ^ purchases. Many more than that are people of a habit.
 */
export function onlyByChance(table: PurchaseTable, chance: number, least: number): number {
  return table.reduce(
    (sum, { orders, customers }) => sum + (orders >= least ? customers * chance ** orders : 0),
    0,
  )
}
