/** The shapes of request bodies that govern definitions and lists. */
import { z, type ZodType } from 'zod'
import type { ApplyRequest, ListEditRequest, UseTemplateRequest } from '../core/contract/index.ts'

const REASON = z.string().max(2000)
const IDS = z.array(z.string().min(1).max(500)).max(100_000)

export const APPLY_BODY: ZodType<ApplyRequest> = z.strictObject({
  why: REASON.optional(),
  force: z.boolean().optional(),
}) as ZodType<ApplyRequest>

export const LIST_EDIT_BODY: ZodType<ListEditRequest> = z.strictObject({
  add: IDS.optional(),
  remove: IDS.optional(),
  comment: z.string().max(2000).optional(),
  why: REASON.optional(),
}) as ZodType<ListEditRequest>

export const USE_TEMPLATE_BODY: ZodType<UseTemplateRequest> = z.strictObject({
  as: z.string().max(60).optional(),
  parameters: z.record(z.string().max(60), z.string().max(200)).optional(),
}) as ZodType<UseTemplateRequest>
