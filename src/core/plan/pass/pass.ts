/** The SQL of one pass over the events of a family: one row per customer, one column per aggregate. */
import { assert, never } from '../../base/index.ts'
import { elementColumn, eventTable, propertyColumn, type Catalogue } from '../../catalog/index.ts'
import { id, join, raw, sql, type Sql } from '../../sql/index.ts'
import { encodeValue, type Aggregate } from './aggregate.ts'
import { instant, type Clock } from '../time/clock.ts'
import { NEVER } from '../time/cross.ts'
import { emitTest, type Scope } from '../emit.ts'
import type { Family } from './family.ts'
import { nextFlip, timedLeaves } from '../flip/flip.ts'
import type { PropertyRef, Test } from '../logic/logic.ts'
import { emitConverted } from '../construct/rates.ts'
import { rowFlips } from '../flip/row-flip.ts'
import { emitPeriods, periodNumber } from '../construct/streak.ts'
import {
  emitMedian,
  emitMedianGap,
  emitNthInstant,
  emitNthValue,
  emitSorted,
  emitTimes,
} from '../construct/times.ts'
import { partsOfTest, valuesIn } from '../logic/walk.ts'
import { localDay } from '../time/zone.ts'

/** Names a table; on a cluster the shard's part of it, or with `whole` the copy that every host has of a small one. */
export type TableOf = (name: string, whole?: boolean) => Sql

/** What every pass needs to know. */
export interface PassContext {
  readonly catalogue: Catalogue
  readonly table: TableOf
  readonly columnOf: (aggregate: Aggregate) => string
  readonly clock: Clock
  /** Who is looked at when, where everybody has an instant of their own. */
  readonly due?: Sql
  /** Whether the instants are wanted at which time alone changes what the pass finds. */
  readonly flips: boolean
  /** A part of all customers, for estimates: a condition on customer_key, or absent. */
  readonly sample?: Sql
}

/** One row per customer, and beside it the instants (ms, never NULL) of the next change, in terms of its columns. */
export interface Pass {
  readonly sql: Sql
  readonly flips: readonly Sql[]
}

export function emitPass(family: Family, context: PassContext): Pass {
  const { clock } = context
  const scope = rowScope(family, context)
  const reach = [
    ...(Number.isFinite(family.after) ? [sql`at > ${instant(family.after)}`] : []),
    sql`at <= ${instant(family.upTo)}`,
  ]
  const common = family.common.map((test) => emitTest(test, scope))
  const seen = context.flips ? rowFlips(family, clock) : []
  if (context.flips) {
    const timed = timedLeaves(family.aggregates.flatMap((a) => a.parts))
    if (timed.length > 0) {
      const name = `${family.name}_timed`
      const flip = nextFlip(timed, scope)
      seen.push({ name, column: sql`minOrNull(${flip})`, flip: sql`ifNull(${id(name)}, ${NEVER})` })
    }
  }
  const columns = [
    id('customer_key'),
    ...family.aggregates.map(
      (a) => sql`${emitAggregate(a, family, scope)} AS ${id(context.columnOf(a))}`,
    ),
    ...seen.map(({ name, column }) => sql`${column} AS ${id(name)}`),
  ]
  const select = sql`SELECT ${join(columns, ', ')}`
  const table = context.table(eventTable(family.event))
  const { from, where } = rowsOf(table, reach, context)
  const flips = seen.map((s) => s.flip)
  if (family.element === undefined) {
    const conditions = [...where, ...common]
    const filter = conditions.length === 0 ? raw('') : sql` WHERE ${join(conditions, ' AND ')}`
    return { sql: sql`${select} FROM ${from}${filter} GROUP BY customer_key`, flips }
  }
  // Rows are chosen before their elements are spread out.
  const rows =
    where.length === 0 ? from : sql`(SELECT * FROM ${from} WHERE ${join(where, ' AND ')})`
  const filter = common.length === 0 ? raw('') : sql` WHERE ${join(common, ' AND ')}`
  return {
    sql: sql`${select} FROM ${rows}
    ARRAY JOIN ${emitSpread(family, context)}${filter} GROUP BY customer_key`,
    flips,
  }
}

/**
 * The rows of a table that a pass reads. With instants of their own, only those of customers who are due, none later
 * than the customer's instant, with that instant as `now_ms` and the row's as `at_ms`.
 */
export function rowsOf(
  table: Sql,
  conditions: readonly Sql[],
  { clock, due, sample }: Pick<PassContext, 'clock' | 'due' | 'sample'>,
): { readonly from: Sql; readonly where: readonly Sql[] } {
  const all = [...(sample === undefined ? [] : [sample]), ...conditions]
  if (!clock.isOwn) return { from: table, where: all }
  assert(due !== undefined, 'own instants without anybody who is due')
  const mine = [sql`customer_key IN (SELECT customer_key FROM ${due})`, ...all]
  return {
    from: sql`(SELECT * FROM (SELECT *, toUnixTimestamp64Milli(at) AS at_ms FROM ${table} WHERE ${join(mine, ' AND ')}) AS fact
      INNER JOIN (${dueNow(due)}) AS due USING (customer_key) WHERE at_ms <= now_ms)`,
    where: [],
  }
}

/** Who is due, with the instant in milliseconds. */
export function dueNow(due: Sql): Sql {
  return sql`SELECT customer_key, toUnixTimestamp64Milli(as_of) AS now_ms FROM ${due}`
}

/** The element arrays in use, under the names that `rowScope` gives to single elements. */
function emitSpread(family: Family, { catalogue }: PassContext): Sql {
  const element = family.element ?? ''
  const [first] = Object.keys(catalogue.events[family.event]?.elements[element]?.properties ?? {})
  assert(first !== undefined, `${family.event}.${element} has no properties`)
  const used = elementProperties(family)
  const arrays = (used.length === 0 ? [first] : used).map(
    (p) => sql`${id(elementColumn(element, p))} AS ${id(spreadColumn(p))}`,
  )
  if (family.aggregates.some((a) => a.fn === 'first' || a.fn === 'last' || a.fn === 'nth'))
    arrays.push(sql`arrayEnumerate(${id(elementColumn(element, first))}) AS element_place`)
  return join(arrays, ', ')
}

/** Spreading copies whole columns, so only those that something looks at. */
function elementProperties(family: Family): readonly string[] {
  const used = family.aggregates.flatMap((a): PropertyRef[] => [
    ...(a.property === undefined ? [] : [a.property]),
    ...a.parts.flatMap((part) =>
      [...valuesIn(part)].flatMap((v) => (v.kind === 'property' ? [v] : [])),
    ),
  ])
  const refs = used.flatMap((p) => (p.convert === undefined ? [p] : [p, p.convert.currency]))
  return [...new Set(refs.filter((r) => r.of === 'element').map((r) => r.name))]
}

function spreadColumn(property: string): string {
  return `x_${property}`
}

function emitAggregate(a: Aggregate, family: Family, scope: Scope): Sql {
  const { clock } = scope
  const [after, upTo] = [clock.bounds(a.after), clock.bounds(a.upTo)]
  // Edges come first, elements last: the engine looks into lists only where all before holds.
  const tests: Sql[] = []
  // What the pass reads no further back than needs no looking at.
  if (after.low < after.high || after.low > family.after)
    tests.push(sql`${clock.at} > ${clock.edge(a.after)}`)
  const isLast = clock.isOwn
    ? a.upTo.kind === 'now'
    : upTo.low === upTo.high && upTo.high >= family.upTo
  if (!isLast) tests.push(sql`${clock.at} <= ${clock.edge(a.upTo)}`)
  const parts = a.parts.filter((part) => !family.common.includes(part))
  for (const part of parts.toSorted((x, y) => Number(looksInside(x)) - Number(looksInside(y))))
    tests.push(emitTest(part, scope))
  const when = tests.length === 0 ? undefined : join(tests, ' AND ')
  const parameter = a.atMost === undefined ? '' : `(${a.atMost})`
  const call = (fn: string, ...args: readonly Sql[]): Sql =>
    when === undefined
      ? sql`${raw(`${fn}${parameter}`)}(${join(args, ', ')})`
      : sql`${raw(`${fn}If${parameter}`)}(${join([...args, when], ', ')})`
  switch (a.fn) {
    case 'count':
      return call('count')
    case 'sum':
      return call('sum', rawColumn(a))
    case 'min':
      return call('minOrNull', rawColumn(a))
    case 'max':
      return call('maxOrNull', rawColumn(a))
    case 'distinct':
      // Sets hold hashes, half as dear as texts. Two of a customer's n values share one of 2^64 hashes with a
      // chance of n * n / 2^65: for a thousand values 3e-14. Up to a known number a short list does.
      return call(
        a.atMost === undefined ? 'uniqExact' : 'uniqUpTo',
        sql`sipHash64(${rawColumn(a)})`,
      )
    case 'most':
      // By hashes too; of (keys, counts) the counts.
      return sql`${call('sumMap', sql`[assumeNotNull(sipHash64(${rawColumn(a)}))]`, raw('[toUInt64(1)]'))}.2`
    case 'earliest':
      return call('minOrNull', raw('at'))
    case 'latest':
      return call('maxOrNull', raw('at'))
    case 'first':
    case 'last': {
      const encoded = encodeValue(a.property?.type ?? 'text', rawColumn(a))
      return call(
        a.fn === 'first' ? 'argMin' : 'argMax',
        encoded,
        a.element === undefined ? EVENT_ORDER : ELEMENT_ORDER,
      )
    }
    default:
      return emitOrdered(a, a.fn, when)
  }
}

/** Whether a test looks at single elements of an event. */
function looksInside(test: Test): boolean {
  return test.kind === 'anyElement' || partsOfTest(test).some(looksInside)
}

/** Columns that look at rows in their order. */
function emitOrdered(
  a: Aggregate,
  fn: 'nth' | 'median' | 'median gap' | 'times' | 'periods',
  when: Sql | undefined,
): Sql {
  switch (fn) {
    case 'nth': {
      const { property, n = 1 } = a
      if (property === undefined) return emitNthInstant(n, when)
      const column = hasOwnMissing(property) ? rawColumn(a) : sql`toNullable(${rawColumn(a)})`
      const order = a.element === undefined ? EVENT_ORDER : ELEMENT_ORDER
      return emitNthValue(n, { order, column }, when)
    }
    case 'median':
      return emitMedian(emitSorted(rawColumn(a), when))
    case 'median gap':
      return emitMedianGap(emitTimes(when))
    case 'times':
      return emitTimes(when)
    case 'periods': {
      const { unit = 'day', timeZone = 'UTC' } = a.per ?? {}
      const day = localDay(raw('toUnixTimestamp64Milli(at)'), timeZone)
      return emitPeriods(periodNumber(day, unit), when)
    }
    default:
      return never(fn)
  }
}

/** Types that have a value of their own for what is missing cannot be NULL. */
function hasOwnMissing({ type }: PropertyRef): boolean {
  return type === 'text' || type === 'list' || type === 'geo'
}

/**
 * The order of events as bytes: eight of the instant, then the id. Texts are compared as they lie in memory, where
 * a tuple would be taken apart for every row; that makes the pass two and a half times as quick.
 */
const EVENT_ORDER = raw(
  'concat(reinterpretAsFixedString(byteSwap(toUInt64(toUnixTimestamp64Milli(at) + 10000000000000))), id)',
)
/** Then the place in the event, after an end mark that sorts an id before all that begin with it. */
const ELEMENT_ORDER = raw(
  `concat(reinterpretAsFixedString(byteSwap(toUInt64(toUnixTimestamp64Milli(at) + 10000000000000))),
    replaceAll(id, '\\0', '\\0\\1'), '\\0\\0', reinterpretAsFixedString(byteSwap(toUInt32(element_place))))`,
)

function rawColumn(a: Aggregate): Sql {
  assert(a.property !== undefined, `${a.fn} needs a property`)
  return inOneCurrency(a.property, rowColumn)
}

function rowColumn({ name, of }: Pick<PropertyRef, 'name' | 'of'>): Sql {
  return id(of === 'event' ? propertyColumn(name) : spreadColumn(name))
}

/** A stored column, converted where that is asked for. */
function inOneCurrency(
  p: PropertyRef,
  columnOf: (p: Pick<PropertyRef, 'name' | 'of'>) => Sql,
): Sql {
  if (p.convert === undefined) return columnOf(p)
  return emitConverted(columnOf(p), columnOf(p.convert.currency), p.convert)
}

/** A row of events: properties are columns, and those of elements are columns once spread out. */
function rowScope(
  family: Pick<Family, 'event'>,
  { catalogue, clock }: Pick<PassContext, 'catalogue' | 'clock'>,
): Scope {
  const over = (
    element: string,
    build: (inner: Scope) => Sql,
    wrap: (lambda: Sql, arrays: Sql) => Sql,
  ): Sql => overElements(element, { family, catalogue, scope, build, wrap })
  const scope: Scope = {
    clock,
    trait: outside('a trait'),
    measure: outside('a measure'),
    own: outside('a customer'),
    eventTime: clock.atMs,
    property: (p) => typed(p, inOneCurrency(p, rowColumn)),
    anyElement: (element, where) =>
      over(
        element,
        (inner) => emitTest(where, inner),
        (lambda, arrays) => sql`arrayExists(${lambda}, ${arrays})`,
      ),
    elementFlip: (element, where) =>
      over(
        element,
        (inner) => nextFlip(timedLeaves([where]), inner),
        (lambda, arrays) => sql`arrayMin(arrayPushBack(arrayMap(${lambda}, ${arrays}), ${NEVER}))`,
      ),
  }
  return scope
}

/** Something about single elements: a lambda over the parallel arrays, whose parameters shadow nothing. */
function overElements(
  element: string,
  context: {
    readonly family: Pick<Family, 'event'>
    readonly catalogue: Catalogue
    readonly scope: Scope
    readonly build: (inner: Scope) => Sql
    readonly wrap: (lambda: Sql, arrays: Sql) => Sql
  },
): Sql {
  const properties =
    context.catalogue.events[context.family.event]?.elements[element]?.properties ?? {}
  const used = new Set<string>()
  const single = ({ name, of }: Pick<PropertyRef, 'name' | 'of'>): Sql => {
    if (of === 'event') return rowColumn({ name, of })
    used.add(name)
    return id(`any_${name}`)
  }
  const inner: Scope = {
    ...context.scope,
    property: (p) =>
      p.of === 'event' ? context.scope.property(p) : typed(p, inOneCurrency(p, single)),
  }
  const body = context.build(inner)
  const [first] = Object.keys(properties)
  assert(first !== undefined, `${context.family.event}.${element} has no properties`)
  const names = used.size === 0 ? [first] : [...used]
  const parameters = join(
    names.map((n) => id(`any_${n}`)),
    ', ',
  )
  const arrays = join(
    names.map((n) => id(elementColumn(element, n))),
    ', ',
  )
  return context.wrap(sql`(${parameters}) -> ${body}`, arrays)
}

/** A stored column as the type that tests expect. */
export function typed(p: Pick<PropertyRef, 'type'>, stored: Sql): Sql {
  if (p.type === 'number') return sql`toFloat64(${stored})`
  if (p.type === 'instant') return sql`toUnixTimestamp64Milli(${stored})`
  return stored
}

function outside(what: string): () => never {
  return () => {
    throw new Error(`bug: ${what} inside of where`)
  }
}
