/** What rewards took in points and gave in money, by those of the last year. */
import { sql, value } from '../../../core/sql/index.ts'
import type { ReportContext } from '../report/kind.ts'
import { usualPrices } from '../weak/near-misses.ts'
import { lots, rewardParts } from '../weak/reward-parts.ts'
import type { Rewarded } from './facts.ts'

const YEAR_MS = 365 * 86_400_000

/** Nothing is known where the catalogue has no rewards, or none that cost points. */
export async function rewardedIn(context: ReportContext): Promise<Rewarded> {
  const parts = rewardParts(context)
  if (parts?.price === undefined) return { prices: [], worth: undefined }
  const since = value(context.asOf - YEAR_MS, 'Int64')
  const [row] = await context.query<{ p: number; w: number }>(
    sql`SELECT sum(price) AS p, sum(worth) AS w FROM (${lots(context, parts)}) WHERE price > 0 AND toUnixTimestamp64Milli(at) > ${since}`,
  )
  const { p = 0, w = 0 } = row ?? {}
  const isKnown = parts.worth !== undefined && p > 0 && w > 0
  return { prices: await usualPrices(context, parts), worth: isKnown ? w / p : undefined }
}
