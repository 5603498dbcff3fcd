/** The stretch of days a demo covers: dates as text, the seasons, the promotions. */
import { MS_PER_DAY, type Instant } from '../../../core/base/index.ts'

/** Day 0 is the first day of the horizon, counted in UTC; `end` is the last millisecond told. */
export interface Timeline {
  readonly days: number
  readonly startDay: number
  readonly end: Instant
  /** Demand of a day relative to an ordinary one: months times the day of the week. */
  readonly season: Float64Array
  readonly weekday: Uint8Array
  readonly promotion: Uint8Array
  /** `2026-11-21T08:05:09Z` of (day, second of the day). */
  readonly stamp: (day: number, second: number) => string
  /** `2026-11-21`; any day, also outside the horizon. */
  readonly date: (day: number) => string
}

/** January to December. Retail turnover peaks before Christmas and sags in the first and eighth months. */
const MONTHS = [0.8, 0.84, 0.94, 1, 1, 1, 0.92, 0.84, 0.98, 1.04, 1.28, 1.52]
/** Sunday to Saturday: chance that a shopping trip planned for the day takes place, not put off. */
export const WEEKDAYS: readonly number[] = [0.6, 0.5, 0.5, 0.55, 0.65, 0.85, 1]

export const TWO: readonly string[] = Array.from({ length: 100 }, (_, i) =>
  String(i).padStart(2, '0'),
)

/** Promotions: the first five days of each month and 20 to 30 November. */
function isPromotion(date: string): boolean {
  const day = Number(date.slice(8))
  return day <= 5 || (date.slice(5, 7) === '11' && day >= 20)
}

export function timeline(options: { readonly until: Instant; readonly years: number }): Timeline {
  const days = Math.round(options.years * 365)
  const startDay = Math.floor(options.until / MS_PER_DAY) - days
  const date = (day: number): string =>
    new Date((startDay + day) * MS_PER_DAY).toISOString().slice(0, 10)
  const dates = Array.from({ length: days + 1 }, (_, day) => date(day))
  const months = dates.map((text) => MONTHS[Number(text.slice(5, 7)) - 1] ?? 1)
  return {
    days,
    startDay,
    end: options.until,
    season: Float64Array.from(months),
    weekday: Uint8Array.from(dates, (_, day) => (startDay + day + 4) % 7),
    promotion: Uint8Array.from(dates, (text) => (isPromotion(text) ? 1 : 0)),
    date: (day) => dates[day] ?? date(day),
    stamp: (day, second) => {
      const hour = Math.floor(second / 3600)
      const minute = Math.floor((second - hour * 3600) / 60)
      const rest = second - hour * 3600 - minute * 60
      return `${dates[day] ?? date(day)}T${TWO[hour]}:${TWO[minute]}:${TWO[rest]}Z`
    },
  }
}

/** Whether a (day, second) lies within the told past. */
export function isTold(time: Timeline, day: number, second: number): boolean {
  return (time.startDay + day) * MS_PER_DAY + second * 1000 <= time.end
}
