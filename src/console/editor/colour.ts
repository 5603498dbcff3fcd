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
/** Names like others, unless a parenthesis follows. */
const CALLS =
  'median nth gap streak share net trend score bucket distance rank sequence regular stopped restarted consent'
const KEYWORDS =
  'and or not in of at least between where everyone segment is missing known contains starts ends with since ' +
  'matches has all none under within last previous this today yesterday ago before item measure time zone ' +
  'calendar day days week weeks month months quarter quarters year years hour hours minute minutes true false'
/** Names like others, unless the text before and after looks like this. */
const CLAUSES: readonly {
  readonly words: string
  readonly before?: RegExp
  readonly after?: RegExp
}[] = [
  { words: 'median', after: /^\s+gap\s*\(/i },
  { words: 'nth', after: /^\s+last\s*\(/i },
  { words: 'for', after: /^\s+(at|less)\s/i },
  { words: 'less than', before: /\b(for|less)\s+$/i },
  { words: 'by', after: /^\s+(day|week|month|quarter|year)s?\b/i },
  { words: 'then', before: /,\s*$/ },
  { words: 'next', before: /\bwithin\s+$/i },
  { words: 'list', before: /\bin\s+$/i },
  { words: 'birthday', after: /^\s+within\s+(next|last)\s/i },
  { words: 'anniversary', after: /^\s+of\b/i },
  { words: 'to', before: /\d\s+$/, after: /^\s+\d/ },
  { words: 'm km mi', before: /\d\s+$/ },
  {
    words: 'top bottom quartile quintile decile percentile quartiles quintiles deciles percentiles',
    before: /\bin\s+$/i,
    after: /^\s+\d/,
  },
]

const KIND_OF = new Map<string, WordKind>([
  ...KEYWORDS.split(' ').map((w) => [w, 'keyword'] as const),
  ...FUNCTIONS.split(' ').map((w) => [w, 'function'] as const),
])
const CALL_WORDS: ReadonlySet<string> = new Set(CALLS.split(' '))
const CLAUSES_OF = new Map<string, readonly (typeof CLAUSES)[number][]>()
for (const clause of CLAUSES) {
  for (const word of clause.words.split(' ')) {
    CLAUSES_OF.set(word, [...(CLAUSES_OF.get(word) ?? []), clause])
  }
}

const PIECE =
  /(?<comment>--[^\n]*)|(?<text>"(?:[^"\\\n]|\\.)*"?)|(?<quoted>`[^`\n]*`?)|(?<number>\d[\d.:TZ+-]*\d|\d)|(?<word>[A-Za-z_][A-Za-z0-9_]*)/g

/** Pieces that together are the whole text, in order. Linear in its length. */
export function colourOf(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const match of text.matchAll(PIECE)) {
    const end = match.index + match[0].length
    const around = {
      before: text.slice(Math.max(0, match.index - NEAR), match.index),
      after: text.slice(end, end + NEAR),
    }
    const kind = kindOf(match.groups ?? {}, around)
    if (kind === undefined) continue
    if (match.index > at) pieces.push({ from: at, to: match.index })
    at = match.index + match[0].length
    pieces.push({ from: match.index, to: at, kind })
  }
  if (at < text.length) pieces.push({ from: at, to: text.length })
  return pieces
}

/** How far a word looks around itself. */
const NEAR = 24

interface Around {
  readonly before: string
  readonly after: string
}

function kindOf(
  groups: Readonly<Record<string, string | undefined>>,
  around: Around,
): WordKind | undefined {
  if (groups['comment'] !== undefined) return 'comment'
  if (groups['text'] !== undefined) return 'text'
  if (groups['number'] !== undefined) return 'number'
  // `purchase.first` names a property, whatever its name is.
  if (around.before.endsWith('.')) return undefined
  const word = (groups['word'] ?? '').toLowerCase()
  if (CALL_WORDS.has(word) && /^\s*\(/.test(around.after)) return 'function'
  const isClause = (CLAUSES_OF.get(word) ?? []).some(
    ({ before, after }) =>
      (before?.test(around.before) ?? true) && (after?.test(around.after) ?? true),
  )
  return isClause ? 'keyword' : KIND_OF.get(word)
}
