/** What is suggested where, with the caret at `|`. */
import { expect, test } from 'vitest'
import { CONTEXT } from '../shop.test-kit.ts'
import { complete } from './complete.ts'

function suggested(marked: string): string {
  const offset = marked.indexOf('|')
  const text = marked.replace('|', '')
  const { from, to, suggestions } = complete(text, offset, { ...CONTEXT, locale: 'fr' })
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
  ['interests |', ': has any ( has all ( has none ( is known …'],
  ['home |', ': is known is missing and or'],
  ['country = |', ': "BR" "PT" "ES"'],
  ['country not in ("BR", |', ': "BR" "PT" "ES"'],
  ['interests has any (|', ': "golf" "chess"'],
  ['vip = |', ': true false'],
  ['in segment |', ': "gold" "new"'],
  ['in segment "n|"', '"n": "new"'],
  ['vip = true |', ': and or'],
  ['age > 3 |', ': and or'],
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
    'count(purchase where any item (price > 5), last 3 days) > 2 and first(purchase).channel in ("a")'
  for (let i = 0; i <= text.length; i += 1) {
    for (const half of [text, text.slice(0, i)]) {
      const { from, to } = complete(half, i, { ...CONTEXT, locale: 'en' })
      expect(from).toBeLessThanOrEqual(i)
      expect(to).toBeGreaterThanOrEqual(i)
    }
  }
})
