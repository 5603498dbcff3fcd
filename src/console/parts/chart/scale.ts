/** The arithmetic of charts: round numbers for the axis, and which dates to write. */

/** Where the axis begins and ends, and the round numbers between. */
export interface Scale {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
}

/** Steps of 1, 2 or 5 times a power of ten, whole numbers only: customers come in one piece. */
function stepFor(span: number, parts: number): number {
  const rough = Math.max(1, span / parts)
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 5, 10].find((f) => f * power >= rough) ?? 10
  return Math.max(1, factor * power)
}

/** An axis for these values; it starts from zero unless `fits` and all values are far above it. */
export function scaleOf(values: readonly number[], fits: boolean): Scale {
  const most = Math.max(0, ...values)
  const least = Math.min(...values)
  const isFar = fits && values.length > 0 && least > 0 && least > most * 0.6
  const bottom = isFar ? least : Math.min(0, ...values)
  const step = stepFor(Math.max(1, most - bottom), 4)
  const low = Math.floor(bottom / step) * step
  const high = Math.max(low + step, Math.ceil(most / step) * step)
  const ticks: number[] = []
  for (let tick = low; tick <= high; tick += step) ticks.push(tick)
  return { low, high, ticks }
}

/** Which of `count` places along the axis get a date: evenly spread, the last one always. */
export function labelled(count: number, most: number): ReadonlySet<number> {
  if (count <= most) return new Set(Array.from({ length: count }, (_, i) => i))
  const gap = Math.ceil((count - 1) / Math.max(1, most - 1))
  const places = new Set<number>()
  for (let i = count - 1; i >= 0; i -= gap) places.add(i)
  return places
}
