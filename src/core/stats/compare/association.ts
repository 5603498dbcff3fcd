/** How strongly two classifications go together, from a table of counts. */
import { assert } from '../../base/index.ts'
import type { Estimate } from '../estimate.ts'
import { LEVEL, withoutValue } from '../interval/sums.ts'
import { chiSquareTail, normalCdf } from '../special/index.ts'

/** Strength and existence of an association, apart. */
export interface Association {
  /** Cramer's V, 0..1, corrected for the bias that many cells and few customers bring. */
  readonly v: Estimate
  readonly chiSquare: number
  readonly degrees: number
  /** p-value of independence. */
  readonly p: number | undefined
  /** Cells with fewer than five expected; above a fifth of all the p-value is doubtful (Cochran 1954). */
  readonly thinCells: number
}

/**
 * Pearson's chi-square and Cramer's V with the correction of Bergsma 2013, Journal of the Korean Statistical Society
 * 42:323. Counts are row-major; empty rows and columns are left out. Interval of V: bounds of the noncentrality of
 * chi-square (Smithson 2003), whose distribution is approximated by Sankaran 1963.
 */
export function associationOf(
  counts: Float64Array,
  columns: number,
  level: number = LEVEL,
): Association {
  assert(columns > 0 && counts.length % columns === 0, 'a table has whole rows')
  const rows = counts.length / columns
  const across = new Float64Array(rows)
  const down = new Float64Array(columns)
  let n = 0
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] as number
    const row = Math.floor(i / columns)
    across[row] = (across[row] as number) + count
    down[i % columns] = (down[i % columns] as number) + count
    n += count
  }
  const r = across.filter((sum) => sum > 0).length
  const k = down.filter((sum) => sum > 0).length
  const degrees = (r - 1) * (k - 1)
  if (n < 2 || degrees <= 0) {
    const v = withoutValue({ n, level })
    return { v, chiSquare: 0, degrees: 0, p: undefined, thinCells: 0 }
  }
  let chiSquare = 0
  let thinCells = 0
  for (let i = 0; i < counts.length; i++) {
    const expected =
      ((across[Math.floor(i / columns)] as number) * (down[i % columns] as number)) / n
    if (expected === 0) continue
    if (expected < 5) thinCells++
    chiSquare += ((counts[i] as number) - expected) ** 2 / expected
  }
  const least = Math.min(r - (r - 1) ** 2 / (n - 1), k - (k - 1) ** 2 / (n - 1)) - 1
  const toV = (squares: number): number => Math.min(1, Math.sqrt(Math.max(0, squares) / least))
  const tail = (1 - level) / 2
  const thin = thinCells > (r * k) / 5 || n < 5 * r * k
  const v: Estimate = {
    value: toV(chiSquare / n - degrees / (n - 1)),
    low: toV(noncentrality(chiSquare, degrees, 1 - tail) / n),
    high: toV(noncentrality(chiSquare, degrees, tail) / n),
    level,
    n,
    status: least <= 0 ? 'not-identified' : thin ? 'weak' : 'ok',
  }
  const answer = least <= 0 ? withoutValue({ n, level }) : v
  return { v: answer, chiSquare, degrees, p: chiSquareTail(chiSquare, degrees), thinCells }
}

/** The noncentrality at which P(X <= x) = `wanted`; 0 where even that is too much. */
function noncentrality(x: number, degrees: number, wanted: number): number {
  if (noncentralCdf(x, degrees, 0) <= wanted) return 0
  let low = 0
  let high = Math.max(10, 2 * x + 20 * Math.sqrt(x) + 20)
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2
    if (noncentralCdf(x, degrees, middle) > wanted) low = middle
    else high = middle
  }
  return (low + high) / 2
}

function noncentralCdf(x: number, k: number, lambda: number): number {
  if (x <= 0) return 0
  const h = 1 - (2 * (k + lambda) * (k + 3 * lambda)) / (3 * (k + 2 * lambda) ** 2)
  const p = (k + 2 * lambda) / (k + lambda) ** 2
  const m = (h - 1) * (1 - 3 * h)
  const centre = 1 + h * p * (h - 1 - ((2 - h) * m * p) / 2)
  return normalCdf(((x / (k + lambda)) ** h - centre) / (h * Math.sqrt(2 * p) * (1 + (m * p) / 2)))
}
