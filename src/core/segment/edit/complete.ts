/** What may be written at the caret: names, words of the language, known values. */
import type { CategoryNode, Property } from '../../catalog/index.ts'
import { CALENDAR_PARTS } from '../syntax/keywords.ts'
import { lex } from '../syntax/lex.ts'
import { printName, quote } from '../syntax/print.ts'
import type { Token } from '../syntax/token.ts'
import { callSuggestions, clauseAfterEvent, events } from './call.ts'
import {
  isSource,
  isSymbol,
  isWord,
  openParentheses,
  own,
  propertiesAt,
  propertyBefore,
  rowsAt,
  rowsBeforeDot,
  sourceStart,
} from './place.ts'
import {
  entry,
  WINDOWS,
  WINDOWS_AHEAD,
  words,
  type CompleteContext,
  type Suggestion,
} from './suggestion.ts'

export type { Suggestion, SuggestionKind } from './suggestion.ts'

/** The stretch of text that a choice replaces, and the choices. */
export interface Completion {
  readonly from: number
  readonly to: number
  readonly suggestions: readonly Suggestion[]
}

/** Suggestions at an offset of the text, those that begin as written first. Cost: length of the text. */
export function complete(text: string, offset: number, context: CompleteContext): Completion {
  const { tokens, comments } = lex(text)
  const nothing = { from: offset, to: offset, suggestions: [] }
  if (comments.some((c) => c.start < offset && offset <= c.end)) return nothing
  const touched = tokens.find((t) => t.kind !== 'symbol' && t.start < offset && offset <= t.end)
  const before = tokens.filter((t) => t.kind !== 'end' && t.end <= (touched?.start ?? offset))
  const isText = touched?.kind === 'text'
  if (touched?.kind === 'number' || touched?.kind === 'date') return nothing
  const from = touched?.start ?? offset
  const typed = text
    .slice(from, offset)
    .replace(/^["'`]/, '')
    .toLowerCase()
  const all = suggestionsAfter(before, context, isText)
  const starts = (s: Suggestion): boolean => s.label.toLowerCase().startsWith(typed)
  const holds = (s: Suggestion): boolean =>
    s.label.toLowerCase().includes(typed) || (s.detail ?? '').toLowerCase().includes(typed)
  const suggestions = [...all.filter(starts), ...all.filter((s) => !starts(s) && holds(s))]
  return { from, to: isText ? (touched?.end ?? offset) : offset, suggestions }
}

function suggestionsAfter(
  before: readonly Token[],
  context: CompleteContext,
  isText: boolean,
): readonly Suggestion[] {
  const last = before.at(-1)
  if (isWord(last, 'segment')) {
    return (context.segments ?? []).map((key) => ({
      kind: 'segment',
      label: key,
      insert: quote(key),
    }))
  }
  const special = callSuggestions(before, context)
  if (special !== undefined) return special
  const values = valuesAfter(before, context)
  if (values.length > 0 || isText) return values
  if (isSymbol(last, '.')) return namesAfterDot(before.slice(0, -1), context)
  const open = openParentheses(before).at(-1)
  const inSource = open !== undefined && isSource(before, open)
  if (inSource && sourceStart(before, open) === before.length) return events(context)
  if (isWord(last, 'within')) return [...WINDOWS, ...WINDOWS_AHEAD]
  if (inSource && isSymbol(last, ',')) return WINDOWS
  if (isEndOfValue(before)) return operators(before, context, inSource)
  return starters(before, context)
}

function namesAfterDot(before: readonly Token[], context: CompleteContext): readonly Suggestion[] {
  const rows = rowsBeforeDot(before, context)
  if (rows === undefined) return []
  const properties = propertiesAt(rows, context).map((p) => entry('property', p, context))
  if (rows.element !== undefined || isSymbol(before.at(-1), ')')) return properties
  const elements = Object.values(rows.event.elements).map((e) => entry('element', e, context))
  return [...properties, ...elements]
}

/** Known values where a text belongs: after a comparison, in a list, under a category. */
function valuesAfter(before: readonly Token[], context: CompleteContext): readonly Suggestion[] {
  const open = openParentheses(before).at(-1)
  const isList = open !== undefined && (open.word === 'in' || isWord(before[open.at - 2], 'has'))
  const listWords = open?.word === 'in' ? (isWord(before[open.at - 2], 'not') ? 2 : 1) : 2
  const last = before.at(-1)
  let ofTokens: readonly Token[]
  if (isList) ofTokens = before.slice(0, open.at - listWords)
  else if (isSymbol(last, '=') || isSymbol(last, '!=')) ofTokens = before.slice(0, -1)
  else if (isWord(last, 'under', 'contains', 'matches')) ofTokens = before.slice(0, -1)
  else return []
  if (isList && !isSymbol(last, '(') && !isSymbol(last, ',')) return []
  const property = propertyBefore(ofTokens, context)
  if (property === undefined) return []
  if (property.type === 'boolean') return words('value', 'true', 'false')
  return [
    ...(property.values ?? []).map((v): Suggestion => ({
      kind: 'value',
      label: v,
      insert: quote(v),
    })),
    ...categories(own(context.catalogue.trees, property.tree ?? '') ?? [], context),
  ]
}

function categories(nodes: readonly CategoryNode[], context: CompleteContext): Suggestion[] {
  return nodes.flatMap((node) => [
    { ...entry('value', node, context), insert: quote(node.name) },
    ...categories(node.children, context),
  ])
}

function isEndOfValue(before: readonly Token[]): boolean {
  const last = before.at(-1)
  if (last === undefined) return false
  if (['number', 'text', 'date', 'instant', 'name'].includes(last.kind)) return true
  if (last.kind === 'symbol') return last.text === ')'
  return !isWord(last, ...OPENERS)
}

/** Words after which a value or condition begins. */
const OPENERS = 'and or not where between since before under contains with matches in of by'.split(
  ' ',
)

const LIKE = ['contains ', 'starts with ', 'ends with ', 'matches ']
const TEXT_OPERATORS = ['= ', '!= ', 'in (', 'not in (', ...LIKE]
const ORDER_OPERATORS = ['= ', '!= ', '> ', '>= ', '< ', '<= ', 'between ']
const PRESENCE = ['is known', 'is missing']

function operators(
  before: readonly Token[],
  context: CompleteContext,
  inSource: boolean,
): readonly Suggestion[] {
  const property = propertyBefore(before, context)
  const last = before.at(-1)
  const afterEvent = inSource && own(context.catalogue.events, last?.text ?? '') !== undefined
  if (afterEvent) return words('word', 'where ', ...clauseAfterEvent(before))
  const joins = words('word', 'and ', 'or ')
  const isDone = isWord(last, 'true', 'false', 'known', 'missing', 'everyone')
  const isValue = last?.kind === 'word' || last?.kind === 'name' || isSymbol(last, ')')
  const lasting = rowsAt(before, context) === undefined && !inSource
  if (isDone || !isValue)
    return lasting ? [...joins, ...words('word', 'for at least 90 days')] : joins
  return [...words('word', ...operatorsOf(property)), ...joins]
}

function operatorsOf(property: Property | undefined): readonly string[] {
  switch (property?.type) {
    case undefined:
    case 'number':
    case 'money':
      return [...ORDER_OPERATORS, ...PRESENCE]
    case 'date':
    case 'instant':
      return [...ORDER_OPERATORS, 'within ', ...PRESENCE]
    case 'list':
      return ['has any (', 'has all (', 'has none (', ...LIKE, ...PRESENCE]
    case 'boolean':
      return ['= ', ...PRESENCE]
    case 'geo':
      return PRESENCE
    case 'category':
      return ['under ', ...TEXT_OPERATORS, ...PRESENCE]
    default:
      return [...TEXT_OPERATORS, ...PRESENCE]
  }
}

/** What a condition or value may begin with here. */
function starters(before: readonly Token[], context: CompleteContext): readonly Suggestion[] {
  const rows = rowsAt(before, context)
  if (rows !== undefined) {
    const elements = rows.element === undefined ? Object.values(rows.event.elements) : []
    return [
      ...propertiesAt(rows, context).map((p) => entry('property', p, context)),
      ...elements.flatMap((e) => words('word', `any ${printName(e.name)} (`)),
      ...words('word', 'not ', 'event time ', ...PARTS),
    ]
  }
  return [
    ...propertiesAt(undefined, context).map((p) => entry('trait', p, context)),
    ...Object.keys(context.measures).map((name): Suggestion => {
      return { kind: 'measure', label: name, insert: printName(name) }
    }),
    ...words('word', ...FUNCTIONS, ...PARTS, ...QUESTIONS),
  ]
}

const spaced = (list: string): readonly string[] =>
  list.split(' ').map((w) => w.replaceAll('·', ' '))
const FUNCTIONS = spaced(
  'any( count( sum( avg( min( max( median( count·distinct( first( last( nth(2,· nth·last(2,· days·since· age tenure ' +
    'gap( median·gap( streak( most( share( net( trend( score( bucket( distance(',
)
const PARTS = CALENDAR_PARTS.map((part) => `${part} of `)
const QUESTIONS = spaced(
  'not· at·least·2·of·( in·segment· in·list· everyone rank( sequence( regular( stopped( restarted( consent( ' +
    'birthday·within· anniversary·of·',
)
