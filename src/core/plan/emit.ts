/** Values and tests as SQL. A missing value is NULL, but '' for text and empty for lists; a test is 0 or 1, never NULL. */
import { assert, never } from '../base/index.ts'
import type { BoundLiteralValue, BoundType } from '../segment/index.ts'
import { join, raw, sql, value, type Sql } from '../sql/index.ts'
import type { Measure, OwnValue, PropertyRef, Test, Value } from './logic/logic.ts'
import { emitDistance } from './construct/place.ts'
import { emitSequence } from './construct/sequence.ts'
import { emitAnniversary } from './construct/anniversary.ts'
import type { Clock } from './time/clock.ts'
import { dayStart, localDay, localHour } from './time/zone.ts'

/** Between which numbers a value must lie to be of a rank, both included unless `highOpen`; an absent side is open to all. */
export interface Cutoff {
  readonly low?: number
  readonly high?: number
  readonly highOpen?: boolean
}

/** The thresholds of ranks by their key, as the last refresh found them; where there are none, nobody is of that rank. */
export type Cutoffs = (key: string) => Cutoff | undefined

/** Where names come from: columns of an event row, or of a customer's row. */
export interface Scope {
  readonly trait: (name: string, type: BoundType) => Sql
  readonly property: (property: PropertyRef) => Sql
  readonly measure: (measure: Measure) => Sql
  /** What is known of the customer besides. */
  readonly own: (value: OwnValue) => Sql
  /** When the row happened, in milliseconds; rows only. */
  readonly eventTime?: Sql
  /** `any item (...)`: true when one element meets the condition. */
  readonly anyElement: (element: string, where: Test) => Sql
  /** When `any item (...)` may next turn, for rows only. */
  readonly elementFlip?: (element: string, where: Test) => Sql
  readonly clock: Clock
  readonly cutoffs?: Cutoffs
  /** A test that an earlier step has computed already, as a column. */
  readonly column?: (test: Test) => Sql | undefined
}

const MS_PER_DAY_SQL = raw('86400000')

/** The value, of the type that `SQL_TYPE` names. */
export function emitValue(v: Value, scope: Scope): Sql {
  switch (v.kind) {
    case 'missing':
      return raw('NULL')
    case 'literal':
      return emitLiteral(v.value, v.type)
    case 'trait':
      return scope.trait(v.name, v.type)
    case 'property':
      return scope.property(v)
    case 'measure':
      return scope.measure(v.measure)
    case 'daysFromInstant':
      return sql`(${scope.clock.now} - ${emitValue(v.of, scope)}) / ${MS_PER_DAY_SQL}`
    case 'daysFromDate':
      return sql`toFloat64(toInt32(${scope.clock.today(v.timeZone)}) - toInt32(${emitValue(v.of, scope)}))`
    case 'yearsFromDate':
      return sql`toFloat64(age('year', ${emitValue(v.of, scope)}, ${scope.clock.today(v.timeZone)}))`
    case 'msFromInstant':
      return sql`toFloat64(${scope.clock.now} - ${emitValue(v.of, scope)})`
    case 'edge':
      return scope.clock.edgeMs(v.edge)
    case 'edgeDay':
      return scope.clock.edgeDay(v.edge, v.timeZone)
    case 'startOfDay':
      return dayStart(emitValue(v.of, scope), v.timeZone)
    case 'localDate':
      return localDay(emitValue(v.of, scope), v.timeZone)
    case 'calendarPart':
      return emitPart(v, emitValue(v.of, scope))
    case 'eventTime':
      assert(scope.eventTime !== undefined, 'an event outside of where')
      return scope.eventTime
    case 'arithmetic': {
      // Dividing by zero, or a result beyond the doubles, is missing: NaN until a test looks at it, which goes
      // through all further arithmetic as NULL does.
      return sql`ifNotFinite(toFloat64(${emitValue(v.left, scope)}) ${raw(v.op)} toFloat64(${emitValue(v.right, scope)}), nan)`
    }
    case 'negate':
      // Not negate(x), which makes -0 of 0.
      return sql`(0 - ${emitValue(v.of, scope)})`
    case 'score':
    case 'listed':
    case 'bucket':
    case 'stateSince':
      return scope.own(v)
    case 'distance':
      return emitDistance(emitValue(v.of, scope), v)
    case 'extreme':
      return emitExtreme(v, scope)
    default:
      return never(v)
  }
}

const PART_OF_DATE = {
  year: raw('toYear'),
  month: raw('toMonth'),
  day: raw('toDayOfMonth'),
  weekday: raw('toDayOfWeek'),
} as const

function emitPart({ part, timeZone }: Extract<Value, { kind: 'calendarPart' }>, of: Sql): Sql {
  if (part === 'hour') return sql`toFloat64(${localHour(of, timeZone)})`
  return sql`toFloat64(${PART_OF_DATE[part]}(${of}))`
}

/** The instants of a step's rows; it may have none for sure. */
export function emitInstants(times: Value, scope: Scope): Sql {
  return times.kind === 'missing' ? raw('emptyArrayInt64()') : emitValue(times, scope)
}

/** NULL and NaN are skipped; NULL when all are. */
function emitExtreme(v: Extract<Value, { kind: 'extreme' }>, scope: Scope): Sql {
  const parts = v.parts.map((part) => {
    const x = emitValue(part, scope)
    return mayBeNaN(part) ? sql`if(isFinite(${x}), ${x}, NULL)` : x
  })
  const least = raw(v.op === 'least' ? "'min'" : "'max'")
  return sql`arrayReduce(${least}, [${join(
    parts.map((part) => sql`toNullable(${part})`),
    ', ',
  )}])`
}

const SQL_TYPE: Readonly<Record<BoundType, string>> = {
  number: 'Float64',
  text: 'String',
  boolean: 'Bool',
  date: 'Date32',
  instant: 'Int64',
  duration: 'Float64',
  list: 'Array(String)',
  geo: 'Array(Float64)',
}

function emitLiteral(v: BoundLiteralValue, type: BoundType): Sql {
  const sqlType = SQL_TYPE[type]
  return sqlType === 'Float64' && typeof v === 'number' ? emitNumber(v) : value(v, sqlType)
}

/** A double as digits: a parameter is a cast, of which definitions have hundreds. */
function emitNumber(n: number): Sql {
  if (!Number.isFinite(n) || Object.is(n, -0)) return value(n, 'Float64')
  const digits = String(Math.abs(n))
  const text = /[.e]/.test(digits) ? digits : `${digits}.`
  return raw(n < 0 ? `(-${text})` : text)
}

/** The test as 0 or 1, never NULL. */
export function emitTest(test: Test, scope: Scope): Sql {
  const computed = scope.column?.(test)
  if (computed !== undefined) return computed
  switch (test.kind) {
    case 'constant':
      return raw(test.value ? '1' : '0')
    case 'and':
      return emitGroup(test.of, ' AND ', scope)
    case 'or':
      return emitGroup(test.of, ' OR ', scope)
    case 'not':
      return sql`NOT ${emitTest(test.of, scope)}`
    case 'atLeast': {
      // Without the cast, UInt8 terms would be added as UInt8 in some versions and wrap at 256.
      const terms = test.of.map((t) => sql`toUInt32(${emitTest(t, scope)})`)
      return sql`(${join(terms, ' + ')} >= ${value(test.count, 'UInt32')})`
    }
    case 'known':
      return emitKnown(test.value, scope)
    case 'compare':
      return emitCompare(test, scope)
    case 'in':
      return emitIn(test, scope)
    case 'text':
      return emitText(test, scope)
    case 'list':
      return emitList(test, scope)
    case 'anyElement':
      return scope.anyElement(test.element, test.where)
    case 'rank':
      return emitRank(test, scope)
    case 'sequence': {
      const steps = test.steps.map((s) => ({ ...s, times: emitInstants(s.times, scope) }))
      return emitSequence(emitInstants(test.first, scope), steps, scope.clock.now)
    }
    case 'anniversary':
      return emitAnniversary(test, emitValue(test.value, scope), scope.clock.today(test.timeZone))
    default:
      return never(test)
  }
}

function emitGroup(tests: readonly Test[], operator: string, scope: Scope): Sql {
  return sql`(${join(
    tests.map((t) => emitTest(t, scope)),
    operator,
  )})`
}

function emitKnown(v: Value, scope: Scope): Sql {
  const x = emitValue(v, scope)
  if (v.type === 'text') return sql`(${x} != '')`
  if (v.type === 'list' || v.type === 'geo') return sql`notEmpty(${x})`
  // A number may be NaN, see arithmetic; ifNull makes isFinite two-valued.
  if (mayBeNaN(v)) return sql`ifNull(isFinite(${x}), 0)`
  return sql`isNotNull(${x})`
}

function emitCompare(test: Extract<Test, { kind: 'compare' }>, scope: Scope): Sql {
  const left = emitValue(test.left, scope)
  const right = emitValue(test.right, scope)
  const comparison = sql`${left} ${raw(test.op)} ${right}`
  if (test.left.type !== 'text') {
    // NaN compares false in every way but this one.
    if (test.op === '!=' && (mayBeNaN(test.left) || mayBeNaN(test.right)))
      return sql`ifNull(${comparison} AND isFinite(${left}) AND isFinite(${right}), 0)`
    // Every call that is left out is one that the engine need not analyse.
    if (isNeverNull(test.left) && isNeverNull(test.right)) return sql`(${comparison})`
    return sql`ifNull(${comparison}, 0)`
  }
  const sides: Sql[] = [comparison]
  // Two texts that are equal are both missing or both known; a literal is never missing.
  if (test.op === '!=' || test.right.kind !== 'literal') sides.push(sql`${left} != ''`)
  if (test.op === '!=' && test.right.kind !== 'literal') sides.push(sql`${right} != ''`)
  return sql`(${join(sides, ' AND ')})`
}

/** Counts and sums are 0 where there is nothing: whether a value can never be NULL. */
function isNeverNull(v: Value): boolean {
  if (v.kind === 'literal') return true
  if (v.kind === 'arithmetic') return isNeverNull(v.left) && isNeverNull(v.right)
  return v.kind === 'measure' && ['count', 'sum', 'count distinct', 'most'].includes(v.measure.fn)
}

function emitIn(test: Extract<Test, { kind: 'in' }>, scope: Scope): Sql {
  const { type } = test.value
  const x = emitValue(test.value, scope)
  const options = join(
    test.options.map((o) => emitLiteral(o, type)),
    ', ',
  )
  const operator = raw(test.negated ? 'NOT IN' : 'IN')
  if (type === 'text')
    return test.negated
      ? sql`(${x} NOT IN (${options}) AND ${x} != '')`
      : sql`(${x} IN (${options}))`
  // Sets compare bits, so that -0 (as in 0 * -1) would be missed: adding zero makes it +0.
  const member = type === 'number' || type === 'duration' ? sql`(${x} + 0)` : x
  const known = test.negated && mayBeNaN(test.value) ? sql` AND isFinite(${x})` : raw('')
  return sql`ifNull(${member} ${operator} (${options})${known}, 0)`
}

function emitRank(test: Extract<Test, { kind: 'rank' }>, scope: Scope): Sql {
  const cutoff = scope.cutoffs?.(test.key)
  if (cutoff === undefined) return raw('0')
  const x = sql`toFloat64(${emitValue(test.value, scope)})`
  const sides = [sql`isFinite(${x})`]
  if (cutoff.low !== undefined) sides.push(sql`${x} >= ${value(cutoff.low, 'Float64')}`)
  if (cutoff.high !== undefined)
    sides.push(
      sql`${x} ${raw(cutoff.highOpen === true ? '<' : '<=')} ${value(cutoff.high, 'Float64')}`,
    )
  return sql`ifNull(${join(sides, ' AND ')}, 0)`
}

function mayBeNaN(v: Value): boolean {
  return v.kind === 'arithmetic' || v.kind === 'negate'
}

function emitText(test: Extract<Test, { kind: 'text' }>, scope: Scope): Sql {
  const of = emitValue(test.value, scope)
  const isList = test.value.type === 'list'
  const held = textHolds(test, isList ? raw('list_entry') : of)
  return isList ? sql`arrayExists(list_entry -> ${held}, ${of})` : held
}

function textHolds(test: Extract<Test, { kind: 'text' }>, x: Sql): Sql {
  const text = value(test.text, 'String')
  const known = sql`${x} != ''`
  switch (test.op) {
    case 'contains':
      return sql`(position(${x}, ${text}) > 0 AND ${known})`
    case 'starts with':
      return sql`(startsWith(${x}, ${text}) AND ${known})`
    case 'ends with':
      return sql`(endsWith(${x}, ${text}) AND ${known})`
    case 'matches':
      return sql`(match(${x}, ${text}) AND ${known})`
    default:
      return never(test.op)
  }
}

function emitList(test: Extract<Test, { kind: 'list' }>, scope: Scope): Sql {
  const x = emitValue(test.value, scope)
  const options = value(test.options, 'Array(String)')
  switch (test.op) {
    case 'has any':
      return sql`hasAny(${x}, ${options})`
    case 'has all':
      return sql`(hasAll(${x}, ${options}) AND notEmpty(${x}))`
    case 'has none':
      return sql`NOT hasAny(${x}, ${options})`
    default:
      return never(test.op)
  }
}
