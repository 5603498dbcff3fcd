/** What tests of killed and full stores share: leaving a trace in both doors, finding it again, waiting. */
import { setTimeout as sleep } from 'node:timers/promises'
import { sql, value } from '../../src/core/sql/index.ts'
import type { Store } from '../../src/engine/store/index.ts'

/** Waits ten seconds at most for something to come true. */
export async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (await what()) return
    await sleep(25)
  }
  throw new Error('waited in vain')
}

/** Leaves `n` in both doors. */
export async function remember(store: Store, n: number): Promise<void> {
  const { analytics, ledger } = store
  await analytics.tables.create({
    name: 'kept',
    columns: [{ name: 'n', type: 'UInt32' }],
    orderBy: ['n'],
  })
  await analytics.run(sql`INSERT INTO ${analytics.table('kept')} VALUES (${value(n, 'UInt32')})`)
  await ledger.db
    .insertInto('programme_meta')
    .values({ key: String(n), value: JSON.stringify({ n }) })
    .execute()
}

/** What was left in the analytics door, and in the ledger. */
export async function remembered(store: Store): Promise<unknown[]> {
  const { analytics, ledger } = store
  const facts = await analytics.query<{ n: number }>(
    sql`SELECT n FROM ${analytics.table('kept')} ORDER BY n`,
  )
  const meta = await ledger.db.selectFrom('programme_meta').select('key').orderBy('key').execute()
  return [facts.map((row) => row.n), meta.map((row) => Number(row.key))]
}
