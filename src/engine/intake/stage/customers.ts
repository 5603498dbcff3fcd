/** Who becomes known, or known earlier, by a load. */
import { Failure } from '../../../core/base/index.ts'
import { raw, sql } from '../../../core/sql/index.ts'
import type { Analytics } from '../../store/index.ts'
import { stageTable } from './raw.ts'
import type { Staging } from './typed.ts'

/** Fills the staging table of customers. Throws `intake/customer-key-collision` when two ids share a key. */
export async function stageCustomers(work: {
  readonly analytics: Analytics
  readonly staging: Staging
  readonly signal?: AbortSignal | undefined
}): Promise<void> {
  const { analytics, staging, signal } = work
  const options = signal === undefined ? {} : { signal }
  const typed = analytics.table(stageTable(staging.load, 'typed'))
  const exception = analytics.table(stageTable(staging.load, 'exception'))
  const staged = stageTable(staging.load, 'customer')
  const known = analytics.table('customer')
  await analytics.run(
    sql`INSERT INTO ${analytics.table(staged)} (customer_key, customer_id, known_from, load)
      SELECT n.k, n.c, n.a, ${raw(String(staging.load))}
      FROM (SELECT sipHash64(customer) AS k, customer AS c, min(at) AS a FROM ${typed}
        WHERE reason = 0 AND ordinal NOT IN (SELECT ordinal FROM ${exception}) GROUP BY customer) AS n
      LEFT JOIN (SELECT customer_key, customer_id, min(known_from) AS known, count() AS rows FROM ${known}
        GROUP BY customer_key, customer_id) AS o ON n.k = o.customer_key AND n.c = o.customer_id
      WHERE o.rows = 0 OR n.a < o.known`,
    options,
  )
  const twins = await analytics.query<{ n: string }>(
    sql`SELECT count() AS n FROM (SELECT customer_key FROM (
        SELECT customer_key, customer_id FROM ${analytics.table(staged)}
        UNION ALL SELECT customer_key, customer_id FROM ${known}
          WHERE customer_key GLOBAL IN (SELECT customer_key FROM ${analytics.table(staged)}))
      GROUP BY customer_key HAVING uniqExact(customer_id) > 1)`,
    options,
  )
  if (Number(twins[0]?.n ?? 0) > 0) {
    throw new Failure('two customer ids share a key', { code: 'intake/customer-key-collision' })
  }
}
