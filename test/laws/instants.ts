/** Instants, windows and zones where calendars bite, and how facts are placed on the edges of windows. */
import type { Arbitrary } from 'fast-check'
import * as fc from 'fast-check'
import {
  localDate,
  startOfLocalDay,
  windowEdges,
  type Instant,
  type Window,
} from '../../src/core/base/index.ts'

/** Half-hour offsets, DST at midnight, a skipped day, quarter-hour standard time, no DST. */
export const ZONES = [
  'UTC',
  'Europe/Lisbon',
  'America/Sao_Paulo',
  'America/New_York',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
] as const

const at = (text: string): Instant => Date.parse(text)

/** Month ends, leap days, changes of clocks, turns of years. */
export const MOMENTS: readonly Instant[] = [
  at('2024-02-29T12:00:00.000Z'),
  at('2024-03-01T00:00:00.000Z'),
  at('2025-02-28T23:59:59.999Z'),
  at('2025-03-30T01:00:00.000Z'),
  at('2025-03-30T12:30:00.000Z'),
  at('2025-03-31T22:00:00.000Z'),
  at('2025-10-26T01:30:00.000Z'),
  at('2025-11-02T05:30:00.000Z'),
  at('2018-11-04T03:00:00.000Z'),
  at('2018-02-18T02:30:00.000Z'),
  at('2011-12-31T10:00:00.000Z'),
  at('2025-12-31T23:59:59.999Z'),
  at('2026-01-01T00:00:00.000Z'),
  at('2026-05-31T10:15:30.123Z'),
  at('2000-02-29T00:00:00.000Z'),
  at('1970-01-01T00:00:00.000Z'),
]

/** Every kind of window, in several sizes; shared by definitions and facts, so that facts fall on edges. */
export const WINDOWS: readonly Window[] = [
  { kind: 'rolling', count: 1, unit: 'minute' },
  { kind: 'rolling', count: 24, unit: 'hour' },
  { kind: 'rolling', count: 1, unit: 'day' },
  { kind: 'rolling', count: 30, unit: 'day' },
  { kind: 'rolling', count: 90, unit: 'day' },
  { kind: 'rolling', count: 365, unit: 'day' },
  { kind: 'rolling', count: 2, unit: 'week' },
  { kind: 'rolling', count: 1, unit: 'month' },
  { kind: 'rolling', count: 13, unit: 'month' },
  { kind: 'rolling', count: 1, unit: 'year' },
  { kind: 'rolling', count: 40, unit: 'year' },
  { kind: 'calendarDays', count: 1 },
  { kind: 'calendarDays', count: 7 },
  { kind: 'current', unit: 'day' },
  { kind: 'current', unit: 'week' },
  { kind: 'current', unit: 'month' },
  { kind: 'current', unit: 'quarter' },
  { kind: 'current', unit: 'year' },
  { kind: 'previous', count: 1, unit: 'day' },
  { kind: 'previous', count: 3, unit: 'week' },
  { kind: 'previous', count: 1, unit: 'month' },
  { kind: 'previous', count: 2, unit: 'quarter' },
  { kind: 'previous', count: 1, unit: 'year' },
  { kind: 'since', from: { kind: 'date', date: '2024-02-29' } },
  { kind: 'since', from: { kind: 'instant', at: MOMENTS[3] ?? 0 } },
  { kind: 'before', to: { kind: 'date', date: '2025-03-30' } },
  { kind: 'before', to: { kind: 'instant', at: MOMENTS[6] ?? 0 } },
  {
    kind: 'between',
    from: { kind: 'date', date: '2024-02-01' },
    to: { kind: 'date', date: '2025-02-28' },
  },
  {
    kind: 'between',
    from: { kind: 'instant', at: MOMENTS[1] ?? 0 },
    to: { kind: 'instant', at: MOMENTS[5] ?? 0 },
  },
  {
    kind: 'between',
    from: { kind: 'date', date: '2025-03-01' },
    to: { kind: 'date', date: '2025-02-01' },
  },
  { kind: 'ago', far: 24, near: 12, unit: 'month' },
  { kind: 'ago', far: 60, near: 30, unit: 'day' },
  { kind: 'period', unit: 'day', back: 1 },
  { kind: 'period', unit: 'week', back: 4 },
  { kind: 'period', unit: 'month', back: 2 },
  { kind: 'period', unit: 'quarter', back: 0 },
  { kind: 'current', unit: 'month', timeZone: 'Pacific/Apia' },
  { kind: 'rolling', count: 1, unit: 'month', timeZone: 'America/Sao_Paulo' },
  { kind: 'calendarDays', count: 30, timeZone: 'Asia/Kathmandu' },
]

/** Windows that only values may lie in. */
export const AHEAD: readonly Window[] = [
  { kind: 'following', unit: 'day' },
  { kind: 'following', unit: 'week' },
  { kind: 'following', unit: 'month' },
  { kind: 'following', unit: 'year', timeZone: 'Pacific/Apia' },
]

export const anyWindow: Arbitrary<Window> = fc.constantFrom(...WINDOWS)
export const anyZone: Arbitrary<string> = fc.constantFrom(...ZONES)

/** Mostly one of the biting moments to within a millisecond, else anywhere in forty years. */
export const anyAsOf: Arbitrary<Instant> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(...MOMENTS), fc.constantFrom(-1, 0, 1))
      .map(([m, d]) => m + d),
  },
  { weight: 1, arbitrary: fc.integer({ min: at('1995-01-01'), max: at('2035-01-01') }) },
)

const FIRST = at('1900-01-02')
const LAST = at('2299-12-30')

/** Where a fact lies: on the edge of a window as seen from an instant, at the start of a day, at that instant, or near it. */
export interface Placement {
  readonly from: number
  readonly window: Window
  readonly zone: string
  readonly kind: 'after' | 'upTo' | 'asOf' | 'day' | 'near' | 'future'
  readonly delta: number
}

export const anyPlacement: Arbitrary<Placement> = fc.record({
  from: fc.nat(9),
  window: anyWindow,
  zone: anyZone,
  kind: fc.constantFrom('after', 'upTo', 'asOf', 'day', 'near', 'near', 'near', 'future'),
  delta: fc.oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: -1_000_000, max: 1_000_000 })),
})

/** The instant that a placement means among these instants asked about. */
export function place(p: Placement, asOfs: readonly Instant[]): Instant {
  const asOf = asOfs[p.from % asOfs.length] ?? 0
  return Math.min(Math.max(raw(p, asOf), FIRST), LAST)
}

function raw(p: Placement, asOf: Instant): Instant {
  const edges = windowEdges(p.window, asOf, p.zone)
  switch (p.kind) {
    case 'after':
      return Number.isFinite(edges.after) ? edges.after + p.delta : asOf + p.delta
    case 'upTo':
      return edges.upTo + p.delta
    case 'day':
      return (
        startOfLocalDay(localDate(asOf + p.delta * 100_000, p.zone), p.zone) + Math.sign(p.delta)
      )
    case 'asOf':
      return asOf + p.delta
    case 'near':
      // Up to about three years back.
      return asOf - Math.abs(p.delta) * 100_000
    case 'future':
      return asOf + Math.abs(p.delta) * 1000 + 1
    default:
      throw new Error('unreachable')
  }
}
