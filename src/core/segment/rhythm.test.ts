/** Measures of rhythm, share and growth, and what happened no more or again: text in, truth out. */
import { describe, expect, test } from 'vitest'
import { asked, customer, worth } from './wide-shop.test-kit.ts'

const DAY = 86_400_000

describe('picking and middles', () => {
  const three = customer(`
    purchase 2026-03-03 amount=30 channel=web
    purchase 2026-03-01 amount=10 channel=store
    purchase 2026-03-02 amount=25`)
  test.each([
    ['nth(1, purchase).channel', 'store'],
    ['nth(2, purchase).channel', null],
    ['nth(3, purchase).amount', 30],
    ['nth(4, purchase).amount', null],
    ['nth last(1, purchase).channel', 'web'],
    ['nth last(3, purchase).amount', 10],
    ['nth last(4, purchase)', null],
    ['nth(2, purchase where channel is known).channel', 'web'],
    ['nth(2, purchase)', Date.parse('2026-03-02T00:00Z')],
  ])('[ORDER-4] %s is %s', (text, value) => expect(worth(text, three)).toBe(value))

  test('[ORDER-4] rows of one instant are ordered by their ids', () => {
    const tied = customer('purchase 2026-03-01 amount=1\npurchase 2026-03-01 amount=2')
    expect(worth('nth(2, purchase).amount', tied)).toBe(2)
    expect(worth('nth(1, purchase).amount', { ...tied, events: tied.events.toReversed() })).toBe(1)
  })

  test.each([
    ['amount=5', 5],
    ['amount=5\npurchase 2026-03-02 amount=8', 6.5],
    ['amount=5\npurchase 2026-03-02 amount=8\npurchase 2026-03-03 amount=100', 8],
    ['amount=0.1\npurchase 2026-03-02 amount=0.2', (0.1 + 0.2) / 2],
    ['channel=web', null],
  ])('[MEDIAN-1] of %j is %s', (events, value) =>
    expect(worth('median(purchase.amount)', customer(`purchase 2026-03-01 ${events}`))).toBe(value),
  )
})

describe('time between', () => {
  test.each([
    ['', null, null],
    ['purchase 2026-03-01', null, null],
    ['purchase 2026-03-01\npurchase 2026-03-01', 0, 0],
    ['purchase 2026-03-01\npurchase 2026-03-04', 3 * DAY, 3 * DAY],
    ['purchase 2026-03-10\npurchase 2026-03-01\npurchase 2026-03-04', 4.5 * DAY, 4.5 * DAY],
    [
      'purchase 2026-03-01\npurchase 2026-03-02\npurchase 2026-03-03\npurchase 2026-03-14',
      (13 / 3) * DAY,
      DAY,
    ],
    // A purchase of tomorrow is not seen.
    ['purchase 2026-03-01\npurchase 2026-03-04\npurchase 2026-03-16', 3 * DAY, 3 * DAY],
  ])('[GAP-1] %j: %s and %s', (events, gap, median) => {
    expect(worth('gap(purchase)', customer(events))).toBe(gap)
    expect(worth('median gap(purchase)', customer(events))).toBe(median)
  })

  test('[TYPE-10] days since an instant beside a measured duration are that time', () => {
    const due = customer('purchase 2026-03-01T12:00Z\npurchase 2026-03-05T12:00Z')
    expect(asked('days since last(purchase) = 2.5 * gap(purchase)', due)).toBe(true)
    expect(asked('days since last(purchase) > 2.5 * median gap(purchase)', due)).toBe(false)
    expect(asked('2 * gap(purchase) < days since last(purchase)', due)).toBe(true)
  })
})

describe('streaks', () => {
  test.each([
    ['', 0],
    ['purchase 2026-03-01', 1],
    ['purchase 2026-02-28T23:59Z', 1],
    ['purchase 2026-01-31', 0],
    ['purchase 2026-02-01\npurchase 2026-01-31\npurchase 2025-12-01\npurchase 2025-10-01', 3],
    ['purchase 2026-03-15\npurchase 2026-02-01\npurchase 2026-02-02\npurchase 2025-12-01', 2],
    ['purchase 2026-03-16\npurchase 2026-02-01', 1],
  ])('[STREAK-1] months of %j: %s', (events, months) =>
    expect(worth('streak(purchase by month)', customer(events))).toBe(months),
  )
  test('[STREAK-1] only rows of the window count, and weeks begin on Monday', () => {
    const months = customer('purchase 2026-03-01\npurchase 2026-02-01\npurchase 2026-01-31')
    expect(worth('streak(purchase by month, last 30 days)', months)).toBe(1)
    // 15 March 2026 is a Sunday, 8 March the Sunday before.
    const weeks = customer('purchase 2026-03-09\npurchase 2026-03-08\npurchase 2026-02-22')
    expect(worth('streak(purchase by week)', weeks)).toBe(2)
    expect(worth('streak(purchase by quarter)', weeks)).toBe(1)
    expect(worth('streak(purchase by year)', weeks)).toBe(1)
  })
  test('[STREAK-1] days are those of the zone, and one of 23 hours is one', () => {
    // In Lisbon clocks go forward on 29 March 2026.
    const lisbon = customer('purchase 2026-03-28T12:00Z\npurchase 2026-03-29T23:30Z')
    const around = { asOf: Date.parse('2026-03-30T12:00Z') }
    const text = 'time zone "Europe/Lisbon" streak(purchase by day) = '
    expect(asked(`${text}1`, lisbon, around)).toBe(true)
    expect(asked('streak(purchase by day) = 2', lisbon, around)).toBe(true)
  })
})

describe('shares, nets and trends', () => {
  const shop = customer(`
    purchase 2026-03-01 amount=30 channel=web
    purchase 2026-03-02 amount=10 channel=store
    purchase 2026-01-02 amount=60 channel=store
    purchase 2026-03-03 amount=999 status=cancelled channel=web
    refund 2026-03-04 amount=5 channel=web
    refund 2026-01-05 amount=7 channel=store`)
  test.each([
    ['share(purchase where channel = "web")', 1 / 3],
    ['share(purchase where channel = "web", last 30 days)', 0.5],
    ['share(purchase.amount where channel = "web", last 30 days)', 0.75],
    ['share(purchase.amount where channel = "web", last 1 day)', null],
    ['share(purchase.item where price > 1)', null],
    ['share(e* where cost > 1)', null],
  ])('[SHARE-1] %s is %s', (text, value) => {
    if (text.includes('e*')) expect(() => worth(text, shop)).toThrow('no property cost')
    else expect(worth(text, shop)).toBe(value)
  })
  test.each([
    ['net(purchase.amount)', 100 - 12],
    ['net(purchase.amount, last 30 days)', 40 - 5],
    ['net(purchase.amount, last 12 days)', 0 - 5 + 0],
  ])('[NET-1] %s is %s: a refund counts when it happens', (text, value) => {
    const late = text.includes('12 days')
    const around = late ? { asOf: Date.parse('2026-03-15T00:00Z') } : {}
    expect(worth(text, shop, around)).toBe(value)
  })
  test('[NET-2] a filter is asked of both', () => {
    expect(worth('net(purchase.amount where channel = "web")', shop)).toBe(25)
    expect(worth('net(purchase.amount where amount > 5)', shop)).toBe(100 - 7)
  })

  const growing = customer(`
    purchase 2025-12-31 amount=10
    purchase 2026-01-01 amount=12
    purchase 2026-02-28T23:59Z amount=20
    purchase 2026-03-01 amount=1000`)
  test.each([
    // Least squares over 10, 12, 20 at 1, 2, 3.
    ['trend(sum(purchase.amount), last 3 months)', 5],
    ['trend(count(purchase), last 3 months)', 0],
    ['trend(sum(purchase.amount), last 2 months)', 8],
    ['trend(count(purchase), last 4 months)', 0.3],
    ['trend(avg(purchase.amount), last 3 months)', 5],
    ['trend(avg(purchase.amount), last 4 months)', null],
    ['trend(sum(purchase.amount) * 2 - count(purchase), last 3 months)', 10],
    ['trend(sum(purchase.amount), last 2 years)', 10],
  ])('[TREND-1] %s is %s', (text, value) => expect(worth(text, growing)).toBe(value))
})

describe('regular, stopped, restarted', () => {
  test.each([
    ['purchase 2026-02-01\npurchase 2025-12-31\npurchase 2025-09-01', true],
    ['purchase 2026-02-01\npurchase 2026-02-02\npurchase 2025-12-31', false],
    ['purchase 2026-03-01\npurchase 2026-02-01\npurchase 2025-12-31', false],
    ['purchase 2026-02-01\npurchase 2025-12-31\npurchase 2025-08-31T23:59Z', false],
  ])('[REGULAR-1] %j: %s', (events, truth) =>
    expect(asked('regular(purchase, at least 3 of last 6 months)', customer(events))).toBe(truth),
  )
  test.each([
    ['purchase 2026-03-06', false],
    // Ten days before noon of 15 March is noon of 5 March: outside of the last ten days.
    ['purchase 2026-03-05T12:00Z', true],
    ['purchase 2026-03-05T12:00:00.001Z', false],
    ['purchase 2026-02-23T12:00:00.001Z', true],
    ['purchase 2026-02-23T12:00Z', false],
    ['purchase 2026-03-05T12:00Z\npurchase 2026-03-14', false],
    ['purchase 2026-03-05T12:00Z\npurchase 2026-03-16', true],
  ])('[STOP-1] %j: %s', (events, truth) =>
    expect(asked('stopped(purchase, 10 days)', customer(events))).toBe(truth),
  )
  test.each([
    ['purchase 2026-03-14', false],
    ['purchase 2026-03-14\npurchase 2026-02-23T12:00Z', true],
    ['purchase 2026-03-14\npurchase 2026-02-23T12:00:00.001Z', false],
    ['purchase 2026-03-14\npurchase 2026-03-05T12:00Z\npurchase 2026-01-01', false],
    ['purchase 2026-03-05T12:00:00.001Z\npurchase 2026-01-01', true],
    ['purchase 2026-01-01', false],
  ])('[STOP-2] %j: %s', (events, truth) =>
    expect(asked('restarted(purchase, 10 days)', customer(events))).toBe(truth),
  )
})

describe('several kinds of event', () => {
  const mails = customer(`
    email_sent 2026-03-01 cost=2
    email_sent 2026-03-05 cost=3
    email_clicked 2026-03-02 cost=7
    purchase 2026-02-01`)
  test.each([
    ['any(email_*)', true],
    ['any(email_s*, last 1 day)', false],
    ['any(*, between 2026-02-01 and 2026-02-01)', true],
    ['count(email_*) = 3 and count(*) = 4', true],
    ['first(email_*) = 2026-03-01 and last(email_*) = 2026-03-05', true],
    ['first(*) = 2026-02-01', true],
    ['sum(email_c*.cost) = 7', true],
    ['first(email_o*) is missing and count(email_o*) = 0', true],
    ['share(email_* where not 1 = 1) = 0', true],
    ['regular(email_*, at least 1 of last 2 weeks) and stopped(email_*, 9 days)', true],
  ])('[KINDS-1] %s is %s', (text, truth) => expect(asked(text, mails)).toBe(truth))
})
