/** What messages become, and every way in which they can be wrong. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseProgramme } from '../../../core/catalog/index.ts'
import { gather, linesOf, sectionsOf } from './body.ts'
import { compileChecker, type Envelope } from './checker.ts'
import { snakeCase } from './fields.ts'
import { jsonPointer } from './flaw.ts'
import { shapeOf } from './json.ts'

const PROGRAMME = `tessera: 1
name: Shop
timeZone: UTC
currency: EUR
traits:
  country: text country
  birth: date
  vip: boolean
  interests: list
  religion: text sensitive
  group_name: text
  group_id: text
events:
  purchase:
    aliases: [Order Completed]
    properties:
      amount: money required
      paid_at: instant
      place: geo
      note: text sensitive
    elements:
      item:
        properties:
          product: text
          quantity: number required
  visit:
    role: web
    properties:
      path: text
      name: text
`
const parsed = parseProgramme(PROGRAMME, 'tessera.yaml')
if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
const checker = compileChecker(parsed.value.catalogue)
const NOW = Date.UTC(2026, 2, 1, 12)

/** The rows of a good message as data, by section; or its flaws as `pointer code`. */
function check(message: unknown, envelope: Partial<Envelope> = {}): unknown {
  const verdict = checker.check(message, { receivedAt: NOW, ...envelope })
  return verdict.ok
    ? verdict.rows.map((row) => [row.section, JSON.parse(row.json)])
    : verdict.flaws.map((flaw) => `${jsonPointer(flaw.path)} ${flaw.code}`)
}

const track = (event: unknown, properties: unknown = {}, more: object = {}): object => ({
  type: 'track',
  userId: 'u1',
  messageId: 'm1',
  event,
  properties,
  ...more,
})

describe('what messages become', () => {
  const head = { customer: 'u1', id: 'm1', at: '2026-03-01 12:00:00.000' }

  test.each(['purchase', 'Purchase', 'Order Completed', 'orderCompleted', 'order_completed'])(
    'an event called %s is a purchase',
    (name) => {
      const products = [{ product: 'tea', quantity: 2 }, { quantity: '1.5' }]
      expect(check(track(name, { amount: 12.5, products, extra: 1 }))).toEqual([
        [
          'event purchase',
          {
            ...head,
            p_amount: '12.5',
            e_item_product: ['tea', ''],
            e_item_quantity: ['2', '1.5'],
          },
        ],
      ])
    },
  )

  test('pages and screens are the web event, with their name', () => {
    const page = {
      type: 'page',
      userId: 'u1',
      messageId: 'm1',
      name: 'Home',
      properties: { path: '/' },
    }
    const wanted = [['event visit', { ...head, p_path: '/', p_name: 'Home' }]]
    expect(check(page)).toEqual(wanted)
    expect(check({ ...page, type: 'screen' })).toEqual(wanted)
  })

  test('identify sets and clears traits, and merges an anonymous id', () => {
    const traits = { Country: 'PT', vip: null, interests: ['tea', 'tea', ''], other: 1 }
    const message = { type: 'identify', userId: 'u1', anonymousId: 'a1', messageId: 'm1', traits }
    expect(check(message)).toEqual([
      ['trait', { ...head, cleared: ['vip'], t_country: 'PT', t_interests: ['tea'] }],
      ['merge', { ...head, alias: 'a1', cause: 'identify' }],
    ])
  })

  test('group sets traits named group_, alias merges', () => {
    const group = {
      type: 'group',
      userId: 'u1',
      messageId: 'm1',
      groupId: 7,
      traits: { name: 'Staff' },
    }
    const wanted = { ...head, cleared: [], t_group_id: '7', t_group_name: 'Staff' }
    expect(check(group)).toEqual([['trait', wanted]])
    const alias = { type: 'alias', userId: 'u1', previousId: 'old', messageId: 'm1' }
    expect(check(alias)).toEqual([['merge', { ...head, alias: 'old', cause: 'alias' }]])
  })

  test('instants: as told, moved when the clock of the sender is wrong, else when received', () => {
    const at = (more: object, sentAt?: string): unknown => {
      const rows = check(track('visit', {}, more), { sentAt }) as [string, { at: string }][]
      return rows[0]?.[1].at
    }
    const timestamp = '2026-02-28T23:59:59.999Z'
    expect(at({ timestamp })).toBe('2026-02-28 23:59:59.999')
    expect(at({ timestamp }, '2026-03-01T11:59:30Z')).toBe('2026-02-28 23:59:59.999')
    expect(at({ timestamp }, '2026-03-01T10:00:00Z')).toBe('2026-03-01 01:59:59.999')
    expect(at({ originalTimestamp: '2026-03-01T10:00:00+02:00' })).toBe('2026-03-01 08:00:00.000')
    expect(at({ timestamp: '2199-01-01' })).toBe('2199-01-01 00:00:00.000')
    expect(at({})).toBe('2026-03-01 12:00:00.000')
  })

  test.each([
    [19.99, '19.99'],
    ['123456789012.123456', '123456789012.123456'],
    [1e-7, '0.000000'],
    ['0.0000005', '0.000001'],
    ['-2.5e3', '-2500.000000'],
    [' 7 ', '7'],
  ])('the number %s is stored as %s', (given, stored) => {
    expect(check(track('purchase', { amount: given }))).toMatchObject([
      ['event purchase', { p_amount: stored }],
    ])
  })
})

describe('what is refused, and where', () => {
  test.each([
    ['[]', [], [' intake/message-shape']],
    [
      'a list of traits',
      { type: 'identify', userId: 'u', traits: [] },
      ['/traits intake/message-shape'],
    ],
    ['no type', { userId: 'u' }, ['/type intake/message-type']],
    ['nobody', { type: 'track', event: 'visit' }, ['/userId intake/no-customer']],
    [
      'an object as id',
      { type: 'track', event: 'visit', userId: {} },
      ['/userId intake/message-text', '/userId intake/no-customer'],
    ],
    ['unknown event', track('constructor'), ['/event intake/message-event']],
    ['__proto__', track('__proto__'), ['/event intake/message-event']],
    ['required', track('purchase'), ['/properties/amount intake/required-missing']],
    ['a number', track('purchase', { amount: '12,5' }), ['/properties/amount intake/bad-number']],
    ['too large', track('purchase', { amount: 1e13 }), ['/properties/amount intake/bad-number']],
    [
      'an endless exponent',
      track('purchase', { amount: '1e999' }),
      ['/properties/amount intake/bad-number'],
    ],
    [
      'several at once',
      track('purchase', {
        amount: 1,
        paid_at: 'soon',
        place: [91, 0],
        items: [{}, { quantity: {} }],
      }),
      [
        '/properties/paid_at intake/bad-instant',
        '/properties/place intake/bad-place',
        '/properties/item/0/quantity intake/required-missing',
        '/properties/item/1/quantity intake/bad-number',
      ],
    ],
    [
      'elements that are none',
      track('purchase', { amount: 1, items: 'tea' }),
      ['/properties/item intake/message-list'],
    ],
    [
      'sensitive',
      track('purchase', { amount: 1, note: 'x' }),
      ['/properties/note intake/message-sensitive'],
    ],
    [
      'a day that is none',
      { type: 'identify', userId: 'u', traits: { birth: '2026-02-30' } },
      ['/traits/birth intake/bad-date'],
    ],
    [
      'neither yes nor no',
      { type: 'identify', userId: 'u', traits: { vip: 'maybe' } },
      ['/traits/vip intake/bad-boolean'],
    ],
    [
      'a list of lists',
      { type: 'identify', userId: 'u', traits: { interests: [[1]] } },
      ['/traits/interests intake/message-list'],
    ],
    [
      'a trait of objects',
      { type: 'identify', userId: 'u', traits: { country: {} } },
      ['/traits/country intake/message-text'],
    ],
    [
      'an undeclared group',
      { type: 'group', userId: 'u', traits: { size: 3 } },
      ['/traits intake/message-group'],
    ],
    [
      'an absurd year',
      track('visit', {}, { timestamp: '1899-12-31T23:59:59Z' }),
      ['/timestamp intake/message-time'],
    ],
    [
      'a far year',
      track('visit', {}, { timestamp: '2300-01-01T00:00:00Z' }),
      ['/timestamp intake/message-time'],
    ],
    [
      '30 February',
      track('visit', {}, { timestamp: '2026-02-30T00:00:00Z' }),
      ['/timestamp intake/message-time'],
    ],
    [
      'no offset',
      track('visit', {}, { timestamp: '2026-02-20T10:00:00' }),
      ['/timestamp intake/message-time'],
    ],
    ['alias of nobody', { type: 'alias', userId: 'u' }, ['/previousId intake/no-customer']],
  ])('%s', (_, message, flaws) => {
    expect(check(message)).toEqual(flaws)
  })

  test('a page where the catalogue has none is intake/message-page', () => {
    const bare = compileChecker({ traits: {}, events: {}, trees: {}, products: {} })
    const verdict = bare.check({ type: 'page', userId: 'u' }, { receivedAt: NOW })
    expect(verdict).toMatchObject({ ok: false, flaws: [{ code: 'intake/message-page' }] })
  })

  test('nothing that JSON can say makes it fail, nor leaks into prototypes', () => {
    const word = fc.constantFrom(
      '__proto__',
      'constructor',
      'userId',
      'amount',
      'items',
      'traits',
      'x',
    )
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.double(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('tree')),
        tie('map'),
      ),
      map: fc.dictionary(word, tie('tree')),
    }))
    fc.assert(
      fc.property(
        fc.constantFrom('track', 'identify', 'page', 'group', 'alias'),
        tree,
        tree,
        (type, a, b) => {
          const text = JSON.stringify({
            type,
            userId: 'u',
            event: 'purchase',
            properties: a,
            traits: b,
          })
          checker.check(JSON.parse(text), { receivedAt: NOW })
          expect(({} as Record<string, unknown>)['amount']).toBeUndefined()
        },
      ),
    )
  })
})

test('names are compared in snake case', () => {
  const names = [
    'Order Completed',
    'orderCompleted',
    'order-completed',
    'ORDER completed',
    'HTTPOrder',
  ]
  expect(names.map(snakeCase)).toEqual([
    'order_completed',
    'order_completed',
    'order_completed',
    'order_completed',
    'http_order',
  ])
})

test('rows of many messages come back by section, whatever they hold', () => {
  const row = fc.record({
    section: fc.constantFrom('a', 'b', 'event c'),
    json: fc.json().map((j) => `{"v":${j}}`),
  })
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), (rows) => {
      const gathered = gather()
      gathered.add(rows)
      const back = [...sectionsOf(gathered.bytes().toString())].flatMap(({ section, rows: text }) =>
        linesOf(text).map((json) => ({ section, json })),
      )
      const sections = [...new Set(rows.map((r) => r.section))]
      expect(back).toEqual(sections.flatMap((s) => rows.filter((r) => r.section === s)))
      expect(gathered.rows).toBe(rows.length)
    }),
  )
})

test('depth and the lengths of messages are told from bytes', () => {
  fc.assert(
    fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue())), (batch) => {
      const { lengths } = shapeOf(Buffer.from(JSON.stringify({ batch })))
      expect(lengths).toEqual(batch.map((m) => Buffer.byteLength(JSON.stringify(m))))
    }),
  )
  expect(shapeOf(Buffer.from('{"a":[[["}]\\""]]]}')).depth).toBe(4)
})
