/** Who buys only at a discount, how much of the spend is under one, and whom to test without. */
import {
  onlyByChance,
  PRIVACY_FLOOR,
  ratioOfTotals,
  say,
  type Figure,
  type Finding,
  type ReportDraft,
  type Text,
} from '../../../core/insight/index.ts'
import { printName } from '../../../core/segment/index.ts'
import { trendOf, type Trend } from '../../../core/stats/index.ts'
import { segmentsAsking } from '../basis/defined.ts'
import { EVERYBODY, groupsOf } from '../basis/groups.ts'
import { discountedPhrase, quotedPhrase } from '../basis/phrases.ts'
import type { ReportContext, ReportKind, Told } from '../report/kind.ts'
import {
  discountKinds,
  discountsByBand,
  discountsByGroup,
  discountsByMonth,
  isByLine,
  type DiscountScope,
} from './discount-sums.ts'
import { bandName, bandTable, monthTable, segmentTable, type Discounts } from './discount-tables.ts'
import { DISCOUNT_WORDS as W } from './discount-words.ts'

/** The report. */
export const DISCOUNTS: ReportKind = {
  name: 'discounts',
  group: 'money',
  title: say(W.title),
  about: say(W.about),
  needs: ['purchase', 'amount', 'discounted'],
  parameters: [
    { name: 'days', kind: 'number', label: say(W.days), default: '365', range: [1, 3660] },
  ],
  make,
}

/** Fewer purchases say nothing of a habit. */
const LEAST = 3
/** A discount in at most this share of the purchases is one now and then. */
const MOSTLY_FULL = 0.25

async function make(context: ReportContext, told: Told): Promise<ReportDraft> {
  const days = told.number('days') ?? 365
  const { amount, discount } = context.meaning
  if (amount === undefined || discount === undefined) return alone('none', say(W.none, since(days)))
  const scope: DiscountScope = { amount, discount, days }
  const [groups, bands, months, kinds, made] = await Promise.all([
    discountsByGroup(context, scope),
    discountsByBand(context, scope),
    discountsByMonth(context, scope),
    discountKinds(context, scope, { least: LEAST, mostly: MOSTLY_FULL }),
    segmentsAsking(
      context,
      (use) => use === `event:${discount.event.name}.${discount.property.name}`,
    ),
  ])
  const everybody = groups.get(EVERYBODY)
  if (everybody === undefined) return alone('none', say(W.none, since(days)))
  if (everybody.discounted === 0) return alone('never', say(W.never, since(days)))
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: context.current.programme.timeZone })
    .format(context.asOf)
    .slice(0, 7)
  const found: Discounts = {
    days,
    currency: context.current.programme.currency,
    everybody,
    groups: groupsOf(context).flatMap((group) => {
      const sums = groups.get(group.number)
      return sums === undefined || sums.ratio.n < PRIVACY_FLOOR
        ? []
        : [{ group, sums, byDefinition: made.has(group.segment ?? '') }]
    }),
    bands,
    months: months.map((one) => ({ ...one, isPartial: one.month.slice(0, 7) === today })),
    isMoney: discount.property.type === 'money',
  }
  return {
    findings: [
      baseFinding(found),
      ...kindFindings(found, kinds, phrasesOf(scope)),
      ...segmentFinding(found),
      bandFinding(found),
      ...trendFinding(found),
    ],
    tables: [segmentTable(found), monthTable(found), bandTable(found)],
    charts: [
      {
        kind: 'dots',
        title: say(W.segments),
        table: 'segments',
        x: 'segment',
        y: ['share'],
        reference: ratioOfTotals(everybody.ratio).value ?? 0,
      },
      {
        kind: 'lines',
        title: say(W.months),
        table: 'months',
        x: 'month',
        y: ['share'],
        partial: 'partial',
      },
      { kind: 'bars', title: say(W.byBand), table: 'purchases', x: 'band', y: ['share'] },
    ],
    method: [
      say(W.method, since(days)),
      ...(isByLine(scope) ? [say(W.methodLine)] : []),
      say(W.methodCause),
    ],
  }
}

function since(days: number): { readonly days: Figure } {
  return { days: { kind: 'days', value: days } }
}

function alone(code: string, text: Text): ReportDraft {
  const finding: Finding = { code: `discounts/${code}`, tone: 'caution', text }
  return { findings: [finding], tables: [], charts: [], method: [] }
}

const share = (value: number | undefined): Figure => ({ kind: 'share', value: value ?? 0 })
const count = (value: number): Figure => ({ kind: 'count', value })

function baseFinding({ everybody, isMoney, currency }: Discounts): Finding {
  const { value, low, high } = ratioOfTotals(everybody.ratio)
  const base = say(W.base, { share: share(value), low: share(low), high: share(high) })
  const { given } = everybody
  if (!isMoney || !(given > 0)) return { code: 'discounts/base', tone: 'neutral', text: base }
  const text = say(W.baseMoney, { base, money: { kind: 'money', value: given, currency } })
  return { code: 'discounts/base', tone: 'neutral', text, money: given }
}

/** Purchases in the days, and those of them with a discount, in the segment language. */
function phrasesOf({ discount, days }: DiscountScope): {
  readonly all: string
  readonly cut: string
} {
  const event = printName(discount.event.name)
  const window = `last ${days} days`
  return {
    all: `count(${event}, ${window})`,
    cut: `count(${event} where ${discountedPhrase(discount)}, ${window})`,
  }
}

function kindFindings(
  found: Discounts,
  kinds: Awaited<ReturnType<typeof discountKinds>>,
  { all, cut }: ReturnType<typeof phrasesOf>,
): readonly Finding[] {
  const { everybody, currency, isMoney } = found
  const money = (value: number): Figure => ({ kind: 'money', value, currency })
  const { only, never, mostlyFull, orders } = kinds
  const expected = onlyByChance(orders, everybody.discounted / everybody.orders, LEAST)
  const least = count(LEAST)
  const many = `${all} >= ${LEAST}`
  const holes = { n: count(only.n), chance: count(expected), least, spend: money(only.spend) }
  const out: Finding[] = []
  // Twice as many as by chance, and more than the chance of chance.
  if (
    only.n >= PRIVACY_FLOOR &&
    only.n > 2 * expected &&
    only.n > expected + 3 * Math.sqrt(expected)
  )
    out.push({
      code: 'discounts/only',
      tone: 'bad',
      text: say(W.only, holes),
      definition: `${many} and ${cut} = ${all}`,
      money: only.spend,
    })
  else if (only.n >= PRIVACY_FLOOR || only.n === 0)
    out.push({ code: 'discounts/no-only', tone: 'neutral', text: say(W.noOnly, holes) })
  if (never.n >= PRIVACY_FLOOR)
    out.push({
      code: 'discounts/full-price',
      tone: 'good',
      text: say(W.full, { n: count(never.n), least, spend: money(never.spend) }),
      definition: `${many} and ${cut} = 0`,
      money: never.spend,
    })
  if (isMoney && mostlyFull.n >= PRIVACY_FLOOR)
    out.push({
      code: 'discounts/to-test',
      tone: 'neutral',
      text: say(W.test, {
        n: count(mostlyFull.n),
        mostly: share(1 - MOSTLY_FULL),
        given: money(mostlyFull.given),
      }),
      definition: `${many} and ${cut} > 0 and ${cut} <= ${MOSTLY_FULL} * ${all}`,
      money: mostlyFull.given,
    })
  return out
}

/** The segment surely farthest above everybody, of those that are not made of discounts. */
function segmentFinding({ groups, everybody }: Discounts): readonly Finding[] {
  const base = ratioOfTotals(everybody.ratio)
  const [most] = groups
    .filter(({ group, byDefinition }) => group.segment !== undefined && !byDefinition)
    .map(({ group, sums }) => ({ group, ratio: ratioOfTotals(sums.ratio) }))
    .filter(({ ratio }) => ratio.status === 'ok' && (ratio.low ?? 0) > (base.high ?? 1))
    .toSorted((a, b) => (b.ratio.low ?? 0) - (a.ratio.low ?? 0))
  if (most === undefined) return []
  const { group, ratio } = most
  const segment = group.segment ?? ''
  const text = say(W.most, {
    name: group.name,
    share: share(ratio.value),
    low: share(ratio.low),
    high: share(ratio.high),
    base: share(base.value),
  })
  const definition = `in segment ${quotedPhrase(segment)}`
  return [{ code: 'discounts/segment', tone: 'neutral', text, segment, definition }]
}

/** A difference of five in a hundred between numbers of purchases matters. */
const MATTERS = 0.05

function bandFinding({ bands }: Discounts): Finding {
  const known = bands.flatMap((sums, i) => {
    const ratio = sums === undefined ? undefined : ratioOfTotals(sums.ratio)
    return ratio?.status === 'ok' ? [{ i, ratio }] : []
  })
  const [most] = known.toSorted((a, b) => (b.ratio.low ?? 0) - (a.ratio.low ?? 0))
  const [fewest] = known.toSorted((a, b) => (a.ratio.high ?? 0) - (b.ratio.high ?? 0))
  const none: Finding = { code: 'discounts/no-frequency', tone: 'neutral', text: say(W.noBands) }
  if (most === undefined || fewest === undefined || most === fewest) return none
  const [a, b] = [most.ratio, fewest.ratio]
  const gap = (a.value ?? 0) - (b.value ?? 0)
  const reach = Math.hypot((a.high ?? 0) - (a.value ?? 0), (b.high ?? 0) - (b.value ?? 0))
  if (gap - reach < MATTERS) return none
  const text = say(W.bands, {
    a: share(a.value),
    b: share(b.value),
    from: bandName(most.i),
    to: bandName(fewest.i),
    low: share(gap - reach),
    high: share(gap + reach),
  })
  return { code: 'discounts/frequency', tone: 'neutral', text }
}

function trendFinding({ months }: Discounts): readonly Finding[] {
  const values = Float64Array.from(months, ({ sums }) =>
    sums.ratio.n < PRIVACY_FLOOR ? Number.NaN : (ratioOfTotals(sums.ratio).value ?? Number.NaN),
  )
  const isPartial = months.at(-1)?.isPartial === true
  const trend: Trend = trendOf({ values, lastIsPartial: isPartial, season: 12 })
  const isClear = trend.relevance === 'relevant' || trend.relevance === 'probably-relevant'
  const { value, low, high } = trend.slope
  // Sales have their months: less than two years cannot tell a trend from a season.
  if (trend.slope.status !== 'ok' || trend.direction === 'flat' || !isClear) return []
  if (value === undefined) return []
  const spans = Math.max(1, trend.n - 1)
  const isUp = trend.direction === 'up'
  const text = say(isUp ? W.rising : W.falling, {
    change: share(value * spans),
    low: share((low ?? value) * spans),
    high: share((high ?? value) * spans),
  })
  const code = isUp ? 'discounts/rising' : 'discounts/falling'
  return [{ code, tone: isUp ? 'bad' : 'good', text }]
}
