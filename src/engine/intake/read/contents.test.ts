/** Files that are no tables are refused by name, and their bytes never reach a terminal. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { prepareFile } from '../prepare.ts'
import { intakeWords } from '../words/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'tessera-contents-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const catalogue = { traits: {}, events: {}, trees: {}, products: {} }
const noise = Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * n * 31 + n * 7) % 256))

test.each([
  ['orders.csv.gz', Buffer.from('a,b\n1,2\n'), 'intake/wrong-ending'],
  ['orders.zst', gzipSync('a,b\n1,2\n'), 'intake/wrong-ending'],
  ['orders.parquet', noise, 'intake/wrong-ending'],
  ['orders.parquet.gz', gzipSync(noise), 'intake/wrong-ending'],
  ['orders.xlsx', Buffer.from('PK\x03\x04 and so on'), 'intake/workbook'],
  ['orders.csv', noise, 'intake/not-text'],
  ['names.csv', Buffer.from('order,customer,"at"\r\n\r\n'), 'intake/no-rows'],
  ['blank.csv', Buffer.from('\n \n\n'), 'intake/no-rows'],
])('%s', async (name, bytes, code) => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  await expect(prepareFile({ path, catalogue, overrides: {} })).rejects.toMatchObject({ code })
})

test('a control character in the data is not passed on', () => {
  const params = { file: 'a\u001B[2Jb\u009B' }
  expect(intakeWords('intake/empty-file', params, 'en')).toBe('a [2Jb  is empty.')
})
