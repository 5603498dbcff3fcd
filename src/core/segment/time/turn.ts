/** When a customer's membership turned last, and when it will turn next if nothing new is learned. */
import { MS_PER_DAY, type Instant } from '../../base/index.ts'
import type { BoundDefinition } from '../bound.ts'
import type { CustomerHistory } from '../history.ts'
import { changePoints } from './change-points.ts'
import { memberAt, reachOf, type Surroundings } from './membership.ts'

/** Whose membership, seen from which instant. */
export interface Asked {
  readonly bound: BoundDefinition
  readonly history: CustomerHistory
  readonly asOf: Instant
  readonly around: Surroundings
}

/** Days looked at at once, near ones first: most turns are near, and a stretch costs what it holds. */
const STRETCHES = [8, 32, 128, 400] as const
/** No farther: what turns in more than three years is no news to anybody. */
const FARTHEST_DAYS = 3 * 366

/**
 * The first instant after `asOf` at which membership differs from that at `asOf`, by what is known now; undefined
 * when there is none within three years.
 */
export function turnAfter(asked: Asked): Instant | undefined {
  const { asOf, around } = asked
  const was = memberAt(asked.bound, asked.history, { asOf, around })
  let from = asOf
  for (const days of [...STRETCHES, FARTHEST_DAYS]) {
    const to = asOf + days * MS_PER_DAY
    for (const at of pointsIn(asked, from, to)) {
      if (memberAt(asked.bound, asked.history, { asOf: at, around }) !== was) return at
    }
    from = to
  }
  return undefined
}

/**
 * The instant since which membership has been what it is at `asOf`, knowing what is known now; undefined when it
 * never was different.
 */
export function turnBefore(asked: Asked): Instant | undefined {
  const { asOf, around, history } = asked
  const is = memberAt(asked.bound, history, { asOf, around })
  // Before the first fact nobody is a member.
  const first = firstFact(history)
  if (first > asOf) return undefined
  let later: Instant | undefined
  let to = asOf
  for (let days = 8; to >= first; days *= 4) {
    const from = Math.max(first - 1, asOf - days * MS_PER_DAY)
    for (const at of pointsIn(asked, from, to).toReversed()) {
      if (memberAt(asked.bound, history, { asOf: at, around }) !== is) return later
      later = at
    }
    if (from < first) return is ? later : undefined
    to = from
  }
  return undefined
}

function firstFact(history: CustomerHistory): Instant {
  return [...history.traits, ...history.events].reduce(
    (first, { at }) => Math.min(first, at),
    Number.POSITIVE_INFINITY,
  )
}

function pointsIn(
  { bound, history, around }: Asked,
  from: Instant,
  to: Instant,
): readonly Instant[] {
  const { definitions, cutoffs } = around
  return changePoints(reachOf(bound, definitions), history, {
    from,
    to,
    ...(cutoffs === undefined ? {} : { cutoffs }),
  })
}
