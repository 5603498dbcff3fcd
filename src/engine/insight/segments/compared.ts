/** Every segment side by side: how many, how much they spend, how often, how they fare; and who is in none. */
import {
  PRIVACY_FLOOR,
  say,
  withinUnit,
  type Finding,
  type ReportColumn,
  type ReportDraft,
  type ReportTable,
  type Text,
  type Texts,
  type Unit,
} from '../../../core/insight/index.ts'
import { printLiteral } from '../../../core/segment/index.ts'
import { id, join, sql, type Sql } from '../../../core/sql/index.ts'
import { mean, proportion, type Estimate, type Moments } from '../../../core/stats/index.ts'
import { boundCells, withBounds } from '../basis/bounds.ts'
import { EVERYBODY, groupRows, NOBODY } from '../basis/groups.ts'
import type { ReportContext, ReportKind, Told } from '../report/kind.ts'
import { figuresOf, type Figure } from './figures.ts'
import { segmentName } from './profile.ts'
import { scoresOf } from './scores.ts'
import { withSources } from './sums.ts'
import { listed } from './written.ts'

const W = {
  title: [
    'Segments side by side',
    'Segmentos lado a lado',
    'Segmentos lado a lado',
    'Segments côte à côte',
  ],
  about: [
    'The key figures of every segment beside those of everybody, and whom no segment holds.',
    'Os números principais de cada segmento ao lado dos de todos, e quem não está em nenhum.',
    'Las cifras clave de cada segmento junto a las de todos, y quiénes no están en ninguno.',
    'Les chiffres clés de chaque segment à côté de ceux de tous, et qui n’est dans aucun.',
  ],
  days: ['Days looked at', 'Dias considerados', 'Días considerados', 'Jours considérés'],
  most: [
    '{name} bring the most per customer: {value} ({low} to {high}), against {base} for everybody.',
    '{name}: o maior valor por cliente, {value} ({low} a {high}), contra {base} na base toda.',
    '{name}: el mayor valor por cliente, {value} ({low} a {high}), frente a {base} en toda la base.',
    '{name} : la plus forte valeur par client, {value} ({low} à {high}), contre {base} sur toute la base.',
  ],
  held: [
    '{name}: {share} of the customers and {held} of the spend.',
    '{name}: {share} dos clientes e {held} do gasto.',
    '{name}: el {share} de los clientes y el {held} del gasto.',
    '{name} : {share} des clients et {held} des dépenses.',
  ],
  uncovered: [
    '{share} of the customers ({n}) are in no segment at all; they bring {held} of the spend.',
    '{share} dos clientes ({n}) não estão em nenhum segmento; trazem {held} do gasto.',
    'El {share} de los clientes ({n}) no está en ningún segmento; aporta el {held} del gasto.',
    '{share} des clients ({n}) ne sont dans aucun segment ; ils apportent {held} des dépenses.',
  ],
  uncoveredPlain: [
    '{share} of the customers ({n}) are in no segment at all.',
    '{share} dos clientes ({n}) não estão em nenhum segmento.',
    'El {share} de los clientes ({n}) no está en ningún segmento.',
    '{share} des clients ({n}) ne sont dans aucun segment.',
  ],
  small: [
    'Too few members to be shown: {names}.',
    'Membros de menos para mostrar: {names}.',
    'Muy pocos miembros para mostrarlos: {names}.',
    'Trop peu de membres pour être affichés : {names}.',
  ],
  none: [
    'There are no segments with members to compare.',
    'Não há segmentos com membros a comparar.',
    'No hay segmentos con miembros que comparar.',
    'Il n’y a aucun segment avec des membres à comparer.',
  ],
  everybody: ['Everybody', 'Todos', 'Todos', 'Tous'],
  nobody: ['In no segment', 'Em nenhum segmento', 'En ningún segmento', 'Dans aucun segment'],
  segment: ['Segment', 'Segmento', 'Segmento', 'Segment'],
  members: ['Members', 'Membros', 'Miembros', 'Membres'],
  ofBase: ['Share of the base', 'Parcela da base', 'Proporción de la base', 'Part de la base'],
  ofSpend: ['Share of spend', 'Parcela do gasto', 'Proporción del gasto', 'Part des dépenses'],
  method: [
    'Means per member over the last {days}, with 95 % intervals; a customer can be in several segments, so that shares do not add up to 100 %.',
    'Médias por membro nos últimos {days}, com intervalos de 95 %; um cliente pode estar em vários segmentos, por isso as parcelas não somam 100 %.',
    'Medias por miembro de los últimos {days}, con intervalos del 95 %; un cliente puede estar en varios segmentos, así que las proporciones no suman 100 %.',
    'Moyennes par membre sur les derniers {days}, intervalles à 95 % ; un client peut être dans plusieurs segments : les parts ne font pas 100 %.',
  ],
} as const satisfies Record<string, Texts>

/** The report. */
export const SEGMENTS_COMPARED: ReportKind = {
  name: 'segments-compared',
  group: 'segments',
  title: say(W.title),
  about: say(W.about),
  needs: [],
  parameters: [
    { name: 'days', kind: 'number', label: say(W.days), default: '365', range: [7, 3660] },
  ],
  make,
}

/** Figures of which everybody asks first. */
const KEYS = [
  'net',
  'spend',
  'bought',
  'orders',
  'averageOrder',
  'gap',
  'recency',
  'visits',
  'discounted',
  'rewards',
  'redeemed',
  'opened',
  'nps',
  'tickets',
  'refunded',
] as const

/** A column: its numbers were added up by the store. */
type Shown = Pick<Figure, 'key' | 'label' | 'unit' | 'isFlag'>

/** Customers and moments of each figure, by number of group. */
type Found = ReadonlyMap<number, { readonly n: number; readonly moments: readonly Moments[] }>

interface Row {
  readonly key: string
  readonly name: Text
  readonly members: number
  readonly moments: readonly Moments[]
}

async function make(context: ReportContext, told: Told): Promise<ReportDraft> {
  const days = told.number('days') ?? 365
  const { figures: all, sources } = figuresOf(context, days)
  const numbers = all.filter(
    ({ key }) => (KEYS as readonly string[]).includes(key) && !isTwice(key, all),
  )
  const scores = (scoresOf(context)?.aspects ?? []).map((one) => ({ ...one, isFlag: false }))
  const figures: readonly Shown[] = [...numbers, ...scores]
  const found = withScores(
    await sumsBySegment(context, numbers, sources),
    await scoresBySegment(context),
  )
  const rows = rowsOf(context, found)
  const shown = rows.filter(({ members }) => members >= PRIVACY_FLOOR)
  const spendAt = figures.findIndex(({ key }) => key === 'net' || key === 'spend')
  return {
    findings: findings(context, rows, spendAt),
    tables: [table(context, shown, figures, spendAt)],
    charts: figures
      .filter(({ key }) => ['net', 'spend', 'orders', 'nps'].includes(key))
      .map(({ key, label }) => ({
        kind: 'dots',
        title: label,
        table: 'segments',
        x: 'segment',
        y: [key],
      })),
    method: [say(W.method, { days: { kind: 'days', value: days } })],
  }
}

/** Spend net of refunds takes the place of spend where there are refunds. */
function isTwice(key: string, all: readonly Figure[]): boolean {
  return key === 'spend' && all.some((one) => one.key === 'net')
}

async function sumsBySegment(
  context: ReportContext,
  figures: readonly Figure[],
  sources: readonly Sql[],
): Promise<Found> {
  const groups = groupRows(context)
  const columns = figures.map(({ number }, i) => sql`, ${number} AS ${id(`f${i}`)}`)
  const sums = figures.map((_, i) => {
    const f = id(`f${i}`)
    return sql`, count(${f}) AS ${id(`n${i}`)}, ifNull(sum(${f}), 0) AS ${id(`s${i}`)}, ifNull(sum(${f} * ${f}), 0) AS ${id(`q${i}`)}`
  })
  const rows = await context.query<Record<string, string | number>>(
    sql`SELECT arrayJoin(groups) AS g, count() AS n${join(sums, '')} FROM (SELECT groups${join(columns, '')} FROM ${withSources(groups, sources)}) GROUP BY g`,
  )
  return new Map(
    rows.map((row) => [
      Number(row['g']),
      {
        n: Number(row['n']),
        moments: figures.map((_, i) => ({
          n: Number(row[`n${i}`]),
          sum: Number(row[`s${i}`]),
          sumSquares: Number(row[`q${i}`]),
        })),
      },
    ]),
  )
}

/** Moments of each score in the order of their columns, by number of group. */
async function scoresBySegment(
  context: ReportContext,
): Promise<(group: number) => readonly Moments[]> {
  const scores = scoresOf(context)
  if (scores === undefined) return () => []
  const rows = await context.query<Record<'g' | 'n' | 's' | 'q', number> & { score: string }>(
    sql`SELECT score, arrayJoin(groups) AS g, toFloat64(count()) AS n, sum(v) AS s, sum(v * v) AS q
      FROM (${scores.rows}) AS scores INNER JOIN (${groupRows(context)}) AS people USING (customer_key) GROUP BY score, g`,
  )
  const held = new Map(rows.map((row) => [`${row.g} ${row.score}`, row]))
  return (group) =>
    scores.aspects.map(({ key }) => {
      const { n = 0, s = 0, q = 0 } = held.get(`${group} ${key}`) ?? {}
      return { n, sum: s, sumSquares: q }
    })
}

function withScores(found: Found, scores: (group: number) => readonly Moments[]): Found {
  return new Map(
    [...found].map(([group, { n, moments }]) => [
      group,
      { n, moments: [...moments, ...scores(group)] },
    ]),
  )
}

function rowsOf(context: ReportContext, found: Found): readonly Row[] {
  const row = (key: string, name: Text, number: number): Row => {
    const { n = 0, moments = [] } = found.get(number) ?? {}
    return { key, name, members: n, moments }
  }
  return [
    row('', say(W.everybody), EVERYBODY),
    ...[...context.snapshot.segments].map(([key, { number }]) =>
      row(key, segmentName(context, key), number),
    ),
    row('', say(W.nobody), NOBODY),
  ]
}

const MOST_HELD = 3

function findings(
  context: ReportContext,
  rows: readonly Row[],
  spendAt: number,
): readonly Finding[] {
  const [everybody] = rows
  const segments = rows.filter(({ key, members }) => key !== '' && members >= PRIVACY_FLOOR)
  if (everybody === undefined || segments.length === 0)
    return [{ code: 'segments-compared/none', tone: 'caution', text: say(W.none) }]
  const out: Finding[] = []
  const total = everybody.moments[spendAt]?.sum ?? 0
  if (spendAt >= 0 && total > 0) {
    out.push(...moneyFindings(context, { segments, everybody, spendAt, total }))
  }
  const nobody = rows.at(-1)
  if (nobody !== undefined && nobody.members >= PRIVACY_FLOOR) {
    const keys = [...context.snapshot.segments.keys()].map(
      (key) => `not in segment ${printLiteral({ kind: 'text', value: key })}`,
    )
    const text = say(total > 0 ? W.uncovered : W.uncoveredPlain, {
      share: { kind: 'share', value: nobody.members / Math.max(1, everybody.members) },
      n: { kind: 'count', value: nobody.members },
      held: { kind: 'share', value: total > 0 ? (nobody.moments[spendAt]?.sum ?? 0) / total : 0 },
    })
    const definition = keys.join(' and ')
    out.push({ code: 'segments-compared/uncovered', tone: 'neutral', text, definition })
  }
  const small = rows.filter(({ key, members }) => key !== '' && members < PRIVACY_FLOOR)
  if (small.length > 0) {
    const names = listed(small.map(({ name }) => name))
    out.push({
      code: 'segments-compared/too-small',
      tone: 'caution',
      text: say(W.small, { names }),
    })
  }
  return out
}

function moneyFindings(
  context: ReportContext,
  of: {
    readonly segments: readonly Row[]
    readonly everybody: Row
    readonly spendAt: number
    readonly total: number
  },
): readonly Finding[] {
  const { segments, everybody, spendAt, total } = of
  const { currency } = context.current.programme
  const money = (value: number | undefined) =>
    ({ kind: 'money', value: value ?? 0, currency }) as const
  const spend = (row: Row): Estimate =>
    mean(row.moments[spendAt] ?? { n: 0, sum: 0, sumSquares: 0 })
  const held = (row: Row): number => (row.moments[spendAt]?.sum ?? 0) / total
  const richest = segments.toSorted((a, b) => (spend(b).low ?? 0) - (spend(a).low ?? 0))[0]
  const out: Finding[] = []
  if (richest !== undefined) {
    const { value, low, high } = spend(richest)
    const base = money(spend(everybody).value)
    const holes = {
      name: richest.name,
      value: money(value),
      low: money(low),
      high: money(high),
      base,
    }
    const text = say(W.most, holes)
    out.push({ code: 'segments-compared/richest', tone: 'neutral', text, segment: richest.key })
  }
  // What a segment brings beyond its size is what is worth knowing.
  const lift = (row: Row): number => held(row) - row.members / Math.max(1, everybody.members)
  for (const row of segments
    .toSorted((a, b) => Math.abs(lift(b)) - Math.abs(lift(a)))
    .slice(0, MOST_HELD)) {
    const share = { kind: 'share', value: row.members / Math.max(1, everybody.members) } as const
    const text = say(W.held, { name: row.name, share, held: { kind: 'share', value: held(row) } })
    const about = { segment: row.key, money: row.moments[spendAt]?.sum ?? 0 }
    out.push({ code: 'segments-compared/held', tone: 'neutral', text, ...about })
  }
  return out
}

const KINDS: Readonly<Record<Unit, ReportColumn['kind']>> = {
  money: 'money',
  number: 'number',
  share: 'share',
  days: 'days',
  count: 'count',
}

function estimate(figure: Shown, moments: Moments | undefined): Estimate | undefined {
  if (moments === undefined || moments.n < PRIVACY_FLOOR) return undefined
  return figure.isFlag
    ? proportion({ hits: moments.sum, n: moments.n })
    : withinUnit(mean(moments), figure.unit)
}

function table(
  { snapshot }: ReportContext,
  rows: readonly Row[],
  figures: readonly Shown[],
  spendAt: number,
): ReportTable {
  const total = rows.find(({ key }) => key === '')?.moments[spendAt]?.sum ?? 0
  return {
    name: 'segments',
    title: say(W.title),
    columns: [
      { key: 'segment', title: say(W.segment), kind: 'text' },
      { key: 'members', title: say(W.members), kind: 'count' },
      { key: 'ofBase', title: say(W.ofBase), kind: 'share' },
      ...(total > 0 ? [{ key: 'ofSpend', title: say(W.ofSpend), kind: 'share' } as const] : []),
      ...figures.flatMap(({ key, label, unit }) =>
        withBounds({ key, title: label, kind: KINDS[unit] }),
      ),
    ],
    rows: rows.map((row) => ({
      segment: row.name,
      members: row.members,
      ofBase: row.members / Math.max(1, snapshot.population),
      ...(total > 0 ? { ofSpend: (row.moments[spendAt]?.sum ?? 0) / total } : {}),
      ...Object.assign(
        {},
        ...figures.map((figure, i) => boundCells(figure.key, estimate(figure, row.moments[i]))),
      ),
    })),
  }
}
