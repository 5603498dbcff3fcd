/** Values that are no measure over events: trends, scores, buckets, distances. */
import type { Expression } from '../tree.ts'
import {
  complain,
  deeper,
  expectSymbol,
  isCall,
  lastEnd,
  mark,
  next,
  peek,
  stopExpecting,
  takeSymbol,
  takeWord,
  type Cursor,
} from './cursor.ts'
import { MAX_PERIODS } from './keywords.ts'
import { asExpression } from './node.ts'
import { readPeriodUnit, readSigned, readWhole } from './parse-number.ts'
import { parseNames } from './parse-source.ts'

type Reader = (c: Cursor) => Expression

/** By word; each reads what stands in its parentheses. Those of customers are refused in filters. */
const READERS: Readonly<Record<string, { readonly read: Reader; readonly ofCustomer: boolean }>> = {
  trend: { read: readTrend, ofCustomer: true },
  score: { read: readScore, ofCustomer: true },
  bucket: { read: readBucket, ofCustomer: true },
  distance: { read: readDistance, ofCustomer: false },
}

/** Reads the function that begins here, if one does. */
export function parseFunction(c: Cursor): Expression | undefined {
  const token = peek(c)
  const word = token.text.toLowerCase()
  const reader = Object.hasOwn(READERS, word) ? READERS[word] : undefined
  if (token.kind !== 'word' || reader === undefined || !isCall(c)) return undefined
  next(c)
  if (reader.ofCustomer && c.filters > 0) {
    complain(c, 'segment/not-in-where', token, { found: `${word}(...)` })
  }
  next(c)
  const { endsAtLine } = c
  c.endsAtLine = false
  const node = deeper(c, reader.read)
  expectSymbol(c, ')')
  c.endsAtLine = endsAtLine
  // Only now is the closing parenthesis behind us.
  const span = c.spans.get(node)
  span?.set('', { start: token.start, end: lastEnd(c) })
  return node
}

function readTrend(c: Cursor): Expression {
  const { start } = peek(c)
  const of = asExpression(c, c.readNode(c))
  expectSymbol(c, ',')
  if (!takeWord(c, 'last', 'previous')) stopExpecting(c, ['last 6 months'])
  const count = readWhole(c, { low: 2, high: MAX_PERIODS })
  return mark(c, { kind: 'trend', of, count, unit: readPeriodUnit(c) }, start)
}

function readScore(c: Cursor): Expression {
  const names = parseNames(c)
  const [first, last] = [names[0], names.at(-1)]
  const name = names.map((token) => token.text).join('.')
  const node = mark(c, { kind: 'score' as const, name }, first?.start ?? 0)
  c.spans.get(node)?.set('name', { start: first?.start ?? 0, end: last?.end ?? 0 })
  return node
}

function readBucket(c: Cursor): Expression {
  const token = peek(c)
  if (token.kind !== 'text') stopExpecting(c, ['"..."'])
  next(c)
  return mark(c, { kind: 'bucket', salt: token.text }, token.start)
}

function readDistance(c: Cursor): Expression {
  const { start } = peek(c)
  const of = asExpression(c, c.readNode(c))
  expectSymbol(c, ',')
  if (!takeSymbol(c, '(')) stopExpecting(c, ['(38.72, -9.14)'])
  const latitude = readSigned(c, { low: -90, high: 90 })
  expectSymbol(c, ',')
  const longitude = readSigned(c, { low: -180, high: 180 })
  expectSymbol(c, ')')
  return mark(c, { kind: 'distance', of, to: { latitude, longitude } }, start)
}
