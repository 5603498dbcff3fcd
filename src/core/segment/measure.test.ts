/** Measures and time, rule by rule, on small pasts written by hand. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Window } from '../base/index.ts'
import {
  AS_OF,
  amounts,
  any,
  at,
  bound,
  compare,
  context,
  elapsed,
  measure,
  nobody,
  not,
  number,
  own,
  past,
  purchase,
  since,
  text,
  trait,
  truth,
  value,
  within,
  yes,
} from './bound.test-kit.ts'
import {
  scopeOf,
  valueOf,
  type BoundCondition,
  type BoundSource,
  type BoundValue,
  type MeasureFn,
  type Value,
} from './index.ts'

describe('measuring', () => {
  test('[COUNT-1] [COUNT-2] any is at least one; fewer than n holds for none', () => {
    expect(truth(any(purchase), nobody)).toBe(false)
    expect(truth(any(purchase), amounts(1))).toBe(true)
    expect(truth(compare(measure('count', purchase), '<', number(3)), nobody)).toBe(true)
  })

  test('[COUNT-3] [NUM-2] [NUM-3] missing values are skipped, save by count', () => {
    const history = amounts(4, null, 2, 4)
    const over = (fn: MeasureFn): Value => value(measure(fn, purchase, 'a'), history)
    expect(value(measure('count', purchase), history)).toBe(4)
    expect(over('count distinct')).toBe(2)
    expect([over('sum'), over('avg'), over('min'), over('max')]).toEqual([10, 10 / 3, 2, 4])
  })

  test('[NUM-1] sums are exact and do not depend on the order', () => {
    expect(value(measure('sum', purchase, 'a'), amounts(0.1, 0.2))).toBe(0.3)
    const cents = fc.array(fc.integer({ min: -1e14, max: 1e14 }), { maxLength: 8 })
    fc.assert(
      fc.property(cents, (list) => {
        const expected = Number(list.reduce((sum, n) => sum + BigInt(n), 0n)) / 1e6
        for (const order of [list, list.toReversed()]) {
          const history = amounts(...order.map((n) => n / 1e6))
          expect(value(measure('sum', purchase, 'a'), history)).toBe(expected)
        }
      }),
    )
  })

  test('[ORDER-1] first and last order by instant, id as UTF-8 bytes, and place', () => {
    const at = '2026-03-01T00:00:00Z'
    // U+FF5E comes before U+1F600 in UTF-8, after it in UTF-16.
    const ids = ['\u{1F600}', '\uFF5E', 'b', 'a', 'aa']
    const history = past(
      ids.map((id) => ({
        id,
        at,
        properties: { id },
        elements: { item: [{ p: `${id}0` }, { p: `${id}1` }] },
      })),
    )
    expect(value(measure('first', purchase, 'id'), history)).toBe('a')
    expect(value(measure('last', purchase, 'id'), history)).toBe('\u{1F600}')
    const items: BoundSource = { event: 'purchase', element: 'item' }
    expect(value(measure('first', items, 'p'), history)).toBe('a0')
    expect(value(measure('last', items, 'p'), history)).toBe('\u{1F600}1')
    expect(value(measure('last', items), history)).toBe(Date.parse(at))
  })

  test('[ORDER-2] [ORDER-3] the property of that very event, missing if it is missing there', () => {
    const history = past([
      { at: '2026-03-01T00:00Z', properties: { c: 'web' } },
      { at: '2026-03-02T00:00Z', properties: {} },
    ])
    expect(value(measure('last', purchase, 'c'), history)).toBe(null)
    const known: BoundCondition = { node: 0, kind: 'presence', value: own('c'), missing: false }
    expect(value(measure('last', { ...purchase, where: known }, 'c'), history)).toBe('web')
    const window: Window = { kind: 'before', to: { kind: 'date', date: '2026-03-02' } }
    expect(value(measure('last', { ...purchase, window }, 'c'), history)).toBe('web')
  })

  test('[FILTER-1] [FILTER-2] a filter speaks of one event, a condition of the customer', () => {
    const both = past([
      { at: '2026-03-01T00:00Z', properties: { c: 'web' } },
      { at: '2026-03-02T00:00Z', properties: { c: 'store' } },
    ])
    const web = compare(own('c'), '=', text('web'))
    expect(truth(any({ ...purchase, where: not(web) }), both)).toBe(true)
    expect(truth(not(any({ ...purchase, where: web })), both)).toBe(false)
  })

  test('[SEE-5] what does not count is left out by the filter that the kind brings along', () => {
    const history = past([
      { at: '2026-03-01T00:00Z', properties: { status: 'paid' } },
      { at: '2026-03-02T00:00Z', properties: { status: 'open' } },
    ])
    const where: BoundCondition = {
      node: 0,
      kind: 'in',
      value: own('status'),
      options: ['paid'],
      negated: false,
    }
    expect(value(measure('count', { ...purchase, where }), history)).toBe(1)
  })
})

describe('time', () => {
  test('[SINCE-1] elapsed days for an instant, calendar days for a date', () => {
    const history = past([{ at: '2026-03-13T00:00:00Z' }], { d: '2026-03-13', soon: '2026-03-20' })
    expect(value(since(measure('last', purchase)), history)).toBe(2.5)
    expect(value(since(trait('d', 'date')), history)).toBe(2)
    expect(value(since(trait('soon', 'date')), history)).toBe(-5)
    // At noon UTC it is the 16th already in Kiritimati.
    expect(value(since(trait('d', 'date')), history, 'Pacific/Kiritimati')).toBe(3)
  })

  test('[SINCE-2] age is in completed years; 29 February completes on 1 March', () => {
    const age: BoundValue = { kind: 'yearsSince', type: 'number', of: trait('born', 'date') }
    const on = (born: string, asOf: string): Value =>
      valueOf(age, scopeOf(bound(yes), past([], { born }), { ...context, asOf: at(asOf) }))
    expect(on('2000-02-29', '2026-02-28T23:59:59Z')).toBe(25)
    expect(on('2000-02-29', '2026-03-01T00:00:00Z')).toBe(26)
    expect(on('2000-03-15', '2026-03-15T00:00:00Z')).toBe(26)
    expect(on('2000-03-16', '2026-03-15T23:59:59Z')).toBe(25)
  })

  test('[SINCE-3] tenure is elapsed time, from local midnight for a date', () => {
    const history = past([], { joined: '2026-03-15', moment: AS_OF - 5 })
    expect(value(elapsed(trait('joined', 'date')), history, 'Europe/Madrid')).toBe(13 * 3_600_000)
    expect(value(elapsed(trait('moment', 'instant')), history)).toBe(5)
  })

  test('[WIN-1] [WIN-2] [WIN-3] an event on the far edge is out, one a millisecond later in, one now in', () => {
    const history = past([
      { at: '2026-02-13T12:00:00.000Z' },
      { at: '2026-02-13T12:00:00.001Z' },
      { at: '2026-03-15T12:00:00.000Z' },
    ])
    const window: Window = { kind: 'rolling', count: 30, unit: 'day' }
    expect(value(measure('count', { ...purchase, window }), history)).toBe(2)
    expect(value(measure('count', purchase), history)).toBe(3)
  })

  test('[WIN-13] an instant lies within a window, a date by the start of its local day', () => {
    const window: Window = { kind: 'rolling', count: 36, unit: 'hour' }
    const on = (d: string): boolean => truth(within(trait('d', 'date'), window), past([], { d }))
    expect(['2026-03-14', '2026-03-15', '2026-03-16'].map(on)).toEqual([false, true, false])
    const moment = past([], { m: at('2026-03-14T00:00:00.001Z') })
    expect(truth(within(trait('m', 'instant'), window), moment)).toBe(true)
  })

  test('[WIN-14] a window that holds nothing finds nothing', () => {
    const window: Window = { kind: 'ago', far: 1, near: 2, unit: 'day' }
    const history = past([{ at: '2026-03-14T00:00:00Z' }])
    expect(value(measure('count', { ...purchase, window }), history)).toBe(0)
  })

  test('[ZONE-2] [ZONE-1] the definition brings its zone to every calendar in it', () => {
    const history = past([{ at: '2026-03-14T23:30:00Z' }])
    const today: BoundSource = { ...purchase, window: { kind: 'current', unit: 'day' } }
    expect(truth(any(today), history, 'UTC')).toBe(false)
    expect(truth(any(today), history, 'Europe/Madrid')).toBe(true)
  })
})
