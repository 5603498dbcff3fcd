/** What `init --from` makes of files it cannot place. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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
