/** Small groups: which counts may not be shown, and which must go with them so that they cannot be worked out. */

/** Counts below this are not shown. */
export const PRIVACY_FLOOR = 11

/** A group is acted upon from this size on. */
export const ACTIVATION_FLOOR = 50

/**
 * Which of the counts of one total are hidden: those below the floor, none included, and, where only one is hidden, the
 * smallest other one too, as the total would give it away. With `total` undefined counts do not add up to anything known.
 */
export function hiddenCounts(
  counts: readonly number[],
  total: 'known' | 'unknown',
): readonly boolean[] {
  const hidden = counts.map((count) => count < PRIVACY_FLOOR)
  // An empty cell alone gives away nobody: the rest adds up to everybody.
  const alone = counts.filter((count) => count > 0 && count < PRIVACY_FLOOR).length
  if (total === 'known' && alone > 0 && hidden.filter(Boolean).length === 1) {
    let least = -1
    for (const [i, count] of counts.entries())
      if (hidden[i] !== true && (least < 0 || count < (counts[least] ?? 0))) least = i
    if (least >= 0) hidden[least] = true
  }
  return hidden
}

/**
 * Which counts of groups within groups may be shown: `counts` in ascending order, each group holding the one before, the last
 * being everybody. Two that differ by fewer than the floor would give away those between them: the smaller one is left out.
 */
export function shownWithin(counts: readonly number[]): readonly boolean[] {
  const shown = counts.map(() => false)
  let above: number | undefined
  for (let i = counts.length - 1; i >= 0; i--) {
    const count = counts[i] ?? 0
    const apart = above === undefined ? PRIVACY_FLOOR : above - count
    if (count < PRIVACY_FLOOR || (apart > 0 && apart < PRIVACY_FLOOR)) continue
    shown[i] = true
    above = count
  }
  return shown
}
