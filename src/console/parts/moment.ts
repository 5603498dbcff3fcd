/** Which moment the published counts speak of, and where the data ends. */
import { MS_PER_DAY, type DateText } from '../../core/base/index.ts'
import type { OverviewWire, SnapshotWire } from '../../core/contract/index.ts'

/** An evaluation takes time, so that one "as of now" may be a little older than its end. */
const LAG_MS = 3_600_000
/** Data that ends longer ago than this makes windows that end now look empty. */
const OLD_DAYS = 60

/** The moment of a snapshot that was asked for the past; undefined when it was asked for now. */
export function pastMoment(snapshot: SnapshotWire | null | undefined): string | undefined {
  if (snapshot === null || snapshot === undefined) return undefined
  const lag = Date.parse(snapshot.evaluatedAt) - Date.parse(snapshot.asOf)
  return lag > LAG_MS ? snapshot.asOf : undefined
}

/** The last event and its day on the programme's calendar. */
export interface DataEnd {
  readonly at: string
  readonly day: DateText
  /** So long before `now` that counts as of now say little. */
  readonly isOld: boolean
}

/** Where the data ends; undefined without events, or when they reach the day of `now`, as what is loaded daily does. */
export function dataEnd(
  { events, timeZone }: Pick<OverviewWire, 'events' | 'timeZone'>,
  now: number,
): DataEnd | undefined {
  const last = events
    .map((event) => event.last)
    .filter((at) => at !== null)
    .toSorted()
    .at(-1)
  if (last === undefined) return undefined
  const at = Date.parse(last)
  const day = dayOf(at, timeZone)
  if (day >= dayOf(now, timeZone)) return undefined
  return { at: last, day, isOld: now - at > OLD_DAYS * MS_PER_DAY }
}

/** As `localDate` of core, which brings calendars that the first page does without. */
function dayOf(at: number, timeZone: string): DateText {
  const options = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const parts = new Intl.DateTimeFormat('en', options).formatToParts(at)
  const part = (type: string): string => parts.find((p) => p.type === type)?.value ?? ''
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
}
