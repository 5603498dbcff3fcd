/** What a measure looks at (`purchase.item where ..., last 30 days`), and literals. */
import type { Window } from '../../base/index.ts'
import type { Condition, Literal, Source } from '../tree.ts'
import {
  complain,
  isSymbol,
  isWord,
  mark,
  markPart,
  next,
  peek,
  stopExpecting,
  takeSymbol,
  takeWord,
  type Cursor,
} from './cursor.ts'
import { DURATION_UNITS, lengthUnitOf, RESERVED_WORDS, unitOf } from './keywords.ts'
import { asCondition } from './node.ts'
import { parseWindow } from './parse-window.ts'
import type { Token } from './token.ts'

/** Reads `purchase.item.amount`: one to three names. After a dot any word is a name. */
export function parseDots(c: Cursor): Token[] {
  const names = [eventName(c)]
  while (takeSymbol(c, '.')) {
    if (names.length === 3) stopExpecting(c, [')', 'where', ','])
    names.push(afterDot(c))
  }
  return names
}

/** `purchase`, `email_*` for all kinds whose names begin so, `*` for all. */
function eventName(c: Cursor): Token {
  const token = peek(c)
  if (isSymbol(token, '*')) return { ...next(c), kind: 'name' }
  if (token.kind !== 'name' && token.kind !== 'word') stopExpecting(c, ['name'])
  next(c)
  const star = peek(c)
  if (isSymbol(star, '*')) {
    if (star.start !== token.end) {
      complain(c, 'segment/expected', star, { expected: [`${token.text}*`], found: ' *' })
    }
    return { ...token, kind: 'name', text: `${token.text}*`, end: next(c).end }
  }
  checkReserved(c, token)
  return token
}

function afterDot(c: Cursor): Token {
  const token = peek(c)
  if (token.kind !== 'name' && token.kind !== 'word') stopExpecting(c, ['name'])
  return next(c)
}

/** Names between dots, as many as there are. */
export function parseNames(c: Cursor): Token[] {
  const token = peek(c)
  const names = [afterDot(c)]
  checkReserved(c, token)
  while (takeSymbol(c, '.')) names.push(afterDot(c))
  return names
}

function checkReserved(c: Cursor, token: Token): void {
  if (token.kind !== 'word' || !RESERVED_WORDS.has(token.text.toLowerCase())) return
  complain(c, 'segment/reserved-name', token, { name: token.text }, `\`${token.text}\``)
}

/** The inside of `any(...)`. */
export function parseSource(c: Cursor): Source {
  return sourceOf(c, parseDots(c))
}

/** A word that must stand between filter and window, as in `streak(purchase by month, last 365 days)`. */
export interface Clause {
  readonly word: string
  readonly read: () => void
}

/** The rest of a source whose names are read: filter and window, up to the closing parenthesis. */
export function sourceOf(c: Cursor, dots: readonly Token[], clause?: Clause): Source {
  const where = readWhere(c, dots)
  const more = where === undefined ? ['where'] : ['and', 'or']
  if (clause !== undefined) {
    if (!takeWord(c, clause.word)) stopExpecting(c, [clause.word, ...more])
    clause.read()
  }
  const window = takeSymbol(c, ',') ? parseWindow(c) : undefined
  if (window === undefined && !isSymbol(peek(c), ')')) {
    stopExpecting(c, clause === undefined ? [')', ...more, ','] : [')', ','])
  }
  return sourceNode(c, dots, { where, window })
}

/** A source that has no window of its own: what follows it is the caller's affair. */
export function parseBareSource(c: Cursor, followedBy: readonly string[]): Source {
  const dots = parseDots(c)
  const where = readWhere(c, dots)
  const token = peek(c)
  if (!followedBy.some((word) => isSymbol(token, word) || isWord(token, word))) {
    stopExpecting(c, [...(where === undefined ? ['where'] : ['and', 'or']), ...followedBy])
  }
  return sourceNode(c, dots, { where })
}

function readWhere(c: Cursor, dots: readonly Token[]): Condition | undefined {
  const extra = dots[2]
  if (extra !== undefined) {
    complain(c, 'segment/expected', extra, { expected: [')', 'where', ','], found: extra.text })
  }
  return takeWord(c, 'where') ? parseWhere(c) : undefined
}

function sourceNode(
  c: Cursor,
  dots: readonly Token[],
  { where, window }: { where: Condition | undefined; window?: Window | undefined },
): Source {
  const [event, element] = dots
  if (event === undefined) return stopExpecting(c, ['name'])
  const source: Source = {
    event: event.text,
    ...(element === undefined ? {} : { element: element.text }),
    ...(where === undefined ? {} : { where }),
    ...(window === undefined ? {} : { window }),
  }
  mark(c, source, event.start)
  markPart(c, source, 'event', event)
  if (element !== undefined) markPart(c, source, 'element', element)
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

/** A literal, with its sign if it is a number; the caller negates lengths and durations. */
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
  // 0 - x instead of -x: there is no negative zero in the language.
  const value = negative ? 0 - token.value : token.value
  if (takeSymbol(c, '%')) return mark(c, { kind: 'number', value, percent: true }, start)
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
  const length = lengthUnitOf(after)
  if (length !== undefined) {
    next(c)
    const node = { kind: 'length', count: token.value, unit: length } as const
    return mark(c, node, negative ? token.start : start)
  }
  if (unitOf(after, ['month', 'quarter', 'year']) !== undefined) {
    next(c)
    complain(c, 'segment/calendar-duration', word, { found: after })
  }
  if (/^[A-Z]{3}$/.test(after) && !NOT_CURRENCIES.has(after)) {
    next(c)
    return mark(c, { kind: 'number', value, currency: after }, start)
  }
  return mark(c, { kind: 'number', value }, start)
}
