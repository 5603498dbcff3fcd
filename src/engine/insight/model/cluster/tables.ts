/** The figures behind clusters: sizes and rules, profiles, the judges side by side, transforms, moves. */
import { say, verbatim, type ReportTable, type Text } from '../../../../core/insight/index.ts'
import { OBJECTION_WORDS, TRANSFORM_WORDS } from '../../../../core/models/index.ts'
import { joined, worded } from '../measures/worded.ts'
import { LEAST, type ClusterShown } from './found.ts'
import { W } from './words.ts'

/** All tables; those without rows are left out. */
export function clusterTables(
  shown: ClusterShown,
  names: ReadonlyMap<number, Text>,
): readonly ReportTable[] {
  const all = [
    sizeTable(shown, names),
    profileTable(shown),
    evidenceTable(shown),
    transformTable(shown),
    influenceTable(shown),
    moveTable(shown),
  ]
  return all.filter(({ rows }) => rows.length > 0)
}

function sizeTable({ found }: ClusterShown, names: ReadonlyMap<number, Text>): ReportTable {
  return {
    name: 'clusters',
    title: say(W.clusters),
    columns: [
      { key: 'number', title: say(W.number), kind: 'count' },
      { key: 'name', title: say(W.name), kind: 'text' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
      { key: 'share', title: say(W.share), kind: 'share' },
      { key: 'closeness', title: say(W.closeness), kind: 'number' },
      {
        key: 'stability',
        title: say(W.stability),
        kind: 'number',
        low: 'stability_low',
        high: 'stability_high',
      },
      {
        key: 'precision',
        title: say(W.precision),
        kind: 'share',
        low: 'precision_low',
        high: 'precision_high',
      },
      {
        key: 'recall',
        title: say(W.recall),
        kind: 'share',
        low: 'recall_low',
        high: 'recall_high',
      },
      { key: 'kappa', title: say(W.kappa), kind: 'number', low: 'kappa_low', high: 'kappa_high' },
      { key: 'definition', title: say(W.definition), kind: 'text' },
      ...(['stability', 'precision', 'recall', 'kappa'] as const).flatMap((of) =>
        (['low', 'high'] as const).map((end) => ({
          key: `${of}_${end}`,
          title: say(W[of]),
          kind: 'number' as const,
          hidden: true as const,
        })),
      ),
    ],
    rows: found.map((one) => {
      const isTold = (one.n ?? 0) >= LEAST
      const { fidelity, stability } = one
      return {
        number: one.number,
        name: names.get(one.number) ?? null,
        customers: isTold ? (one.n ?? null) : null,
        share: isTold ? (one.share ?? null) : null,
        closeness: isTold ? (one.closeness ?? null) : null,
        stability: stability?.jaccard.value ?? null,
        stability_low: stability?.jaccard.low ?? null,
        stability_high: stability?.jaccard.high ?? null,
        precision: isTold ? (fidelity?.precision.value ?? null) : null,
        precision_low: isTold ? (fidelity?.precision.low ?? null) : null,
        precision_high: isTold ? (fidelity?.precision.high ?? null) : null,
        recall: isTold ? (fidelity?.recall.value ?? null) : null,
        recall_low: isTold ? (fidelity?.recall.low ?? null) : null,
        recall_high: isTold ? (fidelity?.recall.high ?? null) : null,
        kappa: isTold ? (fidelity?.kappa.value ?? null) : null,
        kappa_low: isTold ? (fidelity?.kappa.low ?? null) : null,
        kappa_high: isTold ? (fidelity?.kappa.high ?? null) : null,
        definition: one.line === undefined ? null : verbatim(one.line),
      }
    }),
  }
}

function profileTable({ found, measures }: ClusterShown): ReportTable {
  return {
    name: 'profiles',
    title: say(W.profiles),
    columns: [
      { key: 'number', title: say(W.number), kind: 'count' },
      { key: 'measure', title: say(W.measure), kind: 'text' },
      { key: 'difference', title: say(W.difference), kind: 'number', low: 'low', high: 'high' },
      { key: 'inside', title: say(W.inside), kind: 'number' },
      { key: 'outside', title: say(W.outside), kind: 'number' },
      { key: 'low', title: say(W.difference), kind: 'number', hidden: true },
      { key: 'high', title: say(W.difference), kind: 'number', hidden: true },
    ],
    rows: found
      .filter((one) => (one.n ?? 0) >= LEAST)
      .flatMap((one) =>
        measures.map(({ name, label }) => {
          const mark = one.trademarks.find(({ measure }) => measure === name)
          return {
            number: one.number,
            measure: label,
            difference: mark?.difference.value ?? null,
            low: mark?.difference.low ?? null,
            high: mark?.difference.high ?? null,
            inside: mark?.inside ?? null,
            outside: mark?.outside ?? null,
          }
        }),
      ),
  }
}

function evidenceTable({ fit }: ClusterShown): ReportTable {
  return {
    name: 'evidence',
    title: say(W.evidence),
    columns: [
      { key: 'k', title: say(W.k), kind: 'count' },
      {
        key: 'silhouette',
        title: say(W.silhouette),
        kind: 'number',
        low: 'silhouette_low',
        high: 'silhouette_high',
      },
      { key: 'gap', title: say(W.gap), kind: 'number' },
      { key: 'excess', title: say(W.excess), kind: 'number' },
      {
        key: 'strength',
        title: say(W.strength),
        kind: 'number',
        low: 'strength_low',
        high: 'strength_high',
      },
      { key: 'least', title: say(W.least), kind: 'number' },
      { key: 'smallest', title: say(W.smallest), kind: 'share' },
      { key: 'bic', title: say(W.bic), kind: 'number' },
      { key: 'against', title: say(W.against), kind: 'text' },
      ...(['silhouette', 'strength'] as const).flatMap((of) =>
        (['low', 'high'] as const).map((end) => ({
          key: `${of}_${end}`,
          title: say(W[of]),
          kind: 'number' as const,
          hidden: true as const,
        })),
      ),
    ],
    rows: fit.evidence.map((one) => ({
      k: one.k,
      silhouette: one.silhouette.value ?? null,
      silhouette_low: one.silhouette.low ?? null,
      silhouette_high: one.silhouette.high ?? null,
      gap: one.gap ?? null,
      excess: one.excess,
      strength: one.predictionStrength?.value ?? null,
      strength_low: one.predictionStrength?.low ?? null,
      strength_high: one.predictionStrength?.high ?? null,
      least: one.leastStability,
      smallest: one.leastShare,
      bic: one.bic ?? null,
      against: joined(
        one.against.map((code) => worded(OBJECTION_WORDS, code)),
        ' ',
      ),
    })),
  }
}

function transformTable({ fit, measures }: ClusterShown): ReportTable {
  return {
    name: 'measures',
    title: say(W.transforms),
    columns: [
      { key: 'measure', title: say(W.measure), kind: 'text' },
      { key: 'definition', title: say(W.definition), kind: 'text' },
      { key: 'how', title: say(W.how), kind: 'text' },
      { key: 'why', title: say(W.why), kind: 'text' },
      { key: 'missing', title: say(W.missing), kind: 'share' },
      { key: 'weight', title: say(W.weight), kind: 'number' },
    ],
    rows: fit.scaling.map((how, j) => ({
      measure: measures[j]?.label ?? verbatim(how.name),
      definition: verbatim(measures[j]?.text ?? ''),
      how: how.transform,
      why: worded(TRANSFORM_WORDS, how.reason),
      missing: how.n + how.missing > 0 ? how.missing / (how.n + how.missing) : null,
      weight: how.weight,
    })),
  }
}

function influenceTable({ fit, measures }: ClusterShown): ReportTable {
  return {
    name: 'influence',
    title: say(W.influence),
    columns: [
      { key: 'field', title: say(W.field), kind: 'text' },
      { key: 'weight', title: say(W.weight), kind: 'number' },
      { key: 'share', title: say(W.share), kind: 'share' },
    ],
    rows: fit.influence.map(({ name, weight, share }) => ({
      field: measures.find((one) => one.name === name)?.label ?? verbatim(name),
      weight,
      share,
    })),
  }
}

function moveTable({ moves }: ClusterShown): ReportTable {
  return {
    name: 'moves',
    title: say(W.moves),
    columns: [
      { key: 'from', title: say(W.from), kind: 'count' },
      { key: 'to', title: say(W.to), kind: 'count' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
    ],
    rows: moves.map(({ from, to, n }) => ({ from, to, customers: n >= LEAST ? n : null })),
  }
}
