/** The programme's clock: the machine's, or a faster one for rehearsals. */
import type { Instant } from '../../core/base/index.ts'

/** Tells the time. */
export interface Clock {
  now(): Instant
  /** How many times as fast as the machine's it runs; 1 when absent. */
  readonly speed?: number
}

/** The machine's own. */
export const MACHINE_CLOCK: Clock = { now: () => Date.now() }

/** A clock that starts at an instant and runs so many times as fast as the machine's. */
export function rehearsalClock(start: Instant, speed: number): Clock {
  const begun = performance.now()
  return { now: () => Math.floor(start + (performance.now() - begun) * speed), speed }
}
