/** The known name that somebody probably meant. */

/**
 * The candidate with the fewest typing slips (a letter wrong, absent, extra, or two swapped) from `name`,
 * upper and lower case taken alike, or undefined when none is near: at most one slip per three letters.
 * Ties go to the earlier candidate. Cost: candidates x lengths.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase()
  let best: string | undefined
  let bestSlips = Math.max(1, Math.floor(wanted.length / 3)) + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= bestSlips) continue
    const found = slips(wanted, candidate.toLowerCase())
    if (found < bestSlips) {
      best = candidate
      bestSlips = found
    }
  }
  return best
}

/** Damerau-Levenshtein distance in its optimal string alignment form. */
function slips(a: string, b: string): number {
  let twoBack: number[] = []
  let back = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((back[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (back[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (twoBack[j - 2] ?? 0) + 1)
      }
      row.push(least)
    }
    twoBack = back
    back = row
  }
  return back[b.length] ?? 0
}
