// Scores are read as what they are: amounts with their currency, shares in percent, days as days.
import { describe, expect, test } from 'vitest'
import { parseProgramme } from '../../catalog/index.ts'
import { check, explain, type CustomerHistory } from '../index.ts'

const AT = Date.parse('2026-03-15T12:00:00Z')
const parsed = parseProgramme(
  `tessera: 1
name: Shop
timeZone: Europe/Lisbon
currency: EUR
events: { purchase: { role: purchase, properties: { amount: money } } }
scores: { value: money, alive: share, wait: days, group: class, plain: number }
`,
  'tessera.yaml',
)
if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
const { value: programme } = parsed
const { catalogue, timeZone, currency, measures } = programme

const history: CustomerHistory = {
  customerId: 'c',
  traits: [],
  events: [],
  scores: Object.entries({ value: 1234.5, alive: 0.3425, wait: 12.5, group: 3, plain: 0.5 }).map(
    ([name, value], seq) => ({ name, at: AT - 1000, seq, value }),
  ),
}

function shown(text: string, locale: 'en' | 'fr'): readonly string[] {
  const read = check(text, { catalogue, timeZone, currency, measures })
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  const { bound, definition } = read.value
  const told = explain(
    bound,
    definition,
    history,
    { asOf: AT, memberOf: () => false },
    { locale, catalogue },
  )
  return told.root.values.map((one) => one.shown.replaceAll(/[\u00A0\u202F]/g, ' '))
}

describe('SCORE-1 a score is written as what it is', () => {
  test.each([
    ['score(value) >= 100', ['€1,234.50', '€100.00'], ['1 234,50 €', '100,00 €']],
    ['score(alive) < 0.5', ['34.25%', '50%'], ['34,25 %', '50 %']],
    ['score(wait) > 7', ['12.5 days', '7 days'], ['12,5 jours', '7 jours']],
    ['score(group) = 3', ['3', '3'], ['3', '3']],
    ['score(plain) = 0.5', ['0.5', '0.5'], ['0,5', '0,5']],
    ['score(value) / 2 > 100 EUR', ['€617.25', '€100.00'], ['617,25 €', '100,00 €']],
  ])('%s', (text, en, fr) => {
    expect(shown(text, 'en')).toEqual(en)
    expect(shown(text, 'fr')).toEqual(fr)
  })

  test('an amount is compared with amounts of its currency alone', () => {
    const codes = (text: string): readonly string[] =>
      check(text, { catalogue, timeZone, currency, measures }).issues.map(({ code }) => code)
    expect(codes('score(value) > sum(purchase.amount)')).toEqual([])
    expect(codes('score(value) > 100 USD')).toEqual(['segment/currency-mismatch'])
    expect(codes('score(plain) > 100 EUR')).toEqual(['segment/not-money'])
  })
})
