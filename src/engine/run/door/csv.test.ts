// Cells of exports do nothing in a spreadsheet.
import { expect, test } from 'vitest'
import { csvCell } from './verbs.ts'

test.each([
  ['C1', 'C1'],
  ['=1+1', "'=1+1"],
  ['+55', "'+55"],
  ['-1', "'-1"],
  ['@a', "'@a"],
  ['\t=1', "'\t=1"],
  ['a,b', '"a,b"'],
  ['say "x"', '"say ""x"""'],
  ['=A1,"x"', `"'=A1,""x"""`],
  ['a\nb', '"a\nb"'],
])('%j becomes %j', (text, cell) => expect(csvCell(text)).toBe(cell))
