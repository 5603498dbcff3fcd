/** What clusters say: whether there are any, what each is like, and the definition that selects it. */
import {
  say,
  verbatim,
  type Figure,
  type Finding,
  type Hole,
  type ReportChart,
  type ReportDraft,
  type Text,
} from '../../../../core/insight/index.ts'
import { OBJECTION_WORDS, STABILITY_WORDS, VERDICT_WORDS } from '../../../../core/models/index.ts'
import type { ModelMeasure } from '../measures/behaviour.ts'
import { joined, worded } from '../measures/worded.ts'
import { LEAST, type ClusterShown, type FoundCluster } from './found.ts'
import { clusterTables } from './tables.ts'
import { W } from './words.ts'

/** More clusters than this stand in the table only. */
const MOST_FINDINGS = 6
/** Below this a definition describes another group (Landis, Koch 1977). */
const FAITHFUL = 0.6

/** Findings first, then the tables behind them. */
export function clusterDraft(shown: ClusterShown): ReportDraft {
  const { fit, asked, found, sampled, among } = shown
  const names = new Map(found.map((one) => [one.number, nameOf(one, shown)]))
  const findings = [
    verdictOf(shown),
    ...objections(shown),
    ...[...found]
      .sort((a, b) => (b.n ?? 0) - (a.n ?? 0))
      .slice(0, MOST_FINDINGS)
      .map((one) => clusterFinding(one, shown, names.get(one.number) ?? say(W.average))),
    ...doubts(shown),
    ...moved(shown),
  ]
  const holes = {
    sampled: count(sampled),
    judged: count(fit.judged),
    among: among === undefined ? say(W.everyone) : verbatim(among),
  }
  return {
    findings,
    tables: clusterTables(shown, names),
    charts: chartsOf(shown),
    method: [
      say(W.method, holes),
      say(W[asked.method]),
      ...(found.length > 0 ? [say(W.rules)] : []),
    ],
  }
}

function count(value: number): Figure {
  return { kind: 'count', value }
}

function verdictOf({ fit, sampled, asked }: ClusterShown): Finding {
  const { verdict } = fit
  const k = asked.k > 0 && fit.clusters !== undefined ? asked.k : (fit.clusters?.k ?? 0)
  return {
    code: `cluster/${verdict}`,
    tone: verdict === 'structure' ? 'good' : 'caution',
    text: worded(VERDICT_WORDS, verdict, {
      k: count(k),
      n: count(fit.judged === 0 ? sampled : fit.judged),
    }),
  }
}

/** What speaks against a number that somebody asked for. */
function objections({ fit, asked }: ClusterShown): readonly Finding[] {
  if (asked.k === 0) return []
  const against = fit.evidence.find((one) => one.k === asked.k)?.against ?? []
  if (against.length === 0) return []
  const words = joined(
    against.map((one) => worded(OBJECTION_WORDS, one)),
    ' ',
  )
  const text = say(W.asked, { k: count(asked.k), objections: words })
  return [{ code: 'cluster/asked', tone: 'caution', text }]
}

function clusterFinding(one: FoundCluster, shown: ClusterShown, name: Text): Finding {
  const { number, n = 0, share = 0, fidelity, definition } = one
  const code = 'cluster/found'
  if (n < LEAST) {
    return { code, tone: 'caution', text: say(W.hidden, { number: count(number) }) }
  }
  const kappa = fidelity?.kappa.value ?? 0
  const isFaithful = definition !== undefined && kappa >= FAITHFUL
  const rule =
    definition === undefined
      ? say(W.ruleless)
      : isFaithful
        ? say(W.rule, {
            recall: { kind: 'share', value: fidelity?.recall.value ?? 0 },
            precision: { kind: 'share', value: fidelity?.precision.value ?? 0 },
          })
        : say(W.unfaithful, { kappa: { kind: 'number', value: kappa } })
  const holes = {
    number: count(number),
    n: count(n),
    share: { kind: 'share', value: share } as const,
    traits: sentence(name),
    rule,
  }
  return {
    code,
    tone: 'neutral',
    text: say(W.cluster, holes),
    definition:
      isFaithful && definition !== undefined
        ? definition
        : `score(${shown.key}.cluster) = ${number}`,
  }
}

function sentence(text: Text): Text {
  return joined([text, verbatim('')], '.')
}

/** The two measures that tell the cluster best. */
function nameOf({ trademarks }: FoundCluster, { measures, currency }: ClusterShown): Text {
  const telling = trademarks.filter(({ word }) => word === 'large' || word === 'medium').slice(0, 2)
  if (telling.length === 0) return say(W.average)
  const parts = telling.map((mark) => {
    const measure = measures.find(({ name }) => name === mark.measure)
    const written = (value: number | undefined): Hole =>
      value === undefined ? '–' : figureOf(value, measure?.unit ?? 'number', currency)
    return say(W[mark.direction], {
      measure: measure?.label ?? mark.measure,
      inside: written(mark.inside),
      outside: written(mark.outside),
    })
  })
  return joined(parts, '; ')
}

/** A value in the unit of its measure. */
export function figureOf(value: number, unit: ModelMeasure['unit'], currency: string): Figure {
  if (unit === 'money') return { kind: 'money', value, currency }
  if (unit === 'share' || unit === 'days' || unit === 'count') return { kind: unit, value }
  return { kind: 'number', value, digits: Math.abs(value) < 10 ? 1 : 0 }
}

function doubts({ fit, found, measures }: ClusterShown): readonly Finding[] {
  const out: Finding[] = []
  if (fit.collapsed)
    out.push({ code: 'cluster/collapsed', tone: 'caution', text: say(W.collapsed) })
  const shaky = found.filter(
    ({ stability }) => stability !== undefined && stability.word !== 'stable',
  )
  if (shaky.length > 0) {
    const clusters = joined(
      shaky.map(({ number, stability }) =>
        joined(
          [verbatim(`${number}:`), worded(STABILITY_WORDS, stability?.word ?? 'unstable')],
          ' ',
        ),
      ),
      '; ',
    )
    out.push({ code: 'cluster/shaky', tone: 'caution', text: say(W.shaky, { clusters }) })
  }
  if (fit.lumpy.length > 0 && found.length > 0) {
    const names = fit.lumpy.map(
      (name) => measures.find((one) => one.name === name)?.label ?? verbatim(name),
    )
    out.push({
      code: 'cluster/lumpy',
      tone: 'caution',
      text: say(W.lumpy, { measures: joined(names, ', ') }),
    })
  }
  return out
}

function moved({ moves }: ClusterShown): readonly Finding[] {
  const all = moves.reduce((sum, { n }) => sum + n, 0)
  if (all === 0) return []
  const n = moves.reduce((sum, move) => sum + (move.from === move.to ? 0 : move.n), 0)
  const holes = { n: count(n), all: count(all), share: { kind: 'share', value: n / all } as const }
  return [{ code: 'cluster/moved', tone: 'neutral', text: say(W.moved, holes) }]
}

function chartsOf({ found, moves, fit }: ClusterShown): readonly ReportChart[] {
  const charts: ReportChart[] = []
  if (found.length > 0) {
    charts.push(
      { kind: 'bars', title: say(W.clusters), table: 'clusters', x: 'number', y: ['share'] },
      {
        kind: 'heat',
        title: say(W.profiles),
        table: 'profiles',
        x: 'measure',
        series: 'number',
        y: ['difference'],
      },
    )
  }
  if (fit.evidence.length > 0) {
    charts.push({
      kind: 'lines',
      title: say(W.evidence),
      table: 'evidence',
      x: 'k',
      y: ['silhouette', 'strength', 'least'],
    })
  }
  if (moves.length > 0) {
    charts.push({
      kind: 'flow',
      title: say(W.moves),
      table: 'moves',
      x: 'from',
      series: 'to',
      y: ['customers'],
    })
  }
  return charts
}
