/** Repeatable chance: numbers that depend only on (seed, stream, index, how many were drawn before). */

/** A stream of draws. Two streams with different keys do not influence each other. */
export interface Chance {
  /** A fraction in [0, 1). */
  readonly next: () => number
  /** A whole number in [0, n). */
  readonly below: (n: number) => number
  /** A fraction in [low, high). */
  readonly between: (low: number, high: number) => number
  /** True with probability p. */
  readonly hit: (p: number) => boolean
  /** Exponential with the given mean. */
  readonly wait: (mean: number) => number
  /** Gamma of shape 2 with the given mean: gaps that are neither regular nor memoryless. */
  readonly gap: (mean: number) => number
  /** Roughly normal (sum of four uniforms), mean 0 and deviation 1. */
  readonly normal: () => number
}

/** Whole number from 32 bits of input; the two-round finaliser of C. Wellons' `lowbias32`. */
function mix(z: number): number {
  let x = z
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad)
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97)
  return x ^ (x >>> 15)
}

/**
 * The draws of one entity. Counter based: draw n is a hash of (key, n), so that a customer's life does not
 * depend on who was generated before, and a million customers need no shared state.
 */
export function chance(seed: number, stream: number, index: number): Chance {
  const keyA = mix(mix(seed | 0) ^ Math.imul(stream + 1, 0x9e3779b9)) | 0
  const keyB = mix(keyA ^ mix(index + 0x51ed27)) | 0
  let counter = 0
  const next = (): number => {
    counter = (counter + 1) | 0
    return (mix(mix((Math.imul(counter, 0x9e3779b9) + keyA) | 0) ^ keyB) >>> 0) / 4294967296
  }
  return {
    next,
    below: (n) => Math.floor(next() * n),
    between: (low, high) => low + next() * (high - low),
    hit: (p) => next() < p,
    wait: (mean) => -Math.log(1 - next()) * mean,
    gap: (mean) => -Math.log((1 - next()) * (1 - next())) * mean * 0.5,
    normal: () => (next() + next() + next() + next() - 2) * Math.sqrt(3),
  }
}

/** Picks by cumulative weights (last one 1). */
export function pickWeighted(cumulative: readonly number[], u: number): number {
  let i = 0
  while (i < cumulative.length - 1 && u >= (cumulative[i] ?? 1)) i++
  return i
}

/** Weights to cumulative shares. */
export function cumulate(weights: readonly number[]): number[] {
  const total = weights.reduce((a, b) => a + b, 0)
  let sum = 0
  return weights.map((w) => (sum += w) / total)
}
