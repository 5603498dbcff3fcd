// Writes schema/*.json from the schemas that read the files: `node tools/schemas.ts`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { jsonSchemas } from '../src/core/catalog/index.ts'
import { mappingJsonSchema } from '../src/engine/intake/index.ts'

const folder = new URL('../schema/', import.meta.url)
mkdirSync(folder, { recursive: true })
const schemas = { ...jsonSchemas(), 'mapping.schema.json': mappingJsonSchema() }
for (const [name, text] of Object.entries(schemas)) writeFileSync(new URL(name, folder), text)
