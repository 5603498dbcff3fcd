/** What definitions mean against a catalogue, and what is said of those that mean nothing. */
import { describe, expect, test } from 'vitest'
import type { BoundCondition } from '../bound.ts'
import { CONTEXT } from '../shop.test-kit.ts'
import { bindAll } from './bind-all.ts'
import { check, checkMeasure } from './bind.ts'

/** Codes with the text at fault, and the fix; warnings in parentheses. */
function complaints(text: string, context = CONTEXT): string {
  return check(text, context)
    .issues.map((issue) => {
      const at = issue.at?.kind === 'span' ? text.slice(issue.at.start, issue.at.end) : '?'
      const fix = issue.fix === undefined ? '' : ` → ${issue.fix}`
      const line = `${issue.code.slice('segment/'.length)}: ${at}${fix}`
      return issue.severity === 'error' ? line : `(${line})`
    })
    .join(' | ')
}

function bound(text: string): BoundCondition {
  const result = check(text, CONTEXT, 'me')
  if (!result.ok) throw new Error(complaints(text))
  return result.value.bound.condition
}

test.each([
  ['[TYPE-1] no common type', 'last(purchase) = 3', 'type-mismatch: 3'],
  ['[TYPE-1] text has no order', 'country < "a"', 'no-comparison: country < "a"'],
  ['[TYPE-1] places are not compared', 'home = 3', 'no-comparison: home = 3'],
  [
    '[TYPE-1] between needs an order',
    'vip between true and false',
    'no-comparison: vip between true and false',
  ],
  ['[TYPE-1] days for days', 'days since last(purchase) > 60 days', 'type-mismatch: 60 days → 60'],
  ['[TYPE-1] a duration for a duration', 'tenure < 30', 'type-mismatch: 30 → 30 days'],
  ['[TYPE-1] quotes too many', 'vip = "true"', 'type-mismatch: "true" → true'],
  ['[TYPE-1] a question to the wrong type', 'days since country > 3', 'wrong-type: country'],
  [
    '[LIST-1] lists are asked with has',
    'interests = "golf"',
    'list-needs-has: interests = "golf" → interests has any ("golf")',
  ],
  [
    '[LIST-1] ... also instead of not in',
    'interests not in ("golf")',
    'list-needs-has: interests not in ("golf") → interests has none ("golf")',
  ],
  ['[TYPE-3] trait', 'contry = "BR"', 'unknown-trait: contry → country'],
  ['[TYPE-3] a text without quotes', 'country = BR', 'unknown-trait: BR → "BR"'],
  ['[TYPE-3] event', 'any(purchse)', 'unknown-event: purchse → purchase'],
  ['[TYPE-3] element', 'any(purchase.itm)', 'unknown-element: itm → item'],
  ['[TYPE-3] property', 'any(purchase where chanel = "web")', 'unknown-property: chanel → channel'],
  ['[TYPE-4] sum of text', 'sum(purchase.channel) > 3', 'measure-type: channel'],
  ['[TYPE-5] no sense', 'joined + joined > 30 days', 'bad-arithmetic: joined + joined'],
  ['[TYPE-6] pattern', 'country matches "("', 'bad-pattern: "("'],
  ['[TYPE-7] sensitive', 'religion = "x"', 'sensitive: religion'],
  ['[TYPE-8] empty text', 'country = ""', 'empty-text: country = "" → country is missing'],
  [
    '[MONEY-1] two currencies',
    'income > sum(purchase.amount)',
    'currency-mismatch: sum(purchase.amount)',
  ],
  ['[MONEY-1] literal of another', 'spend > 200 USD', 'currency-mismatch: 200 USD'],
  ['[MONEY-2] money times money', 'spend * spend > 3', 'bad-arithmetic: spend * spend'],
  ['[MONEY-2] number over money', '3 / spend > 3', 'bad-arithmetic: 3 / spend'],
  ['[MONEY-2] not money', 'count(purchase) > 3 EUR', 'not-money: 3 EUR'],
  ['[MONEY-2] money over money', 'spend / sum(purchase.amount) > 0.5', ''],
  ['[NAME-2] circle', 'round > 3', 'measure-cycle: round'],
  ['[NAME-1] a broken measure', 'broken > 3', 'measure-broken: broken'],
  ['[TYPE-3] a measure of another tree', 'measure a = 1\nb > a', 'unknown-trait: b'],
  ['[SEG-1] unknown segment', 'in segment "golden"', 'unknown-segment: "golden" → "gold"'],
  [
    '[CAT-1] unknown category',
    'any(purchase.item where category under "Cofee")',
    'unknown-category: "Cofee" → "Coffee"',
  ],
  ['[CAT-1] no tree', 'country under "Coffee"', 'no-tree: country'],
  [
    '[LOGIC-2] more than there are',
    'at least 3 of (vip = true, country is known)',
    'at-least-range: 3',
  ],
  ['[LOGIC-2] none', 'at least 0 of (vip = true)', 'at-least-range: 0'],
  [
    '[ZONE-1] unknown zone',
    'time zone "Europe/Lisbo" everyone',
    'unknown-zone: "Europe/Lisbo" → "Europe/Lisbon"',
  ],
  [
    '[WARN-1] only negative',
    'not any(purchase) and country is missing',
    '(only-negative: not any(purchase) and country is missing)',
  ],
  ['[WARN-1] one positive part is enough', 'not any(purchase) and vip = true', ''],
  ['[WARN-2] not equal', 'country != "BR"', '(not-equal-missing: country != "BR")'],
  ['[WARN-2] a required property has a value', 'any(purchase where amount != 3)', ''],
  ['[WARN-3] ends swapped', 'age between 40 and 20', '(never-true: age between 40 and 20)'],
  ['[WARN-4] near a known value', 'country = "BE"', '(unknown-value: "BE" → "BR")'],
  ['[WARN-4] far from any', 'country = "Atlantis"', ''],
  ['[COUNT-2] fewer than n', 'count(purchase) < 5', '(includes-zero: count(purchase) < 5)'],
  ['[COUNT-2] fewer than one says so itself', 'count(purchase) < 1 and vip = true', ''],
  [
    '[WIN-14] empty window',
    'any(purchase, between 12 and 24 months ago)',
    '(empty-window: between 12 and 24 months ago → between 24 and 12 months ago)',
  ],
])('%s', (_, text, expected) => {
  expect(complaints(text)).toBe(expected)
})

test('[SINCE-2] [SINCE-3] age and tenure need traits with those roles', () => {
  const catalogue = { ...CONTEXT.catalogue, traits: {} }
  expect(complaints('age > 3 and tenure < 3 days', { ...CONTEXT, catalogue })).toBe(
    'no-role: age | no-role: tenure',
  )
})

test('[TYPE-7] the privacy officer may allow a sensitive trait', () => {
  expect(complaints('religion = "x"', { ...CONTEXT, allowSensitive: ['religion'] })).toBe('')
})

describe('meaning', () => {
  test('[SEE-5] events that do not count are left out', () => {
    expect(bound('any(purchase)')).toMatchObject({
      source: { where: { kind: 'in', value: { name: 'status', of: 'event' }, options: ['paid'] } },
    })
  })
  test('[SEE-6] the element goes before its event', () => {
    expect(bound('any(purchase.item where channel = 3)')).toMatchObject({
      source: { where: { of: [{}, { left: { name: 'channel', of: 'element', type: 'number' } }] } },
    })
    expect(bound('any(purchase where channel = "web")')).toMatchObject({
      source: { where: { of: [{}, { left: { name: 'channel', of: 'event', type: 'text' } }] } },
    })
  })
  test('[TYPE-2] an instant beside a date is its local day', () => {
    expect(bound('last(purchase) >= 2026-01-31')).toMatchObject({ left: { kind: 'localDate' } })
    expect(bound('joined = seen_at')).toMatchObject({ right: { kind: 'localDate' } })
    expect(bound('seen_at between 2026-01-01 and 2026-01-31T10:00Z')).toMatchObject({
      value: { kind: 'localDate' },
      low: { kind: 'literal' },
      high: { kind: 'localDate' },
    })
    expect(bound('seen_at >= 2026-01-31T10:00Z')).toMatchObject({ left: { kind: 'trait' } })
  })
  test('[TYPE-5] a moment minus a moment counts from the earlier on', () => {
    expect(bound('last(purchase) - joined > 1 day')).toMatchObject({
      left: {
        kind: 'arithmetic',
        type: 'duration',
        left: { kind: 'elapsed', of: { name: 'joined' } },
        right: { kind: 'elapsed', of: { fn: 'last' } },
      },
      right: { kind: 'literal', type: 'duration', value: 86_400_000 },
    })
  })
  test('[CAT-1] a category is the set of what is below it', () => {
    expect(bound('any(purchase.item where category under "Beverages")')).toMatchObject({
      source: { where: { of: [{}, { kind: 'in', options: ['Beverages', 'Coffee'] }] } },
    })
  })
  test('[NAME-1] a measure means its text', () => {
    const written = bound('sum(purchase.amount, last 365 days) * 2 > 3')
    expect(JSON.stringify(bound('double_spend > 3'))).toBe(JSON.stringify(written))
    const local = bound('measure mine = spend * 2\nmine > 3')
    expect(JSON.stringify(local)).toBe(JSON.stringify(written))
  })
  test('[ZONE-2] the zone is that of the definition', () => {
    const own = check('time zone "Asia/Tokyo" everyone', CONTEXT)
    const programmes = check('everyone', CONTEXT)
    expect(own.ok && own.value.bound.timeZone).toBe('Asia/Tokyo')
    expect(programmes.ok && programmes.value.bound.timeZone).toBe('Europe/Lisbon')
  })
  test('conditions are numbered in the order of the text', () => {
    expect(bound('vip = true and any(purchase where amount > 1) and not age > 3')).toMatchObject({
      node: 0,
      of: [
        { node: 1 },
        { node: 2, source: { where: { of: [{}, { node: 3 }] } } },
        { node: 4, of: { node: 5 } },
      ],
    })
  })
})

test('measures of measures do not grow beyond all bounds', () => {
  const lines = Array.from({ length: 40 }, (_, i) => `measure m${i} = m${i + 1} + m${i + 1}`)
  const text = [...lines, 'measure m40 = 1', 'm0 > 3'].join('\n')
  expect(complaints(text)).toMatch(/^too-large/)
})

test('[SEG-2] [SEG-3] circles are named, and what refers to a broken definition is broken', () => {
  const drafts = [
    { key: 'a', text: 'in segment "b"' },
    { key: 'b', text: 'in segment "c" and vip = true' },
    { key: 'c', text: 'in segment "b"' },
    { key: 'd', text: 'vip = true or in segment "e"' },
    { key: 'e', text: 'colour = 1' },
    { key: 'self', text: 'not in segment "self"' },
    { key: 'good', text: 'in segment "fine"' },
    { key: 'fine', text: 'everyone' },
  ]
  const { segments: _, ...context } = CONTEXT
  const lines = [...bindAll(drafts, context)].map(([key, result]) => {
    const errors = result.issues.filter((issue) => issue.severity === 'error')
    return `${key}: ${errors.map((e) => `${e.code} ${String(e.params['path'] ?? e.params['segment'] ?? '')}`).join()}`
  })
  expect(lines).toEqual([
    'a: segment/refers-to-broken b',
    'b: segment/segment-cycle b → c → b',
    'c: segment/segment-cycle c → b → c',
    'd: segment/refers-to-broken e',
    'e: segment/unknown-trait ',
    'self: segment/segment-cycle self → self',
    'good: ',
    'fine: ',
  ])
})

test('a measure of the programme can be checked by itself', () => {
  expect(checkMeasure('sum(purchase.amount) * 2', CONTEXT)).toMatchObject({ ok: true })
  expect(checkMeasure('sum(purchase.amnt)', CONTEXT).issues[0]).toMatchObject({
    code: 'segment/unknown-property',
    at: { start: 13, end: 17 },
  })
  expect(checkMeasure('round + 1', CONTEXT).issues[0]).toMatchObject({
    code: 'segment/measure-cycle',
  })
})

test('a text full of mistakes and long lists is answered in good time', () => {
  const wrong = Array.from({ length: 4000 }, (_, i) => `contry${i} = 1`).join(' and ')
  const list = `country in (${Array.from({ length: 9000 }, (_, i) => `"C${i}"`).join(', ')})`
  const begun = Date.now()
  expect(check(wrong, CONTEXT).ok).toBe(false)
  expect(check(list, CONTEXT).ok).toBe(true)
  expect(Date.now() - begun).toBeLessThan(4000)
})
