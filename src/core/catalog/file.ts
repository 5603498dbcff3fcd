/** The shape of the YAML files as written by hand, as zod schemas; editors get JSON Schemas made from them. */
import * as z from 'zod'
import { LOCALES, type LocalText } from '../base/index.ts'
import { EVENT_ROLES, PURPOSES, SCORE_UNITS, TRAIT_ROLES, VALUE_TYPES } from './catalog.ts'
import { COSTS_SHAPE, POINTS_SHAPE, type CostsText, type PointsText } from './economy/shape.ts'
import { EXAMPLES, type ExampleText } from './example.ts'
import { STATUSES } from './segment-file.ts'

/** A property as written: words (`money required`), or a map with words, label and known values. */
export type FieldText =
  | string
  | {
      readonly type: string
      readonly label?: string | LocalText | undefined
      readonly values?: readonly string[] | undefined
      readonly channel?: string | undefined
      readonly purpose?: (typeof PURPOSES)[number] | undefined
      readonly currencyFrom?: string | undefined
    }

export interface ElementText {
  readonly label?: string | LocalText | undefined
  readonly properties?: Readonly<Record<string, FieldText>> | null | undefined
}

export interface EventText extends ElementText {
  readonly aliases?: readonly string[] | undefined
  readonly role?: (typeof EVENT_ROLES)[number] | undefined
  readonly counts?: Readonly<Record<string, readonly string[]>> | undefined
  readonly refundOf?: Readonly<Record<string, string>> | undefined
  readonly elements?: Readonly<Record<string, ElementText>> | null | undefined
}

export type TreeText =
  | null
  | readonly (
      | string
      | {
          readonly name: string
          readonly label?: string | LocalText | undefined
          readonly children?: TreeText | undefined
        }
    )[]
  | { readonly [name: string]: TreeText }

/** tessera.yaml as written. */
export interface ProgrammeText {
  readonly tessera: string
  readonly id?: string | undefined
  readonly name: string
  readonly synthetic?: boolean | undefined
  readonly timeZone: string
  readonly currency: string
  readonly locales?: readonly (typeof LOCALES)[number][] | undefined
  readonly traits?: Readonly<Record<string, FieldText>> | null | undefined
  readonly events?: Readonly<Record<string, EventText | null>> | null | undefined
  readonly trees?: Readonly<Record<string, TreeText>> | null | undefined
  readonly products?: Readonly<Record<string, FieldText>> | null | undefined
  readonly measures?: Readonly<Record<string, string>> | null | undefined
  readonly scores?: Readonly<Record<string, ScoreText>> | null | undefined
  readonly rates?: Readonly<Record<string, RateText>> | null | undefined
  readonly costs?: CostsText | null | undefined
  readonly points?: PointsText | null | undefined
}

/** What the values are, or that and what people call it. */
export type ScoreText =
  | (typeof SCORE_UNITS)[number]
  | {
      readonly type: (typeof SCORE_UNITS)[number]
      readonly label?: string | LocalText | undefined
    }

/** One rate for all time, or from a day on. */
export type RateText = number | Readonly<Record<string, number>>

/** segments/<key>.yaml as written. */
export interface SegmentText {
  readonly name: string | LocalText
  readonly why?: string | LocalText | undefined
  readonly purpose?: (typeof PURPOSES)[number] | undefined
  readonly status?: (typeof STATUSES)[number] | undefined
  readonly timeZone?: string | undefined
  readonly definition: string
  readonly examples?: readonly ExampleText[] | undefined
}

const text = z.string().min(1)
const locale = z.enum(LOCALES)
const localText = z
  .union([text, z.partialRecord(locale, text)])
  .describe('Text in one language, or by language: en, pt-BR, es, fr')
/**
 * Letters, digits and underscores, so that a name is written alike in files, definitions and columns;
 * `constructor` is what every JavaScript object already has.
 */
const name = z.string().regex(/^(?!constructor$)[a-z][a-z0-9_]{0,59}$/)

/** What the values of a score are. */
const unit = z.enum(SCORE_UNITS)

/** Names with dots between their parts. */
const scoreName = z.string().regex(/^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$/)

/** Numbers stay as they are written until something wants one. */
const rate = z.union([
  z.number(),
  z
    .string()
    .regex(/^\d*\.?\d+$/)
    .transform(Number),
])

const words = z
  .string()
  .regex(new RegExp(`^(${VALUE_TYPES.join('|')})( .*)?$`))
  .describe(
    `A type (${VALUE_TYPES.join(', ')}), then any of: required, personal, sensitive, ` +
      `in <unit or currency>, of <category tree>; for traits a role (${TRAIT_ROLES.join(', ')})`,
  )
  .meta({
    examples: ['text', 'money required', 'number in kg', 'category of products', 'date birth-date'],
  })
const values = z
  .array(z.union([text, z.number().transform(String)]))
  .describe('Known values, for completion and suggestions; not a restriction')
const field = z.union([
  words,
  z.strictObject({
    type: words,
    label: localText.optional(),
    values: values.optional(),
    channel: name.optional().describe('Of a consent: by what, such as email'),
    purpose: z.enum(PURPOSES).optional().describe('Of a consent: for what'),
    currencyFrom: name
      .optional()
      .describe(
        'Of an amount: the property that holds its currency; `rates` says what it is worth',
      ),
  }),
])
const fields = z.record(name, field)

const element = z.strictObject({
  label: localText.optional(),
  properties: fields.nullable().optional(),
})
const event = z.strictObject({
  label: localText.optional(),
  aliases: z
    .array(text)
    .optional()
    .describe('What senders over HTTP call the event beside its name: [Order Completed]'),
  role: z.enum(EVENT_ROLES).optional().describe('What the event means to the product'),
  counts: z
    .record(text, values)
    .optional()
    .describe('Only events with these values count: { status: [paid, shipped] }'),
  refundOf: z
    .record(text, text)
    .optional()
    .describe('The event taken back, and the property that holds its id: { purchase: order_id }'),
  properties: fields.nullable().optional(),
  elements: z.record(name, element).nullable().optional().describe('Repeated parts, such as item'),
})
const tree: z.ZodType<TreeText> = z.lazy(() =>
  z.union([
    z.null(),
    z.array(
      z.union([
        text,
        z.strictObject({ name: text, label: localText.optional(), children: tree.optional() }),
      ]),
    ),
    z.record(text, tree),
  ]),
)

/** tessera.yaml. */
export const PROGRAMME_FILE: z.ZodType<ProgrammeText> = z
  .strictObject({
    tessera: z
      .union([z.string(), z.number().transform(String)])
      .describe('Version of this file format: 1'),
    id: z
      .string()
      .regex(/^[a-z][a-z0-9_-]{0,39}$/)
      .optional()
      .describe('Names the databases of the programme; made from the name when absent'),
    name: text,
    synthetic: z.boolean().optional().describe('True for generated data of nobody'),
    timeZone: text.describe('IANA time zone of all calendars, such as Europe/Lisbon'),
    currency: text.describe('ISO 4217 code, such as EUR'),
    locales: z.array(locale).min(1).optional(),
    traits: fields.nullable().optional().describe('What is known of a customer'),
    events: z.record(name, event.nullable()).nullable().optional().describe('What happens'),
    trees: z.record(name, tree).nullable().optional().describe('Category trees'),
    products: fields.nullable().optional().describe('Properties of products, filled into elements'),
    measures: z.record(name, text).nullable().optional().describe('Named measures of the brand'),
    scores: z
      .record(
        scoreName,
        z.union([unit, z.strictObject({ type: unit, label: localText.optional() })]),
      )
      .nullable()
      .optional()
      .describe('Numbers that models say of customers: { clv.expected_12m: money }'),
    rates: z
      .record(text, z.union([rate, z.record(text, rate)]))
      .nullable()
      .optional()
      .describe(
        'What one unit of a currency is worth, from a day on: { USD: { 2026-01-01: 0.92 } }',
      ),
    costs: COSTS_SHAPE.nullable().optional(),
    points: POINTS_SHAPE.nullable().optional(),
  })
  .meta({ title: 'Tessera programme' })

/** segments/<key>.yaml. */
export const SEGMENT_FILE: z.ZodType<SegmentText> = z
  .strictObject({
    name: localText,
    why: localText.optional().describe('Why the segment exists: what is done with it'),
    purpose: z.enum(PURPOSES).optional(),
    status: z.enum(STATUSES).optional().describe('active unless said otherwise'),
    timeZone: text.optional().describe('Only when the segment follows another calendar'),
    definition: z.string().describe('The condition, in the segment language'),
    examples: EXAMPLES.optional(),
  })
  .meta({ title: 'Tessera segment' })
