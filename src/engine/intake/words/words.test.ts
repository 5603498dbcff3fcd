/** Words of intake: every code in four languages, with the holes of the English sentence. */
import { expect, test } from 'vitest'
import { LOCALES } from '../../../core/base/index.ts'
import { INTAKE_CODES } from './codes.ts'
import { intakeWords } from './index.ts'

const holes = (text: string | undefined): readonly string[] =>
  [...new Set((text ?? '').match(/\{\w+\}/g))].toSorted()

test.each(INTAKE_CODES.map((code) => [code]))('%s says the same in every language', (code) => {
  const english = intakeWords(code, {}, 'en')
  for (const locale of LOCALES) {
    const text = intakeWords(code, {}, locale)
    expect(text?.length).toBeGreaterThan(3)
    expect(holes(text)).toEqual(holes(english))
  }
})
