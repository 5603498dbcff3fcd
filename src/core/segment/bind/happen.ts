/** What happened: at all, regularly, no more, again, one thing after another. */
import type { Window } from '../../base/index.ts'
import type { BoundCondition, BoundStep, BoundValue } from '../bound.ts'
import type { Condition, Source } from '../tree.ts'
import { numberOf, report, standIn, type Binder } from './binder.ts'
import { bindMeasure } from './measure.ts'
import { bindSource, isPrefix, kindsOf } from './source.ts'
import { UNIT_MS } from './type.ts'

type Of<Kind extends Condition['kind']> = Extract<Condition, { kind: Kind }>
type Bound = BoundCondition | undefined

/** At least one row, of any of the kinds that a prefix takes in. */
export function bindAny(b: Binder, node: Of<'any'>, number: number): Bound {
  return anyOf(b, node.source, number)
}

function anyOf(b: Binder, source: Source, number: number): Bound {
  if (!isPrefix(source)) {
    const found = bindSource(b, source)
    return found && { node: number, kind: 'any', source: found.source }
  }
  const bound = kindsOf(b, source)?.map((kind) => anyOf(b, kind, numberOf(b)))
  const of = bound?.filter((one) => one !== undefined)
  return of === undefined || of.length < (bound ?? []).length
    ? undefined
    : { node: number, kind: 'or', of }
}

function anyIn(b: Binder, source: Source, window: Window): Bound {
  return anyOf(b, standIn(b, { ...source, window }, source), numberOf(b))
}

function hasOwnWindow(b: Binder, source: Source, found: string): boolean {
  if (source.window === undefined) return false
  report(b, 'segment/window-not-here', source.window, { found })
  return true
}

/** At least so many of the last whole periods hold a row. */
export function bindRegular(b: Binder, node: Of<'regular'>, number: number): Bound {
  const { source, count, unit } = node
  if (hasOwnWindow(b, source, 'regular(...)')) return undefined
  if (count < 1 || count > node.of) {
    const params = { count, parts: node.of }
    return report(b, 'segment/at-least-range', [node, 'count'], params)
  }
  const of: BoundCondition[] = []
  for (let back = 1; back <= node.of; back++) {
    const one = anyIn(b, source, { kind: 'period', unit, back })
    if (one === undefined) return undefined
    of.push(one)
  }
  return { node: number, kind: 'atLeast', count, of }
}

/**
 * Stopped: none in the last stretch, some in the one before. Restarted: some in the last, none in the one before,
 * some before that, which the very first row tells.
 */
export function bindLapse(b: Binder, node: Of<'stopped' | 'restarted'>, number: number): Bound {
  const { source, duration } = node
  if (hasOwnWindow(b, source, `${node.kind}(...)`)) return undefined
  const { count, unit } = duration
  const last = anyIn(b, source, { kind: 'rolling', count, unit })
  const before = anyIn(b, source, { kind: 'ago', far: 2 * count, near: count, unit })
  if (last === undefined || before === undefined) return undefined
  const none = (of: BoundCondition): BoundCondition => ({ node: numberOf(b), kind: 'not', of })
  if (node.kind === 'stopped') return { node: number, kind: 'and', of: [before, none(last)] }
  const earlier = sinceFirst(b, node, 2 * count * UNIT_MS[unit])
  return earlier && { node: number, kind: 'and', of: [last, none(before), earlier] }
}

/** The first row is so long ago. */
function sinceFirst(b: Binder, node: Of<'stopped' | 'restarted'>, durationMs: number): Bound {
  const { source } = node
  const first = bindMeasure(b, standIn(b, { kind: 'measure', fn: 'first', source }, node))
  if (first === undefined) return undefined
  const left: BoundValue = { kind: 'elapsed', type: 'duration', of: first.value }
  const right: BoundValue = { kind: 'literal', type: 'duration', value: durationMs }
  return { node: numberOf(b), kind: 'compare', op: '>=', left, right }
}

/** One window for the first step; each later step has its time after the one before. */
export function bindSequence(b: Binder, node: Of<'sequence'>, number: number): Bound {
  const sources = [node.first, ...node.steps.map((step) => step.source)]
  const prefix = sources.find(isPrefix)
  if (prefix !== undefined) return report(b, 'segment/prefix-measure', prefix, { fn: 'sequence' })
  // Every one is looked at, so that all issues are found.
  const broken = sources.filter((source) => hasOwnWindow(b, source, 'sequence(...)'))
  const { window } = node
  const first =
    window === undefined ? node.first : standIn(b, { ...node.first, window }, node.first)
  const bound = bindSource(b, first)
  const steps = node.steps.map((step): BoundStep | undefined => {
    const found = bindSource(b, step.source)
    const { within, negated } = step
    if (negated && within === undefined) {
      return report(b, 'segment/then-not-needs-within', step.source)
    }
    const withinMs = within && within.count * UNIT_MS[within.unit]
    return (
      found && {
        source: found.source,
        ...(withinMs === undefined ? {} : { withinMs }),
        negated,
      }
    )
  })
  const whole = steps.filter((step) => step !== undefined)
  if (bound === undefined || broken.length > 0 || whole.length < steps.length) return undefined
  return { node: number, kind: 'sequence', first: bound.source, steps: whole }
}
