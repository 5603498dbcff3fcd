/** Something wrong with the data: what, how many, how much it matters. */

export const PROBLEM_KINDS = [
  'stopped',
  'impossible-birth',
  'same-address',
  'same-event',
  'same-profile',
  'mark',
  'before-joined',
  'negative',
  'out-of-range',
  'bad-address',
  'fading',
  'future',
  'outside',
  'outlier',
  'empty',
  'constant',
  'sparse',
] as const
export type ProblemKind = (typeof PROBLEM_KINDS)[number]

/** One problem. */
export interface Problem {
  readonly kind: ProblemKind
  /** Trait or event, with its property. */
  readonly where: string
  readonly count: number
  /** Out of so many. */
  readonly of: number
  /** Definitions of segments ask about it. */
  readonly isUsed: boolean
}

/** Those that mislead every figure come before those that only say little. */
const WEIGHT: Readonly<Record<ProblemKind, number>> = {
  stopped: 100,
  'same-event': 60,
  mark: 35,
  'same-profile': 25,
  'same-address': 50,
  'impossible-birth': 40,
  negative: 40,
  'out-of-range': 40,
  'before-joined': 30,
  fading: 30,
  'bad-address': 20,
  outside: 20,
  outlier: 15,
  sparse: 10,
  future: 8,
  empty: 6,
  constant: 5,
}

/** Problems in the order in which to tell them: by kind, by the share that is wrong, and what segments rest on first. */
export function rankProblems<T extends Problem>(problems: readonly T[]): readonly T[] {
  const weight = ({ kind, count, of, isUsed }: Problem): number =>
    WEIGHT[kind] * (1 + (of > 0 ? count / of : 0)) * (isUsed ? 2 : 1)
  return problems.toSorted((a, b) => weight(b) - weight(a))
}
