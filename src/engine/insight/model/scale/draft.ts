/** What survey scales say: which hang together, which do not, and how many things the items measure. */
import { LOCALES } from '../../../../core/base/index.ts'
import {
  say,
  type Figure,
  type Finding,
  type ReportChart,
  type ReportDraft,
  type ReportTable,
  type Text,
} from '../../../../core/insight/index.ts'
import {
  scaleWarningWords,
  type Adequacy,
  type FactorFit,
  type Reliability,
  type ScaleScores,
} from '../../../../core/models/index.ts'
import { W } from './words.ts'

/** One scale. */
export interface ScaleFound {
  readonly output: string
  readonly reliability: Reliability
  readonly scores: ScaleScores
  readonly keyed: readonly Float64Array[]
}

/** All items together; absent where there are too few complete answers. */
export interface Behind {
  readonly rows: number
  readonly eigenvalues: readonly number[]
  readonly dimensions: number
  readonly adequacy: Adequacy
  readonly fit: FactorFit
}

/** All that is shown. */
export interface ScalesShown {
  readonly key: string
  readonly found: readonly ScaleFound[]
  /** Items in the order of the scales. */
  readonly names: readonly string[]
  readonly behind: Behind | undefined
  readonly n: number
  readonly low: number
  readonly high: number
  readonly leastAnswered: number
}

/** From here on items are fit for single customers (Nunnally 1978). */
const GOOD = 0.7
/** Below this the score should not be used at all. */
const USABLE = 0.6
/** Under this factors mean little (Kaiser 1974). */
const LEAST_KMO = 0.6
const MOST_WARNINGS = 6

/** Findings first, then the tables behind them. */
export function scaleDraft(shown: ScalesShown): ReportDraft {
  const { found, behind, n, low, high, leastAnswered } = shown
  const holes = {
    low: number(low),
    high: number(high),
    least: { kind: 'share', value: leastAnswered } as const,
  }
  const rows = { rows: count(behind?.rows ?? 0) }
  const tables = [
    scaleTable(found),
    itemTable(found),
    ...(behind === undefined ? [] : [eigenTable(behind), loadingTable(shown, behind)]),
  ]
  return {
    findings:
      n === 0
        ? [{ code: 'scale/nobody', tone: 'caution', text: say(W.nobody) }]
        : [
            ...found.map((one) => finding(one, shown)),
            ...warnings(found),
            ...behindFindings(shown),
          ],
    tables: tables.filter((table) => table.rows.length > 0),
    charts: n === 0 ? [] : chartsOf(behind),
    method: [say(W.method, holes), ...(behind === undefined ? [] : [say(W.factorMethod, rows)])],
  }
}

function count(value: number): Figure {
  return { kind: 'count', value }
}

function number(value: number | undefined, digits: number = 2): Figure | string {
  return value === undefined ? '–' : { kind: 'number', value, digits }
}

function finding({ output, reliability, scores }: ScaleFound, { key }: ScalesShown): Finding {
  const { name, alpha } = reliability
  const definition = `rank(score(${key}.${output})) in top 20%`
  if (alpha.value === undefined) {
    const text = say(W.unsure, { scale: name, n: count(scores.n) })
    return { code: 'scale/unsure', tone: 'caution', text, definition }
  }
  const text = say(W.scale, {
    scale: name,
    alpha: number(alpha.value),
    low: number(alpha.low),
    high: number(alpha.high),
    n: count(scores.n),
    mean: number(scores.mean),
  })
  const tone = alpha.value >= GOOD ? 'good' : 'caution'
  // A score that measures nothing well is no ground for a segment.
  return { code: 'scale/alpha', tone, text, ...(alpha.value < USABLE ? {} : { definition }) }
}

function warnings(found: readonly ScaleFound[]): readonly Finding[] {
  const all = found.flatMap(({ reliability: { name, warnings: own } }) =>
    own.map((warning): Finding => {
      const words = Object.fromEntries(
        LOCALES.map((locale) => [locale, scaleWarningWords(warning, locale)]),
      ) as Text
      return {
        code: `scale/${warning.code}`,
        tone: 'caution',
        text: say(W.warning, { scale: name, warning: words }),
      }
    }),
  )
  return all.slice(0, MOST_WARNINGS)
}

function behindFindings({ behind, found, names }: ScalesShown): readonly Finding[] {
  if (behind === undefined) return []
  const out: Finding[] = []
  const holes = { dimensions: count(behind.dimensions), scales: count(found.length) }
  const isAsNamed = behind.dimensions === found.length
  out.push({
    code: 'scale/dimensions',
    tone: isAsNamed ? 'good' : 'neutral',
    text: say(W.dimensions, holes),
  })
  const { kmo } = behind.adequacy
  if (kmo !== undefined && kmo < LEAST_KMO) {
    out.push({ code: 'scale/kmo', tone: 'caution', text: say(W.kmo, { kmo: number(kmo) }) })
  }
  if (behind.fit.heywood.length > 0) {
    const items = behind.fit.heywood.map((i) => names[i] ?? '').join(', ')
    out.push({ code: 'scale/heywood', tone: 'caution', text: say(W.heywood, { items }) })
  }
  return out
}

function scaleTable(found: readonly ScaleFound[]): ReportTable {
  return {
    name: 'scales',
    title: say(W.scales),
    columns: [
      { key: 'name', title: say(W.name), kind: 'text' },
      { key: 'alpha', title: say(W.alpha), kind: 'number', low: 'low', high: 'high' },
      { key: 'standardised', title: say(W.standardised), kind: 'number' },
      { key: 'dimensions', title: say(W.dimension), kind: 'count' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
      { key: 'partial', title: say(W.partial), kind: 'count' },
      { key: 'mean', title: say(W.mean), kind: 'number' },
      { key: 'deviation', title: say(W.deviation), kind: 'number' },
      { key: 'low', title: say(W.alpha), kind: 'number', hidden: true },
      { key: 'high', title: say(W.alpha), kind: 'number', hidden: true },
    ],
    rows: found.map(({ reliability: { name, alpha, standardised, dimensions }, scores }) => ({
      name,
      alpha: alpha.value ?? null,
      low: alpha.low ?? null,
      high: alpha.high ?? null,
      standardised: standardised ?? null,
      dimensions,
      customers: scores.n,
      partial: scores.partial,
      mean: scores.mean ?? null,
      deviation: scores.deviation ?? null,
    })),
  }
}

function itemTable(found: readonly ScaleFound[]): ReportTable {
  return {
    name: 'items',
    title: say(W.items),
    columns: [
      { key: 'scale', title: say(W.name), kind: 'text' },
      { key: 'item', title: say(W.item), kind: 'text' },
      { key: 'reversed', title: say(W.reversed), kind: 'text' },
      { key: 'n', title: say(W.customers), kind: 'count' },
      { key: 'mean', title: say(W.mean), kind: 'number' },
      { key: 'deviation', title: say(W.deviation), kind: 'number' },
      { key: 'rest', title: say(W.rest), kind: 'number' },
      { key: 'without', title: say(W.without), kind: 'number' },
    ],
    rows: found.flatMap(({ reliability: { name, items } }) =>
      items.map((item) => ({
        scale: name,
        item: item.name,
        reversed: item.reversed,
        n: item.n,
        mean: item.mean ?? null,
        deviation: item.deviation ?? null,
        rest: item.itemRest ?? null,
        without: item.alphaWithout ?? null,
      })),
    ),
  }
}

function eigenTable({ eigenvalues }: Behind): ReportTable {
  return {
    name: 'eigenvalues',
    title: say(W.eigenvalues),
    columns: [
      { key: 'number', title: say(W.number), kind: 'count' },
      { key: 'value', title: say(W.eigenvalues), kind: 'number' },
    ],
    rows: eigenvalues.map((value, i) => ({ number: i + 1, value })),
  }
}

function loadingTable({ names }: ScalesShown, { fit }: Behind): ReportTable {
  const { factors, loadings } = fit
  return {
    name: 'loadings',
    title: say(W.loadings),
    columns: [
      { key: 'item', title: say(W.item), kind: 'text' },
      { key: 'factor', title: say(W.factor), kind: 'count' },
      { key: 'loading', title: say(W.loading), kind: 'number' },
    ],
    rows:
      loadings.length === 0
        ? []
        : names.flatMap((item, i) =>
            Array.from({ length: factors }, (_, f) => ({
              item,
              factor: f + 1,
              loading: loadings[i * factors + f] ?? null,
            })),
          ),
  }
}

function chartsOf(behind: Behind | undefined): readonly ReportChart[] {
  return [
    {
      kind: 'dots',
      title: say(W.scales),
      table: 'scales',
      x: 'name',
      y: ['alpha'],
      reference: GOOD,
    },
    ...(behind === undefined
      ? []
      : ([
          {
            kind: 'lines',
            title: say(W.eigenvalues),
            table: 'eigenvalues',
            x: 'number',
            y: ['value'],
            reference: 1,
          },
          ...(behind.fit.loadings.length === 0
            ? []
            : ([
                {
                  kind: 'heat',
                  title: say(W.loadings),
                  table: 'loadings',
                  x: 'factor',
                  series: 'item',
                  y: ['loading'],
                },
              ] as const)),
        ] as const)),
  ]
}
