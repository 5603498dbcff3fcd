/** How much of the money comes from how few: Lorenz curve, Gini, what a threshold would select. */
import {
  say,
  type Finding,
  type ReportDraft,
  type ReportTable,
  type Texts,
} from '../../../core/insight/index.ts'
import { sql, type Sql } from '../../../core/sql/index.ts'
import { concentrationOf, type Concentration } from '../../../core/stats/index.ts'
import { amountTotals } from '../basis/spend.ts'
import type { ReportContext, ReportKind, Told } from '../report/kind.ts'

const W = {
  title: [
    'Concentration of spend',
    'Concentração do gasto',
    'Concentración del gasto',
    'Concentration des dépenses',
  ],
  about: [
    'How much of the spend comes from how few customers, and whom a threshold would select.',
    'Quanto do gasto vem de quão poucos clientes, e quem um limite selecionaria.',
    'Cuánto del gasto viene de cuán pocos clientes, y a quiénes seleccionaría un umbral.',
    'Quelle part des dépenses vient de combien de clients, et qui un seuil retiendrait.',
  ],
  days: ['Days looked at', 'Dias considerados', 'Días considerados', 'Jours considérés'],
  segment: ['Only this segment', 'Só este segmento', 'Solo este segmento', 'Ce segment seulement'],
  top: [
    'The top {top} of buyers bring {held} of the spend ({low} to {high}).',
    'Os {top} que mais compram trazem {held} do gasto ({low} a {high}).',
    'El {top} que más compra aporta el {held} del gasto (de {low} a {high}).',
    'Les {top} qui achètent le plus apportent {held} des dépenses ({low} à {high}).',
  ],
  few: [
    'Half of the spend comes from {few} of the buyers.',
    'Metade do gasto vem de {few} dos compradores.',
    'La mitad del gasto viene del {few} de los compradores.',
    'La moitié des dépenses vient de {few} des acheteurs.',
  ],
  weak: [
    'Too few buyers, or one of them alone holds much of the spend: take these shares as rough.',
    'Poucos compradores, ou um só concentra muito do gasto: tome estas proporções como aproximadas.',
    'Hay pocos compradores, o uno solo concentra mucho gasto: tome estas proporciones como aproximadas.',
    'Trop peu d’acheteurs, ou un seul pèse beaucoup : ces parts ne sont qu’indicatives.',
  ],
  none: [
    'Nobody bought in these {days}: there is no spend to spread.',
    'Ninguém comprou nestes {days}: não há gasto a distribuir.',
    'Nadie compró en estos {days}: no hay gasto que repartir.',
    'Personne n’a acheté pendant ces {days} : il n’y a pas de dépenses à répartir.',
  ],
  negative: [
    '{n} customers got back more than they paid in these days; they count as zero here.',
    '{n} clientes receberam de volta mais do que pagaram nestes dias; aqui contam como zero.',
    'A {n} clientes se les devolvió más de lo que pagaron en estos días; aquí cuentan como cero.',
    '{n} clients ont été remboursés de plus qu’ils n’ont payé ces jours-là ; ils comptent ici pour zéro.',
  ],
  curve: ['Lorenz curve', 'Curva de Lorenz', 'Curva de Lorenz', 'Courbe de Lorenz'],
  population: [
    'Share of buyers',
    'Parcela dos compradores',
    'Proporción de compradores',
    'Part des acheteurs',
  ],
  held: ['Share of spend', 'Parcela do gasto', 'Proporción del gasto', 'Part des dépenses'],
  equal: [
    'If all spent alike',
    'Se todos gastassem igual',
    'Si todos gastaran igual',
    'Si tous dépensaient autant',
  ],
  thresholds: [
    'What a threshold selects',
    'O que um limite seleciona',
    'Lo que selecciona un umbral',
    'Ce qu’un seuil retient',
  ],
  topShare: [
    'Top share of buyers',
    'Melhores compradores',
    'Mejores compradores',
    'Meilleurs acheteurs',
  ],
  from: ['Spend from', 'Gasto a partir de', 'Gasto desde', 'Dépenses dès'],
  customers: ['Customers', 'Clientes', 'Clientes', 'Clients'],
  low: ['low', 'mínimo', 'mínimo', 'bas'],
  high: ['high', 'máximo', 'máximo', 'haut'],
  method: [
    'Spend net of refunds of the last {days}; buyers are customers with a purchase then. Gini {gini}; 95 % intervals (Davidson 2009; Beach and Davidson 1983).',
    'Gasto líquido de reembolsos dos últimos {days}; compradores são clientes com compra nesse período. Gini {gini}; intervalos de 95 % (Davidson 2009; Beach e Davidson 1983).',
    'Gasto neto de reembolsos de los últimos {days}; compradores son clientes con compra en ese periodo. Gini {gini}; intervalos del 95 % (Davidson 2009; Beach y Davidson 1983).',
    'Dépenses nettes de remboursements des derniers {days} ; les acheteurs sont les clients ayant acheté alors. Gini {gini} ; intervalles à 95 % (Davidson 2009 ; Beach et Davidson 1983).',
  ],
} as const satisfies Record<string, Texts>

const TOPS = [0.01, 0.05, 0.1, 0.2, 0.5] as const

/** The report. */
export const CONCENTRATION: ReportKind = {
  name: 'concentration',
  group: 'money',
  title: say(W.title),
  about: say(W.about),
  needs: ['purchase', 'amount'],
  parameters: [
    { name: 'days', kind: 'number', label: say(W.days), default: '365', range: [1, 3660] },
    { name: 'segment', kind: 'segment', label: say(W.segment) },
  ],
  make,
}

async function make(context: ReportContext, told: Told): Promise<ReportDraft> {
  const days = told.number('days') ?? 365
  const totals = amountTotals(context, { days, segment: told.text('segment') })
  const rows = await context.query<{ v: number; n: string }>(
    sql`SELECT ${rounded(sql`net`)} AS v, count() AS n FROM (${totals}) WHERE orders > 0 GROUP BY v ORDER BY v`,
  )
  const values = Float64Array.from(rows, (row) => row.v)
  const counts = Float64Array.from(rows, (row) => Number(row.n))
  const found = concentrationOf({ values, counts }, { tops: TOPS, helds: [0.5] })
  const cuts = thresholds(values, counts)
  return {
    findings: findings(found, days),
    tables: [thresholdTable(found, cuts), curveTable(found)],
    charts: [
      { kind: 'lines', title: say(W.curve), table: 'curve', x: 'population', y: ['held', 'equal'] },
      { kind: 'dots', title: say(W.thresholds), table: 'thresholds', x: 'top', y: ['held'] },
    ],
    method:
      found.gini.value === undefined
        ? []
        : [
            say(W.method, {
              days: { kind: 'days', value: days },
              gini: { kind: 'number', value: found.gini.value },
            }),
          ],
  }
}

/** Three significant digits: the same answer to the percent, from thousands of rows instead of millions. */
function rounded(amount: Sql): Sql {
  const digits = sql`toInt8(2 - floor(log10(greatest(abs(${amount}), 1))))`
  return sql`if(${amount} = 0, 0., round(${amount} * exp10(${digits})) / exp10(${digits}))`
}

/** For each top share: the least spend in it, and how many there are. */
function thresholds(
  values: Float64Array,
  counts: Float64Array,
): readonly { readonly from: number | null; readonly customers: number }[] {
  const n = counts.reduce((sum, count) => sum + count, 0)
  return TOPS.map((top) => {
    let above = 0
    for (let i = values.length - 1; i >= 0; i--) {
      above += counts[i] ?? 0
      if (above >= top * n) return { from: values[i] ?? null, customers: above }
    }
    return { from: null, customers: 0 }
  })
}

function findings(found: Concentration, days: number): readonly Finding[] {
  const { gini, top, needed, negative } = found
  if (gini.value === undefined) {
    const text = say(W.none, { days: { kind: 'days', value: days } })
    return [{ code: 'concentration/none', tone: 'caution', text }]
  }
  const share = (value: number) => ({ kind: 'share', value }) as const
  const out: Finding[] = []
  for (const { population, held } of top.filter(
    (t) => t.population === 0.1 || t.population === 0.2,
  )) {
    const { value: middle, low, high } = held
    if (middle === undefined || low === undefined || high === undefined) continue
    out.push({
      code: 'concentration/top',
      tone: 'neutral',
      text: say(W.top, {
        top: share(population),
        held: share(middle),
        low: share(low),
        high: share(high),
      }),
    })
  }
  const few = needed[0]?.population
  if (few !== undefined)
    out.push({ code: 'concentration/half', tone: 'neutral', text: say(W.few, { few: share(few) }) })
  if (gini.status !== 'ok')
    out.push({ code: 'concentration/weak', tone: 'caution', text: say(W.weak) })
  if (negative.n > 0) {
    const n = { kind: 'count', value: negative.n } as const
    out.push({ code: 'concentration/negative', tone: 'caution', text: say(W.negative, { n }) })
  }
  return out
}

function thresholdTable({ top }: Concentration, cuts: ReturnType<typeof thresholds>): ReportTable {
  return {
    name: 'thresholds',
    title: say(W.thresholds),
    columns: [
      { key: 'top', title: say(W.topShare), kind: 'text' },
      { key: 'from', title: say(W.from), kind: 'money' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
      { key: 'held', title: say(W.held), kind: 'share', low: 'low', high: 'high' },
      { key: 'low', title: say(W.low), kind: 'share', hidden: true },
      { key: 'high', title: say(W.high), kind: 'share', hidden: true },
    ],
    rows: top.map(({ population, held }, i) => ({
      top: say(['{top}', '{top}', '{top}', '{top}'], { top: { kind: 'share', value: population } }),
      from: cuts[i]?.from ?? null,
      customers: cuts[i]?.customers ?? null,
      held: held.value ?? null,
      low: held.low ?? null,
      high: held.high ?? null,
    })),
  }
}

function curveTable({ curve }: Concentration): ReportTable {
  return {
    name: 'curve',
    title: say(W.curve),
    columns: [
      { key: 'population', title: say(W.population), kind: 'share' },
      { key: 'held', title: say(W.held), kind: 'share' },
      { key: 'equal', title: say(W.equal), kind: 'share' },
    ],
    rows: curve.map(({ population, held }) => ({ population, held, equal: population })),
  }
}
