/** When a customer's membership turned last, and when it will turn next if nothing new is learned. */
import { MS_PER_DAY, type Instant } from '../../base/index.ts'
import type { BoundDefinition } from '../bound.ts'
import type { CustomerHistory } from '../history.ts'
import { changePoints } from './change-points.ts'
import { clockworkOf } from './clockwork.ts'
import { memberAt, reachOf, type Surroundings } from './membership.ts'

/** Whose membership, seen from which instant. */
export interface Asked {
  readonly bound: BoundDefinition
  readonly history: CustomerHistory
  readonly asOf: Instant
  readonly around: Surroundings
}

/** No farther: what turns in more than three years is no news to anybody. */
const FARTHEST_DAYS = 3 * 366

/** Days looked at at once: few at first, for most turns are near; fewer where much happens. */
const FIRST_DAYS = 8
const MOST_AT_ONCE = 150

/** Facts visited before a search is given up, so that a customer with thousands of them is answered in about a second. */
const MOST_VISITS = 3_000_000

/**
 * The first instant after `asOf` at which membership differs from that at `asOf`, by what is known now; undefined
 * when there is none within three years, or when a customer has so many facts that it takes too long to tell.
 */
export function turnAfter(asked: Asked): Instant | undefined {
  const { asOf, around } = asked
  const was = memberAt(asked.bound, asked.history, { asOf, around })
  for (const at of pointsAfter(asked, FARTHEST_DAYS)) {
    if (memberAt(asked.bound, asked.history, { asOf: at, around }) !== was) return at
  }
  return undefined
}

/** The change points after `asOf`, nearest first, computed as they are asked for, until it takes too long. */
export function* pointsAfter(asked: Asked, farthestDays: number): Generator<Instant> {
  const end = asked.asOf + farthestDays * MS_PER_DAY
  const effort = effortOf(asked)
  let days = FIRST_DAYS
  for (let from = asked.asOf; from < end && effort.isLeft();) {
    const to = Math.min(end, from + days * MS_PER_DAY)
    const points = pointsIn(asked, from, to)
    effort.spend(points.length)
    yield* points
    days = nextDays(days, points.length)
    from = to
  }
}

/**
 * The instant since which membership has been what it is at `asOf`, knowing what is known now; `never` when it
 * never was different; undefined when a customer has so many facts that it takes too long to tell.
 */
export function turnBefore(asked: Asked): Instant | 'never' | undefined {
  const { asOf, around, history } = asked
  const is = memberAt(asked.bound, history, { asOf, around })
  // Before the first fact nobody is a member.
  const first = firstFact(history)
  if (first > asOf) return 'never'
  const effort = effortOf(asked)
  let later: Instant | undefined
  let days = FIRST_DAYS
  for (let to = asOf; effort.isLeft();) {
    const from = Math.max(first - 1, to - days * MS_PER_DAY)
    const points = pointsIn(asked, from, to)
    effort.spend(points.length)
    for (const at of points.toReversed()) {
      if (memberAt(asked.bound, history, { asOf: at, around }) !== is) return later
      later = at
    }
    if (from < first) return is ? later : 'never'
    days = nextDays(days, points.length)
    to = from
  }
  return undefined
}

function nextDays(days: number, points: number): number {
  return Math.min(400, Math.max(1, Math.round(days * (points > MOST_AT_ONCE ? 0.5 : 4))))
}

/** What looking at a point costs: all facts, several times where values grow with time. */
function effortOf({ bound, history, around }: Asked): {
  readonly spend: (points: number) => void
  readonly isLeft: () => boolean
} {
  const all = reachOf(bound, around.definitions)
  const { crossings } = clockworkOf(all, around.cutoffs)
  const facts = 20 + history.events.length + history.traits.length
  const sources = JSON.stringify(all.map((one) => one.condition)).split('"event":').length
  const each = facts * (sources + 6 * crossings.length)
  let visits = 0
  return {
    spend: (points) => {
      visits += points * each
    },
    isLeft: () => visits < MOST_VISITS,
  }
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
