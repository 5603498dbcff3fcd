import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { windowEdges, localDate, daysBetween, type Window } from './index.ts'
import { dayTable, edgeIn, edgeTable } from './edge-table.ts'

const DAY = 86_400_000
const ZONES = [
  'UTC',
  'Europe/Lisbon',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/St_Johns',
  'Africa/Cairo',
]
const WINDOWS: readonly Window[] = [
  { kind: 'rolling', count: 1, unit: 'month' },
  { kind: 'rolling', count: 13, unit: 'month' },
  { kind: 'rolling', count: 1, unit: 'year' },
  { kind: 'ago', far: 24, near: 12, unit: 'month' },
  { kind: 'calendarDays', count: 7 },
  { kind: 'current', unit: 'week' },
  { kind: 'current', unit: 'quarter' },
  { kind: 'previous', count: 2, unit: 'day' },
  { kind: 'previous', count: 1, unit: 'year' },
]
const any = fc.record({
  window: fc.constantFrom(...WINDOWS),
  side: fc.constantFrom('after' as const, 'upTo' as const),
  timeZone: fc.constantFrom(...ZONES),
  from: fc.oneof(
    fc.integer({ min: Date.UTC(1995, 0, 1), max: Date.UTC(2035, 0, 1) }),
    fc
      .constantFrom(
        '2018-02-17',
        '2018-11-03',
        '2011-12-29',
        '2010-11-05',
        '2025-03-27',
        '2025-10-25',
        '2024-02-28',
      )
      .map((d) => Date.parse(d)),
  ),
  days: fc.integer({ min: 0, max: 40 }),
  probes: fc.array(fc.tuple(fc.nat(1_000_000), fc.constantFrom(-1, 0, 1)), {
    minLength: 20,
    maxLength: 60,
  }),
})

test('a table of an edge says what the calendar says, everywhere in its range', () => {
  fc.assert(
    fc.property(any, ({ window, side, timeZone, from, days, probes }) => {
      fc.pre(side === 'after' || window.kind === 'ago' || window.kind === 'previous')
      const to = from + days * DAY
      const table = edgeTable({ window, side, timeZone }, { from, to })
      const day = dayTable(timeZone, { from, to })
      const places = [
        ...probes.map(([p]) => Math.round(from + ((to - from) * p) / 1_000_000)),
        ...table.starts.flatMap((s) => [s - 1, s, s + 1]),
        ...probes.map(
          ([p, d]) =>
            Math.round((from + ((to - from) * p) / 1_000_000) / 1_800_000) * 1_800_000 + d,
        ),
      ].filter((at) => at >= from && at <= to)
      for (const at of places) {
        expect([at, edgeIn(table, at)]).toEqual([at, windowEdges(window, at, timeZone)[side]])
        expect(edgeIn(day, at)).toBe(daysBetween('1970-01-01', localDate(at, timeZone)))
      }
    }),
    { numRuns: 1500 },
  )
})
