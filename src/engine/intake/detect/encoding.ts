/** Tells the encoding of a text from its bytes. */
import { isUtf8 } from 'node:buffer'

export interface EncodingGuess {
  readonly encoding: string
  /** Code of the evidence; `high` bytes beyond ASCII were seen. */
  readonly evidence: string
  readonly high: number
  readonly certain: boolean
}

/** Share of lines with UTF-8 letters, against lines that are no UTF-8, that still makes the file UTF-8 with some broken rows. */
const BROKEN_SHARE = 0.1
/** Western text written in one byte per letter is nearly all letters and quotes beyond ASCII. */
const LETTER_SHARE = 0.9

/** Guesses the encoding. A file of plain ASCII is taken as UTF-8: rows that turn out otherwise are set aside. */
export function guessEncoding(sample: Buffer): EncodingGuess {
  const [a, b, c] = sample
  if (a === 0xef && b === 0xbb && c === 0xbf) return certain('utf-8', 'intake/evidence-mark')
  if (a === 0xff && b === 0xfe) return certain('utf-16le', 'intake/evidence-mark')
  if (a === 0xfe && b === 0xff) return certain('utf-16be', 'intake/evidence-mark')
  const zeros = countZeros(sample)
  if (zeros.odd > sample.length / 5) return certain('utf-16le', 'intake/evidence-zeros')
  if (zeros.even > sample.length / 5) return certain('utf-16be', 'intake/evidence-zeros')
  return guessByLines(sample)
}

function certain(encoding: string, evidence: string): EncodingGuess {
  return { encoding, evidence, high: 0, certain: true }
}

function countZeros(sample: Buffer): { readonly even: number; readonly odd: number } {
  let [even, odd] = [0, 0]
  const end = Math.min(sample.length, 65_536)
  for (let n = 0; n < end; n += 2) {
    if (sample[n] === 0) even++
    if (sample[n + 1] === 0) odd++
  }
  return { even, odd }
}

function guessByLines(sample: Buffer): EncodingGuess {
  let [good, bad, high, letters] = [0, 0, 0, 0]
  for (let start = 0; start < sample.length;) {
    const found = sample.indexOf(10, start)
    const isCut = found === -1
    const line = sample.subarray(start, isCut ? sample.length : found)
    start = isCut ? sample.length : found + 1
    const own = highBytes(line)
    // The sample may end inside a letter.
    if (own.high === 0 || (isCut && line.length < sample.length)) continue
    high += own.high
    letters += own.letters
    if (isUtf8(line)) good++
    else bad++
  }
  if (high === 0)
    return { encoding: 'utf-8', evidence: 'intake/evidence-ascii', high, certain: true }
  if (bad <= good * BROKEN_SHARE) {
    return { encoding: 'utf-8', evidence: 'intake/evidence-utf8', high, certain: true }
  }
  return {
    encoding: 'windows-1252',
    evidence: 'intake/evidence-single-byte',
    high,
    certain: letters >= high * LETTER_SHARE,
  }
}

/** Bytes beyond ASCII, and how many of them are letters or quotes in windows-1252. */
function highBytes(line: Buffer): { readonly high: number; readonly letters: number } {
  let [high, letters] = [0, 0]
  for (const byte of line) {
    if (byte < 0x80) continue
    high++
    const isLetter = byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7
    if (isLetter || QUOTES.has(byte)) letters++
  }
  return { high, letters }
}

/** € ' ' " " – — ™ space « ® ° · º » £ § of windows-1252. */
const QUOTES: ReadonlySet<number> = new Set([
  0x80, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x99, 0xa0, 0xa3, 0xa7, 0xaa, 0xab, 0xae, 0xb0, 0xb7,
  0xba, 0xbb,
])
