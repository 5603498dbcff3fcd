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
const read = (text: string, file = 'models/value.yaml') => parseModelFile(text, file, catalogue)
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
    'kind: cost\npools: { a: { cost: 1, uses: { purchases: 2 } } }\n',
    [['catalog/unknown-event', 2, 'purchase']],
  ],
  ['kind: cost\npools: { a: { cost: -1, uses: {} } }\n', [['catalog/model-number', 2]]],
  [
    'kind: cost\ndirect: { purchase.totals: 1 }\npools: {}\n',
    [['catalog/unknown-property', 2, 'purchase.total']],
  ],
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
      const model = read(text, `models/${spec.key}.yaml`)
      // What only the author can say is left empty, and asked for.
      if (spec.settings.some((one) => one.required === true && one.default === undefined)) {
        expect([kind, locale, model.ok]).toEqual([kind, locale, false])
        continue
      }
      expect([kind, locale, model.issues]).toEqual([kind, locale, []])
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
  return Array.isArray(fault) && !/unknown-(event|property|trait)/.test(String(fault[0]))
}

test('scores come with the names and labels of both; one that is taken leaves its model out', () => {
  const rfm = read('kind: rfm\nlabel: Groups\n', 'models/rfm.yaml')
  const value = read('kind: lifetime\n')
  if (!rfm.ok || !value.ok) throw new Error('both must read')
  const scores = { 'value.clv': { name: 'value.clv', label: { en: 'theirs' } } }
  const found = modelScores([rfm.value, value.value], { ...catalogue, scores })
  expect(found.models.map((model) => model.key)).toEqual(['rfm'])
  expect(Object.keys(found.scores)).toEqual([
    'value.clv',
    'rfm.recency',
    'rfm.frequency',
    'rfm.monetary',
    'rfm.segment',
  ])
  expect(found.scores['rfm.recency']?.label.fr).toBe('Groups: classe de récence')
  expect(found.issues.map((i) => [i.code, i.params['name']])).toEqual([
    ['catalog/name-taken', 'value.clv'],
  ])
})

test('the reference of models is current: run node tools/reference.ts', () => {
  const page = new URL('../../../../docs/reference/models.md', import.meta.url)
  expect(readFileSync(page, 'utf8')).toBe(modelReference())
})
