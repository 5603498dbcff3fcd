/** Measures: what is taken of which rows, over one kind of event or over all whose names begin alike. */
import type { BoundType, BoundValue } from '../bound.ts'
import type { Expression, MeasureFn } from '../tree.ts'
import { report, standIn, typeName, type Binder, type Typed } from './binder.ts'
import { bindProperty } from './name.ts'
import { bindSource, isPrefix, kindsOf } from './source.ts'
import { isComparable, isOrdered } from './type.ts'

/** A measure as the tree has it. */
export type Measure = Extract<Expression, { kind: 'measure' }>

const NEVER_MISSING: ReadonlySet<MeasureFn> = new Set([
  'count',
  'count distinct',
  'sum',
  'streak',
  'most',
])

/** The measure with its type and currency, or undefined when something in it is broken. */
export function bindMeasure(b: Binder, node: Measure): Typed | undefined {
  if (isPrefix(node.source)) return bindOverKinds(b, node)
  const found = bindSource(b, node.source)
  if (found === undefined) return undefined
  const { source, scope } = found
  const measure = {
    kind: 'measure',
    fn: node.fn,
    source,
    ...(node.n === undefined ? {} : { n: node.n }),
    ...(node.per === undefined ? {} : { per: node.per }),
  } as const
  const canMiss = !NEVER_MISSING.has(node.fn)
  if (node.property === undefined) {
    const type = typeWithout(node.fn)
    return { value: { ...measure, type }, type, literal: false, canMiss }
  }
  const of = bindProperty(b, node.property, scope, [node, 'property'])
  if (of === undefined || of.value.kind !== 'property') return undefined
  if (!takes(node.fn, of)) {
    const params = { fn: node.fn, name: node.property, foundType: typeName(of) }
    return report(b, 'segment/measure-type', [node, 'property'], params)
  }
  const { name, of: owner, type: own, convert } = of.value
  const counts = node.fn === 'count distinct' || node.fn === 'most'
  const type = counts ? 'number' : own
  const property = { name, of: owner, type: own, ...(convert === undefined ? {} : { convert }) }
  const typed: Typed = { value: { ...measure, type, property }, type, literal: false, canMiss }
  if (counts) return typed
  return {
    ...typed,
    ...(of.property === undefined ? {} : { property: of.property }),
    ...(of.money === undefined ? {} : { money: of.money }),
  }
}

/** The type of a measure that has no property. */
function typeWithout(fn: MeasureFn): BoundType {
  if (fn === 'gap' || fn === 'median gap') return 'duration'
  return fn === 'count' || fn === 'streak' ? 'number' : 'instant'
}

function takes(fn: MeasureFn, of: Typed): boolean {
  if (fn === 'sum' || fn === 'avg' || fn === 'median') return of.type === 'number'
  if (fn === 'min' || fn === 'max') return isOrdered(of.type)
  if (fn === 'gap' || fn === 'median gap' || fn === 'streak') return false
  return fn === 'count distinct' || fn === 'most' ? isComparable(of.type) : true
}

/** Counts and sums add up; of earliest and latest, least and greatest one is picked. The rest would need all rows in one order. */
function bindOverKinds(b: Binder, node: Measure): Typed | undefined {
  const { fn, property } = node
  const adds = fn === 'count' || fn === 'sum'
  const picks =
    ((fn === 'first' || fn === 'last') && property === undefined) || fn === 'min' || fn === 'max'
  if (!adds && !picks) return report(b, 'segment/prefix-measure', node, { fn })
  const sources = kindsOf(b, node.source)
  if (sources === undefined) return undefined
  const bound = sources.map((source) => bindMeasure(b, standIn(b, { ...node, source }, node)))
  const parts = bound.filter((part) => part !== undefined)
  const [first] = parts
  if (first === undefined || parts.length < bound.length || !isAlike(b, node, parts))
    return undefined
  const values = parts.map((part) => part.value)
  const value: BoundValue = adds
    ? values.reduce((left, right) => ({ kind: 'arithmetic', type: 'number', op: '+', left, right }))
    : {
        kind: 'extreme',
        type: first.type,
        op: fn === 'first' || fn === 'min' ? 'least' : 'greatest',
        of: values,
      }
  return { ...first, value }
}

/** One type and one currency over all kinds. */
function isAlike(b: Binder, node: Measure, parts: readonly Typed[]): boolean {
  const [first] = parts
  const other = parts.find((part) => part.type !== first?.type || part.money !== first.money)
  if (first === undefined || other === undefined) return true
  const types = { leftType: typeName(first), rightType: typeName(other) }
  if (first.type !== other.type || first.money === undefined || other.money === undefined) {
    report(b, 'segment/type-mismatch', [node, 'property'], types)
  } else {
    const params = { left: first.money, right: other.money }
    report(b, 'segment/currency-mismatch', [node, 'property'], params)
  }
  return false
}
