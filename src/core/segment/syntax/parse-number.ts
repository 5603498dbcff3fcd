/** Numbers and units where nothing else may stand: counts, percentages, degrees, spans of time. */
import type { PeriodUnit } from '../../base/index.ts'
import type { Span as TimeSpan } from '../tree.ts'
import { complain, isSymbol, next, peek, stopExpecting, type Cursor } from './cursor.ts'
import { DURATION_UNITS, MAX_NUMBER, PERIOD_UNITS, unitOf } from './keywords.ts'
import type { Span } from './token.ts'

/** Both included. */
export interface Bounds {
  readonly low: number
  readonly high: number
}

/** A whole number within bounds; complains of others and reads on. */
export function readWhole(c: Cursor, { low, high }: Bounds): number {
  const token = peek(c)
  if (token.kind !== 'number') stopExpecting(c, [String(Math.max(low, 2))])
  next(c)
  if (!Number.isInteger(token.value)) {
    complain(c, 'segment/whole-number', token, { found: token.text })
  } else checkBounds(c, token, { low, high })
  return token.value
}

/** Complains of a number out of its bounds. */
export function checkBounds(
  c: Cursor,
  token: Span & { readonly value: number; readonly text: string },
  { low, high }: Bounds,
): void {
  if (token.value >= low && token.value <= high) return
  complain(c, 'segment/out-of-range', token, { found: token.text, low, high })
}

/** A number with its sign, such as a latitude. */
export function readSigned(c: Cursor, bounds: Bounds): number {
  const { start } = peek(c)
  const sign = isSymbol(peek(c), '-') ? next(c).text : ''
  const token = peek(c)
  if (token.kind !== 'number') stopExpecting(c, ['38.72'])
  next(c)
  const value = sign === '-' ? 0 - token.value : token.value
  checkBounds(c, { value, text: sign + token.text, start, end: token.end }, bounds)
  return value
}

/** `7 days`: a length of time that is always the same. */
export function readSpan(c: Cursor): TimeSpan {
  const token = peek(c)
  if (token.kind !== 'number') stopExpecting(c, ['7 days'])
  const count = readWhole(c, { low: 1, high: MAX_NUMBER - 1 })
  const word = peek(c)
  const unit = word.kind === 'word' ? unitOf(word.text, DURATION_UNITS) : undefined
  if (unit !== undefined) {
    next(c)
    return { count, unit }
  }
  if (word.kind === 'word' && unitOf(word.text, ['month', 'quarter', 'year']) !== undefined) {
    next(c)
    complain(c, 'segment/calendar-duration', word, { found: word.text })
    return { count, unit: 'day' }
  }
  return stopExpecting(
    c,
    DURATION_UNITS.map((one) => `${one}s`),
  )
}

/** `day`, `months` and their like. */
export function readPeriodUnit(c: Cursor): PeriodUnit {
  const token = peek(c)
  const unit = token.kind === 'word' ? unitOf(token.text, PERIOD_UNITS) : undefined
  if (unit === undefined) return stopExpecting(c, PERIOD_UNITS)
  next(c)
  return unit
}
