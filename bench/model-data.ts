/** Customers for the bench of models: real ones where the data are there, simulated ones otherwise and besides. */
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import {
  category,
  type Feature,
  type LearningTable,
  type LifetimeHistories,
  type Points,
} from '../src/core/models/index.ts'
import { createRandom, type Random } from '../src/core/stats/index.ts'

/** Real data of the literature, where someone has put them beside the repository. */
const DATA = new URL('../../shared/data/', import.meta.url)

/** Customers as models of lifetime see them, in weeks; `mean` is that of repeat purchases, 0 without one. */
export interface Base {
  readonly name: string
  readonly histories: Omit<LifetimeHistories, 'weight'>
  readonly mean: Float64Array
}

const DAYS = 7

function gamma(random: Random, shape: number): number {
  // Marsaglia, Tsang 2000; below 1 by their boost.
  if (shape < 1) return gamma(random, shape + 1) * (1 - random.next()) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = random.normal()
    const v = (1 + c * x) ** 3
    if (v <= 0) continue
    const u = 1 - random.next()
    if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** Parameters of Pareto/NBD, in weeks. */
interface Leaving {
  readonly name: string
  readonly r: number
  readonly alpha: number
  readonly s: number
  readonly beta: number
}

// The CDNOW sample's; and customers who all leave at one rate, which no data can tell from many others: the search for
// the best parameters then goes on for long.
const CDNOW = { name: 'simulated', r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }
const ALIKE = { name: 'simulated, all leave alike', r: 4, alpha: 125, s: 2000, beta: 1_200_000 }
// Gamma-Gamma in dollars, of the same sample.
const [P, Q, V] = [6.25, 3.74, 15.44]
const YEARS_SEEN = 2

/**
 * Pareto/NBD customers with CDNOW's parameters who came on any day of two years: their ages differ by the day, and few have
 * a history in common, unlike CDNOW's, who all came within twelve weeks.
 */
export function simulatedBase(customers: number, seed: number): Base {
  return simulate(customers, seed, CDNOW)
}

/** The same ages, but nobody is likelier to leave than anybody else. */
export function alikeBase(customers: number, seed: number): Base {
  return simulate(customers, seed, ALIKE)
}

function simulate(customers: number, seed: number, { name, r, alpha, s, beta }: Leaving): Base {
  const random = createRandom(seed)
  const days = YEARS_SEEN * 364
  const x = new Float64Array(customers)
  const tx = new Float64Array(customers)
  const T = new Float64Array(customers)
  const mean = new Float64Array(customers)
  const exponential = (rate: number): number => -Math.log(1 - random.next()) / rate
  for (let i = 0; i < customers; i++) {
    const age = 1 + random.below(days - 1)
    const rate = gamma(random, r) / alpha
    const gone = Math.min(exponential(gamma(random, s) / beta) * DAYS, age + 1)
    let repeats = 0
    let last = 0
    for (let t = exponential(rate) * DAYS; t < gone; t += exponential(rate) * DAYS) {
      const day = Math.floor(t)
      if (day > age || day === last) continue
      repeats++
      last = day
    }
    x[i] = repeats
    tx[i] = last / DAYS
    T[i] = age / DAYS
    const spend = gamma(random, Q) / V
    const each = repeats > 0 ? gamma(random, P * repeats) / spend / repeats : 0
    mean[i] = repeats > 0 ? Math.max(0.01, Math.round(each * 100) / 100) : 0
  }
  return { name, histories: { x, tx, T }, mean }
}

function linesOf(file: string): readonly string[] | undefined {
  const path = new URL(file, DATA)
  if (!existsSync(path)) return undefined
  return gunzipSync(readFileSync(path)).toString().trim().split('\n').slice(1)
}

const day = (text: string): number => Math.floor(Date.parse(text) / 86_400_000)

/** All 23,570 customers of CDNOW up to September 1997; undefined where the data are not there. */
export function cdnowBase(): Base | undefined {
  const end = day('1997-09-30')
  const seen = new Map<string, Map<number, number>>()
  for (const line of linesOf('cdnow/cdnow_master.csv.gz') ?? []) {
    const [customer = '', date = '', , amount] = line.split(',')
    const at = day(date)
    if (at > end) continue
    const days = seen.get(customer) ?? new Map<number, number>()
    seen.set(customer, days.set(at, (days.get(at) ?? 0) + Number(amount)))
  }
  if (seen.size === 0) return undefined
  const rows = [...seen.values()].map((days) => {
    const [[born, first] = [0, 0], ...later] = [...days].toSorted((a, b) => a[0] - b[0])
    const last = later.at(-1)?.[0] ?? born
    const paid = [...days.values()].reduce((sum, v) => sum + v, -first)
    const mean = later.length > 0 ? paid / later.length : 0
    return { x: later.length, tx: (last - born) / DAYS, T: (end - born) / DAYS, mean }
  })
  const column = (of: (row: (typeof rows)[number]) => number): Float64Array =>
    Float64Array.from(rows, of)
  const histories = { x: column((r) => r.x), tx: column((r) => r.tx), T: column((r) => r.T) }
  return { name: 'CDNOW', histories, mean: column((r) => r.mean) }
}

/** The same customers again until there are so many: no more distinct histories than before. */
export function repeatedBase(base: Base, customers: number): Base {
  const size = base.mean.length
  const again = (column: Float64Array): Float64Array =>
    Float64Array.from({ length: customers }, (_, i) => column[i % size] as number)
  const { x, tx, T } = base.histories
  const name = customers === size ? base.name : `${base.name}, repeated`
  return { name, histories: { x: again(x), tx: again(tx), T: again(T) }, mean: again(base.mean) }
}

/** Points to cluster, and whose they are. */
export interface Cloud {
  readonly name: string
  readonly points: Points
}

function standardised(columns: readonly Float64Array[], rows: number): Points {
  const width = columns.length
  const values = new Float64Array(rows * width)
  for (const [j, column] of columns.entries()) {
    const mean = column.reduce((sum, v) => sum + v, 0) / rows
    const spread = Math.sqrt(column.reduce((sum, v) => sum + (v - mean) ** 2, 0) / rows)
    for (let i = 0; i < rows; i++) values[i * width + j] = ((column[i] as number) - mean) / spread
  }
  return { values, rows, columns: width }
}

/** Logs of recency, frequency and spend of 4,338 buyers of Online Retail, standardised; as many simulated ones otherwise. */
export function retailCloud(): Cloud {
  const buyers = new Map<string, { last: number; paid: number; readonly orders: Set<string> }>()
  for (const line of linesOf('online_retail/online_retail.csv.gz') ?? []) {
    // Descriptions may hold commas; what is read stands before and after them.
    const cells = line.split(',')
    const [invoice = '', quantity, date = '', price, customer = ''] = [
      cells[0],
      Number(cells.at(-5)),
      cells.at(-4),
      Number(cells.at(-3)),
      cells.at(-2),
    ]
    if (customer === '' || !(quantity > 0) || !(price > 0)) continue
    const buyer = buyers.get(customer) ?? { last: 0, paid: 0, orders: new Set<string>() }
    buyer.last = Math.max(buyer.last, Date.parse(`${date.replace(' ', 'T')}Z`))
    buyer.paid += quantity * price
    buyer.orders.add(invoice)
    buyers.set(customer, buyer)
  }
  if (buyers.size === 0) return { name: 'simulated', points: simulatedCloud(4338, 1) }
  const all = [...buyers.values()]
  const end = Math.max(...all.map((b) => b.last))
  const columns = [
    Float64Array.from(all, (b) => Math.log1p((end - b.last) / 86_400_000)),
    Float64Array.from(all, (b) => Math.log(b.orders.size)),
    Float64Array.from(all, (b) => Math.log(b.paid)),
  ]
  return { name: 'Online Retail, RFM', points: standardised(columns, all.length) }
}

/** Logs of recency, frequency and spend of simulated customers, standardised. */
export function simulatedCloud(rows: number, seed: number): Points {
  const { histories, mean } = simulatedBase(rows, seed)
  const { x, tx, T } = histories
  const columns = [
    T.map((t, i) => Math.log1p((t - (tx[i] as number)) * DAYS)),
    x.map((v) => Math.log1p(v)),
    mean.map((m, i) => Math.log1p(m * (x[i] as number))),
  ]
  return standardised(columns, rows)
}

const NUMBERS = new Set([0, 5, 9, 11, 12, 13, 14])
const COLUMNS =
  'age,job,marital,education,default,balance,housing,loan,contact,day,month,duration,campaign,pdays,previous,poutcome'.split(
    ',',
  )

/** Bank Marketing: 45,211 calls with sixteen features, and who opened a deposit; simulated calls otherwise. */
export function bankTable(): { readonly name: string; readonly table: LearningTable } {
  const lines = linesOf('bank_marketing/bank_full.csv.gz')
  const cells = lines?.map((line) => line.split(',')) ?? simulatedCalls(45_211)
  const features = COLUMNS.map((name, j): Feature => {
    const texts = cells.map((row) => row[j] ?? '')
    if (!NUMBERS.has(j)) return category(name, texts)
    return { kind: 'number', name, values: Float64Array.from(texts, Number) }
  })
  const outcome = Uint8Array.from(cells, (row) => (row[16]?.trim() === 'yes' ? 1 : 0))
  return {
    name: lines === undefined ? 'simulated calls' : 'Bank Marketing',
    table: { features, outcome },
  }
}

function simulatedCalls(rows: number): readonly (readonly string[])[] {
  const random = createRandom(5)
  return Array.from({ length: rows }, () => {
    const row = COLUMNS.map((_, j) =>
      NUMBERS.has(j) ? String(Math.round(100 * random.normal())) : `l${random.below(2 + j)}`,
    )
    const odds = Number(row[0]) / 100 + Number(row[11]) / 100 + (row[1] === 'l0' ? 1 : -1) - 2
    return [...row, random.next() < 1 / (1 + Math.exp(-odds)) ? 'yes' : 'no']
  })
}
