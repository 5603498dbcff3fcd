/** Which segments say the same thing: how much every two of them have in common. */
import {
  asShare,
  PRIVACY_FLOOR,
  say,
  type Finding,
  type ReportDraft,
  type ReportTable,
  type Text,
  type Texts,
} from '../../../core/insight/index.ts'
import { printLiteral } from '../../../core/segment/index.ts'
import type { ReportContext, ReportKind } from '../report/kind.ts'
import { jaccardOf, segmentPairs, type SegmentPair } from './overlaps.ts'
import { segmentName } from './profile.ts'
import { boundCells, withBounds } from '../basis/bounds.ts'

const W = {
  title: [
    'Overlap of segments',
    'Sobreposição de segmentos',
    'Solapamiento de segmentos',
    'Recouvrement des segments',
  ],
  about: [
    'How many members every two segments have in common, and which say the same thing.',
    'Quantos membros cada dois segmentos têm em comum, e quais dizem a mesma coisa.',
    'Cuántos miembros tienen en común cada dos segmentos, y cuáles dicen lo mismo.',
    'Combien de membres deux segments ont en commun, et lesquels disent la même chose.',
  ],
  same: [
    '“{a}” and “{b}” have exactly the same members ({n}): one of them is enough.',
    '“{a}” e “{b}” têm exatamente os mesmos membros ({n}): um deles basta.',
    '«{a}» y «{b}» tienen exactamente los mismos miembros ({n}): basta con uno.',
    '« {a} » et « {b} » ont exactement les mêmes membres ({n}) : un seul suffit.',
  ],
  near: [
    '“{a}” and “{b}” are near-duplicates: {share} of the members of either are in both ({n}; {low} to {high}). Merge them, or say what the difference is for.',
    '“{a}” e “{b}” são quase iguais: {share} dos membros de um ou outro estão em ambos ({n}; {low} a {high}). Junte-os ou diga para que serve a diferença.',
    '«{a}» y «{b}» son casi iguales: el {share} de los miembros de uno u otro está en ambos ({n}; {low} a {high}). Únalos o diga para qué sirve la diferencia.',
    '« {a} » et « {b} » sont presque identiques : {share} des membres de l’un ou de l’autre sont dans les deux ({n} ; {low} à {high}). Fusionnez-les ou dites à quoi sert la différence.',
  ],
  inside: [
    '{share} of “{a}” are in “{b}”: it is a part of it ({n} customers).',
    '{share} de “{a}” estão em “{b}”: é uma parte dele ({n} clientes).',
    'El {share} de «{a}» está en «{b}»: es una parte de él ({n} clientes).',
    '{share} de « {a} » sont dans « {b} » : c’en est une partie ({n} clients).',
  ],
  none: [
    'No two segments say the same thing: the closest, “{a}” and “{b}”, share {share} of their members ({low} to {high}).',
    'Não há dois segmentos que digam o mesmo: os mais próximos, “{a}” e “{b}”, partilham {share} dos membros ({low} a {high}).',
    'No hay dos segmentos que digan lo mismo: los más próximos, «{a}» y «{b}», comparten el {share} de sus miembros ({low} a {high}).',
    'Aucun segment n’en répète un autre : les plus proches, « {a} » et « {b} », partagent {share} de leurs membres ({low} à {high}).',
  ],
  few: [
    'There are not two segments with at least {floor} members: nothing to compare.',
    'Não há dois segmentos com pelo menos {floor} membros: nada a comparar.',
    'No hay dos segmentos con al menos {floor} miembros: nada que comparar.',
    'Il n’y a pas deux segments d’au moins {floor} membres : rien à comparer.',
  ],
  small: [
    'Too small to be looked at: {names}.',
    'Pequenos demais para analisar: {names}.',
    'Demasiado pequeños para analizarlos: {names}.',
    'Trop petits pour être examinés : {names}.',
  ],
  matrix: [
    'Share of the row’s members who are in the column’s segment',
    'Parcela dos membros da linha que estão no segmento da coluna',
    'Proporción de miembros de la fila que están en el segmento de la columna',
    'Part des membres de la ligne qui sont dans le segment de la colonne',
  ],
  pairs: ['Pairs', 'Pares', 'Pares', 'Paires'],
  row: ['Segment', 'Segmento', 'Segmento', 'Segment'],
  column: ['In', 'Em', 'En', 'Dans'],
  both: ['In both', 'Em ambos', 'En ambos', 'Dans les deux'],
  held: ['Share', 'Parcela', 'Proporción', 'Part'],
  jaccard: [
    'Of either, in both',
    'De um ou outro, em ambos',
    'De uno u otro, en ambos',
    'De l’un ou l’autre, dans les deux',
  ],
  hidden: [
    'Left empty: fewer than {floor} customers in both, which are not shown.',
    'Em branco: menos de {floor} clientes em ambos, que não se mostram.',
    'En blanco: menos de {floor} clientes en ambos, que no se muestran.',
    'Laissé vide : moins de {floor} clients dans les deux, qui ne sont pas montrés.',
  ],
  method: [
    'Members as published. “In both” among those in either is the Jaccard index; from 80 % on two segments are called near-duplicates. Intervals (Wilson, 95 %) say what another draw of customers from the same market would show.',
    'Membros como publicados. “Em ambos” entre os de um ou outro é o índice de Jaccard; a partir de 80 % dois segmentos são chamados quase iguais. Os intervalos (Wilson, 95 %) dizem o que outra amostra de clientes do mesmo mercado mostraria.',
    'Miembros según lo publicado. “En ambos” entre los de uno u otro es el índice de Jaccard; desde el 80 % dos segmentos se llaman casi iguales. Los intervalos (Wilson, 95 %) dicen lo que mostraría otra muestra de clientes del mismo mercado.',
    'Membres tels que publiés. « Dans les deux » parmi ceux de l’un ou de l’autre est l’indice de Jaccard ; dès 80 %, deux segments sont dits presque identiques. Les intervalles (Wilson, 95 %) disent ce que montrerait un autre tirage de clients du même marché.',
  ],
} as const satisfies Record<string, Texts>

/** The report. */
export const OVERLAP: ReportKind = {
  name: 'overlap',
  group: 'segments',
  title: say(W.title),
  about: say(W.about),
  needs: [],
  parameters: [],
  make,
}

async function make(context: ReportContext): Promise<ReportDraft> {
  const pairs = await segmentPairs(context)
  const name = (key: string): Text => segmentName(context, key)
  return {
    findings: findings(context, pairs),
    tables: [matrix(context, pairs), pairTable(pairs, name)],
    charts: [
      {
        kind: 'heat',
        title: say(W.matrix),
        table: 'matrix',
        // A series is a row of the matrix.
        x: 'column',
        y: ['held'],
        series: 'row',
      },
    ],
    method: [say(W.method), say(W.hidden, { floor: { kind: 'count', value: PRIVACY_FLOOR } })],
  }
}

const MOST_TOLD = 6

function findings(context: ReportContext, pairs: readonly SegmentPair[]): readonly Finding[] {
  const ranked = byJaccard(pairs)
  const [closest] = ranked
  const small = [...context.snapshot.segments].filter(([, { count }]) => count < PRIVACY_FLOOR)
  const out = ranked.flatMap((pair) => pairFinding(context, pair) ?? []).slice(0, MOST_TOLD)
  if (closest === undefined) {
    const floor = { kind: 'count', value: PRIVACY_FLOOR } as const
    out.push({ code: 'overlap/none', tone: 'caution', text: say(W.few, { floor }) })
  } else if (
    !ranked.some(({ closeness }) => closeness === 'same' || closeness === 'near-duplicate')
  ) {
    const { first, second } = closest
    const holes = { a: segmentName(context, first), b: segmentName(context, second) }
    const text = say(W.none, { ...holes, ...shares(closest) })
    out.unshift({ code: 'overlap/all-distinct', tone: 'good', text })
  }
  if (small.length > 0) {
    const names = small.map(([key]) => key).join(', ')
    out.push({ code: 'overlap/too-small', tone: 'caution', text: say(W.small, { names }) })
  }
  return out
}

/** What to say of two segments that are close; undefined of those that are not. */
export function pairFinding(context: ReportContext, pair: SegmentPair): Finding | undefined {
  const { closeness, overlap, both } = pair
  const isFirstSmaller = (overlap.firstInSecond.value ?? 0) >= (overlap.secondInFirst.value ?? 0)
  const [a, b] = isFirstSmaller ? [pair.first, pair.second] : [pair.second, pair.first]
  const n = { kind: 'count', value: both } as const
  const holes = { a: segmentName(context, a), b: segmentName(context, b), n }
  const [quotedA, quotedB] = [a, b].map((key) => printLiteral({ kind: 'text', value: key }))
  const definition = `in segment ${quotedA} and in segment ${quotedB}`
  const about = { segment: a, definition }
  if (closeness === 'same')
    return { code: 'overlap/same', tone: 'bad', text: say(W.same, holes), ...about }
  if (closeness === 'near-duplicate') {
    const text = say(W.near, { ...holes, ...shares(pair) })
    return { code: 'overlap/near-duplicate', tone: 'bad', text, ...about }
  }
  if (closeness !== 'inside') return undefined
  const held = overlap.coefficient.value ?? 0
  // All but a few must not read as all.
  const share = { kind: 'share', value: held < 1 ? Math.min(held, 0.994) : 1 } as const
  return {
    code: 'overlap/inside',
    tone: 'neutral',
    text: say(W.inside, { ...holes, share }),
    ...about,
  }
}

function shares({ overlap }: SegmentPair) {
  const { value, low, high } = overlap.jaccard
  return { share: asShare(value), low: asShare(low), high: asShare(high) }
}

function byJaccard(pairs: readonly SegmentPair[]): readonly SegmentPair[] {
  return pairs.toSorted((a, b) => jaccardOf(b) - jaccardOf(a))
}

/** Common members who are a handful are not told, but nobody at all is. */
function isHidden({ both }: SegmentPair): boolean {
  return both > 0 && both < PRIVACY_FLOOR
}

function matrix(context: ReportContext, pairs: readonly SegmentPair[]): ReportTable {
  const name = (key: string): Text => segmentName(context, key)
  const cell = (row: string, column: string, pair: SegmentPair, held: number | undefined) => ({
    row: name(row),
    column: name(column),
    held: isHidden(pair) ? null : (held ?? null),
    both: isHidden(pair) ? null : pair.both,
  })
  return {
    name: 'matrix',
    title: say(W.matrix),
    columns: [
      { key: 'row', title: say(W.row), kind: 'text' },
      { key: 'column', title: say(W.column), kind: 'text' },
      { key: 'held', title: say(W.held), kind: 'share' },
      { key: 'both', title: say(W.both), kind: 'count' },
    ],
    rows: pairs.flatMap((pair) => [
      cell(pair.first, pair.second, pair, pair.overlap.firstInSecond.value),
      cell(pair.second, pair.first, pair, pair.overlap.secondInFirst.value),
    ]),
  }
}

function pairTable(pairs: readonly SegmentPair[], name: (key: string) => Text): ReportTable {
  return {
    name: 'pairs',
    title: say(W.pairs),
    columns: [
      { key: 'first', title: say(W.row), kind: 'text' },
      { key: 'second', title: say(W.row), kind: 'text' },
      { key: 'both', title: say(W.both), kind: 'count' },
      ...withBounds({ key: 'jaccard', title: say(W.jaccard), kind: 'share' }),
    ],
    rows: byJaccard(pairs)
      .filter((pair) => !isHidden(pair))
      .map((pair) => ({
        first: name(pair.first),
        second: name(pair.second),
        both: pair.both,
        ...boundCells('jaccard', pair.overlap.jaccard),
      })),
  }
}
