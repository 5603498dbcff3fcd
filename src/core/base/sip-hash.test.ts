/** The hash must be the engine's own, or buckets would part. */
import { expect, test } from 'vitest'
import { sipHash64 } from './sip-hash.ts'

// ClickHouse 26: SELECT sipHash64(...). The first is also the published value for a key of zeros.
test.each([
  ['', 2202906307356721367n],
  ['a', 10863254463029944905n],
  ['abcdefgh', 16599038366039810451n],
  ['spring-test\0c-42', 3072757201357788826n],
  ['Olá çé漢字😀 0123456789', 2474951545902692432n],
])('sipHash64(%j)', (text, hash) => {
  expect(sipHash64(text)).toBe(hash)
})
