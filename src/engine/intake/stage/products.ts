/** From typed rows to reference rows of products: the latest load of an id counts. */
import { propertyColumn } from '../../../core/catalog/index.ts'
import { id, join, raw, sql, type Sql } from '../../../core/sql/index.ts'
import type { Analytics } from '../../store/index.ts'
import { stageTable } from './raw.ts'
import { KNOWN, REASON, valueColumn, type Staging } from './typed.ts'

/** Fills the staging table of products; a row that says what is known adds nothing, an id told twice is a conflict. */
export async function stageProducts(work: {
  readonly analytics: Analytics
  readonly staging: Staging
  readonly signal?: AbortSignal | undefined
}): Promise<void> {
  const { analytics, staging, signal } = work
  const options = signal === undefined ? {} : { signal }
  const typed = analytics.table(stageTable(staging.load, 'typed'))
  const exception = analytics.table(stageTable(staging.load, 'exception'))
  const staged = stageTable(staging.load, 'product')
  const { traits } = staging.recipe
  const values = join(
    traits.map((c) => sql`, ${raw(valueColumn(c.value))}`),
    '',
  )
  await analytics.run(
    sql`INSERT INTO ${exception}
      SELECT key, t.ordinal, if(t.content = f.first_content, ${raw(String(KNOWN))}, ${raw(String(REASON.twice))})
      FROM (SELECT key, ordinal, gid, content FROM ${typed} WHERE reason = 0) AS t
      INNER JOIN (SELECT gid, min(ordinal) AS first_ordinal, argMin(content, ordinal) AS first_content FROM ${typed}
        WHERE reason = 0 GROUP BY gid HAVING count() > 1) AS f ON t.gid = f.gid
      WHERE t.ordinal != f.first_ordinal`,
    options,
  )
  const fresh = sql`${typed} WHERE reason = 0 AND ordinal NOT IN (SELECT ordinal FROM ${exception})`
  const names = Object.keys(staging.catalogue.products).map(propertyColumn)
  const latest = names.map((n) => sql`, argMax(tuple(${id(n)}), load).1 AS ${id(n)}`)
  const known = sql`SELECT product_id${join(latest, '')} FROM ${analytics.table('product')} GROUP BY product_id`
  const same = traits.map((c): Sql => {
    const [old, now] = [sql`k.${id(c.name)}`, sql`t.${raw(valueColumn(c.value))}`]
    return sql` AND (${old} = ${now} OR (isNull(${old}) AND isNull(${now})))`
  })
  await analytics.run(
    sql`INSERT INTO ${exception} SELECT t.key, t.ordinal, ${raw(String(KNOWN))}
      FROM (SELECT * FROM ${fresh}) AS t INNER JOIN (${known}) AS k ON t.gid = k.product_id WHERE 1${join(same, '')}`,
    options,
  )
  // Properties that this file says nothing of keep their earlier value in the new row.
  const others = names.filter((n) => !traits.some((t) => t.name === n))
  const kept = join(
    others.map((n) => sql`, k.${id(n)}`),
    '',
  )
  const columns = ['product_id', 'load', ...traits.map((t) => t.name), ...others]
  await analytics.run(
    sql`INSERT INTO ${analytics.table(staged)} (${join(
      columns.map((c) => id(c)),
      ', ',
    )})
      SELECT t.gid, ${raw(String(staging.load))}${values}${kept}
      FROM (SELECT * FROM ${fresh}) AS t LEFT JOIN (${known}) AS k ON t.gid = k.product_id`,
    options,
  )
}
