/** The pieces that the lexer cuts a definition into. */

export type TokenKind = 'word' | 'name' | 'number' | 'text' | 'date' | 'instant' | 'symbol' | 'end'

/** Offsets count UTF-16 code units, as editors do; `end` is exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface Token extends Span {
  readonly kind: TokenKind
  /** word: as written; name, text: decoded; symbol: canonical spelling; date: the day; else the source text. */
  readonly text: string
  /** number: its value; instant: epoch milliseconds; otherwise 0. */
  readonly value: number
  /** True when a line break (or the beginning) comes before it. */
  readonly firstOnLine: boolean
}

export interface Comment extends Span {
  readonly text: string
}
