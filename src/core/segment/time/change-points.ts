/** The instants at which a customer's membership can change although nothing new is learned. */
import {
  dayTable,
  edgeTable,
  localDate,
  startOfLocalDay,
  type Instant,
  type Window,
} from '../../base/index.ts'
import type { BoundDefinition } from '../bound.ts'
import type { CustomerHistory, StoredValue } from '../history.ts'
import { clockworkOf, type Clockwork } from './clockwork.ts'
import { crossingPoints } from './crossing.ts'
import type { CutoffsOf } from './membership.ts'

/** A stretch of time, (from, to], and what thresholds ranks have in it. */
export interface Stretch {
  readonly from: Instant
  readonly to: Instant
  readonly cutoffs?: CutoffsOf
}

/**
 * All instants in (from, to] at which the truth of any of these definitions (the referred ones given too) can
 * change for this customer, in order; a superset, so that between two of them nothing changes. Values that do not
 * grow evenly with time (a product or a quotient of two that grow) are looked at in steps, so that a truth which
 * comes and goes within one step may be missed. Cost: facts times windows, and the local days of the stretch.
 */
export function changePoints(
  definitions: readonly BoundDefinition[],
  history: CustomerHistory,
  stretch: Stretch,
): readonly Instant[] {
  const work = clockworkOf(definitions, stretch.cutoffs)
  const lag = Math.max(0, ...work.lags)
  const wide = { from: stretch.from - lag, to: stretch.to }
  const points = new Set<Instant>()
  const within = (at: number): boolean => at > wide.from && at <= wide.to
  const add = (at: number): void => {
    if (within(at)) points.add(at)
  }
  const moments = momentsOf(history, work)
  for (const at of moments) {
    add(at)
    for (const delay of work.delays) add(at + delay)
  }
  for (const at of windowPoints(work, moments, wide)) add(at)
  const sorted = [...points].sort((a, b) => a - b)
  const inner = crossingPoints(work.crossings, history, { ...wide, points: sorted })
  inner.forEach(add)
  const turns = [...points]
  for (const wait of work.lags) for (const at of turns) add(at + wait)
  return [...points].filter((at) => at > stretch.from).sort((a, b) => a - b)
}

/** Numbers beyond the days that the engine holds are no instants. */
const FIRST_DAY = Date.UTC(1900, 0, 2)
const LAST_DAY = Date.UTC(2299, 11, 31)

/** Everything in a history that could be a moment: when facts are, and dates and instants that they hold. */
function momentsOf(history: CustomerHistory, work: Clockwork): readonly Instant[] {
  const moments = new Set<Instant>()
  const hold = (value: StoredValue | undefined): void => {
    if (typeof value === 'number' && Number.isSafeInteger(value)) moments.add(value)
    if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return
    for (const zone of work.zones) moments.add(startOfLocalDay(value, zone))
  }
  const all = (record: Readonly<Record<string, StoredValue>>): void =>
    Object.values(record).forEach(hold)
  for (const { at, traits } of history.traits) {
    moments.add(at)
    all(traits)
  }
  for (const { at, properties, elements } of history.events) {
    moments.add(at)
    all(properties)
    for (const rows of Object.values(elements)) rows.forEach(all)
  }
  for (const { at } of [...(history.lists ?? []), ...(history.scores ?? [])]) moments.add(at)
  for (const value of work.named) {
    hold(value)
    if (Number.isFinite(Number(value))) moments.add(Number(value))
  }
  const held = [...moments].filter((at) => at >= FIRST_DAY && at < LAST_DAY)
  const days = [...work.dayZones].flatMap((zone) =>
    held.map((at) => startOfLocalDay(localDate(at, zone), zone)),
  )
  return [...new Set([...moments, ...days])]
}

/** When moments enter and leave windows, and when periods of calendars begin. */
function windowPoints(
  work: Clockwork,
  moments: readonly Instant[],
  range: { readonly from: Instant; readonly to: Instant },
): readonly Instant[] {
  const points: Instant[] = []
  const seen = new Set<string>()
  const once = (key: unknown): boolean => {
    const text = JSON.stringify(key)
    return !seen.has(text) && seen.add(text).size > 0
  }
  for (const { timeZone, unit } of work.calendars) {
    if (!once([timeZone, unit])) continue
    const window: Window = { kind: 'current', unit }
    const table =
      unit === 'day'
        ? dayTable(timeZone, range)
        : edgeTable({ window, side: 'after', timeZone }, range)
    points.push(...table.starts)
  }
  for (const { window, timeZone } of work.windows) {
    if (!once([window, timeZone])) continue
    for (const lag of lagsOf(window, timeZone, range)) {
      points.push(...lag.starts)
      for (const at of moments) points.push(at + lag.by)
    }
  }
  return points
}

interface Lag {
  readonly by: number
  readonly starts: readonly Instant[]
}

const MS: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
}

/** How far the edges of a rolling window lie behind; months and years by their calendar, different ones over the range. */
function lagsOf(
  window: Window,
  timeZone: string,
  range: { readonly from: Instant; readonly to: Instant },
): readonly Lag[] {
  if (window.kind !== 'rolling' && window.kind !== 'ago') return []
  const counts = window.kind === 'rolling' ? [window.count] : [window.far, window.near]
  const ms = MS[window.unit]
  if (ms !== undefined) return counts.map((count) => ({ by: count * ms, starts: [] }))
  const sides = window.kind === 'rolling' ? (['after'] as const) : (['after', 'upTo'] as const)
  return sides.flatMap((side) => {
    const { starts, values } = edgeTable({ window, side, timeZone }, range)
    return [...new Set(values)]
      .filter(Number.isFinite)
      .map((by, i) => ({ by, starts: i === 0 ? starts : [] }))
  })
}
