/** Membership of one customer at any instant, with the segments that a definition refers to. */
import type { Instant } from '../../base/index.ts'
import type { BoundDefinition } from '../bound.ts'
import type { CustomerHistory } from '../history.ts'
import { interpret, type EvaluationContext } from '../interpret.ts'

/** The thresholds of ranks, as frozen at the last refresh. */
export type CutoffsOf = NonNullable<EvaluationContext['cutoffs']>

/** What membership depends on besides the customer: other segments, and the thresholds of ranks. */
export interface Surroundings extends Omit<EvaluationContext, 'asOf'> {
  /** By key. A segment that is not among them is answered by `memberOf`, the same at every instant. */
  readonly definitions?: ReadonlyMap<string, BoundDefinition>
}

/** The context at an instant; segments whose definitions are at hand are evaluated at that instant too. */
export function contextAt(
  around: Surroundings,
  history: CustomerHistory,
  asOf: Instant,
): EvaluationContext {
  const { definitions, ...rest } = around
  const known = new Map<string, boolean>()
  const memberOf = (segment: string): boolean => {
    const other = definitions?.get(segment)
    if (other === undefined) return around.memberOf(segment)
    let member = known.get(segment)
    if (member === undefined) {
      // Circles were refused when the definitions were bound.
      member = interpret(other, history, { ...rest, asOf, memberOf })
      known.set(segment, member)
    }
    return member
  }
  return { ...rest, asOf, memberOf }
}

/** Whether the customer is a member at an instant. */
export function memberAt(
  bound: BoundDefinition,
  history: CustomerHistory,
  at: { readonly asOf: Instant; readonly around: Surroundings },
): boolean {
  return interpret(bound, history, contextAt(at.around, history, at.asOf))
}

/** The definition with all that it refers to, at any remove; those that are not at hand are left out. */
export function reachOf(
  bound: BoundDefinition,
  definitions: ReadonlyMap<string, BoundDefinition> | undefined,
): readonly BoundDefinition[] {
  const reached = new Map([[bound.segment, bound]])
  const open = [bound]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const key of next.refersTo) {
      const other = definitions?.get(key)
      if (other === undefined || reached.has(key)) continue
      reached.set(key, other)
      open.push(other)
    }
  }
  return [...reached.values()]
}
