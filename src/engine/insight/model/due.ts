/** When a model is to be computed anew: once in each day, week or month of the programme's calendar. */
import { localDate, periodStart, type DateText, type Instant } from '../../../core/base/index.ts'
import type { Refresh } from '../../../core/catalog/index.ts'

const PERIOD = { daily: 'day', weekly: 'week', monthly: 'month' } as const

/** What is known of the last run that came to an end. */
export interface LastRun {
  readonly asOf: Instant
  /** Of the settings it was run with. */
  readonly digest: string
}

/** Whether a run is due at an instant; a changed file is, and so is a model that was never computed. */
export function isDue(
  of: { readonly refresh: Refresh; readonly digest: string; readonly last: LastRun | undefined },
  at: Instant,
  timeZone: string,
): boolean {
  const { refresh, digest, last } = of
  if (refresh === 'never') return false
  if (last === undefined || last.digest !== digest) return true
  return last.asOf < at && startOf(refresh, at, timeZone) > startOf(refresh, last.asOf, timeZone)
}

/**
 * The first day of the next period, on which a model that is computed anew by itself will be due again; undefined for one
 * that is not, and for one that was never computed, which is due at once.
 */
export function nextDue(
  of: { readonly refresh: Refresh; readonly last: LastRun | undefined },
  timeZone: string,
): DateText | undefined {
  const { refresh, last } = of
  if (refresh === 'never' || last === undefined) return undefined
  return periodStart(localDate(last.asOf, timeZone), PERIOD[refresh], -1)
}

function startOf(refresh: Exclude<Refresh, 'never'>, at: Instant, timeZone: string): string {
  return periodStart(localDate(at, timeZone), PERIOD[refresh], 0)
}
