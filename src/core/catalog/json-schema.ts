/** JSON Schemas of the hand-written files, for editors; made from the same schemas that read them. */
import * as z from 'zod'
import { PROGRAMME_FILE, SEGMENT_FILE } from './file.ts'
import { modelFileSchema } from './model/schema.ts'

/** File name below `schema/` -> JSON Schema (draft 2020-12), as text that ends with a line break. */
export function jsonSchemas(): Readonly<Record<string, string>> {
  return {
    'tessera.schema.json': textOf(PROGRAMME_FILE),
    'segment.schema.json': textOf(SEGMENT_FILE),
    'model.schema.json': textOf(modelFileSchema()),
  }
}

function textOf(schema: z.ZodType): string {
  // What a person writes, before defaults and numbers-as-text are settled.
  return `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), undefined, 2)}\n`
}
