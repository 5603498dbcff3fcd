/** The grammar, case by case, and what is said of text that breaks it. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { format } from './format.ts'
import { parse } from './parse.ts'
import { print, printNode } from './print.ts'

/** The canonical form, or the codes of what is wrong, each with the text at its place. */
function tidy(text: string): string {
  const read = parse(text)
  if (read.ok) return print(read.value.definition)
  return read.issues
    .map((issue) => {
      const at = issue.at?.kind === 'span' ? text.slice(issue.at.start, issue.at.end) : '?'
      const fix = issue.fix === undefined ? '' : ` → ${issue.fix}`
      return `${issue.code.slice('segment/'.length)}: ${at}${fix}`
    })
    .join(' | ')
}

test.each([
  ['[PARSE-1] space means nothing', 'age>=18\n  and\tvip=true', 'age >= 18 and vip = true'],
  ['[PARSE-2] words in any case', 'EVERYONE', 'everyone'],
  [
    '[PARSE-2] names keep their case',
    'Country = "BR" AND NOT Vip = TRUE',
    'Country = "BR" and not Vip = true',
  ],
  ['[PARSE-3] comments are passed over', 'a = 1 -- first\nand b = 2', 'a = 1 and b = 2'],
  [
    '[PARSE-4] backticks',
    '`e-mail` is known and `any` = 1 and `a``b` = 2 and `plain` = 3',
    '`e-mail` is known and `any` = 1 and `a``b` = 2 and plain = 3',
  ],
  [
    '[PARSE-5] quotes',
    `a = 'x' and b = “y” and c = «z» and d = "\\u{e9}\\"\\\\\\n"`,
    'a = "x" and b = "y" and c = "z" and d = "é\\"\\\\\\n"',
  ],
  [
    '[PARSE-6] numbers',
    'a = 1_000.50 and b = -3 and c = 200 EUR and d = -0',
    'a = 1000.5 and b = -3 and c = 200 EUR and d = 0',
  ],
  ['[PARSE-6] AND is no currency', 'a = 5 AND b = 1', 'a = 5 and b = 1'],
  [
    '[PARSE-7] moments',
    'a = 2026-01-31 and b = 2026-01-31T10:00+02:00 and c = 2026-01-31T10:00:05.120Z',
    'a = 2026-01-31 and b = 2026-01-31T08:00Z and c = 2026-01-31T10:00:05.120Z',
  ],
  [
    '[PARSE-7] durations',
    'tenure < 1 DAY and tenure > 2 week',
    'tenure < 1 day and tenure > 2 weeks',
  ],
  [
    '[PARSE-8] header',
    'time zone "UTC" measure a = count(p)\nmeasure b = a +\n  1\n(b) > 2',
    'time zone "UTC"\nmeasure a = count(p)\nmeasure b = a + 1\nb > 2',
  ],
  [
    '[PARSE-8] an operator on a new line',
    'measure a = count(p)\n-a < 2',
    'measure a = count(p)\n-a < 2',
  ],
  [
    '[PARSE-8] ... inside parentheses',
    'measure a = (count(p)\n-2)\na < 2',
    'measure a = count(p) - 2\na < 2',
  ],
  ['[PREC-1] ranks', 'not a = 1 and b = 2 or c = 3', 'not a = 1 and b = 2 or c = 3'],
  [
    '[PREC-1] parentheses that say nothing go',
    '((not (a = 1)) and (b = 2)) or (c = 3)',
    'not a = 1 and b = 2 or c = 3',
  ],
  [
    '[PREC-1] parentheses that say something stay',
    'not (a = 1 and (b = 2 or c = 3))',
    'not (a = 1 and (b = 2 or c = 3))',
  ],
  ['[PREC-1] arithmetic', '(a + b) * -c / 2 > (d * e) + 1', '(a + b) * -c / 2 > d * e + 1'],
  [
    '[PREC-2] left to right',
    '10 - 4 - 3 = 3 and 10 - (4 - 3) = 9',
    '10 - 4 - 3 = 3 and 10 - (4 - 3) = 9',
  ],
  ['[PREC-3] between', 'a between 1 and 2 and b = 3', 'a between 1 and 2 and b = 3'],
  [
    'other spellings',
    'a <> 1 and b == 2 and c ≥ 3 and d is not missing',
    'a != 1 and b = 2 and c >= 3 and d is known',
  ],
  [
    'sources',
    'sum(purchase.item.price where any item (a = 1), this week) = 0',
    'sum(purchase.item.price where any item (a = 1), this week) = 0',
  ],
  [
    'first and last',
    'first(p).channel = "x" and last(p.item where a = 1) within yesterday',
    'first(p).channel = "x" and last(p.item where a = 1) within yesterday',
  ],
  [
    'windows',
    'any(p, last 1 month) or any(p, last month) or any(p, previous 1 day) or any(p, last 1 calendar day)',
    'any(p, last 1 month)\nor any(p, last month)\nor any(p, yesterday)\nor any(p, last 1 calendar day)',
  ],
])('%s', (_, text, canonical) => {
  expect(tidy(text)).toBe(canonical)
})

test.each([
  ['[PARSE-9] nothing', '', 'empty:  → everyone'],
  ['[PARSE-9] a comment alone', '-- x', 'empty: -- x → everyone'],
  [
    '[PARSE-10] several mistakes',
    'a = and b ! 1 and cuont(p) > 2',
    'expected: and | bad-character: ! → not  | unknown-function: cuont → count',
  ],
  [
    '[PARSE-4] a reserved word',
    'any(count) and first = 1',
    'reserved-name: count → `count` | expected: =',
  ],
  ['[PARSE-4] an open name', '`a = 1', 'open-name: `a = 1'],
  ['[PARSE-5] an open text', 'a = "x\nand b = 1', 'open-text: "x'],
  ['[PARSE-5] an unknown escape', 'a matches "\\d"', 'bad-escape: \\d → \\\\d'],
  [
    '[PARSE-6] too many digits',
    'a = 0.1234567 or a = 1234567890123',
    'number-range: 0.1234567 | number-range: 1234567890123',
  ],
  ['[PARSE-6] a unit without space', 'a = 5kg', 'bad-number: 5kg → 5 kg'],
  ['[PARSE-7] no such day', 'a = 2026-02-30', 'bad-date: 2026-02-30'],
  ['[PARSE-7] day and month could be swapped', 'a = 03/04/2026', 'date-shape: 03/04/2026'],
  [
    '[PARSE-7] an instant of nowhere',
    'a = 2026-01-31T10:00',
    'instant-offset: 2026-01-31T10:00 → 2026-01-31T10:00Z',
  ],
  ['[PARSE-7] months are no duration', 'tenure < 6 months', 'calendar-duration: months'],
  [
    '[PARSE-8] only measures come first',
    'a = 1\nmeasure b = 2',
    'expected: measure | expected-comparison: 2',
  ],
  ['[PARSE-11] too deep', `${'('.repeat(250)}a + 1${')'.repeat(250)} = 1`, 'a + 1 = 1'],
  [
    '[PARSE-10] the signs of other languages',
    'a = 1 && b in [1]',
    'bad-character: && → and | bad-character: [ → ( | expected: 1 → (1) | bad-character: ] → )',
  ],
  [
    '[PARSE-10] a misplaced not',
    'a not between 1 and 2 and b not contains "x"',
    'misplaced-not: not | misplaced-not: not',
  ],
  [
    '[PARSE-10] a slip in a word',
    'any(purchase wher a = 1) and country contians "x" and any(p, last 3 dyas)',
    'expected: wher → where | expected: contians → contains | expected: dyas → days',
  ],
  [
    '[PARSE-10] ... in a joining word',
    'a = 1 adn b bewteen 1 and 2',
    'expected: adn → and | expected: bewteen → between',
  ],
  ['[PARSE-10] ... in a word alone', 'evryone', 'expected-comparison: evryone → everyone'],
  ['[PARSE-10] ... in a window', 'any(p, lst 3 days)', 'expected: lst → last'],
  [
    '[WIN-7] quarters do not roll',
    'any(p, last 2 quarters)',
    'rolling-unit: last 2 quarters → previous 2 quarters',
  ],
  [
    '[WIN-15] windows need whole numbers',
    'any(p, last 0 days) or any(p, last 101 years)',
    'window-count: 0 | window-count: 101',
  ],
  ['counts are whole', 'at least 1.5 of (a = 1, b = 2)', 'whole-number: 1.5'],
  ['a value alone', 'country and vip = true', 'expected-comparison: country'],
  ['a condition for a value', '(a = 1) + 2 > 3', 'expected-value: (a = 1)'],
  ['an end too early', '(a = 1', 'expected-at-end:  → )'],
  ['no connective', 'a = 1 b = 2', 'missing-connective: b'],
  ['a stray parenthesis', 'a = 1)', 'expected: )'],
  ['is for =', 'country is "BR"', 'expected: is → ='],
  ['in without parentheses', 'country in "BR"', 'expected: "BR" → ("BR")'],
  [
    '[FILTER-1] customers are not asked in a filter',
    'any(p where count(p) > 1 or age > 3 or in segment "x")',
    'not-in-where: count | not-in-where: age | not-in-where: in segment',
  ],
  ['[ELEM-1] elements are of events', 'any item (a = 1)', 'only-in-where: any'],
  ['[NAME-3] twice the same measure', 'measure a = 1\nmeasure a = 2\na > 1', 'measure-twice: a'],
])('%s', (_, text, complaints) => {
  expect(tidy(text)).toBe(complaints)
})

test('[PARSE-11] depth is limited, whatever makes it', () => {
  for (const deep of [
    '('.repeat(9000),
    'not '.repeat(9000),
    `a${' + a'.repeat(300)} = 1`,
    `a = ${'-'.repeat(3)} -1`,
  ]) {
    expect(tidy(deep)).toMatch(/^(too-deep|expected)/)
  }
  expect(tidy(`${'not '.repeat(150)}a = 1`)).not.toContain('too-deep')
})

test('[PARSE-1] length is limited', () => {
  expect(tidy(`a = "${'x'.repeat(100_000)}"`)).toMatch(/^text-too-long/)
})

test('[PARSE-3] formatting keeps comments at the top and refuses to lose others', () => {
  expect(format('-- why\n\n-- and how\na=1')).toMatchObject({
    ok: true,
    value: '-- why\n-- and how\na = 1',
  })
  const lost = format('a = 1 -- why')
  expect(lost.issues.map((issue) => issue.code)).toEqual(['segment/comment-lost'])
})

test('long conditions stand one a line, sources open up', () => {
  const text =
    'count(purchase where channel = "store" and any item (category under "Beverages" and price > 5), last 365 days) >= 5 and (vip = true or tenure < 30 days)'
  expect(tidy(text)).toBe(`count(
  purchase
    where channel = "store"
      and any item (category under "Beverages" and price > 5),
  last 365 days
) >= 5
and (vip = true or tenure < 30 days)`)
})

test('[PARSE-10] no text makes the parser crash, and every place lies inside the text', () => {
  const pieces =
    'and or not in is has ( ) , . = != < + - * / " \' ` 5 200 EUR 2026-01-31 T10:00 days last since between any count item where measure time zone at least of within % km gap( median nth( streak( by month share( trend( score( bucket( distance( rank( top quintile sequence( then for less than birthday next anniversary regular( stopped( consent( list email_* \n -- \\ é 😀 \ud800'.split(
      ' ',
    )
  const soup = fc
    .array(fc.constantFrom(...pieces), { maxLength: 40 })
    .map((words) => words.join(' '))
  fc.assert(
    fc.property(fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
      const read = parse(text)
      if (read.ok) {
        const again = parse(print(read.value.definition))
        expect(again.ok).toBe(true)
        return
      }
      const inside = read.issues.every(
        ({ at }) =>
          at?.kind === 'span' && at.start >= 0 && at.start <= at.end && at.end <= text.length,
      )
      expect(inside && read.issues.length > 0).toBe(true)
    }),
    { numRuns: 2000 },
  )
}, 30_000)

test('a node knows where it stands', () => {
  const text = 'vip = true and count(purchase where a = 1) > 2'
  const read = parse(text)
  if (!read.ok || read.value.definition.condition.kind !== 'and') throw new Error('unexpected')
  const second = read.value.definition.condition.of[1]
  if (second?.kind !== 'compare' || second.left.kind !== 'measure') throw new Error('unexpected')
  const { spanOf } = read.value
  expect(spanOf(second)).toEqual({ kind: 'span', start: 15, end: text.length })
  expect(spanOf(second.left.source, 'event')).toEqual({ kind: 'span', start: 21, end: 29 })
  expect(printNode(second.left)).toBe('count(purchase where a = 1)')
})
