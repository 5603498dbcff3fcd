/** Questions with a grammar of their own: rank, sequence, regular, stopped, restarted, consent, lists, anniversaries. */
import type { Condition, RankBand, SequenceStep, Source } from '../tree.ts'
import {
  complain,
  deeper,
  expectSymbol,
  isCall,
  isSymbol,
  isWord,
  lastEnd,
  mark,
  markPart,
  next,
  peek,
  stopExpecting,
  takeSymbol,
  takeWord,
  type Cursor,
} from './cursor.ts'
import { MAX_ANNIVERSARY_DAYS, MAX_NUMBER, MAX_PERIODS, QUANTILES } from './keywords.ts'
import { asExpression } from './node.ts'
import { parseName, parseSum } from './parse-expression.ts'
import { checkBounds, readPeriodUnit, readSpan, readWhole } from './parse-number.ts'
import { parseBareSource } from './parse-source.ts'
import { parseWindow } from './parse-window.ts'

/** By word; each reads from after its opening parenthesis to its end. */
const READERS: Readonly<Record<string, (c: Cursor) => Condition>> = {
  rank: readRank,
  sequence: readSequence,
  regular: readRegular,
  stopped: (c) => readLapse(c, 'stopped'),
  restarted: (c) => readLapse(c, 'restarted'),
  consent: readConsent,
}

/** Reads the question that begins here, if it is one of these. */
export function parseQuestion(c: Cursor): Condition | undefined {
  const token = peek(c)
  if (token.kind !== 'word') return undefined
  const word = token.text.toLowerCase()
  if (word === 'birthday' && isWord(peek(c, 1), 'within') && isAnniversary(c, 2)) {
    if (c.filters > 0) complain(c, 'segment/not-in-where', token, { found: 'birthday' })
    next(c)
    return readAnniversary(c, token.start)
  }
  if (word === 'anniversary' && isWord(peek(c, 1), 'of')) {
    next(c)
    next(c)
    const of = asExpression(c, parseSum(c))
    return readAnniversary(c, token.start, of)
  }
  const read = Object.hasOwn(READERS, word) ? READERS[word] : undefined
  if (read === undefined || !isCall(c)) return undefined
  next(c)
  if (c.filters > 0) complain(c, 'segment/not-in-where', token, { found: `${word}(...)` })
  next(c)
  const { endsAtLine } = c
  c.endsAtLine = false
  const node = deeper(c, read)
  c.endsAtLine = endsAtLine
  const end = lastEnd(c)
  c.spans.get(node)?.set('', { start: token.start, end })
  return node
}

/** `next`, or `last` with a number: no window begins like that after a birthday. */
function isAnniversary(c: Cursor, ahead: number): boolean {
  const token = peek(c, ahead)
  return isWord(token, 'next') || (isWord(token, 'last') && peek(c, ahead + 1).kind === 'number')
}

type Anniversary = Extract<Condition, { kind: 'anniversary' }>

function readAnniversary(c: Cursor, start: number, of?: Anniversary['of']): Condition {
  if (!takeWord(c, 'within')) stopExpecting(c, ['within next 7 days', 'within last 7 days'])
  const direction = isWord(peek(c), 'next') ? 'next' : 'last'
  if (!takeWord(c, 'next', 'last')) stopExpecting(c, ['next 7 days', 'last 7 days'])
  const token = peek(c)
  if (token.kind !== 'number') stopExpecting(c, ['7 days'])
  next(c)
  const perUnit = isWord(peek(c), 'week', 'weeks') ? 7 : 1
  if (!takeWord(c, 'day', 'days', 'week', 'weeks')) stopExpecting(c, ['days'])
  const days = token.value * perUnit
  if (!Number.isInteger(token.value)) {
    complain(c, 'segment/whole-number', token, { found: token.text })
  } else {
    const high = Math.floor(MAX_ANNIVERSARY_DAYS / perUnit)
    checkBounds(c, token, { low: 1, high })
  }
  const node: Anniversary =
    of === undefined
      ? { kind: 'anniversary', direction, days }
      : { kind: 'anniversary', of, direction, days }
  return mark(c, node, start)
}

function readRank(c: Cursor): Condition {
  const { start } = peek(c)
  const value = asExpression(c, c.readNode(c))
  expectSymbol(c, ')')
  const not = peek(c)
  if (takeWord(c, 'not')) {
    complain(c, 'segment/misplaced-not', not)
  }
  if (!takeWord(c, 'in')) stopExpecting(c, ['in'])
  const bandAt = peek(c)
  const node = mark(c, { kind: 'rank' as const, value, band: readBand(c) }, start)
  markPart(c, node, 'band', { start: bandAt.start, end: lastEnd(c) })
  return node
}

const BAND_WORDS = Object.keys(QUANTILES)

function readBand(c: Cursor): RankBand {
  const token = peek(c)
  const word = token.kind === 'word' ? token.text.toLowerCase() : ''
  if (word === 'top' || word === 'bottom') {
    next(c)
    return readEnd(c, word)
  }
  const name = BAND_WORDS.find((one) => word === one || word === `${one}s`)
  if (name === undefined) stopExpecting(c, ['top', 'bottom', ...BAND_WORDS])
  next(c)
  const parts = QUANTILES[name as keyof typeof QUANTILES]
  const from = readWhole(c, { low: 1, high: parts })
  const to = takeWord(c, 'to') ? readWhole(c, { low: Math.max(1, from), high: parts }) : from
  return { kind: 'quantile', parts, from, to }
}

/** `10%` and `1000` after `top` and `bottom`. */
function readEnd(c: Cursor, kind: 'top' | 'bottom'): RankBand {
  const token = peek(c)
  if (token.kind !== 'number') stopExpecting(c, ['10%', '1000'])
  if (!isSymbol(peek(c, 1), '%')) {
    return { kind, count: readWhole(c, { low: 1, high: MAX_NUMBER - 1 }), of: 'customers' }
  }
  next(c)
  next(c)
  checkBounds(c, token, { low: 0.000001, high: 100 })
  return { kind, count: token.value, of: 'percent' }
}

function readSequence(c: Cursor): Condition {
  const { start } = peek(c)
  const first = parseBareSource(c, [','])
  const steps: SequenceStep[] = []
  let node: Extract<Condition, { kind: 'sequence' }> = { kind: 'sequence', first, steps }
  while (takeSymbol(c, ',')) {
    if (isWord(peek(c), 'then')) {
      steps.push(readStep(c))
      continue
    }
    if (steps.length === 0) stopExpecting(c, ['then'])
    node = { ...node, window: parseWindow(c) }
    break
  }
  expectSymbol(c, ')')
  return mark(c, node, start)
}

function readStep(c: Cursor): SequenceStep {
  const { start } = next(c)
  const negated = takeWord(c, 'not')
  const source = parseBareSource(c, ['within', ',', ')'])
  const within = takeWord(c, 'within') ? readSpan(c) : undefined
  // Without an end to the wait, what never came might still come.
  if (negated && within === undefined) stopExpecting(c, ['within 7 days'])
  const step: SequenceStep =
    within === undefined ? { source, negated } : { source, within, negated }
  return mark(c, step, start)
}

function readRegular(c: Cursor): Condition {
  const { start } = peek(c)
  const source = readThenComma(c)
  if (!takeWord(c, 'at')) stopExpecting(c, ['at least 3 of last 6 months'])
  if (!takeWord(c, 'least')) stopExpecting(c, ['least'])
  const countAt = peek(c)
  const count = readWhole(c, { low: 1, high: MAX_PERIODS })
  if (!takeWord(c, 'of')) stopExpecting(c, ['of'])
  if (!takeWord(c, 'last', 'previous')) stopExpecting(c, ['last'])
  const of = readWhole(c, { low: 1, high: MAX_PERIODS })
  const unit = readPeriodUnit(c)
  if (count > of && of >= 1) {
    complain(c, 'segment/out-of-range', countAt, { found: countAt.text, low: 1, high: of })
  }
  expectSymbol(c, ')')
  return mark(c, { kind: 'regular', source, count, of, unit }, start)
}

function readLapse(c: Cursor, kind: 'stopped' | 'restarted'): Condition {
  const { start } = peek(c)
  const source = readThenComma(c)
  const duration = readSpan(c)
  expectSymbol(c, ')')
  return mark(c, { kind, source, duration }, start)
}

function readThenComma(c: Cursor): Source {
  const source = parseBareSource(c, [','])
  next(c)
  return source
}

function readConsent(c: Cursor): Condition {
  const at = peek(c)
  const channel = parseName(c)
  expectSymbol(c, ',')
  const purposeAt = peek(c)
  const purpose = parseName(c)
  expectSymbol(c, ')')
  const node = mark(c, { kind: 'consent' as const, channel, purpose }, at.start)
  markPart(c, node, 'channel', at)
  markPart(c, node, 'purpose', purposeAt)
  return node
}
