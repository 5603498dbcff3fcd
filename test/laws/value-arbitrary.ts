/** Random well-typed values of the language over a catalogue: literals, names, measures, arithmetic. */
import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { Instant, Window } from '../../src/core/base/index.ts'
import type {
  Catalogue,
  ElementKind,
  EventKind,
  Property,
  ValueType,
} from '../../src/core/catalog/index.ts'
import type {
  Condition,
  Expression,
  Literal,
  MeasureFn,
  Source,
} from '../../src/core/segment/index.ts'

/** What definitions are made of. Pools are small on purpose, so that literals meet facts. */
export interface Ingredients {
  readonly catalogue: Catalogue
  /** The programme's currency; amounts in others are left out of the definitions. */
  readonly currency: string
  /** Keys of segments that may be referred to. */
  readonly segments: readonly string[]
  readonly texts: readonly string[]
  /** Fewer than twelve digits before the point and at most six after. */
  readonly numbers: readonly number[]
  readonly dates: readonly string[]
  readonly instants: readonly Instant[]
  readonly windows: readonly Window[]
  readonly zones: readonly string[]
  /** Static lists; with them come the constructs that look at rhythm, rank, order, state, lists and scores. */
  readonly lists?: readonly string[]
}

/** Types as the language sees them; amounts are all in the programme's currency. */
export type Kind =
  | 'number'
  | 'money'
  | 'text'
  | 'boolean'
  | 'date'
  | 'instant'
  | 'duration'
  | 'list'

export type Scope =
  | { readonly kind: 'customer' }
  | { readonly kind: 'rows'; readonly event: EventKind; readonly element?: ElementKind }

/** Remembers what was built, by scope, kind and depth; closes the circle between values and conditions. */
export interface Kitchen {
  readonly of: Ingredients
  readonly memo: Map<string, Arbitrary<unknown>>
  /** Measures that the definition at hand defines. */
  readonly measures: readonly { readonly name: string; readonly kind: Kind }[]
  readonly condition: (k: Kitchen, scope: Scope, depth: number) => Arbitrary<Condition>
  /** Values of the wider constructs, none where they are not asked for. */
  readonly wide: (k: Kitchen, kind: Kind, depth: number) => Arbitrary<Expression>[]
}

export function remembered<T>(k: Kitchen, key: string, build: () => Arbitrary<T>): Arbitrary<T> {
  const known = k.memo.get(key) as Arbitrary<T> | undefined
  if (known !== undefined) return known
  const built = build()
  k.memo.set(key, built)
  return built
}

export function scopeKey(scope: Scope): string {
  return scope.kind === 'customer' ? '' : `${scope.event.name}.${scope.element?.name ?? ''}`
}

const KINDS: Readonly<Record<ValueType, Kind | undefined>> = {
  text: 'text',
  category: 'text',
  number: 'number',
  money: 'money',
  boolean: 'boolean',
  date: 'date',
  instant: 'instant',
  list: 'list',
  geo: undefined,
}

function kindOf(k: Kitchen, property: Property): Kind | undefined {
  if (property.sensitivity === 'sensitive') return undefined
  if (property.type === 'money' && (property.currency ?? k.of.currency) !== k.of.currency) {
    return undefined
  }
  return KINDS[property.type]
}

/** Everything that a name may stand for in the scope. */
export function properties(k: Kitchen, scope: Scope): readonly Property[] {
  if (scope.kind === 'customer') return Object.values(k.of.catalogue.traits)
  const own = scope.element?.properties ?? {}
  const fromEvent = Object.values(scope.event.properties).filter((p) => !Object.hasOwn(own, p.name))
  return [...Object.values(own), ...fromEvent]
}

/** False where no amount is in reach: an amount written there would stand beside bare numbers. */
export function hasMoney(k: Kitchen, scope: Scope): boolean {
  if (properties(k, scope).some((p) => kindOf(k, p) === 'money')) return true
  if (scope.kind === 'rows') return false
  return Object.values(k.of.catalogue.events).some((event) => hasMoney(k, { kind: 'rows', event }))
}

export function nameNode(scope: Scope, name: string): Expression {
  return scope.kind === 'customer' ? { kind: 'trait', name } : { kind: 'property', name }
}

export function anyLiteral(k: Kitchen, kind: Kind): Arbitrary<Literal> {
  const { currency, texts, numbers, dates, instants } = k.of
  const number = fc.constantFrom(...numbers)
  switch (kind) {
    case 'number':
      return number.map((value) => ({ kind: 'number', value }))
    case 'money':
      return fc
        .tuple(number, fc.boolean())
        .map(([value, bare]) =>
          bare ? { kind: 'number', value } : { kind: 'number', value, currency },
        )
    case 'boolean':
      return fc.boolean().map((value) => ({ kind: 'boolean', value }))
    case 'date':
      return fc.constantFrom(...dates).map((value) => ({ kind: 'date', value }))
    case 'instant':
      return fc.constantFrom(...instants).map((value) => ({ kind: 'instant', value }))
    case 'duration':
      return fc
        .tuple(fc.nat(400), fc.constantFrom('minute', 'hour', 'day', 'week'))
        .map(([count, unit]) => ({ kind: 'duration', count, unit }))
    default:
      return fc.constantFrom(...texts).map((value) => ({ kind: 'text', value }))
  }
}

export function anySource(k: Kitchen, depth: number): Arbitrary<{ source: Source; scope: Scope }> {
  return remembered(k, `source ${depth}`, () => {
    const scopes = Object.values(k.of.catalogue.events).flatMap((event): Scope[] => [
      { kind: 'rows', event },
      ...Object.values(event.elements).map((element): Scope => ({ kind: 'rows', event, element })),
    ])
    return fc.oneof(
      ...scopes.map((scope) => sourceOf(k, scope, depth).map((source) => ({ source, scope }))),
    )
  })
}

/** A source of these very rows, with or without filter and window. */
export function sourceOf(k: Kitchen, scope: Scope, depth: number): Arbitrary<Source> {
  if (scope.kind === 'customer') throw new Error('a source has rows')
  return remembered(k, `source of ${scopeKey(scope)} ${depth}`, () => {
    const { event, element } = scope
    const where = k.condition(k, scope, Math.max(0, depth - 1))
    return fc
      .record({
        where: fc.option(where, { nil: undefined, freq: 2 }),
        window: fc.option(fc.constantFrom(...k.of.windows), { nil: undefined, freq: 3 }),
      })
      .map(({ where, window }) => ({
        event: event.name,
        ...(element === undefined ? {} : { element: element.name }),
        ...(where === undefined ? {} : { where }),
        ...(window === undefined ? {} : { window }),
      }))
  })
}

/** A value of the kind in the scope, literals included; `depth` bounds arithmetic and filters. */
export function anyValue(
  k: Kitchen,
  scope: Scope,
  kind: Kind,
  depth: number,
): Arbitrary<Expression> {
  return remembered(k, `value ${scopeKey(scope)} ${kind} ${depth}`, () => {
    const named = properties(k, scope).filter((p) => kindOf(k, p) === kind)
    const leaves: Arbitrary<Expression>[] = [
      ...(named.length === 0
        ? []
        : [fc.constantFrom(...named.map((p) => nameNode(scope, p.name)))]),
      ...(scope.kind === 'customer' ? customerValues(k, kind, depth) : []),
      ...(scope.kind === 'rows' && kind === 'instant' ? [fc.constant(EVENT_TIME)] : []),
    ]
    const all = leaves.length === 0 ? [anyLiteral(k, kind)] : leaves
    return depth === 0 ? fc.oneof(...all) : fc.oneof(...all, ...computed(k, scope, kind, depth))
  })
}

const EVENT_TIME: Expression = { kind: 'eventTime' }

function customerValues(k: Kitchen, kind: Kind, depth: number): Arbitrary<Expression>[] {
  const hasRole = (role: string): boolean =>
    Object.values(k.of.catalogue.traits).some(
      (t) => t.role === role && t.sensitivity !== 'sensitive',
    )
  const own = k.measures.filter((m) => m.kind === kind)
  const values: Arbitrary<Expression>[] = own.map((m) =>
    fc.constant({ kind: 'named', name: m.name }),
  )
  if (kind === 'number' && hasRole('birth-date')) values.push(fc.constant({ kind: 'age' }))
  if (kind === 'duration' && hasRole('joined')) values.push(fc.constant({ kind: 'tenure' }))
  if (kind === 'instant') {
    const fns: readonly MeasureFn[] = k.of.lists === undefined ? ENDS : [...ENDS, 'nth']
    values.push(
      fc
        .tuple(fc.constantFrom(...fns), anySource(k, depth), PLACE_IN_ORDER)
        .map(([fn, { source }, n]) => numbered({ kind: 'measure', fn, source }, n)),
    )
  }
  if (kind === 'number') {
    values.push(anySource(k, depth).map(({ source }) => ({ kind: 'measure', fn: 'count', source })))
  }
  return [...values, ...k.wide(k, kind, depth), ...propertyMeasures(k, kind, depth)]
}

const ENDS: readonly MeasureFn[] = ['first', 'last']
const PLACE_IN_ORDER = fc.constantFrom(1, 2, 3, -1, -2)

/** `nth` has its number, the others none. */
function numbered(measure: Extract<Expression, { kind: 'measure' }>, n: number): Expression {
  return measure.fn === 'nth' ? { ...measure, n } : measure
}

/** Measures over a property, of every source and property that give the kind. */
function propertyMeasures(k: Kitchen, kind: Kind, depth: number): Arbitrary<Expression>[] {
  const found: Arbitrary<Expression>[] = []
  for (const event of Object.values(k.of.catalogue.events)) {
    for (const element of [undefined, ...Object.values(event.elements)]) {
      const scope: Scope =
        element === undefined ? { kind: 'rows', event } : { kind: 'rows', event, element }
      for (const property of properties(k, scope)) {
        for (const fn of fnsGiving(kind, kindOf(k, property), k.of.lists !== undefined)) {
          found.push(
            fc
              .tuple(sourceOf(k, scope, depth), PLACE_IN_ORDER)
              .map(([source, n]) =>
                numbered({ kind: 'measure', fn, source, property: property.name }, n),
              ),
          )
        }
      }
    }
  }
  return found.length === 0 ? [] : [fc.oneof(...found)]
}

function fnsGiving(kind: Kind, of: Kind | undefined, isWide: boolean): MeasureFn[] {
  if (of === undefined) return []
  const fns: MeasureFn[] = kind === 'number' && of !== 'list' ? ['count distinct', 'most'] : []
  if (kind !== of) return fns
  fns.push('first', 'last')
  if (isWide) fns.push('nth')
  if (of === 'number' || of === 'money')
    fns.push('sum', 'avg', ...(isWide ? ['median' as const] : []))
  if (['number', 'money', 'date', 'instant'].includes(of)) fns.push('min', 'max')
  return fns
}

type Op = '+' | '-' | '*' | '/'

function pair(
  op: Op,
  left: Arbitrary<Expression>,
  right: Arbitrary<Expression>,
): Arbitrary<Expression> {
  return fc.tuple(left, right).map(([l, r]) => ({ kind: 'arithmetic', op, left: l, right: r }))
}

function computed(k: Kitchen, scope: Scope, kind: Kind, depth: number): Arbitrary<Expression>[] {
  const of = (part: Kind): Arbitrary<Expression> => {
    const value = anyValue(k, scope, part, depth - 1)
    return part === 'list' ? value : fc.oneof(value, anyLiteral(k, part))
  }
  // Currency on a literal beside a bare number is an error, so that parts of amounts are never literals alone.
  const pure = (part: Kind): Arbitrary<Expression> => anyValue(k, scope, part, depth - 1)
  const negate = (part: Kind): Arbitrary<Expression> =>
    pure(part).map((v) => ({ kind: 'negate', of: v }))
  const moment = fc.oneof(pure('date'), pure('instant'))
  switch (kind) {
    case 'number':
      return [
        fc.constantFrom<Op>('+', '-', '*', '/').chain((op) => pair(op, of('number'), of('number'))),
        pair('/', pure('duration'), pure('duration')),
        negate('number'),
        moment.map((v) => ({ kind: 'daysSince', of: v })),
        fc
          .tuple(fc.constantFrom('year', 'month', 'day', 'weekday'), moment)
          .map(([part, v]) => ({ kind: 'calendarPart', part, of: v })),
        pure('instant').map((v) => ({ kind: 'calendarPart', part: 'hour', of: v })),
      ]
    case 'money':
      return [
        fc.constantFrom<Op>('+', '-').chain((op) => pair(op, pure('money'), of('money'))),
        fc.constantFrom<Op>('*', '/').chain((op) => pair(op, pure('money'), of('number'))),
        negate('money'),
      ]
    case 'duration':
      return [
        fc.constantFrom<Op>('+', '-').chain((op) => pair(op, of('duration'), of('duration'))),
        fc.constantFrom<Op>('*', '/').chain((op) => pair(op, of('duration'), of('number'))),
        pair('-', moment, moment),
        negate('duration'),
      ]
    default:
      return []
  }
}
