/** Scores as published facts: the last value of one score for each customer. */
import type { ScoreKind } from '../../../core/catalog/index.ts'
import { sql, value, type Sql } from '../../../core/sql/index.ts'
import type { ReportContext } from '../report/kind.ts'
import { instantOf } from './rows.ts'

/** Scores of the catalogue whose name fits. */
export function scoresCalled({ current }: ReportContext, pattern: RegExp): readonly ScoreKind[] {
  return Object.values(current.programme.catalogue.scores ?? {}).filter(({ name }) =>
    pattern.test(name),
  )
}

/** `customer_key`, `score` (a double): the last value up to the report's instant, none where it was taken back. */
export function scoreNow({ table, asOf }: ReportContext, score: string): Sql {
  return sql`SELECT customer_key, last.1 AS score FROM (
      SELECT customer_key, argMax(tuple(toFloat64(value)), (at, seq)) AS last FROM ${table('score')}
      WHERE name = ${value(score, 'String')} AND at <= ${instantOf(asOf)} GROUP BY customer_key)
    WHERE isNotNull(last.1)`
}
