/** Mended quarantine files as spreadsheets save them: read whole, or refused. */
import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mapping, openBench, type LoadBench } from '../../../test/kit/load.ts'

let bench: LoadBench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

const ORDERS = mapping(`
name: orders
kind: events
event: purchase
customer: customer
at: at
id: order
lines: item
fields: { item.product: sku, item.quantity: quantity, item.amount: amount }
`)
const HEAD = 'order,customer,at,sku,quantity,amount\n'

test('a mended file may be saved with semicolons; without its first line it is refused, never lost', async () => {
  const file = bench.write(
    'orders.csv',
    `${HEAD}A,c1,2025-01-01,x,zwei,1\nB,c1,2025-01-01,x,drei,1\n`,
  )
  const [report] = await bench.load([file], { mapping: ORDERS })
  const path = report?.quarantine ?? ''
  const text = readFileSync(path, 'utf8')
  const retry = async (written: string): Promise<unknown> => {
    writeFileSync(path, written)
    return await bench.load([path], { retry: true })
  }
  for (const spoilt of [text.split('\n').slice(1).join('\n'), text.replaceAll(',', '|'), '']) {
    await expect(retry(spoilt)).rejects.toMatchObject({
      code: 'intake/not-ready',
      issues: [{ code: 'intake/quarantine-header', params: { file: path } }],
    })
  }
  expect(await retry('line,column,code,reason,raw\n')).toMatchObject([
    { read: 0, issues: [{ code: 'intake/nothing-left' }] },
  ])
  const lines = ['A,c1,2025-01-01,x,2,1', 'B,c1,2025-01-01,x,3,1'].map(
    (raw) => `2;q;c;r;${raw}\r\n`,
  )
  expect(
    await retry(`\uFEFFline;column;code;reason;raw\r\n${lines.join('')}3;q;c;r;\r\n`),
  ).toMatchObject([{ read: 3, accepted: 2, rejected: 1 }])
})
