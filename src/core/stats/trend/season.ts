/** Takes the season out of a series, so that December is not a jump. */

/** Whole seasons that a season's own figure must rest on: with two, a jump between them would pass for a season. */
export const FEWEST_SEASONS = 3

/**
 * Values less their season: deviations from a centred moving average over one whole season (classical decomposition;
 * Kendall, Stuart 1966), the median of each season's deviations, and those medians made to sum to zero. `undefined`
 * where fewer than three whole seasons are there. Gaps (`NaN`) stay gaps; an average with a gap is left out.
 */
export function withoutSeason(values: Float64Array, season: number): Float64Array | undefined {
  if (season < 2 || values.length < FEWEST_SEASONS * season) return undefined
  const gaps: number[][] = Array.from({ length: season }, () => [])
  const half = Math.floor(season / 2)
  for (let i = half; i + half < values.length; i++) {
    let sum = 0
    for (let k = -half; k <= half; k++) {
      // An even season has no middle: its ends count half.
      const share = season % 2 === 0 && Math.abs(k) === half ? 0.5 : 1
      sum += share * (values[i + k] as number)
    }
    const gap = (values[i] as number) - sum / season
    if (!Number.isNaN(gap)) gaps[i % season]?.push(gap)
  }
  if (gaps.some((own) => own.length === 0)) return undefined
  const own = gaps.map((list) => {
    list.sort((a, b) => a - b)
    const middle = (list.length - 1) / 2
    return ((list[Math.floor(middle)] ?? 0) + (list[Math.ceil(middle)] ?? 0)) / 2
  })
  const centre = own.reduce((a, b) => a + b, 0) / season
  return values.map((value, i) => value - ((own[i % season] ?? 0) - centre))
}
