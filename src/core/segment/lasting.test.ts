/** Sequences, states that last, dates that return: text in, truth out, on the edges. */
import { describe, expect, test } from 'vitest'
import { asked, customer, instant } from './wide-shop.test-kit.ts'

describe('sequences', () => {
  const SENT = 'email_sent 2026-03-01T10:00Z'
  const within = (rest: string): string =>
    `sequence(email_sent, then email_opened within 1 day${rest})`
  test.each([
    [within(''), `${SENT}\nemail_opened 2026-03-02T10:00Z`, true],
    [within(''), `${SENT}\nemail_opened 2026-03-02T10:00:00.001Z`, false],
    [within(''), `${SENT}\nemail_opened 2026-03-01T10:00Z`, false],
    [within(''), `${SENT}\nemail_opened 2026-03-01T09:59Z`, false],
    // Not the nearest pair of mails and openings, but any.
    [within(''), `${SENT}\nemail_sent 2026-03-02T09:00Z\nemail_opened 2026-03-03T08:00Z`, true],
    [
      'sequence(purchase, then purchase, then purchase)',
      'purchase 2026-03-01\npurchase 2026-03-02\npurchase 2026-03-02',
      false,
    ],
    [
      'sequence(purchase, then purchase)',
      'purchase 2026-03-01\npurchase 2026-03-02\npurchase 2026-03-02',
      true,
    ],
    [
      'sequence(purchase where channel = "web", then purchase where channel = "store")',
      'purchase 2026-03-02 channel=web\npurchase 2026-03-01 channel=store',
      false,
    ],
    [
      'sequence(email_sent, then email_opened within 1 day, then purchase within 7 days)',
      `${SENT}\nemail_opened 2026-03-01T11:00Z\npurchase 2026-03-08T11:00Z`,
      true,
    ],
    // The opening that the purchase follows is too late after the mail.
    [
      'sequence(email_sent, then email_opened within 1 day, then purchase within 7 days)',
      `${SENT}\nemail_opened 2026-03-01T11:00Z\nemail_opened 2026-03-03T11:00Z\npurchase 2026-03-09T11:00Z`,
      false,
    ],
    ['sequence(email_sent, then purchase)', `${SENT}\npurchase 2026-03-16`, false],
  ])('[SEQ-1] %s of %j: %s', (text, events, truth) =>
    expect(asked(text, customer(events))).toBe(truth),
  )

  test('[SEQ-2] the window is that of the first row', () => {
    const text = 'sequence(email_sent, then email_opened, between 2026-03-01 and 2026-03-01)'
    expect(asked(text, customer(`${SENT}\nemail_opened 2026-03-05`))).toBe(true)
    expect(asked(text, customer('email_sent 2026-03-02\nemail_opened 2026-03-05'))).toBe(false)
  })

  const quiet = 'sequence(email_sent, then not purchase within 7 days)'
  test.each([
    [quiet, '2026-03-08T10:00Z', SENT, true],
    [quiet, '2026-03-08T09:59:59.999Z', SENT, false],
    [quiet, '2026-03-15', `${SENT}\npurchase 2026-03-08T10:00Z`, false],
    [quiet, '2026-03-15', `${SENT}\npurchase 2026-03-08T10:00:00.001Z`, true],
    [quiet, '2026-03-15', `${SENT}\npurchase 2026-03-01T10:00Z`, true],
    // Another mail of which it is true.
    [quiet, '2026-03-15', `${SENT}\npurchase 2026-03-02\nemail_sent 2026-03-03`, true],
    [
      'sequence(email_sent, then not email_opened within 1 day, then purchase within 2 days)',
      '2026-03-15',
      `${SENT}\npurchase 2026-03-03T10:00Z`,
      true,
    ],
    // The last step still follows the mail, not the end of the silence.
    [
      'sequence(email_sent, then not email_opened within 1 day, then purchase within 2 days)',
      '2026-03-15',
      `${SENT}\npurchase 2026-03-04T09:00Z`,
      false,
    ],
  ])('[SEQ-3] %s at %s of %j: %s', (text, at, events, truth) =>
    expect(asked(text, customer(events), { asOf: instant(at) })).toBe(truth),
  )
})

describe('states that last', () => {
  const GOLD = 'tier = "gold" for at least 10 days'
  const NEW_GOLD = 'tier = "gold" for less than 10 days'
  test.each([
    ['2026-03-05T12:00Z tier=gold', true, false],
    ['2026-03-05T12:00:00.001Z tier=gold', false, true],
    ['2026-03-01 tier=gold\n2026-03-06 tier=silver', false, false],
    ['2026-03-01 tier=gold\n2026-03-06 tier=silver\n2026-03-07 tier=gold', false, true],
    ['2026-03-01 tier=gold\n2026-03-06 tier=-\n2026-03-07 tier=gold', false, true],
    ['', false, false],
    ['2026-03-16 tier=gold', false, false],
    ['2026-03-01 tier=gold\n2026-03-16 tier=silver', true, false],
  ])('[STATE-1] %j: long %s, short %s', (traits, long, short) => {
    expect(asked(GOLD, customer('', traits))).toBe(long)
    expect(asked(NEW_GOLD, customer('', traits))).toBe(short)
  })
  test.each([
    ['2026-03-01 tier=gold\n2026-03-10 tier=gold', true],
    ['2026-03-01 tier=gold\n2026-03-10 country=BR', true],
    ['2026-03-01 tier=gold\n2026-03-10 tier=silver\n2026-03-10 tier=gold', true],
    [
      '2026-03-01 tier=gold\n2026-03-10 tier=gold\n2026-03-10 tier=silver\n2026-03-12 tier=gold',
      false,
    ],
  ])('[STATE-2] %j: %s', (traits, truth) => expect(asked(GOLD, customer('', traits))).toBe(truth))

  test('[STATE-2] another value for which the condition holds breaks nothing', () => {
    const moved = customer('', '2026-03-01 tier=gold\n2026-03-10 tier=black')
    expect(asked('tier in ("gold", "black") for at least 10 days', moved)).toBe(true)
    expect(asked('tier = "black" for at least 10 days', moved)).toBe(false)
  })

  test('[STATE-3] what is missing has been so since the customer was first known', () => {
    const traits = [{ at: instant('2026-03-05T12:00Z'), seq: 0, traits: { country: 'BR' } }]
    const recent = { ...customer(''), traits }
    const missing = 'tier is missing for at least 10 days'
    expect(asked(missing, recent)).toBe(true)
    expect(asked(missing, recent, { asOf: instant('2026-03-15T11:59Z') })).toBe(false)
    expect(asked('(not tier = "gold") for at least 10 days', recent)).toBe(true)
    expect(
      asked(
        'tier is missing for at least 10 days',
        customer('', '2026-03-01 tier=a\n2026-03-10 tier=-'),
      ),
    ).toBe(false)
  })

  test('[ZONE-3] windows of the condition are none of its business, days of the zone are', () => {
    // 00:30 in Lisbon of 2 March, 23:30 of 1 March in the Azores.
    const seen = { at: 0, seq: 0, traits: { seen_at: instant('2026-03-02T00:30Z') } }
    const history = { ...customer(''), traits: [seen] }
    expect(asked('seen_at = 2026-03-02 for at least 1 day', history)).toBe(true)
    expect(
      asked('time zone "Atlantic/Azores" seen_at = 2026-03-02 for at least 1 day', history),
    ).toBe(false)
  })
})

describe('dates that return', () => {
  const born = (day: string) => ({
    ...customer(''),
    traits: [{ at: 0, seq: 0, traits: { birth_date: day, joined: day } }],
  })
  const NEXT = 'birthday within next 7 days'
  const LAST = 'anniversary of joined within last 7 days'
  test.each([
    ['1990-03-15', '2026-03-15T12:00Z', true, true],
    ['1990-03-21', '2026-03-15T12:00Z', true, false],
    ['1990-03-22', '2026-03-15T12:00Z', false, false],
    ['1990-03-14', '2026-03-15T12:00Z', false, true],
    ['1990-03-09', '2026-03-15T12:00Z', false, true],
    ['1990-03-08', '2026-03-15T12:00Z', false, false],
    // Over the turn of the year.
    ['1990-01-02', '2026-12-28T12:00Z', true, false],
    ['1990-12-28', '2026-01-02T12:00Z', false, true],
    // 29 February returns on 1 March in common years.
    ['2000-02-29', '2026-02-22T12:00Z', false, false],
    ['2000-02-29', '2026-02-23T12:00Z', true, false],
    ['2000-02-29', '2026-03-01T00:00Z', true, true],
    ['2000-02-29', '2028-02-29T00:00Z', true, true],
    ['2000-02-29', '2028-03-01T00:00Z', false, true],
    ['2000-02-29', '2026-03-08T00:00Z', false, false],
    // The day itself is no return, and neither is one to come.
    ['2026-03-15', '2026-03-15T12:00Z', false, false],
    ['2026-03-18', '2026-03-15T12:00Z', false, false],
    ['2026-03-18', '2027-03-15T12:00Z', true, false],
  ])('[ANNIV-1] %s at %s: next %s, last %s', (day, at, next, last) => {
    expect(asked(NEXT, born(day), { asOf: instant(at) })).toBe(next)
    expect(asked(LAST, born(day), { asOf: instant(at) })).toBe(last)
  })

  test('[ANNIV-1] days are local, and a year of days takes in everyone', () => {
    const late = { asOf: instant('2026-03-15T23:30Z') }
    expect(asked('birthday within next 1 day', born('1990-03-16'), late)).toBe(false)
    expect(
      asked('time zone "Europe/Berlin" birthday within next 1 day', born('1990-03-16'), late),
    ).toBe(true)
    expect(asked('birthday within next 366 days', born('2000-02-29'))).toBe(true)
  })

  test('[ANNIV-2] an instant stands for its local day', () => {
    const seen = { at: 0, seq: 0, traits: { seen_at: instant('2025-03-14T23:30Z') } }
    const history = { ...customer(''), traits: [seen] }
    const text = 'anniversary of seen_at within last 1 day'
    expect(asked(text, history)).toBe(false)
    expect(asked(`time zone "Europe/Berlin" ${text}`, history)).toBe(true)
    expect(asked('birthday within next 366 days', history)).toBe(false)
  })
})
