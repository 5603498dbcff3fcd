/** Definitions as people write them, read, bound and asked of one customer: text in, truth out. */
import { expect, test } from 'vitest'
import { check } from './bind/bind.ts'
import type { CustomerHistory } from './history.ts'
import { interpret } from './interpret.ts'
import { CONTEXT } from './shop.test-kit.ts'

const AS_OF = Date.parse('2026-03-15T12:00:00Z')

function purchase(id: string, at: string, amount: number, more: object = {}) {
  const properties = { amount, channel: 'store', status: 'paid', ...more }
  return { event: 'purchase', id, at: Date.parse(at), properties, elements: {} }
}

const ANA: CustomerHistory = {
  customerId: 'ana',
  traits: [
    {
      at: 0,
      seq: 0,
      traits: {
        country: 'BR',
        birth_date: '2000-02-29',
        joined: '2026-03-01',
        seen_at: Date.parse('2026-03-15T00:30:00Z'),
        interests: ['golf'],
        vip: false,
        income: 1000,
      },
    },
  ],
  events: [
    {
      ...purchase('p1', '2026-03-05T12:00:00Z', 10.1),
      elements: {
        item: [
          { price: 9, category: 'Coffee', channel: 1 },
          { price: 1.1, category: 'Bread', channel: 2 },
        ],
      },
    },
    purchase('p2', '2026-03-14T12:00:00Z', 20.2, { channel: 'web', due: '2026-03-20' }),
    purchase('p3', '2026-03-14T13:00:00Z', 500, { status: 'cancelled' }),
    purchase('p4', '2026-03-16T12:00:00Z', 700),
  ],
}

/** Known by name alone. */
const NEW: CustomerHistory = {
  customerId: 'new',
  traits: [{ at: 0, seq: 0, traits: { country: 'PT' } }],
  events: [],
}

function holds(text: string, history: CustomerHistory): boolean {
  const checked = check(text, CONTEXT)
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues))
  const memberOf = (segment: string): boolean => segment === 'gold'
  return interpret(checked.value.bound, history, { asOf: AS_OF, memberOf })
}

test.each([
  ['count(purchase) = 2', true],
  ['sum(purchase.amount) = 30.3 and avg(purchase.amount) between 15 and 15.2', true],
  ['spend = 30.3 EUR and double_spend > spend', true],
  ['sum(purchase.amount, today) > 0', false],
  ['any(purchase, last 1 day)', false],
  ['any(purchase, last 2 days) and any(purchase, yesterday)', true],
  ['first(purchase).channel = "store" and last(purchase).channel = "web"', true],
  ['last(purchase) - first(purchase) = 9 days', true],
  ['last(purchase) - joined > 13 days and last(purchase) - joined < 14 days', true],
  ['days since last(purchase) = 1 and days since joined = 14', true],
  ['tenure > 14 days and tenure < 15 days', true],
  ['age = 26', true],
  ['last(purchase) = 2026-03-14 and seen_at >= 2026-03-15', true],
  ['time zone "America/New_York" seen_at < 2026-03-15', true],
  ['seen_at in (2026-03-15, 2026-03-16)', true],
  ['any(purchase where any item (category under "Beverages" and price > 5))', true],
  ['[ELEM-1] any(purchase where any item (category = "Bread" and price > 5))', false],
  ['[SEE-7] count(purchase.item) = 2 and sum(purchase.item.price) = 10.1', true],
  ['[SEE-6] count(purchase.item where channel = 2 and amount > 5) = 1', true],
  ['first(purchase.item).category = "Coffee" and last(purchase.item).category = "Bread"', true],
  ['count distinct(purchase.channel) = 2', true],
  ['min(purchase.due) = 2026-03-20 and max(purchase.due) > last(purchase)', true],
  ['any(purchase where not channel = "web") and not not any(purchase where channel = "web")', true],
  ['at least 2 of (vip = true, country = "BR", interests has any ("golf", "chess"))', true],
  ['at least 2 of (vip = true, country = "BR", interests has all ("golf", "chess"))', false],
  ['vip != true and country not in ("PT") and country starts with "B"', true],
  ['in segment "gold" and not in segment "new"', true],
  ['2 + 3 * 4 - 6 / 2 = 11 and -(2 - 5) = 3', true],
  ['1 / 0 is missing and not 1 / 0 > 0', true],
  ['home is missing and not visits > 0 and not visits <= 0', true],
  ['joined within this month and not joined within last 10 days', true],
  ['income / 2 = 500 USD', true],
])('%s is %s', (text, truth) => {
  expect(holds(text.replace(/^\[.*?\] /, ''), ANA)).toBe(truth)
})

test('[COUNT-4] what somebody did not do is also true of who never had the chance', () => {
  expect(holds('not any(email_opened)', NEW)).toBe(true)
  expect(holds('any(purchase) and not any(email_opened)', NEW)).toBe(false)
  expect(holds('any(purchase) and not any(email_opened)', ANA)).toBe(true)
})
