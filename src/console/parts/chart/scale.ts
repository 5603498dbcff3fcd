/** The arithmetic of charts: round numbers for the axis, what of an interval is shown, how wide labels are. */

/** Where the axis begins and ends, and the round numbers between. */
export interface Scale {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
}

/**
 * How an axis relates to its values: `zero` always holds zero, `fits` leaves it out when all values are far above it,
 * `free` holds the values alone.
 */
export type Reach = 'zero' | 'fits' | 'free'

/** Steps of 1, 2 or 5 times a power of ten; whole numbers where things come in one piece, as customers do. */
function stepFor(span: number, parts: number, isWhole: boolean): number {
  const rough = isWhole ? Math.max(1, span / parts) : span / parts
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 5, 10].find((f) => f * power >= rough * (1 - 1e-9)) ?? 10
  return isWhole ? Math.max(1, factor * power) : factor * power
}

function bottomOf(values: readonly number[], most: number, reach: Reach): number {
  const least = Math.min(...values)
  if (reach === 'free' && values.length > 0) return least
  const isFar = reach === 'fits' && values.length > 0 && least > 0 && least > most * 0.6
  return isFar ? least : Math.min(0, ...values)
}

/** Smaller than this is nothing to anybody who reads a chart. */
const DUST = 1e-12

/** An axis for these values. */
export function scaleOf(values: readonly number[], reach: Reach, isWhole = true): Scale {
  const top = Math.max(...(reach === 'free' && values.length > 0 ? values : [0, ...values]))
  const bottom = bottomOf(values, top, reach)
  const span = top - bottom
  // Equal values, but for the dust of fractions, still need an axis: one as long as they are large.
  const size = Math.max(Math.abs(top), Math.abs(bottom))
  const isFlat = span <= (isWhole ? 0 : Math.max(size * 1e-9, DUST))
  const step = stepFor(isFlat ? (isWhole || size <= DUST ? 1 : size) : span, 5, isWhole)
  const low = Math.floor(bottom / step + 1e-9)
  const high = Math.max(low + 1, Math.ceil(top / step - 1e-9))
  const ticks = Array.from({ length: high - low + 1 }, (_, i) => tidy((low + i) * step))
  return { low: tidy(low * step), high: tidy(high * step), ticks }
}

/** Without the dust of binary fractions. */
function tidy(value: number): number {
  return Number(value.toPrecision(12))
}

/** Intervals far wider than what is estimated would flatten the picture; beyond this they are cut off. */
const MOST_BEYOND = 1.5

/** The range within which intervals are drawn whole. */
export function window(
  values: readonly number[],
  bounds: readonly number[],
): { readonly low: number; readonly high: number } {
  const low = Math.min(...values)
  const high = Math.max(...values)
  const room = MOST_BEYOND * (high - low || Math.abs(high) || 1)
  return {
    low: Math.max(low - room, Math.min(low, ...bounds)),
    high: Math.min(high + room, Math.max(high, ...bounds)),
  }
}

/** A letter of an axis label takes about so many pixels. */
const LETTER = 6.9

/** How wide a label is, about. */
export function widthOf(text: string): number {
  return text.length * LETTER
}

/** A label in at most two lines of so many pixels, cut with an ellipsis where it is longer still. */
export function wrapped(text: string, width: number): readonly string[] {
  const most = Math.max(4, Math.floor(width / LETTER))
  if (text.length <= most) return [text]
  const space = text.lastIndexOf(' ', most)
  const cut = space > most / 3 ? space : most
  return [text.slice(0, cut), clipped(text.slice(cut).trim(), width)]
}

/** A label in one line of so many pixels. */
export function clipped(text: string, width: number): string {
  const most = Math.max(3, Math.floor(width / LETTER))
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}
