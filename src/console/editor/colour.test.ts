/** Proves that colouring loses no character and knows the words of the language. */
import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { colourOf } from './colour.ts'

test('the pieces are the text, whatever it is', () => {
  assert(
    property(string({ unit: 'grapheme' }), (text) => {
      const pieces = colourOf(text)
      expect(pieces.map((p) => text.slice(p.from, p.to)).join('')).toBe(text)
      for (const [i, piece] of pieces.entries()) expect(piece.from).toBe(pieces[i - 1]?.to ?? 0)
    }),
  )
})

test('words, texts, numbers and comments are told apart', () => {
  const text = 'count(purchase where channel = "in store", last 30 days) >= 5 -- and more'
  const kinds = colourOf(text)
    .filter((p) => p.kind !== undefined)
    .map((p) => `${text.slice(p.from, p.to)}:${p.kind ?? ''}`)
  expect(kinds).toEqual([
    'count:function',
    'where:keyword',
    '"in store":text',
    'last:keyword',
    '30:number',
    'days:keyword',
    '5:number',
    '-- and more:comment',
  ])
})

test('a property may be called like a word of the language', () => {
  expect(colourOf('last(purchase).first')).toEqual([
    { from: 0, to: 4, kind: 'keyword' },
    { from: 4, to: 20 },
  ])
})
