/** Explanations: what they say in four languages, and that they never disagree with the evaluator. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LOCALES, type Locale } from '../../base/index.ts'
import { parseProgramme, type Programme } from '../../catalog/index.ts'
import {
  bind,
  explain,
  interpret,
  parse,
  sayNode,
  type BoundDefinition,
  type CustomerHistory,
  type Definition,
  type EventRecord,
  type ExplainedNode,
  type Explanation,
} from '../index.ts'

const FILE = `tessera: 1
name: Shop
timeZone: Europe/Lisbon
currency: EUR
traits:
  country: text country
  joined: date joined
  born: date birth-date
  interests: list
  weight: number in kg
events:
  purchase:
    role: purchase
    label: { en: Purchase, pt-BR: Compra, es: Compra, fr: Achat }
    properties:
      amount: { type: money, label: { en: Amount, pt-BR: Valor, es: Importe, fr: Montant } }
      channel: text
    elements:
      item: { properties: { category: category, price: money } }
  visit:
trees:
  products:
    Drinks: [Coffee, Tea]
    Food:
measures:
  spend: sum(purchase.amount, last 365 days)
`

const programme = read()
const AS_OF = Date.parse('2026-03-15T12:00:00Z')
const DAY = 86_400_000

function read(): Programme {
  const parsed = parseProgramme(FILE, 'tessera.yaml')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.value
}

function defined(text: string): readonly [BoundDefinition, Definition] {
  const parsed = parse(text)
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.issues)}`)
  const { definition } = parsed.value
  const { catalogue, timeZone, currency, measures } = programme
  const bound = bind(definition, { catalogue, timeZone, currency, measures }, { segment: 's' })
  if (!bound.ok) throw new Error(`${text}: ${JSON.stringify(bound.issues)}`)
  return [bound.value, definition]
}

const purchases = (count: number): readonly EventRecord[] =>
  Array.from({ length: count }, (_, i) => ({
    event: 'purchase',
    id: `p${i}`,
    at: AS_OF - (i + 1) * DAY,
    properties: { amount: 10.5 * (i + 1), channel: i % 2 === 0 ? 'web' : 'store' },
    elements: {
      item: [
        { category: 'Tea', price: 3 },
        { category: 'Food', price: 7.5 },
      ],
    },
  }))

const ANA: CustomerHistory = {
  customerId: 'ana',
  traits: [
    {
      at: 0,
      seq: 1,
      traits: { country: 'PT', joined: '2026-01-31', weight: 61.5, interests: ['tea'] },
    },
  ],
  events: purchases(3),
}

function explained(text: string, locale: Locale = 'en', history = ANA): Explanation {
  const [bound, definition] = defined(text)
  const context = { asOf: AS_OF, memberOf: (key: string) => key === 'vip' }
  return explain(bound, definition, history, context, { locale, catalogue: programme.catalogue })
}

/** Intl writes spaces of several kinds. */
const plain = (text: string): string => text.replaceAll(/\s/g, ' ')

describe('what a leaf says', () => {
  test.each([
    ['count(purchase, last 365 days) >= 5', 'No', '3'],
    ['spend > 50', 'Yes', '€63.00'],
    ['country = "BR"', 'No', 'PT'],
    ['born is known', 'No', 'nothing'],
    ['weight > 60', 'Yes', '61.5 kg'],
    ['joined within last 60 days', 'Yes', 'Jan 31, 2026'],
    ['tenure < 50 days', 'Yes', '43.5 days'],
    ['first(purchase).channel = "web"', 'Yes', 'web'],
    ['any(visit)', 'No', '0'],
    ['in segment "vip"', 'Yes', 'is a member'],
    ['interests has any ("tea")', 'Yes', 'tea'],
    ['max(purchase.amount) > 2 * min(purchase.amount)', 'Yes', '€31.50 against €21.00'],
  ])('%s: %s, found %s', (text, met, found) => {
    const { root } = explained(text)
    const criterion = sayNode(defined(text)[1].condition, {
      locale: 'en',
      catalogue: programme.catalogue,
    })
    expect(plain(root.sentence)).toBe(`${met}: ${plain(criterion)}. Found: ${found}.`)
    expect(root.text).toBe(text)
  })

  test('everyone needs no finding', () => {
    expect(explained('everyone').root.sentence).toBe('Everyone belongs.')
  })

  test('in four languages, amounts and days written their way', () => {
    const said = LOCALES.map((locale) => plain(explained('spend > 50', locale).root.sentence))
    expect(said.map((sentence) => sentence.split(/\. (?=\p{Lu})/u).at(-1))).toEqual([
      'Found: €63.00.',
      'Encontrado: € 63,00.',
      'Encontrado: 63,00 €.',
      'Constaté : 63,00 €.',
    ])
    const heads = ['Yes: ', 'Sim: ', 'Sí: ', 'Oui : ']
    said.forEach((sentence, i) => expect(sentence.startsWith(heads[i] ?? '?')).toBe(true))
    const shown = LOCALES.map(
      (locale) => explained('joined is known', locale).root.values[0]?.shown,
    )
    expect(shown).toEqual(['Jan 31, 2026', '31 de jan. de 2026', '31 ene 2026', '31 janv. 2026'])
  })

  test('a segment that is referred to is called by its name', () => {
    const [bound, definition] = defined('in segment "vip"')
    const context = { asOf: AS_OF, memberOf: () => true }
    const options = {
      locale: 'en',
      catalogue: programme.catalogue,
      segmentNames: { vip: 'Very Important' },
    } as const
    const found = explain(bound, definition, ANA, context, options)
    expect(found.reason).toContain('Very Important')
  })
})

describe('what it rests on', () => {
  const decisive = (node: ExplainedNode): readonly string[] => [
    ...(node.decisive ? [node.text] : []),
    ...node.children.flatMap(decisive),
  ]

  test('a group that fails rests on what fails in it, one that holds on what holds', () => {
    const failing = explained(
      'country = "PT" and (spend > 100 or any(visit)) and not any(purchase)',
    )
    expect(failing.member).toBe(false)
    expect(decisive(failing.root).slice(1)).toEqual([
      'spend > 100 or any(visit)',
      'spend > 100',
      'any(visit)',
      'not any(purchase)',
      'any(purchase)',
    ])
    const holding = explained('at least 2 of (country = "PT", spend > 100, any(purchase))')
    expect(decisive(holding.root).slice(1)).toEqual(['country = "PT"', 'any(purchase)'])
    const [first, second, ...rest] = holding.root.children
    expect(first?.brief).toBe('country is “PT” (PT)')
    expect(holding.reason).toBe(`Country is “PT” (PT); ${rest[0]?.brief}`)
    expect(second?.decisive).toBe(false)
  })

  test('who was not known then is in nothing, whatever the tree says', () => {
    const nobody = { ...ANA, traits: [], events: [] }
    const { known, member, reason } = explained('not any(purchase)', 'fr', nobody)
    expect([known, member]).toEqual([false, false])
    expect(reason).toBe('On ne savait rien de ce client à ce moment-là.')
  })
})

describe('evidence', () => {
  test('the events that counted, latest first, with the properties asked about, on the local clock', () => {
    const { evidence } = explained('sum(purchase.amount where channel = "web") > 1').root
    expect(evidence.map((e) => [e.text, e.total])).toEqual([
      ['sum(purchase.amount where channel = "web")', 2],
    ])
    expect(evidence[0]?.events[0]).toEqual({
      event: 'purchase',
      label: { en: 'Purchase', 'pt-BR': 'Compra', es: 'Compra', fr: 'Achat' },
      id: 'p0',
      at: '2026-03-14T12:00:00.000Z',
      atShown: expect.stringMatching(/^Mar 14, 2026, 12:00\sPM$/),
      properties: [
        { name: 'amount', label: expect.anything(), shown: '€10.50' },
        { name: 'channel', label: { en: 'channel' }, shown: 'web' },
      ],
    })
  })

  test('at most twenty, with the total; of max and last only what they came from', () => {
    const many = { ...ANA, events: purchases(50) }
    const all = explained('count(purchase) > 1', 'en', many).root.evidence[0]
    expect([all?.total, all?.events.length, all?.events[0]?.id]).toEqual([50, 20, 'p0'])
    const most = explained('max(purchase.amount) > 1', 'en', many).root.evidence[0]
    expect(most?.events.map((e) => e.id)).toEqual(['p49'])
    const last = explained('last(purchase).channel = "web"', 'en', many).root.evidence[0]
    expect(last?.events.map((e) => e.id)).toEqual(['p0'])
  })

  test('elements are shown with their own properties', () => {
    const root = explained('sum(purchase.item.price where category under "Drinks") > 5').root
    expect(root.evidence[0]).toMatchObject({ total: 3, events: [{ element: 'item' }, {}, {}] })
    expect(root.evidence[0]?.events[0]?.properties.map((p) => p.shown)).toEqual(['€3.00', 'Tea'])
  })
})

const DEFINITIONS = [
  'everyone',
  'country in ("BR", "PT") and not any(visit, last 60 days)',
  'country not in ("BR") or country is missing',
  'count(purchase, last 30 days) >= 2',
  'count distinct(purchase.channel, this year) = 2',
  'sum(purchase.amount where channel = "web", last 90 days) between 5 and 30 EUR',
  'avg(purchase.amount) > 2 * avg(purchase.amount, between 24 and 12 months ago)',
  'days since last(purchase) > 3.5',
  'last(purchase) - first(purchase) > 2 days',
  'last(purchase) >= 2026-03-01',
  'first(purchase).channel != "store"',
  'any(purchase where any item (category under "Drinks" and price > 5))',
  'sum(purchase.item.price, last 2 weeks) > 10',
  'at least 2 of (any(visit), joined within this year, spend > 20, interests has none ("tea"))',
  'not (age >= 18 and tenure < 400 days)',
  'country matches "^P" and country starts with "P"',
  'in segment "vip" or count(visit, yesterday) = 0',
  'min(purchase.amount, last 7 calendar days) <= 10 or max(purchase.item.price) = 7.5',
]

test('explanations never disagree with the evaluator, and are plain JSON in every language', () => {
  const instant = fc.integer({ min: -800, max: 3 }).map((days) => AS_OF + days * DAY)
  const amount = fc.option(fc.integer({ min: -500, max: 5000 }).map((cents) => cents / 100))
  const event = fc.record({
    event: fc.constantFrom('purchase', 'visit'),
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    at: instant,
    properties: fc.record({ amount, channel: fc.constantFrom('web', 'store', '', null) }),
    elements: fc.record({
      item: fc.array(fc.record({ category: fc.constantFrom('Tea', 'Food', ''), price: amount }), {
        maxLength: 3,
      }),
    }),
  })
  const traits = fc.record(
    {
      country: fc.constantFrom('BR', 'PT', '', null),
      joined: fc.constantFrom('2026-01-31', '2025-03-15', null),
      born: fc.constantFrom('2008-02-29', '2008-03-15', null),
      interests: fc.constantFrom(['tea'], [], ['x', 'tea']),
    },
    { requiredKeys: [] },
  )
  const history = fc.record({
    customerId: fc.constant('c'),
    traits: fc.array(fc.record({ at: instant, seq: fc.nat(9), traits }), { maxLength: 4 }),
    events: fc.array(event, { maxLength: 8 }),
  })
  const all = DEFINITIONS.map(defined)
  fc.assert(
    fc.property(
      history,
      instant,
      fc.boolean(),
      fc.constantFrom(...LOCALES),
      (past, asOf, vip, locale) => {
        const context = { asOf, memberOf: () => vip }
        for (const [bound, definition] of all) {
          const found = explain(bound, definition, past, context, {
            locale,
            catalogue: programme.catalogue,
          })
          expect(found.member).toBe(interpret(bound, past, context))
          expect(found.reason).not.toBe('')
          expect(JSON.parse(JSON.stringify(found))).toEqual(found)
          expect(JSON.stringify(found)).not.toMatch(
            /\{(criterion|found|count|met|needed|left|right)\}/,
          )
        }
      },
    ),
    { numRuns: 25 },
  )
})

test('the opposite of one condition is a fact of its own', () => {
  const definition = 'count(purchase) >= 2 and not any(purchase, last 1 minute)'
  const seen = LOCALES.map((locale) => explained(definition, locale))
  expect(seen.map((e) => plain(e.reason))).toMatchInlineSnapshot(`
    [
      "At least 2 purchases (3); no purchase in the last minute up to now (0)",
      "Pelo menos 2 compras (3); nenhuma compra no último minuto até agora (0)",
      "Al menos 2 compras (3); ninguna compra en el último minuto hasta ahora (0)",
      "Au moins 2 achats (3) ; aucun achat dans la dernière minute (0)",
    ]
  `)
  expect(seen[0]?.root.children[1]?.sentence).toMatchInlineSnapshot(
    `"Yes: no purchase in the last minute up to now. Found: 0."`,
  )
  const missing = explained('not any(purchase)')
  expect(missing.reason).toMatchInlineSnapshot(`"Not met: no purchase (3)"`)
})
