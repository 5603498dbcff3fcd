/** The schemas that editors read are those that the reader uses. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { jsonSchemas } from './index.ts'

const SCHEMAS = jsonSchemas()

test.each(Object.keys(SCHEMAS))('schema/%s is current; if not: node tools/schemas.ts', (name) => {
  const path = new URL(`../../../schema/${name}`, import.meta.url)
  expect(readFileSync(path, 'utf8')).toBe(SCHEMAS[name])
})

test('they describe every key, for the editor to show', () => {
  const schema: unknown = JSON.parse(SCHEMAS['tessera.schema.json'] ?? '')
  expect(schema).toMatchObject({
    type: 'object',
    additionalProperties: false,
    required: ['tessera', 'name', 'timeZone', 'currency'],
    properties: { timeZone: { description: expect.stringContaining('IANA') } },
  })
})
