/** Programme and segment files: what they mean, and every way they can be wrong, with its place. */
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LOCALES, type Issue } from '../base/index.ts'
import {
  CATALOG_CODES,
  parseModelFile,
  parseProgramme,
  parseSegmentFile,
  placeInFile,
  printProgramme,
  printSegmentFile,
  renderCatalogIssue,
  type Programme,
} from './index.ts'
import { HEAD, WRONG } from './wrong.test-kit.ts'

const FULL = `${HEAD}locales: [pt-BR, en]
traits:
  country:
    type: text country
    label: { en: Country, pt-BR: País }
    values: [BR, NO, 007, true_north]
  birth_date: date birth-date
  email: text email
  weight: number in kg
  budget: money in USD sensitive
  interests: list
  home: geo home
events:
  purchase:
    role: purchase
    counts: { status: [paid, shipped] }
    properties:
      amount: money required
      status: text
    elements:
      item:
        label: Linha
        properties:
          sku: text required
          category: category
  refund:
    role: refund
    refundOf: { purchase: order_id }
    properties: { order_id: text }
  web_visit:
trees:
  products:
    Beverages:
      Coffee: [Beans, Ground]
      Tea:
    Food: [Bread]
products:
  category: category
measures:
  spend_1y: sum(purchase.amount, last 365 days)
`

function read(text: string): Programme {
  const parsed = parseProgramme(text, 'tessera.yaml')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.value
}

/** `line:column code` of each issue, with the replacement where there is one. */
function faults(issues: readonly Issue[]): readonly string[] {
  return issues.map((i) => {
    const at = i.at?.kind === 'file' ? `${i.at.line}:${i.at.column}` : '?'
    return `${at} ${i.code}${i.fix === undefined ? '' : ` -> ${i.fix}`}`
  })
}

test('a programme by hand', () => {
  const programme = read(FULL)
  expect(programme.id).toBe('cafe_co')
  expect(programme.locales).toEqual(['pt-BR', 'en'])
  const { traits, events, trees, products } = programme.catalogue
  expect(traits['country']).toEqual({
    name: 'country',
    type: 'text',
    role: 'country',
    required: false,
    sensitivity: 'none',
    label: { en: 'Country', 'pt-BR': 'País' },
    // Numbers, booleans and country codes are kept as they are written.
    values: ['BR', 'NO', '007', 'true_north'],
  })
  expect(traits['birth_date']?.sensitivity).toBe('personal')
  expect(traits['budget']).toMatchObject({ currency: 'USD', sensitivity: 'sensitive' })
  expect(traits['weight']).toMatchObject({ unit: 'kg' })
  expect(events['purchase']).toMatchObject({
    role: 'purchase',
    counts: { property: 'status', values: ['paid', 'shipped'] },
    properties: { amount: { type: 'money', required: true, currency: 'EUR' } },
    elements: {
      item: { label: { 'pt-BR': 'Linha' }, properties: { category: { tree: 'products' } } },
    },
  })
  expect(events['refund']?.refundOf).toEqual({ event: 'purchase', property: 'order_id' })
  expect(events['web_visit']?.properties).toEqual({})
  expect(products['category']?.tree).toBe('products')
  expect(trees['products']?.map((n) => [n.name, n.children.map((c) => c.name)])).toEqual([
    ['Beverages', ['Coffee', 'Tea']],
    ['Food', ['Bread']],
  ])
  expect(programme.measures['spend_1y']).toBe('sum(purchase.amount, last 365 days)')
})

test('what is printed reads back the same', () => {
  const programme = read(FULL)
  const text = printProgramme(programme, { schema: 'schema/tessera.schema.json' })
  expect(text).toMatch(/^# yaml-language-server: \$schema=schema\/tessera\.schema\.json\n/)
  expect(read(text)).toEqual(programme)
})

// Each file is the good head with one thing wrong; right: where it is, the code, and the replacement.
describe('faults', () => {
  test.each(WRONG)('%j', (text, ...expected) => {
    const parsed = parseProgramme(text, 'tessera.yaml')
    expect(parsed.ok).toBe(false)
    expect(faults(parsed.issues)).toEqual(expected)
  })

  test('several at once', () => {
    const text = `${HEAD.replace('EUR', 'Euro')}traits:\n  a: text foo\n  b: text city\n  c: text city\n`
    const parsed = parseProgramme(text, 'tessera.yaml')
    expect(faults(parsed.issues).map((f) => f.split(' ')[1])).toEqual([
      'catalog/bad-currency',
      'catalog/unknown-word',
      'catalog/role-twice',
    ])
  })

  test('a word of the language as a name is a warning', () => {
    const parsed = parseProgramme(`${HEAD}traits:\n  count: number\n`, 'tessera.yaml')
    expect(parsed.ok).toBe(true)
    expect(faults(parsed.issues)).toEqual(['6:3 catalog/reserved-word'])
  })

  test('a file that is no file of ours is too large, or folds aliases without end', () => {
    const large = parseProgramme('#'.repeat(2_000_001), 'tessera.yaml')
    expect(faults(large.issues)).toEqual(['1:1 catalog/too-large'])
    const bomb = `a: &a [1,1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c]\n`
    expect(faults(parseProgramme(bomb, 'f').issues)).toEqual(['1:1 catalog/not-yaml'])
  })

  test('no text makes the reader throw', () => {
    const piece = fc.constantFrom(
      ...FULL.split(/(?<=\n)/),
      '\t',
      '- ',
      '{',
      '*a',
      ': ',
      '"',
      '|',
      '&a',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const parsed = parseProgramme(pieces.join(''), 'f')
        expect(parsed.ok || parsed.issues.some((i) => i.severity === 'error')).toBe(true)
        for (const i of parsed.issues) {
          for (const locale of LOCALES) expect(renderCatalogIssue(i, locale)).not.toMatch(/\{\w+\}/)
        }
      }),
    )
  })
})

const EXAMPLE = `name: A
definition: everyone
examples:
  - in: a tea drinker
    asOf: 2026-01-31
    traits: { zip: 007 }
    changes: [{ at: 2026-01-02, tier: null }]
    events:
      - { event: purchase, at: 2026-01-10T10:00, amount: 12.50,
          item: [{ category: Tea }] }
    lists: [vip]
    scores: { churn.risk: 0.7 }
  - out: nobody
    asOf: 2026-01-31
`

describe('segments', () => {
  const GOOD = `name:
  en: Loyal
  fr: Fidèles
why: To thank them
definition: |
  count(purchase) >= 5
  and not any(web_visit)
`

  test('a segment by hand', () => {
    const parsed = parseSegmentFile(GOOD, 'segments/loyal-ones.yaml')
    expect(parsed.ok && parsed.value).toMatchObject({
      key: 'loyal-ones',
      name: { en: 'Loyal', fr: 'Fidèles' },
      why: { en: 'To thank them' },
      purpose: 'programme',
      status: 'active',
      definition: 'count(purchase) >= 5\nand not any(web_visit)\n',
    })
    expect(
      parsed.ok && parseSegmentFile(printSegmentFile(parsed.value), 'loyal-ones.yaml'),
    ).toMatchObject({
      ok: true,
      value: { definition: parsed.ok && parsed.value.definition, name: { fr: 'Fidèles' } },
    })
  })

  test.each([
    [GOOD],
    ['name: A\ndefinition: count(purchase) > 1 and any(web_visit)\n'],
    ['name: A\ndefinition: "count(purchase) > 1 and any(web_visit)"\n'],
    ['name: A\ndefinition: |2\n     count(purchase)\n   > 1 and any(web_visit)\n'],
    ['name: A\ndefinition: |-\n\n  count(purchase)\n\n  > 1 and any(web_visit)'],
  ])('a place in the definition is a place in the file: %j', (text) => {
    const parsed = parseSegmentFile(text, 'a.yaml')
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
    for (const word of ['count', 'any', 'web_visit']) {
      const { line, column } = placeInFile(parsed.value, parsed.value.definition.indexOf(word))
      const row = text.split('\n')[(line ?? 0) - 1] ?? ''
      expect(row.slice(Number(column) - 1)).toMatch(new RegExp(`^${word}`))
    }
  })

  test.each([
    ['name: A\ndefinition: >\n  any(x)\n  and\n  any(y)\n', 2, 13],
    ['name: A\ndefinition: "any(x) and a = \\"b\\""\n', 2, 14],
  ])('a folded or escaped definition is pointed at as a whole: %j', (text, line, column) => {
    const parsed = parseSegmentFile(text, 'a.yaml')
    expect(parsed.ok && placeInFile(parsed.value, 8)).toMatchObject({ line, column })
  })

  test('examples come with the place of every part', () => {
    const parsed = parseSegmentFile(EXAMPLE, 'segments/a.yaml')
    const [example, other] = (parsed.ok && parsed.value.examples) || []
    expect(example).toMatchObject({
      title: { value: 'a tea drinker', at: { line: 4, column: 9 } },
      member: true,
      asOf: { value: '2026-01-31', at: { line: 5, column: 11 } },
      traits: [{ name: 'zip', value: '007', at: { line: 6, column: 20 } }],
      changes: [{ at: { value: '2026-01-02' }, traits: [{ name: 'tier', value: null }] }],
      lists: [{ value: 'vip', at: { line: 11, column: 13 } }],
      scores: [{ name: 'churn.risk', value: '0.7' }],
    })
    expect(example?.events[0]).toMatchObject({
      event: { value: 'purchase' },
      properties: [{ name: 'amount', value: '12.50', nameAt: { line: 9, column: 50 } }],
      elements: [{ name: 'item', rows: [[{ name: 'category', at: { line: 10, column: 30 } }]] }],
    })
    expect(other).toMatchObject({ member: false, title: { value: 'nobody' }, events: [] })
  })

  test.each([
    ['name: A\n', 'a.yaml', '1:1 catalog/missing-key'],
    ['', 'a.yaml', '1:1 catalog/empty-segment'],
    ['everyone\n', 'a.yaml', '1:1 catalog/not-a-map'],
    ['definition: everyone\n', 'a.yaml', '1:1 catalog/missing-key'],
    ['name: A\ndefinition: ""\n', 'a.yaml', '2:1 catalog/empty'],
    ['name: A\ndefinition: everyone\n', 'Big One.yaml', '1:1 catalog/bad-key'],
    [
      'name: A\nstatus: activ\ndefinition: everyone\n',
      'a.yaml',
      '2:9 catalog/unknown-value -> active',
    ],
    ['name: A\ntimeZone: Lisbon\ndefinition: everyone\n', 'a.yaml', '2:11 catalog/bad-time-zone'],
    ['name: {de: A}\ndefinition: everyone\n', 'a.yaml', '1:8 catalog/unknown-key'],
    [
      'name: A\ndefinition: everyone\nexamples:\n  - asOf: 2026-01-31\n',
      'a.yaml',
      '4:5 catalog/example-side',
    ],
    [
      'name: A\ndefinition: everyone\nexamples:\n  - in: B\n    asOf: 2026-01-31\n    events: [{ event: purchase }]\n',
      'a.yaml',
      '6:14 catalog/missing-key',
    ],
  ])('%j in %s', (text, file, expected) => {
    expect(faults(parseSegmentFile(text, file).issues)).toEqual([expected])
  })
})

const NOTHING = { traits: {}, events: {}, trees: {}, products: {} }
const WRONG_MODELS = [
  ['models/a-b.yaml', 'kind: rfm\n'],
  ['models/rfm.yaml', 'kind: rfm\nbins: 99\n'],
  ['models/growth.yaml', 'kind: growth\nby: [region]\n'],
  ['models/cost.yaml', 'kind: cost\npools: {}\n'],
  ['models/cost.yaml', 'kind: cost\n'],
  ['models/scale.yaml', 'kind: scale\nscales: { a: q1 }\n'],
  ['models/cluster.yaml', 'kind: cluster\nmeasures: { a: 1 }\nweights: { b: 1 }\n'],
] as const

test('every code is said in every language, with all its holes filled', () => {
  const seen = new Map<string, Issue>()
  const wrong = [
    ...WRONG.flatMap(([text]) => parseProgramme(text, 'f').issues),
    ...WRONG_MODELS.flatMap(([file, text]) => parseModelFile(text, file, NOTHING).issues),
  ]
  for (const i of wrong) seen.set(i.code, i)
  for (const i of seen.values()) {
    const said = LOCALES.map((locale) => renderCatalogIssue(i, locale) ?? '')
    expect(new Set(said).size).toBe(LOCALES.length)
    for (const sentence of said) expect(sentence).not.toMatch(/\{\w+\}/)
  }
  // The rest of the codes have cases of their own above.
  const elsewhere = [
    'catalog/too-large',
    'catalog/bad-key',
    'catalog/reserved-word',
    'catalog/empty-segment',
    'catalog/example-side',
    'catalog/score-twice',
    'catalog/number-wanted',
  ]
  expect([...seen.keys(), ...elsewhere].sort()).toEqual([...CATALOG_CODES].sort())
})

describe('the examples of the reference', () => {
  const page = readFileSync(
    new URL('../../../docs/reference/catalogue.md', import.meta.url),
    'utf8',
  )
  const blocks = [...page.matchAll(/```yaml ?(\w*)\n([\s\S]*?)```/g)]
  const block = (kind: string): string => blocks.find((b) => b[1] === kind)?.[2] ?? ''

  test('a programme, which also prints and reads back', () => {
    const programme = read(block(''))
    expect(Object.keys(programme.catalogue.events)).toEqual(['purchase', 'refund', 'web_visit'])
    expect(read(printProgramme(programme))).toEqual(programme)
  })

  test('a tree with labels', () => {
    const text = `${HEAD}trees:\n  products:\n${block('tree').replaceAll(/^/gm, '    ').trimEnd()}\n`
    const programme = read(text)
    expect(programme.catalogue.trees['products']?.[0]?.label.fr).toBe('Boissons')
    expect(read(printProgramme(programme))).toEqual(programme)
  })

  test('a segment', () => {
    const parsed = parseSegmentFile(block('segment'), 'segments/regulars.yaml')
    expect(parsed.ok && parsed.value.purpose).toBe('marketing')
  })
})

test('consents, scores and rates mean what they say', () => {
  const text = `${HEAD}traits:
  mail: {type: boolean consent, channel: email, purpose: marketing}
events:
  buy:
    properties:
      currency: text
      amount: {type: money required, currencyFrom: currency}
    elements: {item: {properties: {price: {type: money, currencyFrom: currency}}}}
scores:
  clv.expected_12m: number
  churn: {type: number, label: Abandono}
rates:
  USD: {2026-02-01: 0.93, 2025-01-01: 0.92}
  BRL: 0.16
`
  const parsed = parseProgramme(text, 'tessera.yaml')
  const { traits, events, scores, rates } = parsed.ok ? parsed.value.catalogue : never(parsed)
  expect(traits['mail']?.consent).toEqual({ channel: 'email', purpose: 'marketing' })
  expect(events['buy']?.properties['amount']).toMatchObject({
    currency: 'EUR',
    currencyFrom: 'currency',
  })
  expect(scores).toEqual({
    'clv.expected_12m': {
      name: 'clv.expected_12m',
      label: { en: 'clv.expected 12m' },
      unit: 'number',
    },
    churn: { name: 'churn', label: { en: 'Abandono' }, unit: 'number' },
  })
  expect(rates).toEqual({
    USD: [
      ['2025-01-01', 0.92],
      ['2026-02-01', 0.93],
    ],
    BRL: [['1900-01-01', 0.16]],
  })
})

function never(parsed: { readonly issues: readonly Issue[] }): never {
  throw new Error(faults(parsed.issues).join('\n'))
}
