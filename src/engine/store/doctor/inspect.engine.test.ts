/** The doctor tells the truth about a store in each state it can be in. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../../../test/kit/cluster.ts'
import { removeDataDirectory } from '../../../../test/kit/store.ts'
import { LOCALES } from '../../../core/base/index.ts'
import {
  FINDING_CODES,
  findingWords,
  inspectStore,
  openStore,
  stopSupervisor,
  supervisorStatus,
} from '../index.ts'

let folder: string
let dataDir: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-doctor-'))
  dataDir = join(folder, '.tessera')
})
afterAll(async () => {
  await removeDataDirectory(dataDir)
  rmSync(folder, { recursive: true, force: true })
})

const look = async (options: Parameters<typeof inspectStore>[0] = { dataDir }): Promise<string[]> =>
  (await inspectStore(options)).map((found) => `${found.severity} ${found.code}`)

test('before the first start', async () => {
  const found = await look()
  expect(found).toContain('info store/folder-absent')
  expect(found).toContain('info store/not-running')
  expect(found.filter((line) => line === 'info store/engine-installed')).toHaveLength(2)
  expect(found.filter((line) => line.startsWith('error'))).toEqual([])
})

test('while it runs, and after it was killed', async () => {
  const store = await openStore({ dataDir, programmeId: 'p', command: 'tessera up', lingerMs: 0 })
  const findings = await inspectStore({ dataDir })
  const running = findings.find((found) => found.code === 'store/running')
  expect(running?.params).toMatchObject({
    command: 'tessera up',
    doors: [`tessera up (pid ${process.pid})`],
  })
  const status = await supervisorStatus(dataDir)
  process.kill(status?.holder.pid ?? 0, 'SIGKILL')
  await store.close()
  await expect.poll(() => look()).toContain('info store/not-running')
})

test('a folder that others may read is pointed at', async () => {
  await stopSupervisor(dataDir)
  chmodSync(join(dataDir, 'run'), 0o755)
  expect(await look()).toContain('warning store/folder-open')
})

test('a file in the place of the folder', async () => {
  const denied = join(folder, 'denied')
  mkdirSync(denied, { mode: 0o500 })
  const found = await look({ dataDir: join(denied, '.tessera') })
  // root may write anywhere, so it is refused nothing.
  expect(found.includes('error store/folder-denied')).toBe(process.getuid?.() !== 0)
})

test('servers by URL: answering, refusing the login, absent; never a password', async () => {
  const server: TestServer = await startServer()
  try {
    const clickhouseUrl = server.clickhouseUrl
    const postgresUrl = 'postgres://me:topsecret@127.0.0.1:1/ledger'
    const findings = await inspectStore({ clickhouseUrl, postgresUrl })
    expect(findings.map((found) => found.code)).toEqual(['store/answers', 'store/no-answer'])
    expect(findings[1]?.params).toMatchObject({
      address: 'postgres://127.0.0.1:1/ledger',
      reason: 'store/engine-down',
    })
    expect(JSON.stringify(findings)).not.toContain('topsecret')
    const wrong = await inspectStore({
      clickhouseUrl: clickhouseUrl.replace(/:[^:@]+@/, ':nope@'),
      postgresUrl,
    })
    expect(wrong[0]).toMatchObject({
      code: 'store/no-answer',
      params: { reason: 'store/bad-login' },
    })
  } finally {
    await server.stop()
  }
})

test.each(LOCALES)(
  'every finding has words in %s, with the holes of the English ones',
  (locale) => {
    const holes = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort()
    for (const code of FINDING_CODES)
      expect(holes(findingWords(code, {}, locale))).toEqual(holes(findingWords(code, {}, 'en')))
  },
)
