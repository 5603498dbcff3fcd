/** Accounts for every record that was read: added, known before, or set aside and why. */
import { raw, sql, type Sql } from '../../../core/sql/index.ts'
import type { Analytics } from '../../store/index.ts'
import { stageTable } from './raw.ts'
import { KNOWN, type Reason, type Staging } from './typed.ts'

export interface ReasonCount {
  readonly reason: Reason
  readonly count: number
}

/** Counts of records; `added`, `known` and the rejected are counted apart, so that their sum can be checked. */
export interface Counts {
  readonly added: number
  readonly known: number
  readonly rejected: number
  /** Accepted records with a number that was rounded to six decimals. */
  readonly rounded: number
  readonly reasons: readonly ReasonCount[]
}

/** Every record set aside with its reason, once: what is wrong with itself before what is wrong with its order. */
export function rejects(analytics: Analytics, load: number): Sql {
  const typed = analytics.table(stageTable(load, 'typed'))
  const exception = analytics.table(stageTable(load, 'exception'))
  return sql`SELECT ordinal, min(r) % 65536 AS reason FROM (
      SELECT ordinal, toUInt32(reason) AS r FROM ${typed} WHERE reason != 0
      UNION ALL SELECT ordinal, 65536 + kind AS r FROM ${exception} WHERE kind != ${raw(String(KNOWN))}
    ) GROUP BY ordinal`
}

/** Counts what staging made of the records. */
export async function countRecords(analytics: Analytics, staging: Staging): Promise<Counts> {
  const { load } = staging
  const typed = analytics.table(stageTable(load, 'typed'))
  const exception = analytics.table(stageTable(load, 'exception'))
  // Only nested lines give a record several rows.
  const isNested = staging.recipe.mapping.each !== undefined
  const added = raw(isNested ? 'uniqExact(ordinal)' : 'count()')
  const totals = analytics.query<{ added: string; known: string; rounded: string }>(
    sql`SELECT
      (SELECT uniqExact(ordinal) FROM ${exception} WHERE kind = ${raw(String(KNOWN))}) AS known,
      (SELECT ${added} FROM ${typed} WHERE reason = 0 AND ordinal NOT IN (SELECT ordinal FROM ${exception})) AS added,
      (SELECT count() FROM ${typed} WHERE reason = 0 AND rounded > 0) AS rounded`,
  )
  const byReason = analytics.query<{ reason: number; n: string }>(
    sql`SELECT reason, count() AS n FROM (${rejects(analytics, load)}) GROUP BY reason ORDER BY n DESC`,
  )
  const [[found], reasons] = await Promise.all([totals, byReason])
  const counted = reasons.flatMap(({ reason, n }) => {
    const found = staging.reasons[reason]
    return found === undefined ? [] : [{ reason: found, count: Number(n) }]
  })
  return {
    added: Number(found?.added ?? 0),
    known: Number(found?.known ?? 0),
    rejected: counted.reduce((sum, r) => sum + r.count, 0),
    rounded: Number(found?.rounded ?? 0),
    reasons: counted,
  }
}
