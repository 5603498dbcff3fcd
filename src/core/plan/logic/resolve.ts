/** Fills the zone into a bound definition and brings it into normal form; the instant is filled in when SQL is written. */
import { assert, never, startOfLocalDay } from '../../base/index.ts'
import type {
  BoundCondition,
  BoundDefinition,
  BoundSource,
  BoundValue,
} from '../../segment/index.ts'
import { resolveConstruct, resolveFormula, resolveProperty, type Resolver } from './construct.ts'
import { edgesOf, isEmpty, type Edge } from '../time/edge.ts'
import type { Measure, Test, Value } from './logic.ts'
import {
  among,
  arithmetic,
  atLeast,
  compare,
  constant,
  group,
  known,
  literal,
  missing,
  negate,
  not,
} from './normal.ts'
import type { Pool } from './pool.ts'

function resolver(x: Context): Resolver {
  const { pool, timeZone } = x
  return { pool, timeZone, test: (c) => resolveTest(c, x), value: (v) => resolveValue(v, x) }
}

type MeasureValue = Extract<BoundValue, { kind: 'measure' }>

interface Context {
  readonly pool: Pool
  readonly timeZone: string
  readonly segment: (key: string) => Test
}

/**
 * The tests of all definitions, by segment key; a reference to a segment becomes that segment's own tree, so
 * that nesting costs nothing. References must exist and hold no circle: the binder has refused those.
 */
export function resolveAll(
  definitions: readonly BoundDefinition[],
  pool: Pool,
): ReadonlyMap<string, Test> {
  const byKey = new Map(definitions.map((d) => [d.segment, d]))
  const done = new Map<string, Test>()
  const open = new Set<string>()
  const segment = (key: string): Test => {
    const found = done.get(key)
    if (found !== undefined) return found
    const definition = byKey.get(key)
    assert(definition !== undefined, `segment ${key} is referred to and absent`)
    assert(!open.has(key), `segment ${key} refers to itself`)
    open.add(key)
    const test = resolveTest(definition.condition, {
      pool,
      timeZone: definition.timeZone,
      segment,
    })
    done.set(key, test)
    return test
  }
  for (const definition of definitions) segment(definition.segment)
  return done
}

function resolveTest(c: BoundCondition, x: Context): Test {
  const { pool } = x
  switch (c.kind) {
    case 'constant':
      return constant(pool, c.value)
    case 'and':
    case 'or':
      return group(
        pool,
        c.kind,
        c.of.map((part) => resolveTest(part, x)),
      )
    case 'not':
      return not(pool, resolveTest(c.of, x))
    case 'atLeast':
      return atLeast(
        pool,
        c.count,
        c.of.map((part) => resolveTest(part, x)),
      )
    case 'compare':
      return compare(pool, c.op, resolveValue(c.left, x), resolveValue(c.right, x))
    case 'between': {
      const value = resolveValue(c.value, x)
      return group(pool, 'and', [
        compare(pool, '>=', value, resolveValue(c.low, x)),
        compare(pool, '<=', value, resolveValue(c.high, x)),
      ])
    }
    case 'in':
      return among(pool, resolveValue(c.value, x), c.options, c.negated)
    case 'presence': {
      const test = known(pool, resolveValue(c.value, x))
      return c.missing ? not(pool, test) : test
    }
    case 'any':
      return resolveAny(c.source, x)
    case 'inSegment':
      return x.segment(c.segment)
    default:
      return resolveLeaf(c, x)
  }
}

type StructuralKind =
  | 'constant'
  | 'and'
  | 'or'
  | 'not'
  | 'atLeast'
  | 'compare'
  | 'between'
  | 'in'
  | 'presence'
  | 'any'
  | 'inSegment'

function resolveLeaf(c: Exclude<BoundCondition, { kind: StructuralKind }>, x: Context): Test {
  const { pool } = x
  switch (c.kind) {
    case 'text': {
      const value = resolveValue(c.value, x)
      if (value.kind === 'missing') return constant(pool, false)
      return pool.one<Test>({ kind: 'text', op: c.op, value, text: c.text })
    }
    case 'list':
      return resolveList(c, x)
    case 'within':
      return resolveWithin(c, x)
    case 'anyElement': {
      const where = resolveTest(c.where, x)
      if (where.kind === 'constant' && !where.value) return where
      return pool.one<Test>({ kind: 'anyElement', element: c.element, where })
    }
    case 'rank': {
      const value = resolveValue(c.value, x)
      if (value.kind === 'missing') return constant(pool, false)
      return pool.one<Test>({ kind: 'rank', key: c.key, value, band: c.band })
    }
    default:
      return resolveConstruct(c, resolver(x))
  }
}

/** `has none` is the opposite of `has any`, for a missing list too. */
function resolveList(c: Extract<BoundCondition, { kind: 'list' }>, x: Context): Test {
  const { pool } = x
  const value = resolveValue(c.value, x)
  const op = c.op === 'has none' ? 'has any' : c.op
  const options = [...new Set(c.options)].sort()
  const test =
    value.kind === 'missing'
      ? constant(pool, false)
      : pool.one<Test>({ kind: 'list', op, value, options })
  return c.op === 'has none' ? not(pool, test) : test
}

/** A date lies in the window when its local start does; as starts only grow with the date, that is a stretch of dates. */
function resolveWithin(c: Extract<BoundCondition, { kind: 'within' }>, x: Context): Test {
  const { pool, timeZone } = x
  const value = resolveValue(c.value, x)
  const edges = edgesOf(pool, c.window, timeZone)
  if (isEmpty(edges)) return constant(pool, false)
  const at = (edge: Edge): Value =>
    value.type === 'date'
      ? pool.one<Value>({ kind: 'edgeDay', type: 'date', edge, timeZone })
      : pool.one<Value>({ kind: 'edge', type: 'instant', edge })
  const tests = [compare(pool, '<=', value, at(edges.upTo))]
  if (edges.after.kind !== 'start') tests.push(compare(pool, '>', value, at(edges.after)))
  return group(pool, 'and', tests)
}

/** `any(source)` is `count(source) >= 1`, and shares its pass with whoever counts. */
function resolveAny(source: BoundSource, x: Context): Test {
  const count = resolveMeasure({ kind: 'measure', type: 'number', fn: 'count', source }, x)
  return compare(x.pool, '>=', count, literal(x.pool, 'number', 1))
}

function resolveMeasure(m: MeasureValue, x: Context): Value {
  const { pool } = x
  const edges = edgesOf(pool, m.source.window, x.timeZone)
  const where = m.source.where === undefined ? undefined : resolveTest(m.source.where, x)
  const nothing = isEmpty(edges) || (where?.kind === 'constant' && !where.value)
  if (nothing) {
    const zero = ['count', 'count distinct', 'sum', 'streak', 'most'].includes(m.fn)
    return zero ? literal(pool, 'number', 0) : missing(pool, m.type)
  }
  const property = m.property === undefined ? undefined : resolveProperty(pool, m.property)
  const measure = pool.one<Measure>({
    fn: m.fn,
    event: m.source.event,
    ...(m.source.element === undefined ? {} : { element: m.source.element }),
    ...(where === undefined || where.kind === 'constant' ? {} : { where }),
    ...edges,
    ...(property === undefined ? {} : { property }),
    ...(m.n === undefined ? {} : { n: m.n }),
    ...(m.per === undefined ? {} : { per: pool.one({ unit: m.per, timeZone: x.timeZone }) }),
  })
  return pool.one<Value>({ kind: 'measure', type: m.type, measure })
}

function resolveValue(v: BoundValue, x: Context): Value {
  const { pool } = x
  switch (v.kind) {
    case 'literal':
      return literal(pool, v.type, v.value)
    case 'trait':
      return pool.one<Value>({ kind: 'trait', type: v.type, name: v.name })
    case 'property':
      return pool.one<Value>({ kind: 'property', ...resolveProperty(pool, v) })
    case 'measure':
      return resolveMeasure(v, x)
    case 'arithmetic':
      return arithmetic(pool, v.type, v.op, resolveMoment(v.left, x), resolveMoment(v.right, x))
    case 'negate':
      return negate(pool, v.type, resolveValue(v.of, x))
    default:
      return resolveDerived(v, x)
  }
}

/** In arithmetic a date stands for the start of its local day. */
function resolveMoment(v: BoundValue, x: Context): Value {
  return toMoment(resolveValue(v, x), x)
}

function toMoment(v: Value, { pool, timeZone }: Context): Value {
  if (v.type !== 'date') return v
  if (v.kind === 'missing') return missing(pool, 'instant')
  if (v.kind === 'literal' && typeof v.value === 'string')
    return literal(pool, 'instant', startOfLocalDay(v.value, timeZone))
  return pool.one<Value>({ kind: 'startOfDay', type: 'instant', of: v, timeZone })
}

function resolveDerived(
  v: Exclude<
    BoundValue,
    { kind: 'literal' | 'trait' | 'property' | 'measure' | 'arithmetic' | 'negate' }
  >,
  x: Context,
): Value {
  const { pool, timeZone } = x
  switch (v.kind) {
    case 'daysSince':
    case 'yearsSince':
    case 'elapsed':
    case 'localDate':
    case 'calendarPart':
      break
    case 'eventTime':
      return pool.one<Value>({ kind: 'eventTime', type: 'instant' })
    default:
      return resolveFormula(v, resolver(x))
  }
  const of = resolveValue(v.of, x)
  if (of.kind === 'missing') return missing(pool, v.type)
  switch (v.kind) {
    case 'daysSince':
      return of.type === 'date'
        ? pool.one<Value>({ kind: 'daysFromDate', type: 'number', of, timeZone })
        : pool.one<Value>({ kind: 'daysFromInstant', type: 'number', of })
    case 'yearsSince':
      return pool.one<Value>({ kind: 'yearsFromDate', type: 'number', of, timeZone })
    case 'elapsed':
      return pool.one<Value>({ kind: 'msFromInstant', type: 'duration', of: toMoment(of, x) })
    case 'localDate':
      return pool.one<Value>({ kind: 'localDate', type: 'date', of, timeZone })
    case 'calendarPart':
      return pool.one<Value>({ kind: 'calendarPart', type: 'number', part: v.part, of, timeZone })
    default:
      return never(v)
  }
}
