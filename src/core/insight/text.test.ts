/** Proves how figures and intervals are written: no sign without a number, no interval whose ends read alike. */
import { assert, constantFrom, double, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LOCALES } from '../base/index.ts'
import { figure, say, type Figure, type Texts } from './text.ts'

const BETWEEN: Texts = [
  'It is {share} ({low} to {high}).',
  'É {share} ({low} a {high}).',
  'Es {share} ({low} a {high}).',
  'C’est {share} ({low} à {high}).',
]
const share = (value: number): Figure => ({ kind: 'share', value })
const said = (low: number, high: number): Readonly<Record<string, string>> =>
  say(BETWEEN, { share: share((low + high) / 2), low: share(low), high: share(high) })

describe('figures', () => {
  test('what rounds to nothing has no sign, in any language and kind', () => {
    const kinds: readonly Figure[] = [
      { kind: 'share', value: -0.0001 },
      { kind: 'number', value: -0.001 },
      { kind: 'number', value: -0 },
      { kind: 'days', value: -0.01 },
      { kind: 'count', value: -0.2 },
      { kind: 'money', value: -0.001, currency: 'EUR' },
    ]
    for (const locale of LOCALES) {
      for (const one of kinds) expect(figure(one, locale), one.kind).not.toMatch(/[-\u2212]/)
    }
    expect(figure({ kind: 'number', value: -41.44, digits: 1 }, 'fr')).toBe('−41,4')
  })

  test('the ends of an interval are as fine as it takes to tell them apart', () => {
    expect(said(0.69, 0.74)['en']).toBe('It is 72% (69% to 74%).')
    expect(said(0.7112, 0.7137)['en']).toBe('It is 71% (71.1% to 71.4%).')
    expect(said(0.71121, 0.71138)['pt-BR']).toBe('É 71% (71,12% a 71,14%).')
    expect(LOCALES.map((locale) => said(0.7, 0.7)[locale]?.replaceAll(/\s/g, ' '))).toEqual([
      'It is 70% (70%).',
      'É 70% (70%).',
      'Es 70 % (70 %).',
      'C’est 70 % (70 %).',
    ])
  })

  test('customers are not cut into parts', () => {
    const count = (value: number): Figure => ({ kind: 'count', value })
    const { en } = say(BETWEEN, { share: count(7), low: count(6.8), high: count(7.2) })
    expect(en).toBe('It is 7 (7).')
  })

  test('no interval ever reads from one text to the same', () => {
    const value = double({ min: -2, max: 2, noNaN: true })
    assert(
      property(value, value, constantFrom(...LOCALES), (a, b, locale) => {
        const text = said(Math.min(a, b), Math.max(a, b))[locale] ?? ''
        const [, low, high] = /\((.+) (?:to|a|à) (.+)\)/.exec(text) ?? []
        return low === undefined || low !== high
      }),
    )
  })
})
