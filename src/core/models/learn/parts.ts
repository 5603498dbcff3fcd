/** Which rows teach, which tune, which judge. */
import { createRandom } from '../../stats/index.ts'

/** Row numbers of the three parts, ascending. */
export interface Parts {
  readonly train: Uint32Array
  readonly tune: Uint32Array
  readonly test: Uint32Array
}

/** Shares of rows; the rest judges. */
export interface PartShares {
  readonly train: number
  readonly tune: number
}

/** Half teaches, a quarter tunes, a quarter judges. */
export const DEFAULT_SHARES: PartShares = { train: 0.5, tune: 0.25 }

/**
 * By time: the earliest rows teach, later ones tune, the latest judge, as a model will be used on days it has not seen;
 * a split by chance would let it look ahead. Rows of the same time stay together, so that shares are approximate.
 */
export function splitByTime(times: Float64Array, shares: PartShares = DEFAULT_SHARES): Parts {
  const sorted = times.slice().sort()
  const n = sorted.length
  const first = sorted[Math.min(n - 1, Math.floor(n * shares.train))] ?? Infinity
  const second = sorted[Math.min(n - 1, Math.floor(n * (shares.train + shares.tune)))] ?? Infinity
  const rows = Uint32Array.from(times, (_, i) => i)
  const time = (i: number): number => times[i] as number
  return {
    train: rows.filter((i) => time(i) < first),
    tune: rows.filter((i) => time(i) >= first && time(i) < second),
    test: rows.filter((i) => time(i) >= second),
  }
}

/** By chance: for questions without a time order, such as who resembles a given set. */
export function splitByChance(
  rows: number,
  seed: number,
  shares: PartShares = DEFAULT_SHARES,
): Parts {
  const random = createRandom(seed)
  const draws = Float64Array.from({ length: rows }, random.next)
  const all = Uint32Array.from(draws, (_, i) => i)
  const draw = (i: number): number => draws[i] as number
  const border = shares.train + shares.tune
  return {
    train: all.filter((i) => draw(i) < shares.train),
    tune: all.filter((i) => draw(i) >= shares.train && draw(i) < border),
    test: all.filter((i) => draw(i) >= border),
  }
}
