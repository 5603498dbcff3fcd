/** Rows drawn by chance that repeats: without and with replacement, and in random order. */
import type { Random } from '../../stats/index.ts'

/** 0..n-1 in random order (Fisher, Yates; Durstenfeld 1964). */
export function shuffled(n: number, random: Random): Int32Array {
  const order = Int32Array.from({ length: n }, (_, i) => i)
  for (let i = n - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const kept = order[i] as number
    order[i] = order[j] as number
    order[j] = kept
  }
  return order
}

/** `size` different rows of 0..n-1, ascending (selection sampling, Knuth 3.4.2 S); all of them where `size` >= n. */
export function sampleRows(n: number, size: number, random: Random): Int32Array {
  const take = Math.min(n, size)
  const rows = new Int32Array(take)
  let taken = 0
  for (let i = 0; i < n && taken < take; i++) {
    if ((n - i) * random.next() < take - taken) rows[taken++] = i
  }
  return rows
}

/** n rows of 0..n-1 with replacement, ascending. */
export function resampleRows(n: number, random: Random): Int32Array {
  const rows = new Int32Array(n)
  for (let i = 0; i < n; i++) rows[i] = random.below(n)
  return rows.sort()
}
