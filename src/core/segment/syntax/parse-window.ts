/** Windows: `last 30 days`, `this month`, `since 2026-01-01`, `between 24 and 12 months ago`. */
import type { PeriodUnit, RollingUnit, TimePoint, Window } from '../../base/index.ts'
import {
  complain,
  isWord,
  mark,
  markPart,
  next,
  peek,
  slipOf,
  stopExpecting,
  takeWord,
  type Cursor,
} from './cursor.ts'
import { DURATION_UNITS, MAX_COUNTS, ROLLING_UNITS, unitOf } from './keywords.ts'
import { readPeriodUnit } from './parse-number.ts'
import type { Token } from './token.ts'

const EXPECTED = [
  'last 30 days',
  'today',
  'this month',
  'previous 3 weeks',
  'since 2026-01-31',
  'between 2026-01-01 and 2026-03-31',
  'between 24 and 12 months ago',
]

const STARTERS = 'today yesterday this last previous since before between'.split(' ')

/** A window, marked with its place. */
export function parseWindow(c: Cursor): Window {
  const { start } = peek(c)
  const window = readWindow(c)
  const timeZone = readZone(c)
  if (timeZone === undefined) return mark(c, window, start)
  const zoned = mark(c, { ...window, timeZone: timeZone.text }, start)
  markPart(c, zoned, 'timeZone', timeZone)
  return zoned
}

/** After `within` also what lies ahead: `next 7 days`, `next month`, `tomorrow`. */
export function parseStretch(c: Cursor): Window {
  const { start } = peek(c)
  const ahead = readAhead(c)
  if (ahead === undefined) return parseWindow(c)
  // Only where periods begin and end depends on the zone.
  if (ahead.kind === 'ahead') return mark(c, ahead, start)
  const timeZone = readZone(c)
  if (timeZone === undefined) return mark(c, ahead, start)
  const zoned = mark(c, { ...ahead, timeZone: timeZone.text }, start)
  markPart(c, zoned, 'timeZone', timeZone)
  return zoned
}

function readAhead(c: Cursor): Window | undefined {
  if (takeWord(c, 'tomorrow')) return { kind: 'following', unit: 'day' }
  if (!takeWord(c, 'next')) return undefined
  if (peek(c).kind !== 'number') return { kind: 'following', unit: readPeriodUnit(c) }
  const token = readCount(c)
  const word = peek(c)
  const unit = word.kind === 'word' ? unitOf(word.text, DURATION_UNITS) : undefined
  if (unit === undefined) {
    return stopExpecting(
      c,
      DURATION_UNITS.map((u) => `${u}s`),
    )
  }
  next(c)
  checkCount(c, token, unit)
  return { kind: 'ahead', count: token.value, unit }
}

/** `in time zone "Asia/Tokyo"`: the calendar of this window only. */
function readZone(c: Cursor): Token | undefined {
  if (!isWord(peek(c), 'in') || !isWord(peek(c, 1), 'time')) return undefined
  next(c)
  next(c)
  if (!takeWord(c, 'zone')) stopExpecting(c, ['zone'])
  if (peek(c).kind !== 'text') stopExpecting(c, ['"Europe/Paris"'])
  return next(c)
}

function readWindow(c: Cursor): Window {
  const token = peek(c)
  if (token.kind !== 'word') stopExpecting(c, EXPECTED)
  switch (token.text.toLowerCase()) {
    case 'today':
      next(c)
      return { kind: 'current', unit: 'day' }
    case 'yesterday':
      next(c)
      return { kind: 'previous', count: 1, unit: 'day' }
    case 'this':
      next(c)
      return { kind: 'current', unit: readPeriodUnit(c) }
    case 'last':
      next(c)
      return peek(c).kind === 'number' ? readLast(c) : readPrevious(c)
    case 'previous':
      next(c)
      return readPrevious(c)
    case 'since':
      next(c)
      return { kind: 'since', from: readPoint(c) }
    case 'before':
      next(c)
      return { kind: 'before', to: readPoint(c) }
    case 'between':
      next(c)
      return readBetween(c)
    default:
      return stopExpecting(c, EXPECTED, slipOf(token, STARTERS))
  }
}

function readCount(c: Cursor): Token {
  const token = peek(c)
  if (token.kind !== 'number') stopExpecting(c, ['30'])
  return next(c)
}

/** Complains of a count that is not whole, or reaches further back than a hundred years. */
function checkCount(c: Cursor, token: Token, unit: RollingUnit | PeriodUnit): void {
  const limit = MAX_COUNTS[unit]
  if (Number.isInteger(token.value) && token.value >= 1 && token.value <= limit) return
  complain(c, 'segment/window-count', token, { found: token.text, limit })
}

function readRollingUnit(c: Cursor): (typeof ROLLING_UNITS)[number] {
  const token = peek(c)
  const unit = token.kind === 'word' ? unitOf(token.text, ROLLING_UNITS) : undefined
  if (unit === undefined)
    return stopExpecting(
      c,
      ROLLING_UNITS.map((u) => `${u}s`),
    )
  next(c)
  return unit
}

function readLast(c: Cursor): Window {
  const last = c.tokens[c.at - 1] ?? peek(c)
  const token = readCount(c)
  const count = token.value
  if (isWord(peek(c), 'calendar')) {
    next(c)
    if (!takeWord(c, 'day', 'days')) stopExpecting(c, ['days'])
    checkCount(c, token, 'day')
    return { kind: 'calendarDays', count }
  }
  const quarters = peek(c)
  if (isWord(quarters, 'quarter', 'quarters')) {
    next(c)
    const span = { start: last.start, end: quarters.end }
    complain(c, 'segment/rolling-unit', span, { count }, `previous ${count} quarters`)
    return { kind: 'previous', count, unit: 'quarter' }
  }
  const unit = readRollingUnit(c)
  checkCount(c, token, unit)
  return { kind: 'rolling', count, unit }
}

function readPrevious(c: Cursor): Window {
  const token = peek(c).kind === 'number' ? readCount(c) : undefined
  const unit = readPeriodUnit(c)
  if (token !== undefined) checkCount(c, token, unit)
  return { kind: 'previous', count: token?.value ?? 1, unit }
}

function readPoint(c: Cursor): TimePoint {
  const token = peek(c)
  if (token.kind !== 'date' && token.kind !== 'instant') {
    return stopExpecting(c, ['2026-01-31', '2026-01-31T10:00Z'])
  }
  next(c)
  return token.kind === 'date'
    ? { kind: 'date', date: token.text }
    : { kind: 'instant', at: token.value }
}

function readBetween(c: Cursor): Window {
  if (peek(c).kind !== 'number') {
    const from = readPoint(c)
    if (!takeWord(c, 'and')) stopExpecting(c, ['and'])
    return { kind: 'between', from, to: readPoint(c) }
  }
  const far = readCount(c)
  if (!takeWord(c, 'and')) stopExpecting(c, ['and'])
  const near = readCount(c)
  const unit = readRollingUnit(c)
  if (!takeWord(c, 'ago')) stopExpecting(c, ['ago'])
  checkCount(c, far, unit)
  checkCount(c, near, unit)
  return { kind: 'ago', far: far.value, near: near.value, unit }
}
