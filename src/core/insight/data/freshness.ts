/** Whether a source of events has stopped, judged by its own rhythm. */

/** What is known of one kind of event. */
export interface SourceDays {
  /** Local days with at least one event, as days since 1970, ascending. */
  readonly days: readonly number[]
  /** Events of each of those days. */
  readonly counts: readonly number[]
  /** The local day of the look. */
  readonly today: number
}

/** What is to be said of a source. */
export interface Freshness {
  readonly state: 'fresh' | 'stopped' | 'fading' | 'too-few'
  /** Days since the last event; undefined where there is none. */
  readonly silent: number | undefined
  /** The longest silence that is usual. */
  readonly usual: number | undefined
  readonly lastWeek: number
  /** Events of a usual week: the median of the eight weeks before. */
  readonly usualWeek: number
}

/** Fewer days with events than this and there is no rhythm to judge by. */
const FEW_DAYS = 8
/** A silence is a stop when it is this many times the longest usual one. */
const TIMES = 2
/** And at least so long, as weekends and holidays come and go. */
const LEAST_SILENCE = 3
/** The longest usual silence is the one that only so many silences exceed. */
const USUAL = 0.98
const WEEK = 7
const WEEKS = 8
/** A week with less than this share of a usual one. */
const FADED = 0.3
/** Weeks of fewer events than this vary too much by chance. */
const FEW_A_WEEK = 20

/** Judges one source; a busy one that falls silent for three days has stopped, one that speaks monthly may wait two months. */
export function freshnessOf({ days, counts, today }: SourceDays): Freshness {
  const last = days.at(-1)
  const silent = last === undefined ? undefined : today - last
  const between = (from: number, to: number): number =>
    days.reduce((sum, day, i) => (day > from && day <= to ? sum + (counts[i] ?? 0) : sum), 0)
  const lastWeek = between(today - WEEK, today)
  const weeks = Array.from({ length: WEEKS }, (_, i) =>
    between(today - WEEK * (i + 2), today - WEEK * (i + 1)),
  ).toSorted((a, b) => a - b)
  const usualWeek = ((weeks[WEEKS / 2 - 1] ?? 0) + (weeks[WEEKS / 2] ?? 0)) / 2
  const base = { silent, lastWeek, usualWeek }
  if (silent === undefined || days.length < FEW_DAYS)
    return { ...base, state: 'too-few', usual: undefined }
  const gaps = days
    .slice(1)
    .map((day, i) => day - (days[i] ?? day))
    .toSorted((a, b) => a - b)
  const usual = gaps[Math.min(gaps.length - 1, Math.floor(USUAL * gaps.length))] ?? 1
  const isStopped = silent > Math.max(LEAST_SILENCE, TIMES * usual)
  const isFading = usualWeek >= FEW_A_WEEK && lastWeek < FADED * usualWeek
  return { ...base, state: isStopped ? 'stopped' : isFading ? 'fading' : 'fresh', usual }
}
