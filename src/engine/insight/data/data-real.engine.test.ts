/** Representativeness on real data: the households of Complete Journey that told their demographics are not like the others. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTestFolder } from '../../../../test/kit/folder.ts'
import { sql } from '../../../core/sql/index.ts'
import { evaluateProgramme } from '../../run/index.ts'
import { makeReport } from '../report/run.ts'

const root = join(import.meta.dirname, '../../../..')
const data = join(root, '../shared/data/completejourney')

test.skipIf(!existsSync(data))(
  'Complete Journey: demographics are known of 801 households who spend 2.6 times as much (skipped where ../shared/data is absent)',
  async () => {
    const shop = await openTestFolder(join(root, 'test/real/completejourney'))
    try {
      await shop.load(
        ['transactions_sample', 'demographics', 'products'].map((name) =>
          join(data, `${name}.csv.gz`),
        ),
      )
      await evaluateProgramme(shop.programme, { asOf: '2018-01-01T04:59:59Z', locale: 'en' })
      const made = await makeReport(shop.programme, {
        name: 'representativeness',
        parameters: {},
        locale: 'en',
      })
      const { analytics } = await shop.programme.current()
      const [byHand] = await analytics.query<{ population: string; known: string; ratio: number }>(
        sql`SELECT count() AS population, countIf(told) AS known, avgIf(spent, told) / avgIf(spent, NOT told) AS ratio FROM (
          SELECT customer_key, ifNull(t, 0) = 1 AS told, ifNull(s, 0) AS spent FROM (SELECT DISTINCT customer_key FROM customer) AS c
          LEFT JOIN (SELECT customer_key, 1 AS t FROM profile GROUP BY customer_key) AS p USING (customer_key)
          LEFT JOIN (SELECT customer_key, sum(arraySum(arrayMap(x -> ifNull(toFloat64(x), 0), e_item_amount))) AS s FROM event_purchase GROUP BY customer_key) AS e USING (customer_key))`,
      )
      expect(Number(byHand?.population)).toBe(2377)
      expect(Number(byHand?.known)).toBe(801)
      expect(byHand?.ratio).toBeCloseTo(2.6, 1)
      const biased = made.findings.filter(({ code }) => code === 'representativeness/biased')
      // What came with the demographics is one story, told once.
      expect(biased).toHaveLength(1)
      expect(biased[0]?.tone).toBe('bad')
      expect(biased[0]?.text).toMatch(
        /known for 34% of the customers \(801 of 2,377\), who spend 2\.6 times/,
      )
      for (const segment of ['Older households that buy meat', 'Much bought, demographics unknown'])
        expect(biased[0]?.text).toContain(segment)
      expect(biased[0]?.text).not.toMatch(/discount/i)
    } finally {
      await shop.close()
    }
  },
)
