/** What is suggested where, with the caret at `|`. */
import { expect, test } from 'vitest'
import type { Trait } from '../../catalog/index.ts'
import type { BindContext } from '../bind/binder.ts'
import { CONTEXT } from '../shop.test-kit.ts'
import { complete } from './complete.ts'

const agreed = (channel: string, purpose: 'marketing' | 'profiling'): Trait => ({
  name: `${channel}_${purpose}`,
  type: 'boolean',
  label: { en: channel },
  required: false,
  sensitivity: 'none',
  consent: { channel, purpose },
})

/** The shop with consents, scores and lists. */
const WIDE: BindContext = {
  ...CONTEXT,
  lists: ['vip 2026', 'press'],
  catalogue: {
    ...CONTEXT.catalogue,
    traits: {
      ...CONTEXT.catalogue.traits,
      c1: agreed('email', 'marketing'),
      c2: agreed('email', 'profiling'),
      c3: agreed('sms', 'marketing'),
    },
    scores: {
      'clv.expected_12m': {
        name: 'clv.expected_12m',
        label: { en: 'Expected value' },
        unit: 'money',
      },
    },
  },
}

function suggested(marked: string): string {
  const offset = marked.indexOf('|')
  const text = marked.replace('|', '')
  const { from, to, suggestions } = complete(text, offset, { ...WIDE, locale: 'fr' })
  const inserts = suggestions.map((s) => s.insert.trim())
  return `${text.slice(from, to)}: ${inserts.slice(0, 4).join(' ')}${inserts.length > 4 ? ' …' : ''}`
}

test.each([
  ['|', ': country birth_date joined seen_at …'],
  ['cou|', 'cou: country count( count distinct('],
  ['vip = true and not reli|', 'reli: '],
  ['pays|', 'pays: country'],
  ['any(|', ': purchase email_opened'],
  ['count(pur|, last 3 days) > 2', 'pur: purchase'],
  ['count(purchase | ', ': where'],
  ['count(purchase where |', ': amount channel status due …'],
  ['any(purchase where any item (cat|', 'cat: category'],
  ['any(purchase where any item (category under "B|"', '"B": "Beverages" "Bread"'],
  ['sum(purchase.|', ': amount channel status due …'],
  ['sum(purchase.item.pr|', 'pr: price'],
  ['first(purchase where amount > 1).ch|', 'ch: channel due'],
  ['count(purchase, |', ': last 30 days last 365 days last 12 months last 7 calendar days …'],
  ['joined within |', ': last 30 days last 365 days last 12 months last 7 calendar days …'],
  ['country |', ': = != in ( not in ( …'],
  ['joined |', ': = != > >= …'],
  ['interests |', ': has any ( has all ( has none ( contains …'],
  ['home |', ': is known is missing and or'],
  ['country = |', ': "BR" "PT" "ES"'],
  ['country not in ("BR", |', ': "BR" "PT" "ES"'],
  ['interests has any (|', ': "golf" "chess"'],
  ['vip = |', ': true false'],
  ['in segment |', ': "gold" "new"'],
  ['in segment "n|"', '"n": "new"'],
  ['vip = true |', ': and or for at least 90 days'],
  ['age > 3 |', ': and or for at least 90 days'],
  ['any(purchase where vip = true |', ': and or'],
  ['med|', 'med: median( median gap('],
  ['anni|', 'anni: anniversary of'],
  ['median(purchase.a|', 'a: amount channel status due …'],
  ['gap(|', ': purchase email_opened'],
  ['nth(|', ': 2,'],
  ['nth(2, |', ': purchase email_opened'],
  ['nth last(2, purchase).ch|', 'ch: channel due'],
  ['streak(purchase |', ': where by month'],
  ['streak(purchase by |', ': day week month quarter …'],
  ['most(purchase |', ': where by'],
  ['most(purchase by cha|', 'cha: channel'],
  ['joined within nex|', 'nex: next 30 days next week next month'],
  ['wee|', 'wee: weekday of'],
  ['any(purchase where hou|', 'hou: hour of'],
  ['share(purchase where |', ': amount channel status due …'],
  ['sequence(|', ': purchase email_opened'],
  ['sequence(email_opened, |', ': then then not'],
  ['sequence(email_opened, then |', ': purchase email_opened'],
  ['sequence(email_opened, then not pur|', 'pur: purchase'],
  ['sequence(email_opened, then purchase where ch|', 'ch: channel due'],
  ['sequence(email_opened, then purchase within |', ': 1 day 7 days'],
  ['sequence(email_opened, then purchase, |', ': then then not last 30 days last 365 days …'],
  ['any(email_* where |', ': not event time year of month of …'],
  ['rank(visits) |', ': in top 10% in bottom 10% in top 1000 in quartile 4 …'],
  ['rank(visits) in |', ': top 10% bottom 10% top 1000 quartile 4 …'],
  ['regular(purchase, |', ': at least 3 of last 6 months'],
  ['stopped(purchase, |', ': 90 days 180 days'],
  ['trend(visits, |', ': last 6 months last 12 weeks'],
  ['vip = true for |', ': at least 90 days less than 7 days'],
  ['birthday within |', ': next 7 days last 7 days next 1 day'],
  ['anniversary of first(purchase) within |', ': next 7 days last 7 days next 1 day'],
  ['distance(home, |', ': (38.72, -9.14)'],
  ['in list |', ': "vip 2026" "press"'],
  ['in list "v|"', '"v": "vip 2026"'],
  ['score(|', ': clv.expected_12m'],
  ['score(cl|', 'cl: clv.expected_12m'],
  ['consent(|', ': email sms'],
  ['consent(email, |', ': marketing profiling'],
  ['-- cou|', ': '],
  ['age > 3|', ': '],
])('%s', (marked, expected) => {
  expect(suggested(marked)).toBe(expected)
})

test('names come with their label', () => {
  const { suggestions } = complete('coun', 4, { ...CONTEXT, locale: 'fr' })
  expect(suggestions[0]).toEqual({
    kind: 'trait',
    label: 'country',
    insert: 'country',
    detail: 'Pays',
  })
})

test('suggestions never fail, wherever the caret is', () => {
  const text =
    'count(purchase where any item (price > 5), last 3 days) > 2 and first(purchase).channel in ("a") and ' +
    'rank(nth last(2, purchase).amount) in top 5% and sequence(email_*, then not purchase where a = 1 within 1 day) ' +
    'and streak(purchase by month) > score(a.b) and consent(email, a) and birthday within next 3 days for less than 1 day'
  for (let i = 0; i <= text.length; i += 1) {
    for (const half of [text, text.slice(0, i)]) {
      const { from, to } = complete(half, i, { ...CONTEXT, locale: 'en' })
      expect(from).toBeLessThanOrEqual(i)
      expect(to).toBeGreaterThanOrEqual(i)
    }
  }
})
