/** The figures behind the check of a segment. */
import {
  PRIVACY_FLOOR,
  say,
  type Compared,
  type ReportDraft,
  type ReportTable,
} from '../../../core/insight/index.ts'
import { instantText } from '../../run/index.ts'
import type { ReportContext } from '../report/kind.ts'
import type { SegmentPair } from './overlaps.ts'
import { segmentName } from './profile.ts'
import type { Answer } from './answer.ts'
import { CHECK_WORDS, GRADE_WORDS, QUALITY_WORDS as W } from './quality-words.ts'
import { PROFILE_WORDS } from './profile-words.ts'
import type { Turnover } from './stability.ts'
import { comparedTable } from './written.ts'
import { boundCells, withBounds } from '../basis/bounds.ts'

/** What there is to show. */
export interface QualityFigures {
  readonly context: ReportContext
  readonly segment: string
  readonly answers: readonly Answer[]
  readonly outcomes: readonly Compared[]
  readonly turnover: readonly Turnover[]
  readonly pairs: readonly SegmentPair[]
}

/** Tables and charts. */
export function qualityTables(given: QualityFigures): Pick<ReportDraft, 'tables' | 'charts'> {
  const { context, outcomes, turnover } = given
  const { currency } = context.current.programme
  const against = say(PROFILE_WORDS.rest)
  const months = turnoverTable(turnover)
  return {
    tables: [
      checks(given),
      comparedTable(outcomes, { name: 'outcomes', title: say(W.outcomes), against, currency }),
      ...(turnover.length === 0 ? [] : [months]),
      closest(given),
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

function checks({ answers }: QualityFigures): ReportTable {
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

const MOST_CLOSE = 10

function closest({ context, segment, pairs }: QualityFigures): ReportTable {
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
