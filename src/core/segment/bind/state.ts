/** States that last, and dates that return. */
import type { BoundCondition, BoundValue } from '../bound.ts'
import type { Condition } from '../tree.ts'
import { report, typeName, type Binder, type Scope, type Typed } from './binder.ts'
import { bindRole } from './name.ts'
import { isMoment, toDate, UNIT_MS } from './type.ts'

type Of<Kind extends Condition['kind']> = Extract<Condition, { kind: Kind }>
type Bound = BoundCondition | undefined

const CUSTOMER: Scope = { kind: 'customer' }

/** A condition whose truth changes with one trait, or with being on one list, and with nothing else. */
export function bindStateFor(b: Binder, node: Of<'stateFor'>, number: number): Bound {
  const condition = b.bindCondition(b, node.condition, CUSTOMER)
  if (condition === undefined) return undefined
  const sources = sourcesIn(condition)
  const [source] = sources?.values() ?? []
  if (source === undefined || sources?.size !== 1) {
    return report(b, 'segment/state-one-trait', node.condition)
  }
  const { count, unit } = node.duration
  return {
    node: number,
    kind: 'stateFor',
    condition,
    ...source,
    longer: node.op === 'at least',
    durationMs: count * UNIT_MS[unit],
  }
}

/** What has dated records, each under a text of its own. */
type Sources = ReadonlyMap<string, { readonly trait: string } | { readonly list: string }>

const NONE: Sources = new Map()

/** The traits and lists that a condition looks at; undefined when it looks at anything else, the present included. */
function sourcesIn(condition: BoundCondition): Sources | undefined {
  switch (condition.kind) {
    case 'and':
    case 'or':
    case 'atLeast':
      return union(condition.of.map(sourcesIn))
    case 'not':
      return sourcesIn(condition.of)
    case 'inList':
      return new Map([[`list ${condition.list}`, { list: condition.list }]])
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

function traitsOf(value: BoundValue): Sources | undefined {
  switch (value.kind) {
    case 'literal':
      return NONE
    case 'trait':
      return new Map([[`trait ${value.name}`, { trait: value.name }]])
    case 'arithmetic':
      return union([traitsOf(value.left), traitsOf(value.right)])
    case 'negate':
    case 'localDate':
    case 'calendarPart':
    case 'distance':
      return traitsOf(value.of)
    default:
      return undefined
  }
}

function union(all: readonly (Sources | undefined)[]): Sources | undefined {
  const known = all.filter((one) => one !== undefined)
  return known.length < all.length ? undefined : new Map(known.flatMap((one) => [...one]))
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
