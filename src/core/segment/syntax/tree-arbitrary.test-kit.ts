/** Random trees of every kind that text can say, whether or not they mean anything: for the laws of reading and writing. */
import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { PeriodUnit, Window } from '../../base/index.ts'
import type {
  Condition,
  Definition,
  DurationUnit,
  Expression,
  Literal,
  MeasureFn,
  RankBand,
  Source,
  Span,
} from '../tree.ts'

/** Words of the language among them, as every one of them may be a name. */
const NAMES = (
  'a b_2 purchase email clv birthday anniversary for then rank top gap median nth streak share net trend score ' +
  'bucket distance sequence regular stopped restarted consent list segment by to next less time zone m km mi ' +
  'last any in not count and days since today month percentile of at least distinct é `e-mail é tick`s'
).split(' ')
const name = fc.constantFrom(...NAMES, 'two words', 'a.b', 'Last', 'BIRTHDAY')
const eventName = fc.oneof(
  { weight: 4, arbitrary: name },
  { weight: 1, arbitrary: name.map((n) => `${n}*`) },
  { weight: 1, arbitrary: fc.constantFrom('*', 'email_*') },
)
const text = fc.constantFrom('', 'x', 'it "is"', 'a\nb\\', '20%', 'vip-2026', '\u2028é😀')
const number = fc
  .oneof(
    fc.integer({ min: -1000, max: 1000 }).map((n) => n + 0),
    fc.integer({ min: -99_999, max: 99_999_999 }).map((n) => n / 1_000_000 + 0),
  )
  .filter((n) => !String(n).includes('e'))
const positive = fc.integer({ min: 1, max: 100 })
const zone = fc.constantFrom('UTC', 'Asia/Tokyo', 'nowhere "at" all')
const period = fc.constantFrom<PeriodUnit>('day', 'week', 'month', 'quarter', 'year')
const durationUnit = fc.constantFrom<DurationUnit>('minute', 'hour', 'day', 'week')
const span: Arbitrary<Span> = fc.record({ count: positive, unit: durationUnit })
const day = fc.constantFrom('2026-01-31', '1900-01-01', '2299-12-31')
const instant = fc.constantFrom(Date.UTC(2026, 0, 31, 8), Date.UTC(2026, 0, 31, 8, 0, 5, 120))
const point = fc.oneof(
  day.map((date) => ({ kind: 'date' as const, date })),
  instant.map((at) => ({ kind: 'instant' as const, at })),
)

/** Leaves absent keys out, as the tree does. */
function only<T extends object>(parts: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as T
}

function maybe<T>(of: Arbitrary<T>): Arbitrary<T | undefined> {
  return fc.option(of, { nil: undefined, freq: 2 })
}

const window: Arbitrary<Window> = fc
  .tuple(
    fc.oneof<Arbitrary<Window>[]>(
      fc.record({
        kind: fc.constant('rolling' as const),
        count: positive,
        unit: fc.oneof(durationUnit, fc.constantFrom('month' as const, 'year' as const)),
      }),
      fc.record({ kind: fc.constant('calendarDays' as const), count: positive }),
      fc.record({ kind: fc.constant('current' as const), unit: period }),
      fc.record({ kind: fc.constant('previous' as const), count: positive, unit: period }),
      fc.record({ kind: fc.constant('since' as const), from: point }),
      fc.record({ kind: fc.constant('before' as const), to: point }),
      fc.record({ kind: fc.constant('between' as const), from: point, to: point }),
      fc.record({
        kind: fc.constant('ago' as const),
        far: positive,
        near: positive,
        unit: fc.constantFrom('day' as const, 'month' as const, 'year' as const),
      }),
    ),
    fc.option(zone, { nil: undefined, freq: 3 }),
  )
  .map(([of, timeZone]) => (timeZone === undefined ? of : { ...of, timeZone }))

/** What values may lie in, also ahead. */
const stretch: Arbitrary<Window> = fc.oneof(
  window,
  fc.record({ kind: fc.constant('ahead' as const), count: positive, unit: durationUnit }),
  fc.record({ kind: fc.constant('following' as const), unit: period }),
  fc.record({ kind: fc.constant('following' as const), unit: period, timeZone: zone }),
)

const literal: Arbitrary<Literal> = fc.oneof<Arbitrary<Literal>[]>(
  number.map((value) => ({ kind: 'number', value })),
  number.map((value) => ({ kind: 'number', value, currency: 'EUR' })),
  number.map((value) => ({ kind: 'number', value, percent: true })),
  fc.record({
    kind: fc.constant('length' as const),
    count: number.map(Math.abs),
    unit: fc.constantFrom('m', 'km', 'mi'),
  }),
  text.map((value) => ({ kind: 'text', value })),
  fc.boolean().map((value) => ({ kind: 'boolean', value })),
  day.map((value) => ({ kind: 'date', value })),
  instant.map((value) => ({ kind: 'instant', value })),
  fc.record({ kind: fc.constant('duration' as const), count: fc.nat(100), unit: durationUnit }),
)

const band: Arbitrary<RankBand> = fc.oneof<Arbitrary<RankBand>[]>(
  fc.record({
    kind: fc.constantFrom('top', 'bottom'),
    count: positive,
    of: fc.constantFrom('percent', 'customers'),
  }),
  fc.constant({ kind: 'top', count: 0.5, of: 'percent' }),
  fc
    .tuple(fc.constantFrom(4 as const, 5 as const, 10 as const, 100 as const), fc.nat(), fc.nat())
    .map(([parts, a, b]) => {
      const [from, to] = [1 + (a % parts), 1 + (b % parts)]
      return { kind: 'quantile', parts, from: Math.min(from, to), to: Math.max(from, to) }
    }),
)

const FNS: Readonly<Record<MeasureFn, 'none' | 'needed' | 'maybe'>> = {
  count: 'none',
  'count distinct': 'needed',
  sum: 'needed',
  avg: 'needed',
  min: 'needed',
  max: 'needed',
  median: 'needed',
  first: 'maybe',
  last: 'maybe',
  nth: 'maybe',
  gap: 'none',
  'median gap': 'none',
  streak: 'none',
  most: 'needed',
}

interface Parts {
  readonly value: Arbitrary<Expression>
  readonly condition: Arbitrary<Condition>
  readonly source: Arbitrary<Source>
  /** Without a window. */
  readonly bare: Arbitrary<Source>
}

function measures({ source }: Parts): Arbitrary<Expression> {
  const fns = Object.keys(FNS) as MeasureFn[]
  return fc
    .record({
      fn: fc.constantFrom(...fns),
      source,
      property: name,
      has: fc.boolean(),
      n: fc.constantFrom(1, 2, -1, -1000),
      per: period,
    })
    .map(({ fn, source, property, has, n, per }) =>
      only<Extract<Expression, { kind: 'measure' }>>({
        kind: 'measure',
        fn,
        source,
        property: FNS[fn] === 'needed' || (FNS[fn] === 'maybe' && has) ? property : undefined,
        n: fn === 'nth' ? n : undefined,
        per: fn === 'streak' ? per : undefined,
      }),
    )
}

/** Values that only a customer has. */
function customerValues(parts: Parts): Arbitrary<Expression>[] {
  const { value, source } = parts
  return [
    measures(parts),
    fc.tuple(source, maybe(name)).map(([of, property]): Expression => {
      const { element: _, ...rows } = of
      return property === undefined
        ? { kind: 'share', source: rows }
        : { kind: 'share', source: of, property }
    }),
    fc.record({ kind: fc.constant('net' as const), source, property: name }),
    fc.record({
      kind: fc.constant('trend' as const),
      of: value,
      count: fc.constantFrom(2, 6, 120),
      unit: period,
    }),
    fc
      .array(fc.constantFrom('clv', 'expected_12m', 'last', 'e-mail'), {
        minLength: 1,
        maxLength: 3,
      })
      .map((all) => ({ kind: 'score', name: all.join('.') })),
    text.map((salt) => ({ kind: 'bucket', salt })),
    fc.constantFrom({ kind: 'age' } as const, { kind: 'tenure' } as const),
  ]
}

function values(parts: Parts, inRows: boolean): Arbitrary<Expression>[] {
  const { value } = parts
  return [
    literal,
    name.map((n) => ({ kind: inRows ? 'property' : 'trait', name: n })),
    fc.record({
      kind: fc.constant('distance' as const),
      of: value,
      to: fc.record({
        latitude: fc.constantFrom(38.72, -90, 0),
        longitude: fc.constantFrom(-9.14, 180),
      }),
    }),
    value.map((of) => ({ kind: 'daysSince', of })),
    fc.record({
      kind: fc.constant('calendarPart' as const),
      part: fc.constantFrom('year', 'month', 'day', 'weekday', 'hour'),
      of: value,
    }),
    // `-5` is a number of its own.
    value.map((of) => ({ kind: 'negate', of })),
    fc.record({
      kind: fc.constant('arithmetic' as const),
      op: fc.constantFrom('+', '-', '*', '/'),
      left: value,
      right: value,
    }),
    ...(inRows ? [fc.constant<Expression>({ kind: 'eventTime' })] : customerValues(parts)),
  ]
}

function customerConditions({ value, condition, source, bare }: Parts): Arbitrary<Condition>[] {
  const step = fc
    .record({ source: bare, within: maybe(span), negated: fc.boolean() })
    .map(({ source, within, negated }) =>
      within === undefined ? { source, negated: false } : { source, within, negated },
    )
  return [
    source.map((of) => ({ kind: 'any', source: of })),
    text.map((segment) => ({ kind: 'inSegment', segment })),
    text.map((list) => ({ kind: 'inList', list })),
    fc.record({ kind: fc.constant('consent' as const), channel: name, purpose: name }),
    fc.record({ kind: fc.constant('rank' as const), value, band }),
    fc
      .record({
        first: bare,
        steps: fc.array(step, { minLength: 1, maxLength: 3 }),
        window: maybe(window),
      })
      .map((of) => only<Extract<Condition, { kind: 'sequence' }>>({ kind: 'sequence', ...of })),
    fc.record({
      kind: fc.constant('stateFor' as const),
      condition,
      op: fc.constantFrom('at least', 'less than'),
      duration: span,
    }),
    fc.record({
      kind: fc.constant('anniversary' as const),
      direction: fc.constantFrom('next', 'last'),
      days: positive,
    }),
    fc
      .record({ source: bare, count: positive, more: fc.nat(20), unit: period })
      .map(({ source, count, more, unit }) => ({
        kind: 'regular',
        source,
        count,
        of: count + more,
        unit,
      })),
    fc.record({ kind: fc.constantFrom('stopped', 'restarted'), source: bare, duration: span }),
  ]
}

function conditions(parts: Parts, inRows: boolean): Arbitrary<Condition>[] {
  const { value, condition } = parts
  const group = fc.array(condition, { minLength: 2, maxLength: 3 })
  return [
    fc.constant({ kind: 'everyone' }),
    fc.record({ kind: fc.constantFrom('and', 'or'), of: group }),
    condition.map((of) => ({ kind: 'not', of })),
    fc.record({ kind: fc.constant('atLeast' as const), count: positive, of: group }),
    fc.record({
      kind: fc.constant('compare' as const),
      op: fc.constantFrom('=', '!=', '<', '<=', '>', '>='),
      left: value,
      right: value,
    }),
    fc.record({ kind: fc.constant('between' as const), value, low: value, high: value }),
    fc.record({
      kind: fc.constant('in' as const),
      value,
      options: fc.array(literal, { minLength: 1, maxLength: 3 }),
      negated: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('text' as const),
      op: fc.constantFrom('contains', 'starts with', 'ends with', 'matches'),
      value,
      text,
    }),
    fc.record({
      kind: fc.constant('list' as const),
      op: fc.constantFrom('has any', 'has all', 'has none'),
      value,
      options: fc.array(text, { minLength: 1, maxLength: 2 }),
    }),
    fc.record({ kind: fc.constant('presence' as const), value, missing: fc.boolean() }),
    fc.record({ kind: fc.constant('under' as const), value, category: text }),
    fc.record({ kind: fc.constant('within' as const), value, window: stretch }),
    fc.record({
      kind: fc.constant('anniversary' as const),
      of: value,
      direction: fc.constantFrom('next', 'last'),
      days: positive,
    }),
    ...(inRows
      ? [fc.record({ kind: fc.constant('anyElement' as const), element: name, where: condition })]
      : customerConditions(parts)),
  ]
}

function level(depth: number, inRows: boolean): Parts {
  const memo = LEVELS.get(`${depth} ${inRows}`)
  if (memo !== undefined) return memo
  const simple: Parts = {
    value: fc.oneof(
      literal,
      name.map((n): Expression => ({ kind: inRows ? 'property' : 'trait', name: n })),
    ),
    condition: fc.oneof(
      fc.constant<Condition>({ kind: 'everyone' }),
      name.map((n): Condition => ({
        kind: 'presence',
        value: { kind: inRows ? 'property' : 'trait', name: n },
        missing: true,
      })),
    ),
    source: fc.record({ event: eventName }),
    bare: fc.record({ event: eventName }),
  }
  if (depth === 0) return simple
  const below = level(depth - 1, inRows)
  const names = {
    event: eventName,
    element: maybe(name),
    where: maybe(level(depth - 1, true).condition),
  }
  const bare = fc.record(names).map((of) => only<Source>(of))
  const rows = fc.record({ ...names, window: maybe(window) }).map((of) => only<Source>(of))
  const parts: Parts = { ...below, source: rows, bare }
  const made: Parts = {
    value: fc.oneof(...values(parts, inRows)),
    condition: fc.oneof(...conditions(parts, inRows)),
    source: rows,
    bare,
  }
  LEVELS.set(`${depth} ${inRows}`, made)
  return made
}

const LEVELS = new Map<string, Parts>()

/** Definitions of every construct; measures are used by no name, as text alone makes traits of them. */
export const ANY_TREE: Arbitrary<Definition> = fc
  .record({
    measures: fc.uniqueArray(
      fc.record({ name: fc.constantFrom('m1', 'm 2', 'first'), value: level(2, false).value }),
      { maxLength: 2, selector: (m) => m.name },
    ),
    condition: level(3, false).condition,
    timeZone: fc.option(zone, { nil: undefined, freq: 4 }),
  })
  .map((of) => only<Definition>(of))
