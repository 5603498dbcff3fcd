/** Parts of dates and hours, what lies ahead, how often a value comes, entries of lists, and time on a list: text in, truth out. */
import { describe, expect, test } from 'vitest'
import type { CustomerHistory, ListRecord, StoredValue } from './history.ts'
import { asked, customer, faultsOf, instant, worth } from './wide-shop.test-kit.ts'

/** Known since 1970, with these traits. */
function having(traits: Readonly<Record<string, StoredValue>>): CustomerHistory {
  return { customerId: 'ana', traits: [{ at: 0, seq: 0, traits }], events: [] }
}

describe('parts of the calendar', () => {
  const born = having({ birth_date: '1988-02-29' })
  test.each([
    ['year of birth_date', 1988],
    ['month of birth_date', 2],
    ['day of birth_date', 29],
    // A Monday.
    ['weekday of birth_date', 1],
    ['month of joined', null],
  ])('[PART-1] %s is %s', (text, value) => expect(worth(text, born)).toBe(value))

  test.each([
    ['2026-03-15', 7],
    ['2026-03-16', 1],
    ['1969-12-31', 3],
  ])('[PART-1] the weekday of %s is %s', (joined, value) =>
    expect(worth('weekday of joined', having({ joined }))).toBe(value),
  )

  test('[PART-1] an instant has the parts of its local day', () => {
    const late = customer('purchase 2025-12-31T23:30Z')
    expect(asked('month of last(purchase) = 12', late)).toBe(true)
    expect(asked('time zone "Asia/Tokyo" month of last(purchase) = 1', late)).toBe(true)
    expect(asked('time zone "Asia/Tokyo" year of last(purchase) = 2026', late)).toBe(true)
  })

  test.each([
    ['UTC', '2025-03-30T00:59Z', 0],
    ['UTC', '1969-12-31T23:59:59.999Z', 23],
    ['Europe/Lisbon', '2025-03-30T00:59Z', 0],
    ['Europe/Lisbon', '2025-03-30T01:00Z', 2],
    ['Asia/Kathmandu', '2026-03-01T18:15Z', 0],
    ['America/Sao_Paulo', '2026-03-01T02:59Z', 23],
  ])('[PART-2] in %s the hour of %s is %s', (zone, at, hour) => {
    const text = `time zone "${zone}" hour of last(purchase) = ${hour}`
    expect(asked(text, customer(`purchase ${at}`))).toBe(true)
  })

  test('[PART-2] a date has no hours', () => {
    expect(faultsOf('hour of birth_date = 3')).toEqual(['segment/wrong-type @ birth_date'])
  })

  test('[PART-3] event time is when the event of the row was', () => {
    const weekend = 'any(purchase where weekday of event time in (6, 7))'
    expect(asked(weekend, customer('purchase 2026-03-13'))).toBe(false)
    expect(asked(weekend, customer('purchase 2026-03-14'))).toBe(true)
    const evening = 'count(purchase where hour of event time >= 18 and amount > 5)'
    const three = customer(`
      purchase 2026-03-01T18:00Z amount=6
      purchase 2026-03-02T17:59Z amount=6
      purchase 2026-03-03T19:00Z amount=5`)
    expect(worth(evening, three)).toBe(1)
    const element = 'any(purchase.item where month of event time = 3)'
    expect(asked(element, customer('purchase 2026-03-01'))).toBe(false)
    expect(faultsOf('event time > 2026-01-01')).toEqual(['segment/only-in-where @ event time'])
  })
})

describe('what lies ahead', () => {
  // Asked at noon of 15 March 2026, a Sunday.
  test.each([
    ['next 7 days', '2026-03-14', false],
    ['next 7 days', '2026-03-15', true],
    ['next 7 days', '2026-03-21', true],
    ['next 7 days', '2026-03-22', false],
    ['next 1 week', '2026-03-21', true],
    ['next 1 day', '2026-03-16', false],
    ['next 24 hours', '2026-03-15', false],
    ['next 24 hours', '2026-03-16', true],
    ['next 24 hours', '2026-03-17', false],
  ])('[WIN-16] within %s: %s is %s', (window, joined, truth) =>
    expect(asked(`joined within ${window}`, having({ joined }))).toBe(truth),
  )

  test.each([
    ['2026-03-15T12:00Z', false],
    ['2026-03-15T12:00:00.001Z', true],
    ['2026-03-17T12:00Z', true],
    ['2026-03-17T12:00:00.001Z', false],
  ])('[WIN-16] an instant lies after now and at most so far away: %s is %s', (at, truth) => {
    const late = { ...customer(''), traits: [{ at: 0, seq: 0, traits: { seen_at: instant(at) } }] }
    expect(asked('seen_at within next 2 days', late)).toBe(truth)
  })

  test.each([
    ['tomorrow', '2026-03-15', false],
    ['tomorrow', '2026-03-16', true],
    ['next week', '2026-03-16', true],
    ['next week', '2026-03-22', true],
    ['next week', '2026-03-23', false],
    ['next month', '2026-03-31', false],
    ['next month', '2026-04-30', true],
    ['next quarter', '2026-06-30', true],
    ['next quarter', '2026-07-01', false],
    ['next year', '2027-12-31', true],
    ['next year in time zone "Asia/Tokyo"', '2026-12-31', false],
  ])('[WIN-17] within %s: %s is %s', (window, joined, truth) =>
    expect(asked(`joined within ${window}`, having({ joined }))).toBe(truth),
  )

  test('[WIN-17] windows of events look back', () => {
    expect(faultsOf('any(purchase, next week)')).toEqual(['segment/expected @ next'])
  })
})

describe('how often one value comes', () => {
  const five = customer(`
    purchase 2026-01-01 channel=web
    purchase 2026-02-01 channel=store
    purchase 2026-02-02 channel=web
    purchase 2026-03-01 channel=web
    purchase 2026-03-02`)
  test.each([
    ['most(purchase by channel)', 3],
    ['most(purchase by channel, since 2026-02-01)', 2],
    ['most(purchase where channel != "web" by channel)', 1],
    ['most(purchase by amount)', 0],
    ['most(email_clicked by cost)', 0],
  ])('[MOST-1] %s is %s', (text, value) => expect(worth(text, five)).toBe(value))

  test('[MOST-1] it is never missing, and says when zero meets a limit', () => {
    expect(asked('most(purchase by channel) < 1', customer(''))).toBe(true)
    expect(faultsOf('most(email_* by cost) > 1')).toEqual([
      'segment/prefix-measure @ most(email_* by cost)',
    ])
  })
})

describe('entries of lists', () => {
  const two = having({ interests: ['on sale', 'Tea'] })
  test.each([
    ['interests contains "sale"', true],
    ['interests contains "Sale"', false],
    ['interests starts with "T"', true],
    ['interests ends with "T"', false],
    ['interests matches "^on .*e$"', true],
    // Of one and the same entry.
    ['interests matches "sale.*Tea"', false],
    ['not interests contains "tea"', true],
  ])('[LIST-2] %s is %s', (text, truth) => expect(asked(text, two)).toBe(truth))

  test('[LIST-2] a missing list has no entries', () => {
    expect(asked('interests contains "a"', having({}))).toBe(false)
  })
})

describe('since when on a list', () => {
  const on = (...records: readonly [string, boolean][]): CustomerHistory => ({
    customerId: 'ana',
    traits: [{ at: instant('2026-01-01'), seq: 0, traits: {} }],
    events: [],
    lists: records.map(([at, listed], seq): ListRecord => {
      return { list: 'vip', at: instant(at), seq, listed }
    }),
  })
  const long = 'in list "vip" for at least 30 days'
  const short = 'in list "vip" for less than 30 days'
  test.each([
    [on(), false, false],
    [on(['2026-02-13T12:00Z', true]), true, false],
    [on(['2026-02-13T12:00:00.001Z', true]), false, true],
    // Being added again changes nothing, being taken off does.
    [on(['2026-01-02', true], ['2026-03-01', true]), true, false],
    [on(['2026-01-02', true], ['2026-03-01', false], ['2026-03-02', true]), false, true],
    [on(['2026-01-02', true], ['2026-03-01', false]), false, false],
  ])('[STATE-5] %#: at least %s, less than %s', (history, isLong, isShort) => {
    expect(asked(long, history)).toBe(isLong)
    expect(asked(short, history)).toBe(isShort)
  })

  test('[STATE-5] nobody was on or off a list before they were known', () => {
    const early = on(['2020-01-01', true])
    expect(asked('in list "vip" for at least 73 days', early)).toBe(true)
    expect(asked('in list "vip" for at least 74 days', early)).toBe(false)
    expect(asked('(not in list "vip") for at least 73 days', on())).toBe(true)
    expect(asked('(not in list "vip") for at least 74 days', on())).toBe(false)
  })

  test('[STATE-4] one list and nothing else', () => {
    const text = '(in list "a" or in list "b") for at least 1 day'
    expect(faultsOf(text)).toEqual(['segment/state-one-trait @ (in list "a" or in list "b")'])
  })
})
