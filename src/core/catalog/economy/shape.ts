/** The shape of `costs:` and `points:` in `tessera.yaml` as written. */
import * as z from 'zod'

const text = z.string().min(1)
/** Numbers stay as they are written until they are read, so that a wrong one is told with its place and range. */
const number = z.union([z.number(), z.string()])
type NumberText = number | string

/** `costs:` as written. */
export interface CostsText {
  readonly pools?:
    | Readonly<
        Record<
          string,
          {
            readonly monthly: NumberText
            readonly capacity?: NumberText | undefined
            readonly minutes: Readonly<Record<string, NumberText>>
          }
        >
      >
    | null
    | undefined
  readonly each?: Readonly<Record<string, NumberText>> | null | undefined
  readonly amounts?: Readonly<Record<string, NumberText>> | null | undefined
}

/** `points:` as written. */
export interface PointsText {
  readonly earn: Readonly<Record<string, string>>
  readonly spend?: Readonly<Record<string, string>> | null | undefined
  readonly expire?: NumberText | undefined
  readonly worth?: NumberText | undefined
  readonly tiers?: Readonly<Record<string, NumberText>> | null | undefined
}

export const COSTS_SHAPE: z.ZodType<CostsText> = z
  .strictObject({
    pools: z
      .record(
        text,
        z.strictObject({
          monthly: number.describe('What the pool costs in a month'),
          capacity: number
            .optional()
            .describe('Minutes that it could work in a month; what is not used of them is idle'),
          minutes: z.record(text, number).describe('Minutes that one event takes: { ticket: 15 }'),
        }),
      )
      .nullable()
      .optional()
      .describe('Who serves customers: { care: { monthly: 4000, minutes: { ticket: 15 } } }'),
    each: z
      .record(text, number)
      .nullable()
      .optional()
      .describe('What one event costs: { purchase: 1.20 }'),
    amounts: z
      .record(text, number)
      .nullable()
      .optional()
      .describe('Amounts that are costs themselves, times a factor: { purchase.discount: 1 }'),
  })
  .describe('What serving customers costs; read by models of kind cost and by reports')

export const POINTS_SHAPE: z.ZodType<PointsText> = z
  .strictObject({
    earn: z.record(text, text).describe('Event and its number of points: { purchase: points }'),
    spend: z
      .record(text, text)
      .nullable()
      .optional()
      .describe('Event and its number of points: { reward_earned: points }'),
    expire: number
      .optional()
      .describe('Months after which points lapse that were not spent; never when absent'),
    worth: number.optional().describe('What one point is worth; what rewards gave when absent'),
    tiers: z
      .record(text, number)
      .nullable()
      .optional()
      .describe('Points to be earned within a year, by tier: { silver: 500, gold: 2000 }'),
  })
  .describe('How points are earned, spent, and lost; the oldest are spent first')

/** The keys of both, for suggestions. */
export const ECONOMY_KEYS: Readonly<Record<string, readonly string[]>> = {
  costs: ['pools', 'each', 'amounts', 'monthly', 'capacity', 'minutes'],
  points: ['earn', 'spend', 'expire', 'worth', 'tiers'],
}
