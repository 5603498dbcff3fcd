// Real customers: what the judges say of four data sets, and that they say no more than there is.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { chooseK } from './choose-k.ts'
import { kMeans } from './k-means.ts'
import { fitScaling, scalePoints, type Measure } from './scaling.ts'

const RETAIL = 'online_retail/online_retail.csv.gz'
const DATA = join(import.meta.dirname, '../../../../../shared/data')

/** True where the file can be read; tests say that they skip where it cannot. */
function hasTable(path: string): boolean {
  return existsSync(join(DATA, path))
}

/** The rows of a table (no quoted commas), each a record of texts by column. */
function readTable(path: string): readonly ReadonlyMap<string, string>[] {
  const bytes = readFileSync(join(DATA, path))
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const [head, ...lines] = text.trim().split(/\r?\n/)
  const cells = (line: string): string[] => line.split(',').map((c) => c.replaceAll('"', ''))
  const names = cells(head ?? '')
  return lines.map((line) => new Map(cells(line).map((cell, i) => [names[i] ?? '', cell])))
}

/** A column as numbers; empty is missing. */
function numbers(rows: readonly ReadonlyMap<string, string>[], name: string): Float64Array {
  return Float64Array.from(rows, (row) => {
    const cell = row.get(name) ?? ''
    return cell === '' ? Number.NaN : Number(cell)
  })
}

/** Days since the last purchase, orders and spend of each customer, from a table of purchases. */
function recencyFrequencyMoney(
  purchases: Iterable<{
    readonly customer: string
    readonly order: string
    readonly date: string
    readonly amount: number
  }>,
): readonly { readonly name: string; readonly values: Float64Array }[] {
  const customers = new Map<string, { last: number; orders: Set<string>; amount: number }>()
  let end = 0
  for (const { customer, order, date, amount } of purchases) {
    const day = Date.parse(date.slice(0, 10)) / 86_400_000
    end = Math.max(end, day)
    const known = customers.get(customer) ?? { last: 0, orders: new Set(), amount: 0 }
    known.last = Math.max(known.last, day)
    known.orders.add(order)
    known.amount += amount
    customers.set(customer, known)
  }
  const all = [...customers.values()]
  return [
    { name: 'recency', values: Float64Array.from(all, (c) => end - c.last) },
    { name: 'frequency', values: Float64Array.from(all, (c) => c.orders.size) },
    { name: 'money', values: Float64Array.from(all, (c) => c.amount) },
  ]
}

/** The sales of the gift wholesaler with a customer, without cancellations; descriptions may hold commas. */
function retailPurchases(): readonly {
  readonly customer: string
  readonly order: string
  readonly date: string
  readonly amount: number
}[] {
  const text = gunzipSync(readFileSync(join(DATA, RETAIL))).toString('utf8')
  const pattern = /^([^,C][^,]*),[^,]*,.*,(\d+),(\d{4}-\d\d-\d\d)[^,]*,([\d.]+),(\d+),[^,]*$/
  return text.split('\n').flatMap((line) => {
    const cells = pattern.exec(line.trim())
    if (cells === null) return []
    const [, order = '', quantity, date = '', price, customer = ''] = cells
    const amount = Number(quantity) * Number(price)
    return amount > 0 ? [{ customer, order, date, amount }] : []
  })
}

const points = (measures: readonly Measure[]): ReturnType<typeof scalePoints> =>
  scalePoints(measures, fitScaling(measures))

describe('real data (skipped where ../shared/data is absent)', () => {
  const WHOLESALE = 'wholesale/wholesale.csv'
  test.skipIf(!hasTable(WHOLESALE))(
    'wholesalers: all judges like 2, one slanted cloud does as well',
    () => {
      const rows = readTable(WHOLESALE)
      const names = ['Fresh', 'Milk', 'Grocery', 'Frozen', 'Detergents_Paper', 'Delicassen']
      const choice = chooseK(points(names.map((name) => ({ name, values: numbers(rows, name) }))), {
        seed: 1,
        most: 4,
      })
      expect(choice.evidence[0]?.votes).toContain('prediction')
      expect(choice).toMatchObject({ verdict: 'no-structure', k: undefined })
    },
  )

  const CAMPAIGN = 'marketing_campaign/marketing_campaign.csv.gz'
  test.skipIf(!hasTable(CAMPAIGN))('marketing campaign: two kinds, by income and spend', () => {
    const rows = readTable(CAMPAIGN)
    const names = ['Income', 'MntWines', 'MntMeatProducts', 'NumWebPurchases', 'Recency']
    const measures = names.map((name) => ({ name, values: numbers(rows, name) }))
    const scaling = fitScaling(measures)
    expect(scaling[0]).toMatchObject({ missing: 24, n: 2216 })
    const choice = chooseK(scalePoints(measures, scaling), { seed: 1, most: 4 })
    expect(choice).toMatchObject({ verdict: 'structure', k: 2 })
  })

  const CDNOW = 'cdnow/cdnow_sample.csv.gz'
  test.skipIf(!hasTable(CDNOW))(
    'music buyers: once or more often; a discrete measure, so weak',
    () => {
      const purchases = readTable(CDNOW).map((row) => ({
        customer: row.get('master_id') ?? '',
        order: row.get('date') ?? '',
        date: row.get('date') ?? '',
        amount: Number(row.get('amount')),
      }))
      const measures = recencyFrequencyMoney(purchases)
      const choice = chooseK(points(measures), { seed: 1, most: 4 })
      expect(choice).toMatchObject({ k: 2, discreteColumns: [1], status: 'weak', n: 2357 })
    },
  )

  test.skipIf(!hasTable(RETAIL))(
    'gift wholesaler: RFM is a continuum, 20 starts agree on k = 5',
    () => {
      const retail = points(recencyFrequencyMoney(retailPurchases()))
      expect(retail.rows).toBe(4338)
      const fits = [1, 2, 3].map((seed) => kMeans(retail, { k: 5, seed }))
      for (const fit of fits) expect(fit.inertia).toBeLessThan(3330.3)
      expect(chooseK(retail, { seed: 1, most: 4 }).verdict).toBe('no-structure')
    },
  )
})
