/** Brings what has a table, a pass or a formula of its own into the plan's terms: lists, scores, sequences, states. */
import { never } from '../../base/index.ts'
import type { BoundCondition, BoundSource, BoundValue, Conversion } from '../../segment/index.ts'
import { edgesOf, isEmpty, type Edge, type EdgePair } from '../time/edge.ts'
import type { Measure, PropertyRef, Step, Test, Value } from './logic.ts'
import { compare, constant, literal, missing } from './normal.ts'
import type { Pool } from './pool.ts'
import { valuesIn } from './walk.ts'

/** How the parts of a construct are resolved. */
export interface Resolver {
  readonly pool: Pool
  readonly timeZone: string
  readonly test: (c: BoundCondition) => Test
  readonly value: (v: BoundValue) => Value
}

type Condition<K extends BoundCondition['kind']> = Extract<BoundCondition, { kind: K }>
type Bound<K extends BoundValue['kind']> = Extract<BoundValue, { kind: K }>

/** A condition that speaks of the customer as a whole. */
export function resolveConstruct(
  c: Condition<'inList' | 'sequence' | 'stateFor' | 'anniversary'>,
  x: Resolver,
): Test {
  const { pool, timeZone } = x
  switch (c.kind) {
    case 'inList': {
      const listed = pool.one<Value>({ kind: 'listed', type: 'boolean', list: c.list })
      return compare(pool, '=', listed, literal(pool, 'boolean', true))
    }
    case 'sequence':
      return resolveSequence(c, x)
    case 'stateFor':
      return resolveState(c, x)
    case 'anniversary': {
      const value = x.value(c.value)
      if (value.kind === 'missing') return constant(pool, false)
      const { direction, days } = c
      return pool.one<Test>({ kind: 'anniversary', value, direction, days, timeZone })
    }
    default:
      return never(c)
  }
}

/** A value that no single measure gives. */
export function resolveFormula(
  v: Bound<'score' | 'bucket' | 'distance' | 'extreme'>,
  x: Resolver,
): Value {
  const { pool } = x
  switch (v.kind) {
    case 'score':
      return pool.one<Value>({ kind: 'score', type: 'number', name: v.name })
    case 'bucket':
      return pool.one<Value>({ kind: 'bucket', type: 'number', salt: v.salt })
    case 'distance': {
      const of = x.value(v.of)
      if (of.kind === 'missing') return missing(pool, 'number')
      const { latitude, longitude } = v
      return pool.one<Value>({ kind: 'distance', type: 'number', of, latitude, longitude })
    }
    case 'extreme': {
      const known = [...new Set(v.of.map(x.value))].filter((one) => one.kind !== 'missing')
      const parts = known.sort((a, b) => pool.numberOf(a) - pool.numberOf(b))
      const [only] = parts
      if (only === undefined) return missing(pool, v.type)
      if (parts.length === 1) return only
      return pool.one<Value>({ kind: 'extreme', type: v.type, op: v.op, parts })
    }
    default:
      return never(v)
  }
}

/** A property with its conversion; tables of rates are long, and pooled by themselves. */
export function resolveProperty(
  pool: Pool,
  p: Omit<PropertyRef, 'convert'> & { readonly convert?: Conversion },
): PropertyRef {
  const { name, of, type, convert } = p
  if (convert === undefined) return pool.one<PropertyRef>({ name, of, type })
  const { to, timeZone } = convert
  const [currency, rates] = [pool.one(convert.currency), pool.one(convert.rates)]
  return pool.one<PropertyRef>({
    name,
    of,
    type,
    convert: pool.one<Conversion>({ currency, to, rates, timeZone }),
  })
}

/** All later rows lie after the first, so that they need be read no further back. */
function resolveSequence(c: Condition<'sequence'>, x: Resolver): Test {
  const { pool, timeZone } = x
  const edges = edgesOf(pool, c.first.window, timeZone)
  const first = isEmpty(edges) ? missing(pool, 'list') : timesOf(c.first, edges, x)
  const later = { after: edges.after, upTo: pool.one<Edge>({ kind: 'now' }) }
  const steps = c.steps.map(({ source, withinMs, negated }): Step => {
    const times = timesOf(source, later, x)
    return pool.one<Step>({ times, negated, ...(withinMs === undefined ? {} : { withinMs }) })
  })
  const hopeless = steps.some((step) => !step.negated && step.times.kind === 'missing')
  if (first.kind === 'missing' || hopeless) return constant(pool, false)
  return pool.one<Test>({ kind: 'sequence', first, steps })
}

/** The instants of a source's rows, in order; missing where its filter never holds. */
function timesOf(source: BoundSource, { after, upTo }: EdgePair, x: Resolver): Value {
  const { pool } = x
  const where = source.where === undefined ? undefined : x.test(source.where)
  if (where?.kind === 'constant' && !where.value) return missing(pool, 'list')
  const measure = pool.one<Measure>({
    fn: 'times',
    event: source.event,
    ...(source.element === undefined ? {} : { element: source.element }),
    ...(where === undefined || where.kind === 'constant' ? {} : { where }),
    after,
    upTo,
  })
  return pool.one<Value>({ kind: 'measure', type: 'list', measure })
}

/** Since when it has held is an instant, and the rest a comparison of the time since. */
function resolveState(c: Condition<'stateFor'>, x: Resolver): Test {
  const { pool } = x
  const where = x.test(c.condition)
  if (where.kind === 'constant' && !where.value) return where
  const trait = [...valuesIn(where)].find((v) => v.kind === 'trait')
  const since = pool.one<Value>({
    kind: 'stateSince',
    type: 'instant',
    where,
    ...(c.list === undefined ? {} : { list: c.list }),
    ...(trait === undefined ? {} : { trait: { name: trait.name, type: trait.type } }),
  })
  const time = pool.one<Value>({ kind: 'msFromInstant', type: 'duration', of: since })
  return compare(pool, c.longer ? '>=' : '<', time, literal(pool, 'duration', c.durationMs))
}
