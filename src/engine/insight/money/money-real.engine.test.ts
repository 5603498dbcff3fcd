// Reports on money and baskets on real data: resellers and products of a gift shop, discounts of grocery households.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTestFolder, type TestFolder } from '../../../../test/kit/folder.ts'
import { spoken, type Spoken } from '../../../../test/kit/spoken.ts'
import { sql } from '../../../core/sql/index.ts'
import { evaluateProgramme } from '../../run/index.ts'

const root = join(import.meta.dirname, '../../../..')
const data = join(root, '../shared/data')

/** A programme of the real-data tests, loaded and evaluated. */
async function opened(name: string, files: readonly string[], asOf: string): Promise<TestFolder> {
  const shop = await openTestFolder(join(root, 'test/real', name))
  await shop.load(files.map((file) => join(data, name, `${file}.csv.gz`)))
  await evaluateProgramme(shop.programme, { asOf, locale: 'en' })
  return shop
}

function find({ findings }: Spoken, code: string) {
  return findings.find((one) => one.code === code)
}

test.skipIf(!existsSync(join(data, 'online_retail')))(
  'Online Retail: wholesalers hide in the top, and designs of one family are bought together (skipped where ../shared/data is absent)',
  async () => {
    const shop = await opened('online_retail', ['online_retail'], '2011-12-10T00:00:00Z')
    try {
      const made = await spoken(shop.programme, 'concentration')
      const { analytics } = await shop.programme.current()
      const [hand] = await analytics.query<{ n: string; top: number; all: number }>(
        sql`SELECT length(v) AS n, arraySum(arraySlice(v, 1, toUInt32(round(n / 10)))) AS top, arraySum(v) AS all FROM (
            SELECT arrayReverseSort(groupArray(net)) AS v FROM (
              SELECT customer_key, sum(a) AS net, max(o) AS bought FROM (
                SELECT customer_key, arraySum(arrayMap(x -> ifNull(toFloat64(x), 0), e_item_amount)) AS a, 1 AS o FROM event_purchase
                  WHERE at > toDateTime64('2010-12-10 00:00:00', 3, 'UTC')
                UNION ALL SELECT customer_key, -arraySum(arrayMap(x -> ifNull(toFloat64(x), 0), e_item_amount)) AS a, 0 AS o FROM event_refund
                  WHERE at > toDateTime64('2010-12-10 00:00:00', 3, 'UTC'))
              GROUP BY customer_key HAVING bought = 1))`,
      )
      const top = made.tables.find(({ name }) => name === 'thresholds')?.rows[2]
      // Three digits of each customer's spend; what was given back beyond it counts as zero.
      expect(Math.abs(Number(top?.['held']) - (hand?.top ?? 0) / (hand?.all ?? 1))).toBeLessThan(
        0.005,
      )
      const resellers = find(made, 'concentration/resellers')
      const at = made.findings.findIndex(({ code }) => code === 'concentration/resellers')
      const told = Number(/^([\d,]+) of/.exec(resellers?.text ?? '')?.[1])
      expect(told).toBeGreaterThanOrEqual(11)
      expect(told).toBe(made.counts[at])
      const baskets = await spoken(shop.programme, 'baskets', { by: 'product', rank: 'lift' })
      const pairs = baskets.tables.find(({ name }) => name === 'pairs')?.rows.slice(0, 10) ?? []
      expect(pairs).toHaveLength(10)
      // The strongest ties are between designs of one thing: their names share a word.
      const alike = pairs.filter(({ first, second }) => {
        const words = new Set(String(first).split(' '))
        return String(second)
          .split(' ')
          .some((word) => word.length > 3 && words.has(word))
      })
      process.stdout.write(`Online Retail: ${resellers?.text}\n${baskets.findings[0]?.text}\n`)
      expect(alike.length).toBeGreaterThanOrEqual(8)
    } finally {
      await shop.close()
    }
  },
  240_000,
)

test.skipIf(!existsSync(join(data, 'completejourney')))(
  'Complete Journey: discounts are told by line, and counted as the files say (skipped where ../shared/data is absent)',
  async () => {
    const shop = await opened(
      'completejourney',
      ['transactions_sample', 'products'],
      '2018-01-01T04:59:59Z',
    )
    try {
      const made = await spoken(shop.programme, 'discounts')
      const { analytics } = await shop.programme.current()
      const [hand] = await analytics.query<{ cheap: number; all: number; given: number }>(
        sql`SELECT sum(arraySum(arrayMap((a, d) -> if(ifNull(d, 0) > 0, ifNull(toFloat64(a), 0), 0), e_item_amount, e_item_discount))) AS cheap,
            sum(arraySum(arrayMap(a -> ifNull(toFloat64(a), 0), e_item_amount))) AS all,
            sum(arraySum(arrayMap(d -> ifNull(toFloat64(d), 0), e_item_discount))) AS given
          FROM event_purchase WHERE at > toDateTime64('2017-01-01 04:59:59', 3, 'UTC')`,
      )
      const [everybody] = made.tables.find(({ name }) => name === 'segments')?.rows ?? []
      expect(everybody?.['share']).toBeCloseTo((hand?.cheap ?? 0) / (hand?.all ?? 1), 9)
      expect(everybody?.['given']).toBeCloseTo(hand?.given ?? 0, 4)
      expect(made.method.some((text) => text.startsWith('Discounts are told line by line'))).toBe(
        true,
      )
      for (const [i, { code, text }] of made.findings.entries())
        if (code === 'discounts/only' || code === 'discounts/to-test')
          expect(Number(/^([\d,]+)/.exec(text)?.[1]?.replaceAll(',', ''))).toBe(made.counts[i])
      process.stdout.write(
        `Complete Journey: ${made.findings.map(({ text }) => text).join('\n')}\n`,
      )
    } finally {
      await shop.close()
    }
  },
  240_000,
)
