/** Tree to canonical text: what the formatter writes and what `parse` reads back as the same tree. */
import { never } from '../../base/index.ts'
import type { TimePoint, Window } from '../../base/index.ts'
import type { Condition, Definition, Expression, Literal, RankBand, Source, Span } from '../tree.ts'
import { printInstant } from './calendar-text.ts'
import {
  concat,
  group,
  HARD_LINE,
  indent,
  joinDocs,
  layOut,
  LINE,
  SOFT_LINE,
  type Doc,
} from './doc.ts'
import { isPlainName } from './keywords.ts'
import { isCondition } from '../walk.ts'

const WIDTH = 80

/** The canonical text of a definition; one line for the condition when it fits in 80 characters. */
export function print(definition: Definition): string {
  const head: Doc[] = []
  if (definition.timeZone !== undefined) {
    head.push(`time zone ${quote(definition.timeZone)}`, HARD_LINE)
  }
  for (const measure of definition.measures) {
    head.push(`measure ${printName(measure.name)} = `, group(value(measure.value)), HARD_LINE)
  }
  return layOut(concat(...head, group(condition(definition.condition))), WIDTH)
}

/** The text of one condition or value, as it would stand in a definition, on one line however long. */
export function printNode(node: Condition | Expression): string {
  return layOut(group(isCondition(node) ? condition(node) : value(node)), Number.POSITIVE_INFINITY)
}

/** A name, between backticks when it needs them. */
export function printName(name: string): string {
  return isPlainName(name) ? name : `\`${name.replaceAll('`', '``')}\``
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

/** A text literal. Control characters and line separators are escaped, so that text stays on its line. */
export function quote(text: string): string {
  const escaped = text.replaceAll(/["\\\p{Cc}\u2028\u2029]/gu, (char) => {
    return ESCAPES[char] ?? `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`
  })
  return `"${escaped}"`
}

/** Something in parentheses that opens up when it does not fit. */
function parenthesized(inner: Doc): Doc {
  return group('(', indent(SOFT_LINE, inner), SOFT_LINE, ')')
}

function condition(node: Condition): Doc {
  switch (node.kind) {
    case 'everyone':
      return 'everyone'
    case 'and':
    case 'or':
      return joinDocs(
        node.of.map((part) => inGroup(part, node.kind)),
        concat(LINE, `${node.kind} `),
      )
    case 'not':
      return concat('not ', inGroup(node.of, 'not'))
    case 'atLeast':
      return concat(
        `at least ${node.count} of `,
        parenthesized(joinDocs(node.of.map(condition), concat(',', LINE))),
      )
    case 'compare':
      return concat(group(value(node.left)), ` ${node.op} `, group(value(node.right)))
    case 'between':
      return concat(value(node.value), ' between ', value(node.low), ' and ', value(node.high))
    case 'in':
      return concat(
        value(node.value),
        node.negated ? ' not in ' : ' in ',
        filled(node.options.map(printLiteral)),
      )
    case 'text':
      return concat(value(node.value), ` ${node.op} ${quote(node.text)}`)
    case 'list':
      return concat(value(node.value), ` ${node.op} `, filled(node.options.map(quote)))
    case 'presence':
      return concat(value(node.value), node.missing ? ' is missing' : ' is known')
    case 'under':
      return concat(value(node.value), ` under ${quote(node.category)}`)
    case 'within':
      return concat(momentOf(node), ` within ${printWindow(node.window)}`)
    case 'any':
      return concat('any', parenthesized(source(node.source)))
    case 'anyElement':
      return concat(`any ${printName(node.element)} `, parenthesized(condition(node.where)))
    case 'inSegment':
      return `in segment ${quote(node.segment)}`
    default:
      return question(node)
  }
}

type Question = Extract<
  Condition,
  {
    kind:
      | 'inList'
      | 'consent'
      | 'rank'
      | 'sequence'
      | 'stateFor'
      | 'anniversary'
      | 'regular'
      | 'stopped'
      | 'restarted'
  }
>

/** Questions with a grammar of their own. */
function question(node: Question): Doc {
  switch (node.kind) {
    case 'inList':
      return `in list ${quote(node.list)}`
    case 'consent':
      return `consent(${printName(node.channel)}, ${printName(node.purpose)})`
    case 'rank':
      return concat('rank', parenthesized(value(node.value)), ` in ${printBand(node.band)}`)
    case 'sequence':
      return concat('sequence', parenthesized(sequence(node)))
    case 'stateFor':
      return concat(lasting(node.condition), ` for ${node.op} ${printSpan(node.duration)}`)
    case 'anniversary': {
      const what =
        node.of === undefined ? 'birthday' : concat('anniversary of ', group(value(node.of)))
      return concat(what, ` within ${node.direction} ${counted(node.days, 'day')}`)
    }
    case 'regular': {
      const often = `at least ${node.count} of last ${counted(node.of, node.unit)}`
      return concat('regular', parenthesized(concat(source(node.source), ',', LINE, often)))
    }
    case 'stopped':
    case 'restarted': {
      const span = printSpan(node.duration)
      return concat(node.kind, parenthesized(concat(source(node.source), ',', LINE, span)))
    }
    default:
      return never(node)
  }
}

/** Before `last 7 days`, a value named like the word `birthday` is set apart from the customer's birthday. */
function momentOf({ value: of, window }: Extract<Condition, { kind: 'within' }>): Doc {
  const isName = of.kind === 'trait' || of.kind === 'property' || of.kind === 'named'
  const isCounted = ['rolling', 'calendarDays', 'ahead', 'following'].includes(window.kind)
  const isClash = isName && isCounted && of.name.toLowerCase() === 'birthday'
  return isClash ? `\`${of.name}\`` : value(of)
}

/** What must have held for a time: a single question, or a group in parentheses. */
function lasting(node: Condition): Doc {
  const isOne = !['and', 'or', 'not', 'stateFor'].includes(node.kind)
  return isOne ? condition(node) : parenthesized(condition(node))
}

function sequence(node: Extract<Condition, { kind: 'sequence' }>): Doc {
  const steps = node.steps.map((step) => {
    const within = step.within === undefined ? '' : ` within ${printSpan(step.within)}`
    return concat(step.negated ? 'then not ' : 'then ', group(source(step.source)), within)
  })
  const window = node.window === undefined ? [] : [printWindow(node.window)]
  return joinDocs([group(source(node.first)), ...steps, ...window], concat(',', LINE))
}

/** `top 10%`, `percentiles 90 to 95`. */
function printBand(band: RankBand): string {
  if (band.kind !== 'quantile') {
    return `${band.kind} ${band.count}${band.of === 'percent' ? '%' : ''}`
  }
  const name = QUANTILE_NAMES[band.parts]
  return band.from === band.to ? `${name} ${band.from}` : `${name}s ${band.from} to ${band.to}`
}

const QUANTILE_NAMES = { 4: 'quartile', 5: 'quintile', 10: 'decile', 100: 'percentile' } as const

function printSpan(span: Span): string {
  return counted(span.count, span.unit)
}

function filled(parts: readonly string[]): Doc {
  return parenthesized({ kind: 'fill', parts })
}

/** `and` binds tighter than `or`; a group inside a group of its own kind keeps its parentheses. */
function inGroup(node: Condition, outer: 'and' | 'or' | 'not'): Doc {
  const needs = node.kind === 'or' || (node.kind === 'and' && outer !== 'or')
  return needs ? parenthesized(condition(node)) : condition(node)
}

function source(node: Source, { property, by }: { property?: string; by?: string } = {}): Doc {
  const names = [node.element, property].filter((name) => name !== undefined)
  const parts: Doc[] = [[printEvent(node.event), ...names.map(printName)].join('.')]
  if (node.where !== undefined) parts.push(indent(LINE, 'where ', indent(condition(node.where))))
  if (by !== undefined) parts.push(indent(LINE, `by ${by}`))
  if (node.window !== undefined) parts.push(',', LINE, printWindow(node.window))
  return concat(...parts)
}

/** `email_*` is all kinds of events whose names begin so, `*` is all of them. */
function printEvent(event: string): string {
  if (!event.endsWith('*')) return printName(event)
  const prefix = event.slice(0, -1)
  return prefix === '' ? '*' : `${printName(prefix)}*`
}

function value(node: Expression): Doc {
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'boolean':
    case 'date':
    case 'instant':
    case 'duration':
    case 'length':
      return printLiteral(node)
    case 'trait':
    case 'property':
    case 'named':
      return printName(node.name)
    case 'age':
    case 'tenure':
      return node.kind
    case 'measure':
      return measure(node)
    case 'share':
    case 'net':
      return concat(node.kind, parenthesized(source(node.source, propertyIn(node))))
    case 'trend': {
      const periods = `last ${counted(node.count, node.unit)}`
      return concat('trend', parenthesized(concat(value(node.of), ',', LINE, periods)))
    }
    case 'score':
      return `score(${node.name.split('.').map(printName).join('.')})`
    case 'bucket':
      return `bucket(${quote(node.salt)})`
    case 'distance': {
      const point = `(${node.to.latitude}, ${node.to.longitude})`
      return concat('distance', parenthesized(concat(value(node.of), ',', LINE, point)))
    }
    case 'daysSince':
      return concat('days since ', operand(node.of, 4))
    case 'calendarPart':
      return concat(`${node.part} of `, operand(node.of, 4))
    case 'eventTime':
      return 'event time'
    case 'negate':
      return concat(
        '-',
        node.of.kind === 'number' ? parenthesized(value(node.of)) : operand(node.of, 4),
      )
    case 'arithmetic': {
      const rank = RANKS[node.op]
      const right = operand(node.right, rank + 1)
      return concat(operand(node.left, rank), ` ${node.op}`, indent(LINE, right))
    }
    default:
      return never(node)
  }
}

function measure(node: Extract<Expression, { kind: 'measure' }>): Doc {
  const after = node.property === undefined ? '' : `.${printName(node.property)}`
  switch (node.fn) {
    case 'first':
    case 'last':
      return concat(node.fn, parenthesized(source(node.source)), after)
    case 'nth': {
      const n = node.n ?? 1
      const rows = concat(`${Math.abs(n)},`, LINE, source(node.source))
      return concat(n < 0 ? 'nth last' : 'nth', parenthesized(rows), after)
    }
    case 'streak':
      return concat('streak', parenthesized(source(node.source, { by: node.per ?? 'month' })))
    case 'most':
      return concat(
        'most',
        parenthesized(source(node.source, { by: printName(node.property ?? '') })),
      )
    default:
      return concat(node.fn, parenthesized(source(node.source, propertyIn(node))))
  }
}

function propertyIn({ property }: { readonly property?: string }): { property?: string } {
  return property === undefined ? {} : { property }
}

const RANKS = { '+': 1, '-': 1, '*': 2, '/': 2 } as const

/** In parentheses when it binds looser than `rank`: 1 sums, 2 products, 3 with a minus, 4 after a minus. */
function operand(node: Expression, rank: number): Doc {
  const own = node.kind === 'arithmetic' ? RANKS[node.op] : node.kind === 'negate' ? 3 : 5
  // A negative number after an operator is fine; after another minus it must be set apart.
  const isNegative = node.kind === 'number' && node.value < 0 && rank === 4
  return own < rank || isNegative ? parenthesized(value(node)) : value(node)
}

/** A literal as written in a definition. */
export function printLiteral(literal: Literal): string {
  switch (literal.kind) {
    case 'number': {
      const currency = literal.currency === undefined ? '' : ` ${literal.currency}`
      return `${literal.value}${literal.percent === true ? '%' : currency}`
    }
    case 'text':
      return quote(literal.value)
    case 'boolean':
      return String(literal.value)
    case 'date':
      return literal.value
    case 'instant':
      return printInstant(literal.value)
    case 'duration':
      return counted(literal.count, literal.unit)
    case 'length':
      return `${literal.count} ${literal.unit}`
    default:
      return never(literal)
  }
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** A window as written in a definition. */
export function printWindow(window: Window): string {
  const zone = window.timeZone === undefined ? '' : ` in time zone ${quote(window.timeZone)}`
  return printStretch(window) + zone
}

function printStretch(window: Window): string {
  switch (window.kind) {
    case 'rolling':
      return `last ${counted(window.count, window.unit)}`
    case 'calendarDays':
      return `last ${window.count} calendar ${window.count === 1 ? 'day' : 'days'}`
    case 'current':
      return window.unit === 'day' ? 'today' : `this ${window.unit}`
    case 'previous':
      if (window.count > 1) return `previous ${counted(window.count, window.unit)}`
      return window.unit === 'day' ? 'yesterday' : `last ${window.unit}`
    case 'since':
      return `since ${printPoint(window.from)}`
    case 'before':
      return `before ${printPoint(window.to)}`
    case 'between':
      return `between ${printPoint(window.from)} and ${printPoint(window.to)}`
    case 'ago':
      return `between ${window.far} and ${window.near} ${window.unit}s ago`
    // Not part of the text language: what `regular` and `trend` become when they are bound.
    case 'period':
      return `${window.unit} ${window.back} before this one`
    case 'ahead':
      return `next ${counted(window.count, window.unit)}`
    case 'following':
      return window.unit === 'day' ? 'tomorrow' : `next ${window.unit}`
    default:
      return never(window)
  }
}

function printPoint(point: TimePoint): string {
  return point.kind === 'date' ? point.date : printInstant(point.at)
}
