/** The law of loading, on broken files made at random: no row is lost, each set aside is told, each mended is taken. */
import { readFileSync, writeFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mapping, openBench, type LoadBench } from '../../../test/kit/load.ts'
import { sql, value } from '../../core/sql/index.ts'
import { readQuarantine } from '../intake/index.ts'

const RUNS = 10
const SEED = Number(process.env['LAW_SEED'] ?? Date.now() % 2 ** 31)
const HEAD = 'order,customer,at,sku,quantity,amount'
const MAPPING = mapping(`
name: orders
format: { type: csv, encoding: utf-8, delimiter: ',', quote: '"', header: true, decimal: '.', dates: ymd }
kind: events
event: purchase
customer: customer
at: at
id: order
lines: item
fields: { item.product: sku, item.quantity: quantity, item.amount: amount }
`)

type Cells = readonly [string, string, string, string, string, string]

/** Each way to break a row: what stands in the file instead of it, and the column to be blamed, if it is one. */
const FLAWS = {
  number: { column: 'quantity', spoil: ([o, c, d, s, , a]: Cells) => line([o, c, d, s, 'two', a]) },
  day: {
    column: 'at',
    spoil: ([o, c, , s, q, a]: Cells) => line([o, c, '2025-02-30', s, q, a]),
  },
  guest: { column: 'customer', spoil: ([o, , d, s, q, a]: Cells) => line([o, '', d, s, q, a]) },
  short: { column: '', spoil: ([o, c, d]: Cells) => line([o, c, d]) },
  long: { column: '', spoil: (cells: Cells) => line([...cells, 'more', 'and more']) },
  quote: { column: '', spoil: ([o, c, d, , q, a]: Cells) => `${o},${c},${d},"open,${q},${a}` },
  bytes: { column: '', spoil: ([o, c, d, , q, a]: Cells) => `${o},${c},${d},\u{fffe},${q},${a}` },
} as const
type Flaw = keyof typeof FLAWS

function line(cells: readonly string[]): string {
  return cells
    .map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',')
}

const anyLine = fc.record({
  sku: fc.constantFrom('x', 'a,b', 'é', '“k”', 'z 1'),
  quantity: fc.integer({ min: 1, max: 9 }),
  cents: fc.integer({ min: -500, max: 500 }),
  flaw: fc.oneof(
    { weight: 9, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...(Object.keys(FLAWS) as Flaw[])) },
  ),
})
const anyOrder = fc.record({
  customer: fc.integer({ min: 1, max: 9 }),
  day: fc.integer({ min: 10, max: 28 }),
  lines: fc.array(anyLine, { minLength: 1, maxLength: 4 }),
})
type Order = typeof anyOrder extends fc.Arbitrary<infer T> ? T : never

interface Row {
  readonly order: string
  readonly sound: string
  readonly written: string
  readonly flaw: Flaw | undefined
  readonly cents: number
}

function rowsOf(orders: readonly Order[], run: number): readonly Row[] {
  return orders.flatMap(({ customer, day, lines }, n) =>
    lines.map(({ sku, quantity, cents, flaw }): Row => {
      const order = `r${run}-${n}`
      const amount = (cents / 100).toFixed(2)
      const cells: Cells = [order, `c${customer}`, `2025-01-${day}`, sku, `${quantity}`, amount]
      const sound = line(cells)
      const written = flaw === null ? sound : FLAWS[flaw].spoil(cells)
      return { order, sound, written, flaw: flaw ?? undefined, cents }
    }),
  )
}

/** U+FFFE stands for a byte that no UTF-8 has. */
function bytesOf(rows: readonly Row[]): Buffer {
  const text = `${HEAD}\n${rows.map((row) => row.written).join('\n')}\n`
  return Buffer.concat(
    text
      .split('\u{fffe}')
      .flatMap((part, n) => [...(n === 0 ? [] : [Buffer.of(0xff)]), Buffer.from(part)]),
  )
}

let bench: LoadBench
beforeAll(async () => {
  bench = await openBench('UTC')
})
afterAll(() => bench.close())

/** What the store holds of a run: number of lines and their amounts. */
async function stored(run: number): Promise<unknown> {
  return await bench.ask(sql`SELECT toUInt32(sum(length(e_item_amount))) AS lines,
    toInt64(sum(arraySum(arrayMap(x -> assumeNotNull(x), e_item_amount))) * 100) AS cents
    FROM event_purchase WHERE startsWith(id, ${value(`r${run}-`, 'String')})`)
}

function total(rows: readonly Row[]): unknown {
  return { lines: rows.length, cents: String(rows.reduce((sum, row) => sum + row.cents, 0)) }
}

async function checkLaw(orders: readonly Order[], run: number): Promise<void> {
  const rows = rowsOf(orders, run)
  const file = bench.write(`${run}.csv`, bytesOf(rows))
  const [report] = await bench.load([file], { mapping: MAPPING })
  expect(report?.read).toBe(rows.length)
  expect((report?.accepted ?? 0) + (report?.rejected ?? 0)).toBe(rows.length)
  const broken = new Set(rows.filter((row) => row.flaw !== undefined).map((row) => row.order))
  if (report?.quarantine === null || report === undefined) {
    expect(broken.size).toBe(0)
    expect(await stored(run)).toEqual(total(rows))
    return
  }
  const path = report.quarantine
  const aside = (await readQuarantine(path, { after: 0, limit: 10_000 })).rows
  expect(aside.length).toBe(report.rejected)
  const waiting = new Set<Row>()
  for (const { line: at, column, code, reason, raw } of aside) {
    const row = rows[at - 2]
    if (row === undefined) throw new Error(`no line ${at}`)
    waiting.add(row)
    expect(raw).toBe(row.flaw === 'bytes' ? latin(row.written) : row.written)
    expect([code.startsWith('intake/'), reason.length > 10]).toEqual([true, true])
    if (row.flaw !== undefined)
      expect([row.flaw, column]).toEqual([row.flaw, FLAWS[row.flaw].column])
  }
  expect(waiting.size).toBe(aside.length)
  // Whatever was accepted is whole: of an order with a broken line nothing is in the store.
  const accepted = rows.filter((row) => !waiting.has(row))
  expect(accepted.filter((row) => broken.has(row.order))).toEqual([])
  expect(await stored(run)).toEqual(total(accepted))
  const mended = aside.map((one) =>
    [String(one.line), one.column, one.code, one.reason, rows[one.line - 2]?.sound ?? '']
      .map((cell) => `"${cell.replaceAll('"', '""')}"`)
      .join(','),
  )
  const head = readFileSync(path, 'utf8').split('\n')[0] ?? ''
  writeFileSync(path, `${head}\n${mended.join('\n')}\n`)
  const [retried] = await bench.load([path], { retry: true })
  expect(retried).toMatchObject({ read: aside.length, accepted: aside.length, rejected: 0 })
  expect(await stored(run)).toEqual(total(rows))
}

/** Bytes that are no text are shown as Latin-1. */
function latin(written: string): string {
  return Buffer.from(written.replace('\u{fffe}', '\u{ff}'), 'utf8').toString('utf8')
}

test(
  'accepted + rejected = read; each rejected row is told as it was; all are taken when mended',
  { timeout: 300_000 },
  async () => {
    let run = 0
    const anyFile = fc.array(anyOrder, { minLength: 1, maxLength: 60 })
    const law = fc.asyncProperty(anyFile, (orders) => checkLaw(orders, ++run))
    await fc.assert(law, { seed: SEED, numRuns: RUNS, endOnFailure: true })
  },
)
