/** How the two ends of an interval are written so that a reader can tell them apart. */

/** So many digits more are tried before both ends are called the same. */
const MOST_MORE = 2

/**
 * Both ends as texts; `write` gets how many digits more than usual it is to show.
 * Ends that would read alike ("71 % to 71 %") get up to two digits more; where they are alike even
 * then, the one text is all that is said.
 */
export function endsOf(
  write: (end: 'low' | 'high', moreDigits: number) => string,
): readonly [low: string, high: string] | readonly [both: string] {
  for (let more = 0; more <= MOST_MORE; more++) {
    const low = write('low', more)
    const high = write('high', more)
    if (low !== high) return [low, high]
  }
  return [write('low', 0)]
}
