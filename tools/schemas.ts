// Writes schema/*.json from the schemas that read the files: `node tools/schemas.ts`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { jsonSchemas } from '../src/core/catalog/index.ts'

const folder = new URL('../schema/', import.meta.url)
mkdirSync(folder, { recursive: true })
for (const [name, text] of Object.entries(jsonSchemas())) writeFileSync(new URL(name, folder), text)
