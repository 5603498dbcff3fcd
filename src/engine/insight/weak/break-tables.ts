/** Breaks in figures: the steps, who stops more often, and the curves. */
import {
  PRIVACY_FLOOR,
  say,
  verbatim,
  type ReportDraft,
  type ReportTable,
} from '../../../core/insight/index.ts'
import { survivalAt } from '../../../core/models/index.ts'
import { withBounds, boundCells } from '../basis/bounds.ts'
import { RELEVANCE_WORDS } from '../segments/written.ts'
import { breakFindings, stakeOf } from './break-findings.ts'
import type { Breaks, Step } from './break-facts.ts'
import { BREAK_WORDS as W } from './break-words.ts'

/** The report as it leaves. */
export function breakDraft(found: Breaks): ReportDraft {
  const days = { kind: 'days', value: found.patience } as const
  const n = { kind: 'count', value: found.customers } as const
  const year = { kind: 'days', value: found.yearDays } as const
  const hasMoney = found.steps.some((step) => step.year !== undefined)
  return {
    findings: breakFindings(found),
    tables: [stepTable(found), carrierTable(found), curveTable(found)],
    charts: [
      { kind: 'bars', title: say(W.steps), table: 'steps', x: 'step', y: ['lost'] },
      {
        kind: 'lines',
        title: say(W.curve),
        table: 'curve',
        x: 'day',
        y: ['notBack'],
        series: 'step',
      },
    ],
    method: [
      say(W.method, { days, n }),
      ...(found.isAssumed ? [say(W.assumed)] : []),
      say(W.methodBreak),
      say(W.methodCarrier),
      ...(hasMoney ? [say(W.methodMoney, { days: year })] : []),
    ],
  }
}

function stepTable({ steps }: Breaks): ReportTable {
  const shown = steps.filter(({ judged }) => judged.loss.n >= PRIVACY_FLOOR)
  return {
    name: 'steps',
    title: say(W.steps),
    columns: [
      { key: 'step', title: say(W.stepColumn), kind: 'count' },
      { key: 'reached', title: say(W.reached), kind: 'count' },
      ...withBounds({ key: 'lost', title: say(W.lost), kind: 'share' }),
      { key: 'expected', title: say(W.expected), kind: 'share' },
      { key: 'chance', title: say(W.chance), kind: 'number', hidden: true },
      { key: 'break', title: say(W.isBreak), kind: 'text' },
      { key: 'half', title: say(W.half), kind: 'count' },
      { key: 'late', title: say(W.lateNow), kind: 'count' },
      ...withBounds({ key: 'year', title: say(W.eachYear), kind: 'money' }),
      ...withBounds({ key: 'stake', title: say(W.stake), kind: 'money' }),
    ],
    rows: shown.map((step) => {
      const { judged, half, late, year } = step
      return {
        step: judged.step,
        reached: judged.loss.n,
        ...boundCells('lost', judged.loss),
        expected: judged.expected ?? null,
        chance: judged.adjustedP ?? null,
        break: judged.isBreak ? say(W.yes) : null,
        half: half ?? null,
        late: late < PRIVACY_FLOOR ? null : late,
        ...boundCells('year', year),
        ...boundCells('stake', late < PRIVACY_FLOOR ? undefined : stakeOf(step)),
      }
    }),
  }
}

const MOST_ROWS = 40

function carrierTable({ values }: Breaks): ReportTable {
  const rows = values
    .filter(({ of, carrier }) => of.n >= PRIVACY_FLOOR && carrier.difference.value !== undefined)
    .toSorted(
      (a, b) =>
        (a.carrier.adjustedP ?? 1) - (b.carrier.adjustedP ?? 1) ||
        (b.carrier.difference.value ?? 0) - (a.carrier.difference.value ?? 0),
    )
  return {
    name: 'carriers',
    title: say(W.carriers),
    columns: [
      { key: 'step', title: say(W.stepColumn), kind: 'count' },
      { key: 'what', title: say(W.what), kind: 'text' },
      { key: 'value', title: say(W.value), kind: 'text' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
      ...withBounds({ key: 'lost', title: say(W.lost), kind: 'share' }),
      { key: 'others', title: say(W.others), kind: 'share' },
      ...withBounds({ key: 'difference', title: say(W.difference), kind: 'share' }),
      { key: 'chance', title: say(W.chance), kind: 'number', hidden: true },
      { key: 'verdict', title: say(W.verdict), kind: 'text' },
    ],
    rows: rows.slice(0, MOST_ROWS).map(({ waits, of, others, carrier }) => ({
      step: waits.step,
      what: waits.label,
      value: waits.value,
      customers: of.n,
      ...boundCells('lost', of),
      others: others.value ?? null,
      ...boundCells('difference', carrier.difference),
      chance: carrier.adjustedP ?? null,
      verdict: say(RELEVANCE_WORDS[carrier.relevance]),
    })),
  }
}

const CURVES = 5
const POINTS = 30

function curveTable({ steps, patience }: Breaks): ReportTable {
  const end = patience * 1.5
  const days = Array.from({ length: POINTS + 1 }, (_, i) => Math.round((i * end) / POINTS))
  const points = (step: Step) =>
    days.flatMap((day) => {
      const still = survivalAt(step.curve, day)
      if (still.value === undefined) return []
      return [{ step: verbatim(String(step.judged.step)), day, ...boundCells('notBack', still) }]
    })
  return {
    name: 'curve',
    title: say(W.curve),
    columns: [
      { key: 'step', title: say(W.stepColumn), kind: 'text' },
      { key: 'day', title: say(W.day), kind: 'count' },
      ...withBounds({ key: 'notBack', title: say(W.notBack), kind: 'share' }),
    ],
    rows: steps
      .filter(({ judged }) => judged.loss.n >= PRIVACY_FLOOR)
      .slice(0, CURVES)
      .flatMap(points),
  }
}
