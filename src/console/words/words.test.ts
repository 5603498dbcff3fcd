/** Proves that the four dictionaries say the same things with the same holes, and nothing that nobody shows. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LOCALES } from '../../core/base/index.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ptBR } from './pt-BR.ts'
import type { Dictionary } from './word.ts'
import { CHAPTERS, counter, translator } from './words.ts'

const others: Readonly<Record<string, Dictionary>> = { 'pt-BR': ptBR, es, fr }
const holes = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).toSorted()

describe.each(Object.entries(others))('%s', (_, dictionary) => {
  test('has the holes of English in every text', () => {
    for (const [key, text] of Object.entries(en.words)) {
      const translated = Object.entries(dictionary.words).find(([k]) => k === key)?.[1] ?? ''
      expect(translated.trim(), key).not.toBe('')
      expect(holes(translated), key).toEqual(holes(text))
    }
  })
})

test('the chapters have the holes of English in every text', () => {
  for (const [key, [first, ...rest]] of Object.entries(CHAPTERS)) {
    for (const text of rest) {
      expect(text.trim(), key).not.toBe('')
      expect(holes(text), key).toEqual(holes(first))
    }
  }
})

test('every text is shown somewhere', () => {
  const root = join(import.meta.dirname, '..')
  const code = globSync('{*,{parts,scenes,editor}/**/*}.{ts,tsx}', { cwd: root })
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n')
  const unused = Object.keys({ ...en.words, ...en.counted, ...CHAPTERS }).filter(
    (k) => !code.includes(`'${k}'`),
  )
  expect(unused).toEqual([])
})

test('numbers and plurals follow each language', () => {
  expect(LOCALES.map((l) => counter(l)('rows', 0))).toEqual([
    '0 rows',
    '0 linha',
    '0 filas',
    '0 ligne',
  ])
  expect(LOCALES.map((l) => counter(l)('members', 1))).toEqual([
    '1 member',
    '1 membro',
    '1 miembro',
    '1 membre',
  ])
  expect(counter('pt-BR')('rows', 12_345)).toBe('12.345 linhas')
  expect(translator('fr')('perSecond', { rows: '10' })).toBe('10 lignes/s')
})
