/** Both doors on supervised local engines. */
import { expect, test } from 'vitest'
import { useStore } from '../../../test/kit/store.ts'
import { sql, value } from '../../core/sql/index.ts'

const kit = useStore()

test('both doors open on a programme of its own', async () => {
  const { analytics, ledger, programmeId } = kit.store
  expect(analytics.database).toBe(`tessera_${programmeId}`)
  expect(await analytics.query(sql`SELECT ${value(2, 'UInt8')} AS n`)).toEqual([{ n: 2 }])
  expect(await ledger.db.selectFrom('import').selectAll().execute()).toEqual([])
})
