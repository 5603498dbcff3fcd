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
