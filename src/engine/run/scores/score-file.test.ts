// What a file of scores says, cell by cell.
import { expect, test } from 'vitest'
import { readScoreFile, type ScoreFile } from './score-file.ts'

const read = (text: string, score?: string): ScoreFile =>
  readScoreFile(text, {
    file: 'f.csv',
    known: ['a.b', 'c'],
    timeZone: 'Europe/Lisbon',
    ...(score === undefined ? {} : { score }),
  })
const values = (text: string): readonly string[] =>
  read(`id,value\n${text}`, 'c').said.map((one) => one.value)

test.each([
  ['1', '1.000000'],
  ['-0', '0.000000'],
  ['+.5', '0.500000'],
  ['1e-3', '0.001000'],
  ['0.12345678', '0.123457'],
  ['-999999999999.5', '-999999999999.500000'],
  ['', ''],
])('"%s" is "%s"', (text, value) => {
  expect(values(`X,${text}`)).toEqual([value])
})

test.each(['NaN', 'Infinity', '0x10', '1_000', '"1,5"', '1e12', '1 2', 'null'])(
  '%s is no number',
  (text) => {
    const { said, issues, rejected } = read(`id,value\nX,${text}`, 'c')
    expect([said, issues.map((i) => i.code), rejected]).toEqual([[], ['run/score-value'], 1])
  },
)

test('several scores, instants row by row, lines after a quoted line break', () => {
  const text = 'a.b;customer_id;at;c\n1;"X\n1";2026-07-01;2\n3;Y;;\n4;Z;soon;5\n6;W\n'
  const { scores, said, issues, rejected } = read(text)
  expect(scores).toEqual(['a.b', 'c'])
  const at = Date.parse('2026-06-30T23:00:00Z')
  expect(said).toEqual([
    { line: 2, customer: 'X\n1', score: 'a.b', value: '1.000000', at },
    { line: 2, customer: 'X\n1', score: 'c', value: '2.000000', at },
    { line: 4, customer: 'Y', score: 'a.b', value: '3.000000', at: undefined },
    { line: 4, customer: 'Y', score: 'c', value: '', at: undefined },
    { line: 6, customer: 'W', score: 'a.b', value: '6.000000', at: undefined },
  ])
  expect(issues.map((i) => [i.code, i.at?.kind === 'file' ? i.at.line : 0])).toEqual([
    ['run/example-time', 5],
    ['run/example-time', 5],
    ['run/score-value', 6],
  ])
  expect(rejected).toBe(3)
})

test('a score that two columns say is refused', () => {
  expect(() => read('id,value,c\nX,1,2\n', 'c')).toThrow(
    expect.objectContaining({ code: 'run/score-columns' }) as Error,
  )
})
