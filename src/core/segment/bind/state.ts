/** States that last, and dates that return. */
import type { BoundCondition, BoundValue } from '../bound.ts'
import type { Condition } from '../tree.ts'
import { report, typeName, type Binder, type Scope, type Typed } from './binder.ts'
import { bindRole } from './name.ts'
import { isMoment, toDate, UNIT_MS } from './type.ts'

type Of<Kind extends Condition['kind']> = Extract<Condition, { kind: Kind }>
type Bound = BoundCondition | undefined

const CUSTOMER: Scope = { kind: 'customer' }

/** A condition whose truth changes with one trait and with nothing else. */
export function bindStateFor(b: Binder, node: Of<'stateFor'>, number: number): Bound {
  const condition = b.bindCondition(b, node.condition, CUSTOMER)
  if (condition === undefined) return undefined
  const traits = traitsIn(condition)
  const [trait] = traits ?? []
  if (trait === undefined || traits?.size !== 1) {
    return report(b, 'segment/state-one-trait', node.condition)
  }
  const { count, unit } = node.duration
  return {
    node: number,
    kind: 'stateFor',
    condition,
    trait,
    longer: node.op === 'at least',
    durationMs: count * UNIT_MS[unit],
  }
}

/** The traits that a condition looks at; undefined when it looks at anything else, the present included. */
function traitsIn(condition: BoundCondition): ReadonlySet<string> | undefined {
  switch (condition.kind) {
    case 'and':
    case 'or':
    case 'atLeast':
      return union(condition.of.map(traitsIn))
    case 'not':
      return traitsIn(condition.of)
    case 'compare':
      return union([traitsOf(condition.left), traitsOf(condition.right)])
    case 'between':
      return union([traitsOf(condition.value), traitsOf(condition.low), traitsOf(condition.high)])
    case 'in':
    case 'text':
    case 'list':
    case 'presence':
      return traitsOf(condition.value)
    default:
      return undefined
  }
}

function traitsOf(value: BoundValue): ReadonlySet<string> | undefined {
  switch (value.kind) {
    case 'literal':
      return new Set()
    case 'trait':
      return new Set([value.name])
    case 'arithmetic':
      return union([traitsOf(value.left), traitsOf(value.right)])
    case 'negate':
    case 'localDate':
    case 'distance':
      return traitsOf(value.of)
    default:
      return undefined
  }
}

function union(
  sets: readonly (ReadonlySet<string> | undefined)[],
): ReadonlySet<string> | undefined {
  const known = sets.filter((set) => set !== undefined)
  return known.length < sets.length ? undefined : new Set(known.flatMap((set) => [...set]))
}

/** The return of a date every year; without one, that of the birth date. */
export function bindAnniversary(b: Binder, node: Of<'anniversary'>, number: number): Bound {
  const of = dateOf(b, node)
  if (of === undefined) return undefined
  const { direction, days } = node
  return { node: number, kind: 'anniversary', value: toDate(of), direction, days }
}

function dateOf(b: Binder, node: Of<'anniversary'>): Typed | undefined {
  const of =
    node.of === undefined ? bindRole(b, 'birth-date', node) : b.bindValue(b, node.of, CUSTOMER)
  if (of === undefined || isMoment(of.type)) return of
  const params = { expectedTypes: ['date', 'instant'], foundType: typeName(of) }
  return report(b, 'segment/wrong-type', node.of ?? node, params)
}
