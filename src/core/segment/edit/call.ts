/** What may be written inside of the functions and questions that have a grammar of their own. */
import { QUANTILES } from '../syntax/keywords.ts'
import { quote } from '../syntax/print.ts'
import type { Token } from '../syntax/token.ts'
import { isSymbol, isWord, openParentheses, propertiesAt, rowsNamed, type Open } from './place.ts'
import { entry, WINDOWS, words, type CompleteContext, type Suggestion } from './suggestion.ts'

/** Every kind of event. */
export function events(context: CompleteContext): readonly Suggestion[] {
  return Object.values(context.catalogue.events).map((event) => entry('event', event, context))
}

/** What only this function has after the event's name: `by` in a streak, and where values are counted apart. */
export function clauseAfterEvent(before: readonly Token[]): readonly string[] {
  const word = openParentheses(before).at(-1)?.word
  if (word === 'most') return ['by ']
  return word === 'streak' ? ['by month'] : []
}

/** The suggestions at a place that belongs to one of these alone, undefined everywhere else. */
export function callSuggestions(
  before: readonly Token[],
  context: CompleteContext,
): readonly Suggestion[] | undefined {
  const last = before.at(-1)
  if (isWord(last, 'list') && isWord(before.at(-2), 'in')) {
    return (context.lists ?? []).map((name) => ({ kind: 'list', label: name, insert: quote(name) }))
  }
  if (isWord(last, 'for') && before.length > 1 && !isOpener(before.at(-2))) {
    return words('word', 'at least 90 days', 'less than 7 days')
  }
  if (isWord(last, 'within') && isAnniversary(before.slice(0, -1))) {
    return words('window', 'next 7 days', 'last 7 days', 'next 1 day')
  }
  const isIn = isWord(last, 'in')
  if (closes(isIn ? before.slice(0, -1) : before, 'rank')) {
    return words('word', ...BANDS.map((band) => (isIn ? band : `in ${band}`)))
  }
  const open = openParentheses(before).at(-1)
  return open === undefined ? undefined : inside(before, open, context)
}

const BANDS = [
  'top 10%',
  'bottom 10%',
  'top 1000',
  ...Object.entries(QUANTILES).map(([name, parts]) => `${name} ${parts}`),
  'percentiles 90 to 95',
]

function isOpener(token: Token | undefined): boolean {
  return isSymbol(token, '(') || isWord(token, 'and', 'or', 'not')
}

function isAnniversary(before: readonly Token[]): boolean {
  if (isWord(before.at(-1), 'birthday')) return true
  const of = before.findLastIndex((token) => isWord(token, 'of'))
  const isOf = of > 0 && isWord(before[of - 1], 'anniversary')
  return isOf && !before.slice(of).some((token) => isWord(token, 'and', 'or', 'within'))
}

/** True when the tokens end with the closing parenthesis of that function. */
function closes(before: readonly Token[], word: string): boolean {
  if (!isSymbol(before.at(-1), ')')) return false
  return openParentheses(before.slice(0, -1)).at(-1)?.word === word
}

function inside(
  before: readonly Token[],
  open: Open,
  context: CompleteContext,
): readonly Suggestion[] | undefined {
  const last = before.at(-1)
  const isStart = open.at === before.length - 1
  const isComma = isSymbol(last, ',')
  switch (open.word) {
    case 'score':
      return isStart ? scores(context) : undefined
    case 'consent':
      return consents(before, open, context)
    case 'bucket':
      return isStart ? words('value', '"salt"') : undefined
    case 'nth':
      return isStart ? words('value', '2, ') : undefined
    case 'distance':
      return isComma ? words('value', '(38.72, -9.14)') : undefined
    case 'trend':
      return isComma ? words('window', 'last 6 months', 'last 12 weeks') : undefined
    case 'regular':
      return isComma ? words('word', 'at least 3 of last 6 months') : undefined
    case 'stopped':
    case 'restarted':
      return isComma ? words('word', '90 days', '180 days') : undefined
    case 'streak':
      return isWord(last, 'by')
        ? words('word', 'day', 'week', 'month', 'quarter', 'year')
        : undefined
    case 'most':
      return isWord(last, 'by') ? keys(before, open, context) : undefined
    case 'sequence':
      return inSequence(before, open, context)
    default:
      return undefined
  }
}

function inSequence(
  before: readonly Token[],
  open: Open,
  context: CompleteContext,
): readonly Suggestion[] | undefined {
  const last = before.at(-1)
  const isNot = isWord(last, 'not') && isWord(before.at(-2), 'then')
  if (isWord(last, 'then') || isNot) return events(context)
  const rest = before.slice(open.at)
  if (isSymbol(last, ',')) {
    const steps = words('word', 'then ', 'then not ')
    return rest.some((token) => isWord(token, 'then')) ? [...steps, ...WINDOWS] : steps
  }
  if (!isWord(last, 'within')) return undefined
  // In a filter a date may be asked to lie within a window.
  const isFilter = rest.some((token) => isWord(token, 'where'))
  return [...words('word', '1 day', '7 days'), ...(isFilter ? WINDOWS : [])]
}

/** What rows may be counted by. */
function keys(
  before: readonly Token[],
  open: Open,
  context: CompleteContext,
): readonly Suggestion[] | undefined {
  const rows = rowsNamed(before, open.at + 1, context)
  if (rows === undefined) return undefined
  return propertiesAt(rows, context)
    .filter(({ type }) => type !== 'list' && type !== 'geo')
    .map((property) => entry('property', property, context))
}

function scores(context: CompleteContext): readonly Suggestion[] {
  return Object.values(context.catalogue.scores ?? {}).map((score) => ({
    ...entry('score', score, context),
    insert: score.name,
  }))
}

/** Channels first, then the purposes that the catalogue has for that channel. */
function consents(
  before: readonly Token[],
  open: Open,
  context: CompleteContext,
): readonly Suggestion[] {
  const known = Object.values(context.catalogue.traits).flatMap(({ consent }) => consent ?? [])
  const rest = before.slice(open.at + 1)
  const channel = rest[0]?.text
  const names =
    rest.length === 0
      ? known.map((consent) => consent.channel)
      : known.filter((consent) => consent.channel === channel).map((consent) => consent.purpose)
  return rest.length === 1 || rest.length > 2 ? [] : words('value', ...new Set(names))
}
