/** Conditions: groups, comparisons, and the questions about events and segments. */
import type { CompareOp, Condition, Expression, ListOp, Literal } from '../tree.ts'
import {
  complain,
  deeper,
  expectSymbol,
  found,
  isSymbol,
  isWord,
  lastEnd,
  mark,
  markPart,
  next,
  peek,
  slipOf,
  Stop,
  stopExpecting,
  takeSymbol,
  takeWord,
  type Cursor,
} from './cursor.ts'
import { isCondition } from '../walk.ts'
import { asCondition, asExpression, BROKEN, type Node } from './node.ts'
import { parseName, parseSum } from './parse-expression.ts'
import { RESERVED_WORDS } from './keywords.ts'
import { readSpan } from './parse-number.ts'
import { parseQuestion } from './parse-question.ts'
import { isLiteral, parseSource, readLiteral } from './parse-source.ts'
import { parseStretch } from './parse-window.ts'
import { printLiteral } from './print.ts'

/** Skips what cannot be understood, up to where a new condition may begin outside of `parens` parentheses. */
export function skipToBoundary(c: Cursor, parens: number): void {
  for (; peek(c).kind !== 'end'; next(c)) {
    const token = peek(c)
    if (isWord(token, 'measure') && token.firstOnLine) return
    if (c.parens > parens) continue
    if (isWord(token, 'and', 'or') || isSymbol(token, ',') || isSymbol(token, ')')) return
  }
}

/** The loosest level. The result is a value when no condition was made of it, as in `(a + b) > 3`. */
export function parseOr(c: Cursor): Node {
  return parseGroup(c, 'or', parseAnd)
}

function parseAnd(c: Cursor): Node {
  return parseGroup(c, 'and', parseNot)
}

/** Reading functions take the cursor, not closures: each frame counts in deep text. */
function parseGroup(c: Cursor, kind: 'and' | 'or', readPart: (c: Cursor) => Node): Node {
  const { start } = peek(c)
  const first = kind === 'and' ? recovering(c, readPart) : readPart(c)
  if (!isWord(peek(c), kind)) return first
  const of = [recovered(c, first)]
  while (takeWord(c, kind)) {
    of.push(recovered(c, kind === 'and' ? recovering(c, readPart) : readPart(c)))
  }
  return mark(c, { kind, of }, start)
}

function recovered(c: Cursor, node: Node): Condition {
  try {
    return asCondition(c, node)
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return BROKEN
  }
}

/** After a mistake goes on with the next part of the group; the whole has no meaning anyway. */
function recovering(c: Cursor, read: (c: Cursor) => Node): Node {
  const { depth, filters, parens } = c
  try {
    return read(c)
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    c.depth = depth
    c.filters = filters
    skipToBoundary(c, parens)
    return BROKEN
  }
}

function parseNot(c: Cursor): Node {
  const { start } = peek(c)
  if (!takeWord(c, 'not')) {
    const node = parsePredicate(c)
    return isWord(peek(c), 'for') ? parseLasting(c, node, start) : node
  }
  const of = deeper(c, () => asCondition(c, parseNot(c)))
  return mark(c, { kind: 'not', of }, start)
}

/** What follows a question, since when it must have held: `tier = "gold" for at least 90 days`. */
function parseLasting(c: Cursor, node: Node, start: number): Node {
  if (c.endsAtLine && peek(c).firstOnLine) return node
  const token = next(c)
  if (c.filters > 0) complain(c, 'segment/not-in-where', token, { found: 'for' })
  const condition = asCondition(c, node)
  const isShort = isWord(peek(c), 'less')
  if (isShort) next(c)
  else if (!takeWord(c, 'at')) {
    const fix = peek(c).kind === 'number' ? `at least ${peek(c).text}` : undefined
    stopExpecting(c, ['at least', 'less than'], fix)
  }
  if (!takeWord(c, isShort ? 'than' : 'least')) stopExpecting(c, [isShort ? 'than' : 'least'])
  const op = isShort ? 'less than' : 'at least'
  return mark(c, { kind: 'stateFor', condition, op, duration: readSpan(c) }, start)
}

/** A question that needs no value in front of it, or a value and what is asked of it. */
function parsePredicate(c: Cursor): Node {
  const token = peek(c)
  if (isWord(token, 'everyone')) {
    next(c)
    return mark(c, { kind: 'everyone' }, token.start)
  }
  if (isWord(token, 'at') && isWord(peek(c, 1), 'least')) return parseAtLeast(c)
  if (isWord(token, 'any')) return parseAny(c)
  if (isWord(token, 'in')) return parseMember(c)
  const question = parseQuestion(c)
  if (question !== undefined) return question
  const left = parseSum(c)
  if (isCondition(left)) return left
  return parseComparison(c, left, token.start)
}

function parseAtLeast(c: Cursor): Condition {
  const { start } = next(c)
  next(c)
  const count = parseWholeNumber(c)
  if (!takeWord(c, 'of')) stopExpecting(c, ['of'])
  expectSymbol(c, '(')
  const of = deeper(c, () => parseList(c, () => recovered(c, parseOr(c))))
  const node: Condition = { kind: 'atLeast', count: count.value, of }
  mark(c, node, start)
  c.spans.get(node)?.set('count', count)
  return node
}

function parseWholeNumber(c: Cursor): { value: number; start: number; end: number } {
  const token = peek(c)
  if (token.kind !== 'number') stopExpecting(c, ['2'])
  next(c)
  if (!Number.isInteger(token.value)) {
    complain(c, 'segment/whole-number', token, { found: token.text })
  }
  return { value: token.value, start: token.start, end: token.end }
}

/** Reads `a, b, c)`; the opening parenthesis is already read. Parentheses lift the line rule of measures. */
function parseList<T>(c: Cursor, read: () => T): T[] {
  const { endsAtLine } = c
  c.endsAtLine = false
  const all = [read()]
  while (takeSymbol(c, ',')) all.push(read())
  if (!isSymbol(peek(c), ')')) stopExpecting(c, [',', ')'])
  next(c)
  c.endsAtLine = endsAtLine
  return all
}

function parseAny(c: Cursor): Condition {
  const token = next(c)
  if (takeSymbol(c, '(')) {
    if (c.filters > 0) complain(c, 'segment/not-in-where', token, { found: 'any(...)' })
    const source = deeper(c, () => parseSource(c))
    expectSymbol(c, ')')
    return mark(c, { kind: 'any', source }, token.start)
  }
  const nameAt = peek(c)
  const element = parseName(c)
  if (c.filters === 0)
    complain(c, 'segment/only-in-where', token, { found: `any ${element} (...)` })
  expectSymbol(c, '(')
  c.filters += 1
  const where = deeper(c, () => asCondition(c, parseOr(c)))
  c.filters -= 1
  expectSymbol(c, ')')
  const node = mark(c, { kind: 'anyElement' as const, element, where }, token.start)
  c.spans.get(node)?.set('element', { start: nameAt.start, end: nameAt.end })
  return node
}

/** `in segment "key"` and `in list "name"`. */
function parseMember(c: Cursor): Condition {
  const { start } = next(c)
  const isList = isWord(peek(c), 'list')
  if (!takeWord(c, 'segment', 'list')) stopExpecting(c, ['segment', 'list'])
  if (c.filters > 0) {
    const span = { start, end: lastEnd(c) }
    complain(c, 'segment/not-in-where', span, { found: isList ? 'in list' : 'in segment' })
  }
  if (peek(c).kind !== 'text') stopExpecting(c, ['"..."'])
  const key = next(c)
  const node: Condition = isList
    ? { kind: 'inList', list: key.text }
    : { kind: 'inSegment', segment: key.text }
  mark(c, node, start)
  markPart(c, node, isList ? 'list' : 'segment', key)
  return node
}

const COMPARISONS: Readonly<Record<string, CompareOp>> = {
  '=': '=',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
}

function parseComparison(c: Cursor, left: Expression, start: number): Node {
  const token = peek(c)
  const op = token.kind === 'symbol' ? COMPARISONS[token.text] : undefined
  if (op !== undefined) {
    next(c)
    const right = asExpression(c, parseSum(c))
    return mark(c, { kind: 'compare', op, left, right }, start)
  }
  if (token.kind !== 'word' || (c.endsAtLine && token.firstOnLine)) return left
  switch (token.text.toLowerCase()) {
    case 'between':
      return parseBetween(c, left, start)
    case 'in':
      return parseIn(c, left, start, false)
    case 'not':
      return isWord(peek(c, 1), 'in') ? parseIn(c, left, start, true) : parseNegated(c, left, start)
    case 'is':
      return parsePresence(c, left, start)
    case 'has':
      return parseHas(c, left, start)
    case 'within': {
      next(c)
      return mark(c, { kind: 'within', value: left, window: parseStretch(c) }, start)
    }
    default:
      return parseTextQuestion(c, left, start)
  }
}

/** `x not between a and b`: only `in` has a `not` of its own; the others stand after a `not`. */
function parseNegated(c: Cursor, left: Expression, start: number): Node {
  const token = next(c)
  complain(c, 'segment/misplaced-not', { start: token.start, end: lastEnd(c) })
  return parseComparison(c, left, start)
}

function parseTextQuestion(c: Cursor, value: Expression, start: number): Node {
  const token = peek(c)
  if (takeWord(c, 'under')) {
    const category = parseText(c)
    const node = mark(c, { kind: 'under' as const, value, category: category.text }, start)
    c.spans.get(node)?.set('category', { start: category.start, end: category.end })
    return node
  }
  if (isWord(token, 'contains', 'matches')) {
    next(c)
    const op = isWord(token, 'contains') ? 'contains' : 'matches'
    return textNode(c, { op, value, start })
  }
  if (isWord(token, 'starts', 'ends')) {
    next(c)
    if (!takeWord(c, 'with')) stopExpecting(c, ['with'])
    const op = isWord(token, 'starts') ? 'starts with' : 'ends with'
    return textNode(c, { op, value, start })
  }
  if (isWord(token, 'for')) return value
  const slip = slipOf(token, OPERATORS)
  const isKnown = RESERVED_WORDS.has(token.text.toLowerCase())
  if (slip === undefined || isKnown) return value
  if (slip !== 'between') return stopExpecting(c, ['operator'], slip)
  // Read on, or the `and` that belongs to it would be misunderstood next.
  const params = { expected: ['operator'], found: token.text, nearest: slip }
  complain(c, 'segment/expected', token, params, slip)
  return parseBetween(c, value, start)
}

/** Words that may follow a value. */
const OPERATORS = 'and or not in is has between within under contains starts ends matches'.split(
  ' ',
)

function textNode(
  c: Cursor,
  {
    op,
    value,
    start,
  }: Pick<Extract<Condition, { kind: 'text' }>, 'op' | 'value'> & { start: number },
): Condition {
  const text = parseText(c)
  const node = mark(c, { kind: 'text' as const, op, value, text: text.text }, start)
  c.spans.get(node)?.set('text', { start: text.start, end: text.end })
  return node
}

function parseText(c: Cursor): { text: string; start: number; end: number } {
  if (peek(c).kind !== 'text') stopExpecting(c, ['"..."'])
  return next(c)
}

function parseBetween(c: Cursor, value: Expression, start: number): Condition {
  next(c)
  const low = asExpression(c, parseSum(c))
  if (!takeWord(c, 'and')) stopExpecting(c, ['and'])
  const high = asExpression(c, parseSum(c))
  return mark(c, { kind: 'between', value, low, high }, start)
}

function parseIn(c: Cursor, value: Expression, start: number, negated: boolean): Condition {
  if (negated) next(c)
  next(c)
  if (!isSymbol(peek(c), '(') && isLiteral(peek(c))) {
    const token = peek(c)
    const written = found(token)
    complain(c, 'segment/expected', token, { expected: ['('], found: written }, `(${written})`)
    throw new Stop()
  }
  expectSymbol(c, '(')
  const options: readonly Literal[] = parseList(c, () => readOption(c))
  return mark(c, { kind: 'in', value, options, negated }, start)
}

/** Listed values have no sign but that of a number. */
function readOption(c: Cursor): Literal {
  const sign = peek(c)
  const literal = readLiteral(c)
  if (isSymbol(sign, '-') && literal.kind !== 'number') {
    complain(c, 'segment/expected', sign, { expected: [printLiteral(literal)], found: '-' })
  }
  return literal
}

function parsePresence(c: Cursor, value: Expression, start: number): Condition {
  const is = next(c)
  const isNot = takeWord(c, 'not')
  if (isWord(peek(c), 'missing', 'known')) {
    const missing = isWord(next(c), 'missing') !== isNot
    return mark(c, { kind: 'presence', value, missing }, start)
  }
  // `country is "BR"` is what people write first.
  const wrong = { start: is.start, end: lastEnd(c) }
  const params = { expected: ['is missing', 'is known', isNot ? '!=' : '='], found: found(peek(c)) }
  complain(
    c,
    'segment/expected',
    wrong,
    params,
    isLiteral(peek(c)) ? (isNot ? '!=' : '=') : undefined,
  )
  throw new Stop()
}

function parseHas(c: Cursor, value: Expression, start: number): Condition {
  next(c)
  const token = peek(c)
  if (!takeWord(c, 'any', 'all', 'none')) stopExpecting(c, ['any', 'all', 'none'])
  expectSymbol(c, '(')
  const options = parseList(c, () => parseText(c).text)
  const op: ListOp = isWord(token, 'any')
    ? 'has any'
    : isWord(token, 'all')
      ? 'has all'
      : 'has none'
  return mark(c, { kind: 'list', op, value, options }, start)
}
