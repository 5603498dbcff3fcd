/** A few who cause most of something that is counted, such as tickets. */

/** So many customers had each count. */
export type CountTable = readonly { readonly count: number; readonly customers: number }[]

/** Those with `from` or more. */
export interface HeavyFew {
  readonly from: number
  readonly customers: number
  readonly ofCustomers: number
  readonly held: number
}

/** They must cause at least so much of the whole, and be no more than a tenth of those who cause any of it. */
const LEAST_HELD = 0.2
const MOST_CUSTOMERS = 0.1

/**
 * The smallest group of customers with the highest counts that causes a fifth of the whole; undefined where those would be
 * many, or where one is the highest count: then nobody stands out. `population`: everybody, with and without.
 */
export function heavyFew(table: CountTable, population: number): HeavyFew | undefined {
  const rows = table.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count)
  const total = rows.reduce((sum, row) => sum + row.count * row.customers, 0)
  const any = rows.reduce((sum, row) => sum + row.customers, 0)
  let customers = 0
  let held = 0
  for (const row of rows) {
    customers += row.customers
    held += row.count * row.customers
    if (held < LEAST_HELD * total) continue
    if (row.count < 2 || customers > MOST_CUSTOMERS * any) return undefined
    return {
      from: row.count,
      customers,
      ofCustomers: population > 0 ? customers / population : 0,
      held: held / total,
    }
  }
  return undefined
}
