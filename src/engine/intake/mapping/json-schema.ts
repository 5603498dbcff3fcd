/** The published JSON Schema of mapping files, for editors. */
import { z } from 'zod'
import { MAPPING_SCHEMA } from './schema.ts'

/** Text of `schema/mapping.schema.json`. */
export function mappingJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(MAPPING_SCHEMA, { io: 'input' }), null, 2)}\n`
}
