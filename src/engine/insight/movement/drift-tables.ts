/** Tables of drifts: every figure judged, those that moved side by side, and the months behind them. */
import { LOCALES } from '../../../core/base/index.ts'
import {
  figure as written,
  PRIVACY_FLOOR,
  say,
  type ReportTable,
  type Text,
} from '../../../core/insight/index.ts'
import { boundCells, withBounds } from '../basis/bounds.ts'
import type { ReportContext } from '../report/kind.ts'
import type { DriftFigure, Drifts, JudgedDrift } from './drift-figures.ts'
import { DRIFT_WORDS as W } from './drift-words.ts'
import { monthText } from './months.ts'
import { READING_WORDS } from './states.ts'

/** A value of the figure in each language; a dash where there is none. */
export function writtenIn({ kind }: DriftFigure, value: number, currency: string): Text {
  const text = (locale: (typeof LOCALES)[number]): string => {
    if (Number.isNaN(value)) return '–'
    if (kind === 'money') return written({ kind, value, currency }, locale)
    return kind === 'number'
      ? written({ kind, value, digits: 2 }, locale)
      : written({ kind, value }, locale)
  }
  return Object.fromEntries(LOCALES.map((locale) => [locale, text(locale)])) as Text
}

const VERDICTS = {
  trend: W.isTrend,
  jump: W.isJump,
  steady: W.isSteady,
  'cannot-tell': W.isUnsure,
} as const

/** What was found comes first. */
const ORDER = ['trend', 'jump', 'steady', 'cannot-tell'] as const

/** Everything that was judged. */
export function judgedTable(context: ReportContext, { judged, months }: Drifts): ReportTable {
  const { currency } = context.current.programme
  return {
    name: 'judged',
    title: say(W.judged),
    columns: [
      { key: 'segment', title: say(W.segment), kind: 'text' },
      { key: 'figure', title: say(W.figure), kind: 'text' },
      { key: 'verdict', title: say(W.verdict), kind: 'text' },
      ...withBounds({ key: 'change', title: say(W.change), kind: 'share' }),
      { key: 'chance', title: say(W.chance), kind: 'number' },
      { key: 'since', title: say(W.since), kind: 'text' },
      { key: 'before', title: say(W.before), kind: 'text' },
      { key: 'after', title: say(W.after), kind: 'text' },
      { key: 'othersBefore', title: say(W.othersBefore), kind: 'text' },
      { key: 'othersAfter', title: say(W.othersAfter), kind: 'text' },
      { key: 'used', title: say(W.used), kind: 'count' },
    ],
    rows: judged
      .toSorted((a, b) => ORDER.indexOf(a.drift.kind) - ORDER.indexOf(b.drift.kind))
      .map(({ name, figure, drift }) => ({
        segment: name,
        figure: figure.label,
        verdict: say(VERDICTS[drift.kind]),
        ...boundCells('change', drift.change),
        chance: drift.adjustedP ?? null,
        since: drift.at === undefined ? null : monthText(months[drift.at]?.month ?? 0),
        before: writtenIn(figure, drift.before, currency),
        after: writtenIn(figure, drift.after, currency),
        othersBefore: writtenIn(figure, drift.othersBefore, currency),
        othersAfter: writtenIn(figure, drift.othersAfter, currency),
        used: drift.n,
      })),
  }
}

/** Those that moved, each as an index of its own mean. */
export function movedTable({ months }: Drifts, moved: readonly JudgedDrift[]): ReportTable {
  return {
    name: 'moved',
    title: say(W.moved),
    columns: [
      { key: 'name', title: say(W.name), kind: 'text' },
      { key: 'month', title: say(W.month), kind: 'text' },
      { key: 'index', title: say(W.index), kind: 'number' },
    ],
    rows: moved.flatMap(({ name, figure, drift }) => {
      const known = drift.apart.filter((value) => !Number.isNaN(value))
      const mean = known.reduce((sum, value) => sum + value, 0) / known.length
      return months.map(({ month }, i) => {
        const value = drift.apart[i] ?? Number.NaN
        return {
          name: say(
            [
              '{segment}, {figure}',
              '{segment}, {figure}',
              '{segment}, {figure}',
              '{segment}, {figure}',
            ],
            {
              segment: name,
              figure: figure.label,
            },
          ),
          month: monthText(month),
          index: Number.isNaN(value) ? null : (100 * value) / mean,
        }
      })
    }),
  }
}

/** The months themselves, of members at the beginning of each. */
export function seriesTable({ judged, months, figures }: Drifts): ReportTable {
  const segments = [...new Map(judged.map((one) => [one.segment, one.name])).values()]
  return {
    name: 'series',
    title: say(W.series),
    columns: [
      { key: 'segment', title: say(W.segment), kind: 'text' },
      { key: 'month', title: say(W.month), kind: 'text' },
      { key: 'members', title: say(W.members), kind: 'count' },
      ...figures.map(({ key, label, kind }) => ({ key, title: label, kind })),
      { key: 'reading', title: say(W.reading), kind: 'text' },
    ],
    rows: segments.flatMap((name, place) =>
      months.map(({ month, segments: sums, readings }, i) => {
        const members = sums[place]?.members ?? 0
        const reading = readings[place]
        return {
          segment: name,
          month: monthText(month),
          members: members < PRIVACY_FLOOR ? null : members,
          ...Object.fromEntries(
            figures.map(({ key }, f) => {
              const value = judged[place * figures.length + f]?.own[i] ?? Number.NaN
              return [key, Number.isNaN(value) ? null : value]
            }),
          ),
          reading: reading === undefined ? null : say(READING_WORDS[reading]),
        }
      }),
    ),
  }
}
