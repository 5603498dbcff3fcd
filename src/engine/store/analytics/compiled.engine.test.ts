/** A fault of the engine that statements must be kept from: compiled minima of instants before 1970. */
import { expect, test } from 'vitest'
import { sql } from '../../../core/sql/index.ts'
import { useStore } from '../../../../test/kit/store.ts'

const kit = useStore()

test('the earliest of instants stays the earliest however often it is asked for', async () => {
  const { analytics } = kit.store
  await analytics.tables.create({
    name: 'moment',
    columns: [
      { name: 'k', type: 'UInt64' },
      { name: 'at', type: "DateTime64(3, 'UTC')" },
    ],
    orderBy: ['k'],
  })
  const moment = analytics.table('moment')
  await analytics.run(sql`INSERT INTO ${moment} SELECT number % 5,
    fromUnixTimestamp64Milli(toInt64(if(number < 5, -100000800001, 1518921438112)), 'UTC') FROM numbers(10)`)
  const question = sql`SELECT k, toString(min(at)) AS first, toString(max(at)) AS last FROM ${moment} GROUP BY k`
  for (let i = 0; i < 6; i++)
    for (const row of await analytics.query<Record<string, string>>(question))
      expect([row['first'], row['last']]).toEqual([
        '1966-10-31 13:59:59.999',
        '2018-02-18 02:37:18.112',
      ])
})
