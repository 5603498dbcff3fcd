/** Clusters over everybody, in two statements: sizes and means, and who is where by rule and by the last run. */
import { id, join, sql, type Sql } from '../../../../core/sql/index.ts'
import type { ReportContext } from '../../report/kind.ts'
import type { ModelMeasure } from '../measures/behaviour.ts'
import { fidelities, type Fidelity } from './rules.ts'

/** By cluster, in the order of their numbers. */
export interface ClusterSums {
  readonly n: number
  readonly sizes: readonly {
    readonly n: number
    readonly share: number
    readonly means: readonly (number | undefined)[]
    readonly closeness: number | undefined
  }[]
  readonly fidelity: readonly Fidelity[]
  readonly moves: readonly { readonly from: number; readonly to: number; readonly n: number }[]
}

/** Sizes, means and fidelity over everybody, and who moved. */
export async function sumsOf(
  context: ReportContext,
  everyone: Sql,
  of: {
    readonly numbers: readonly number[]
    readonly measures: readonly ModelMeasure[]
    readonly rule: Sql
  },
): Promise<ClusterSums> {
  const { numbers, measures, rule } = of
  const k = numbers.length
  const means = measures.map((_, j) => sql`, avg(${id(`m${j}`)}) AS ${id(`a${j}`)}`)
  type Row = Readonly<Record<string, number | null>>
  const rows = await context.query<Row>(
    sql`SELECT toInt32(cluster) AS number, toFloat64(count()) AS n, avg(closeness) AS close${join(means, '')} FROM (${everyone}) GROUP BY number`,
  )
  const total = rows.reduce((sum, row) => sum + Number(row['n']), 0)
  const byNumber = new Map(rows.map((row) => [Number(row['number']), row]))
  const pairs = await context.query<{ number: number; rule: number; n: number; held: number }>(
    sql`SELECT toInt32(cluster) AS number, toInt32(${rule}) AS rule, toInt32(ifNull(before, 0)) AS held, toFloat64(count()) AS n
      FROM (${everyone}) GROUP BY number, rule, held`,
  )
  const place = (number: number): number => numbers.indexOf(number) + 1
  const moves = new Map<string, { from: number; to: number; n: number }>()
  for (const { number, held, n } of pairs) {
    if (held === 0) continue
    const at = `${held}>${number}`
    moves.set(at, { from: held, to: number, n: n + (moves.get(at)?.n ?? 0) })
  }
  return {
    n: total,
    sizes: numbers.map((number) => {
      const row = byNumber.get(number)
      const n = Number(row?.['n'] ?? 0)
      return {
        n,
        share: total > 0 ? n / total : 0,
        means: measures.map((_, j) => row?.[`a${j}`] ?? undefined),
        closeness: row?.['close'] ?? undefined,
      }
    }),
    fidelity: fidelities(
      pairs.map(({ number, rule: by, n }) => ({ place: place(number), rule: by, n })),
      k,
    ),
    moves: [...moves.values()].sort((a, b) => a.from - b.from || a.to - b.to),
  }
}
