/** How the money is spread, in figures and curves. */
import {
  PRIVACY_FLOOR,
  say,
  shownWithin,
  type Figure,
  type ReportChart,
  type ReportDraft,
  type ReportTable,
  type Text,
} from '../../../core/insight/index.ts'
import type { Concentration } from '../../../core/stats/index.ts'
import { withBounds, boundCells } from '../basis/bounds.ts'
import { concentrationFindings } from './concentration-findings.ts'
import type { MarginSpread, MoneySpread } from './concentration-facts.ts'
import { CONCENTRATION_WORDS as W } from './concentration-words.ts'

/** The report as it leaves. */
export function concentrationDraft(spread: MoneySpread): ReportDraft {
  const findings = concentrationFindings(spread)
  const { found, margins, resellers } = spread
  const { value: gini, n } = found.gini
  if (gini === undefined || n < PRIVACY_FLOOR)
    return { findings, tables: [], charts: [], method: [] }
  const days: Figure = { kind: 'days', value: spread.days }
  return {
    findings,
    tables: [
      topTable(spread),
      tierTable(spread),
      curveTable('curve', say(W.curve), say(W.held), found),
      ...margins.flatMap((one, i) => marginTables(one, i + 1)),
    ],
    charts: [
      curveChart('curve', say(W.curve)),
      { kind: 'dots', title: say(W.thresholds), table: 'thresholds', x: 'top', y: ['held'] },
      {
        kind: 'bars',
        title: say(W.tiers),
        table: 'tiers',
        x: 'from',
        y: ['customers', 'nearMisses'],
      },
      ...margins.map(({ label }, i) =>
        curveChart(`margin-curve-${i + 1}`, say(W.marginCurve, { score: label })),
      ),
    ],
    method: [
      say(W.method, { days, gini: { kind: 'number', value: gini } }),
      ...(resellers === undefined ? [] : [say(W.methodReseller)]),
      ...(spread.isGross ? [say(W.methodGross)] : []),
    ],
  }
}

const PLAIN = ['{top}', '{top}', '{top}', '{top}'] as const

function topTable({ found, cuts }: MoneySpread): ReportTable {
  const shown = shownWithin([...cuts.map(({ customers }) => customers), found.gini.n])
  return {
    name: 'thresholds',
    title: say(W.thresholds),
    columns: [
      { key: 'top', title: say(W.topShare), kind: 'text' },
      { key: 'from', title: say(W.from), kind: 'money' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
      ...withBounds({ key: 'held', title: say(W.held), kind: 'share' }),
    ],
    rows: found.top.map(({ population, held }, i) => {
      const { from = null, customers = 0 } = cuts[i] ?? {}
      const isShown = shown[i] === true
      return {
        top: say(PLAIN, { top: { kind: 'share', value: population } }),
        from: isShown ? from : null,
        customers: isShown ? customers : null,
        ...boundCells('held', isShown ? held : undefined),
      }
    }),
  }
}

function tierTable({ tiers, currency, found }: MoneySpread): ReportTable {
  const shown = shownWithin([...tiers.map(({ customers }) => customers), found.gini.n])
  return {
    name: 'tiers',
    title: say(W.tiers),
    columns: [
      { key: 'from', title: say(W.from), kind: 'text' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
      { key: 'ofBuyers', title: say(W.ofBuyers), kind: 'share' },
      { key: 'held', title: say(W.held), kind: 'share' },
      ...withBounds({ key: 'perHead', title: say(W.perHead), kind: 'money' }),
      { key: 'nearMisses', title: say(W.nearMisses), kind: 'count' },
      { key: 'lacking', title: say(W.lacking), kind: 'money' },
    ],
    rows: tiers.map((tier, i) => {
      const isShown = shown[i] === true
      const isNear = tier.nearMisses >= PRIVACY_FLOOR
      return {
        from: say(PLAIN, { top: { kind: 'money', value: tier.from, currency } }),
        customers: isShown ? tier.customers : null,
        ofBuyers: isShown ? tier.ofBuyers : null,
        held: isShown ? tier.ofSpend : null,
        ...boundCells('perHead', isShown ? tier.perHead : undefined),
        nearMisses: isNear ? tier.nearMisses : null,
        lacking: isNear ? (tier.lacking ?? null) : null,
      }
    }),
  }
}

/** Points so far apart that a step of the curve is never one customer's, nor that of a few. */
function curveTable(
  name: string,
  title: Text,
  held: Text,
  { curve, gini }: Concentration,
): ReportTable {
  const shown = shownWithin(curve.map(({ population }) => Math.round(population * gini.n)))
  return {
    name,
    title,
    columns: [
      { key: 'population', title: say(W.population), kind: 'share' },
      { key: 'held', title: held, kind: 'share' },
      { key: 'equal', title: say(W.equal), kind: 'share' },
    ],
    rows: curve
      .filter((_, i) => i === 0 || shown[i])
      .map((point) => ({ ...point, equal: point.population })),
  }
}

function curveChart(table: string, title: Text): ReportChart {
  return { kind: 'lines', title, table, x: 'population', y: ['held', 'equal'] }
}

function marginTables({ label, found }: MarginSpread, i: number): readonly ReportTable[] {
  const held = say(W.heldMargin)
  return [
    {
      name: `margin-${i}`,
      title: say(W.marginTop, { score: label }),
      columns: [
        { key: 'top', title: say(W.bestShare), kind: 'text' },
        ...withBounds({ key: 'held', title: held, kind: 'share' }),
      ],
      rows: found.top
        .filter(({ population }) => population * found.gini.n >= PRIVACY_FLOOR)
        .map(({ population, held: own }) => ({
          top: say(PLAIN, { top: { kind: 'share', value: population } }),
          ...boundCells('held', own),
        })),
    },
    curveTable(`margin-curve-${i}`, say(W.marginCurve, { score: label }), held, found),
  ]
}
