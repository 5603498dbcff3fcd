/** What a value would have to be for a condition to turn out as wanted, and the nearest values that are so. */
import { isDateText, localDate, plusDays, windowEdges } from '../../base/index.ts'
import type { BoundCondition, BoundType, BoundValue } from '../bound.ts'
import { valueOf, type Scope } from '../interpret.ts'
import type { Value } from '../measure.ts'
import type { CompareOp } from '../tree.ts'

export type Order = Exclude<CompareOp, '!='>

/** A value that would do, or one side of a limit. */
export interface Goal {
  readonly op: Order
  /** Null: missing. */
  readonly target: Value
  /** Any other value of the kind would do too. */
  readonly isExample?: true
}

/** A goal for one of the values of a condition. */
export interface Aim {
  readonly value: BoundValue
  readonly goal: Goal
}

const OPPOSITE: Readonly<Record<CompareOp, CompareOp>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
}
const TURNED: Readonly<Record<Order, Order>> = {
  '=': '=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}

/** The same relation read from the other side. */
export function turned(op: Order): Order {
  return TURNED[op]
}

/** Everything that one value of the condition could be for it to turn out as wanted, the rest staying as it is. */
export function aimsOf(condition: BoundCondition, wanted: boolean, scope: Scope): readonly Aim[] {
  switch (condition.kind) {
    case 'compare': {
      const op = wanted ? condition.op : OPPOSITE[condition.op]
      const { left, right } = condition
      const fromLeft = towards(left, op, valueOf(right, scope))
      const back = op === '!=' ? op : TURNED[op]
      return [...fromLeft, ...towards(right, back, valueOf(left, scope)), ...gone(left, wanted)]
    }
    case 'between': {
      const { value, low, high } = condition
      const [least, most] = [valueOf(low, scope), valueOf(high, scope)]
      if (wanted) return [...towards(value, '>=', least), ...towards(value, '<=', most)]
      const out = [...towards(value, '<', least), ...towards(value, '>', most)]
      return [...out, ...gone(value, wanted)]
    }
    case 'in': {
      const { value, options, negated } = condition
      if (wanted !== negated) return options.flatMap((option) => towards(value, '=', option))
      return [...other(value, options), ...gone(value, wanted && !negated)]
    }
    case 'text':
      return textAims(condition, wanted)
    case 'list':
      return listAims(condition, wanted, scope)
    case 'presence': {
      const { value, missing } = condition
      return missing === wanted ? [aim(value, '=', null)] : other(value, [])
    }
    case 'within':
      return wanted ? withinAims(condition, scope) : [aim(condition.value, '=', null)]
    default:
      return []
  }
}

function aim(value: BoundValue, op: Order, target: Value): Aim {
  return { value, goal: { op, target } }
}

/** A condition on something missing does not hold. */
function gone(value: BoundValue, wanted: boolean): readonly Aim[] {
  return wanted || value.kind !== 'trait' ? [] : [aim(value, '=', null)]
}

function towards(value: BoundValue, op: CompareOp, target: Value): readonly Aim[] {
  if (value.kind === 'literal' || target === null) return []
  if (op !== '!=') return [aim(value, op, target)]
  if (typeof target === 'number') return [aim(value, '>', target), aim(value, '<', target)]
  return typeof target === 'object' ? [] : other(value, [target])
}

function other(value: BoundValue, not: readonly (string | number | boolean)[]): readonly Aim[] {
  const found = example(value.type, not)
  if (found === null) return []
  return [{ value, goal: { op: '=', target: found, isExample: true } }]
}

/** Some value of the type that is none of these. */
export function example(type: BoundType, not: readonly (string | number | boolean)[]): Value {
  const fresh = (make: (i: number) => string | number | boolean): string | number | boolean => {
    for (let i = 0; ; i++) if (!not.includes(make(i)) || i > not.length) return make(i)
  }
  switch (type) {
    case 'number':
    case 'duration':
      return fresh((i) => i + 1)
    case 'text':
      return fresh((i) => `other${i === 0 ? '' : ` ${i}`}`)
    case 'boolean':
      return not.includes(true) ? (not.includes(false) ? null : false) : true
    case 'date':
      return fresh((i) => plusDays('2000-01-01', i))
    case 'instant':
      return fresh((i) => 946_684_800_000 + i)
    case 'list':
      return [String(fresh((i) => `other${i === 0 ? '' : ` ${i}`}`))]
    case 'geo':
      return [0, 0]
  }
}

function textAims(
  condition: Extract<BoundCondition, { kind: 'text' }>,
  wanted: boolean,
): readonly Aim[] {
  const { value, op, text } = condition
  const like = (one: string): Aim => aim(value, '=', value.type === 'list' ? [one] : one)
  if (!wanted) return [...other(value, [text]), ...gone(value, wanted)]
  if (op !== 'matches') return [like(text)]
  // Only of a pattern that is a plain word do we know what it wants.
  const plain = /^\^?([\p{L}\p{N} _-]+)\$?$/u.exec(text)?.[1]
  return plain === undefined ? [] : [like(plain)]
}

function listAims(
  condition: Extract<BoundCondition, { kind: 'list' }>,
  wanted: boolean,
  scope: Scope,
): readonly Aim[] {
  const { value, op, options } = condition
  const found = valueOf(value, scope)
  const has = Array.isArray(found) ? found.map(String) : []
  const less = (drop: readonly string[]): Aim => {
    const rest = has.filter((one) => !drop.includes(one))
    return aim(value, '=', rest.length === 0 ? null : rest)
  }
  const more = (add: readonly string[]): Aim => aim(value, '=', [...new Set([...has, ...add])])
  const toHave = op === 'has none' ? !wanted : wanted
  if (!toHave) return op === 'has all' ? options.map((one) => less([one])) : [less(options)]
  return op === 'has all' ? [more(options)] : options.map((one) => more([one]))
}

function withinAims(
  { value, window }: Extract<BoundCondition, { kind: 'within' }>,
  scope: Scope,
): readonly Aim[] {
  const { after, upTo } = windowEdges(window, scope.asOf, scope.timeZone)
  if (after >= upTo) return []
  const last = value.type === 'date' ? localDate(upTo, scope.timeZone) : upTo
  return [aim(value, '=', last)]
}

/** Stored numbers have six decimals; people speak of two. */
const CENT = 0.01
const GRAIN = 0.000001

/** Values that meet the goal and that a store can hold, the plainest first. */
export function picks(goal: Goal, type: BoundType): readonly Value[] {
  return rawPicks(goal, type).filter((value) => canBe(value, type))
}

const FIRST_INSTANT = Date.UTC(1900, 0, 2)
const LAST_INSTANT = Date.UTC(2299, 11, 30)
/** Numbers are stored with twelve digits before the point and six behind it. */
const GREATEST = 1e12

function canBe(value: Value, type: BoundType): boolean {
  if (type === 'date') return value === null || (typeof value === 'string' && isDateText(value))
  if (typeof value !== 'number') return true
  if (type === 'instant') return value >= FIRST_INSTANT && value <= LAST_INSTANT
  return Math.abs(value) < GREATEST
}

function rawPicks({ op, target }: Goal, type: BoundType): readonly Value[] {
  if (typeof target === 'string' && type === 'date') {
    if (!isDateText(target)) return []
    if (op === '<') return [plusDays(target, -1)]
    return op === '>' ? [plusDays(target, 1)] : [target]
  }
  if (typeof target !== 'number') return op === '<' || op === '>' ? [] : [target]
  if (type === 'instant' || type === 'duration') {
    if (op === '=') return Number.isInteger(target) ? [target] : []
    if (op === '<' || op === '<=') return [op === '<' ? Math.ceil(target) - 1 : Math.floor(target)]
    return [op === '>' ? Math.floor(target) + 1 : Math.ceil(target)]
  }
  return numberPicks(op, target)
}

function numberPicks(op: Order, target: number): readonly number[] {
  const at = (value: number, grain: number): number =>
    grain === 1 ? value : Number(value.toFixed(grain === CENT ? 2 : 6))
  if (op === '=') return [at(target, GRAIN)]
  const up = op === '>' || op === '>='
  const strict = op === '<' || op === '>'
  const found = [CENT, GRAIN].flatMap((grain) => {
    const steps = target / grain
    const near = up ? Math.ceil(steps - 1e-6) : Math.floor(steps + 1e-6)
    const first = at(near * grain, grain)
    const next = at((near + (up ? 1 : -1)) * grain, grain)
    const meets = up
      ? strict
        ? first > target
        : first >= target
      : strict
        ? first < target
        : first <= target
    return meets ? [first, next] : [next]
  })
  return [...new Set(found)]
}
