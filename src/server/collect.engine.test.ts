// Events over real HTTP as senders post them, with the client that people already use, into real engines.
import { Analytics } from '@segment/analytics-node'
import { beforeAll, describe, expect, test } from 'vitest'
import type {
  ArrivalsWire,
  CollectWire,
  JobWire,
  MemberPageWire,
  MergeWire,
  NewWriteKeyWire,
  ProblemWire,
  WriteKeyWire,
} from '../core/contract/index.ts'
import { sql, value } from '../core/sql/index.ts'
import { absorbArrivals } from '../engine/run/arrival/absorb.ts'
import { until } from '../../test/kit/store-state.ts'
import { useServer } from '../../test/kit/server.ts'

const client = useServer()
let key = ''
let base = ''

beforeAll(async () => {
  const made = await client.answer<NewWriteKeyWire>(
    '/write-keys',
    { body: { name: 'web shop' } },
    201,
  )
  key = made.key
  base = `http://127.0.0.1:${client.port}`
})

async function post(
  call: string,
  body: unknown,
  given: { readonly key?: string; readonly headers?: Record<string, string> } = {},
): Promise<Response> {
  const user = Buffer.from(`${given.key ?? key}:`).toString('base64')
  return await fetch(`${base}/v1/${call}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(given.key === '' ? {} : { authorization: `Basic ${user}` }),
      ...given.headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

async function accepted(call: string, body: unknown): Promise<CollectWire> {
  const response = await post(call, body)
  const text = await response.text()
  expect(`${response.status} ${response.status === 200 ? '' : text}`).toBe('200 ')
  return JSON.parse(text) as CollectWire
}

async function refused(call: string, body: unknown, given = {}): Promise<ProblemWire> {
  const response = await post(call, body, given)
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  return (await response.json()) as ProblemWire
}

async function absorb(): Promise<void> {
  const current = await client.programme.current()
  while ((await absorbArrivals(current)) !== undefined) continue
}

async function purchases(customer: string): Promise<readonly Record<string, unknown>[]> {
  const { analytics } = await client.programme.current()
  return await analytics.query(sql`SELECT id, toString(at) AS at, arrayMap(x -> toString(x), e_item_amount) AS amounts, origin
    FROM event_purchase WHERE customer_key = sipHash64(${value(customer, 'String')}) ORDER BY at, id`)
}

async function known(customer: string): Promise<string | undefined> {
  const { analytics } = await client.programme.current()
  const rows = await analytics.query<{ since: string; n: string }>(
    sql`SELECT toString(min(known_from)) AS since, count() AS n FROM customer WHERE customer_id = ${value(customer, 'String')}`,
  )
  return Number(rows[0]?.n) === 0 ? undefined : rows[0]?.since
}

describe('who may send', () => {
  const calls = ['track', 'identify', 'page', 'screen', 'group', 'alias', 'batch']
  test.each(calls)('%s without a key is run/write-key-missing', async (call) => {
    const response = await post(call, {}, { key: '' })
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toContain('Basic')
    expect(await response.json()).toMatchObject({ code: 'run/write-key-missing' })
  })

  test.each(calls)('%s with a wrong key is run/write-key-unknown, and says which', async (call) => {
    const found = await refused(call, { batch: [] }, { key: 'wk_wrong-key-of-somebody' })
    expect(found).toMatchObject({ status: 403, code: 'run/write-key-unknown' })
    expect(found.detail).toContain('wk_wrong-…')
    expect(found.detail).not.toContain('somebody')
  })

  test.each([
    ['GET', '/arrivals'],
    ['GET', '/write-keys'],
    ['POST', '/write-keys'],
    ['DELETE', '/write-keys/1'],
    ['GET', '/merges'],
    ['POST', '/merges'],
    ['DELETE', '/merges/x'],
  ])('%s %s without the access key is run/not-signed-in', async (method, path) => {
    const body = method === 'POST' ? { body: {} } : {}
    const found = await client.problem(path, { method, key: 'wrong', ...body })
    expect(found).toMatchObject({ status: 401, code: 'run/not-signed-in' })
  })

  test('a write key is shown once, may be named in the body, and stops when it is revoked', async () => {
    const made = await client.answer<NewWriteKeyWire>('/write-keys', { body: { name: 'x' } }, 201)
    const listed = await client.answer<readonly WriteKeyWire[]>('/write-keys')
    expect(listed.map((k) => k.prefix)).toContain(made.prefix)
    expect(JSON.stringify(listed)).not.toContain(made.key)
    const body = { batch: [], writeKey: made.key }
    expect((await post('batch', body, { key: '' })).status).toBe(200)
    await client.answer(`/write-keys/${made.prefix}`, { method: 'DELETE' })
    await until(async () => (await post('batch', body, { key: '' })).status === 403)
    expect(await client.problem(`/write-keys/${made.prefix}`, { method: 'DELETE' })).toMatchObject({
      status: 404,
      code: 'run/write-key-none',
    })
  })
})

describe('the client that people already use', () => {
  test('tracks, identifies and pages, unmodified', async () => {
    const analytics = new Analytics({ writeKey: key, host: base, flushAt: 50 })
    const errors: unknown[] = []
    analytics.on('error', (error) => errors.push(error))
    const timestamp = new Date('2026-03-05T10:15:30.250Z')
    for (let n = 0; n < 120; n++) {
      analytics.track({
        userId: `web-${n % 10}`,
        event: 'Purchase',
        messageId: `order-${n}`,
        timestamp,
        properties: {
          status: 'paid',
          products: [{ category: 'Tea', quantity: 1, amount: n + 0.5 }],
          undeclared: true,
        },
      })
    }
    analytics.identify({ userId: 'web-1', traits: { country: 'PT' } })
    await analytics.closeAndFlush()
    expect(errors).toEqual([])
    await absorb()
    const found = await purchases('web-3')
    expect(found).toHaveLength(12)
    expect(found).toContainEqual({
      id: 'order-3',
      at: '2026-03-05 10:15:30.250',
      amounts: ['3.5'],
      origin: '0',
    })
    expect(await known('web-3')).toBe('2026-03-05 10:15:30.250')
  })
})

describe('what senders are answered', () => {
  const good = {
    userId: 'single-1',
    event: 'purchase',
    messageId: 'single-1',
    timestamp: '2026-03-01T00:00:00Z',
    properties: { items: [{ quantity: 1, amount: 2, category: 'Tea' }] },
  }

  test('every call by itself, and the facts of each', async () => {
    expect(await accepted('track', good)).toEqual({ success: true, accepted: 1, refused: [] })
    await accepted('identify', { userId: 'single-1', traits: { country: 'ES' } })
    await accepted('alias', { userId: 'single-1', previousId: 'single-old' })
    await absorb()
    const { analytics } = await client.programme.current()
    const rows = await analytics.query(
      sql`SELECT t_country AS country FROM profile WHERE customer_key = sipHash64('single-1')`,
    )
    expect(rows).toEqual([{ country: 'ES' }])
    const merges = await client.answer<readonly MergeWire[]>('/merges')
    expect(merges[0]).toMatchObject({ alias: 'single-old', customer: 'single-1', state: 'done' })
    for (const call of ['page', 'screen'])
      expect(await refused(call, { userId: 'u' })).toMatchObject({ status: 400 })
    expect(await refused('group', { userId: 'u', groupId: 'g' })).toMatchObject({ status: 400 })
  })

  test('a call that is wrong is run/messages-refused, with JSON pointers', async () => {
    const items = [{ quantity: 'many', amount: 1 }, { quantity: 1 }]
    const found = await refused('track', { ...good, properties: { items } })
    expect(found).toMatchObject({ status: 400, code: 'run/messages-refused' })
    expect(found.issues).toMatchObject([
      { code: 'intake/bad-number', pointer: '/properties/item/0/quantity' },
      { code: 'intake/required-missing', pointer: '/properties/item/1/amount' },
    ])
    expect(found.issues?.[0]?.message).not.toBe('')
  })

  test('a batch takes what is good and lists what is not; both are seen live', async () => {
    const batch = [
      { ...good, type: 'track', messageId: 'live-1', properties: { colour: 'red' } },
      { ...good, type: 'track', messageId: 'live-2', event: 'Explosion' },
      { type: 'track', event: 'purchase', messageId: 'live-3' },
      { ...good, type: 'track', messageId: 'live-4', context: { long: 'x'.repeat(33_000) } },
      'text',
    ]
    const answer = await accepted('batch', { batch, sentAt: new Date().toISOString() })
    expect(answer).toMatchObject({ success: true, accepted: 1 })
    expect(answer.refused.map((r) => [r.index, r.messageId, r.issues[0]?.code])).toEqual([
      [1, 'live-2', 'intake/message-event'],
      [2, 'live-3', 'intake/no-customer'],
      [3, 'live-4', 'intake/message-large'],
      [4, '', 'intake/message-shape'],
    ])
    const live = await client.answer<ArrivalsWire>('/arrivals?limit=10')
    expect(live.recent[0]).toMatchObject({
      name: 'purchase',
      customer: 'single-1',
      messageId: 'live-1',
      dropped: ['colour'],
    })
    expect(live.refused.map((r) => r.messageId)).toEqual(
      expect.arrayContaining(['live-2', 'live-3', 'live-4']),
    )
    expect(live.refused.find((r) => r.messageId === 'live-2')).toMatchObject({
      name: 'Explosion',
      issues: [{ code: 'intake/message-event', pointer: '/event' }],
    })
    expect(live.dropped).toContainEqual({ name: 'purchase', property: 'colour', count: 1 })
    expect(live.backlog.rows).toBeGreaterThanOrEqual(1)
    expect(live.accepted).toBeGreaterThan(0)
  })

  test('bodies that are too large, too deep or no JSON are refused whole', async () => {
    const large = { ...good, context: { long: 'x'.repeat(33_000) } }
    expect(await refused('track', large)).toMatchObject({ status: 413, code: 'run/message-limit' })
    const batch = Array.from({ length: 30 }, () => ({ ...large, type: 'track' }))
    expect(await refused('batch', { batch })).toMatchObject({ status: 413 })
    const deep = `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
    const found = await refused('batch', deep)
    expect(found).toMatchObject({ status: 400, issues: [{ code: 'intake/message-deep' }] })
    for (const body of ['{', '[]', '{"batch":{}}', 'null'])
      expect(await refused('batch', body)).toMatchObject({ status: 400, code: 'run/message-json' })
  })

  test('keys of prototypes are only names', async () => {
    const body = `{"userId":"p","event":"purchase","properties":{"__proto__":{"status":"paid"},"constructor":1}}`
    expect(await accepted('track', JSON.parse(JSON.stringify(good)))).toMatchObject({ accepted: 1 })
    expect((await post('track', body)).status).toBe(200)
    expect(({} as Record<string, unknown>)['status']).toBeUndefined()
  })

  test('compressed bodies are taken, within the same limit', async () => {
    const { gzipSync } = await import('node:zlib')
    const send = async (text: string): Promise<number> =>
      (
        await fetch(`${base}/v1/batch`, {
          method: 'POST',
          headers: { 'content-encoding': 'gzip' },
          body: gzipSync(text),
        })
      ).status
    expect(await send(JSON.stringify({ batch: [], writeKey: key }))).toBe(200)
    expect(await send(`{"x":"${'x'.repeat(5_000_000)}"}`)).toBe(413)
  })
})

describe('too much at once', () => {
  test('is 429 with Retry-After while too much waits, and goes on afterwards', async () => {
    const { ledger } = await client.programme.current()
    const one = { userId: 'u', event: 'purchase', messageId: 'waits' }
    await ledger.withLock('absorb', 'exclusive', async () => {
      const huge = { received_at: new Date(), row_count: 1, byte_count: 2_000_000_000, body: '' }
      const row = await ledger.db.insertInto('arrival').values(huge).returning('id').execute()
      await until(async () => (await post('track', one)).status === 429)
      const response = await post('track', one)
      expect(response.headers.get('retry-after')).toBe('10')
      expect(await response.json()).toMatchObject({ code: 'run/arrivals-full' })
      await ledger.db
        .deleteFrom('arrival')
        .where('id', '=', row[0]?.id ?? 0)
        .execute()
    })
    await until(async () => (await post('track', one)).status === 200)
  })
})

describe('merges over HTTP', () => {
  test('are made, listed and taken back, with the reasons why not', async () => {
    const body = { alias: 'm-alias', customer: 'm-customer' }
    const made = await client.answer<MergeWire>('/merges', { body }, 201)
    expect(made).toMatchObject({ ...body, cause: 'request', state: 'done' })
    expect(await client.problem('/merges', { body })).toMatchObject({
      status: 409,
      code: 'run/merge-same',
    })
    await client.answer('/merges/m-alias', { method: 'DELETE' })
    expect(await client.problem('/merges/m-alias', { method: 'DELETE' })).toMatchObject({
      status: 404,
      code: 'run/merge-unknown',
    })
    expect(await client.problem('/merges', { body: { alias: '' } })).toMatchObject({ status: 400 })
  })
})

describe('from a message to a membership', () => {
  const members = async (search: string): Promise<readonly string[]> => {
    const page = await client.answer<MemberPageWire>(`/segments/active_60/members?search=${search}`)
    return page.members.map((m) => m.customerId)
  }

  test('an event makes a member by itself; an alias leads to its customer, before and after', async () => {
    await client.ended(await client.answer<JobWire>('/evaluate', { method: 'POST' }, 202))
    expect(await members('fresh')).toEqual([])
    const bought = { event: 'purchase', properties: { status: 'paid' } }
    await accepted('track', { ...bought, userId: 'fresh-1', messageId: 'fresh-1' })
    await until(async () => (await members('fresh-1')).length === 1)
    await accepted('track', { ...bought, anonymousId: 'fresh-anonymous', messageId: 'fresh-2' })
    await until(async () => (await members('fresh-a')).length === 1)
    await accepted('identify', { userId: 'fresh-1', anonymousId: 'fresh-anonymous' })
    await until(async () => (await members('fresh-a')).length === 0)
    expect(await members('fresh-anonymous')).toEqual(['fresh-1'])
    const explained = await client.answer<{ customerId?: string; member: boolean }>(
      '/explain?customer=fresh-anonymous&segment=active_60',
    )
    expect(explained.member).toBe(true)
    await client.answer('/merges/fresh-anonymous', { method: 'DELETE' })
    await until(async () => (await members('fresh-a')).length === 1)
  })
})
