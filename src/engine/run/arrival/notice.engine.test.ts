// What comes to light when arrivals are taken over is told where refused messages are; and merges go by the programme's clock.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBench, type LoadBench } from '../../../../test/kit/load.ts'
import { sql } from '../../../core/sql/index.ts'
import { compileChecker } from '../../intake/index.ts'
import { absorbArrivals } from './absorb.ts'
import { merge } from './door.ts'
import { openLog } from './log.ts'
import { listRefused } from './refusals.ts'

const NOW = Date.UTC(2031, 4, 6)
let bench: LoadBench

beforeAll(async () => {
  bench = await openBench('UTC')
})
afterAll(() => bench.close())

const timed = (): LoadBench['handle'] & { clock: { now(): number } } => ({
  ...bench.handle,
  clock: { now: () => NOW },
})
const programme = (): Parameters<typeof merge>[0] =>
  ({ current: async () => timed() }) as unknown as Parameters<typeof merge>[0]

async function take(...messages: readonly Record<string, unknown>[]): Promise<void> {
  const log = openLog({ doors: async () => bench.handle, now: () => NOW })
  const checker = compileChecker(bench.handle.programme.catalogue)
  const verdicts = messages.map((m) => checker.check(m, { receivedAt: NOW }))
  await log.append(verdicts.flatMap((v) => (v.ok ? v.rows : [])))
  while ((await absorbArrivals(timed())) !== undefined) continue
}

const bought = (userId: string, messageId: string): Record<string, unknown> => ({
  type: 'track',
  event: 'purchase',
  userId,
  messageId,
  properties: { amount: 1 },
})
const told = async (): Promise<readonly unknown[]> =>
  (await listRefused(bench.handle, { limit: 100, locale: 'en' })).map((one) => [
    one.messageId,
    one.issues.map((issue) => `${issue.severity} ${issue.code} ${issue.pointer}`).join(),
  ])

test('an id with the key of another is `intake/customer-key-collision`; the rest is taken', async () => {
  await bench.handle.analytics.run(
    sql`INSERT INTO customer (customer_key, customer_id, known_from, load) SELECT sipHash64('c1'), 'another', 0, 0`,
  )
  const traits = { type: 'identify', userId: 'c1', messageId: 't1', traits: { country: 'PT' } }
  const alias = { type: 'alias', userId: 'c2', previousId: 'c1', messageId: 'a1' }
  await take(bought('c1', 'e1'), bought('c2', 'e2'), traits, alias)
  expect(await bench.ask(sql`SELECT groupArray(id) AS ids FROM event_purchase`)).toEqual({
    ids: ['e2'],
  })
  expect(await bench.ask(sql`SELECT count() AS n FROM profile`)).toEqual({ n: '0' })
  expect(await bench.ask(sql`SELECT count() AS n FROM merged`)).toEqual({ n: '0' })
  const code = 'error intake/customer-key-collision /userId'
  const found = await told()
  expect(found).toHaveLength(3)
  expect(found).toEqual(
    expect.arrayContaining([
      ['e1', code],
      ['t1', code],
    ]),
  )
  const request = merge(programme(), { alias: 'c1', customer: 'c2' })
  await expect(request).rejects.toMatchObject({ code: 'intake/customer-key-collision' })
})

test('a claimed id stays where it is, and that is told once, as a warning `run/merge-taken`', async () => {
  const visit = (userId: string, messageId: string): Record<string, unknown> => ({
    type: 'identify',
    userId,
    anonymousId: 'device',
    messageId,
    traits: { country: 'PT' },
  })
  const before = (await told()).length
  await take(bought('device', 'd1'), visit('ana', 'i1'), visit('ben', 'i2'), visit('ben', 'i3'))
  await take(visit('ben', 'i4'))
  const found = await listRefused(bench.handle, { limit: 10, locale: 'en' })
  expect(found).toHaveLength(before + 1)
  expect(found[0]).toMatchObject({
    type: 'identify',
    issues: [{ code: 'run/merge-taken', severity: 'warning', pointer: '/anonymousId' }],
  })
  expect(found[0]?.issues[0]?.message).toContain('"device" is part of the customer "ana"')
  expect(JSON.parse(found[0]?.body ?? '')).toEqual({ userId: 'ben', anonymousId: 'device' })
})

test('whom nothing is known of is known from the merge on, by the clock of the programme', async () => {
  await merge(programme(), { alias: 'nobody', customer: 'someone' })
  const since = sql`SELECT toString(min(known_from)) AS at FROM customer WHERE customer_id = 'someone'`
  expect(await bench.ask(since)).toEqual({ at: '2031-05-06 00:00:00.000' })
})
