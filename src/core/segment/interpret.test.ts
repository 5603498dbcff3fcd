/** What is seen, what is true, what equals what: rule by rule, on small pasts written by hand. */
import { describe, expect, test } from 'vitest'
import {
  AS_OF,
  any,
  arithmetic,
  bound,
  compare,
  context,
  date,
  element,
  list,
  measure,
  no,
  nobody,
  not,
  number,
  own,
  past,
  presence,
  purchase,
  text,
  trait,
  truth,
  value,
  within,
  yes,
} from './bound.test-kit.ts'
import {
  interpret,
  isKnown,
  type BoundCondition,
  type BoundSource,
  type BoundValue,
  type CustomerHistory,
  type MeasureFn,
  type Value,
} from './index.ts'

describe('what is seen', () => {
  test('[SEE-1] events and trait values are seen from their instant on, to the millisecond', () => {
    const history = past([{ at: '2026-03-15T12:00:00.000Z' }, { at: '2026-03-15T12:00:00.001Z' }])
    expect(value(measure('count', purchase), history)).toBe(1)
    const traits = [
      { at: AS_OF, seq: 1, traits: { a: 'now' } },
      { at: AS_OF + 1, seq: 2, traits: { a: 'later' } },
    ]
    expect(value(trait('a'), { ...nobody, traits })).toBe('now')
  })

  test('[SEE-2] nobody is in a segment before their first fact', () => {
    const history: CustomerHistory = {
      customerId: 'c',
      traits: [{ at: AS_OF + 1, seq: 1, traits: {} }],
      events: [],
    }
    expect(isKnown(history, AS_OF)).toBe(false)
    expect(truth(yes, history)).toBe(false)
    expect(truth(not(no), history)).toBe(false)
    expect(interpret(bound(yes), history, { ...context, asOf: AS_OF + 1 })).toBe(true)
  })

  test('[SEE-3] an event sent twice exists once; ids of other kinds are others', () => {
    const history = past([
      { id: 'x', at: '2026-03-01T00:00Z' },
      { id: 'x', at: '2026-03-01T00:00Z' },
      { id: 'x', event: 'visit', at: '2026-03-01T00:00Z' },
    ])
    expect(value(measure('count', purchase), history)).toBe(1)
    expect(value(measure('count', { event: 'visit' }), history)).toBe(1)
  })

  test('[SEE-4] the last record that sets or clears a trait counts, whatever order they came in', () => {
    const records = [
      { at: 5, seq: 1, traits: { a: 'first', b: 'kept' } },
      { at: 9, seq: 3, traits: { a: 'third' } },
      { at: 9, seq: 2, traits: { a: 'second', b: null } },
      { at: 10, seq: 4, traits: { c: 'other', a: '' } },
    ]
    for (const traits of [records, records.toReversed()]) {
      expect(value(trait('a'), { ...nobody, traits })).toBe('third')
      expect(value(trait('b'), { ...nobody, traits })).toBe(null)
    }
  })

  test('[SEE-7] [ELEM-1] elements are rows of their event, and are never crossed', () => {
    const history = past([
      {
        at: '2026-03-01T00:00Z',
        properties: { channel: 'web' },
        elements: {
          item: [
            { c: 'tea', p: 9 },
            { c: 'rum', p: 3 },
          ],
        },
      },
    ])
    const items: BoundSource = { event: 'purchase', element: 'item' }
    expect(value(measure('count', items), history)).toBe(2)
    expect(value(measure('sum', items, 'p'), history)).toBe(12)
    const web = compare(own('channel'), '=', text('web'))
    expect(value(measure('count', { ...items, where: web }), history)).toBe(2)
    const both = (c: string, p: number): BoundCondition => ({
      node: 0,
      kind: 'anyElement',
      element: 'item',
      where: {
        node: 1,
        kind: 'and',
        of: [compare(element('c'), '=', text(c)), compare(element('p', 'number'), '>', number(p))],
      },
    })
    expect(truth(any({ event: 'purchase', where: both('tea', 5) }), history)).toBe(true)
    expect(truth(any({ event: 'purchase', where: both('rum', 5) }), history)).toBe(false)
  })

  test('[SEG-1] a reference holds for the members of the other segment', () => {
    const ask: BoundCondition = { node: 0, kind: 'inSegment', segment: 'vip' }
    const asked = interpret(bound(ask), nobody, { ...context, memberOf: (key) => key === 'vip' })
    expect([asked, truth(ask, nobody)]).toEqual([true, false])
  })
})

describe('truth and missing values', () => {
  const known = past([], { a: 'x', n: 3, flag: false, list: ['p', 'q'] })

  test('[NULL-1] a comparison with a missing value is false', () => {
    for (const op of ['=', '!=', '<', '<=', '>', '>='] as const) {
      expect(truth(compare(trait('n', 'number'), op, number(3)), nobody)).toBe(false)
      expect(truth(compare(number(3), op, trait('n', 'number')), nobody)).toBe(false)
    }
    const missing = trait('n', 'number')
    const low: BoundCondition = {
      node: 0,
      kind: 'between',
      value: number(3),
      low: missing,
      high: number(9),
    }
    const high: BoundCondition = {
      node: 0,
      kind: 'between',
      value: number(3),
      low: number(0),
      high: missing,
    }
    const of: BoundCondition = {
      node: 0,
      kind: 'between',
      value: missing,
      low: number(0),
      high: number(9),
    }
    const contains: BoundCondition = {
      node: 0,
      kind: 'text',
      op: 'contains',
      value: trait('a'),
      text: '',
    }
    const since = within(trait('d', 'date'), { kind: 'before', to: { kind: 'instant', at: AS_OF } })
    for (const c of [low, high, of, contains, since]) expect(truth(c, nobody)).toBe(false)
  })

  test('[NULL-2] not inverts exactly', () => {
    expect(truth(not(compare(trait('a'), '=', text('x'))), nobody)).toBe(true)
    expect(truth(not(compare(trait('a'), '!=', text('x'))), nobody)).toBe(true)
    expect(truth(not(compare(trait('a'), '=', text('x'))), known)).toBe(false)
  })

  test('[NULL-3] [CMP-4] != and not in need a known value', () => {
    const isIn = (negated: boolean, ...options: string[]): BoundCondition => ({
      node: 0,
      kind: 'in',
      value: trait('a'),
      options,
      negated,
    })
    expect(truth(isIn(false, 'w', 'x'), known)).toBe(true)
    expect(truth(isIn(true, 'w', 'x'), known)).toBe(false)
    expect(truth(isIn(true, 'w'), known)).toBe(true)
    expect(truth(isIn(true, 'w'), nobody)).toBe(false)
    expect(truth(isIn(false, 'w'), nobody)).toBe(false)
    expect(truth(compare(trait('a'), '!=', text('y')), known)).toBe(true)
  })

  test('[NULL-4] [CMP-5] empty text and list are missing, false and zero are not', () => {
    const history = past([
      { at: '2026-03-01T00:00Z', properties: { t: '', l: [], n: 0, f: false } },
    ])
    const seen = ['t', 'l', 'n', 'f', 'absent'].map((name) =>
      truth(any({ event: 'purchase', where: presence(own(name), false) }), history),
    )
    expect(seen).toEqual([false, false, true, true, false])
    expect(truth(presence(trait('flag', 'boolean'), true), known)).toBe(false)
    expect(truth(presence(trait('constructor'), true), known)).toBe(true)
  })

  test('[NULL-5] over nothing, counts and sums are 0 and the rest is missing', () => {
    const over = (fn: MeasureFn, property?: string): Value =>
      value(measure(fn, purchase, property), nobody)
    expect([over('count'), over('count distinct', 'p'), over('sum', 'p')]).toEqual([0, 0, 0])
    const rest = [over('avg', 'p'), over('min', 'p'), over('max', 'p'), over('first'), over('last')]
    expect(rest).toEqual([null, null, null, null, null])
    const since: BoundValue = { kind: 'daysSince', type: 'number', of: measure('last', purchase) }
    expect(value(since, nobody)).toBe(null)
  })

  test('[NULL-6] [NUM-4] arithmetic with a missing value, over zero or beyond all numbers is missing', () => {
    const missing = trait('none', 'number')
    expect(value(arithmetic(number(6), '/', number(4)), known)).toBe(1.5)
    expect(value(arithmetic(number(6), '/', number(0)), known)).toBe(null)
    expect(value(arithmetic(number(0), '/', number(0)), known)).toBe(null)
    expect(value(arithmetic(number(1e300), '*', number(1e300)), known)).toBe(null)
    expect(value(arithmetic(missing, '+', number(1)), known)).toBe(null)
    expect(value({ kind: 'negate', type: 'number', of: missing }, known)).toBe(null)
    expect(value(arithmetic(number(0.1), '+', number(0.2)), known)).toBe(0.1 + 0.2)
  })

  test('[LOGIC-1] and, or, at least n of', () => {
    const of = [yes, no, yes]
    const atLeast = (count: number): BoundCondition => ({ node: 0, kind: 'atLeast', count, of })
    expect([1, 2, 3].map((n) => truth(atLeast(n), nobody))).toEqual([true, true, false])
    expect(truth({ node: 0, kind: 'and', of }, nobody)).toBe(false)
    expect(truth({ node: 0, kind: 'or', of }, nobody)).toBe(true)
  })

  test('[LIST-1] has any, all, none; none holds for a missing list too', () => {
    const row = (...options: string[]): boolean[] =>
      (['has any', 'has all', 'has none'] as const).flatMap((op) => [
        truth(list(op, ...options), known),
        truth(list(op, ...options), nobody),
      ])
    expect(row('p', 'z')).toEqual([true, false, false, false, false, true])
    expect(row('p', 'q')).toEqual([true, false, true, false, false, true])
    expect(row('z')).toEqual([false, false, false, false, true, true])
  })
})

describe('comparing', () => {
  const history = past([], { city: 'Lisboa', note: 'one\ntwo', e: 'é' })
  const textual = (
    name: string,
    op: 'contains' | 'starts with' | 'ends with' | 'matches',
    text: string,
  ): boolean => truth({ node: 0, kind: 'text', op, value: trait(name), text }, history)

  test('[CMP-1] text is compared exactly, by case and without folding accents', () => {
    expect(truth(compare(trait('city'), '=', text('lisboa')), history)).toBe(false)
    expect(truth(compare(trait('city'), '=', text('Lisboa')), history)).toBe(true)
    expect([textual('city', 'contains', 'isbo'), textual('city', 'contains', 'ISBO')]).toEqual([
      true,
      false,
    ])
    expect([textual('city', 'starts with', 'Lis'), textual('city', 'ends with', 'Lis')]).toEqual([
      true,
      false,
    ])
    expect(truth(compare(trait('e'), '=', text('e\u0301')), history)).toBe(false)
  })

  test('[CMP-2] matches finds an RE2 pattern anywhere; . takes line breaks as the engine does', () => {
    expect(textual('city', 'matches', 'sb')).toBe(true)
    expect(textual('city', 'matches', '^sb')).toBe(false)
    expect(textual('city', 'matches', '(?i)^LISBOA$')).toBe(true)
    expect(textual('note', 'matches', 'one.two')).toBe(true)
    expect(textual('note', 'matches', 'one$')).toBe(false)
  })

  test('[CMP-3] between includes both ends', () => {
    const held = [0.999999, 1, 2, 2.000001].map((n) =>
      truth(
        { node: 0, kind: 'between', value: number(n), low: number(1), high: number(2) },
        history,
      ),
    )
    expect(held).toEqual([false, true, true, false])
  })

  test('[TYPE-2] an instant compared with a date is its local day', () => {
    const late = past([{ at: '2026-01-31T23:30:00Z' }])
    const day: BoundValue = { kind: 'localDate', type: 'date', of: measure('last', purchase) }
    expect(value(day, late, 'Europe/Madrid')).toBe('2026-02-01')
    expect(truth(compare(day, '=', date('2026-01-31')), late, 'UTC')).toBe(true)
    expect(truth(compare(day, '=', date('2026-01-31')), late, 'Europe/Madrid')).toBe(false)
  })
})
