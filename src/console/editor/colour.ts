/** Cuts a definition into coloured pieces; only for the eye, the meaning is decided by the parser. */

/** What a piece looks like. */
export type WordKind = 'keyword' | 'function' | 'text' | 'number' | 'comment'

/** A stretch of the text; without a kind it has the colour of plain text. */
export interface Piece {
  readonly from: number
  readonly to: number
  readonly kind?: WordKind
}

const FUNCTIONS = 'any count sum avg min max first distinct age tenure'
const KEYWORDS =
  'and or not in of at least between where everyone segment is missing known contains starts ends with since ' +
  'matches has all none under within last previous this today yesterday ago before item measure time zone ' +
  'calendar day days week weeks month months quarter quarters year years hour hours minute minutes true false'

const KIND_OF = new Map<string, WordKind>([
  ...KEYWORDS.split(' ').map((w) => [w, 'keyword'] as const),
  ...FUNCTIONS.split(' ').map((w) => [w, 'function'] as const),
])

const PIECE =
  /(?<comment>--[^\n]*)|(?<text>"(?:[^"\\\n]|\\.)*"?)|(?<quoted>`[^`\n]*`?)|(?<number>\d[\d.:TZ+-]*\d|\d)|(?<word>[A-Za-z_][A-Za-z0-9_]*)/g

/** Pieces that together are the whole text, in order. Linear in its length. */
export function colourOf(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const match of text.matchAll(PIECE)) {
    const kind = kindOf(match.groups ?? {}, text[match.index - 1])
    if (kind === undefined) continue
    if (match.index > at) pieces.push({ from: at, to: match.index })
    at = match.index + match[0].length
    pieces.push({ from: match.index, to: at, kind })
  }
  if (at < text.length) pieces.push({ from: at, to: text.length })
  return pieces
}

function kindOf(
  groups: Readonly<Record<string, string | undefined>>,
  before: string | undefined,
): WordKind | undefined {
  if (groups['comment'] !== undefined) return 'comment'
  if (groups['text'] !== undefined) return 'text'
  if (groups['number'] !== undefined) return 'number'
  // `purchase.first` names a property, whatever its name is.
  return before === '.' ? undefined : KIND_OF.get((groups['word'] ?? '').toLowerCase())
}
