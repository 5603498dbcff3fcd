/** The figures behind the check of a segment. */
import { localDate } from '../../../core/base/index.ts'
import {
  CHECK_WORDS,
  PRIVACY_FLOOR,
  SHORT_VERDICT_WORDS,
  say,
  type ReportDraft,
  type ReportTable,
} from '../../../core/insight/index.ts'
import { instantText, type SegmentCheck } from '../../run/index.ts'
import type { ReportContext } from '../report/kind.ts'
import type { Examined } from './examine.ts'
import { proxyTable, scoreName } from './fair/fair.ts'
import { segmentName } from './profile.ts'
import { GRADE_WORDS, QUALITY_WORDS as W } from './quality-words.ts'
import { PROFILE_WORDS } from './profile-words.ts'
import type { Turnover } from './stability.ts'
import type { Subject } from './subject.ts'
import { comparedTable } from './written.ts'
import { boundCells, withBounds } from '../basis/bounds.ts'

/** What there is to show. */
export interface QualityFigures {
  readonly context: ReportContext
  readonly subject: Subject
  readonly examined: Examined
  /** Checks that are kept, the oldest first. */
  readonly history: readonly SegmentCheck[]
}

/** Tables and charts. */
export function qualityTables(given: QualityFigures): Pick<ReportDraft, 'tables' | 'charts'> {
  const { context, subject, examined, history } = given
  const { outcomes, turnover, fairness } = examined
  const checked = checksTable(given)
  const past = history.length < 2 ? [] : [historyTable(given)]
  // Of fewer than eleven nothing is shown.
  if (fairness === undefined) return { tables: [], charts: [] }
  const { currency } = context.current.programme
  const against = say(PROFILE_WORDS.rest)
  const months = turnoverTable(turnover)
  return {
    tables: [
      checked,
      comparedTable(outcomes, { name: 'outcomes', title: say(W.outcomes), against, currency }),
      ...(turnover.length === 0 ? [] : [months]),
      ...past,
      closest(given),
      proxyTable(
        [
          ...fairness.proxies.rows.map((row) => ({
            of: subject.name,
            row,
            isOpen: subject.uses.has(`trait:${row.trait}`),
          })),
          ...[...fairness.scores].flatMap(([score, { rows }]) =>
            rows.map((row) => ({ of: scoreName(context, score), row, isOpen: false })),
          ),
        ],
        { name: 'protected' },
      ),
    ],
    charts: [
      {
        kind: 'dots',
        title: say(W.outcomes),
        table: 'outcomes',
        x: 'what',
        y: ['apart'],
        reference: 0,
      },
      ...(past.length === 0
        ? []
        : [
            {
              kind: 'lines',
              title: say(W.history),
              table: 'history',
              x: 'day',
              y: ['members'],
            } as const,
          ]),
      ...(turnover.length === 0
        ? []
        : [
            {
              kind: 'lines',
              title: months.title,
              table: 'turnover',
              x: 'until',
              y: ['kept'],
            } as const,
          ]),
    ],
  }
}

function checksTable({ examined: { answers } }: QualityFigures): ReportTable {
  return {
    name: 'checks',
    title: say(W.checks),
    columns: [
      { key: 'check', title: say(W.check), kind: 'text' },
      { key: 'answer', title: say(W.answer), kind: 'text' },
    ],
    rows: answers.map(({ check, grade }) => ({
      check: say(CHECK_WORDS[check]),
      answer: say(GRADE_WORDS[grade]),
    })),
  }
}

function shown(n: number): number | null {
  return n < PRIVACY_FLOOR ? null : n
}

function turnoverTable(turnover: readonly Turnover[]): ReportTable {
  return {
    name: 'turnover',
    title: say(W.turnover),
    columns: [
      { key: 'until', title: say(W.until), kind: 'date' },
      { key: 'members', title: say(W.members), kind: 'count' },
      { key: 'joined', title: say(W.joined), kind: 'count' },
      { key: 'left', title: say(W.left), kind: 'count' },
      ...withBounds({ key: 'kept', title: say(W.kept), kind: 'share' }),
    ],
    rows: turnover.map(({ to, before, after, stayed, jaccard }) => ({
      until: instantText(to).slice(0, 10),
      members: shown(after),
      // One of the two and the sizes would tell the other.
      ...(Math.min(after - stayed, before - stayed) < PRIVACY_FLOOR
        ? { joined: null, left: null }
        : { joined: after - stayed, left: before - stayed }),
      ...(before + after - stayed < PRIVACY_FLOOR ? { kept: null } : boundCells('kept', jaccard)),
    })),
  }
}

/** What was kept of earlier checks: whether size and key figures drift. */
function historyTable({ context, history }: QualityFigures): ReportTable {
  return {
    name: 'history',
    title: say(W.history),
    columns: [
      { key: 'day', title: say(W.day), kind: 'date' },
      { key: 'verdict', title: say(W.verdict), kind: 'text' },
      { key: 'members', title: say(W.members), kind: 'count' },
      { key: 'share', title: say(W.share), kind: 'share' },
      { key: 'spend', title: say(W.spend), kind: 'money' },
      { key: 'bought', title: say(W.bought), kind: 'share' },
      { key: 'reachable', title: say(W.reachable), kind: 'share' },
      { key: 'kept', title: say(W.kept), kind: 'share' },
      { key: 'proxy', title: say(W.proxy), kind: 'number' },
    ],
    rows: history.map(({ asOf, verdict, figures }) => ({
      day: localDate(asOf, context.current.programme.timeZone),
      verdict: say(SHORT_VERDICT_WORDS[verdict]),
      members: figures.members ?? null,
      share:
        figures.members === undefined || figures.population === 0
          ? null
          : figures.members / figures.population,
      spend: figures.spend ?? null,
      bought: figures.bought ?? null,
      reachable: figures.reachable ?? null,
      kept: figures.kept ?? null,
      proxy: figures.proxy ?? null,
    })),
  }
}

const MOST_CLOSE = 10

function closest({ context, subject, examined: { pairs } }: QualityFigures): ReportTable {
  const segment = subject.key
  return {
    name: 'closest',
    title: say(W.closest),
    columns: [
      { key: 'other', title: say(W.other), kind: 'text' },
      ...withBounds({ key: 'jaccard', title: say(W.jaccard), kind: 'share' }),
    ],
    rows: pairs
      .filter(({ both }) => both === 0 || both >= PRIVACY_FLOOR)
      .slice(0, MOST_CLOSE)
      .map(({ first, second, overlap }) => ({
        other: segmentName(context, first === segment ? second : first),
        ...boundCells('jaccard', overlap.jaccard),
      })),
  }
}
