/** When the passing of time alone may change the truth of a test, everything that is stored staying as it is. */
import { never } from '../../base/index.ts'
import type { CompareOp } from '../../segment/index.ts'
import { join, raw, sql, value, type Sql } from '../../sql/index.ts'
import { constructFlips, isTimedConstruct } from './construct-flip.ts'
import { crossing, NEVER, type Flip } from '../time/cross.ts'
import { curveFlips } from './curve.ts'
import { emitValue, type Scope } from '../emit.ts'
import type { Test, Value } from '../logic/logic.ts'
import { FLIPPED } from '../logic/normal.ts'
import { once } from '../once.ts'
import { nextTurn, turnKey } from '../time/turn.ts'
import { partsOfTest } from '../logic/walk.ts'
import { dayStart } from '../time/zone.ts'

/** How a value changes with time: along a line, at local midnights, or in some other way. */
interface Timing {
  readonly linear: boolean
  /** Along curves, or lines of which now one counts, now another. */
  readonly curved: boolean
  readonly zones: ReadonlySet<string>
  readonly other: boolean
}

const STILL: Timing = { linear: false, curved: false, zones: new Set(), other: false }

/** Whether time alone can turn any part of the test. */
export function isTimed(test: Test): boolean {
  return leavesOf([test]).some((leaf) =>
    leaf.kind === 'anyElement'
      ? isTimed(leaf.where)
      : isTimedConstruct(leaf) || valuesOf(leaf).some(isMoving),
  )
}

/** The distinct innermost tests that time alone can turn. */
export function timedLeaves(tests: readonly Test[]): readonly Test[] {
  return leavesOf(tests).filter(isTimed)
}

/** The distinct innermost tests. */
export function leavesOf(tests: readonly Test[]): readonly Test[] {
  const seen = new Set<Test>()
  const leaves: Test[] = []
  const visit = (test: Test): void => {
    if (seen.has(test)) return
    seen.add(test)
    const parts = partsOfTest(test)
    if (parts.length > 0) parts.forEach(visit)
    else leaves.push(test)
  }
  tests.forEach(visit)
  return leaves
}

/**
 * The next instant (ms, after now) at which one of the tests may turn, NEVER when none will: possibly early, never late, but
 * for parts of dates that move with time, which are looked at every hour.
 */
export function nextFlip(leaves: readonly Test[], scope: Scope): Sql {
  const found = leaves.flatMap((leaf) => flipsOf(leaf, scope))
  const instants = found.flatMap((flip) => (flip.kind === 'day' ? [] : [flip]))
  const days = new Map<string, Sql[]>()
  for (const flip of found)
    if (flip.kind === 'day') days.set(flip.timeZone, [...(days.get(flip.timeZone) ?? []), flip.day])
  return soonest([
    ...instants.map((flip) => sql`ifNull(${flip}, ${NEVER})`),
    ...[...days].map(([timeZone, of]) => firstDay(of, timeZone, scope)),
  ])
}

const LAST_DAY = raw("toDate32('2299-12-31')")

/** When the first of these days that lie after today begins: what a zone costs is worked out once for all of them. */
function firstDay(days: readonly Sql[], timeZone: string, { clock }: Scope): Sql {
  const today = clock.today(timeZone)
  const ahead = days.map((day) =>
    once('flip_day', day, (d) => sql`ifNull(if(${d} > ${today}, ${d}, ${LAST_DAY}), ${LAST_DAY})`),
  )
  return once(
    'first_day',
    soonest(ahead),
    (day) => sql`if(${day} >= ${LAST_DAY}, ${NEVER}, ${dayStart(day, timeZone)})`,
  )
}

/** The least of some instants, or days. */
export function soonest(flips: readonly Sql[]): Sql {
  const [only] = flips
  if (only === undefined) return NEVER
  return flips.length === 1 ? only : sql`least(${join(flips, ', ')})`
}

function flipsOf(leaf: Test, scope: Scope): readonly Flip[] {
  switch (leaf.kind) {
    case 'compare':
      return compareFlips(leaf.op, leaf.left, leaf.right, scope)
    case 'in':
      return leaf.options.flatMap((option) =>
        compareFlips(
          '=',
          leaf.value,
          { kind: 'literal', type: leaf.value.type, value: option },
          scope,
        ),
      )
    case 'rank': {
      const cutoff = scope.cutoffs?.(leaf.key)
      return [cutoff?.low, cutoff?.high].flatMap((limit) =>
        limit === undefined
          ? []
          : compareFlips('=', leaf.value, { kind: 'literal', type: 'number', value: limit }, scope),
      )
    }
    case 'known':
      return knownFlips(leaf.value, scope)
    case 'anyElement':
      return [scope.elementFlip?.(leaf.element, leaf.where) ?? NEVER]
    case 'sequence':
    case 'anniversary':
      return constructFlips(leaf, scope)
    case 'text':
    case 'list':
      return []
    case 'and':
    case 'or':
    case 'not':
    case 'atLeast':
    case 'constant':
      return []
    default:
      return never(leaf)
  }
}

function valuesOf(leaf: Test): readonly Value[] {
  if (leaf.kind === 'compare') return [leaf.left, leaf.right]
  return 'value' in leaf && typeof leaf.value === 'object' ? [leaf.value] : []
}

function isMoving(v: Value): boolean {
  if (v.kind === 'edge' || v.kind === 'edgeDay') return true
  const { linear, zones, other } = timingOf(v)
  return linear || other || zones.size > 0
}

function timingOf(v: Value): Timing {
  switch (v.kind) {
    case 'daysFromInstant':
    case 'msFromInstant':
      return { ...STILL, linear: true }
    case 'daysFromDate':
    case 'yearsFromDate':
      return { ...STILL, zones: new Set([v.timeZone]) }
    case 'negate':
      return timingOf(v.of)
    case 'calendarPart':
      return isMoving(v.of) ? { ...STILL, other: true } : STILL
    case 'measure': {
      const { per } = v.measure
      return per === undefined ? STILL : { ...STILL, zones: new Set([turnKey(per)]) }
    }
    case 'extreme':
      return { ...together(v.parts.map(timingOf)), curved: v.parts.some(isMoving) }
    case 'arithmetic': {
      const [left, right] = [timingOf(v.left), timingOf(v.right)]
      const both = together([left, right])
      const bends = (v.op === '*' && left.linear && right.linear) || (v.op === '/' && right.linear)
      // What days make of a line is a line until the next midnight.
      return { ...both, curved: both.curved || bends }
    }
    default:
      return STILL
  }
}

function together(of: readonly Timing[]): Timing {
  return {
    linear: of.some((t) => t.linear),
    curved: of.some((t) => t.curved),
    zones: new Set(of.flatMap((t) => [...t.zones])),
    other: of.some((t) => t.other),
  }
}

/** A line is there or not; a quotient may have holes. */
function knownFlips(v: Value, scope: Scope): readonly Sql[] {
  const { linear, zones, other } = timingOf(v)
  if (other) return [nextHour(scope)]
  const midnights = [...zones].map((zone) => nextTurn(zone, scope.clock))
  return linear ? [...midnights, ...curveFlips(v, undefined, scope)] : midnights
}

function compareFlips(op: CompareOp, left: Value, right: Value, scope: Scope): readonly Flip[] {
  const edge = [left, right].find((v) => v.kind === 'edge' || v.kind === 'edgeDay')
  if (edge !== undefined) return edgeFlips(edge, edge === left ? right : left, scope)
  const exact = exactFlips(op, left, right, scope) ?? exactFlips(FLIPPED[op], right, left, scope)
  if (exact !== undefined) return exact
  const [a, b] = [timingOf(left), timingOf(right)]
  if (a.other || b.other) return [nextHour(scope)]
  const midnights = [...new Set([...a.zones, ...b.zones])].map((zone) =>
    nextTurn(zone, scope.clock),
  )
  if (a.curved || b.curved) return [...midnights, ...curveFlips(left, right, scope)]
  return a.linear || b.linear ? [...midnights, rootFlip(left, right, scope)] : midnights
}

/** A date or instant against an edge: a date stands for the start of its day. */
function edgeFlips(
  edge: Extract<Value, { kind: 'edge' | 'edgeDay' }>,
  other: Value,
  scope: Scope,
): readonly Sql[] {
  const x = emitValue(other, scope)
  const at = edge.kind === 'edge' ? x : dayStart(x, edge.timeZone)
  const flip = crossing(scope.clock, edge.edge, at)
  return flip === undefined ? [] : [flip]
}

const MS_PER_DAY = 86_400_000
/** Nothing stored is further away than this. */
const MOST_YEARS = 400

/** The commonest comparisons, a time since something against a number, turn at instants that are known exactly. */
function exactFlips(
  op: CompareOp,
  timed: Value,
  limit: Value,
  scope: Scope,
): readonly Flip[] | undefined {
  if (limit.kind !== 'literal' || typeof limit.value !== 'number') return undefined
  const { clock } = scope
  switch (timed.kind) {
    case 'measure': {
      const { per } = timed.measure
      // What is no streak does not become one by waiting.
      return per === undefined
        ? undefined
        : [sql`if(${emitValue(timed, scope)} > 0, ${nextTurn(turnKey(per), clock)}, ${NEVER})`]
    }
    case 'daysFromInstant':
    case 'msFromInstant': {
      const unit = timed.kind === 'msFromInstant' ? 1 : MS_PER_DAY
      const ms = limit.value * unit
      const exact = Number.isInteger(ms) && ms / unit === limit.value
      if (!exact || Math.abs(ms) > MOST_YEARS * 366 * MS_PER_DAY) return undefined
      const of = emitValue(timed.of, scope)
      return steps(op, ms).map((n) => {
        const at = sql`(${of} + ${value(n, 'Int64')})`
        return sql`if(${at} > ${clock.now}, ${at}, ${NEVER})`
      })
    }
    case 'daysFromDate': {
      const { timeZone } = timed
      if (clock.repeatsDays(timeZone) || Math.abs(limit.value) > MOST_YEARS * 366)
        return [clock.nextDay(timeZone)]
      const of = emitValue(timed.of, scope)
      return steps(op, limit.value).map((n) =>
        dayFlip(sql`addDays(${of}, ${raw(String(n))})`, timeZone),
      )
    }
    case 'yearsFromDate': {
      const { timeZone } = timed
      if (clock.repeatsDays(timeZone) || Math.abs(limit.value) > MOST_YEARS)
        return [clock.nextDay(timeZone)]
      const of = emitValue(timed.of, scope)
      return steps(op, limit.value).map((n) =>
        n > 0
          ? dayFlip(anniversary(of, n), timeZone)
          : sql`if(${of} > ${clock.today(timeZone)}, ${clock.nextDay(timeZone)}, ${NEVER})`,
      )
    }
    default:
      return undefined
  }
}

/** The whole numbers at which a comparison of something that grows by ones turns: on reaching the limit, on passing it, or both. */
function steps(op: CompareOp, limit: number): readonly number[] {
  const [reached, passed] = [Math.ceil(limit), Math.floor(limit) + 1]
  if (op === '>=' || op === '<') return [reached]
  return op === '>' || op === '<=' ? [passed] : [...new Set([reached, passed])]
}

/** The day on which somebody born on a day completes so many years: 29 February returns on 1 March in common years. */
function anniversary(day: Sql, years: number): Sql {
  const same = sql`addYears(${day}, ${raw(String(years))})`
  return sql`addDays(${same}, toDayOfMonth(${same}) != toDayOfMonth(${day}))`
}

function dayFlip(day: Sql, timeZone: string): Flip {
  return { kind: 'day', timeZone, day }
}

/**
 * Where the line crosses, by its value now and its slope, a millisecond early for rounding; around that instant every
 * millisecond is looked at. Lines that are level but for rounding are looked at every hour, and none crosses one that is missing.
 */
function rootFlip(left: Value, right: Value, scope: Scope): Sql {
  const { clock } = scope
  const later: Scope = { ...scope, clock: { ...clock, now: sql`(${clock.now} + ${DAY})` } }
  const [a, b] = [side(left, scope), side(right, scope)]
  const there = sql`(${side(left, later)} - ${side(right, later)})`
  const root = sql`multiIf(NOT ifNull(isFinite(gap), 0), ${NEVER}, abs(grown) <= 1e-11 * size, ${nextHour(scope)},
    0 - gap / slope < 0 - blur OR 0 - gap / slope > 1e13, ${NEVER},
    ${clock.now} + greatest(1, toInt64(floor(least(greatest(ifNotFinite(0 - gap / slope - blur, 0), 0), 1e13)))))`
  // Rounding of the two sides, in milliseconds of the line.
  const blurred = sql`arrayMap((gap, grown, size, slope) -> arrayMap(blur -> ${root}, [1 + ceil(4e-15 * size / abs(slope))])[1],
    [gap], [grown], [size], [grown / 86400000.])[1]`
  return sql`arrayMap((a, b, there) -> arrayMap((gap, grown, size) -> ${blurred},
    [a - b], [there - (a - b)], [abs(a) + abs(b)])[1], [${a}], [${b}], [${there}])[1]`
}

function side(v: Value, at: Scope): Sql {
  return sql`toFloat64(${emitValue(v, at)})`
}

const DAY = raw('86400000')

function nextHour({ clock }: Scope): Sql {
  return sql`((intDiv(${clock.now}, 3600000) + 1) * 3600000)`
}
