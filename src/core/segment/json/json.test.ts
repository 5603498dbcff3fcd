/** Documents that are no definitions are refused with the path of each fault. */
import { expect, test } from 'vitest'
import { bind } from '../bind/bind.ts'
import { CONTEXT } from '../shop.test-kit.ts'
import { fromJson, pathsOf } from './json.ts'

function faults(condition: unknown, head: object = {}): readonly string[] {
  const document = {
    tessera: 'segment',
    version: 1,
    definition: { measures: [], condition },
    ...head,
  }
  return fromJson(document).issues.map((issue) => {
    const path = issue.at?.kind === 'path' ? issue.at.path.join('.') : ''
    return `${issue.code} ${path}`
  })
}

const trait = { kind: 'trait', name: 'country' }

test.each([
  ['null', null],
  ['text', 'everyone'],
  ['another version', { tessera: 'segment', version: 2, definition: {} }],
  ['nothing inside', { tessera: 'segment', version: 1 }],
])('[FORM-3] refuses %s', (_, document) => {
  expect(fromJson(document).issues.map((issue) => issue.code)).toEqual(['segment/json-version'])
})

test.each([
  ['an unknown kind', { kind: 'maybe' }, ['segment/json-shape definition.condition.kind']],
  ['an extra key', { kind: 'everyone', of: 1 }, ['segment/json-shape definition.condition']],
  [
    'a group of one',
    { kind: 'and', of: [{ kind: 'everyone' }] },
    ['segment/json-shape definition.condition.of'],
  ],
  [
    'a deep fault',
    {
      kind: 'not',
      of: {
        kind: 'in',
        value: trait,
        options: [{ kind: 'date', value: '2026-02-30' }],
        negated: false,
      },
    },
    ['segment/json-shape definition.condition.of.options.0.value'],
  ],
  [
    'a number too fine',
    { kind: 'compare', op: '=', left: trait, right: { kind: 'number', value: 1e-7 } },
    ['segment/json-shape definition.condition.right.value'],
  ],
  [
    'a window without end',
    { kind: 'within', value: trait, window: { kind: 'rolling', count: 101, unit: 'year' } },
    ['segment/json-shape definition.condition.window'],
  ],
  [
    'an nth without its number',
    {
      kind: 'presence',
      value: { kind: 'measure', fn: 'nth', source: { event: 'a' } },
      missing: true,
    },
    ['segment/json-shape definition.condition.value'],
  ],
  [
    'a streak without its period',
    {
      kind: 'presence',
      value: { kind: 'measure', fn: 'streak', source: { event: 'a' } },
      missing: true,
    },
    ['segment/json-shape definition.condition.value'],
  ],
  [
    'a share with a currency',
    {
      kind: 'compare',
      op: '=',
      left: trait,
      right: { kind: 'number', value: 5, percent: true, currency: 'EUR' },
    },
    ['segment/json-shape definition.condition.right'],
  ],
  [
    'elements whose share has no property',
    {
      kind: 'presence',
      value: { kind: 'share', source: { event: 'a', element: 'b' } },
      missing: true,
    },
    ['segment/json-shape definition.condition.value.source.element'],
  ],
  [
    'a score with an empty part',
    { kind: 'presence', value: { kind: 'score', name: 'clv.' }, missing: true },
    ['segment/json-shape definition.condition.value.name'],
  ],
  [
    'a point off the globe',
    {
      kind: 'presence',
      value: { kind: 'distance', of: trait, to: { latitude: 91, longitude: 0 } },
      missing: true,
    },
    ['segment/json-shape definition.condition.value.to.latitude'],
  ],
  [
    'a band out of its parts',
    { kind: 'rank', value: trait, band: { kind: 'quantile', parts: 5, from: 5, to: 6 } },
    ['segment/json-shape definition.condition.band'],
  ],
  [
    'a share of customers above all',
    { kind: 'rank', value: trait, band: { kind: 'top', count: 101, of: 'percent' } },
    ['segment/json-shape definition.condition.band'],
  ],
  [
    'a step with a window',
    {
      kind: 'sequence',
      first: { event: 'a', window: { kind: 'current', unit: 'day' } },
      steps: [{ source: { event: 'b' }, negated: false }],
    },
    ['segment/json-shape definition.condition.first'],
  ],
  [
    'an absence without end',
    { kind: 'sequence', first: { event: 'a' }, steps: [{ source: { event: 'b' }, negated: true }] },
    ['segment/json-shape definition.condition.steps.0'],
  ],
  [
    'more periods than there are',
    { kind: 'regular', source: { event: 'a' }, count: 4, of: 3, unit: 'month' },
    ['segment/json-shape definition.condition'],
  ],
  [
    'an anniversary beyond a year',
    { kind: 'anniversary', direction: 'next', days: 367 },
    ['segment/json-shape definition.condition.days'],
  ],
  [
    'a window that nobody writes',
    { kind: 'within', value: trait, window: { kind: 'period', unit: 'month', back: 1 } },
    ['segment/json-shape definition.condition.window.kind'],
  ],
])('[FORM-3] refuses %s', (_, condition, expected) => {
  expect(faults(condition)).toEqual(expected)
})

test('[PARSE-11] a tree deeper than the language is refused, however deep', () => {
  let condition: unknown = { kind: 'everyone' }
  for (let i = 0; i < 20_000; i += 1) condition = { kind: 'not', of: condition }
  expect(faults(condition)).toEqual(['segment/too-deep definition'])
})

test('[PARSE-1] a tree longer than the language is refused', () => {
  const options = Array.from({ length: 30_000 }, () => ({ kind: 'text', value: 'x' }))
  expect(faults({ kind: 'in', value: trait, options, negated: false })).toEqual([
    'segment/text-too-long definition',
  ])
})

test('issues of meaning point into the document', () => {
  const condition = { kind: 'any', source: { event: 'purchse' } } as const
  const definition = { measures: [], condition }
  const result = bind(definition, CONTEXT, { spanOf: pathsOf(definition) })
  expect(result.issues[0]).toMatchObject({
    code: 'segment/unknown-event',
    at: { kind: 'path', path: ['definition', 'condition', 'source', 'event'] },
  })
})
