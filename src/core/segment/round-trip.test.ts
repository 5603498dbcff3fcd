/** One language, three faces: text, JSON and sentence of random definitions of every construct. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { LAW_CATALOGUE } from '../../../test/laws/catalogue.ts'
import { anyDefinition } from '../../../test/laws/definition-arbitrary.ts'
import { LAW_INGREDIENTS } from '../../../test/laws/ingredients.ts'
import { LOCALES } from '../base/index.ts'
import { RESERVED_WORDS as RESERVED_IN_CATALOGUES } from '../catalog/reserved.ts'
import { bind } from './bind/bind.ts'
import { fromJson, pathsOf, toJson } from './json/json.ts'
import { say } from './say/say.ts'
import { format } from './syntax/format.ts'
import { RESERVED_WORDS } from './syntax/keywords.ts'
import { parse } from './syntax/parse.ts'
import { print } from './syntax/print.ts'
import { ANY_TREE } from './syntax/tree-arbitrary.test-kit.ts'
import { isCondition, walk } from './walk.ts'

const ingredients = { ...LAW_INGREDIENTS, segments: ['gold', 'it "is"'] }
const context = {
  catalogue: LAW_CATALOGUE,
  currency: 'EUR',
  timeZone: 'UTC',
  measures: {},
  segments: ingredients.segments,
}
const definitions = anyDefinition(ingredients)

test('[FORM-1] printing and reading gives the same tree; [FORM-2] formatting twice is formatting once', () => {
  fc.assert(
    fc.property(definitions, (definition) => {
      const text = print(definition)
      const read = parse(text)
      if (!read.ok) throw new Error(`${text}\n${JSON.stringify(read.issues)}`)
      expect(read.value.definition).toEqual(definition)
      expect(format(text)).toMatchObject({ ok: true, value: text })
    }),
    { numRuns: 1500 },
  )
}, 60_000)

test('[FORM-3] the JSON form holds the same tree', () => {
  fc.assert(
    fc.property(definitions, (definition) => {
      const read = fromJson(JSON.parse(JSON.stringify(toJson(definition))))
      expect(read).toMatchObject({ ok: true })
      expect(read.ok && read.value).toEqual(definition)
    }),
    { numRuns: 600 },
  )
}, 60_000)

test('[FORM-1] [FORM-2] [FORM-3] hold for every tree that can be written, whatever it means', () => {
  fc.assert(
    fc.property(ANY_TREE, (tree) => {
      const text = print(tree)
      const read = parse(text)
      if (!read.ok) throw new Error(`${text}\n${JSON.stringify(read.issues)}`)
      expect(read.value.definition).toEqual(tree)
      expect(print(read.value.definition)).toBe(text)
      const json = fromJson(JSON.parse(JSON.stringify(toJson(tree))))
      if (!json.ok) throw new Error(`${text}\n${JSON.stringify(json.issues)}`)
      expect(json.value).toEqual(tree)
    }),
    { numRuns: 3000 },
  )
}, 60_000)

test('the trees hold every kind', () => {
  const kinds = new Set<string>()
  for (const tree of fc.sample(ANY_TREE, { numRuns: 3000, seed: 1 })) {
    const open: unknown[] = [tree]
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (typeof node !== 'object' || node === null) continue
      open.push(...Object.values(node).filter((part) => part !== undefined))
      if ('kind' in node) kinds.add(String(node.kind))
      if ('fn' in node) kinds.add(String(node.fn))
    }
  }
  const wanted =
    'median nth gap streak most calendarPart eventTime ahead following share net trend score bucket distance length inList consent rank sequence stateFor ' +
    'anniversary regular stopped restarted top bottom quantile property anyElement daysSince negate rolling ago'
  expect(wanted.split(' ').filter((kind) => !kinds.has(kind))).toEqual([])
  expect(kinds).toContain('median gap')
})

test('random definitions bind, and [SAY-1] are said in four languages', () => {
  fc.assert(
    fc.property(definitions, (definition) => {
      const result = bind(definition, context, { spanOf: pathsOf(definition) })
      expect(result.issues.filter((issue) => issue.severity === 'error')).toEqual([])
      for (const locale of LOCALES) {
        const sentence = say(definition, { locale, catalogue: LAW_CATALOGUE })
        expect(sentence.endsWith('.')).toBe(true)
        expect(sentence).not.toMatch(/undefined|\[object|  /)
      }
    }),
    { numRuns: 500 },
  )
}, 60_000)

test('the random definitions hold every construct', () => {
  const kinds = new Set<string>()
  for (const definition of fc.sample(definitions, { numRuns: 3000, seed: 1 })) {
    for (const node of walk(definition.condition)) {
      if (!('kind' in node)) continue
      kinds.add(`${isCondition(node) ? 'condition' : 'value'} ${node.kind}`)
      if (node.kind === 'measure') kinds.add(`fn ${node.fn}`)
      if ('window' in node) kinds.add(`window ${node.window.kind}`)
    }
  }
  const wanted =
    'everyone and or not atLeast compare between in text list presence under within any anyElement inSegment ' +
    'inList consent rank sequence stateFor anniversary regular stopped restarted'
  const values =
    'number length text boolean date instant duration trait property measure share trend score bucket distance ' +
    'daysSince calendarPart eventTime age tenure named arithmetic negate'
  const fns = [
    'count',
    'count distinct',
    'sum',
    'avg',
    'min',
    'max',
    'first',
    'last',
    'median',
    'nth',
    'gap',
    'median gap',
    'streak',
    'most',
  ]
  const windows = 'rolling calendarDays current previous since before between ago ahead following'
  for (const kind of wanted.split(' ')) expect(kinds).toContain(`condition ${kind}`)
  for (const kind of values.split(' ')) expect(kinds).toContain(`value ${kind}`)
  for (const fn of fns) expect(kinds).toContain(`fn ${fn}`)
  for (const kind of windows.split(' ')) expect(kinds).toContain(`window ${kind}`)
})

test('catalogues know the same reserved words', () => {
  expect(RESERVED_IN_CATALOGUES).toEqual(RESERVED_WORDS)
})
