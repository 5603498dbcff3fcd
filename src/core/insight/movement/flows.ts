/** Moves between states: which way they go on balance, and which are more than coming and going. */
import { benjaminiHochberg, normalTail, proportion, type Estimate } from '../../stats/index.ts'

/** So many customers were in one state then and are in another now. */
export interface Move {
  readonly from: number
  readonly to: number
  readonly customers: number
}

/** Two states with the moves both ways. */
export interface NetMove {
  /** The state that lost on balance, and the one that won. */
  readonly from: number
  readonly to: number
  readonly there: number
  readonly back: number
  /** Share of the first state's customers of then who went. */
  readonly share: Estimate
  readonly adjustedP: number
}

/**
 * For each pair of states the balance of the moves, largest first. That there is a balance at all is tested as McNemar
 * (1947) did, on those who moved alone, all pairs together by Benjamini and Hochberg: two states that swap members evenly
 * do not change. `sizes` are those of then, by state.
 */
export function netMoves(
  moves: readonly Move[],
  sizes: ReadonlyMap<number, number>,
): readonly NetMove[] {
  const at = new Map(moves.map((move) => [`${move.from} ${move.to}`, move.customers]))
  const pairs = moves
    .filter(({ from, to }) => from !== to)
    .flatMap(({ from, to, customers }) => {
      const back = at.get(`${to} ${from}`) ?? 0
      const isFirst = customers > back || (customers === back && from < to)
      return isFirst ? [{ from, to, there: customers, back }] : []
    })
  const tests = pairs.map(
    ({ there, back }) => 2 * normalTail((there - back) / Math.sqrt(there + back)),
  )
  const adjusted = benjaminiHochberg(Float64Array.from(tests))
  return pairs
    .map((pair, i) => ({
      ...pair,
      share: proportion({ hits: pair.there, n: sizes.get(pair.from) ?? pair.there }),
      adjustedP: adjusted[i] ?? 1,
    }))
    .toSorted((a, b) => b.there - b.back - (a.there - a.back) || a.from - b.from)
}
