/** Windows that can hold nothing are pointed out, and zones that do not exist. */
import { isTimeZone, nearest, timeZones, type TimePoint, type Window } from '../../base/index.ts'
import { quote } from '../syntax/print.ts'
import { report, type Binder } from './binder.ts'

/** A zone that is none, with the nearest one. */
export function checkZone(b: Binder, zone: string, at: readonly [object, string]): void {
  if (isTimeZone(zone)) return
  const near = nearest(zone, timeZones())
  const fix = near === undefined ? undefined : quote(near)
  report(b, 'segment/unknown-zone', at, { name: zone, nearest: near ?? '' }, { fix })
}

/** Refuses an unknown zone; warns when the window is empty at every instant. */
export function checkWindow(b: Binder, window: Window): void {
  if (window.timeZone !== undefined) checkZone(b, window.timeZone, [window, 'timeZone'])
  if (window.kind === 'ago' && window.far <= window.near) {
    const fix =
      window.far < window.near
        ? `between ${window.near} and ${window.far} ${window.unit}s ago`
        : undefined
    report(b, 'segment/empty-window', window, {}, { severity: 'warning', fix })
  }
  if (window.kind === 'between' && isAfter(window.from, window.to)) {
    report(b, 'segment/empty-window', window, {}, { severity: 'warning' })
  }
}

/** Points of different kinds are left alone: which comes first depends on the zone. */
function isAfter(from: TimePoint, to: TimePoint): boolean {
  if (from.kind === 'date' && to.kind === 'date') return from.date > to.date
  return from.kind === 'instant' && to.kind === 'instant' && from.at > to.at
}
