/** Takes measures apart into aggregates that several of them share, and says how to put a measure together again. */
import { never } from '../../base/index.ts'
import type { Catalogue, Property } from '../../catalog/index.ts'
import { raw, sql, type Sql } from '../../sql/index.ts'
import type { Clock } from '../time/clock.ts'
import type { Edge } from '../time/edge.ts'
import type { Measure, PropertyRef, Test } from '../logic/logic.ts'
import { group, known } from '../logic/normal.ts'
import type { Pool } from '../logic/pool.ts'
import { emitStreak, periodNumber } from '../construct/streak.ts'
import { emitMeanGap } from '../construct/times.ts'

/** `earliest` and `latest` are of the event's instant; `first` and `last` of a property, by instant, id and place. */
export type AggregateFn =
  | 'count'
  | 'sum'
  | 'min'
  | 'max'
  | 'distinct'
  | 'most'
  | 'earliest'
  | 'latest'
  | 'first'
  | 'last'
  | 'nth'
  | 'median'
  | 'median gap'
  /** Arrays: the instants of rows in order (ms), and the numbers of the local periods that hold any, latest first. */
  | 'times'
  | 'periods'

/** One column of a pass. `parts` are the conditions that a row must meet, all of them. */
export interface Aggregate {
  readonly fn: AggregateFn
  readonly event: string
  readonly element?: string
  readonly parts: readonly Test[]
  readonly after: Edge
  readonly upTo: Edge
  readonly property?: PropertyRef
  /** `distinct` only: nobody asks for more than whether there are more than this many. */
  readonly atMost?: number
  readonly n?: number
  readonly per?: Measure['per']
}

/** The aggregates of a measure, in the order that `emitMeasure` takes their columns. */
export function aggregatesOf(
  measure: Measure,
  context: {
    readonly pool: Pool
    readonly catalogue: Catalogue
    /** The largest number that a `count distinct` is compared with. */
    readonly bound?: number
  },
): readonly Aggregate[] {
  const { pool, catalogue } = context
  const make = (
    fn: AggregateFn,
    options: { property?: boolean; known?: boolean } = {},
  ): Aggregate => {
    const { property, where } = measure
    const tests = where === undefined ? [] : [where]
    if (
      options.known === true &&
      property !== undefined &&
      !isRequired(measure, property, catalogue)
    )
      tests.push(known(pool, pool.one({ kind: 'property', ...property })))
    const all = group(pool, 'and', tests)
    return pool.one<Aggregate>({
      fn,
      event: measure.event,
      ...(measure.element === undefined ? {} : { element: measure.element }),
      parts: partsOf(all),
      after: measure.after,
      upTo: measure.upTo,
      ...(options.property === true && property !== undefined ? { property } : {}),
      ...(fn === 'distinct' && context.bound !== undefined ? { atMost: context.bound } : {}),
      ...(fn === 'nth' && measure.n !== undefined ? { n: measure.n } : {}),
      ...(fn === 'periods' && measure.per !== undefined ? { per: measure.per } : {}),
    })
  }
  switch (measure.fn) {
    case 'count':
      return [make('count')]
    case 'sum':
      return [make('sum', { property: true })]
    case 'avg':
      return [make('sum', { property: true }), make('count', { known: true })]
    case 'min':
      return [make('min', { property: true })]
    case 'max':
      return [make('max', { property: true })]
    case 'count distinct':
      return [make('distinct', { property: true, known: true })]
    case 'most':
      return [make('most', { property: true, known: true })]
    case 'first':
      return [measure.property === undefined ? make('earliest') : make('first', { property: true })]
    case 'last':
      return [measure.property === undefined ? make('latest') : make('last', { property: true })]
    case 'nth':
    case 'median':
      return [make(measure.fn, { property: true })]
    case 'gap':
      return [make('earliest'), make('latest'), make('count')]
    case 'median gap':
    case 'times':
      return [make(measure.fn)]
    case 'streak':
      return [make('periods')]
    default:
      return never(measure.fn)
  }
}

/** The value of a measure from its aggregates' columns; of the SQL types that tests expect. */
export function emitMeasure(measure: Measure, columns: readonly Sql[], clock: Clock): Sql {
  const [a = raw('NULL'), b = raw('NULL'), c = raw('NULL')] = columns
  switch (measure.fn) {
    case 'count':
    case 'count distinct':
      return sql`toFloat64(${a})`
    case 'most':
      // A customer without rows has no counts, whose greatest is 0.
      return sql`toFloat64(arrayMax(${a}))`
    case 'sum':
      return sql`toFloat64(ifNull(${a}, 0))`
    case 'avg':
      return sql`if(${b} = 0, NULL, toFloat64(${a}) / ${b})`
    case 'min':
    case 'max':
    case 'nth':
      if (measure.property === undefined) return sql`toUnixTimestamp64Milli(${a})`
      if (measure.property.type === 'number') return sql`toFloat64(${a})`
      if (measure.property.type === 'instant') return sql`toUnixTimestamp64Milli(${a})`
      return a
    case 'first':
    case 'last':
      if (measure.property === undefined) return sql`toUnixTimestamp64Milli(${a})`
      return decodeValue(measure.property, a)
    case 'median':
    case 'median gap':
    case 'times':
      return a
    case 'gap':
      return emitMeanGap(a, b, c)
    case 'streak': {
      const { unit = 'day', timeZone = 'UTC' } = measure.per ?? {}
      return emitStreak(a, periodNumber(clock.today(timeZone), unit))
    }
    default:
      return never(measure.fn)
  }
}

/**
 * A value of a row that may be missing as one that never is, for aggregates that would skip NULL: the first
 * event's missing channel is missing, not the second event's. Each stand-in lies outside of what its type can
 * store; no row at all is NULL (for text and lists '' and empty, which stand for missing anyway).
 */
export function encodeValue(type: PropertyRef['type'], column: Sql): Sql {
  switch (type) {
    case 'number':
      return sql`toNullable(ifNull(toFloat64(${column}), nan))`
    case 'boolean':
      return sql`toNullable(ifNull(toInt8(${column}), -1))`
    case 'date':
      return sql`toNullable(ifNull(toInt32(${column}), -2147483648))`
    case 'instant':
      return sql`toNullable(ifNull(toUnixTimestamp64Milli(${column}), -9223372036854775808))`
    default:
      return column
  }
}

/** The opposite of `encodeValue`; NULL stays NULL. */
export function decodeValue(property: Pick<PropertyRef, 'type'>, column: Sql): Sql {
  switch (property.type) {
    case 'number':
      return sql`if(isNaN(${column}), NULL, ${column})`
    case 'boolean':
      return sql`if(${column} = -1, NULL, ${column} = 1)`
    case 'date':
      return sql`if(${column} = -2147483648, NULL, toDate32(${column}))`
    case 'instant':
      return sql`if(${column} = -9223372036854775808, NULL, ${column})`
    default:
      return column
  }
}

function partsOf(test: Test): readonly Test[] {
  if (test.kind === 'and') return test.of
  return test.kind === 'constant' ? [] : [test]
}

function isRequired(measure: Measure, property: PropertyRef, catalogue: Catalogue): boolean {
  // An amount may lack a rate.
  return (
    property.convert === undefined && propertyOf(catalogue, measure, property)?.required === true
  )
}

/** The catalogue's entry for a property of an event or of its element. */
export function propertyOf(
  catalogue: Catalogue,
  source: { readonly event: string; readonly element?: string },
  property: Pick<PropertyRef, 'name' | 'of'>,
): Property | undefined {
  const kind = catalogue.events[source.event]
  if (property.of === 'event') return kind?.properties[property.name]
  return source.element === undefined
    ? undefined
    : kind?.elements[source.element]?.properties[property.name]
}
