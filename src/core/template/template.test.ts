// Every template can be read, checked, printed and said; what does not fit says what is missing.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { LOCALES } from '../base/index.ts'
import { parseProgramme, type Catalogue, type Programme } from '../catalog/index.ts'
import { check, parse, print, say, type BindContext } from '../segment/index.ts'
import {
  basisWords,
  composeDefinition,
  defaultOf,
  GROUP_WORDS,
  meaningOf,
  missingOf,
  needsOf,
  PARAMETER_WORDS,
  readParameter,
  SLOT_WORDS,
  TEMPLATE_GROUPS,
  templateReference,
  TEMPLATES,
  type Rhythm,
  type Template,
  type Values,
} from './index.ts'
import { roundDays, roundMoney, roundShare } from './statistic.ts'

const demo = programmeIn('../../../examples/demo/tessera.yaml')
const shop = programmeIn('../../../examples/corner-shop/tessera.yaml')

function programmeIn(path: string): Programme {
  const read = parseProgramme(readFileSync(new URL(path, import.meta.url), 'utf8'), 'tessera.yaml')
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.value
}

function contextOf(programme: Programme): BindContext {
  const { catalogue, timeZone, currency, measures } = programme
  return { catalogue, timeZone, currency, measures }
}

function valuesOf(template: Template, catalogue: Catalogue, rhythm?: Rhythm): Values {
  const meaning = meaningOf(catalogue)
  return Object.fromEntries(
    template.parameters.map((parameter) => [
      parameter.name,
      defaultOf(parameter, { meaning, catalogue, ...(rhythm === undefined ? {} : { rhythm }) })
        .value ?? undefined,
    ]),
  )
}

/** Brands are in the data only. */
const BRANDS: Rhythm = {
  asOf: 0,
  numbers: {},
  tops: { brands: { values: ['Serra'], customers: 9 } },
}

function composed(template: Template, programme: Programme): string | undefined {
  const { catalogue, currency } = programme
  const values = valuesOf(template, catalogue, BRANDS)
  return composeDefinition(template, { meaning: meaningOf(catalogue), values, currency })
}

test('there are at least forty, in every group, each with a key of its own', () => {
  expect(TEMPLATES.length).toBeGreaterThanOrEqual(40)
  expect(new Set(TEMPLATES.map((t) => t.key)).size).toBe(TEMPLATES.length)
  expect(new Set(TEMPLATES.map((t) => t.group))).toEqual(new Set(TEMPLATE_GROUPS))
  for (const { key } of TEMPLATES) expect(key).toMatch(/^[a-z][a-z0-9-]{0,59}$/)
})

describe.each(TEMPLATES)('$key', (template) => {
  test('fits the demo, binds without an issue, is printed canonically and said in four languages', () => {
    expect(missingOf(template, meaningOf(demo.catalogue))).toEqual([])
    const text = composed(template, demo)
    expect(text).toBeDefined()
    const read = check(text ?? '', contextOf(demo))
    expect({ text, issues: read.issues }).toEqual({ text, issues: [] })
    const parsed = parse(text ?? '')
    if (!parsed.ok) throw new Error('cannot be read')
    const { definition } = parsed.value
    expect(print(definition).trimEnd()).toBe(text)
    const sentences = LOCALES.map((locale) =>
      say(definition, { locale, catalogue: demo.catalogue, timeZone: demo.timeZone }),
    )
    expect(new Set(sentences).size).toBe(LOCALES.length)
    for (const sentence of sentences) expect(sentence.length).toBeGreaterThan(10)
  })

  test('uses every parameter it has, and has words for all of it', () => {
    for (const { name } of template.parameters) {
      expect(template.definition).toMatch(new RegExp(`\\{${name}#?\\}`))
      for (const locale of LOCALES) expect(PARAMETER_WORDS[name][locale]).not.toBe('')
    }
    expect(template.definition.replaceAll(/\{\w+#?\}/g, '')).not.toMatch(/[{}]/)
    for (const locale of LOCALES) {
      const [name, why, use] = template.words[locale]
      expect(name.length).toBeLessThanOrEqual(60)
      for (const text of [why, use]) expect(text).toMatch(/[.?!]$/)
      expect(GROUP_WORDS[template.group][locale]).not.toBe('')
    }
  })

  test('on a small catalogue it binds, or says what is missing', () => {
    const missing = missingOf(template, meaningOf(shop.catalogue))
    const text = composed(template, shop)
    if (missing.length > 0) {
      expect(text).toBeUndefined()
      for (const slot of missing) expect(SLOT_WORDS[slot].en).not.toBe('')
    } else if (text !== undefined) {
      expect(check(text, contextOf(shop)).ok, text).toBe(true)
    }
  })
})

describe('the catalogue is read by role and type', () => {
  test('names do not matter where roles are given', () => {
    const meaning = meaningOf(shop.catalogue)
    expect(meaning.purchase?.name).toBeDefined()
    expect(needsOf(TEMPLATES[0] as Template)).toEqual(['purchase'])
  })

  test('the amount of the purchase is neither discount, tax nor shipping; without one, that of its lines', () => {
    const text = (properties: string, elements = ''): string => `
tessera: 1
name: t
timeZone: UTC
currency: EUR
events:
  bought:
    role: purchase
    properties: { ${properties} }
${elements}`
    const amountOf = (yaml: string): string | undefined => {
      const read = parseProgramme(yaml, 'tessera.yaml')
      if (!read.ok) throw new Error(JSON.stringify(read.issues))
      const { amount } = meaningOf(read.value.catalogue)
      return amount && [amount.element?.name, amount.property.name].filter(Boolean).join('.')
    }
    expect(amountOf(text('discount: money, tax: money, total: money'))).toBe('total')
    expect(amountOf(text('shipping: money'))).toBeUndefined()
    expect(
      amountOf(
        text('shipping: money', '    elements: { item: { properties: { amount: money } } }'),
      ),
    ).toBe('item.amount')
  })

  test('sensitive traits are passed over', () => {
    const birth = demo.catalogue.traits['birth_date']
    if (birth === undefined) throw new Error('the demo has birthdays')
    const traits = {
      ...demo.catalogue.traits,
      birth_date: { ...birth, sensitivity: 'sensitive' as const },
    }
    const meaning = meaningOf({ ...demo.catalogue, traits })
    expect(meaning.birthDate).toBeUndefined()
    const birthday = TEMPLATES.find((t) => t.key === 'birthday-soon')
    expect(birthday && missingOf(birthday, meaning)).toEqual(['birthDate'])
  })
})

describe('defaults', () => {
  const rhythm: Rhythm = {
    asOf: Date.UTC(2026, 0, 1),
    numbers: { gapP90: { value: 83.2, customers: 1200 }, gapMedian: { value: 21, customers: 29 } },
    tops: { categories: { values: ['Gone', 'Coffee'], customers: 800 } },
  }
  const about = { meaning: meaningOf(demo.catalogue), catalogue: demo.catalogue, rhythm }

  test('come from the data, rounded, and say on what they rest', () => {
    const found = defaultOf({ name: 'quiet', kind: 'days', from: 'gapP90' }, about)
    expect(found.value).toBe(80)
    expect(found.basis).toMatchObject({ kind: 'data', exact: 83.2, customers: 1200 })
    expect(basisWords(found, { locale: 'en', timeZone: 'UTC' })).toBe(
      'From your data: 90% of the customers usually come back within 83 days (1,200 customers, as of Jan 1, 2026).',
    )
    for (const locale of LOCALES) {
      expect(basisWords(found, { locale, timeZone: 'UTC' })).not.toMatch(/[{}]/)
    }
  })

  test('of too few customers are constants that name their source', () => {
    const found = defaultOf({ name: 'gap', kind: 'days', from: 'gapMedian' }, about)
    expect(found.basis).toMatchObject({ kind: 'constant' })
    expect(basisWords(found, { locale: 'en', timeZone: 'UTC' })).toMatch(/^Too little data/)
  })

  test('a category that the tree does not know is no default', () => {
    const found = defaultOf({ name: 'category', kind: 'text', from: 'categories' }, about)
    expect(found).toMatchObject({ value: 'Coffee', options: ['Coffee'] })
  })

  test.each([
    [roundDays(6.6), 7],
    [roundDays(0.2), 1],
    [roundDays(47), 45],
    [roundDays(96), 100],
    [roundDays(400), 390],
    [roundMoney(237), 240],
    [roundMoney(1180), 1200],
    [roundMoney(47.3), 45],
    [roundMoney(0.4), 1],
    [roundShare(0.72), 0.7],
    [roundShare(0.001), 0.05],
  ])('rounding: %d is %d', (got, wanted) => expect(got).toBe(wanted))
})

describe('values as people type them', () => {
  const days = { name: 'quiet', kind: 'days', from: 30 } as const
  const share = { name: 'share', kind: 'share', from: 0.1 } as const
  const money = { name: 'spend', kind: 'money', from: 100 } as const
  const count = { name: 'orders', kind: 'count', from: 3, least: 2 } as const
  const text = { name: 'category', kind: 'text', from: 'categories' } as const
  test.each([
    [days, '45', 45],
    [days, '45 days', 45],
    [days, '0', undefined],
    [days, '1.5', undefined],
    [days, 'soon', undefined],
    [share, '20%', 0.2],
    [share, '0.2', 0.2],
    [share, '120%', undefined],
    [money, '99.90', 99.9],
    [money, '-1', undefined],
    [count, '2', 2],
    [count, '1', undefined],
    [text, ' Coffee ', 'Coffee'],
    [text, ' ', undefined],
  ])('%j %j', (parameter, typed, wanted) => {
    expect(readParameter(parameter, typed)).toBe(wanted)
  })

  test('text with quotes stays text', () => {
    const fans = TEMPLATES.find((t) => t.key === 'category-fans')
    if (fans === undefined) throw new Error('missing')
    const values = { ...valuesOf(fans, demo.catalogue), category: 'a" or everyone or "' }
    const definition = composeDefinition(fans, {
      meaning: meaningOf(demo.catalogue),
      values,
      currency: 'EUR',
    })
    expect(definition).toContain('"a\\" or everyone or \\""')
  })
})

test('the reference of templates is current: run node tools/reference.ts', () => {
  const page = new URL('../../../docs/reference/templates.md', import.meta.url)
  expect(readFileSync(page, 'utf8')).toBe(templateReference())
})

test('[CALL-4] a share of elements is said with the words of the element', () => {
  const fans = TEMPLATES.find((t) => t.key === 'category-fans')
  const read = parse((fans && composed(fans, demo)) ?? '')
  if (!read.ok) throw new Error('cannot be read')
  const { catalogue, timeZone } = demo
  const sentence = say(read.value.definition, { locale: 'fr', catalogue, timeZone })
  expect(sentence).toMatch(/la part de ceux où \(.*catégorie.*\) parmi les articles/)
  expect(sentence).not.toContain('category')
})
