/** What is measured over a customer's events: counts, sums, the first and the nth, gaps, streaks, shares. */
import type { PeriodUnit } from '../../base/index.ts'
import type { Expression, MeasureFn } from '../tree.ts'
import {
  complain,
  deeper,
  expectSymbol,
  isCall,
  isWord,
  lastEnd,
  mark,
  markPart,
  next,
  peek,
  stopExpecting,
  takeSymbol,
  type Cursor,
} from './cursor.ts'
import { FUNCTIONS, MAX_NTH } from './keywords.ts'
import { readPeriodUnit, readWhole } from './parse-number.ts'
import { parseDots, sourceOf } from './parse-source.ts'
import type { Token } from './token.ts'

/** A function at hand, and how many words its name takes. */
export interface FunctionHere {
  readonly fn: MeasureFn | 'share' | 'net'
  readonly words: 1 | 2
  /** `nth last` */
  readonly fromEnd?: true
}

/** The function over events that begins here; names spelled like one are told apart by the missing parenthesis. */
export function functionHere(c: Cursor): FunctionHere | undefined {
  const token = peek(c)
  if (token.kind !== 'word') return undefined
  const word = token.text.toLowerCase()
  const reserved = Object.hasOwn(FUNCTIONS, word) ? FUNCTIONS[word] : undefined
  if (reserved !== undefined) {
    const isDistinct = word === 'count' && isWord(peek(c, 1), 'distinct')
    return isDistinct ? { fn: 'count distinct', words: 2 } : { fn: reserved, words: 1 }
  }
  if (word === 'median' && isWord(peek(c, 1), 'gap') && isCall(c, 2)) {
    return { fn: 'median gap', words: 2 }
  }
  if (word === 'nth' && isWord(peek(c, 1), 'last') && isCall(c, 2)) {
    return { fn: 'nth', words: 2, fromEnd: true }
  }
  const fn = CALLS.find((name) => name === word)
  return fn !== undefined && isCall(c) ? { fn, words: 1 } : undefined
}

const CALLS = ['median', 'nth', 'gap', 'streak', 'most', 'share', 'net'] as const

/** Where a function has the property of its rows: `sum(purchase.amount)`, `first(purchase).amount`. */
const PROPERTY_PLACE: Readonly<Record<FunctionHere['fn'], 'inside' | 'after' | 'maybe' | 'none'>> =
  {
    count: 'none',
    'count distinct': 'inside',
    sum: 'inside',
    avg: 'inside',
    min: 'inside',
    max: 'inside',
    median: 'inside',
    first: 'after',
    last: 'after',
    nth: 'after',
    gap: 'none',
    'median gap': 'none',
    streak: 'none',
    most: 'none',
    share: 'maybe',
    net: 'inside',
  }

/** Reads the function that `functionHere` found. */
export function parseMeasure(c: Cursor, { fn, words, fromEnd }: FunctionHere): Expression {
  const { start } = peek(c)
  for (let i = 0; i < words; i += 1) next(c)
  if (c.filters > 0) {
    const span = { start, end: lastEnd(c) }
    complain(c, 'segment/not-in-where', span, { found: `${fn}(...)` })
  }
  expectSymbol(c, '(')
  return deeper(c, () => {
    const n = fn === 'nth' ? readNth(c) * (fromEnd === true ? -1 : 1) : undefined
    const dots = parseDots(c)
    const place = PROPERTY_PLACE[fn]
    if (place === 'inside' && dots.length < 2) stopExpecting(c, ['.'])
    const isInside = place === 'inside' || (place === 'maybe' && dots.length > 1)
    const inside = isInside ? dots.pop() : undefined
    let per: PeriodUnit | undefined
    let key: Token | undefined
    const readPer = { word: 'by', read: () => (per = readPeriodUnit(c)) }
    const readKey = { word: 'by', read: () => (key = propertyName(c)) }
    const clause = fn === 'streak' ? readPer : fn === 'most' ? readKey : undefined
    const source = sourceOf(c, dots, clause)
    expectSymbol(c, ')')
    const property = place === 'after' ? propertyAfter(c) : (inside ?? key)
    const node = measureNode(fn, {
      source,
      ...(property === undefined ? {} : { property: property.text }),
      ...(n === undefined ? {} : { n }),
      ...(per === undefined ? {} : { per }),
    })
    mark(c, node, start)
    if (property !== undefined) markPart(c, node, 'property', property)
    return node
  })
}

type Parts = Omit<Extract<Expression, { kind: 'measure' }>, 'kind' | 'fn'>

function measureNode(fn: FunctionHere['fn'], parts: Parts): Expression {
  const { source, property } = parts
  if (fn === 'net') return { kind: 'net', source, property: property ?? '' }
  if (fn !== 'share') return { kind: 'measure', fn, ...parts }
  return property === undefined ? { kind: 'share', source } : { kind: 'share', source, property }
}

/** The number of `nth(2, purchase)` and the comma after it. */
function readNth(c: Cursor): number {
  const n = readWhole(c, { low: 1, high: MAX_NTH })
  expectSymbol(c, ',')
  return n
}

function propertyAfter(c: Cursor): Token | undefined {
  return takeSymbol(c, '.') ? propertyName(c) : undefined
}

/** After a dot, or `by`, any word is a name. */
function propertyName(c: Cursor): Token {
  const token = peek(c)
  if (token.kind !== 'word' && token.kind !== 'name') stopExpecting(c, ['name'])
  return next(c)
}
