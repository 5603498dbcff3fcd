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

function coloured(text: string): string {
  return colourOf(text)
    .filter((p) => p.kind === 'keyword' || p.kind === 'function')
    .map((p) => text.slice(p.from, p.to))
    .join(' ')
}

test.each([
  ['median gap(p) > 1 day and nth last(2, p).gap is known', 'median gap day and nth last is known'],
  ['gap = 1 and median > score and rank = nth', 'and and'],
  ['tier = "x" for at least 3 days and for = than', 'for at least days and'],
  ['vip = true for less than 3 days', 'true for less than days'],
  ['rank(visits) in percentiles 90 to 95 and top = to', 'rank in percentiles to and'],
  ['sequence(a, then not b within 1 day)', 'sequence then not within day'],
  ['streak(p by month) > by', 'streak by month'],
  ['birthday within next 7 days and birthday is known', 'birthday within next days and is known'],
  ['anniversary of joined within last 7 days', 'anniversary of within last days'],
  ['in list "vip" and list = 1', 'in list and'],
  ['distance(home, (1, 2)) < 10 km and km > 1', 'distance km and'],
])('words that are names elsewhere: %s', (text, expected) => {
  expect(coloured(text)).toBe(expected)
})
