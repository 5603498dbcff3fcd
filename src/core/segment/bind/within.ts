/** Moments in a window; of what lies ahead, how long there is still to go. */
import type { BoundCondition, BoundValue } from '../bound.ts'
import type { Condition } from '../tree.ts'
import type { Binder, Scope, Typed } from './binder.ts'
import { UNIT_MS } from './type.ts'
import { bindMoment } from './value.ts'
import { checkWindow } from './window.ts'

type Within = Extract<Condition, { kind: 'within' }>

/** A date or instant in a window. */
export function bindWithin(
  b: Binder,
  node: Within,
  scope: Scope,
  number: number,
): BoundCondition | undefined {
  const { window } = node
  checkWindow(b, window)
  const of = bindMoment(b, node.value, scope)
  if (of === undefined) return undefined
  if (window.kind !== 'ahead') return { node: number, kind: 'within', value: of.value, window }
  const { value, low, high } = toGo(of, window.count, window.unit)
  return { node: number, kind: 'between', value, low, high }
}

/** Days count whole for dates, today as one of them; instants lie after now and at most so far away. */
function toGo(
  of: Typed,
  count: number,
  unit: keyof typeof UNIT_MS,
): { readonly value: BoundValue; readonly low: BoundValue; readonly high: BoundValue } {
  if (of.type === 'date' && (unit === 'day' || unit === 'week')) {
    const days = count * (unit === 'week' ? 7 : 1)
    return {
      value: { kind: 'daysSince', type: 'number', of: of.value },
      low: { kind: 'literal', type: 'number', value: 1 - days },
      high: { kind: 'literal', type: 'number', value: 0 },
    }
  }
  return {
    value: { kind: 'elapsed', type: 'duration', of: of.value },
    low: { kind: 'literal', type: 'duration', value: -count * UNIT_MS[unit] },
    high: { kind: 'literal', type: 'duration', value: -1 },
  }
}
