/** The shapes of request bodies, as schemas of the contract's types. */
import { z, type ZodType } from 'zod'
import type {
  CountRequest,
  LoadRequest,
  MergeRequest,
  PreviewRequest,
  SaveSegmentRequest,
} from '../core/contract/index.ts'

const DEFINITION = z.string().max(100_000)
const MAPPING = z.string().max(1_000_000)
const WORDS = z.strictObject({
  en: z.string().max(2000).optional(),
  'pt-BR': z.string().max(2000).optional(),
  es: z.string().max(2000).optional(),
  fr: z.string().max(2000).optional(),
})
const KEY = z.string().regex(/^[a-z][a-z0-9_-]{0,59}$/)

export const COUNT_BODY: ZodType<CountRequest> = z.strictObject({
  definition: DEFINITION,
  approximate: z.boolean().optional(),
  asOf: z.string().max(60).optional(),
}) as ZodType<CountRequest>

export const SAVE_BODY: ZodType<SaveSegmentRequest> = z.strictObject({
  key: KEY,
  name: WORDS,
  why: WORDS,
  status: z.enum(['draft', 'active', 'retired']),
  definition: DEFINITION,
  revision: z.string().max(64).optional(),
}) as ZodType<SaveSegmentRequest>

export const EVALUATE_BODY: ZodType<{ asOf?: string }> = z.strictObject({
  asOf: z.string().max(60).optional(),
}) as ZodType<{ asOf?: string }>

export const PREVIEW_BODY: ZodType<PreviewRequest> = z.strictObject({
  mapping: MAPPING,
  columns: z.record(z.string(), z.string().max(200)).optional(),
  answers: z.record(z.string(), z.string().max(200)).optional(),
}) as ZodType<PreviewRequest>

export const LOAD_BODY: ZodType<LoadRequest> = z.strictObject({
  uploadId: z.uuid(),
  mapping: MAPPING,
  dryRun: z.boolean().optional(),
}) as ZodType<LoadRequest>

const CUSTOMER_ID = z.string().trim().min(1).max(500)

export const MERGE_BODY: ZodType<MergeRequest> = z.strictObject({
  alias: CUSTOMER_ID,
  customer: CUSTOMER_ID,
}) as ZodType<MergeRequest>

export const KEY_BODY: ZodType<{ name: string }> = z.strictObject({
  name: z.string().trim().min(1).max(100),
}) as ZodType<{ name: string }>

/** POST /snapshots. */
export const FREEZE_BODY: z.ZodType<{
  readonly name: string
  readonly segment: string
  readonly asOf?: string | undefined
}> = z.strictObject({ name: z.string(), segment: z.string(), asOf: z.string().optional() })

/** POST /count/series. */
export const SERIES_BODY: z.ZodType<{
  readonly definition: string
  readonly each: 'day' | 'week' | 'month'
  readonly last: number
}> = z.strictObject({
  definition: z.string(),
  each: z.enum(['day', 'week', 'month']),
  last: z.int().min(1).max(120),
})

/** POST /models. */
export const MODEL_BODY: z.ZodType<{ readonly kind: string; readonly key?: string | undefined }> =
  z.strictObject({ kind: z.string().max(80), key: z.string().max(80).optional() })
