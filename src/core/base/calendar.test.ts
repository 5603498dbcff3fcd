/** Windows, days and ages against hand-checked instants, and laws that hold in every zone. */
import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  daysBetween,
  daysToReturn,
  isDateText,
  isTimeZone,
  localDate,
  dayStartTable,
  offsetAt,
  offsetTable,
  plusDays,
  startOfLocalDay,
  wholeYears,
  windowEdges,
  type Window,
} from './index.ts'

const at = (text: string): number => Date.parse(text)
const iso = (ms: number): string => (Number.isFinite(ms) ? new Date(ms).toISOString() : 'ever')

/** `2026-01-31` or an instant. */
const point = (text: string): Extract<Window, { kind: 'since' }>['from'] =>
  text.length === 10 ? { kind: 'date', date: text } : { kind: 'instant', at: at(text) }

function windowOf(text: string): Window {
  const [kind = '', a = '', b = '', c = ''] = text.split(' ')
  switch (kind) {
    case 'rolling':
      return { kind, count: Number(a), unit: b as 'day' }
    case 'calendarDays':
      return { kind, count: Number(a) }
    case 'current':
      return { kind, unit: a as 'day' }
    case 'previous':
      return { kind, count: Number(a), unit: b as 'day' }
    case 'since':
      return { kind, from: point(a) }
    case 'before':
      return { kind, to: point(a) }
    case 'between':
      return { kind, from: point(a), to: point(b) }
    case 'period':
      return { kind, back: Number(a), unit: b as 'day', ...(c === '' ? {} : { timeZone: c }) }
    default:
      return { kind: 'ago', far: Number(a), near: Number(b), unit: c as 'day' }
  }
}

// [rule] window | as of | zone | first instant inside (UTC) | last instant inside (UTC)
const TABLE = `
[WIN-2] rolling 30 day          | 2026-03-15T12:00:00.000Z | UTC               | 2026-02-13T12:00:00.001Z | 2026-03-15T12:00:00.000Z
[WIN-2] rolling 1 day           | 2026-03-29T12:00:00.000Z | Europe/Lisbon     | 2026-03-28T12:00:00.001Z | 2026-03-29T12:00:00.000Z
[WIN-2] rolling 2 week          | 2026-03-15T00:00:00.000Z | UTC               | 2026-03-01T00:00:00.001Z | 2026-03-15T00:00:00.000Z
[WIN-2] rolling 90 minute       | 2026-03-15T00:00:00.000Z | UTC               | 2026-03-14T22:30:00.001Z | 2026-03-15T00:00:00.000Z
[WIN-2] rolling 36 hour         | 2026-03-15T00:00:00.000Z | UTC               | 2026-03-13T12:00:00.001Z | 2026-03-15T00:00:00.000Z
[WIN-4] rolling 1 month         | 2026-03-31T09:00:00.000Z | UTC               | 2026-02-28T09:00:00.001Z | 2026-03-31T09:00:00.000Z
[WIN-4] rolling 1 month         | 2024-03-31T09:00:00.000Z | UTC               | 2024-02-29T09:00:00.001Z | 2024-03-31T09:00:00.000Z
[WIN-4] rolling 1 month         | 2026-04-15T11:00:00.000Z | Europe/Lisbon     | 2026-03-15T12:00:00.001Z | 2026-04-15T11:00:00.000Z
[WIN-4] rolling 1 month         | 2026-04-29T00:30:00.000Z | Europe/Lisbon     | 2026-03-29T01:30:00.001Z | 2026-04-29T00:30:00.000Z
[WIN-4] rolling 1 year          | 2024-02-29T08:00:00.000Z | UTC               | 2023-02-28T08:00:00.001Z | 2024-02-29T08:00:00.000Z
[WIN-4] rolling 4 year          | 2024-02-29T08:00:00.000Z | UTC               | 2020-02-29T08:00:00.001Z | 2024-02-29T08:00:00.000Z
[WIN-4] rolling 999999 year     | 2024-02-29T08:00:00.000Z | UTC               | ever                     | 2024-02-29T08:00:00.000Z
[WIN-5] calendarDays 1          | 2026-03-15T23:30:00.000Z | Europe/Madrid     | 2026-03-15T23:00:00.000Z | 2026-03-15T23:30:00.000Z
[ZONE-1] calendarDays 7          | 2026-03-30T10:00:00.000Z | Europe/Lisbon     | 2026-03-24T00:00:00.000Z | 2026-03-30T10:00:00.000Z
[ZONE-1] calendarDays 2          | 2018-11-05T12:00:00.000Z | America/Sao_Paulo | 2018-11-04T03:00:00.000Z | 2018-11-05T12:00:00.000Z
[WIN-6] current day             | 2026-03-29T12:00:00.000Z | Europe/Lisbon     | 2026-03-29T00:00:00.000Z | 2026-03-29T12:00:00.000Z
[ZONE-1] current day             | 2018-11-04T12:00:00.000Z | America/Sao_Paulo | 2018-11-04T03:00:00.000Z | 2018-11-04T12:00:00.000Z
[ZONE-1] current day             | 2024-04-26T12:00:00.000Z | Africa/Cairo      | 2024-04-25T22:00:00.000Z | 2024-04-26T12:00:00.000Z
[WIN-8] current week            | 2026-01-01T12:00:00.000Z | UTC               | 2025-12-29T00:00:00.000Z | 2026-01-01T12:00:00.000Z
[WIN-8] current week            | 2026-03-16T00:00:00.000Z | UTC               | 2026-03-16T00:00:00.000Z | 2026-03-16T00:00:00.000Z
[WIN-6] current month           | 2026-03-01T02:30:00.000Z | America/Sao_Paulo | 2026-02-01T03:00:00.000Z | 2026-03-01T02:30:00.000Z
[WIN-6] current quarter         | 2026-06-30T12:00:00.000Z | UTC               | 2026-04-01T00:00:00.000Z | 2026-06-30T12:00:00.000Z
[WIN-6] current year            | 2026-06-30T12:00:00.000Z | Asia/Kathmandu    | 2025-12-31T18:15:00.000Z | 2026-06-30T12:00:00.000Z
[ZONE-1] previous 1 day          | 2026-03-30T12:00:00.000Z | Europe/Lisbon     | 2026-03-29T00:00:00.000Z | 2026-03-29T22:59:59.999Z
[ZONE-1] previous 1 day          | 2026-10-26T12:00:00.000Z | Europe/Lisbon     | 2026-10-24T23:00:00.000Z | 2026-10-25T23:59:59.999Z
[ZONE-1] previous 1 day          | 2018-11-05T12:00:00.000Z | America/Sao_Paulo | 2018-11-04T03:00:00.000Z | 2018-11-05T01:59:59.999Z
[ZONE-1] previous 1 day          | 2018-02-18T12:00:00.000Z | America/Sao_Paulo | 2018-02-17T02:00:00.000Z | 2018-02-18T02:59:59.999Z
[WIN-8] previous 3 week         | 2026-01-01T12:00:00.000Z | UTC               | 2025-12-08T00:00:00.000Z | 2025-12-28T23:59:59.999Z
[WIN-7] previous 1 month        | 2026-03-31T12:00:00.000Z | UTC               | 2026-02-01T00:00:00.000Z | 2026-02-28T23:59:59.999Z
[WIN-7] previous 1 month        | 2026-01-15T12:00:00.000Z | UTC               | 2025-12-01T00:00:00.000Z | 2025-12-31T23:59:59.999Z
[WIN-7] previous 1 quarter      | 2026-02-15T12:00:00.000Z | UTC               | 2025-10-01T00:00:00.000Z | 2025-12-31T23:59:59.999Z
[WIN-7] previous 5 quarter      | 2026-05-15T12:00:00.000Z | UTC               | 2025-01-01T00:00:00.000Z | 2026-03-31T23:59:59.999Z
[WIN-7] previous 2 year         | 2026-02-15T12:00:00.000Z | UTC               | 2024-01-01T00:00:00.000Z | 2025-12-31T23:59:59.999Z
[WIN-9] since 2026-01-01        | 2026-02-15T12:00:00.000Z | Europe/Paris      | 2025-12-31T23:00:00.000Z | 2026-02-15T12:00:00.000Z
[WIN-9] since 2026-01-01T10:00Z | 2026-02-15T12:00:00.000Z | Europe/Paris      | 2026-01-01T10:00:00.000Z | 2026-02-15T12:00:00.000Z
[WIN-10] before 2026-01-01       | 2026-02-15T12:00:00.000Z | Europe/Paris      | ever                     | 2025-12-31T22:59:59.999Z
[WIN-10] before 2026-12-01       | 2026-02-15T12:00:00.000Z | Europe/Paris      | ever                     | 2026-02-15T12:00:00.000Z
[WIN-10] before 2026-01-01T10:00Z| 2026-02-15T12:00:00.000Z | Europe/Paris      | ever                     | 2026-01-01T09:59:59.999Z
[WIN-11] between 2026-01-01 2026-03-31 | 2026-06-15T12:00:00.000Z | Europe/Paris | 2025-12-31T23:00:00.000Z | 2026-03-31T21:59:59.999Z
[WIN-11] between 2026-01-01 2026-03-31 | 2026-02-15T12:00:00.000Z | Europe/Paris | 2025-12-31T23:00:00.000Z | 2026-02-15T12:00:00.000Z
[WIN-11] between 2026-01-01T10:00Z 2026-01-01T11:00Z | 2026-02-15T12:00:00.000Z | UTC | 2026-01-01T10:00:00.000Z | 2026-01-01T11:00:00.000Z
[WIN-12] ago 24 12 month         | 2026-02-28T12:00:00.000Z | UTC               | 2024-02-28T12:00:00.001Z | 2025-02-28T12:00:00.000Z
[WIN-12] ago 3 1 month           | 2026-05-31T12:00:00.000Z | UTC               | 2026-02-28T12:00:00.001Z | 2026-04-30T12:00:00.000Z
[WIN-12] ago 60 30 day           | 2026-05-31T12:00:00.000Z | Europe/Paris      | 2026-04-01T12:00:00.001Z | 2026-05-01T12:00:00.000Z
[REGULAR-1] period 1 month        | 2026-03-31T12:00:00.000Z | UTC               | 2026-02-01T00:00:00.000Z | 2026-02-28T23:59:59.999Z
[REGULAR-1] period 14 month       | 2026-03-31T12:00:00.000Z | UTC               | 2025-01-01T00:00:00.000Z | 2025-01-31T23:59:59.999Z
[REGULAR-1] period 1 month        | 2026-04-15T12:00:00.000Z | Europe/Lisbon     | 2026-03-01T00:00:00.000Z | 2026-03-31T22:59:59.999Z
[REGULAR-1] period 2 week         | 2026-01-01T12:00:00.000Z | UTC               | 2025-12-15T00:00:00.000Z | 2025-12-21T23:59:59.999Z
[REGULAR-1] period 1 day          | 2018-11-05T12:00:00.000Z | America/Sao_Paulo | 2018-11-04T03:00:00.000Z | 2018-11-05T01:59:59.999Z
[ZONE-3] period 1 day Asia/Tokyo  | 2026-03-14T20:00:00.000Z | UTC               | 2026-03-13T15:00:00.000Z | 2026-03-14T14:59:59.999Z
`

describe('windowEdges', () => {
  const rows = TABLE.trim().split('\n')
  test.each(rows)('%s', (row) => {
    const [window = '', asOf = '', zone = '', first, last] = row.split('|').map((s) => s.trim())
    const edges = windowEdges(windowOf(window.replace(/^\S+ /, '')), at(asOf), zone)
    expect([iso(edges.after + 1), iso(edges.upTo)]).toEqual([first, last])
  })

  test('[WIN-1] absent is all time', () => {
    expect(windowEdges(undefined, 5, 'UTC')).toEqual({ after: -Infinity, upTo: 5 })
  })
})

const ZONES = [
  'UTC',
  'Europe/Lisbon',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'America/Havana',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/New_York',
]
const zone = fc.constantFrom(...ZONES)
const instant = fc.integer({ min: Date.UTC(1971, 0, 1), max: Date.UTC(2050, 0, 1) })
const count = fc.integer({ min: 1, max: 40 })
const period = fc.constantFrom('day', 'week', 'month', 'quarter', 'year')
const unit = fc.constantFrom('minute', 'hour', 'day', 'week', 'month', 'year')

/** Compares with the zone data asked directly. */
function checkOffset(zoneName: string, ms: number): void {
  const z = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zoneName)
  expect(offsetAt(ms, zoneName)).toBe(z.offsetNanoseconds / 1e6)
  expect(localDate(ms, zoneName)).toBe(z.toPlainDate().toString())
}

describe('laws', () => {
  test('offsets are those of the zone data, also exactly at and around changes', () => {
    fc.assert(
      fc.property(zone, instant, fc.integer({ min: -2, max: 2 }), (zoneName, ms, near) => {
        checkOffset(zoneName, ms)
        const next = Temporal.Instant.fromEpochMilliseconds(ms)
          .toZonedDateTimeISO(zoneName)
          .getTimeZoneTransition('next')
        if (next !== null) checkOffset(zoneName, next.epochMilliseconds + near)
      }),
      { numRuns: 500 },
    )
  })

  test('a local day starts where the zone data says, and the instant before is an earlier day', () => {
    fc.assert(
      fc.property(zone, fc.integer({ min: 0, max: 29_000 }), (zoneName, day) => {
        const date = plusDays('1971-01-01', day)
        const start = startOfLocalDay(date, zoneName)
        expect(start).toBe(
          Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zoneName }).epochMilliseconds,
        )
        expect(localDate(start - 1, zoneName) < date).toBe(true)
        // A day that a zone skipped whole (Apia, 2011-12-30) starts where the next one does.
        expect(localDate(start, zoneName) >= date).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('tables of offsets and of starts of days say what the calendar says', () => {
    const at = (edges: readonly number[], x: number): number => edges.filter((e) => e <= x).length
    for (const zoneName of [
      ...ZONES,
      'Africa/Casablanca',
      'America/St_Johns',
      'Antarctica/Casey',
    ]) {
      const { edges, offsets } = offsetTable(zoneName)
      const { days, leads } = dayStartTable(zoneName)
      for (const edge of edges) {
        for (const ms of [edge - 1, edge, edge + 1]) {
          expect(offsets[at(edges, ms)]).toBe(offsetAt(ms, zoneName))
        }
        for (let k = -4; k <= 4; k++) {
          const day = Math.floor(edge / 86_400_000) + k
          const date = new Date(day * 86_400_000).toISOString().slice(0, 10)
          const start = day * 86_400_000 - (leads[at(days, day)] ?? 0)
          expect([zoneName, date, start]).toEqual([zoneName, date, startOfLocalDay(date, zoneName)])
        }
      }
    }
  })

  test('previous periods and the current one tile the past: no gap, no overlap', () => {
    fc.assert(
      fc.property(zone, instant, period, count, (zoneName, asOf, p, n) => {
        const current = windowEdges({ kind: 'current', unit: p }, asOf, zoneName)
        const previous = windowEdges({ kind: 'previous', count: n, unit: p }, asOf, zoneName)
        const longer = windowEdges({ kind: 'previous', count: n + 1, unit: p }, asOf, zoneName)
        expect(previous.upTo).toBe(current.after)
        expect(longer.upTo).toBe(previous.upTo)
        expect(longer.after).toBeLessThanOrEqual(previous.after)
        expect(current.after).toBeLessThan(asOf)
      }),
    )
  })

  test('[TREND-1] single periods tile what `previous` takes in at once', () => {
    fc.assert(
      fc.property(zone, instant, period, count, (zoneName, asOf, p, n) => {
        const all = windowEdges({ kind: 'previous', count: n, unit: p }, asOf, zoneName)
        const one = (back: number) => windowEdges({ kind: 'period', unit: p, back }, asOf, zoneName)
        expect([one(n).after, one(1).upTo]).toEqual([all.after, all.upTo])
        expect(one(n + 1).upTo).toBe(one(n).after)
      }),
    )
  })

  test('[ZONE-3] a window with a zone of its own is that of the zone, whoever asks', () => {
    fc.assert(
      fc.property(zone, zone, instant, period, (own, asker, asOf, p) => {
        const named: Window = { kind: 'current', unit: p, timeZone: own }
        const plain: Window = { kind: 'current', unit: p }
        expect(windowEdges(named, asOf, asker)).toEqual(windowEdges(plain, asOf, own))
      }),
    )
  })

  test('[ANNIV-1] the last return and the next one are a year apart, and both are found', () => {
    const day = instant.map((ms) => iso(ms).slice(0, 10))
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [date, today] = a < b ? [a, b] : [b, a]
        const next = daysToReturn(date, today, 'next')
        const last = daysToReturn(date, today, 'last')
        expect(next).toBeLessThanOrEqual(366)
        expect(last === undefined).toBe(wholeYears(date, today) === 0)
        // On the day itself it is both.
        if (last !== undefined && last > 0) expect([365, 366]).toContain(last + (next ?? 0))
      }),
    )
  })

  test('rolling windows end now, grow with their count, and tile with `ago`', () => {
    fc.assert(
      fc.property(zone, instant, unit, count, count, (zoneName, asOf, u, n, more) => {
        const near = windowEdges({ kind: 'rolling', count: n, unit: u }, asOf, zoneName)
        const far = windowEdges({ kind: 'rolling', count: n + more, unit: u }, asOf, zoneName)
        const ago = windowEdges({ kind: 'ago', far: n + more, near: n, unit: u }, asOf, zoneName)
        expect(near.upTo).toBe(asOf)
        expect(far.after).toBeLessThan(near.after)
        expect(ago).toEqual({ after: far.after, upTo: near.after })
      }),
    )
  })

  test('nothing reaches past the instant asked about', () => {
    fc.assert(
      fc.property(zone, instant, instant, (zoneName, asOf, t) => {
        for (const to of [point(iso(t).slice(0, 10)), point(iso(t))]) {
          expect(windowEdges({ kind: 'before', to }, asOf, zoneName).upTo).toBeLessThanOrEqual(asOf)
          const between: Window = { kind: 'between', from: to, to }
          expect(windowEdges(between, asOf, zoneName).upTo).toBeLessThanOrEqual(asOf)
        }
      }),
    )
  })
})

// The right column is what ClickHouse's age('year', first, second) answers.
test.each([
  ['2000-02-29', '2001-02-28', 0],
  ['2000-02-29', '2001-03-01', 1],
  ['2000-02-29', '2004-02-28', 3],
  ['2000-02-29', '2004-02-29', 4],
  ['1950-05-05', '2026-05-04', 75],
  ['1950-05-05', '2026-05-05', 76],
  ['2027-01-02', '2026-01-01', -1],
  ['2027-01-02', '2025-01-01', -2],
  ['2004-02-29', '2000-02-28', -4],
  ['2001-02-28', '2000-02-29', 0],
])('whole years from %s to %s are %i', (date, today, years) => {
  expect(wholeYears(date, today)).toBe(years)
})

test('days between dates', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  expect(daysBetween('2026-01-01', '2025-12-31')).toBe(-1)
  expect(daysBetween('1900-01-01', '2299-12-31')).toBe(146_096)
})

test('dates that exist and zones that exist', () => {
  const dates = ['2024-02-29', '2023-02-29', '1899-12-31', '2300-01-01', '2026-1-1', '1900-01-01']
  expect(dates.map(isDateText)).toEqual([true, false, false, false, false, true])
  const zones = ['Europe/Lisbon', 'UTC', 'europe/lisbon', '+01:00', 'Mars/Base', '', 'Asia/Kolkata']
  expect(zones.map(isTimeZone)).toEqual([true, true, false, false, false, false, true])
})
