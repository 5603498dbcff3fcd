/** Where the parser stands in the tokens, what it has complained about, and where each node came from. */
import { nearest, type Issue, type IssueParams, type Place } from '../../base/index.ts'
import type { Condition, Expression } from '../tree.ts'
import type { SegmentCode } from '../words/code.ts'
import { MAX_DEPTH } from './keywords.ts'
import { errorAt } from './lex.ts'
import type { Span, Token } from './token.ts'

/** Gives up on the condition at hand; the reason is already among the issues. Never leaves the parser. */
export class Stop extends Error {}

const END: Token = { kind: 'end', text: '', value: 0, start: 0, end: 0, firstOnLine: false }

/** The state of one reading. */
export interface Cursor {
  readonly tokens: readonly Token[]
  readonly issues: Issue[]
  /** node -> part ('' is the node itself) -> span */
  readonly spans: Map<object, Map<string, Span>>
  /** Names of measures that stand above the condition. */
  readonly measures: ReadonlySet<string>
  at: number
  depth: number
  /** How many parentheses are open where we stand. */
  parens: number
  /** How many `where` or `any item` we are in: names are properties there. */
  filters: number
  /** In a measure line, outside parentheses: an operator on a new line ends it. */
  endsAtLine: boolean
  /** The whole grammar, for what stands in parentheses or after `where`; kept here because it is circular. */
  readonly readNode: (c: Cursor) => Expression | Condition
}

/** The token at hand, or some tokens ahead; the last one is `end` for ever. */
export function peek(c: Cursor, ahead = 0): Token {
  return c.tokens[Math.min(c.at + ahead, c.tokens.length - 1)] ?? END
}

/** The token at hand, which is then behind us. */
export function next(c: Cursor): Token {
  const token = peek(c)
  if (c.at < c.tokens.length - 1) c.at += 1
  if (isSymbol(token, '(')) c.parens += 1
  if (isSymbol(token, ')')) c.parens = Math.max(0, c.parens - 1)
  return token
}

/** End of the token before the one at hand. */
export function lastEnd(c: Cursor): number {
  return c.tokens[c.at - 1]?.end ?? 0
}

/** True for this symbol. */
export function isSymbol(token: Token, text: string): boolean {
  return token.kind === 'symbol' && token.text === text
}

/** True for one of these words, in any case. */
export function isWord(token: Token, ...words: readonly string[]): boolean {
  return token.kind === 'word' && words.includes(token.text.toLowerCase())
}

/** True when a parenthesis opens some tokens ahead; on a new line after a measure it begins the condition instead. */
export function isCall(c: Cursor, ahead = 1): boolean {
  const token = peek(c, ahead)
  return isSymbol(token, '(') && !(c.endsAtLine && token.firstOnLine)
}

/** Moves past the symbol if it is here. */
export function takeSymbol(c: Cursor, text: string): boolean {
  const found = isSymbol(peek(c), text)
  if (found) next(c)
  return found
}

/** Moves past one of the words if it is here. */
export function takeWord(c: Cursor, ...words: readonly string[]): boolean {
  const found = isWord(peek(c), ...words)
  if (found) next(c)
  return found
}

/** Notes an error at a place. */
export function complain(
  c: Cursor,
  code: SegmentCode,
  span: Span,
  params: IssueParams = {},
  fix?: string,
): void {
  c.issues.push(errorAt(code, { start: span.start, end: span.end }, params, fix))
}

/** What stands here, in words for a message. */
export function found(token: Token, source?: string): string {
  if (token.kind === 'end') return '∅'
  return source ?? (token.kind === 'text' ? JSON.stringify(token.text) : token.text)
}

/** Complains that something else was expected here, and gives up on the condition at hand. */
export function stopExpecting(c: Cursor, expected: readonly string[], fix?: string): never {
  const token = peek(c)
  const code = token.kind === 'end' ? 'segment/expected-at-end' : 'segment/expected'
  const near = fix ?? slipOf(token, expected)
  complain(c, code, token, { expected, found: found(token), nearest: near ?? '' }, near)
  throw new Stop()
}

/** The word of the language that was mistyped here, if it looks like one of those that fit. */
export function slipOf(token: Token, words: readonly string[]): string | undefined {
  if (token.kind !== 'word' || token.text.length < 3) return undefined
  return nearest(
    token.text,
    words.filter((word) => /^[a-z]{2,}$/.test(word) && word !== 'condition' && word !== 'name'),
  )
}

/** Moves past the symbol, or gives up on the condition at hand. */
export function expectSymbol(c: Cursor, text: string): Token {
  const token = peek(c)
  if (!isSymbol(token, text)) stopExpecting(c, [text])
  return next(c)
}

/** Notes where a part of a marked node, such as its event's name, stands. */
export function markPart(c: Cursor, node: object, part: string, { start, end }: Span): void {
  c.spans.get(node)?.set(part, { start, end })
}

/** Notes where a node, or a part of it such as its event's name, stands. */
export function mark<T extends object>(c: Cursor, node: T, start: number, part = ''): T {
  const parts = c.spans.get(node) ?? new Map<string, Span>()
  parts.set(part, { start, end: Math.max(lastEnd(c), start) })
  c.spans.set(node, parts)
  return node
}

/** Runs `read` one level deeper. Printing adds a pair of parentheses at most to each level of a tree, hence twice. */
export function deeper<T>(c: Cursor, read: (c: Cursor) => T): T {
  if (c.depth >= 2 * MAX_DEPTH) {
    complain(c, 'segment/too-deep', peek(c), { limit: MAX_DEPTH })
    // Nothing after this can be read in a sensible way: the rest is skipped.
    c.at = c.tokens.length - 1
    throw new Stop()
  }
  c.depth += 1
  try {
    return read(c)
  } finally {
    c.depth -= 1
  }
}

/** The place of a node, or of a part of it such as `event`. */
export type SpanOf = (node: object, part?: string) => Place | undefined

/** Looks a node's place up; a part without a place of its own has that of its node. */
export function spanLookup(spans: Map<object, Map<string, Span>>): SpanOf {
  return (node, part = '') => {
    const span = spans.get(node)?.get(part) ?? spans.get(node)?.get('')
    return span === undefined ? undefined : { kind: 'span', start: span.start, end: span.end }
  }
}
