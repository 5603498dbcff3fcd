/** Figures over time: what drifts, what jumped, whether it matters. */
import {
  isMaterial,
  judgeDrifts,
  PRIVACY_FLOOR,
  say,
  type ColumnKind,
  type DriftSeries,
  type Figure,
  type Finding,
  type ReportDraft,
  type ReportTable,
  type SeriesDrift,
  type Text,
  type YearChange,
} from '../../../core/insight/index.ts'
import { LOCALES } from '../../../core/base/index.ts'
import type { ReportContext, ReportKind, Told } from '../report/kind.ts'
import { RELEVANCE_WORDS } from '../segments/written.ts'
import { dataStart } from '../weak/step-sums.ts'
import { withBounds, boundCells } from '../basis/bounds.ts'
import { periodsOf, periodSums, yearChanges, type Periods, type PeriodSums } from './period-sums.ts'
import { TREND_WORDS as W } from './trend-words.ts'

/** The report. */
export const TRENDS: ReportKind = {
  name: 'trends',
  group: 'movement',
  title: say(W.title),
  about: say(W.about),
  needs: ['purchase'],
  parameters: [
    {
      name: 'each',
      kind: 'choice',
      label: say(W.each),
      default: 'month',
      choices: [
        { value: 'month', label: say(W.month) },
        { value: 'week', label: say(W.week) },
      ],
    },
    { name: 'last', kind: 'number', label: say(W.last), range: [6, 260] },
    { name: 'segment', kind: 'segment', label: say(W.segment) },
  ],
  make,
}

/** A ratio of fewer than this is noise, and may point at single people. */
const FEW = 30

interface FigureOverTime {
  readonly key:
    | 'customers'
    | 'newCustomers'
    | 'orders'
    | 'spend'
    | 'frequency'
    | 'basket'
    | 'opened'
    | 'clicked'
    | 'tickets'
    | 'refunds'
    | 'nps'
  readonly kind: ColumnKind
  /** Whether more is better; undefined: neither. */
  readonly moreIs: 'good' | 'bad' | 'neutral'
  /** NaN where there is too little behind it. */
  readonly of: (sums: PeriodSums) => number
}

const ratio = (part: number, whole: number): number => (whole < FEW ? Number.NaN : part / whole)

const FIGURES: readonly FigureOverTime[] = [
  { key: 'customers', kind: 'count', moreIs: 'good', of: (s) => s.customers },
  { key: 'newCustomers', kind: 'count', moreIs: 'good', of: (s) => s.newCustomers },
  { key: 'orders', kind: 'count', moreIs: 'good', of: (s) => s.orders },
  { key: 'spend', kind: 'money', moreIs: 'good', of: (s) => s.spend },
  { key: 'frequency', kind: 'number', moreIs: 'good', of: (s) => ratio(s.orders, s.customers) },
  { key: 'basket', kind: 'money', moreIs: 'good', of: (s) => ratio(s.spend, s.orders) },
  { key: 'opened', kind: 'share', moreIs: 'good', of: (s) => ratio(s.opened, s.sent) },
  { key: 'clicked', kind: 'share', moreIs: 'good', of: (s) => ratio(s.clicked, s.sent) },
  { key: 'tickets', kind: 'number', moreIs: 'bad', of: (s) => 100 * ratio(s.tickets, s.orders) },
  { key: 'refunds', kind: 'number', moreIs: 'bad', of: (s) => 100 * ratio(s.refunds, s.orders) },
  { key: 'nps', kind: 'number', moreIs: 'good', of: (s) => ratio(s.score, s.answers) },
]

interface Trends {
  readonly periods: Periods
  readonly sums: readonly PeriodSums[]
  readonly figures: readonly {
    readonly of: FigureOverTime
    readonly values: Float64Array
    readonly drift: SeriesDrift
  }[]
  readonly currency: string
  readonly isSegment: boolean
}

async function make(context: ReportContext, told: Told): Promise<ReportDraft> {
  const each = told.text('each') === 'week' ? 'week' : 'month'
  const periods = periodsOf(
    context,
    each,
    Math.round(told.number('last') ?? (each === 'week' ? 156 : 36)),
  )
  const segment = told.text('segment')
  const start = await dataStart(context)
  const found = await periodSums(context, periods, { segment, start: start ?? context.asOf })
  // What began within a period is not all of it, and what was before is not known.
  const days = periods.days.filter(
    (day) => start !== undefined && Date.parse(`${day}T00:00:00Z`) >= start - 86_400_000,
  )
  if (days.length === 0 || found.size === 0) {
    const none = { code: 'trends/none', tone: 'caution', text: say(W.none) } as const
    return { findings: [none], tables: [], charts: [], method: [] }
  }
  const sums = days.map((day) => found.get(day) ?? EMPTY)
  const used = FIGURES.filter(({ of }) => sums.some((one) => of(one) > 0))
  const years = await yearChanges(context, { segment, start: start ?? context.asOf })
  const series = used.map(({ key, of }): DriftSeries => ({
    ...yearOf(years, key),
    values: Float64Array.from(sums, of),
    lastIsPartial: true,
    season: each === 'month' ? 12 : 52,
  }))
  const drifts = judgeDrifts(series)
  const figures = used.flatMap((of, i) => {
    const [values, drift] = [series[i]?.values, drifts[i]]
    return values === undefined || drift === undefined ? [] : [{ of, values, drift }]
  })
  const { currency } = context.current.programme
  return draft({
    periods: { ...periods, days },
    sums,
    figures,
    currency,
    isSegment: segment !== undefined,
  })
}

function yearOf(
  years: Awaited<ReturnType<typeof yearChanges>>,
  key: FigureOverTime['key'],
): { readonly years?: YearChange } {
  const found = key === 'customers' || key === 'orders' || key === 'spend' ? years[key] : undefined
  return found === undefined ? {} : { years: found }
}

const EMPTY: PeriodSums = {
  customers: 0,
  newCustomers: 0,
  orders: 0,
  spend: 0,
  refunds: 0,
  sent: 0,
  opened: 0,
  clicked: 0,
  tickets: 0,
  answers: 0,
  score: 0,
}

function draft(found: Trends): ReportDraft {
  const few: Figure = { kind: 'count', value: FEW }
  return {
    findings: findings(found),
    tables: [judgedTable(found), seriesTable(found)],
    charts: found.figures.map(({ of }) => ({
      kind: 'lines',
      title: say(W[of.key]),
      table: 'series',
      x: 'period',
      y: [of.key],
      partial: 'partial',
    })),
    method: [say(W.method, { few })],
  }
}

function share(value: number): Figure {
  return { kind: 'share', value }
}

function findings(found: Trends): readonly Finding[] {
  const { figures, isSegment } = found
  const out: Finding[] = []
  out.push(...figures.flatMap(driftFinding))
  out.push(...figures.flatMap((one) => jumps(found, one)))
  out.push(...listed(found))
  if (out.length === 0)
    out.push({ code: 'trends/too-short', tone: 'caution', text: say(W.tooShort) })
  if (isSegment) out.push({ code: 'trends/bias', tone: 'caution', text: say(W.bias) })
  return out
}

function driftFinding({ of, drift }: Trends['figures'][number]): readonly Finding[] {
  const isTrend = isMaterial(drift.relevance)
  const found = isTrend
    ? drift.trend.change
    : isMaterial(drift.yearRelevance)
      ? drift.year
      : undefined
  if (found?.value === undefined) return []
  const { value, low = value, high = value } = found
  const [rose, fell] = isTrend ? [W.up, W.down] : [W.upYear, W.downYear]
  const text = say(value > 0 ? rose : fell, {
    name: say(W[of.key]),
    change: share(Math.abs(value)),
    low: share(Math.min(Math.abs(low), Math.abs(high))),
    high: share(Math.max(Math.abs(low), Math.abs(high))),
    n: { kind: 'count', value: drift.trend.n },
  })
  const isGood = value > 0 === (of.moreIs === 'good')
  const code = `trends/${value > 0 ? 'up' : 'down'}-${CODES[of.key]}`
  return [{ code, tone: isGood ? 'good' : 'bad', text }]
}

const CODES: Readonly<Record<FigureOverTime['key'], string>> = {
  customers: 'customers',
  newCustomers: 'new-customers',
  orders: 'orders',
  spend: 'spend',
  frequency: 'frequency',
  basket: 'basket',
  opened: 'opened',
  clicked: 'clicked',
  tickets: 'tickets',
  refunds: 'refunds',
  nps: 'survey',
}

function jumps(
  { periods, currency }: Trends,
  { of, drift }: Trends['figures'][number],
): readonly Finding[] {
  return drift.jumps.slice(0, 2).map((jump) => {
    const isGood = jump.after > jump.before === (of.moreIs === 'good')
    const text = say(W.jump, {
      name: say(W[of.key]),
      period: (periods.days[jump.at] ?? '').slice(0, periods.each === 'month' ? 7 : 10),
      before: written(of.kind, jump.before, currency),
      after: written(of.kind, jump.after, currency),
    })
    return { code: `trends/jump-${CODES[of.key]}`, tone: isGood ? 'good' : 'bad', text }
  })
}

function written(kind: ColumnKind, value: number, currency: string): Figure {
  if (kind === 'money') return { kind: 'money', value, currency }
  if (kind === 'share' || kind === 'count') return { kind, value }
  return { kind: 'number', value, digits: 2 }
}

function listed({ figures }: Trends): readonly Finding[] {
  const names = (is: (drift: SeriesDrift) => boolean): readonly Text[] =>
    figures
      .filter(
        ({ drift }) => drift.jumps.length === 0 && !isMaterial(drift.yearRelevance) && is(drift),
      )
      .map(({ of }) => say(W[of.key]))
  const trifles = names(({ relevance }) => relevance === 'significant-yet-irrelevant')
  const steady = names(
    ({ relevance }) => relevance === 'no-relevant-difference' || relevance === 'unsure',
  )
  const unsure = names(({ relevance }) => relevance === 'cannot-tell')
  return [...listing('trifle', trifles), ...listing('steady', steady), ...listing('unsure', unsure)]
}

function listing(
  which: 'trifle' | 'steady' | 'unsure',
  names: readonly Text[],
): readonly Finding[] {
  if (names.length === 0) return []
  const tone = which === 'unsure' ? 'caution' : 'neutral'
  return [{ code: `trends/${which}`, tone, text: say(W[which], { names: joined(names) }) }]
}

function joined(texts: readonly Text[]): Text {
  return Object.fromEntries(
    LOCALES.map((locale) => [
      locale,
      texts.map((text) => text[locale].toLocaleLowerCase(locale)).join(', '),
    ]),
  ) as Text
}

function judgedTable({ figures, periods }: Trends): ReportTable {
  return {
    name: 'judged',
    title: say(W.judged),
    columns: [
      { key: 'figure', title: say(W.figure), kind: 'text' },
      ...withBounds({ key: 'change', title: say(W.change), kind: 'share' }),
      { key: 'chance', title: say(W.chance), kind: 'number' },
      { key: 'verdict', title: say(W.verdict), kind: 'text' },
      ...withBounds({ key: 'year', title: say(W.year), kind: 'share' }),
      { key: 'jumps', title: say(W.jumps), kind: 'text' },
      { key: 'used', title: say(W.used), kind: 'count' },
    ],
    rows: figures.map(({ of, drift }) => ({
      figure: say(W[of.key]),
      ...boundCells('change', drift.trend.change),
      chance: drift.adjustedP ?? null,
      verdict: say(RELEVANCE_WORDS[drift.relevance]),
      ...boundCells('year', drift.year),
      jumps:
        drift.jumps.length === 0
          ? null
          : drift.jumps.map(({ at }) => periods.days[at] ?? '').join(', '),
      used: drift.trend.n,
    })),
  }
}

function seriesTable({ periods, sums, figures }: Trends): ReportTable {
  return {
    name: 'series',
    title: say(W.series),
    columns: [
      { key: 'period', title: say(W.period), kind: 'date' },
      ...figures.map(({ of }) => ({ key: of.key, title: say(W[of.key]), kind: of.kind })),
      { key: 'partial', title: say(W.partial), kind: 'text', hidden: true } as const,
    ],
    rows: sums.map((one, i) => ({
      period: periods.days[i] ?? '',
      ...Object.fromEntries(
        figures.map(({ of, values }) => {
          const value = values[i] ?? Number.NaN
          // Purchases of fewer buyers than this may be somebody's in particular.
          const isFew = of.key === 'newCustomers' && value > 0 && value < PRIVACY_FLOOR
          const hidden = Number.isNaN(value) || one.customers < PRIVACY_FLOOR || isFew
          return [of.key, hidden ? null : value]
        }),
      ),
      partial: i === sums.length - 1,
    })),
  }
}
