/** Cohorts by the month of the first purchase: retention and spend, month by month. */
import {
  EARLY_MONTHS,
  judgeCohorts,
  PRIVACY_FLOOR,
  say,
  type Figure,
  type Finding,
  type JudgedCohort,
  type ReportDraft,
  type ReportTable,
} from '../../../core/insight/index.ts'
import { printName } from '../../../core/segment/index.ts'
import { mean, proportion, type Moments, type Share } from '../../../core/stats/index.ts'
import type { ReportContext, ReportKind, Told } from '../report/kind.ts'
import { cohortCells, cohortTotals, type CohortCell, type CohortTotal } from './cohort-sums.ts'
import { COHORT_WORDS as W } from './cohort-words.ts'
import { withBounds, boundCells } from '../basis/bounds.ts'
import { quotedPhrase } from '../basis/phrases.ts'
import { monthDays, monthNumber, monthStart, monthText } from './months.ts'

/** The report. */
export const COHORTS: ReportKind = {
  name: 'cohorts',
  group: 'movement',
  title: say(W.title),
  about: say(W.about),
  needs: ['purchase'],
  parameters: [
    { name: 'months', kind: 'number', label: say(W.months), default: '24', range: [3, 120] },
    { name: 'segment', kind: 'segment', label: say(W.segment) },
  ],
  make,
}

interface Cohorts {
  readonly now: number
  readonly segment: string | undefined
  readonly purchase: string
  readonly timeZone: string
  readonly cells: readonly CohortCell[]
  readonly totals: readonly CohortTotal[]
  readonly judged: ReturnType<typeof judgeCohorts>
}

async function make(context: ReportContext, told: Told): Promise<ReportDraft> {
  const { timeZone } = context.current.programme
  const now = monthNumber(context.asOf, timeZone)
  const from = now - (told.number('months') ?? 24)
  const segment = told.text('segment')
  const totals = (await cohortTotals(context, { from, segment })).filter(
    ({ customers }) => customers >= PRIVACY_FLOOR,
  )
  if (totals.length === 0) {
    const none = { code: 'cohorts/none', tone: 'caution', text: say(W.none) } as const
    return { findings: [none], tables: [], charts: [], method: [] }
  }
  const shown = new Set(totals.map(({ month }) => month))
  const cells = (await cohortCells(context, { from, segment })).filter((c) => shown.has(c.month))
  // The early months of a cohort are over once the third month after it is.
  const over = totals.filter(({ month }) => month + EARLY_MONTHS < now)
  const judged = judgeCohorts(
    over.map(({ month, customers, early }) => ({ month, early: { hits: early, n: customers } })),
  )
  const purchase = printName(context.meaning.purchase?.name ?? 'purchase')
  const found: Cohorts = { now, segment, purchase, timeZone, cells, totals, judged }
  return {
    findings: findings(found),
    tables: [cellTable(found), totalTable(found)],
    charts: [
      {
        kind: 'heat',
        title: say(W.retention),
        table: 'retention',
        x: 'since',
        y: ['share'],
        series: 'cohort',
        partial: 'partial',
      },
      {
        kind: 'heat',
        title: say(W.money),
        table: 'retention',
        x: 'since',
        y: ['each'],
        series: 'cohort',
        partial: 'partial',
      },
      { kind: 'dots', title: say(W.early), table: 'cohorts', x: 'cohort', y: ['early'] },
    ],
    method: [say(W.method), ...(segment === undefined ? [] : [say(W.methodSegment)])],
  }
}

const share = (value: number): Figure => ({ kind: 'share', value })

function findings(found: Cohorts): readonly Finding[] {
  const { judged } = found
  const out: Finding[] = [...kept(found)]
  const { trend } = judged
  const { value, low, high } = trend.change
  const matters = trend.relevance === 'relevant' || trend.relevance === 'probably-relevant'
  if (matters && value !== undefined) {
    const holes = {
      n: { kind: 'count', value: trend.n } as const,
      change: share(value),
      low: share(low ?? value),
      high: share(high ?? value),
    }
    out.push(
      value > 0
        ? { code: 'cohorts/better', tone: 'good', text: say(W.better, holes) }
        : { code: 'cohorts/worse', tone: 'bad', text: say(W.worse, holes) },
    )
  } else if (trend.relevance !== 'cannot-tell') {
    out.push({ code: 'cohorts/steady', tone: 'neutral', text: say(W.steady) })
  }
  const apart = judged.cohorts
    .filter(({ relevance }) => relevance === 'relevant' || relevance === 'probably-relevant')
    .toSorted((a, b) => Math.abs(b.difference.value ?? 0) - Math.abs(a.difference.value ?? 0))
    .slice(0, 4)
  if (out.length === 0 && apart.length === 0)
    out.push({ code: 'cohorts/too-young', tone: 'caution', text: say(W.tooYoung) })
  return [...out, ...apart.map((one) => standsOut(found, one))]
}

function kept({ now, totals, cells, judged }: Cohorts): readonly Finding[] {
  const early = judged.cohorts.reduce<Share>(
    (sum, one) => ({ hits: sum.hits + one.early.hits, n: sum.n + one.early.n }),
    { hits: 0, n: 0 },
  )
  const { value, low, high } = proportion(early)
  if (value === undefined || low === undefined || high === undefined) return []
  const at = (since: number) => {
    const whole = totals.filter(({ month }) => month + since < now)
    const n = whole.reduce((sum, { customers }) => sum + customers, 0)
    const hits = cells.reduce(
      (sum, c) => (c.since === since && c.month + since < now ? sum + c.active : sum),
      0,
    )
    return n < PRIVACY_FLOOR ? say(W.unknown) : share(hits / n)
  }
  const holes = { early: share(value), low: share(low), high: share(high) }
  const text = say(W.kept, { ...holes, six: at(6), twelve: at(12) })
  return [{ code: 'cohorts/kept', tone: 'neutral', text }]
}

function standsOut({ segment, purchase, timeZone }: Cohorts, one: JudgedCohort): Finding {
  const { month, share: found, difference } = one
  const isHigh = (difference.value ?? 0) > 0
  const { first, last } = monthDays(month)
  const text = say(isHigh ? W.high : W.low, {
    month: { kind: 'month', value: monthStart(month, timeZone), timeZone },
    share: share(found.value ?? 0),
    low: share(found.low ?? 0),
    high: share(found.high ?? 0),
    points: { kind: 'number', value: Math.abs(difference.value ?? 0) * 100, digits: 1 },
  })
  const within = segment === undefined ? '' : `in segment ${quotedPhrase(segment)} and `
  const definition = `${within}any(${purchase}, between ${first} and ${last}) and not any(${purchase}, before ${first})`
  return {
    code: isHigh ? 'cohorts/high' : 'cohorts/low',
    tone: isHigh ? 'good' : 'bad',
    text,
    definition,
  }
}

/** Whoever bought or gave back in that month, if they are too few to be shown. */
function isFew(cell: CohortCell | undefined): boolean {
  const [active, there] = [cell?.active ?? 0, cell?.spend.n ?? 0]
  return (active > 0 && active < PRIVACY_FLOOR) || (there > 0 && there < PRIVACY_FLOOR)
}

function cellTable({ now, totals, cells }: Cohorts): ReportTable {
  const sizes = new Map(totals.map(({ month, customers }) => [month, customers]))
  const at = new Map(cells.map((cell) => [`${cell.month} ${cell.since}`, cell]))
  const rows = totals.flatMap(({ month }) =>
    Array.from({ length: now - month + 1 }, (_, since) => {
      const n = sizes.get(month) ?? 0
      const cell = at.get(`${month} ${since}`)
      const active = cell?.active ?? 0
      const hidden = isFew(cell)
      const spend: Moments = {
        n,
        sum: cell?.spend.sum ?? 0,
        sumSquares: cell?.spend.sumSquares ?? 0,
      }
      return {
        cohort: monthText(month),
        since,
        customers: n,
        active: hidden ? null : active,
        ...boundCells('share', hidden ? undefined : proportion({ hits: active, n })),
        spend: hidden ? null : spend.sum,
        ...boundCells('each', hidden ? undefined : mean(spend)),
        partial: month + since === now,
      }
    }),
  )
  return {
    name: 'retention',
    title: say(W.retention),
    columns: [
      { key: 'cohort', title: say(W.cohort), kind: 'text' },
      { key: 'since', title: say(W.since), kind: 'count' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
      { key: 'active', title: say(W.active), kind: 'count' },
      ...withBounds({ key: 'share', title: say(W.share), kind: 'share' }),
      { key: 'spend', title: say(W.spend), kind: 'money' },
      ...withBounds({ key: 'each', title: say(W.each), kind: 'money' }),
      { key: 'partial', title: say(W.partial), kind: 'text', hidden: true },
    ],
    rows,
  }
}

function totalTable({ now, totals, cells }: Cohorts): ReportTable {
  // All months but one add up to the total without that one.
  const givenAway = (month: number): boolean =>
    cells.filter((cell) => cell.month === month && isFew(cell)).length === 1
  return {
    name: 'cohorts',
    title: say(W.sizes),
    columns: [
      { key: 'cohort', title: say(W.cohort), kind: 'text' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
      ...withBounds({ key: 'early', title: say(W.early), kind: 'share' }),
      { key: 'spend', title: say(W.total), kind: 'money' },
      ...withBounds({ key: 'each', title: say(W.eachTotal), kind: 'money' }),
    ],
    rows: totals.map(({ month, customers, early, spend }) => ({
      cohort: monthText(month),
      customers,
      ...boundCells(
        'early',
        month + EARLY_MONTHS < now ? proportion({ hits: early, n: customers }) : undefined,
      ),
      spend: givenAway(month) ? null : spend.sum,
      ...boundCells('each', givenAway(month) ? undefined : mean(spend)),
    })),
  }
}
