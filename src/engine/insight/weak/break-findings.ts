/** Breaks in words: where, who is late there, who carries it, what to try. */
import {
  lossError,
  PRIVACY_FLOOR,
  say,
  type Figure,
  type Finding,
  type Text,
} from '../../../core/insight/index.ts'
import type { Breaks, Step, ValueAtStep } from './break-facts.ts'
import { BREAK_WORDS as W } from './break-words.ts'

const count = (value: number): Figure => ({ kind: 'count', value: Math.round(value) })
const share = (value: number): Figure => ({ kind: 'share', value })
const days = (value: number): Figure => ({ kind: 'days', value: Math.round(value) })

/** Breaks by the money that is at stake, then the first purchase; "no break" is a finding too. */
export function breakFindings(found: Breaks): readonly Finding[] {
  const breaks = found.steps
    .filter(({ judged }) => judged.isBreak)
    .toSorted((a, b) => b.lostYearly - a.lostYearly)
  const told = breaks.slice(0, 2).flatMap((step) => aboutBreak(found, step))
  const first = found.steps[0]
  return [
    ...told,
    ...(breaks.length === 0
      ? [{ code: 'breaks/smooth', tone: 'good', text: say(W.smooth) } as const]
      : []),
    ...(first === undefined ? [] : aboutFirst(found, first)),
    ...(found.isShort ? [short(found)] : []),
  ].slice(0, 12)
}

function short({ patience }: Breaks): Finding {
  return { code: 'breaks/short', tone: 'caution', text: say(W.short, { days: days(patience) }) }
}

function aboutBreak(found: Breaks, step: Step): readonly Finding[] {
  const { loss, expected } = step.judged
  const text = say(W.step, {
    step: count(step.judged.step),
    lost: share(loss.value ?? 0),
    low: share(loss.low ?? loss.value ?? 0),
    high: share(loss.high ?? loss.value ?? 0),
    days: days(found.patience),
    expected: share(expected ?? 0),
    people: count(step.lostYearly),
  })
  const definition = goneDefinition(found, step)
  const carriers = carriersOf(found, step)
  return [
    { code: 'breaks/step', tone: 'bad', ...yearly(found, step, text), definition },
    ...lateFinding(found, step),
    ...(carriers.length > 0
      ? carriers.map((one) => carrierFinding(found, step, one))
      : [{ code: 'breaks/no-carrier', tone: 'neutral', text: say(W.noCarrier) } as const]),
    ...remedyFinding(found, step),
  ]
}

function aboutFirst(found: Breaks, step: Step): readonly Finding[] {
  const { loss } = step.judged
  const text = say(W.first, {
    lost: share(loss.value ?? 0),
    low: share(loss.low ?? loss.value ?? 0),
    high: share(loss.high ?? loss.value ?? 0),
    days: days(found.patience),
    people: count(step.lostYearly),
  })
  const definition = goneDefinition(found, step)
  return [
    { code: 'breaks/first', tone: 'neutral', ...yearly(found, step, text), definition },
    ...lateFinding(found, step),
    ...carriersOf(found, step)
      .slice(0, 1)
      .map((one) => carrierFinding(found, step, one)),
  ]
}

function goneDefinition({ purchase, patience }: Breaks, { judged }: Step): string {
  return `count(${purchase}) = ${judged.step} and days since last(${purchase}) > ${patience}`
}

/** Those who are late after the step and not yet gone. */
export function lateDefinition(
  { purchase, patience }: Breaks,
  { judged, from }: Step,
): string | undefined {
  if (from === undefined || from >= patience) return undefined
  return `count(${purchase}) = ${judged.step} and days since last(${purchase}) > ${from} and days since last(${purchase}) <= ${patience}`
}

interface Stake {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** Expected losses times the year's spend of those who went on. */
export function stakeOf({
  gone,
  year,
}: Step): { readonly value: number; readonly low: number; readonly high: number } | undefined {
  if (year?.value === undefined || year.low === undefined || year.high === undefined)
    return undefined
  return { value: gone * year.value, low: gone * year.low, high: gone * year.high }
}

/** What is lost at a step in a year; the errors of both factors count. */
export function yearlyOf({ judged, lostYearly, year }: Step): Stake | undefined {
  const { value: lost } = judged.loss
  if (year?.value === undefined || year.low === undefined || !(year.value > 0) || !lost) {
    return undefined
  }
  const value = lostYearly * year.value
  const reach =
    value * Math.hypot((1.96 * lossError(judged.loss)) / lost, 1 - year.low / year.value)
  return { value, low: Math.max(0, value - reach), high: value + reach }
}

function yearly({ currency }: Breaks, step: Step, text: Text): { text: Text; money?: number } {
  const stake = yearlyOf(step)
  if (stake === undefined) return { text }
  const money = (value: number): Figure => ({ kind: 'money', value, currency })
  const holes = {
    text,
    each: money(step.year?.value ?? 0),
    money: money(stake.value),
    least: money(stake.low),
    most: money(stake.high),
  }
  return { text: say(W.yearMoney, holes), money: stake.value }
}

function lateFinding(found: Breaks, step: Step): readonly Finding[] {
  const definition = lateDefinition(found, step)
  if (definition === undefined || step.late < PRIVACY_FLOOR) return []
  const now = say(W.now, {
    late: count(step.late),
    step: count(step.judged.step),
    gone: count(step.gone),
  })
  const stake = stakeOf(step)
  const one = { code: 'breaks/now', tone: 'bad', definition } as const
  if (stake === undefined) return [{ ...one, text: now }]
  const text = withMoney(found, step, now, stake)
  return [{ ...one, text, money: stake.value }]
}

function withMoney({ currency }: Breaks, { year }: Step, now: Text, stake: Stake): Text {
  const money = (value: number): Figure => ({ kind: 'money', value, currency })
  return say(W.nowMoney, {
    now,
    each: money(year?.value ?? 0),
    low: money(year?.low ?? 0),
    high: money(year?.high ?? 0),
    money: money(stake.value),
    least: money(stake.low),
    most: money(stake.high),
  })
}

/** The strongest carrier, and the strongest of those that hold without it. */
function carriersOf({ values, second }: Breaks, { judged }: Step): readonly ValueAtStep[] {
  const first = strongest(values, judged.step)
  const next = first === undefined ? undefined : strongest(second, judged.step)
  return [first, next].filter((one) => one !== undefined)
}

/** Customers lost above the share of the others. */
function burden({ of, carrier }: ValueAtStep): number {
  return of.n * (carrier.difference.value ?? 0)
}

/** The value that surely stops more often, by enough, and with most customers lost above the others' share. */
export function strongest(values: readonly ValueAtStep[], step: number): ValueAtStep | undefined {
  return values
    .filter(
      ({ waits, carrier }) =>
        waits.step === step &&
        (carrier.difference.value ?? 0) > 0 &&
        (carrier.relevance === 'relevant' || carrier.relevance === 'probably-relevant'),
    )
    .toSorted((a, b) => burden(b) - burden(a))[0]
}

function carrierFinding(found: Breaks, step: Step, { waits, of, others }: ValueAtStep): Finding {
  const late = lateDefinition(found, step)
  const text = say(W.carrier, {
    what: waits.label,
    value: waits.value,
    step: count(waits.step),
    lost: share(of.value ?? 0),
    low: share(of.low ?? of.value ?? 0),
    high: share(of.high ?? of.value ?? 0),
    others: share(others.value ?? 0),
  })
  return {
    code: 'breaks/carrier',
    tone: 'bad',
    text,
    ...(late === undefined || waits.condition === undefined
      ? {}
      : { definition: `${waits.condition} and ${late}` }),
  }
}

function remedyFinding(found: Breaks, step: Step): readonly Finding[] {
  const { half, most, judged } = step
  if (half === undefined || most === undefined) return []
  const definition = lateDefinition(found, step)
  const text = say(W.remedy, {
    next: count(judged.step + 1),
    step: count(judged.step),
    from: count(Math.max(1, Math.ceil(half))),
    to: count(Math.max(2, Math.ceil(most))),
  })
  return [
    {
      code: 'breaks/remedy',
      tone: 'neutral',
      text,
      ...(definition === undefined ? {} : { definition }),
    },
  ]
}
