/** The shape of the JSON form: the tree itself, strictly. */
import { z } from 'zod'
import type { TimePoint, Window } from '../../base/index.ts'
import { isDateText, isInstantInRange } from '../syntax/calendar-text.ts'
import {
  DURATION_UNITS,
  MAX_COUNTS,
  MAX_NUMBER,
  PERIOD_UNITS,
  ROLLING_UNITS,
} from '../syntax/keywords.ts'
import type { Condition, Definition, Expression, Literal, Source } from '../tree.ts'

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

const window: z.ZodType<Window> = z.discriminatedUnion('kind', [
  z
    .strictObject({ kind: z.literal('rolling'), count, unit: z.enum(ROLLING_UNITS) })
    .refine(reach, 'at most a hundred years'),
  z.strictObject({ kind: z.literal('calendarDays'), count: count.max(MAX_COUNTS.day) }),
  z.strictObject({ kind: z.literal('current'), unit: z.enum(PERIOD_UNITS) }),
  z
    .strictObject({ kind: z.literal('previous'), count, unit: z.enum(PERIOD_UNITS) })
    .refine(reach, 'at most a hundred years'),
  z.strictObject({ kind: z.literal('since'), from: point }),
  z.strictObject({ kind: z.literal('before'), to: point }),
  z.strictObject({ kind: z.literal('between'), from: point, to: point }),
  z
    .strictObject({ kind: z.literal('ago'), far: count, near: count, unit: z.enum(ROLLING_UNITS) })
    .refine((w) => Math.max(w.far, w.near) <= MAX_COUNTS[w.unit], 'at most a hundred years'),
])

const literals = [
  z.strictObject({
    kind: z.literal('number'),
    value: number,
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .exactOptional(),
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

const measure = z
  .strictObject({
    kind: z.literal('measure'),
    fn: z.enum(['count', 'count distinct', 'sum', 'avg', 'min', 'max', 'first', 'last']),
    source,
    property: name.exactOptional(),
  })
  .refine(
    (m) => ['first', 'last'].includes(m.fn) || (m.fn === 'count') === (m.property === undefined),
    'count has no property; count distinct, sum, avg, min and max have one',
  )

const expressions: z.ZodType<Expression> = z.discriminatedUnion('kind', [
  ...literals,
  z.strictObject({ kind: z.literal('trait'), name }),
  z.strictObject({ kind: z.literal('property'), name }),
  z.strictObject({ kind: z.literal('named'), name }),
  measure,
  z.strictObject({ kind: z.literal('daysSince'), of: expression }),
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
  z.strictObject({ kind: z.literal('within'), value: expression, window }),
  z.strictObject({ kind: z.literal('any'), source }),
  z.strictObject({ kind: z.literal('anyElement'), element: name, where: condition }),
  z.strictObject({ kind: z.literal('inSegment'), segment: text }),
])

/** Shape only; what names mean is `bind`'s affair. */
export const definitionSchema: z.ZodType<Definition> = z.strictObject({
  measures: z.array(z.strictObject({ name, value: expression })),
  condition,
  timeZone: text.exactOptional(),
})
