/** How many members every two segments have in common. */
import { closenessOf, PRIVACY_FLOOR, type Closeness } from '../../../core/insight/index.ts'
import { id, sql } from '../../../core/sql/index.ts'
import type { Overlap } from '../../../core/stats/index.ts'
import { memberNumbers, stateOf } from '../../run/index.ts'
import type { ReportContext } from '../report/kind.ts'

/** Two segments, the one of the lower key first. */
export interface SegmentPair {
  readonly first: string
  readonly second: string
  readonly both: number
  readonly closeness: Closeness
  readonly overlap: Overlap
}

/**
 * Every two segments of the published state that have enough members to be looked at. Cost: one pass over the state, for each
 * customer the square of the segments that they are in.
 */
export async function segmentPairs(context: ReportContext): Promise<readonly SegmentPair[]> {
  const { snapshot, table, query } = context
  const rows = await query<{ a: number; b: number; n: string }>(
    sql`SELECT pair.1 AS a, pair.2 AS b, count() AS n FROM (
        SELECT arrayJoin(arrayFlatten(arrayMap(x -> arrayMap(y -> (x, y), arrayFilter(y -> y > x, numbers)), numbers))) AS pair
        FROM (SELECT ${memberNumbers(id('bits'))} AS numbers FROM (${stateOf(snapshot, table)}) WHERE known = 1))
      GROUP BY a, b`,
  )
  const common = new Map(rows.map(({ a, b, n }) => [`${a} ${b}`, Number(n)]))
  const segments = [...snapshot.segments].filter(([, { count }]) => count >= PRIVACY_FLOOR)
  return segments.flatMap(([first, one], i) =>
    segments.slice(i + 1).map(([second, other]): SegmentPair => {
      const [low, high] = [one.number, other.number].toSorted((a, b) => a - b)
      const both = common.get(`${low} ${high}`) ?? 0
      const parts = { both, onlyFirst: one.count - both, onlySecond: other.count - both }
      return { first, second, both, ...closenessOf(parts) }
    }),
  )
}

/** Members of both among those of either. */
export function jaccardOf({ overlap }: SegmentPair): number {
  return overlap.jaccard.value ?? 0
}
