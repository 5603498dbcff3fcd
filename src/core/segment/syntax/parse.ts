/** Text to tree: header lines, measures, then one condition; as many complaints at once as make sense. */
import { invalid, valid, type Checked, type Issue } from '../../base/index.ts'
import type { Condition, Definition, Expression } from '../tree.ts'
import {
  complain,
  isSymbol,
  isWord,
  lastEnd,
  mark,
  next,
  peek,
  slipOf,
  spanLookup,
  Stop,
  stopExpecting,
  type Cursor,
  type SpanOf,
} from './cursor.ts'
import { treeDepth } from './depth.ts'
import { MAX_DEPTH, MAX_TEXT_LENGTH } from './keywords.ts'
import { errorAt, lex } from './lex.ts'
import { asCondition, asExpression } from './node.ts'
import { parseOr, skipToBoundary } from './parse-condition.ts'
import { parseName } from './parse-expression.ts'
import type { Token } from './token.ts'

/** A definition and where in the text each of its nodes stands. */
export interface Parsed {
  readonly definition: Definition
  /** The place of a node (or of a part of it such as `event`), undefined for a node of another tree. */
  readonly spanOf: SpanOf
}

/** What the parser cannot know from the text. */
export interface ParseOptions {
  /** Names of the programme's measures, so that they come out as `named` and not as `trait`. */
  readonly measures?: readonly string[]
}

/** Reads a whole definition. Never throws, whatever the text; linear in its length. */
export function parse(text: string, options: ParseOptions = {}): Checked<Parsed> {
  const begun = begin(text, options)
  if (!begun.ok) return begun
  const c = begun.value
  const definition = parseDefinition(c)
  return finish(c, definition, { definition, spanOf: spanLookup(c.spans) })
}

/** Reads a value alone, such as the text of a programme's measure. */
export function parseExpression(
  text: string,
  options: ParseOptions = {},
): Checked<{ readonly expression: Expression; readonly spanOf: SpanOf }> {
  const begun = begin(text, options)
  if (!begun.ok) return begun
  const c = begun.value
  let expression: Expression = { kind: 'number', value: 0 }
  try {
    expression = asExpression(c, parseOr(c))
    if (peek(c).kind !== 'end') stopExpecting(c, ['+', '-', '*', '/'])
  } catch (error) {
    if (!(error instanceof Stop)) throw error
  }
  return finish(c, expression, { expression, spanOf: spanLookup(c.spans) })
}

function begin(text: string, options: ParseOptions): Checked<Cursor> {
  if (text.length > MAX_TEXT_LENGTH) {
    const span = { start: MAX_TEXT_LENGTH, end: text.length }
    return invalid(errorAt('segment/text-too-long', span, { limit: MAX_TEXT_LENGTH }))
  }
  const { tokens, issues } = lex(text)
  if (tokens.length === 1 && issues.length === 0) {
    const all = { start: 0, end: text.length }
    return invalid(errorAt('segment/empty', all, {}, 'everyone'))
  }
  return valid({
    tokens,
    issues: [...issues],
    spans: new Map(),
    measures: new Set([...(options.measures ?? []), ...measureNames(tokens)]),
    at: 0,
    depth: 0,
    parens: 0,
    filters: 0,
    endsAtLine: false,
    readNode: parseOr,
  })
}

function finish<T>(c: Cursor, tree: object, value: T): Checked<T> {
  if (c.issues.length === 0 && treeDepth(tree) > MAX_DEPTH) {
    complain(c, 'segment/too-deep', { start: 0, end: lastEnd(c) }, { limit: MAX_DEPTH })
  }
  return c.issues.length === 0 ? valid(value) : invalid(...tidy(c.issues))
}

const MOST_ISSUES = 20

/** A character passed over leaves gaps that are no mistakes of their own. */
const FOLLOWS_FROM_UNREADABLE: ReadonlySet<string> = new Set([
  'segment/expected-comparison',
  'segment/missing-connective',
])

function start(issue: Issue): number {
  return issue.at?.kind === 'span' ? issue.at.start : 0
}

/** In the order of the text, one for each place: what follows from a mistake at the same place says nothing new. */
function tidy(issues: readonly Issue[]): Issue[] {
  const seen = new Set<number>()
  const unreadable = issues.some((issue) => issue.code === 'segment/bad-character')
  const first = issues.filter((issue) => {
    if (unreadable && FOLLOWS_FROM_UNREADABLE.has(issue.code)) return false
    const isNew = !seen.has(start(issue))
    seen.add(start(issue))
    return isNew
  })
  first.sort((a, b) => start(a) - start(b))
  const deep = first.findIndex((issue) => issue.code === 'segment/too-deep')
  return first.slice(0, deep === -1 ? MOST_ISSUES : deep + 1)
}

/** Measures may be used above the line that defines them, so their names are collected first. */
function measureNames(tokens: readonly Token[]): string[] {
  return tokens.flatMap((_, i) => (isMeasureLine(tokens, i) ? [tokens[i + 1]?.text ?? ''] : []))
}

function isMeasureLine(tokens: readonly Token[], i: number): boolean {
  const [token, name, equals] = [tokens[i], tokens[i + 1], tokens[i + 2]]
  if (token === undefined || name === undefined || equals === undefined) return false
  return isWord(token, 'measure') && ['word', 'name'].includes(name.kind) && isSymbol(equals, '=')
}

function parseDefinition(c: Cursor): Definition {
  const timeZone = parseTimeZone(c)
  const measures: { readonly name: string; readonly value: Expression }[] = []
  while (isMeasureLine(c.tokens, c.at)) {
    const measure = parseMeasure(c)
    if (measures.some((m) => m.name === measure.name)) {
      const at = c.spans.get(measure)?.get('name') ?? peek(c)
      complain(c, 'segment/measure-twice', at, { name: measure.name })
    }
    measures.push(measure)
  }
  const condition = parseWhole(c)
  const definition: Definition =
    timeZone === undefined
      ? { measures, condition }
      : { measures, condition, timeZone: timeZone.text }
  mark(c, definition, 0)
  if (timeZone !== undefined) {
    c.spans.get(definition)?.set('timeZone', { start: timeZone.start, end: timeZone.end })
  }
  return definition
}

function parseTimeZone(c: Cursor): Token | undefined {
  if (!isWord(peek(c), 'time') || !isWord(peek(c, 1), 'zone')) return undefined
  next(c)
  next(c)
  if (peek(c).kind === 'text') return next(c)
  complain(c, 'segment/expected', peek(c), { expected: ['"Europe/Paris"'], found: peek(c).text })
  return undefined
}

function parseMeasure(c: Cursor): { readonly name: string; readonly value: Expression } {
  const { start } = next(c)
  const nameAt = peek(c)
  let value: Expression = { kind: 'number', value: 0 }
  let name = nameAt.text
  try {
    name = parseName(c)
    next(c)
    c.endsAtLine = true
    value = asExpression(c, parseOr(c))
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    while (!peek(c).firstOnLine && peek(c).kind !== 'end') next(c)
  } finally {
    c.endsAtLine = false
  }
  const measure = mark(c, { name, value }, start)
  c.spans.get(measure)?.set('name', { start: nameAt.start, end: nameAt.end })
  return measure
}

/** Reads conditions until the text ends, so that a missing `and` does not hide later mistakes. */
function parseWhole(c: Cursor): Condition {
  if (peek(c).kind === 'end') {
    complain(c, 'segment/empty', peek(c), {}, 'everyone')
    return { kind: 'everyone' }
  }
  let condition: Condition = { kind: 'everyone' }
  for (let first = true; first || peek(c).kind !== 'end'; first = false) {
    if (!first) complainOfRest(c)
    if (peek(c).kind === 'end') break
    const before = c.at
    try {
      const read = asCondition(c, parseOr(c))
      if (first) condition = read
    } catch (error) {
      if (!(error instanceof Stop)) throw error
      skipToBoundary(c, 0)
    }
    if (c.at === before) next(c)
  }
  return condition
}

function complainOfRest(c: Cursor): void {
  const token = peek(c)
  if (isSymbol(token, ')') || isSymbol(token, ',') || isWord(token, 'and', 'or')) {
    complain(c, 'segment/expected', token, { expected: ['and', 'or'], found: token.text })
    next(c)
    return
  }
  if (isMeasureLine(c.tokens, c.at)) {
    complain(c, 'segment/expected', token, { expected: ['and', 'or'], found: 'measure' })
    for (let i = 0; i < 3; i += 1) next(c)
    return
  }
  const slip = slipOf(token, ['and', 'or'])
  if (slip === undefined) {
    complain(c, 'segment/missing-connective', token, { found: token.text })
    return
  }
  const params = { expected: ['and', 'or'], found: token.text, nearest: slip }
  complain(c, 'segment/expected', token, params, slip)
  next(c)
}
