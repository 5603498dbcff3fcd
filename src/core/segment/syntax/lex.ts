/** Cuts a definition into tokens; whatever it cannot read becomes an issue and is passed over. */
import type { Issue, IssueParams } from '../../base/index.ts'
import type { SegmentCode } from '../words/code.ts'
import { isDateText, parseInstantText } from './calendar-text.ts'
import { MAX_NUMBER } from './keywords.ts'
import type { Comment, Span, Token, TokenKind } from './token.ts'

/** Tokens and comments in the order of the text, and what could not be read. */
export interface Lexed {
  readonly tokens: readonly Token[]
  readonly comments: readonly Comment[]
  readonly issues: readonly Issue[]
}

/** An error at a place of the text. */
export function errorAt(
  code: SegmentCode,
  span: Span,
  params: IssueParams = {},
  fix?: string,
): Issue {
  const at = { kind: 'span', start: span.start, end: span.end } as const
  const issue = { code, severity: 'error', at, params } as const
  return fix === undefined ? issue : { ...issue, fix }
}

const QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '‘': '’',
  '«': '»',
}
const SYMBOLS: Readonly<Record<string, string>> = {
  '<=': '<=',
  '>=': '>=',
  '!=': '!=',
  '<>': '!=',
  '==': '=',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '=': '=',
  '<': '<',
  '>': '>',
  '+': '+',
  '-': '-',
  '*': '*',
  '/': '/',
  '(': '(',
  ')': ')',
  ',': ',',
  '.': '.',
  '%': '%',
}
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '\\': '\\',
  n: '\n',
  r: '\r',
  t: '\t',
}

/** Where the lexer stands, and what it has found. */
interface State {
  readonly source: string
  at: number
  firstOnLine: boolean
  readonly tokens: Token[]
  readonly comments: Comment[]
  readonly issues: Issue[]
}

/** Always ends with one token of kind `end`. Linear in the length of the text. */
export function lex(source: string): Lexed {
  const state: State = {
    source,
    at: 0,
    firstOnLine: true,
    tokens: [],
    comments: [],
    issues: [],
  }
  while (state.at < source.length) step(state)
  push(state, 'end', '', source.length)
  return { tokens: state.tokens, comments: state.comments, issues: state.issues }
}

function push(state: State, kind: TokenKind, text: string, start: number, value = 0): void {
  state.tokens.push({
    kind,
    text,
    value,
    start,
    end: state.at,
    firstOnLine: state.firstOnLine,
  })
  state.firstOnLine = false
}

/** Moves past what a sticky pattern matches here. */
function take(state: State, pattern: RegExp): string | undefined {
  pattern.lastIndex = state.at
  const found = pattern.exec(state.source)?.[0]
  if (found !== undefined) state.at += found.length
  return found
}

function step(state: State): void {
  const start = state.at
  const space = take(state, /\s+/y)
  if (space !== undefined) {
    if (/[\n\r\u2028\u2029]/.test(space)) state.firstOnLine = true
    return
  }
  const comment = take(state, /--[^\n]*/y)
  if (comment !== undefined) {
    state.comments.push({ start, end: state.at, text: comment.trimEnd() })
    return
  }
  const word = take(state, /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy)
  if (word !== undefined) return push(state, 'word', word, start)
  const char = state.source[start] ?? ''
  if (/\d/.test(char)) return lexNumber(state)
  if (char === '`') return lexName(state)
  const close = QUOTES[char]
  if (close !== undefined) return lexText(state, close)
  const symbol = take(state, /<=|>=|!=|<>|==|[≤≥≠=<>+\-*/(),.]/y)
  if (symbol !== undefined) return push(state, 'symbol', SYMBOLS[symbol] ?? symbol, start)
  // A remainder, as in other languages, is no part of this one: `%` belongs to the number before it.
  if (char === '%' && state.tokens.at(-1)?.kind === 'number') {
    state.at += 1
    return push(state, 'symbol', '%', start)
  }
  const stray =
    take(state, /&&|\|\|/y) ?? take(state, /[^\s\p{L}\p{N}"'`(),]/uy) ?? take(state, /[^]/y) ?? ''
  const span = { start, end: state.at }
  state.issues.push(errorAt('segment/bad-character', span, { found: stray }, FOREIGN[stray]))
}

/** What other languages write, and what we write for it. */
const FOREIGN: Readonly<Record<string, string>> = {
  '&&': 'and',
  '||': 'or',
  '!': 'not ',
  '[': '(',
  ']': ')',
}

const MOMENT =
  /\d{4}-\d{2}-\d{2}(?:[tT]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:[zZ]|[+-]\d{2}:\d{2})?)?(?![\p{L}\p{N}_])/uy

function lexNumber(state: State): void {
  const start = state.at
  const moment = take(state, MOMENT)
  if (moment !== undefined) return lexMoment(state, moment, start)
  const swapped = take(state, /\d{1,2}([/.])\d{1,2}\1\d{4}(?!\d)/y)
  if (swapped !== undefined) {
    state.issues.push(errorAt('segment/date-shape', { start, end: state.at }, { found: swapped }))
    return push(state, 'date', '2000-01-01', start)
  }
  const raw = take(state, /\d[\d_]*(?:\.\d[\d_]*)?/y) ?? ''
  const digits = raw.replaceAll('_', '')
  const tail = take(state, /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy)
  if (tail !== undefined) {
    const span = { start, end: state.at }
    state.issues.push(errorAt('segment/bad-number', span, { found: raw + tail }, `${raw} ${tail}`))
  } else if (Number(digits) >= MAX_NUMBER || (digits.split('.')[1] ?? '').length > 6) {
    state.issues.push(errorAt('segment/number-range', { start, end: state.at }, { found: raw }))
  }
  push(state, 'number', raw, start, Number(digits))
}

function lexMoment(state: State, text: string, start: number): void {
  const span = { start, end: state.at }
  if (text.length === 10) {
    if (!isDateText(text)) state.issues.push(errorAt('segment/bad-date', span, { found: text }))
    return push(state, 'date', text, start)
  }
  const at = parseInstantText(text)
  if (at === undefined) {
    const asUtc = parseInstantText(`${text}Z`) !== undefined
    state.issues.push(
      asUtc
        ? errorAt('segment/instant-offset', span, { found: text }, `${text}Z`)
        : errorAt('segment/bad-date', span, { found: text }),
    )
  }
  push(state, 'instant', text, start, at ?? 0)
}

function lexName(state: State): void {
  const start = state.at
  const raw = take(state, /`(?:[^`\n\r]|``)*`/y)
  if (raw !== undefined && raw.length > 2) {
    return push(state, 'name', raw.slice(1, -1).replaceAll('``', '`'), start)
  }
  if (raw === undefined) take(state, /`[^`\n\r]*/y)
  const span = { start, end: state.at }
  state.issues.push(
    errorAt('segment/open-name', span, { found: state.source.slice(start, state.at) }),
  )
  push(state, 'name', '?', start)
}

function lexText(state: State, close: string): void {
  const start = state.at
  state.at += 1
  let text = ''
  for (;;) {
    const char = state.source[state.at]
    if (char === undefined || char === '\n' || char === '\r') {
      const span = { start, end: state.at }
      state.issues.push(errorAt('segment/open-text', span, { expected: close }))
      break
    }
    state.at += 1
    if (char === close) break
    text += char === '\\' ? lexEscape(state) : char
  }
  if (/\p{Surrogate}/u.test(text)) {
    state.issues.push(
      errorAt('segment/bad-character', { start, end: state.at }, { found: '\uFFFD' }),
    )
  }
  push(state, 'text', text, start)
}

/** Reads what follows a backslash. */
function lexEscape(state: State): string {
  const start = state.at - 1
  const hex = take(state, /u\{[0-9a-fA-F]{1,6}\}/y)
  if (hex !== undefined) {
    const point = Number.parseInt(hex.slice(2, -1), 16)
    if (point <= 0x10ffff) return String.fromCodePoint(point)
  } else {
    const known = ESCAPES[state.source[state.at] ?? '']
    if (known !== undefined) {
      state.at += 1
      return known
    }
  }
  // The backslash stays what the author most likely meant: a part of a pattern.
  const end = Math.min(Math.max(state.at, start + 2), state.source.length)
  const found = state.source.slice(start, end)
  state.issues.push(errorAt('segment/bad-escape', { start, end }, { found }, `\\${found}`))
  return '\\'
}
