// Every endpoint over real HTTP and real engines, against members worked out by hand.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type {
  CountWire,
  EvaluationWire,
  ImportWire,
  JobWire,
  MemberPageWire,
  OverviewWire,
  PreviewWire,
  QuarantinePageWire,
  SegmentWire,
} from '../core/contract/index.ts'
import { EXAMPLE, EXPECTED, useServer } from '../../test/kit/server.ts'

const client = useServer()
const { ask, answer, problem, ended, upload, loadAs } = client

describe('a programme over HTTP', () => {
  test('files are previewed, corrected, rehearsed, loaded', async () => {
    const file = readFileSync(join(EXAMPLE, 'data/customers.csv'))
    const preview = await upload('customers.csv', file)
    expect(preview).toMatchObject({ file: 'customers.csv', target: 'customers', questions: [] })
    expect(preview.detection.find((d) => d.aspect === 'delimiter')?.value).toBe(',')
    const to = Object.fromEntries(preview.columns.map((c) => [c.column, c.to]))
    expect(to).toMatchObject({ customer_id: 'customer', country: 'trait:country' })

    const without = await answer<PreviewWire>(`/uploads/${preview.uploadId}/preview`, {
      body: { mapping: preview.mapping, columns: { country: 'ignore' } },
    })
    expect(without.columns.find((c) => c.column === 'country')?.to).toBe('ignore')
    const again = await answer<PreviewWire>(`/uploads/${preview.uploadId}/preview`, {
      body: { mapping: without.mapping, columns: { country: 'trait:country' } },
    })
    expect(again.columns.find((c) => c.column === 'country')?.to).toBe('trait:country')

    expect(await loadAs(again, true)).toMatchObject({ state: 'dry-run', read: 8, rejected: 0 })
    expect((await answer<OverviewWire>('/programme')).population).toBe(0)
    expect(await loadAs(again)).toMatchObject({ state: 'done', read: 8, accepted: 8, rejected: 0 })

    const orders = await upload('orders.csv', readFileSync(join(EXAMPLE, 'data/orders.csv')))
    expect(await loadAs(orders)).toMatchObject({ state: 'done', read: 14, accepted: 14 })
    const twice = await upload('orders.csv', readFileSync(join(EXAMPLE, 'data/orders.csv')))
    expect(await loadAs(twice)).toMatchObject({ state: 'nothing-new', alreadyKnown: 14 })
  })

  test('evaluation runs as a job and publishes the counts worked out by hand', async () => {
    const job = await ended(
      await answer<JobWire>('/evaluate', { body: { asOf: EXPECTED.asOf } }, 202),
    )
    expect(job).toMatchObject({ kind: 'evaluate', state: 'done', progress: 1 })
    const report = job.report as EvaluationWire
    expect(Object.fromEntries(report.segments.map((s) => [s.key, s.count]))).toEqual(
      Object.fromEntries(Object.entries(EXPECTED.members).map(([k, ids]) => [k, ids.length])),
    )
    const all = await answer<readonly JobWire[]>('/jobs')
    expect(all.map((one) => one.id)).toContain(job.id)
    const overview = await answer<OverviewWire>('/programme')
    expect(overview.population).toBe(EXPECTED.population.length)
    expect(overview.snapshot?.asOf).toBe(new Date(EXPECTED.asOf).toISOString())
    expect(overview.events.find((e) => e.name === 'purchase')?.count).toBeGreaterThan(0)
    const drawn = overview.activity.filter((a) => a.event === 'purchase')
    expect(drawn.reduce((sum, a) => sum + a.count, 0)).toBe(
      overview.events.find((e) => e.name === 'purchase')?.count,
    )
  })

  test.each(Object.entries(EXPECTED.members))(
    'members of %s, each with a reason',
    async (key, ids) => {
      const page = await answer<MemberPageWire>(`/segments/${key}/members`)
      expect(page.members.map((m) => m.customerId)).toEqual(ids)
      for (const member of page.members) expect(member.reason).not.toBe('')
      const csv = await (await ask(`/segments/${key}/members.csv`)).text()
      expect(csv).toBe(['customer_id', ...ids, ''].join('\r\n'))
    },
  )

  test('members come page by page and can be searched', async () => {
    const first = await answer<MemberPageWire>('/segments/two_signs/members?limit=3')
    const rest = await answer<MemberPageWire>(
      `/segments/two_signs/members?limit=3&after=${first.next}`,
    )
    const ids = [...first.members, ...rest.members].map((m) => m.customerId)
    expect(ids).toEqual(EXPECTED.members['two_signs'])
    expect(rest.next).toBeNull()
    const found = await answer<MemberPageWire>('/segments/two_signs/members?search=c7')
    expect(found.members.map((m) => m.customerId)).toEqual(['C7'])
  })

  test('explanations agree with membership, in the asked language', async () => {
    for (const customer of EXPECTED.population) {
      const found = await answer<{ member: boolean; root: { truth: boolean } }>(
        `/explain?customer=${customer}&segment=lapsing&locale=es`,
      )
      expect(found.member).toBe(EXPECTED.members['lapsing']?.includes(customer))
    }
    expect(await problem('/explain?customer=nobody&segment=lapsing')).toMatchObject({
      status: 404,
      code: 'run/customer-unknown',
    })
  })

  test('a typed definition is counted, and the count stops when the asker goes', async () => {
    const asOf = EXPECTED.asOf
    const found = await answer<CountWire>('/count?locale=fr', {
      body: { definition: 'in segment "lapsing" or in segment "new_90"', asOf },
    })
    const union = new Set([
      ...(EXPECTED.members['lapsing'] ?? []),
      ...(EXPECTED.members['new_90'] ?? []),
    ])
    expect(found).toMatchObject({ count: union.size, population: EXPECTED.population.length })
    expect(found.sentence).not.toBe('')
    const gone = new AbortController()
    const asked = ask('/count', { body: { definition: 'everyone' }, signal: gone.signal })
    gone.abort()
    await expect(asked).rejects.toThrow()
    expect(await answer('/health')).toMatchObject({ ok: true })
  })
})

describe('segments over HTTP', () => {
  const draft = {
    key: 'portugal',
    name: { en: 'Portugal', 'pt-BR': 'Portugal' },
    why: { en: 'Where we began.' },
    status: 'active',
    definition: 'country = "PT"',
  }
  const put = { method: 'PUT' } as const

  test('are created, edited under their revision, and deleted', async () => {
    const made = await answer<SegmentWire>('/segments/portugal', { ...put, body: draft })
    expect(made).toMatchObject({ key: 'portugal', count: null, stale: false, issues: [] })
    expect(await problem('/segments/portugal', { ...put, body: draft })).toMatchObject({
      status: 409,
      code: 'run/segment-exists',
    })
    const edit = { ...draft, definition: 'country in ("PT", "BR")', revision: made.revision }
    const edited = await answer<SegmentWire>('/segments/portugal', { ...put, body: edit })
    expect(edited.definition).toBe('country in ("PT", "BR")')
    expect(await problem('/segments/portugal', { ...put, body: edit })).toMatchObject({
      status: 409,
      code: 'run/stale-revision',
    })
    await answer(`/segments/portugal`, { method: 'DELETE' }, 204)
    expect((await ask('/segments/portugal')).status).toBe(404)
  })

  test('of two saves at once from the same revision, one is refused', async () => {
    const { revision } = await answer<SegmentWire>('/segments/portugal', { ...put, body: draft })
    const save = async (definition: string): Promise<number> =>
      (await ask('/segments/portugal', { ...put, body: { ...draft, definition, revision } })).status
    const statuses = await Promise.all([save('country = "BR"'), save('country = "ES"')])
    expect(statuses.toSorted()).toEqual([200, 409])
    await answer('/segments/portugal', { method: 'DELETE' }, 204)
  })

  test('an edit keeps what else the file says, and shows the count as stale', async () => {
    const before = await answer<SegmentWire>('/segments/lapsing')
    const body = {
      key: 'lapsing',
      name: before.name,
      why: before.why,
      status: before.status,
      definition: 'count(purchase, last 365 days) >= 3',
      revision: before.revision,
    }
    const after = await answer<SegmentWire>('/segments/lapsing', { ...put, body })
    expect(after).toMatchObject({ stale: true, count: before.count, why: before.why })
  })

  test('one that others refer to is kept: run/segment-used', async () => {
    expect(await problem('/segments/active_60', { method: 'DELETE' })).toMatchObject({
      status: 409,
      code: 'run/segment-used',
    })
  })

  test('one with an error is saved, has no meaning, and says why', async () => {
    const body = { ...draft, key: 'broken', definition: 'contry = "PT"' }
    const saved = await answer<SegmentWire>('/segments/broken', { ...put, body })
    expect(saved).toMatchObject({ sentence: '', count: null })
    expect(saved.issues[0]).toMatchObject({
      code: 'segment/unknown-trait',
      at: { kind: 'file', file: 'segments/broken.yaml' },
      excerpt: { text: '  contry = "PT"', from: 2, to: 8 },
    })
    const job = await ended(await answer<JobWire>('/evaluate', { method: 'POST' }, 202))
    const report = job.report as EvaluationWire
    expect(report.segments.map((s) => s.key)).not.toContain('broken')
    expect(report.issues.map((issue) => issue.code)).toContain('segment/unknown-trait')
    await answer('/segments/broken', { method: 'DELETE' }, 204)
  })
})

describe('rows set aside', () => {
  test('are listed with line, column and reason, downloaded, mended and loaded', async () => {
    const rows = ['order_id,customer_id,ordered_at,status,channel,category,quantity,amount']
    rows.push('O90,C1,2026-03-01 10:00:00,paid,web,Tea,1,4.00')
    rows.push('O91,C2,2026-02-30 10:00:00,paid,web,Tea,1,4.00')
    const report = await loadAs(await upload('orders-march.csv', `${rows.join('\n')}\n`))
    expect(report).toMatchObject({ read: 2, accepted: 1, rejected: 1 })
    const path = `/imports/${report.importId}`
    const page = await answer<QuarantinePageWire>(`${path}/quarantine`)
    expect(page).toMatchObject({ total: 1, rows: [{ line: 3 }] })
    expect(page.rows[0]?.raw).toContain('2026-02-30')
    const csv = await (await ask(`${path}/quarantine.csv`)).text()
    const mended = csv.replace('2026-02-30', '2026-02-28')
    const job = await ended(await answer<JobWire>(`${path}/retry`, { raw: mended }, 202))
    expect(job).toMatchObject({ state: 'done', report: { read: 1, accepted: 1, rejected: 0 } })
    const imports = await answer<readonly ImportWire[]>('/imports')
    expect(imports.find((one) => one.id === report.importId)).toMatchObject({
      file: 'orders-march.csv',
      rejected: 1,
      hasQuarantine: true,
    })
    expect(await problem(`/imports/${imports.at(-1)?.id}/quarantine`)).toMatchObject({
      code: 'run/no-quarantine',
    })
  })

  test('a column may become a new trait, which is written into tessera.yaml', async () => {
    const preview = await upload('shoes.csv', 'customer_id,shoe_size\nC1,42\nC2,38\n')
    const edited = await answer<PreviewWire>(`/uploads/${preview.uploadId}/preview`, {
      body: { mapping: preview.mapping, columns: { shoe_size: 'new-trait:shoe_size' } },
    })
    expect(edited.columns.find((c) => c.column === 'shoe_size')).toMatchObject({
      to: 'trait:shoe_size',
      type: 'whole',
    })
    expect(await loadAs(edited)).toMatchObject({ accepted: 2, rejected: 0 })
    const found = await answer<CountWire>('/count', { body: { definition: 'shoe_size > 40' } })
    expect(found.count).toBe(1)
    expect(readFileSync(join(client.folder, 'tessera.yaml'), 'utf8')).toContain('shoe_size: number')
  })

  test('a job can be cancelled, and then nothing of it stays', async () => {
    const rows = ['customer_id,country']
    for (let i = 0; i < 200_000; i++) rows.push(`X${i},PT`)
    const preview = await upload('many.csv', `${rows.join('\n')}\n`)
    const body = { uploadId: preview.uploadId, mapping: preview.mapping }
    const job = await answer<JobWire>('/imports', { body }, 202)
    await answer(`/jobs/${job.id}`, { method: 'DELETE' }, 202)
    expect((await ended(job)).state).toBe('cancelled')
    expect((await answer<OverviewWire>('/programme')).population).toBe(EXPECTED.population.length)
  })
})
