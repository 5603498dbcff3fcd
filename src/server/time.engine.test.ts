/** Freshness, history, the past, verification and frozen snapshots over real HTTP. */
import { expect, test } from 'vitest'
import type {
  CountSeriesWire,
  FreshnessWire,
  FrozenCheckWire,
  FrozenPageWire,
  FrozenWire,
  JobWire,
  PastMembersWire,
  TrailWire,
  VerifyWire,
} from '../core/contract/index.ts'
import { EXPECTED, useServer } from '../../test/kit/server.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const client = useServer()

test('the past is asked, verified and frozen over HTTP', async () => {
  for (const name of ['customers.csv', 'orders.csv']) {
    const raw = readFileSync(join(client.folder, 'data', name), 'utf8')
    await client.loadAs(await client.upload(name, raw))
  }
  const before = await client.answer<FreshnessWire>('/freshness')
  expect(before).toMatchObject({ watermark: null, late: false })
  const job = await client.answer<JobWire>('/evaluate', { body: { asOf: EXPECTED.asOf } }, 202)
  expect((await client.ended(job)).state).toBe('done')
  // An instant of the past that was asked for is where the state stays.
  const after = await client.answer<FreshnessWire>('/freshness')
  expect(after).toMatchObject({ pinned: true, late: false, behindSeconds: 0 })
  expect(Date.parse(after.watermark ?? '')).toBe(Date.parse(EXPECTED.asOf))

  const verified = await client.ended(
    await client.answer<JobWire>('/verify', { method: 'POST' }, 202),
  )
  expect(verified.report as VerifyWire).toMatchObject({ ok: true, differing: 0 })

  const asOf = encodeURIComponent(EXPECTED.asOf)
  const past = await client.answer<PastMembersWire>(
    `/segments/lapsing/past?asOf=${asOf}&reading=recomputed`,
  )
  expect(past.customerIds).toEqual(EXPECTED.members['lapsing'])
  expect(await client.problem(`/segments/lapsing/past?asOf=${asOf}`)).toMatchObject({
    code: 'run/not-held-then',
  })

  const body = { name: 'spring', segment: 'lapsing' }
  const made = await client.answer<FrozenWire>('/snapshots', { body }, 201)
  expect(made.members).toBe(EXPECTED.members['lapsing']?.length)
  expect(await client.answer<readonly FrozenWire[]>('/snapshots')).toEqual([made])
  const page = await client.answer<FrozenPageWire>('/snapshots/spring/members')
  expect(page.customerIds).toEqual(EXPECTED.members['lapsing'])
  const check = await client.answer<FrozenCheckWire>('/snapshots/spring/verify', { method: 'POST' })
  expect(check).toMatchObject({ ok: true, recomputed: made.digest })
  expect(await client.problem('/snapshots', { body })).toMatchObject({ code: 'run/frozen-exists' })
  const odd = { name: 'Not a name', segment: 'lapsing' }
  expect(await client.problem('/snapshots', { body: odd })).toMatchObject({
    code: 'run/frozen-name',
  })
  expect(await client.problem('/snapshots/none/members')).toMatchObject({
    code: 'run/frozen-unknown',
  })

  const trail = await client.answer<TrailWire>('/history?segment=lapsing')
  expect(trail.changes).toEqual([])
  const series = await client.answer<CountSeriesWire>('/count/series', {
    body: { definition: 'everyone', each: 'month', last: 2 },
  })
  expect(series.points.map((p) => p.count)).toEqual([8, 8])
})
