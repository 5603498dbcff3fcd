/** The published schema of `mappings/*.yaml`. */
import { z } from 'zod'
import { DATE_ORDERS, FILE_TYPES, type MappingDocument } from './mapping.ts'

/** A column, or several whose texts are joined (a date and a time with a space, parts of an id with `/`). */
const columns = z.union([z.string().min(1), z.array(z.string().min(1)).min(1).max(4)])

const scalar = z.union([z.string(), z.number(), z.boolean()])

const source = z.strictObject({
  from: columns.optional().describe('Column the value is read from.'),
  constant: scalar.optional().describe('The same value in every row.'),
  multiply: z.array(z.string()).min(2).max(4).optional().describe('Product of columns.'),
  negate: z.boolean().optional().describe('Turn the sign.'),
  absolute: z.boolean().optional().describe('Drop the sign.'),
  values: z.record(z.string(), scalar).optional().describe('Replace texts: `Y: true`.'),
  dates: z.enum(DATE_ORDERS).optional().describe('How this column writes days.'),
  separator: z.string().min(1).max(4).optional().describe('Between the items of a list.'),
})

const condition = z.strictObject({
  column: z.string(),
  is: z.union([scalar, z.array(scalar)]).optional(),
  starts_with: z.string().optional(),
  matches: z.string().optional().describe('RE2 regular expression, anywhere in the text.'),
  empty: z.boolean().optional(),
  below: z.number().optional(),
  above: z.number().optional(),
})

const format = z.strictObject({
  type: z.enum(FILE_TYPES).optional(),
  encoding: z.string().optional().describe('`utf-8`, `utf-16le`, `windows-1252`, `latin1`, ...'),
  delimiter: z.string().min(1).max(1).optional(),
  quote: z.string().max(1).optional().describe('Empty: quotes are ordinary characters.'),
  header: z.boolean().optional(),
  columns: z
    .array(z.string())
    .optional()
    .describe('Names of the columns of a file without a header.'),
  decimal: z.enum(['.', ',']).optional(),
  dates: z.enum(DATE_ORDERS).optional(),
  missing: z.array(z.string()).optional().describe('Texts that mean nothing is known: `NA`.'),
  time_zone: z.string().optional().describe('Zone of local times; the programme zone otherwise.'),
})

const fields = z.record(z.string(), z.union([z.string().min(1), source]))

/** The document as written; `parseMapping` turns it into a `Mapping`. */
export const MAPPING_SCHEMA: z.ZodType<MappingDocument> = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9][a-z0-9_-]*$/),
    files: z
      .array(z.string())
      .default([])
      .describe('File names this mapping is for; `*` is any text.'),
    format: format.default({}),
    kind: z.enum(['customers', 'products', 'events']),
    event: z.string().optional().describe('Kind of event; for `kind: events`.'),
    customer: columns.optional().describe('Column with the customer id.'),
    at: columns.optional().describe('Column with the instant.'),
    id: columns.optional().describe('Column with the id of the event, the order or the product.'),
    lines: z
      .string()
      .optional()
      .describe('Element name: rows of the same id are the lines of one event.'),
    each: z.string().optional().describe('NDJSON: path of the array that holds the lines.'),
    product: z
      .string()
      .optional()
      .describe('Column with the product id, to fill missing fields from.'),
    fields: fields
      .default({})
      .describe('Trait, property or `element.property` -> column or recipe.'),
    clear: z.string().optional().describe('Text that clears a trait; an empty cell says nothing.'),
    routes: z
      .array(z.strictObject({ when: condition, event: z.string(), fields: fields.optional() }))
      .default([])
      .describe('Rows that are another kind of event; the first that fits counts.'),
    set_aside: z
      .array(z.strictObject({ when: condition, reason: z.string().min(1).max(200) }))
      .default([])
      .describe('Rows to leave out, with the reason to be shown.'),
  })
  .describe('How a file becomes facts of a Tessera programme')
