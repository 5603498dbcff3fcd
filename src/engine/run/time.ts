/** Instants as people and the wire write them. */
import {
  Failure,
  isDateText,
  offsetAt,
  plusDays,
  startOfLocalDay,
  type Instant,
} from '../../core/base/index.ts'

/** ISO text in UTC with milliseconds. */
export function instantText(at: Instant): string {
  return new Date(at).toISOString()
}

/**
 * The instant that somebody asks about. A day means its end in the programme's zone, so that "as of 31 January"
 * sees all of that day; an instant needs its offset. Throws `run/bad-instant`.
 */
export function parseAsOf(text: string, timeZone: string): Instant {
  if (isDateText(text)) return startOfLocalDay(plusDays(text, 1), timeZone) - 1
  const isInstant = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:?\d\d)$/i.test(
    text,
  )
  const at = isInstant ? Date.parse(text.replace(' ', 'T')) : Number.NaN
  if (!Number.isNaN(at)) return at
  throw new Failure('not an instant', {
    code: 'run/bad-instant',
    params: { text: text.slice(0, 60) },
  })
}

/**
 * The instant that a file means: a day's local start, a local day and hour, or an instant with its offset;
 * undefined when it is none of these. An hour that the clock skipped or had twice is read with the offset before it.
 */
export function parseLocal(text: string, timeZone: string): Instant | undefined {
  if (isDateText(text)) return startOfLocalDay(text, timeZone)
  const [, day, hour, offset] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(Z|[+-]\d\d:?\d\d)?$/i.exec(text) ??
    []
  if (day === undefined || hour === undefined || !isDateText(day)) return undefined
  if (offset !== undefined) return orNothing(Date.parse(`${day}T${hour}${offset}`))
  const wall = Date.parse(`${day}T${hour}Z`)
  if (Number.isNaN(wall)) return undefined
  const guess = wall - offsetAt(wall - 86_400_000, timeZone)
  const found = wall - offsetAt(guess, timeZone)
  return found + offsetAt(found, timeZone) === wall ? found : guess
}

function orNothing(at: number): Instant | undefined {
  return Number.isNaN(at) ? undefined : at
}
