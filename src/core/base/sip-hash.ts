/** SipHash-2-4 with a zero key over the UTF-8 bytes of a text: the same number as ClickHouse's sipHash64. */

const MASK = 0xffff_ffff_ffff_ffffn

/** Source: J.-P. Aumasson, D. J. Bernstein, "SipHash: a fast short-input PRF", 2012, section 2. Answers 0..2^64 - 1. */
export function sipHash64(text: string): bigint {
  const bytes = utf8(text)
  // "somepseudorandomlygeneratedbytes", with a key of zeros.
  const v: State = [
    0x736f_6d65_7073_6575n,
    0x646f_7261_6e64_6f6dn,
    0x6c79_6765_6e65_7261n,
    0x7465_6462_7974_6573n,
  ]
  const whole = bytes.length - (bytes.length % 8)
  for (let i = 0; i < whole; i += 8) compress(v, wordAt(bytes, i, 8))
  const length = BigInt(bytes.length % 256) << 56n
  compress(v, wordAt(bytes, whole, bytes.length - whole) | length)
  v[2] ^= 0xffn
  for (let round = 0; round < 4; round++) sipRound(v)
  return v[0] ^ v[1] ^ v[2] ^ v[3]
}

type State = [bigint, bigint, bigint, bigint]

function compress(v: State, word: bigint): void {
  v[3] ^= word
  sipRound(v)
  sipRound(v)
  v[0] ^= word
}

function sipRound(v: State): void {
  let [a, b, c, d] = v
  a = (a + b) & MASK
  b = rotated(b, 13n) ^ a
  a = rotated(a, 32n)
  c = (c + d) & MASK
  d = rotated(d, 16n) ^ c
  a = (a + d) & MASK
  d = rotated(d, 21n) ^ a
  c = (c + b) & MASK
  b = rotated(b, 17n) ^ c
  c = rotated(c, 32n)
  v[0] = a
  v[1] = b
  v[2] = c
  v[3] = d
}

function rotated(x: bigint, by: bigint): bigint {
  return ((x << by) | (x >> (64n - by))) & MASK
}

/** Little-endian. */
function wordAt(bytes: readonly number[], from: number, count: number): bigint {
  let word = 0n
  for (let i = count - 1; i >= 0; i--) word = (word << 8n) | BigInt(bytes[from + i] ?? 0)
  return word
}

/** Core knows no TextEncoder; a lone surrogate becomes U+FFFD, as everywhere else. */
function utf8(text: string): readonly number[] {
  return Array.from(text).flatMap((character) => {
    const read = character.codePointAt(0) ?? 0
    const code = read >= 0xd800 && read <= 0xdfff ? 0xfffd : read
    if (code < 0x80) return [code]
    if (code < 0x800) return [0xc0 | (code >> 6), 0x80 | (code & 63)]
    if (code < 0x10000) return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)]
    return [
      0xf0 | (code >> 18),
      0x80 | ((code >> 12) & 63),
      0x80 | ((code >> 6) & 63),
      0x80 | (code & 63),
    ]
  })
}
