/** Instants at which a membership is likely to change by time alone. */
import { localDate, plusDays, startOfLocalDay, type Instant } from '../../src/core/base/index.ts'
import type { BoundDefinition, CustomerHistory } from '../../src/core/segment/index.ts'
import { ZONES } from './instants.ts'

const DAY = 86_400_000

/**
 * Up to `most` instants in (after, before): where facts lie, where they pass windows of the definitions and the limits
 * that these compare with, and local midnights; a millisecond to each side too.
 */
export function changePoints(
  history: CustomerHistory,
  definitions: readonly BoundDefinition[],
  range: {
    readonly after: Instant
    readonly before: Instant
    readonly most: number
    readonly seed: number
  },
): readonly Instant[] {
  const moments = new Set<Instant>()
  const zones = [...new Set(definitions.map((d) => d.timeZone))]
  for (const fact of [
    ...history.events,
    ...history.traits,
    ...(history.lists ?? []),
    ...(history.scores ?? []),
  ])
    moments.add(fact.at)
  for (const text of JSON.stringify(history).matchAll(/"(\d{4}-\d\d-\d\d)"/g))
    for (const zone of zones) moments.add(startOfLocalDay(text[1] ?? '', zone))
  for (const text of JSON.stringify(history).matchAll(/:(-?\d{9,14})[,}]/g))
    moments.add(Number(text[1]))
  const lags = lagsOf(definitions)
  const points = new Set<Instant>()
  const add = (at: Instant): void => {
    for (const d of [-1, 0, 1])
      if (at + d > range.after && at + d < range.before) points.add(at + d)
  }
  for (const at of moments) {
    add(at)
    for (const lag of lags) add(at + lag)
    for (const zone of zones) {
      const day = localDate(at, zone)
      const time = at - startOfLocalDay(day, zone)
      for (const months of [1, 13, 12, 24, 480]) {
        const later = plusMonths(day, months)
        for (const d of [0, 1, 2, 3]) add(startOfLocalDay(plusDays(later, d), zone) + time)
      }
    }
  }
  for (const zone of [...zones, ZONES[0]]) {
    let day = localDate(range.after, zone)
    for (let i = 0; i < 62; i++) {
      day = plusDays(day, 1)
      add(startOfLocalDay(day, zone))
    }
  }
  const all = [...points].sort((a, b) => a - b)
  if (all.length <= range.most) return all
  // A part of them, other ones for every seed, and always the first.
  const step = all.length / range.most
  const shift = (range.seed % 1000) / 1000
  return [
    all[0] ?? 0,
    ...Array.from({ length: range.most }, (_, i) => all[Math.floor((i + shift) * step)] ?? 0),
  ]
}

function lagsOf(definitions: readonly BoundDefinition[]): readonly number[] {
  const text = JSON.stringify(definitions)
  const lags = new Set([0, 60_000, DAY, 14 * DAY, 30 * DAY, 60 * DAY, 90 * DAY, 365 * DAY])
  for (const found of text.matchAll(/"value":(-?[\d.]+(?:e[+-]?\d+)?)[,}]/g)) {
    const n = Number(found[1])
    for (const lag of [n, n * DAY])
      if (Number.isFinite(lag) && Math.abs(lag) < 1e13) {
        lags.add(Math.floor(lag))
        lags.add(Math.ceil(lag))
      }
  }
  return [...lags]
}

function plusMonths(day: string, months: number): string {
  const [y, m, d] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))]
  const total = y * 12 + (m - 1) + months
  const [year, month] = [Math.floor(total / 12), total % 12]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const text = new Date(Date.UTC(year, month, Math.min(d, last))).toISOString().slice(0, 10)
  return text > '2299-12-20' ? '2299-12-20' : text
}
