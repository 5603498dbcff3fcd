/** Laws of the record splitter: nothing lost, nothing invented, the good row after a bad one kept. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellText, createSplitter, type Dialect, type Flaw } from './split.ts'

interface Found {
  readonly cells: readonly string[]
  readonly line: number
  readonly ordinal: number
  readonly flaw: Flaw
}

const COMMA: Dialect = { delimiter: 44, quote: 34, newline: 10 }

function split(bytes: Buffer, dialect: Dialect, chunkSize = bytes.length): readonly Found[] {
  const found: Found[] = []
  const splitter = createSplitter(dialect, (r) => {
    const cells = Array.from({ length: r.count }, (_, n) => cellText(r, n, dialect.quote))
    found.push({ cells, line: r.line, ordinal: r.ordinal, flaw: r.flaw })
  })
  for (let at = 0; at < bytes.length; at += Math.max(1, chunkSize)) {
    splitter.push(bytes.subarray(at, at + Math.max(1, chunkSize)))
  }
  splitter.end()
  return found
}

/** A cell and whether it is written in quotes; those that need quotes get them. */
const cell = fc
  .record({
    text: fc.string({
      unit: fc.constantFrom('a', 'é', '"', ',', ' ', '7', '\n', '\r'),
      maxLength: 6,
    }),
    quoted: fc.boolean(),
  })
  .map(({ text, quoted }) => {
    const needs = /[",\n\r]/.test(text)
    return { text, written: quoted || needs ? `"${text.replaceAll('"', '""')}"` : text }
  })

/** Three columns: with more, a whole row inside a cell would be taken for a quote left open. */
const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 })

test('split(write(records)) = records, in chunks of any size, with either line end', () => {
  fc.assert(
    fc.property(
      table,
      fc.integer({ min: 1, max: 64 }),
      fc.constantFrom('\n', '\r\n'),
      (rows, size, end) => {
        const text = rows.map((row) => row.map((c) => c.written).join(',')).join(end)
        const found = split(Buffer.from(text), { ...COMMA, cells: 3 }, size)
        expect(found.map((f) => f.cells)).toEqual(rows.map((row) => row.map((c) => c.text)))
        expect(found.every((f, n) => f.flaw === '' && f.ordinal === n)).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
})

test('every line is in one record at most, whatever the bytes; records are numbered without gaps', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 400 }),
      fc.integer({ min: 1, max: 50 }),
      (bytes, size) => {
        const alphabet = [44, 34, 10, 97, 0xc3, 0xa9, 0xff, 13]
        const text = Buffer.from(bytes.map((b) => alphabet[b % alphabet.length] ?? 97))
        const found = split(text, { ...COMMA, cells: 3 }, size)
        expect(found.map((f) => f.ordinal)).toEqual(found.map((_, n) => n))
        const lines = found.map((f) => f.line)
        expect(lines).toEqual([...new Set(lines)].toSorted((a, b) => a - b))
        expect(found).toEqual(split(text, { ...COMMA, cells: 3 }))
      },
    ),
    { numRuns: 1000 },
  )
})

test('breaking some lines of a table flags those lines and keeps all others', () => {
  const breakers = [
    (): string => '1,"open,3',
    (): string => '1,"x"y,3',
    (): string => '1,2',
    (): string => '1,2,3,4',
    (): string => 'one;two;three',
  ]
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.nat(breakers.length - 1), { nil: undefined, freq: 4 }), {
        minLength: 1,
        maxLength: 60,
      }),
      (plan) => {
        const good = (n: number): string => `${n},"text, ${n}",x`
        const text = plan
          .map((b, n) => (b === undefined ? good(n) : (breakers[b]?.() ?? '')))
          .join('\n')
        const found = split(Buffer.from(text), { ...COMMA, cells: 3 })
        const kept = found.filter((f) => f.flaw === '').map((f) => f.cells[0])
        expect(kept).toEqual(plan.flatMap((b, n) => (b === undefined ? [String(n)] : [])))
        expect(found).toHaveLength(plan.length)
      },
    ),
    { numRuns: 500 },
  )
})

test.each([
  [
    'blank lines are no records',
    'a,b\n\n \nc,d\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a quote inside a cell is a character', 'a 5" pipe,b\n', [['a 5" pipe', 'b']]],
  ['doubled quotes are one', '"say ""hi""",b\n', [['say "hi"', 'b']]],
  [
    'empty cells are cells',
    ',\n,,\n',
    [
      ['', ''],
      ['', '', ''],
    ],
  ],
  ['the last line needs no end', 'a,b', [['a', 'b']]],
] as const)('%s', (_, text, cells) => {
  expect(split(Buffer.from(text), COMMA).map((f) => f.cells)).toEqual(cells)
})

test('bytes that are no UTF-8 flag their own row only', () => {
  const bytes = Buffer.concat([Buffer.from('a,é\nb,'), Buffer.from([0xe9]), Buffer.from('\nc,d\n')])
  expect(split(bytes, COMMA, 3).map((f) => f.flaw)).toEqual(['', 'intake/bad-bytes', ''])
})

test('a line beyond the limit is set aside and reading goes on behind it', () => {
  const bytes = Buffer.from(`a,b\n${'x'.repeat(3_000_000)},y\nc,d\n`)
  const found = split(bytes, COMMA, 65_536)
  expect(found.map((f) => [f.flaw, f.cells[0]?.slice(0, 1)])).toEqual([
    ['', 'a'],
    ['intake/too-long', undefined],
    ['', 'c'],
  ])
})
