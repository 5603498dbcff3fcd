/** Windows that can hold nothing are pointed out. */
import type { TimePoint, Window } from '../../base/index.ts'
import { report, type Binder } from './binder.ts'

/** Warns when the window is empty at every instant. */
export function checkWindow(b: Binder, window: Window): void {
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
