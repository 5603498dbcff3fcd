/** Time zones: which names we take, and the offset from UTC at an instant, remembered per zone. */
import { Temporal } from 'temporal-polyfill'
import type { Instant } from './instant.ts'

/** A stretch [from, to) over which a zone keeps one offset. */
interface Stretch {
  readonly from: Instant
  readonly to: Instant
  readonly offset: number
}

const stretches = new Map<string, Stretch[]>()

/** Milliseconds to add to an instant to read its wall clock in the zone. First use of a stretch asks the zone data; later ones search. */
export function offsetAt(at: Instant, timeZone: string): number {
  if (timeZone === 'UTC') return 0
  let known = stretches.get(timeZone)
  if (known === undefined) {
    known = []
    stretches.set(timeZone, known)
  }
  let low = 0
  let high = known.length
  while (low < high) {
    const middle = (low + high) >> 1
    const stretch = known[middle]
    if (stretch === undefined || at < stretch.from) high = middle
    else if (at >= stretch.to) low = middle + 1
    else return stretch.offset
  }
  const found = stretchAt(at, timeZone)
  known.splice(low, 0, found)
  return found.offset
}

function stretchAt(at: Instant, timeZone: string): Stretch {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
  // `previous` looks strictly before, so that a transition exactly at `at` has to be asked from a moment later.
  const from = zoned.add({ milliseconds: 1 }).getTimeZoneTransition('previous')
  const to = zoned.getTimeZoneTransition('next')
  return {
    from: from === null ? Number.NEGATIVE_INFINITY : from.epochMilliseconds,
    to: to === null ? Number.POSITIVE_INFINITY : to.epochMilliseconds,
    offset: zoned.offsetNanoseconds / 1e6,
  }
}

/** From the first day that the engine can hold to where nobody can know the rules of clocks any more. */
const TABLE_FROM = Date.UTC(1900, 0, 1)
const TABLE_TO = Date.UTC(2100, 0, 1)

/** The offsets of a zone as a step function: `offsets[i]` holds before `edges[i]`, the last one from the last edge on. */
export interface OffsetTable {
  readonly edges: readonly Instant[]
  readonly offsets: readonly number[]
}

/** All changes of a zone's offset from 1900 to 2099, for engines whose own zone data differ from ours. */
export function offsetTable(timeZone: string): OffsetTable {
  const edges: Instant[] = []
  const offsets = [offsetAt(TABLE_FROM, timeZone)]
  let zoned = Temporal.Instant.fromEpochMilliseconds(TABLE_FROM).toZonedDateTimeISO(timeZone)
  for (;;) {
    const next = zoned.getTimeZoneTransition('next')
    if (next === null || next.epochMilliseconds >= TABLE_TO) return { edges, offsets }
    edges.push(next.epochMilliseconds)
    offsets.push(next.offsetNanoseconds / 1e6)
    zoned = next
  }
}

/** Whether a name is an IANA zone (`Europe/Lisbon`, `UTC`); bare offsets are not, as they know no DST. */
export function isTimeZone(name: string): boolean {
  if (name === 'UTC') return true
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name)) return false
  // Engines take names as they are spelled; Intl does not mind the case.
  if (ZONES.get(name.toLowerCase()) === name) return true
  if (ZONES.has(name.toLowerCase())) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** The IANA zones known by name, for choices and nearest-name suggestions. */
export function timeZones(): readonly string[] {
  return [...ZONES.values()]
}

const ZONES: ReadonlyMap<string, string> = new Map(
  ['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => [zone.toLowerCase(), zone]),
)
