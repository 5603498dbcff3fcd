/** The figures behind a learned model: quality, tenths, reliability, what it listens to, each feature alone. */
import {
  say,
  verbatim,
  type Finding,
  type ReportChart,
  type ReportTable,
  type Text,
} from '../../../../core/insight/index.ts'
import type { Importance, Propensity, Quality } from '../../../../core/models/index.ts'
import { joined } from '../measures/worded.ts'
import { W } from './words.ts'

type LabelOf = (feature: string) => Text

/** Suspects, by name, with how well each tells the answer alone. */
export function leakFindings({ leaks, leftOut }: Propensity, labelOf: LabelOf): readonly Finding[] {
  return leaks.suspects
    .filter(({ feature }) => leftOut.includes(feature))
    .map(({ feature, auc }) => {
      const holes = {
        feature: labelOf(feature),
        auc: { kind: 'number', value: auc.value ?? 0 } as const,
      }
      return { code: 'model/leak', tone: 'caution', text: say(W.leak, holes) }
    })
}

/** What was withheld, named. */
export function withheldFinding(labels: readonly Text[]): readonly Finding[] {
  if (labels.length === 0) return []
  const text = say(W.withheld, { names: joined(labels, ', ') })
  return [{ code: 'model/withheld', tone: 'neutral', text }]
}

/** All tables that learners share. */
export function learnedTables(model: Propensity, labelOf: LabelOf): readonly ReportTable[] {
  const all = [
    qualityTable(model),
    decileTable(model.quality),
    reliabilityTable(model.quality),
    importanceTable(model.importance, labelOf),
    strengthTable(model, labelOf),
  ]
  return all.filter(({ rows }) => rows.length > 0)
}

/** How they are drawn. */
export function learnedCharts(model: Propensity): readonly ReportChart[] {
  const charts: ReportChart[] = []
  if (model.quality.deciles.length > 0) {
    charts.push({
      kind: 'bars',
      title: say(W.deciles),
      table: 'deciles',
      x: 'decile',
      y: ['lift'],
      reference: 1,
    })
  }
  if (model.quality.reliability.length > 0) {
    charts.push({
      kind: 'points',
      title: say(W.reliability),
      table: 'reliability',
      x: 'promised',
      y: ['observed'],
    })
  }
  if (model.importance.length > 0) {
    charts.push({
      kind: 'bars',
      title: say(W.importance),
      table: 'importance',
      x: 'feature',
      y: ['share'],
    })
  }
  return charts
}

function qualityTable({ baseline, challenger, choice }: Propensity): ReportTable {
  const row = (name: 'baseline' | 'challenger', of: Quality) => ({
    model: say(W[name]),
    used: choice.chosen === name,
    rows: of.n,
    hits: of.positives,
    auc: of.auc.value ?? null,
    low: of.auc.low ?? null,
    high: of.auc.high ?? null,
    precision: of.averagePrecision ?? null,
    skill: of.brierSkill ?? null,
    loss: of.logLoss ?? null,
    gap: of.calibrationGap ?? null,
  })
  return {
    name: 'quality',
    title: say(W.quality),
    columns: [
      { key: 'model', title: say(W.model), kind: 'text' },
      { key: 'used', title: say(W.used), kind: 'text' },
      { key: 'rows', title: say(W.rows), kind: 'count' },
      { key: 'hits', title: say(W.hits), kind: 'count' },
      { key: 'auc', title: say(W.auc), kind: 'number', low: 'low', high: 'high' },
      { key: 'precision', title: say(W.precision), kind: 'number' },
      { key: 'skill', title: say(W.skill), kind: 'number' },
      { key: 'loss', title: say(W.loss), kind: 'number' },
      { key: 'gap', title: say(W.gapOf), kind: 'share' },
      { key: 'low', title: say(W.auc), kind: 'number', hidden: true },
      { key: 'high', title: say(W.auc), kind: 'number', hidden: true },
    ],
    rows: [row('baseline', baseline), row('challenger', challenger)],
  }
}

function decileTable({ deciles }: Quality): ReportTable {
  return {
    name: 'deciles',
    title: say(W.deciles),
    columns: [
      { key: 'decile', title: say(W.decile), kind: 'count' },
      { key: 'rows', title: say(W.rows), kind: 'count' },
      { key: 'hits', title: say(W.hits), kind: 'count' },
      { key: 'lift', title: say(W.lift), kind: 'number' },
      { key: 'captured', title: say(W.captured), kind: 'share' },
    ],
    rows: deciles.map(({ n, hits, lift, captured }, i) => ({
      decile: i + 1,
      rows: n,
      hits,
      lift: lift ?? null,
      captured: captured ?? null,
    })),
  }
}

function reliabilityTable({ reliability }: Quality): ReportTable {
  return {
    name: 'reliability',
    title: say(W.reliability),
    columns: [
      { key: 'promised', title: say(W.promised), kind: 'share' },
      { key: 'observed', title: say(W.observed), kind: 'share', low: 'low', high: 'high' },
      { key: 'rows', title: say(W.rows), kind: 'count' },
      { key: 'low', title: say(W.observed), kind: 'share', hidden: true },
      { key: 'high', title: say(W.observed), kind: 'share', hidden: true },
    ],
    rows: reliability.map(({ promised, observed }) => ({
      promised,
      observed: observed.value ?? null,
      rows: observed.n,
      low: observed.low ?? null,
      high: observed.high ?? null,
    })),
  }
}

function importanceTable(all: readonly Importance[], labelOf: LabelOf): ReportTable {
  const used = all.filter(({ share }) => share > 0).toSorted((a, b) => b.share - a.share)
  return {
    name: 'importance',
    title: say(W.importance),
    columns: [
      { key: 'feature', title: say(W.feature), kind: 'text' },
      { key: 'share', title: say(W.share), kind: 'share' },
      { key: 'direction', title: say(W.direction), kind: 'text' },
    ],
    rows: used.map(({ feature, share, direction, highest, lowest }) => ({
      feature: labelOf(feature),
      share,
      direction:
        highest === undefined || lowest === undefined || highest === lowest
          ? say(W[direction])
          : say(W.between, {
              highest: highest === '' ? '–' : highest,
              lowest: lowest === '' ? '–' : lowest,
            }),
    })),
  }
}

function strengthTable({ leaks, leftOut }: Propensity, labelOf: LabelOf): ReportTable {
  return {
    name: 'features',
    title: say(W.strengths),
    columns: [
      { key: 'feature', title: say(W.feature), kind: 'text' },
      { key: 'auc', title: say(W.strength), kind: 'number', low: 'low', high: 'high' },
      { key: 'out', title: say(W.out), kind: 'text' },
      { key: 'low', title: say(W.strength), kind: 'number', hidden: true },
      { key: 'high', title: say(W.strength), kind: 'number', hidden: true },
    ],
    rows: leaks.strengths.map(({ feature, auc }) => ({
      feature: labelOf(feature),
      auc: auc.value ?? null,
      out: leftOut.includes(feature) ? say(W.out) : verbatim(''),
      low: auc.low ?? null,
      high: auc.high ?? null,
    })),
  }
}
