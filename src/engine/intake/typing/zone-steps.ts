/** The offsets of a time zone as steps over local time, so that SQL can turn wall clocks into instants. */
import { Temporal } from 'temporal-polyfill'

/** `offsets[n]` holds from `locals[n - 1]` on (local time as if it were UTC, ms); `offsets[0]` before all. */
export interface ZoneSteps {
  readonly locals: readonly number[]
  readonly offsets: readonly number[]
  /** Local stretches [from, to) that the clock skips or shows twice. */
  readonly odd: readonly (readonly [number, number])[]
}

/**
 * Steps between the years 1900 and 2100. A local time that the clock skips is read with the offset before
 * the change (it moves forward); one it shows twice is the earlier of the two.
 */
export function zoneSteps(timeZone: string): ZoneSteps {
  let at: Temporal.ZonedDateTime | null =
    Temporal.Instant.from('1900-01-01T00:00Z').toZonedDateTimeISO(timeZone)
  const end = Temporal.Instant.from('2100-01-01T00:00Z').epochMilliseconds
  const locals: number[] = []
  const offsets = [at.offsetNanoseconds / 1e6]
  const odd: [number, number][] = []
  for (;;) {
    const change: Temporal.ZonedDateTime | null = at.getTimeZoneTransition('next')
    if (change === null || change.epochMilliseconds > end) return { locals, offsets, odd }
    const before = offsets.at(-1) ?? 0
    const after = change.offsetNanoseconds / 1e6
    if (after !== before) {
      locals.push(change.epochMilliseconds + Math.max(before, after))
      offsets.push(after)
      odd.push([
        change.epochMilliseconds + Math.min(before, after),
        change.epochMilliseconds + Math.max(before, after),
      ])
    }
    at = change
  }
}
