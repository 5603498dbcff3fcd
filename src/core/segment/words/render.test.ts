/** Every code can be provoked, and is said in four languages without a hole. */
import { expect, test } from 'vitest'
import { LOCALES, type Issue } from '../../base/index.ts'
import { bind, check } from '../bind/bind.ts'
import { bindAll } from '../bind/bind-all.ts'
import { fromJson } from '../json/json.ts'
import { CONTEXT } from '../shop.test-kit.ts'
import { format } from '../syntax/format.ts'
import type { SegmentCode } from './code.ts'
import { renderIssue } from './render.ts'
import { WIDE } from '../wide-shop.test-kit.ts'

const huge = [
  ...Array.from({ length: 20 }, (_, i) => `measure m${i} = m${i + 1} + m${i + 1}`),
  'measure m20 = 1',
  'm0 > 3',
].join('\n')

const { traits: _, ...bare } = CONTEXT.catalogue

function of(text: string): readonly Issue[] {
  return check(text, CONTEXT).issues
}

function ofSet(...texts: readonly string[]): readonly Issue[] {
  const { segments: _, ...context } = CONTEXT
  const drafts = texts.map((text, i) => ({ key: `s${i}`, text }))
  return [...bindAll(drafts, context).values()].flatMap((result) => result.issues)
}

/** What provokes each code; the record is total, so that a new code must be provoked too. */
const CASES: Readonly<Record<SegmentCode, readonly Issue[]>> = {
  'segment/text-too-long': of(' '.repeat(100_001)),
  'segment/bad-character': of('vip @ true'),
  'segment/open-text': of('country = "x'),
  'segment/open-name': of('`x = 1'),
  'segment/bad-escape': of('country matches "\\d"'),
  'segment/bad-number': of('age > 5kg'),
  'segment/number-range': of('age > 0.1234567'),
  'segment/bad-date': of('joined > 2026-02-30'),
  'segment/date-shape': of('joined > 03/04/2026'),
  'segment/instant-offset': of('seen_at > 2026-01-31T10:00'),
  'segment/empty': of(''),
  'segment/expected': of('country in "BR"'),
  'segment/expected-at-end': of('(vip = true'),
  'segment/expected-value': of('(vip = true) + 1 > 2'),
  'segment/expected-comparison': of('country'),
  'segment/misplaced-not': of('age not between 1 and 2'),
  'segment/unknown-function': of('cuont(purchase) > 3'),
  'segment/missing-connective': of('vip = true age > 3'),
  'segment/reserved-name': of('any(count)'),
  'segment/calendar-duration': of('tenure < 6 months'),
  'segment/rolling-unit': of('any(purchase, last 2 quarters)'),
  'segment/whole-number': of('at least 1.5 of (vip = true)'),
  'segment/window-count': of('any(purchase, last 0 days)'),
  'segment/out-of-range': of('rank(visits) in quintile 6'),
  'segment/too-deep': of(`${'not '.repeat(300)}vip = true`),
  'segment/only-in-where': of('any item (price > 1)'),
  'segment/not-in-where': of('any(purchase where age > 3)'),
  'segment/measure-twice': of('measure a = 1\nmeasure a = 2\na > 1'),
  'segment/comment-lost': format('vip = true -- why').issues,
  'segment/json-version': fromJson(1).issues,
  'segment/json-shape': fromJson({ tessera: 'segment', version: 1, definition: 1 }).issues,
  'segment/unknown-trait': of('contry = "BR"'),
  'segment/unknown-event': of('any(sale)'),
  'segment/unknown-element': of('any(purchase.line)'),
  'segment/unknown-property': of('any(purchase where chanel = "web")'),
  'segment/unknown-segment': of('in segment "x"'),
  'segment/unknown-category': of('any(purchase.item where category under "Cofee")'),
  'segment/unknown-measure': fromTree({ kind: 'named', name: 'spent' }),
  'segment/unknown-zone': of('time zone "Mars" everyone'),
  'segment/no-tree': of('country under "x"'),
  'segment/no-role': check('age > 3', { ...CONTEXT, catalogue: { ...bare, traits: {} } }).issues,
  'segment/sensitive': of('religion = "x"'),
  'segment/too-large': of(huge),
  'segment/measure-cycle': of('round > 3'),
  'segment/measure-broken': of('broken > 3'),
  'segment/segment-cycle': ofSet('in segment "s1"', 'in segment "s0"'),
  'segment/refers-to-broken': ofSet('in segment "s1"', 'colour = 1'),
  'segment/type-mismatch': of('last(purchase) = 3'),
  'segment/wrong-type': of('days since country > 3'),
  'segment/measure-type': of('sum(purchase.channel) > 3'),
  'segment/no-comparison': of('country < "a"'),
  'segment/bad-arithmetic': of('joined + joined > 30 days'),
  'segment/currency-mismatch': of('spend > 200 USD'),
  'segment/not-money': of('count(purchase) > 3 EUR'),
  'segment/empty-text': of('country = ""'),
  'segment/bad-pattern': of('country matches "("'),
  'segment/at-least-range': of('at least 3 of (vip = true)'),
  'segment/list-needs-has': of('interests = "golf"'),
  'segment/unknown-score': ofWide('score(clv) > 1'),
  'segment/no-consent': ofWide('consent(sms, marketing)'),
  'segment/prefix-measure': ofWide('avg(email_*.cost) > 1'),
  'segment/no-refund': ofWide('net(email_sent.cost) > 1'),
  'segment/refund-differs': ofWide('net(purchase.amount where due is known) > 1'),
  'segment/window-not-here': ofWide('trend(spend, last 6 months) > 1'),
  'segment/share-needs-where': ofWide('share(purchase) > 1'),
  'segment/trend-no-measure': ofWide('trend(visits, last 6 months) > 1'),
  'segment/state-one-trait': ofWide('any(purchase) for at least 1 day'),
  'segment/not-length': ofWide('visits < 10 km'),
  'segment/then-not-needs-within': endlessSilence(),
  'segment/only-negative': of('not any(purchase)'),
  'segment/includes-zero': of('count(purchase) < 5'),
  'segment/not-equal-missing': of('country != "BR"'),
  'segment/never-true': of('age between 40 and 20'),
  'segment/empty-window': of('any(purchase, between 12 and 24 months ago)'),
  'segment/unknown-value': of('country = "BE"'),
  'segment/unknown-list': check('in list "vp"', { ...WIDE, lists: ['vip'] }).issues,
}

function ofWide(text: string): readonly Issue[] {
  return check(text, WIDE).issues
}

/** A tree that text cannot say: a step that nothing may follow, without an end. */
function endlessSilence(): readonly Issue[] {
  const [first, source] = [{ event: 'email_sent' }, { event: 'purchase' }]
  const condition = { kind: 'sequence' as const, first, steps: [{ source, negated: true }] }
  return bind({ measures: [], condition }, WIDE).issues
}

/** A tree that text cannot say: a measure that nobody defines. */
function fromTree(value: { readonly kind: 'named'; readonly name: string }): readonly Issue[] {
  const condition = { kind: 'presence', value, missing: false }
  const document = { tessera: 'segment', version: 1, definition: { measures: [], condition } }
  const read = fromJson(document)
  return read.ok ? bind(read.value, CONTEXT).issues : read.issues
}

test.each(Object.entries(CASES))('%s is said in four languages', (code, issues) => {
  const issue = issues.find((one) => one.code === code)
  if (issue === undefined) throw new Error(`not provoked: ${JSON.stringify(issues)}`)
  const said = LOCALES.map((locale) => renderIssue(issue, locale) ?? '')
  for (const sentence of said) {
    expect(sentence.length).toBeGreaterThan(10)
    expect(sentence).not.toMatch(/\{\w+\}|undefined|∅/)
  }
  expect(new Set(said).size).toBe(LOCALES.length)
})

test('codes of other rooms are left to them', () => {
  expect(renderIssue({ code: 'intake/none', severity: 'error', params: {} }, 'en')).toBeUndefined()
})

test.each([
  ['contry = "BR"', 'There is no trait or measure contry. Did you mean country?'],
  ['tenure > 30', 'A duration cannot be compared with a number. Write: 30 days'],
  ['any(sale)', 'There is no event sale. Known: purchase, email_opened.'],
  ['country is "BR"', 'Expected `is missing`, `is known` or `=` here, not "BR". Write: ='],
])('%s', (text, sentence) => {
  expect(of(text).map((issue) => renderIssue(issue, 'en'))).toEqual([sentence])
})
