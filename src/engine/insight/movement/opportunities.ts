/** Where money is gained or lost: against a year before, against comparable customers, by value and by segment. */
import {
  judgeApart,
  judgeGaps,
  PRIVACY_FLOOR,
  say,
  spendChange,
  type ApartChange,
  type Figure,
  type Finding,
  type ReportDraft,
  type SpendGap,
  type Text,
} from '../../../core/insight/index.ts'
import { printName } from '../../../core/segment/index.ts'
import { normalQuantile } from '../../../core/stats/index.ts'
import type { ReportContext, ReportKind, Told } from '../report/kind.ts'
import { segmentName } from '../segments/profile.ts'
import { changeTable, gapTable, segmentTable } from './opportunity-tables.ts'
import {
  segmentYears,
  twoYears,
  valueStrata,
  type SegmentYears,
  type TwoYears,
  type ValueStrata,
} from './opportunity-sums.ts'
import { OPPORTUNITY_WORDS as W } from './opportunity-words.ts'
import { FLOW_WORDS } from './flow-words.ts'
import { dataStart } from '../weak/step-sums.ts'
import { chosenSegments } from './states.ts'

/** The report. */
export const OPPORTUNITIES: ReportKind = {
  name: 'opportunities',
  group: 'movement',
  title: say(W.title),
  about: say(W.about),
  needs: ['purchase', 'amount'],
  parameters: [
    {
      name: 'segments',
      kind: 'segments',
      label: say(FLOW_WORDS.segments),
      help: say(FLOW_WORDS.segmentsHelp),
    },
  ],
  make,
}

const MOST_SEGMENTS = 8

const TWO_YEARS_MS = 2 * 365 * 86_400_000
/** Data may begin so much later than two years ago. */
const GRACE_MS = 31 * 86_400_000

interface Found {
  readonly currency: string
  readonly purchase: string
  readonly amount: string | undefined
  readonly everybody: TwoYears
  readonly hasTwoYears: boolean
  readonly values: readonly { readonly of: TwoYears; readonly apart: ApartChange }[]
  readonly gaps: readonly { readonly of: ValueStrata; readonly gap: SpendGap }[]
  readonly segments: readonly { readonly of: SegmentYears; readonly name: Text }[]
}

async function make(context: ReportContext, told: Told): Promise<ReportDraft> {
  const chosen = chosenSegments(context, told.text('segments'), MOST_SEGMENTS)
  if ('unknown' in chosen) {
    return only('unknown', say(FLOW_WORDS.unknown, { name: chosen.unknown }))
  }
  const rows = await twoYears(context)
  const everybody = rows.find(({ key }) => key === '')
  if (everybody === undefined || everybody.customers < PRIVACY_FLOOR)
    return only('none', say(W.none))
  const values = rows.filter(({ key }) => key !== '')
  const apart = judgeApart(values.map(asGroup), asGroup(everybody))
  const strata = await valueStrata(context)
  const gaps = judgeGaps(strata.map((one) => one.strata))
  // Half a year against a whole one always looks like growth.
  const start = await dataStart(context)
  const hasTwoYears = start !== undefined && start <= context.asOf - TWO_YEARS_MS + GRACE_MS
  const segments = hasTwoYears ? await segmentYears(context, chosen.keys) : []
  const { purchase, amount } = context.meaning
  const found: Found = {
    currency: context.current.programme.currency,
    purchase: printName(purchase?.name ?? 'purchase'),
    // A sum over lines cannot be written as one of purchases.
    amount: amount?.element === undefined ? amount?.property.name : undefined,
    everybody,
    hasTwoYears,
    values: hasTwoYears ? values.flatMap((of, i) => pair(of, apart[i])) : [],
    gaps: strata.flatMap((of, i) => {
      const gap = gaps[i]
      return gap === undefined ? [] : [{ of, gap }]
    }),
    segments: segments.map((of) => ({ of, name: segmentName(context, of.segment) })),
  }
  return {
    findings: findings(found),
    tables: [
      changeTable(hasTwoYears ? everybody : undefined, found.values),
      gapTable(found.gaps),
      segmentTable(found.segments),
    ],
    charts: [
      ...(hasTwoYears
        ? [
            {
              kind: 'dots',
              title: say(W.apart),
              table: 'changes',
              x: 'value',
              y: ['apart'],
            } as const,
          ]
        : []),
      { kind: 'dots', title: say(W.missing), table: 'gaps', x: 'value', y: ['missing'] },
    ],
    method: [say(W.method), say(W.methodGap)],
  }
}

function pair(of: TwoYears, apart: ApartChange | undefined): Found['values'] {
  return apart === undefined ? [] : [{ of, apart }]
}

function asGroup({ before, after, squares, customers }: TwoYears) {
  return { before: before.spend, after: after.spend, squares, customers }
}

function only(code: string, text: Text): ReportDraft {
  const finding = { code: `opportunities/${code}`, tone: 'caution', text } as const
  return { findings: [finding], tables: [], charts: [], method: [] }
}

const MOST_EACH = 3

/** All by amount, whatever they are against; the total first. */
function findings(found: Found): readonly Finding[] {
  const ranked = [
    ...found.values
      .filter(({ apart }) => apart.matters)
      .toSorted((a, b) => Math.abs(b.apart.amount.value ?? 0) - Math.abs(a.apart.amount.value ?? 0))
      .slice(0, MOST_EACH)
      .map((one) => changeFinding(found, one)),
    ...found.gaps
      .filter(({ gap }) => gap.matters && (gap.amount.value ?? 0) > 0)
      .toSorted((a, b) => (b.gap.amount.value ?? 0) - (a.gap.amount.value ?? 0))
      .slice(0, MOST_EACH)
      .map((one) => gapFinding(found, one)),
  ].toSorted((a, b) => (b.money ?? 0) - (a.money ?? 0))
  const segments = found.segments
    .flatMap((one) => segmentFinding(found, one))
    .toSorted((a, b) => (b.money ?? 0) - (a.money ?? 0))
    .slice(0, 2)
  const even: readonly Finding[] =
    ranked.length + segments.length === 0
      ? [{ code: 'opportunities/even', tone: 'neutral', text: say(W.even) }]
      : []
  const total: Finding = found.hasTwoYears
    ? totalFinding(found)
    : { code: 'opportunities/none', tone: 'caution', text: say(W.none) }
  return [total, ...ranked, ...segments, ...even]
}

function money(value: number, currency: string): Figure {
  return { kind: 'money', value, currency }
}

/** Half-width of a 95 % interval from a sum of squares. */
function reachOf(squares: number): number {
  return normalQuantile(0.975) * Math.sqrt(Math.max(0, squares))
}

function totalFinding({ everybody, currency }: Found): Finding {
  const { before, after, squares } = everybody
  const change = spendChange(before, after)
  const reach = reachOf(squares.after - 2 * squares.both + squares.before)
  const text = say(W.total, {
    total: money(change.total, currency),
    low: money(change.total - reach, currency),
    high: money(change.total + reach, currency),
    customers: money(change.customers, currency),
    frequency: money(change.frequency, currency),
    basket: money(change.basket, currency),
  })
  return { code: 'opportunities/total', tone: change.total < 0 ? 'bad' : 'good', text }
}

function changeFinding(
  { currency, purchase, amount }: Found,
  { of, apart }: Found['values'][number],
): Finding {
  const { value = 0, low = value, high = value } = apart.amount
  const isLoss = value < 0
  const text = say(isLoss ? W.lost : W.won, {
    what: of.label ?? '',
    value: of.value ?? '',
    amount: money(Math.abs(value), currency),
    low: money(isLoss ? -high : low, currency),
    high: money(isLoss ? -low : high, currency),
  })
  // Of those who fell behind, the ones who brought more a year before.
  const sum = amount === undefined ? undefined : `${purchase}.${printName(amount)}`
  const less =
    sum === undefined
      ? `any(${purchase}, between 730 and 365 days ago)`
      : `sum(${sum}, last 365 days) < sum(${sum}, between 730 and 365 days ago)`
  const definition =
    of.condition === undefined ? undefined : isLoss ? `${of.condition} and ${less}` : of.condition
  return {
    code: isLoss ? 'opportunities/lost' : 'opportunities/won',
    tone: isLoss ? 'bad' : 'good',
    text,
    money: Math.abs(value),
    ...(definition === undefined ? {} : { definition }),
  }
}

function gapFinding({ currency, purchase }: Found, { of, gap }: Found['gaps'][number]): Finding {
  const { value = 0, low = value, high = value } = gap.amount
  const text = say(W.gap, {
    what: of.label,
    value: of.value,
    customers: { kind: 'count', value: gap.customers },
    all: { kind: 'count', value: of.strata.reduce((sum, one) => sum + one.of.n, 0) },
    own: money(gap.own, currency),
    comparable: money(gap.comparable, currency),
    amount: money(value, currency),
    low: money(low, currency),
    high: money(high, currency),
  })
  return {
    code: 'opportunities/below-comparable',
    tone: 'bad',
    text,
    money: value,
    ...(of.condition === undefined ? {} : { definition: `${of.condition} and any(${purchase})` }),
  }
}

/** Smaller changes of a segment than this share of the year before are not told. */
const SEGMENT_MATTERS = 0.1

function segmentFinding(
  { currency }: Found,
  { of, name }: Found['segments'][number],
): readonly Finding[] {
  const change = spendChange(of.before, of.after)
  const reach = reachOf(of.squares)
  const size = Math.abs(change.total)
  const few = Math.min(of.before.customers, of.after.customers) < PRIVACY_FLOOR
  if (few || size <= reach || size < SEGMENT_MATTERS * of.before.spend) return []
  const isMore = change.total > 0
  const text = say(W.segment, {
    value: name,
    amount: money(size, currency),
    low: money(size - reach, currency),
    high: money(size + reach, currency),
    direction: say(isMore ? W.more : W.less),
    customers: money(change.customers, currency),
    frequency: money(change.frequency, currency),
    basket: money(change.basket, currency),
  })
  return [
    {
      code: 'opportunities/segment',
      tone: isMore ? 'good' : 'bad',
      text,
      money: size,
      segment: of.segment,
      definition: `in segment "${of.segment}"`,
    },
  ]
}
