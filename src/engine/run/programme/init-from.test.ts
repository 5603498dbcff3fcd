/** What `init --from` makes of files it cannot place. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { initProgramme } from './init.ts'

const folder = mkdtempSync(join(tmpdir(), 'tessera-init-from-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a file of unknown kind is refused before anything is written', async () => {
  const file = join(folder, 'notes.csv')
  writeFileSync(file, 'colour,shape\nred,round\nblue,square\ngreen,round\n')
  const place = join(folder, 'new')
  const head = { name: 'Shop', timeZone: 'UTC', currency: 'EUR', locale: 'en' } as const
  await expect(initProgramme({ ...head, folder: place, files: [file] })).rejects.toMatchObject({
    code: 'intake/not-ready',
    issues: [{ code: 'intake/ask-kind', severity: 'error' }],
  })
  expect(existsSync(place)).toBe(false)
})

test('a column of statuses proposes which orders count', async () => {
  const file = join(folder, 'orders.csv')
  const rows = ['paid', 'Cancelled', 'shipped', 'pending'].map(
    (status, i) => `O${i},C${i},2026-01-0${i + 1} 10:00,${status},1${i}.50`,
  )
  writeFileSync(file, `order_id,customer_id,ordered_at,status,amount\n${rows.join('\n')}\n`)
  const place = join(folder, 'orders')
  const head = { name: 'Shop', timeZone: 'UTC', currency: 'EUR', locale: 'en' } as const
  const { issues } = await initProgramme({ ...head, folder: place, files: [file] })
  expect(readFileSync(join(place, 'tessera.yaml'), 'utf8')).toContain(
    'counts: { status: [paid, shipped] }',
  )
  expect(issues.find((i) => i.code === 'run/counts-proposed')?.message).toContain('Cancelled')
})

test('who says what the rows are and which column names the customer gets a programme', async () => {
  const file = join(folder, 'people.csv')
  writeFileSync(file, 'row,age,colour\n1,30,red\n2,41,blue\n3,41,red\n')
  const head = { name: 'Shop', timeZone: 'UTC', currency: 'EUR', locale: 'en' } as const
  const asked = { ...head, folder: join(folder, 'asked'), files: [file] }
  const said = { ...asked, as: 'customers', map: ['customer=row'] }
  await initProgramme(said)
  expect(readFileSync(join(asked.folder, 'mappings/people.yaml'), 'utf8')).toContain(
    'customer: row',
  )
  const catalogue = readFileSync(join(asked.folder, 'tessera.yaml'), 'utf8')
  expect(catalogue).toMatch(/age: number[\s\S]*colour: text/)
  expect(catalogue).not.toMatch(/\brow\b/)
})
