/** Repeatable chance for methods that need it: the same seed gives the same draws on every machine. */

/** A stream of draws. */
export interface Random {
  /** A fraction in [0, 1), with 32 bits. */
  readonly next: () => number
  /** A whole number in [0, n). */
  readonly below: (n: number) => number
  /** Standard normal, by the polar method of Marsaglia. */
  readonly normal: () => number
}

/** The generator `sfc32` of C. Doty-Humphrey (PractRand), which passes its tests beyond 2^40 draws. */
export function createRandom(seed: number): Random {
  let a = seed | 0
  let b = 0x9e3779b9 | 0
  let c = 0x243f6a88
  let counter = 1
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
  // Small seeds differ in few bits only, which the first rounds still show.
  for (let i = 0; i < 16; i++) next()
  let spare: number | undefined
  const normal = (): number => {
    if (spare !== undefined) {
      const kept = spare
      spare = undefined
      return kept
    }
    for (;;) {
      const u = 2 * next() - 1
      const v = 2 * next() - 1
      const s = u * u + v * v
      if (s === 0 || s >= 1) continue
      const scale = Math.sqrt((-2 * Math.log(s)) / s)
      spare = v * scale
      return u * scale
    }
  }
  return { next, below: (n) => Math.floor(next() * n), normal }
}
