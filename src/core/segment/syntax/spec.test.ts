/** The reference of the language tells the truth about its words and examples. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { RESERVED_WORDS } from './keywords.ts'
import { parse } from './parse.ts'

const spec = readFileSync(new URL('../../../../docs/language/SPEC.md', import.meta.url), 'utf8')

test('[PARSE-4] the reserved words are those of the reference', () => {
  const listed = /Reserved as names[^:]*:([^.]*)\./.exec(spec)?.[1] ?? ''
  expect(new Set(listed.split(',').map((word) => word.trim()))).toEqual(RESERVED_WORDS)
})

test('the opening example of the reference can be read', () => {
  const example = /```\n(time zone[^`]*)```/.exec(spec)?.[1] ?? ''
  expect(parse(example)).toMatchObject({ ok: true })
})
