/** The law of bits: what is written at a number is read, counted, compared and digested there and nowhere else. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  bitsOf,
  changesOf,
  countsOf,
  digestOf,
  isMember,
  masked,
  wordsFor,
} from '../../src/core/plan/index.ts'
import { join, raw, sql, value } from '../../src/core/sql/index.ts'
import { useStore } from '../kit/store.ts'

const kit = useStore()
const anyNumbers = fc.uniqueArray(fc.nat(199), { maxLength: 40 })

test('bits say what was put in', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(anyNumbers, anyNumbers, async (before, after) => {
      const words = wordsFor([199])
      const state = (numbers: readonly number[]): ReturnType<typeof raw> =>
        bitsOf(
          Array.from({ length: 200 }, (_, number) => ({
            number,
            test: raw(numbers.includes(number) ? '1' : '0'),
          })),
          words,
        )
      const [row] = await kit.store.analytics.query<{
        changes: readonly (readonly [number, number])[]
        m: readonly number[]
        kept: number
      }>(
        sql`SELECT ${changesOf(sql`a`, sql`b`, words)} AS changes,
          [${join(
            Array.from({ length: 200 }, (_, n) => sql`toUInt8(${isMember(sql`b`, n)})`),
            ', ',
          )}] AS m,
          ${masked(sql`b`, before, words)} = ${state(after.filter((n) => before.includes(n)))} AS kept
          FROM (SELECT ${state(before)} AS a, ${state(after)} AS b)`,
        { settings: { max_query_size: 10_000_000 } },
      )
      const wanted = [
        ...before.filter((n) => !after.includes(n)).map((n) => [n, 0]),
        ...after.filter((n) => !before.includes(n)).map((n) => [n, 1]),
      ].sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0))
      expect(row?.changes).toEqual(wanted)
      expect((row?.m ?? []).flatMap((m, n) => (m === 1 ? [n] : []))).toEqual(
        after.toSorted((x, y) => x - y),
      )
      expect(row?.kept).toBe(1)
    }),
    { numRuns: 15 },
  )
})

test('counts and digests of a table do not mind its order or words of zeros, and see every change', async () => {
  const { analytics } = kit.store
  const from = (rows: readonly (readonly [number, readonly number[]])[]): ReturnType<typeof raw> =>
    sql`(${join(
      rows.map(
        ([key, bits]) =>
          sql`SELECT ${value(key, 'UInt64')} AS customer_key, ${value(bits, 'Array(UInt64)')} AS bits`,
      ),
      ' UNION ALL ',
    )})`
  const digest = async (rows: Parameters<typeof from>[0]): Promise<unknown> =>
    (await analytics.query(digestOf(from(rows))))[0]
  const base = await digest([
    [1, [5, 0]],
    [2, [0, 1]],
    [3, []],
  ])
  expect(
    await digest([
      [2, [0, 1, 0]],
      [1, [5]],
    ]),
  ).toEqual(base)
  expect(
    await digest([
      [2, [0, 1]],
      [1, [4]],
    ]),
  ).not.toEqual(base)
  expect(
    await digest([
      [2, [1, 0]],
      [1, [5]],
    ]),
  ).not.toEqual(base)
  const [counts] = await analytics.query(
    countsOf(
      from([
        [1, [5, 0]],
        [2, [0, 1]],
        [3, []],
      ]),
      [0, 1, 2, 64],
    ),
  )
  expect(counts).toEqual({ population: '2', n_0: '1', n_1: '0', n_2: '1', n_64: '1' })
})
