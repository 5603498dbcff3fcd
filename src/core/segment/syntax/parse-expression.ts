/** Values: literals, names, measures over events, arithmetic. */
import { nearest } from '../../base/index.ts'
import type { CalendarPart, Expression } from '../tree.ts'
import {
  complain,
  deeper,
  found,
  isSymbol,
  isWord,
  lastEnd,
  mark,
  next,
  peek,
  Stop,
  stopExpecting,
  type Cursor,
} from './cursor.ts'
import {
  CALENDAR_PARTS,
  CONDITION_CALLS,
  FUNCTIONS,
  RESERVED_WORDS,
  VALUE_CALLS,
} from './keywords.ts'
import { asExpression, type Node } from './node.ts'
import { parseFunction } from './parse-function.ts'
import { functionHere, parseMeasure } from './parse-measure.ts'
import { isLiteral, readLiteral } from './parse-source.ts'
import type { Token } from './token.ts'

/** A name, plain or between backticks; reserved words need the backticks. */
export function parseName(c: Cursor): string {
  const token = peek(c)
  if (token.kind === 'name') return next(c).text
  if (token.kind !== 'word') stopExpecting(c, ['name'])
  next(c)
  if (RESERVED_WORDS.has(token.text.toLowerCase())) {
    complain(c, 'segment/reserved-name', token, { name: token.text }, `\`${token.text}\``)
  }
  return token.text
}

/** Arithmetic and all that binds tighter. */
export function parseSum(c: Cursor): Node {
  return parseChain(c, SUMS, parseProduct)
}

function parseProduct(c: Cursor): Node {
  return parseChain(c, PRODUCTS, parseUnary)
}

type Op = '+' | '-' | '*' | '/'
const SUMS: readonly Op[] = ['+', '-']
const PRODUCTS: readonly Op[] = ['*', '/']

function parseChain(c: Cursor, ops: readonly Op[], read: (c: Cursor) => Node): Node {
  const { start } = peek(c)
  let left = read(c)
  for (;;) {
    const token = peek(c)
    const op = ops.find((o) => isSymbol(token, o))
    if (op === undefined || (c.endsAtLine && token.firstOnLine)) return left
    const leftValue = asExpression(c, left)
    next(c)
    const right = asExpression(c, read(c))
    left = mark(c, { kind: 'arithmetic', op, left: leftValue, right }, start)
  }
}

function parseUnary(c: Cursor): Node {
  const token = peek(c)
  if (!isSymbol(token, '-')) return parsePrimary(c)
  // `-5` is a number of its own, unless it is the start of a duration.
  if (peek(c, 1).kind === 'number') {
    const literal = readLiteral(c)
    if (literal.kind === 'number') return literal
    return mark(c, { kind: 'negate', of: literal }, token.start)
  }
  next(c)
  const of = deeper(c, () => asExpression(c, parseUnary(c)))
  return mark(c, { kind: 'negate', of }, token.start)
}

function parsePrimary(c: Cursor): Node {
  const token = peek(c)
  if (isSymbol(token, '(')) return parseParentheses(c)
  if (isLiteral(token)) return readLiteral(c)
  if (token.kind === 'name') return nameNode(c)
  if (token.kind !== 'word') return stopExpecting(c, ['condition'])
  const word = token.text.toLowerCase()
  if (word === 'days' && isWord(peek(c, 1), 'since')) return parseDaysSince(c)
  if (word === 'age' || word === 'tenure') {
    next(c)
    if (c.filters > 0) complain(c, 'segment/not-in-where', token, { found: word })
    return mark(c, { kind: word }, token.start)
  }
  const part = CALENDAR_PARTS.find((one) => one === word)
  if (part !== undefined && isWord(peek(c, 1), 'of')) return parsePart(c, part)
  if (word === 'event' && isWord(peek(c, 1), 'time')) return parseEventTime(c)
  const measure = functionHere(c)
  if (measure !== undefined) return parseMeasure(c, measure)
  const value = parseFunction(c)
  if (value !== undefined) return value
  // A parenthesis on the next line begins a condition after a measure's line.
  const call = isSymbol(peek(c, 1), '(') && !peek(c, 1).firstOnLine
  if (call && !RESERVED_WORDS.has(word)) unknownFunction(c, token)
  if (RESERVED_WORDS.has(word)) return stopExpecting(c, ['condition'])
  return nameNode(c)
}

function unknownFunction(c: Cursor, token: Token): never {
  const known = [...Object.keys(FUNCTIONS), 'any', ...VALUE_CALLS, ...CONDITION_CALLS]
  const near = nearest(token.text.toLowerCase(), known)
  const params = { found: found(token), nearest: near ?? '', known }
  complain(c, 'segment/unknown-function', token, params, near)
  throw new Stop()
}

function parseParentheses(c: Cursor): Node {
  const open = next(c)
  const { endsAtLine } = c
  c.endsAtLine = false
  const node = deeper(c, c.readNode)
  if (!isSymbol(peek(c), ')')) stopExpecting(c, [')'], peek(c).kind === 'end' ? ')' : undefined)
  next(c)
  c.endsAtLine = endsAtLine
  // The parentheses belong to the place, so that a message underlines all of it.
  c.spans.get(node)?.set('', { start: open.start, end: lastEnd(c) })
  return node
}

function nameNode(c: Cursor): Expression {
  const { start } = peek(c)
  const name = parseName(c)
  if (c.filters > 0) return mark(c, { kind: 'property', name }, start)
  return mark(c, { kind: c.measures.has(name) ? 'named' : 'trait', name }, start)
}

function parsePart(c: Cursor, part: CalendarPart): Expression {
  const { start } = next(c)
  next(c)
  const of = deeper(c, () => asExpression(c, parseUnary(c)))
  return mark(c, { kind: 'calendarPart', part, of }, start)
}

function parseEventTime(c: Cursor): Expression {
  const token = next(c)
  next(c)
  const node = mark(c, { kind: 'eventTime' as const }, token.start)
  if (c.filters === 0) {
    const span = { start: token.start, end: lastEnd(c) }
    complain(c, 'segment/only-in-where', span, { found: 'event time' })
  }
  return node
}

function parseDaysSince(c: Cursor): Expression {
  const { start } = next(c)
  next(c)
  const of = deeper(c, () => asExpression(c, parseUnary(c)))
  return mark(c, { kind: 'daysSince', of }, start)
}
