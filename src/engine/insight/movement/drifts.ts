/** Figures of segments' members over time: which drift or jump apart from everybody else's. */
import {
  say,
  type Figure,
  type Finding,
  type ReportDraft,
  type Text,
} from '../../../core/insight/index.ts'
import type { ReportContext, ReportKind, Told } from '../report/kind.ts'
import { listed } from '../segments/written.ts'
import { dataStart } from '../weak/step-sums.ts'
import { FEW, figuresOf, judgeAll, type Drifts, type JudgedDrift } from './drift-figures.ts'
import { channelsOf, driftMonth, type DriftMonth } from './drift-sums.ts'
import { judgedTable, movedTable, seriesTable, writtenIn } from './drift-tables.ts'
import { DRIFT_WORDS as W } from './drift-words.ts'
import { monthNumber, monthStart } from './months.ts'
import { chosenSegments } from './states.ts'

/** The report. */
export const DRIFTS: ReportKind = {
  name: 'drifts',
  group: 'movement',
  title: say(W.title),
  about: say(W.about),
  needs: ['purchase'],
  parameters: [
    { name: 'segments', kind: 'segments', label: say(W.segments), help: say(W.segmentsHelp) },
    { name: 'months', kind: 'number', label: say(W.months), default: '24', range: [9, 60] },
  ],
  make,
}

/** One plan reads them all; more make a table that nobody reads. */
const MOST_SEGMENTS = 24

/** Definitions look back: members of the first year of the data are chosen by less than later ones. */
const SETTLED_MS = 365 * 86_400_000

/** Whole months that must be known. */
const FEWEST_MONTHS = 9

async function make(context: ReportContext, told: Told): Promise<ReportDraft> {
  const chosen = chosenSegments(context, told.text('segments'), MOST_SEGMENTS)
  if ('unknown' in chosen) return only('unknown', say(W.unknown, { name: chosen.unknown }))
  if (chosen.keys.length === 0) return only('none', say(W.none))
  const { timeZone } = context.current.programme
  const now = monthNumber(context.asOf, timeZone)
  const start = await dataStart(context)
  if (start === undefined) return only('short', say(W.short))
  let first = now - Math.round(told.number('months') ?? 24)
  while (monthStart(first, timeZone) < start + SETTLED_MS) first++
  if (now - first < FEWEST_MONTHS) return only('short', say(W.short))
  const channels = await channelsOf(context)
  const months: DriftMonth[] = []
  for (let month = first; month < now; month++)
    months.push(await driftMonth(context, month, { segments: chosen.keys, channels }))
  const figures = figuresOf(context, channels)
  return draft(context, {
    months,
    figures,
    judged: judgeAll(context, chosen.keys, { months, figures }),
  })
}

function only(code: string, text: Text): ReportDraft {
  const finding = { code: `drifts/${code}`, tone: 'caution', text } as const
  return { findings: [finding], tables: [], charts: [], method: [] }
}

const isFound = ({ drift }: JudgedDrift): boolean => drift.kind === 'trend' || drift.kind === 'jump'

function draft(context: ReportContext, found: Drifts): ReportDraft {
  const moved = found.judged.filter(isFound).toSorted((a, b) => weight(b) - weight(a))
  const readings = found.months.flatMap((one) => one.readings).filter((one) => one !== undefined)
  const held = readings.filter((one) => one === 'held').length
  return {
    findings: findings(context, found, moved),
    tables: [
      ...(moved.length === 0 ? [] : [movedTable(found, moved.slice(0, MOST_DRAWN))]),
      judgedTable(context, found),
      seriesTable(found),
    ],
    charts:
      moved.length === 0
        ? []
        : [
            {
              kind: 'lines',
              title: say(W.moved),
              table: 'moved',
              x: 'month',
              y: ['index'],
              series: 'name',
              reference: 100,
            },
          ],
    method: [say(W.method, { held: count(held), n: count(readings.length), few: count(FEW) })],
  }
}

const MOST_TOLD = 8
const MOST_DRAWN = 6

/** What moves many by much comes first. */
function weight({ drift, members }: JudgedDrift): number {
  return Math.abs(drift.change?.value ?? 0) * Math.sqrt(members)
}

const count = (value: number): Figure => ({ kind: 'count', value })
const share = (value: number): Figure => ({ kind: 'share', value })

function findings(
  context: ReportContext,
  { judged, months }: Drifts,
  moved: readonly JudgedDrift[],
): readonly Finding[] {
  const steady = judged.filter(({ drift }) => drift.kind === 'steady')
  const told = new Set(
    judged.filter(({ drift }) => drift.kind !== 'cannot-tell').map((one) => one.segment),
  )
  const untold = [...new Map(judged.map((one) => [one.segment, one.name]))].filter(
    ([key]) => !told.has(key),
  )
  const few = {
    names: listed(
      untold.map(([, name]) => name),
      MOST_SEGMENTS,
    ),
  }
  const still = {
    n: count(steady.length),
    segments: count(new Set(steady.map((one) => one.segment)).size),
  }
  return [
    ...moved.slice(0, MOST_TOLD).map((one) => finding(context, one, months)),
    ...(moved.length > MOST_TOLD
      ? [
          {
            code: 'drifts/more',
            tone: 'neutral',
            text: say(W.more, { n: count(moved.length - MOST_TOLD) }),
          } as const,
        ]
      : []),
    ...(steady.length === 0
      ? []
      : [{ code: 'drifts/steady', tone: 'neutral', text: say(W.steady, still) } as const]),
    ...(untold.length === 0
      ? []
      : [{ code: 'drifts/few', tone: 'caution', text: say(W.few, few) } as const]),
  ]
}

function finding(
  context: ReportContext,
  { segment, name, figure, drift }: JudgedDrift,
  months: readonly DriftMonth[],
): Finding {
  const { currency, timeZone } = context.current.programme
  const { value = 0, low = value, high = value } = drift.change ?? {}
  const isUp = value > 0
  const [words, code] =
    drift.kind === 'jump'
      ? isUp
        ? ([W.jumpUp, 'jump-up'] as const)
        : ([W.jumpDown, 'jump-down'] as const)
      : isUp
        ? ([W.up, 'up'] as const)
        : ([W.down, 'down'] as const)
  const write = (one: number): Text => writtenIn(figure, one, currency)
  const since = monthStart(months[drift.at ?? 0]?.month ?? 0, timeZone)
  const ends = [Math.abs(low), Math.abs(high)].toSorted((a, b) => a - b)
  return {
    code: `drifts/${code}-${figure.code}`,
    tone:
      figure.moreIs === 'neutral'
        ? 'neutral'
        : isUp === (figure.moreIs === 'good')
          ? 'good'
          : 'bad',
    segment,
    definition: `in segment "${segment}"`,
    text: say(words, {
      segment: name,
      figure: figure.label,
      change: share(Math.abs(value)),
      low: share(low < 0 === high < 0 ? (ends[0] ?? 0) : 0),
      high: share(ends[1] ?? 0),
      n: count(drift.n),
      month: { kind: 'month', value: since, timeZone },
      before: write(drift.before),
      after: write(drift.after),
      othersBefore: write(drift.othersBefore),
      othersAfter: write(drift.othersAfter),
    }),
  }
}
