/** The smallest change that flips a membership: candidates from the tree, each tried on the customer before it is told. */
import type { Instant } from '../../base/index.ts'
import type { BoundCondition } from '../bound.ts'
import type { CustomerHistory } from '../history.ts'
import { holds, scopeOf } from '../interpret.ts'
import { isKnown } from '../record.ts'
import { contextAt, memberAt } from '../time/membership.ts'
import { pointsAfter, turnAfter, type Asked } from '../time/turn.ts'
import { applyChange, costOf, endOf, later, type Act, type Change } from './change.ts'
import { waysTo } from './ways.ts'

/** Why nothing that this customer could do is known to flip the membership. */
export type Obstacle =
  /** It depends on how other customers do. */
  | 'others'
  /** A model says it. */
  | 'model'
  /** It was drawn by lot. */
  | 'draw'
  /** The definition takes everybody, or nobody. */
  | 'always'
  /** It rests on what has been, and that stays. */
  | 'past'

type Acts = readonly Act[]

/** Candidates for which it is found out whether waiting after the acts would do. */
const MOST_WAITS = 3

/**
 * The change with the lowest cost (see `costOf`) after which membership is the other way round: verified, never
 * guessed. Without one, what stands in the way. Cost: some dozens of evaluations of one customer.
 */
export function nearestChange(asked: Asked): Change | Obstacle {
  const { bound, history, asOf, around } = asked
  const { definitions } = around
  const was = memberAt(bound, history, asked)
  const scope = scopeOf(bound, history, contextAt(around, history, asOf))
  const ways = isKnown(history, asOf)
    ? waysTo(bound.condition, !was, {
        scope,
        ...(definitions === undefined ? {} : { definitions }),
      }).filter((acts) => acts.length > 0)
    : []
  const now = ways.flatMap((acts) => {
    const smaller = shrunk(acts, (fewer) => flipsNow(asked, fewer))
    return smaller === undefined ? [] : [{ acts: smaller, at: endOf(smaller, asOf) }]
  })
  const best = cheapest(now)
  if (best !== undefined) return withDeadline(asked, best)
  const awaited = ways.slice(0, MOST_WAITS).flatMap((acts) => {
    const at = flipsLater(asked, acts)
    return at === undefined ? [] : [{ acts, at }]
  })
  return cheapest(awaited) ?? obstacleIn(bound.condition, was, asked)
}

function cheapest(changes: readonly Change[]): Change | undefined {
  return changes.toSorted((a, b) => costOf(a.acts) - costOf(b.acts) || a.at - b.at)[0]
}

function memberWith(asked: Asked, acts: Acts, at: Instant): boolean {
  return memberAt(asked.bound, applyChange(asked.history, { acts }), { ...asked, asOf: at })
}

/** Whether the acts, and not the time that they take, turn the membership round. */
function flipsNow(asked: Asked, acts: Acts): boolean {
  const at = endOf(acts, asked.asOf)
  const was = memberAt(asked.bound, asked.history, asked)
  return (
    memberWith(asked, acts, at) !== was &&
    memberAt(asked.bound, asked.history, { ...asked, asOf: at }) === was
  )
}

/** The instant at which the acts have turned it round by waiting; nothing if it would have turned anyway by then. */
function flipsLater(asked: Asked, acts: Acts): Instant | undefined {
  const { bound, history } = asked
  const was = memberAt(bound, history, asked)
  const changed: CustomerHistory = applyChange(history, { acts })
  const end = endOf(acts, asked.asOf)
  if (memberWith(asked, acts, end) !== was) return undefined
  const at = turnAfter({ ...asked, history: changed, asOf: end })
  if (at === undefined || memberAt(bound, history, { ...asked, asOf: at }) !== was) return undefined
  return at
}

/** The acts without those that are not needed, one event doing the work of two where it can; nothing when they do not do. */
function shrunk(acts: Acts, does: (acts: Acts) => boolean): Acts | undefined {
  const merged = merge(acts)
  let kept = does(merged) ? merged : does(acts) ? acts : undefined
  if (kept === undefined) return undefined
  for (const act of kept) {
    const fewer: Acts = kept.filter((one) => one !== act)
    if (fewer.length > 0 && does(fewer)) kept = fewer
  }
  for (const [i, act] of kept.entries()) {
    if (act.kind !== 'events') continue
    kept = withCount(kept, i, leastCount(kept, i, { most: act.count, does }))
  }
  return kept
}

/** The smallest count that does, where more never undoes what fewer did. */
function leastCount(
  acts: Acts,
  i: number,
  { most, does }: { readonly most: number; readonly does: (acts: Acts) => boolean },
): number {
  let [low, high] = [0, most]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (does(withCount(acts, i, middle))) high = middle
    else low = middle
  }
  return high
}

function withCount(acts: Acts, i: number, count: number): Acts {
  return acts.map((act, n) => (n === i && act.kind === 'events' ? { ...act, count } : act))
}

/** Events of one kind and instant as one, where none asks for another value of a property. */
function merge(acts: Acts): Acts {
  return acts.reduce<Acts>((made, act) => {
    const i = made.findIndex((one) => isAlike(one, act))
    const one = made[i]
    if (one?.kind !== 'events' || act.kind !== 'events') return [...made, act]
    const both: Act = {
      ...one,
      count: Math.max(one.count, act.count),
      properties: { ...one.properties, ...act.properties },
      elements: { ...one.elements, ...act.elements },
    }
    return made.map((other, n) => (n === i ? both : other))
  }, [])
}

function isAlike(a: Act, b: Act): boolean {
  if (a.kind !== 'events' || b.kind !== 'events' || a.event !== b.event || a.at !== b.at)
    return false
  return agree(a.properties, b.properties) && agree(a.elements, b.elements)
}

/** Looked at for a deadline; after so many changes without one, there is time enough. */
const MOST_POINTS = 150
const DEADLINE_DAYS = 366

/** Until when the acts would do, if what is known now stays as it is. */
function withDeadline(asked: Asked, change: Change): Change {
  const { bound, history, asOf } = asked
  const was = memberAt(bound, history, asked)
  let looked = 0
  const does = (at: Instant): boolean =>
    memberWith(asked, later(change.acts, at - asOf), at + change.at - asOf) !== was
  for (const at of pointsAfter(asked, DEADLINE_DAYS)) {
    looked += 1
    if (looked > MOST_POINTS) return change
    // From here on it happens by itself.
    if (memberAt(bound, history, { ...asked, asOf: at }) !== was) return change
    if (!does(at)) return at > asOf + 1 && does(at - 1) ? { ...change, before: at } : change
  }
  return change
}

/** The first thing that nobody can do anything about, among what the outcome rests on. */
function obstacleIn(condition: BoundCondition, was: boolean, asked: Asked): Obstacle {
  const { bound, history, asOf, around } = asked
  if (condition.kind === 'constant') return 'always'
  const scope = scopeOf(bound, history, contextAt(around, history, asOf))
  const found = new Set<Obstacle>()
  const visit = (node: BoundCondition, truth: boolean): void => {
    if (holds(node, scope) !== truth) return
    if (node.kind === 'and' || node.kind === 'or' || node.kind === 'atLeast')
      for (const part of node.of) visit(part, truth)
    else if (node.kind === 'not') visit(node.of, !truth)
    else if (node.kind === 'rank') found.add('others')
    else if (node.kind === 'inSegment') {
      const other = around.definitions?.get(node.segment)
      if (other === undefined) found.add('others')
      else visit(other.condition, truth)
    } else {
      const text = JSON.stringify(node)
      if (text.includes('"kind":"score"')) found.add('model')
      if (text.includes('"kind":"bucket"')) found.add('draw')
    }
  }
  if (isKnown(history, asOf)) visit(condition, was)
  return (['others', 'model', 'draw'] as const).find((one) => found.has(one)) ?? 'past'
}

type Named = Readonly<Record<string, unknown>>

/** No property that both name is wanted differently. */
function agree(a: Named, b: Named): boolean {
  return Object.entries(b).every(
    ([key, value]) => !Object.hasOwn(a, key) || JSON.stringify(a[key]) === JSON.stringify(value),
  )
}
