// Files of models: read, refused with their place, printed and read back; their scores in the catalogue.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LOCALES } from '../../base/index.ts'
import {
  MODEL_SPECS,
  modelReference,
  modelScores,
  parseModelFile,
  printModelFile,
  type Catalogue,
} from '../index.ts'

const property = (name: string, type: 'money' | 'number') => ({
  name,
  type,
  label: {},
  required: false,
  sensitivity: 'none' as const,
})
const catalogue: Catalogue = {
  traits: { region: { ...property('region', 'number'), type: 'text' } },
  events: {
    purchase: {
      name: 'purchase',
      label: {},
      role: 'purchase',
      properties: { total: property('total', 'money') },
      elements: {
        item: { name: 'item', label: {}, properties: { price: property('price', 'money') } },
      },
    },
  },
  trees: {},
  products: {},
}
const whole: Catalogue = {
  ...catalogue,
  costs: { pools: {}, each: { purchase: 1 }, amounts: {} },
  points: { earn: {}, spend: {} },
}
const read = (text: string, file = 'models/value.yaml', of = catalogue) =>
  parseModelFile(text, file, of)
const faults = (text: string, file?: string): readonly unknown[] =>
  read(text, file).issues.map((i) => [
    i.code,
    i.at?.kind === 'file' ? i.at.line : 0,
    ...(i.fix === undefined ? [] : [i.fix]),
  ])

test('a kind alone is enough: the table has the rest', () => {
  const model = read('kind: lifetime\n')
  expect(model.ok && model.value).toMatchObject({
    key: 'value',
    kind: 'lifetime',
    refresh: 'weekly',
    label: { fr: 'Valeur du client' },
    settings: { model: 'best', horizon: 365, margin: 1 },
  })
  expect(model.ok && model.value.outputs.map((o) => o.name)).toEqual([
    'p_alive',
    'expected',
    'clv',
    'clv_low',
    'clv_high',
  ])
})

test('numbers, lists and names of the catalogue are read in their types', () => {
  const model = read(
    'kind: rfm\nlabel: { en: Groups }\nrefresh: never\namount: item.price\nmethod: threshold\nbins: 3\nrecency_cuts: [90, 30.5]\n',
  )
  expect(model.ok && model.value).toMatchObject({
    refresh: 'never',
    label: { en: 'Groups' },
    settings: { amount: 'item.price', bins: 3, recency_cuts: [90, 30.5], days: 365 },
  })
})

test.each([
  ['kind: rfn\n', [['catalog/unknown-value', 1, 'rfm']]],
  ['refresh: daily\n', [['catalog/missing-key', 1]]],
  ['kind: rfm\nbinz: 5\n', [['catalog/unknown-key', 2, 'bins']]],
  ['kind: rfm\nbins: 50\n', [['catalog/model-number', 2]]],
  ['kind: rfm\nbins: 2.5\n', [['catalog/model-number', 2]]],
  ['kind: rfm\nbins: many\n', [['catalog/model-number', 2]]],
  ['kind: rfm\nmethod: ranks\n', [['catalog/unknown-value', 2, 'rank']]],
  ['kind: rfm\nrefresh: hourly\n', [['catalog/unknown-value', 2]]],
  ['kind: rfm\nevent: purchases\n', [['catalog/unknown-event', 2, 'purchase']]],
  ['kind: rfm\namount: totals\n', [['catalog/unknown-property', 2, 'total']]],
  ['kind: rfm\nkind: churn\n', [['catalog/duplicate-key', 2]]],
  ['kind: growth\nby: [regio]\n', [['catalog/unknown-trait', 2, 'region']]],
  [
    'kind: cost\nmargin: 0.3\npools: { a: { cost: 1, uses: {} } }\ndirect: {}\n',
    [
      ['catalog/moved', 3],
      ['catalog/moved', 4],
    ],
  ],
  ['kind: cost\n', [['catalog/section-missing', 1]]],
  [
    'kind: scale\nscales: { a: -q1 regio }\nitems: { q1: 1 }\n',
    [['catalog/unknown-item', 2, 'region']],
  ],
  ['kind: scale\nscales: { a: q1 region }\nitems: { q1: 1 }\n', [['catalog/not-a-number', 2]]],
  [
    'kind: cluster\nmeasures: { spend: 1 }\nweights: { spent: 2 }\n',
    [['catalog/unknown-measure', 3, 'spend']],
  ],
  ['kind: cluster\ntransforms: { spend: log }\n', [['catalog/unknown-value', 2]]],
  ['[]', [['catalog/not-a-map', 1]]],
])('%j is refused at its place', (text, wanted) => {
  expect(faults(text)).toEqual(wanted)
})

test('a key becomes part of names, and so must be one', () => {
  expect(faults('kind: rfm\n', 'models/my-rfm.yaml')).toEqual([['catalog/bad-model-key', 1]])
})

test.each(MODEL_SPECS.map((spec) => [spec.kind, spec] as const))(
  '%s: the first file in every language reads back',
  (kind, spec) => {
    for (const locale of LOCALES) {
      const text = printModelFile(spec, locale)
      const model = read(text, `models/${spec.key}.yaml`, whole)
      // What only the author can say is left empty, and asked for.
      if (spec.settings.some((one) => one.required === true && one.default === undefined)) {
        expect([kind, locale, model.ok]).toEqual([kind, locale, false])
        continue
      }
      expect([kind, locale, model.issues]).toEqual([kind, locale, []])
      // Named in every language, whoever asks for the file.
      expect(model.ok && Object.keys(model.value.label)).toEqual([...LOCALES])
      // Every setting stands in the file, on or off.
      for (const { name } of spec.settings) expect(text).toMatch(new RegExp(`^(# )?${name}:`, 'm'))
      const names = spec.settings.map(({ name }) => name).join('|')
      const commented = new RegExp(`^# ((${names}):.*|  \\S+:.*)$`, 'gm')
      const uncommented = text.replaceAll(commented, '$1')
      expect([kind, locale, faults(uncommented).filter(isShape)]).toEqual([kind, locale, []])
    }
  },
)

/** Examples may name what this catalogue does not have. */
function isShape(fault: unknown): boolean {
  return (
    Array.isArray(fault) &&
    !/unknown-(event|property|trait|item|measure)|section-missing/.test(String(fault[0]))
  )
}

test('scores come with the names and labels of both; one that is taken leaves its model out', () => {
  const rfm = read('kind: rfm\nlabel: Groups\n', 'models/rfm.yaml')
  const value = read('kind: lifetime\n')
  if (!rfm.ok || !value.ok) throw new Error('both must read')
  const scores = {
    'value.clv': { name: 'value.clv', label: { en: 'theirs' }, unit: 'number' as const },
  }
  const found = modelScores([rfm.value, value.value], { ...catalogue, scores })
  expect(found.models.map((model) => model.key)).toEqual(['rfm'])
  expect(Object.keys(found.scores)).toEqual([
    'value.clv',
    'rfm.recency',
    'rfm.frequency',
    'rfm.monetary',
    'rfm.segment',
  ])
  expect(found.scores['rfm.recency']?.label.fr).toBe('Groups\u00a0: classe de récence')
  expect(found.scores['rfm.recency']?.unit).toBe('class')
  expect(found.issues.map((i) => [i.code, i.params['name'], i.params['other']])).toEqual([
    ['catalog/score-twice', 'value.clv', 'tessera.yaml'],
  ])
})

test('one model, two files, or two names that become one: told by the name and who gives it', () => {
  const first = read('kind: churn\n', 'models/churn.yaml')
  const second = read('kind: churn\n', 'models/churn.yml')
  const tastes = read('kind: affinity\ncategories: [Coffee & tea, coffee-tea]\n', 'models/t.yaml')
  if (!first.ok || !second.ok || !tastes.ok) throw new Error('all must read')
  const { issues } = modelScores([first.value, second.value, tastes.value], catalogue)
  expect(issues.map((i) => [i.params['name'], i.params['other']])).toEqual([
    ['churn.overdue_ratio', 'models/churn.yaml'],
    ['t.coffee_tea', 'models/t.yaml'],
  ])
})

test('what stands in the segment language is kept with its place, for whoever binds it', () => {
  const model = read(
    'kind: propensity\noutcome: |\n  any(purchase)\nfeatures:\n  orders: count(purchase)\n',
  )
  expect(model.ok && model.value.texts).toEqual([
    {
      setting: 'outcome',
      kind: 'condition',
      text: 'any(purchase)\n',
      origin: { file: 'models/value.yaml', line: 3, indent: 2, exact: true },
    },
    {
      setting: 'features.orders',
      kind: 'number',
      text: 'count(purchase)',
      origin: { file: 'models/value.yaml', line: 5, indent: 10, exact: true },
    },
  ])
})

test('the reference of models is current: run node tools/reference.ts', () => {
  const page = new URL('../../../../docs/reference/models.md', import.meta.url)
  expect(readFileSync(page, 'utf8')).toBe(modelReference())
})
