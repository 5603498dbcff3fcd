/** The shape of the JSON form: the tree itself, strictly. */
import { z } from 'zod'
import type { TimePoint, Window } from '../../base/index.ts'
import { isDateText, isInstantInRange } from '../syntax/calendar-text.ts'
import {
  CALENDAR_PARTS,
  DURATION_UNITS,
  LENGTH_UNITS,
  MAX_ANNIVERSARY_DAYS,
  MAX_COUNTS,
  MAX_NTH,
  MAX_NUMBER,
  MAX_PERIODS,
  PERIOD_UNITS,
  ROLLING_UNITS,
} from '../syntax/keywords.ts'
import type {
  Condition,
  Definition,
  Expression,
  Literal,
  MeasureFn,
  RankBand,
  Source,
} from '../tree.ts'

const name = z
  .string()
  .min(1)
  .refine((text) => !/[\p{Cc}\p{Surrogate}\u2028\u2029]/u.test(text), 'no control characters')
const text = z.string().refine((t) => !/\p{Surrogate}/u.test(t), 'well-formed Unicode')
const isSixDecimals = (value: number): boolean => /^-?\d{1,12}(\.\d{1,6})?$/.test(plain(value))

/** Decimal digits without an exponent for what has at most six decimals. */
function plain(value: number): string {
  const short = String(value)
  return short.includes('e') ? 'too fine' : short
}

const number = z
  .number()
  .gt(-MAX_NUMBER)
  .lt(MAX_NUMBER)
  .refine(isSixDecimals, 'at most six decimals')
  // There is no negative zero in the language.
  .transform((value) => value + 0)
const date = z.string().refine(isDateText, 'a day such as 2026-01-31')
const instant = z.number().refine(isInstantInRange, 'whole milliseconds in the years 1900 to 2299')

const point: z.ZodType<TimePoint> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('date'), date }),
  z.strictObject({ kind: z.literal('instant'), at: instant }),
])

const count = z.int().min(1)
const reach = (window: { count: number; unit: keyof typeof MAX_COUNTS }): boolean =>
  window.count <= MAX_COUNTS[window.unit]

/** `this month in time zone "Asia/Tokyo"`; windows of kind `period` are made by binding alone. */
const timeZone = text.exactOptional()
const windows = [
  z
    .strictObject({ kind: z.literal('rolling'), count, unit: z.enum(ROLLING_UNITS), timeZone })
    .refine(reach, 'at most a hundred years'),
  z.strictObject({ kind: z.literal('calendarDays'), count: count.max(MAX_COUNTS.day), timeZone }),
  z.strictObject({ kind: z.literal('current'), unit: z.enum(PERIOD_UNITS), timeZone }),
  z
    .strictObject({ kind: z.literal('previous'), count, unit: z.enum(PERIOD_UNITS), timeZone })
    .refine(reach, 'at most a hundred years'),
  z.strictObject({ kind: z.literal('since'), from: point, timeZone }),
  z.strictObject({ kind: z.literal('before'), to: point, timeZone }),
  z.strictObject({ kind: z.literal('between'), from: point, to: point, timeZone }),
  z
    .strictObject({
      kind: z.literal('ago'),
      far: count,
      near: count,
      unit: z.enum(ROLLING_UNITS),
      timeZone,
    })
    .refine((w) => Math.max(w.far, w.near) <= MAX_COUNTS[w.unit], 'at most a hundred years'),
] as const
const window: z.ZodType<Window> = z.discriminatedUnion('kind', [...windows])

/** What a value may lie within: also what is still ahead. */
const stretch: z.ZodType<Window> = z.discriminatedUnion('kind', [
  ...windows,
  z
    .strictObject({ kind: z.literal('ahead'), count, unit: z.enum(DURATION_UNITS) })
    .refine(reach, 'at most a hundred years'),
  z.strictObject({ kind: z.literal('following'), unit: z.enum(PERIOD_UNITS), timeZone }),
])

const span = z.strictObject({ count: count.lt(MAX_NUMBER), unit: z.enum(DURATION_UNITS) })

const literals = [
  z
    .strictObject({
      kind: z.literal('number'),
      value: number,
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .exactOptional(),
      percent: z.literal(true).exactOptional(),
    })
    .refine((n) => n.percent === undefined || n.currency === undefined, 'a share has no currency'),
  z.strictObject({
    kind: z.literal('length'),
    count: number.pipe(z.number().min(0)),
    unit: z.enum(LENGTH_UNITS),
  }),
  z.strictObject({ kind: z.literal('text'), value: text }),
  z.strictObject({ kind: z.literal('boolean'), value: z.boolean() }),
  z.strictObject({ kind: z.literal('date'), value: date }),
  z.strictObject({ kind: z.literal('instant'), value: instant }),
  z.strictObject({
    kind: z.literal('duration'),
    count: z.int().min(0).lt(MAX_NUMBER),
    unit: z.enum(DURATION_UNITS),
  }),
] as const
const literal: z.ZodType<Literal> = z.discriminatedUnion('kind', [...literals])

const condition: z.ZodType<Condition> = z.lazy(() => conditions)
const expression: z.ZodType<Expression> = z.lazy(() => expressions)

const source: z.ZodType<Source> = z.strictObject({
  event: name,
  element: name.exactOptional(),
  where: condition.exactOptional(),
  window: window.exactOptional(),
})

const PROPERTY: Readonly<Record<MeasureFn, 'needed' | 'allowed' | 'none'>> = {
  count: 'none',
  'count distinct': 'needed',
  sum: 'needed',
  avg: 'needed',
  min: 'needed',
  max: 'needed',
  median: 'needed',
  first: 'allowed',
  last: 'allowed',
  nth: 'allowed',
  gap: 'none',
  'median gap': 'none',
  streak: 'none',
  most: 'needed',
}

const measure = z
  .strictObject({
    kind: z.literal('measure'),
    fn: z.enum(Object.keys(PROPERTY) as MeasureFn[]),
    source,
    property: name.exactOptional(),
    n: z.int().min(-MAX_NTH).max(MAX_NTH).exactOptional(),
    per: z.enum(PERIOD_UNITS).exactOptional(),
  })
  .refine(
    (m) =>
      PROPERTY[m.fn] === (m.property === undefined ? 'none' : 'needed') ||
      PROPERTY[m.fn] === 'allowed',
    'count, gap and streak have no property; sum, most and their like have one',
  )
  .refine((m) => (m.fn === 'nth') === (m.n !== undefined) && m.n !== 0, 'nth alone has its n')
  .refine((m) => (m.fn === 'streak') === (m.per !== undefined), 'streak alone has its period')

const periods = z.int().min(1).max(MAX_PERIODS)

const expressions: z.ZodType<Expression> = z.discriminatedUnion('kind', [
  ...literals,
  z.strictObject({ kind: z.literal('trait'), name }),
  z.strictObject({ kind: z.literal('property'), name }),
  z.strictObject({ kind: z.literal('named'), name }),
  measure,
  z
    .strictObject({ kind: z.literal('share'), source, property: name.exactOptional() })
    .refine((s) => s.source.element === undefined || s.property !== undefined, {
      message: 'the share of elements has their name as property',
      path: ['source', 'element'],
    }),
  z.strictObject({ kind: z.literal('net'), source, property: name }),
  z.strictObject({
    kind: z.literal('trend'),
    of: expression,
    count: periods.min(2),
    unit: z.enum(PERIOD_UNITS),
  }),
  z.strictObject({
    kind: z.literal('score'),
    name: name.refine((text) => text.split('.').every((part) => part !== ''), 'names between dots'),
  }),
  z.strictObject({ kind: z.literal('bucket'), salt: text }),
  z.strictObject({
    kind: z.literal('distance'),
    of: expression,
    to: z.strictObject({
      latitude: number.pipe(z.number().min(-90).max(90)),
      longitude: number.pipe(z.number().min(-180).max(180)),
    }),
  }),
  z.strictObject({ kind: z.literal('daysSince'), of: expression }),
  z.strictObject({
    kind: z.literal('calendarPart'),
    part: z.enum(CALENDAR_PARTS),
    of: expression,
  }),
  z.strictObject({ kind: z.literal('eventTime') }),
  z.strictObject({ kind: z.literal('age') }),
  z.strictObject({ kind: z.literal('tenure') }),
  z.strictObject({
    kind: z.literal('arithmetic'),
    op: z.enum(['+', '-', '*', '/']),
    left: expression,
    right: expression,
  }),
  z.strictObject({ kind: z.literal('negate'), of: expression }),
])

const band: z.ZodType<RankBand> = z.union([
  z
    .strictObject({
      kind: z.enum(['top', 'bottom']),
      count: number.pipe(z.number().positive()),
      of: z.enum(['percent', 'customers']),
    })
    .refine(
      (b) => (b.of === 'percent' ? b.count <= 100 : Number.isInteger(b.count)),
      'at most 100 percent, or a whole number of customers',
    ),
  z
    .strictObject({
      kind: z.literal('quantile'),
      parts: z.union([z.literal(4), z.literal(5), z.literal(10), z.literal(100)]),
      from: count,
      to: count,
    })
    .refine((b) => b.from <= b.to && b.to <= b.parts, 'from and to in order, within the parts'),
])

/** The window of a sequence is its own. */
const step = source.refine((s) => s.window === undefined, 'a step has no window of its own')
const bare = source.refine((s) => s.window === undefined, 'no window here: the time is told beside')

const special = [
  z.strictObject({ kind: z.literal('inList'), list: text }),
  z.strictObject({ kind: z.literal('consent'), channel: name, purpose: name }),
  z.strictObject({ kind: z.literal('rank'), value: expression, band }),
  z.strictObject({
    kind: z.literal('sequence'),
    first: step,
    steps: z
      .array(
        z
          .strictObject({ source: step, within: span.exactOptional(), negated: z.boolean() })
          .refine((s) => !s.negated || s.within !== undefined, '`then not` needs `within`'),
      )
      .min(1),
    window: window.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('stateFor'),
    condition,
    op: z.enum(['at least', 'less than']),
    duration: span,
  }),
  z.strictObject({
    kind: z.literal('anniversary'),
    of: expression.exactOptional(),
    direction: z.enum(['next', 'last']),
    days: count.max(MAX_ANNIVERSARY_DAYS),
  }),
  z
    .strictObject({
      kind: z.literal('regular'),
      source: bare,
      count: periods,
      of: periods,
      unit: z.enum(PERIOD_UNITS),
    })
    .refine((r) => r.count <= r.of, 'no more periods than there are'),
  z.strictObject({ kind: z.literal('stopped'), source: bare, duration: span }),
  z.strictObject({ kind: z.literal('restarted'), source: bare, duration: span }),
] as const

const conditions: z.ZodType<Condition> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everyone') }),
  z.strictObject({ kind: z.literal('and'), of: z.array(condition).min(2) }),
  z.strictObject({ kind: z.literal('or'), of: z.array(condition).min(2) }),
  z.strictObject({ kind: z.literal('not'), of: condition }),
  z.strictObject({
    kind: z.literal('atLeast'),
    count: z.int().min(0).lt(MAX_NUMBER),
    of: z.array(condition).min(1),
  }),
  z.strictObject({
    kind: z.literal('compare'),
    op: z.enum(['=', '!=', '<', '<=', '>', '>=']),
    left: expression,
    right: expression,
  }),
  z.strictObject({
    kind: z.literal('between'),
    value: expression,
    low: expression,
    high: expression,
  }),
  z.strictObject({
    kind: z.literal('in'),
    value: expression,
    options: z.array(literal).min(1),
    negated: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('text'),
    op: z.enum(['contains', 'starts with', 'ends with', 'matches']),
    value: expression,
    text,
  }),
  z.strictObject({
    kind: z.literal('list'),
    op: z.enum(['has any', 'has all', 'has none']),
    value: expression,
    options: z.array(text).min(1),
  }),
  z.strictObject({ kind: z.literal('presence'), value: expression, missing: z.boolean() }),
  z.strictObject({ kind: z.literal('under'), value: expression, category: text }),
  z.strictObject({ kind: z.literal('within'), value: expression, window: stretch }),
  z.strictObject({ kind: z.literal('any'), source }),
  z.strictObject({ kind: z.literal('anyElement'), element: name, where: condition }),
  z.strictObject({ kind: z.literal('inSegment'), segment: text }),
  ...special,
])

/** Shape only; what names mean is `bind`'s affair. */
export const definitionSchema: z.ZodType<Definition> = z.strictObject({
  measures: z.array(z.strictObject({ name, value: expression })),
  condition,
  timeZone: text.exactOptional(),
})
