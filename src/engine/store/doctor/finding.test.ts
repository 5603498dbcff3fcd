// Judgements of the doctor, as tables.
import { expect, test } from 'vitest'
import { judgeAccount, judgeDisk, judgeMemory, judgePlatform, judgePort } from './finding.ts'

const MB = 2 ** 20

test.each([
  [0, 'error store/disk-nearly-full'],
  [256 * MB - 1, 'error store/disk-nearly-full'],
  [256 * MB, 'warning store/disk-low'],
  [2048 * MB, 'info store/disk-free'],
])('%d free bytes: %s', (bytes, expected) => {
  const { severity, code, params } = judgeDisk('/data', bytes)
  expect(`${severity} ${code}`).toBe(expected)
  expect(params).toEqual({ path: '/data', megabytes: Math.round(bytes / MB) })
})

test('little memory is told, enough is not', () => {
  expect(judgeMemory(1024 * MB)[0]).toMatchObject({
    code: 'store/memory-low',
    params: { megabytes: 1024 },
  })
  expect(judgeMemory(2048 * MB)).toEqual([])
})

test.each([
  ['linux', 'x64', true, true],
  ['linux', 'arm64', true, true],
  ['linux', 'x64', false, false],
  ['linux', 'ia32', true, false],
  ['darwin', 'arm64', false, false],
  ['win32', 'x64', false, false],
])('%s %s, glibc %s: fits %s', (platform, arch, isGlibc, fits) => {
  const found = judgePlatform({ platform, arch, isGlibc })
  expect(found.map((f) => f.code)).toEqual(fits ? [] : ['store/platform'])
})

test('the account PostgreSQL runs as', () => {
  expect(judgeAccount(() => undefined)).toEqual([])
  expect(judgeAccount(() => ({ name: 'nobody' }))[0]).toMatchObject({
    code: 'store/postgres-account',
  })
  const none = judgeAccount(() => {
    throw new Error('none')
  })
  expect(none[0]?.code).toBe('store/postgres-no-account')
})

test('ports', async () => {
  expect(await judgePort(async () => 4000)).toEqual([])
  expect((await judgePort(() => Promise.reject(new Error('no')))).map((f) => f.code)).toEqual([
    'store/no-port',
  ])
})
