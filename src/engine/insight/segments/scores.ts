/** Scores as profiles compare them: a row per customer and score, as scores are many and each of most customers. */
import { textOf, type Aspect } from '../../../core/insight/index.ts'
import { join, sql, value, type Sql } from '../../../core/sql/index.ts'
import { instantOf } from '../basis/rows.ts'
import { MOMENT } from '../basis/traits.ts'
import type { ReportContext } from '../report/kind.ts'

/** The scores that have a mean, and `customer_key`, `score` (its name), `v` of everybody who has one. */
export interface Scores {
  readonly aspects: readonly Aspect[]
  readonly rows: Sql
}

/**
 * Undefined in a programme without scores. Cost: one pass over the scores in the order they are kept in; columns per score
 * instead would hold a state of each for every customer.
 */
export function scoresOf({ current, table, asOf }: ReportContext): Scores | undefined {
  // The number of a group has no mean.
  const scores = Object.values(current.programme.catalogue.scores ?? {}).filter(
    ({ unit }) => unit !== 'class',
  )
  if (scores.length === 0) return undefined
  // Each by itself has customers for its keys, in the order they are kept in: names beside them would cost half as much again.
  // A score taken back is NULL, which argMax passes over: it stands as NaN among the numbers.
  const last = (name: string): Sql => {
    const is = value(name, 'String')
    return sql`SELECT customer_key, ${is} AS score, argMax(ifNull(toFloat64(value), nan), ${MOMENT}) AS v
      FROM ${table('score')} WHERE name = ${is} AND at <= ${instantOf(asOf)}
      GROUP BY customer_key SETTINGS optimize_aggregation_in_order = 1`
  }
  return {
    aspects: scores.map(({ name, label, unit }) => ({
      key: name,
      area: 'score',
      label: textOf(label),
      unit: unit === 'class' || unit === 'count' ? 'number' : unit,
      uses: [`score:${name}`],
    })),
    rows: sql`SELECT customer_key, score, v FROM (${join(
      scores.map(({ name }) => last(name)),
      ' UNION ALL ',
    )}) WHERE NOT isNaN(v)`,
  }
}
