/** Proves that tables leave the page intact and harmless. */
import { expect, test } from 'vitest'
import { toCsv } from './csv.ts'

test('quotes only where needed and disarms formulas', () => {
  expect(
    toCsv([
      ['a', 1],
      ['x,y', 'say "hi"'],
    ]),
  ).toBe('a,1\r\n"x,y","say ""hi"""\r\n')
  for (const start of ['=', '+', '-', '@', '\t']) {
    expect(toCsv([[`${start}1`]])).toContain(`'${start}1`)
  }
})
