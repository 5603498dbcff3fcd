/** What a measure looks at (`purchase.item where ..., last 30 days`), and literals. */
import type { Condition, Literal, Source } from '../tree.ts'
import {
  complain,
  mark,
  next,
  peek,
  stopExpecting,
  isSymbol,
  takeSymbol,
  takeWord,
  type Cursor,
} from './cursor.ts'
import { DURATION_UNITS, RESERVED_WORDS, unitOf } from './keywords.ts'
import { asCondition } from './node.ts'
import { parseWindow } from './parse-window.ts'
import type { Token } from './token.ts'

/** Reads `purchase.item.amount`: one to three names. After a dot any word is a name. */
export function parseDots(c: Cursor): Token[] {
  const names = [dotName(c, true)]
  while (takeSymbol(c, '.')) {
    if (names.length === 3) stopExpecting(c, [')', 'where', ','])
    names.push(dotName(c, false))
  }
  return names
}

function dotName(c: Cursor, first: boolean): Token {
  const token = peek(c)
  if (token.kind !== 'name' && token.kind !== 'word') stopExpecting(c, ['name'])
  next(c)
  if (first && token.kind === 'word' && RESERVED_WORDS.has(token.text.toLowerCase())) {
    complain(c, 'segment/reserved-name', token, { name: token.text }, `\`${token.text}\``)
  }
  return token
}

/** The inside of `any(...)`. */
export function parseSource(c: Cursor): Source {
  return sourceOf(c, parseDots(c))
}

/** The rest of a source whose names are read: filter and window. */
export function sourceOf(c: Cursor, dots: readonly Token[]): Source {
  const [event, element, extra] = dots
  if (event === undefined) return stopExpecting(c, ['name'])
  if (extra !== undefined) {
    complain(c, 'segment/expected', extra, { expected: [')', 'where', ','], found: extra.text })
  }
  const where = takeWord(c, 'where') ? parseWhere(c) : undefined
  const window = takeSymbol(c, ',') ? parseWindow(c) : undefined
  if (window === undefined && !isSymbol(peek(c), ')')) {
    stopExpecting(c, where === undefined ? [')', 'where', ','] : [')', 'and', 'or', ','])
  }
  const source: Source = {
    event: event.text,
    ...(element === undefined ? {} : { element: element.text }),
    ...(where === undefined ? {} : { where }),
    ...(window === undefined ? {} : { window }),
  }
  mark(c, source, event.start)
  const parts = c.spans.get(source)
  parts?.set('event', { start: event.start, end: event.end })
  if (element !== undefined) parts?.set('element', { start: element.start, end: element.end })
  return source
}

/** A `where` and what it asks of each event. */
function parseWhere(c: Cursor): Condition {
  c.filters += 1
  const { endsAtLine } = c
  c.endsAtLine = false
  const where = asCondition(c, c.readNode(c))
  c.endsAtLine = endsAtLine
  c.filters -= 1
  return where
}

/** True when a literal starts here; a minus sign is looked at by the caller. */
export function isLiteral(token: Token): boolean {
  if (token.kind === 'word') return ['true', 'false'].includes(token.text.toLowerCase())
  return ['number', 'text', 'date', 'instant'].includes(token.kind)
}

/** Three capitals after a number are its currency, unless they are a word of the language. */
const NOT_CURRENCIES: ReadonlySet<string> = new Set(['AND', 'NOT', 'HAS', 'ANY', 'AGO', 'DAY'])

/** A literal, with its sign if it is a number. */
export function readLiteral(c: Cursor): Literal {
  const { start } = peek(c)
  const negative = isSymbol(peek(c), '-') && peek(c, 1).kind === 'number'
  if (negative) next(c)
  const token = peek(c)
  if (!isLiteral(token)) stopExpecting(c, ['"..."', '5', '2026-01-31', 'true'])
  next(c)
  switch (token.kind) {
    case 'number':
      return readNumber(c, token, { start, negative })
    case 'text':
      return mark(c, { kind: 'text', value: token.text }, start)
    case 'date':
      return mark(c, { kind: 'date', value: token.text }, start)
    case 'instant':
      return mark(c, { kind: 'instant', value: token.value }, start)
    default:
      return mark(c, { kind: 'boolean', value: token.text.toLowerCase() === 'true' }, start)
  }
}

function readNumber(
  c: Cursor,
  token: Token,
  { start, negative }: { start: number; negative: boolean },
): Literal {
  const word = peek(c)
  const after = word.kind === 'word' && !(c.endsAtLine && word.firstOnLine) ? word.text : ''
  const unit = unitOf(after, DURATION_UNITS)
  // `5 days since ...` is no duration: the number ends before it.
  if (unit !== undefined) {
    next(c)
    if (!Number.isInteger(token.value)) {
      complain(c, 'segment/whole-number', token, { found: token.text })
    }
    return mark(c, { kind: 'duration', count: token.value, unit }, negative ? token.start : start)
  }
  if (unitOf(after, ['month', 'quarter', 'year']) !== undefined) {
    next(c)
    complain(c, 'segment/calendar-duration', word, { found: after })
  }
  // 0 - x instead of -x: there is no negative zero in the language.
  const value = negative ? 0 - token.value : token.value
  if (/^[A-Z]{3}$/.test(after) && !NOT_CURRENCIES.has(after)) {
    next(c)
    return mark(c, { kind: 'number', value, currency: after }, start)
  }
  return mark(c, { kind: 'number', value }, start)
}
