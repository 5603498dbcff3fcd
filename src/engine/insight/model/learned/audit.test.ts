// The four-fifths rule as judged here: what is flagged, how sure, and who is too few to be compared.
import { expect, test } from 'vitest'
import { verbatim } from '../../../../core/insight/index.ts'
import { auditFindings, compared } from './audit.ts'

const group = (name: string, n: number, hits: number) => ({ label: verbatim(name), n, hits })

const codes = (...groups: readonly ReturnType<typeof group>[]): readonly (readonly string[])[] =>
  auditFindings({ rows: compared(verbatim('gender'), groups), unmeasured: [] }).map((one) => [
    one.code,
    one.tone,
  ])

test.each([
  ['0.79 of the rate is flagged', 100, 79, 'model/unequal', 'caution'],
  ['0.81 is not', 100, 81, 'model/equal', 'neutral'],
  ['half the rate among many is flagged for sure', 1000, 500, 'model/unequal', 'bad'],
])('%s', (_, most, fewer, code, tone) => {
  const n = most * 10
  expect(codes(group('a', n, most), group('b', n, fewer))).toEqual([[code, tone]])
})

test('a group of a few is neither compared nor compared with', () => {
  const rows = compared(verbatim('age'), [
    group('a', 1000, 100),
    group('b', 49, 0),
    group('c', 20, 20),
  ])
  expect(rows.map(({ ratio }) => ratio)).toEqual([undefined, undefined, undefined])
  expect(codes()).toEqual([])
})

test('each attribute is told, the worst first', () => {
  const rows = ['age', 'gender'].flatMap((name, i) =>
    compared(verbatim(name), [group('a', 1000, 100), group('b', 1000, 60 - 20 * i)]),
  )
  const told = auditFindings({ rows, unmeasured: [] }).map(
    ({ text }) => /\((\w+)\)/.exec(text.en)?.[1],
  )
  expect(told).toEqual(['gender', 'age'])
})

test('the worst of several is named, the others counted', () => {
  const rows = compared(verbatim('age'), [
    group('a', 1000, 100),
    group('b', 1000, 60),
    group('c', 1000, 40),
  ])
  const [finding] = auditFindings({ rows, unmeasured: [] })
  expect(finding?.text.en).toMatch(/fewer of c \(age\).*0\.4 of the rate.*fall short: 1\./)
})
