/** Acts that would bring a value where it is wanted; whether they do is for the evaluator to say. */
import { isDateText, localDate, MS_PER_DAY, plusDays, startOfLocalDay } from '../../base/index.ts'
import type { BoundSource, BoundValue } from '../bound.ts'
import type { StoredValue } from '../history.ts'
import { valueIn } from '../convert.ts'
import { rowsOf, valueOf, type Scope } from '../interpret.ts'
import type { Act } from './change.ts'
import { example, picks, turned, type Goal } from './goal.ts'
import { BLANK, partsOf, samplesOf, withProperty, type Draft } from './sample.ts'

/** Nobody is told to buy more often than this. */
const MOST_EVENTS = 100

/** A calendar of ours holds no more. */
const MOST_DAYS = 200_000

type Measure = Extract<BoundValue, { kind: 'measure' }>
type Acts = readonly Act[]

/** Sets of acts, each of which might do. */
export function reach(value: BoundValue, goal: Goal, scope: Scope): readonly Acts[] {
  const { op, target } = goal
  switch (value.kind) {
    case 'trait':
      return picks(goal, value.type).map((one) => [traitAct(value.name, one, goal, scope)])
    case 'measure':
      return measureActs(value, goal, scope)
    case 'arithmetic':
      return arithmeticActs(value, goal, scope)
    case 'negate':
      return typeof target === 'number'
        ? reach(value.of, { op: turned(op), target: 0 - target }, scope)
        : []
    case 'extreme':
      return value.of.flatMap((one) => reach(one, goal, scope))
    case 'daysSince':
    case 'elapsed':
      return sinceActs(value, goal, scope)
    case 'localDate':
      return dayActs(value.of, goal, scope)
    case 'distance': {
      const { latitude, longitude } = value
      const near = op === '<' || op === '<='
      const place = near
        ? ([latitude, longitude] as const)
        : ([0 - latitude, longitude > 0 ? longitude - 180 : longitude + 180] as const)
      return reach(value.of, { op: '=', target: place }, scope)
    }
    default:
      return []
  }
}

function traitAct(name: string, value: StoredValue, goal: Goal, { asOf: at }: Scope): Act {
  const act = { kind: 'trait', name, value, at } as const
  return goal.isExample === true ? { ...act, isExample: true } : act
}

/** The more recent the moment, the less time has passed since. */
function sinceActs(
  value: Extract<BoundValue, { kind: 'daysSince' | 'elapsed' }>,
  { op, target }: Goal,
  scope: Scope,
): readonly Acts[] {
  if (typeof target !== 'number') return []
  const back = turned(op)
  const unit = value.kind === 'daysSince' ? MS_PER_DAY : 1
  if (value.of.type === 'date') {
    const days = Math.floor((target * unit) / MS_PER_DAY)
    if (Math.abs(days) > MOST_DAYS) return []
    const day = plusDays(localDate(scope.asOf, scope.timeZone), -days)
    return reach(value.of, { op: back, target: day }, scope)
  }
  return reach(value.of, { op: back, target: scope.asOf - target * unit }, scope)
}

/** A day is met by its first instant, and passed by that of the next. */
function dayActs(of: BoundValue, { op, target }: Goal, scope: Scope): readonly Acts[] {
  if (typeof target !== 'string' || !isDateText(target)) return []
  const [day, next] = [target, plusDays(target, 1)].map((one) =>
    startOfLocalDay(one, scope.timeZone),
  )
  if (day === undefined || next === undefined) return []
  const now = of.kind === 'measure' ? eventActs(of.source, 1, scope) : []
  if (op === '>') return [...now, ...reach(of, { op: '>=', target: next }, scope)]
  if (op === '<=') return [...now, ...reach(of, { op: '<', target: next }, scope)]
  return [...now, ...reach(of, { op, target: day }, scope)]
}

function arithmeticActs(
  { op, left, right }: Extract<BoundValue, { kind: 'arithmetic' }>,
  goal: Goal,
  scope: Scope,
): readonly Acts[] {
  const { target } = goal
  if (typeof target !== 'number') return []
  const [a, b] = [numberOf(left, scope), numberOf(right, scope)]
  const to = (value: BoundValue, wanted: number | null, isTurned: boolean): readonly Acts[] =>
    wanted === null || !Number.isFinite(wanted)
      ? []
      : reach(value, { op: isTurned ? turned(goal.op) : goal.op, target: wanted }, scope)
  switch (op) {
    case '+':
      return [
        ...to(
          left,
          by((x) => target - x, b),
          false,
        ),
        ...to(
          right,
          by((x) => target - x, a),
          false,
        ),
      ]
    case '-':
      return [
        ...to(
          left,
          by((x) => target + x, b),
          false,
        ),
        ...to(
          right,
          by((x) => x - target, a),
          true,
        ),
      ]
    case '*':
      return [
        ...to(
          left,
          by((x) => target / x, b),
          (b ?? 0) < 0,
        ),
        ...to(
          right,
          by((x) => target / x, a),
          (a ?? 0) < 0,
        ),
      ]
    case '/':
      // What raises a part often raises the whole with it, so that more is needed than it seems.
      return [
        ...[1, 1.5, 2, 3, 5].flatMap((more) =>
          to(
            left,
            by((x) => target * x * more, b),
            (b ?? 0) < 0,
          ),
        ),
        ...to(
          right,
          by((x) => x / target, a),
          true,
        ),
      ]
  }
}

function by(f: (x: number) => number, x: number | null): number | null {
  return x === null ? null : f(x)
}

function numberOf(value: BoundValue, scope: Scope): number | null {
  const found = valueOf(value, scope)
  return typeof found === 'number' ? found : null
}

/** `count` events of a source; values that are wanted for it go into the draft. */
export function eventActs(
  source: BoundSource,
  count: number,
  scope: Scope,
  draft: Draft = BLANK,
): readonly Acts[] {
  if (!(count >= 1 && count <= MOST_EVENTS)) return []
  return samplesOf(source, scope, draft).map((made) => [
    {
      kind: 'events',
      event: source.event,
      count,
      at: scope.asOf,
      ...partsOf(made, source.element),
    },
  ])
}

function measureActs(measure: Measure, goal: Goal, scope: Scope): readonly Acts[] {
  const { source, fn, property } = measure
  const rows = rowsOf(source, scope)
  const have = rows.length
  switch (fn) {
    case 'count':
      return eventActs(source, missingCount(goal, have), scope)
    case 'count distinct':
      return distinctActs(measure, missingCount(goal, Number(valueOf(measure, scope))), scope)
    case 'sum':
      return sumActs(measure, goal, scope)
    case 'avg': {
      const mean = numberOf(measure, scope)
      const known = property === undefined ? [] : rows.filter((r) => valueIn(r, property) !== null)
      if (typeof goal.target !== 'number') return []
      const needed = goal.target * (known.length + 1) - (mean ?? 0) * known.length
      return withValue(measure, 1, { goal: { op: goal.op, target: needed }, scope })
    }
    case 'min':
    case 'max':
      return withValue(measure, 1, { goal, scope })
    case 'median':
      return [1, 2, 3, have + 1].flatMap((count) => withValue(measure, count, { goal, scope }))
    case 'first':
      return have > 0 ? [] : withValue(measure, 1, { goal, scope })
    case 'last':
      return withValue(measure, 1, { goal, scope })
    case 'nth': {
      const n = measure.n ?? 1
      const count = n > 0 ? n - have : -n
      return [
        ...withValue(measure, count, { goal, scope }),
        ...(n < 0 ? withValue(measure, Math.max(1, -n - have), { goal, scope }) : []),
      ]
    }
    case 'gap':
    case 'median gap':
      return [1, 2, 3, 5, 10].flatMap((count) => eventActs(source, count, scope))
    case 'streak':
      return eventActs(source, 1, scope)
    case 'most':
      return mostActs(measure, missingCount(goal, Number(valueOf(measure, scope))), scope)
  }
}

/** How many more bring a count where it is wanted. */
function missingCount({ op, target }: Goal, have: number): number {
  if (typeof target !== 'number') return 0
  switch (op) {
    case '>':
      return Math.floor(target) + 1 - have
    case '>=':
      return Math.ceil(target) - have
    case '=':
      return target - have
    default:
      return 0
  }
}

/** Events whose measured property meets the goal, or, of a measure of moments, that happen at all. */
function withValue(
  measure: Measure,
  count: number,
  { goal, scope }: { readonly goal: Goal; readonly scope: Scope },
): readonly Acts[] {
  const { source, property } = measure
  if (property === undefined) return eventActs(source, count, scope)
  return picks(goal, property.type)
    .filter((value) => typeof value !== 'number' || value >= 0)
    .flatMap((value) => eventActs(source, count, scope, withProperty(BLANK, property, value)))
}

/** One event of the whole amount; where the filter wants another amount, as many of those as it takes. */
function sumActs(measure: Measure, { op, target }: Goal, scope: Scope): readonly Acts[] {
  const { source, property } = measure
  const have = numberOf(measure, scope)
  if (typeof target !== 'number' || have === null || property === undefined) return []
  const more = { op, target: target - have } as const
  const inOne = more.target >= 0 ? withValue(measure, 1, { goal: more, scope }) : []
  const inSeveral = samplesOf(source, scope, BLANK).flatMap((draft) => {
    const set = (property.of === 'event' ? draft.properties : draft.element)[property.name]
    if (typeof set !== 'number' || set <= 0) return []
    return eventActs(source, Math.floor(more.target / set) + 1, scope, draft)
  })
  return [...inOne, ...inSeveral]
}

/** More rows of the value that has the most. */
function mostActs(measure: Measure, count: number, scope: Scope): readonly Acts[] {
  const { source, property } = measure
  if (property === undefined) return []
  const seen = rowsOf(source, scope)
    .map((row) => valueIn(row, property))
    .filter((value) => value !== null && typeof value !== 'object')
  const often = (value: string | number | boolean): number =>
    seen.filter((one) => one === value).length
  const best = seen.toSorted((a, b) => often(b) - often(a))[0] ?? example(property.type, [])
  return eventActs(source, count, scope, withProperty(BLANK, property, best))
}

function distinctActs(measure: Measure, count: number, scope: Scope): readonly Acts[] {
  const { source, property } = measure
  if (property === undefined || !(count >= 1 && count <= MOST_EVENTS)) return []
  const seen = rowsOf(source, scope)
    .map((row) => valueIn(row, property))
    .filter((value) => value !== null && typeof value !== 'object')
  const acts: Act[] = []
  for (let i = 0; i < count; i++) {
    const value = example(property.type, seen)
    if (value === null || typeof value === 'object') return []
    seen.push(value)
    const [one] = eventActs(source, 1, scope, withProperty(BLANK, property, value))
    if (one === undefined) return []
    acts.push(...one)
  }
  return [acts]
}
