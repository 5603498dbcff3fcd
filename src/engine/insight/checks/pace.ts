/** How much of a machine checks may take: a fifth of its time, and no time that others need. */
import { availableParallelism, loadavg } from 'node:os'

/** After work of a length, so many times that length of rest. */
const REST = 4
/** After so long of others being busy it is done all the same. */
const LONGEST_WAIT_MS = 600_000
/** A server that has just begun has other things to do. */
const FIRST_MS = 60_000
/** One stretch of work. */
export const STRETCH_MS = 5000

/** Says when to work; told what work took. */
export interface Pace {
  /** `now` is any clock that only goes forward. */
  readonly may: (now: number) => boolean
  readonly took: (now: number, ms: number) => void
}

/** A pace; `load` is how many processes want a processor, `processors` how many there are. */
export function createPace(
  load: () => number = () => loadavg()[0] ?? 0,
  processors: number = availableParallelism(),
): Pace {
  let restUntil: number | undefined
  let waitingSince: number | undefined
  return {
    may(now) {
      restUntil ??= now + FIRST_MS
      if (now < restUntil) return false
      waitingSince ??= now
      return load() <= processors || now - waitingSince >= LONGEST_WAIT_MS
    },
    took(now, ms) {
      restUntil = now + REST * ms
      waitingSince = undefined
    },
  }
}
