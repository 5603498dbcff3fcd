/** Printing and parsing are each other's inverse, whatever the texts hold. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { LOCALES, type LocalText } from '../base/index.ts'
import {
  labelOf,
  parseProgramme,
  parseSegmentFile,
  printProgramme,
  printSegmentFile,
  PURPOSES,
  SCORE_UNITS,
  sensitivityOf,
  STATUSES,
  TRAIT_ROLES,
  type CategoryNode,
  type ElementKind,
  type EventKind,
  type Programme,
  type Property,
  type ScoreKind,
  type Trait,
} from './index.ts'

// Texts that careless YAML would read as something else.
const text = fc.oneof(
  fc.constantFrom(
    'yes',
    'null',
    '~',
    '1e3',
    '007',
    '- a',
    'a: b',
    '# no',
    '*x',
    '&x',
    "it's",
    '"q"',
    '{a}',
    '[b]',
    ' pad ',
    'a\nb',
    '2026-01-01',
    'NO',
    '|',
    '>',
    '%',
    '@',
    '`',
    '\t',
    '\u{1F600}',
    'true',
  ),
  fc.string({ minLength: 1, maxLength: 12 }),
)
const labels: fc.Arbitrary<LocalText> = fc.dictionary(fc.constantFrom(...LOCALES), text, {
  minKeys: 1,
  noNullPrototype: true,
})
const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/).filter((n) => n !== 'constructor')
const TREES = ['goods', 'styles']

function record<T extends { readonly name: string }>(
  of: (named: string) => fc.Arbitrary<T>,
  max = 4,
): fc.Arbitrary<Record<string, T>> {
  return fc
    .uniqueArray(name, { maxLength: max })
    .chain((names) => fc.tuple(...names.map(of)))
    .map((list) => Object.fromEntries(list.map((one) => [one.name, one])))
}

function property(named: string): fc.Arbitrary<Property> {
  const kind = fc.constantFrom(
    { type: 'text' as const },
    { type: 'number' as const },
    { type: 'number' as const, unit: 'kg' },
    { type: 'money' as const, currency: 'EUR' },
    { type: 'money' as const, currency: 'BRL' },
    { type: 'boolean' as const },
    { type: 'instant' as const },
    { type: 'list' as const },
    { type: 'category' as const, tree: 'styles' },
    { type: 'geo' as const },
  )
  const label = fc.oneof(fc.constant(labelOf(named)), labels)
  const values = fc.option(fc.array(text, { maxLength: 3 }), { nil: undefined })
  const sensitivity = fc.constantFrom('none', 'personal', 'sensitive')
  return fc.tuple(kind, label, values, sensitivity, fc.boolean()).map(([k, l, v, s, required]) => ({
    name: named,
    label: l,
    required,
    sensitivity: s,
    ...k,
    ...(v === undefined ? {} : { values: v }),
  }))
}

function traits(): fc.Arbitrary<Record<string, Trait>> {
  const roles = TRAIT_ROLES.filter((role) => ['country', 'email', 'city', 'gender'].includes(role))
  return fc.tuple(record(property), fc.subarray(roles)).map(([plain, some]) => {
    const withRoles = some.map((role): Trait => {
      const sensitivity = sensitivityOf(role)
      return {
        name: `the_${role}`,
        label: { en: 'x' },
        type: 'text',
        required: false,
        sensitivity,
        role,
      }
    })
    const consents = ['email', 'sms'].map((channel): Trait => ({
      name: `agreed_${channel}`,
      label: labelOf(`agreed_${channel}`),
      type: 'boolean',
      required: false,
      sensitivity: 'none',
      role: 'consent',
      consent: { channel, purpose: 'marketing' },
    }))
    const all = [...withRoles, ...consents]
    return { ...plain, ...Object.fromEntries(all.map((trait) => [trait.name, trait])) }
  })
}

function eventKind(named: string): fc.Arbitrary<EventKind> {
  const element = (e: string): fc.Arbitrary<ElementKind> =>
    fc.record({ name: fc.constant(e), label: labels, properties: record(property, 2) })
  return fc
    .record({
      name: fc.constant(named),
      label: fc.oneof(fc.constant(labelOf(named)), labels),
      properties: record(property),
      // No underscore, so that no two element columns can collide.
      elements: record((e) => element(e.replaceAll('_', '')), 1),
    })
    .map((kind) => ({ ...kind, properties: { ...kind.properties, ...PRICED } }))
}

const PRICED: Readonly<Record<string, Property>> = {
  the_currency: {
    name: 'the_currency',
    label: labelOf('the_currency'),
    type: 'text',
    required: false,
    sensitivity: 'none',
  },
  the_price: {
    name: 'the_price',
    label: labelOf('the_price'),
    type: 'money',
    currency: 'EUR',
    currencyFrom: 'the_currency',
    required: true,
    sensitivity: 'none',
  },
}

const score = (named: string): fc.Arbitrary<ScoreKind> =>
  fc.record({
    name: fc.constant(named),
    label: fc.oneof(fc.constant(labelOf(named)), labels),
    unit: fc.constantFrom(...SCORE_UNITS),
  })

/** Of a programme with these events: the first one costs, and earns points. */
function economyOf({
  events,
}: Programme['catalogue']): Pick<Programme['catalogue'], 'costs' | 'points'> {
  const [first] = Object.keys(events)
  if (first === undefined) return {}
  const number = Object.values(events[first]?.properties ?? {}).find((p) => p.type === 'number')
  return {
    costs: {
      pools: {
        'in house': { monthly: 12.5, capacity: 1e6, minutes: { [first]: 0.25 } },
        yes: { monthly: 1, minutes: {} },
      },
      each: { [first]: 3 },
      amounts: number === undefined ? {} : { [`${first}.${number.name}`]: -1 },
    },
    ...(number === undefined
      ? {}
      : {
          points: {
            earn: { [first]: number.name },
            spend: {},
            expire: 12,
            worth: 0.01,
            tiers: { 'no 1': 5, '2': 7.5 },
          },
        }),
  }
}

const rate = fc.integer({ min: 1, max: 999_999_999 }).map((n) => n / 1e6)

const node: fc.Arbitrary<readonly CategoryNode[]> = fc
  .uniqueArray(text, { maxLength: 7 })
  .chain((names) =>
    fc.array(fc.option(labels, { nil: undefined }), { minLength: 7, maxLength: 7 }).map((all) => {
      const leaf = (i: number): CategoryNode => ({
        name: names[i] ?? '',
        label: all[i] ?? { es: names[i] ?? '' },
        children: [],
      })
      const top = names.map((_, i) => leaf(i))
      const [first, ...rest] = top
      // The first node holds every second one of the others.
      if (first === undefined) return []
      const inner = rest.filter((_, i) => i % 2 === 0)
      return [{ ...first, children: inner }, ...rest.filter((_, i) => i % 2 === 1)]
    }),
  )

const programme: fc.Arbitrary<Programme> = fc.record({
  id: fc.constant('shop-1'),
  name: text,
  timeZone: fc.constantFrom('Europe/Lisbon', 'UTC'),
  currency: fc.constant('EUR'),
  locales: fc.constant(['es', 'en'] as const),
  catalogue: fc.record({
    traits: traits(),
    events: record(eventKind, 3),
    trees: fc.tuple(node, node).map(([a, b]) => ({ goods: a, styles: b })),
    products: record(property, 2),
    scores: fc
      .tuple(score('clv.expected_12m'), score('churn'))
      .map((two) => Object.fromEntries(two.map((one) => [one.name, one]))),
    rates: fc.record({
      USD: fc
        .tuple(rate, rate)
        .map(([a, b]) => [['1900-01-01', a] as const, ['2026-02-28', b] as const]),
    }),
  }),
  measures: fc.dictionary(
    name.map((n) => `m_${n}`),
    text,
    { maxKeys: 2, noNullPrototype: true },
  ),
})

/** Events whose element is also a property have no meaning; the arbitrary makes a few. */
function isSound(p: Programme): boolean {
  const clash = Object.values(p.catalogue.events).some((event) =>
    Object.keys(event.elements).some((e) => e in event.properties),
  )
  return !clash && !Object.keys(p.measures).some((m) => m in p.catalogue.traits)
}

test('parse(print(programme)) is the programme', () => {
  fc.assert(
    fc.property(programme.filter(isSound), (plain) => {
      const p = { ...plain, catalogue: { ...plain.catalogue, ...economyOf(plain.catalogue) } }
      const printed = printProgramme(p)
      const parsed = parseProgramme(printed, 'tessera.yaml')
      expect(parsed.ok ? parsed.value : { printed, issues: parsed.issues }).toEqual(p)
      expect(TREES).toEqual(Object.keys(p.catalogue.trees))
    }),
    { numRuns: 300 },
  )
})

test('parse(print(segment)) is the segment', () => {
  const segment = fc.record({
    name: labels,
    why: fc.oneof(fc.constant({}), labels),
    purpose: fc.constantFrom(...PURPOSES),
    status: fc.constantFrom(...STATUSES),
    definition: fc
      .oneof(
        fc.constantFrom('a = 1', '  a = 1\n and b', '\na', 'a\n\n\n', 'a  \nb', '# a', 'a: "b"'),
        fc.string({ unit: 'grapheme', minLength: 1 }),
      )
      .filter((d) => d.trim() !== ''),
  })
  fc.assert(
    fc.property(segment, (s) => {
      const parsed = parseSegmentFile(printSegmentFile(s), 'segments/a-1.yaml')
      expect(parsed.ok ? parsed.value : parsed.issues).toMatchObject(s)
    }),
    { numRuns: 300 },
  )
})
