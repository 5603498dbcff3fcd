/** Comparisons as findings and tables write them: values by their unit, what they are about, how sure they are. */
import {
  figure,
  say,
  type Compared,
  type Figure,
  type ReportTable,
  type Text,
  type Texts,
  type Unit,
} from '../../../core/insight/index.ts'
import { LOCALES } from '../../../core/base/index.ts'
import type { Estimate, Relevance } from '../../../core/stats/index.ts'
import { boundCells, withBounds } from '../basis/bounds.ts'

/** How sure and how large, in words. */
export const RELEVANCE_WORDS: Readonly<Record<Relevance, Texts>> = {
  relevant: ['clear difference', 'diferença clara', 'diferencia clara', 'écart net'],
  'probably-relevant': [
    'probably matters',
    'provavelmente importa',
    'probablemente importa',
    'compte sans doute',
  ],
  'significant-yet-irrelevant': [
    'significant yet irrelevant',
    'significativa, mas irrelevante',
    'significativa pero irrelevante',
    'significatif mais négligeable',
  ],
  'no-relevant-difference': ['alike', 'iguais', 'iguales', 'semblables'],
  unsure: ['unsure', 'incerto', 'incierto', 'incertain'],
  'cannot-tell': ['cannot tell', 'não dá para dizer', 'no se puede decir', 'indéterminé'],
}

const W = {
  about: ['{what}: {value}', '{what}: {value}', '{what}: {value}', '{what} : {value}'],
  more: [
    '{names} and {n} more',
    '{names} e mais {n}',
    '{names} y {n} más',
    '{names} et {n} autres',
  ],
  what: ['What', 'O quê', 'Qué', 'Quoi'],
  of: ['This segment', 'Este segmento', 'Este segmento', 'Ce segment'],
  against: ['Against', 'Comparação', 'Comparación', 'Comparaison'],
  index: ['Index', 'Índice', 'Índice', 'Indice'],
  apart: [
    'Standard deviations apart',
    'Desvios-padrão de distância',
    'Desviaciones típicas de distancia',
    'Écart en écarts types',
  ],
  known: ['Known here', 'Conhecidos aqui', 'Conocidos aquí', 'Connus ici'],
  knownAgainst: ['Known there', 'Conhecidos lá', 'Conocidos allí', 'Connus en face'],
  missing: ['Unknown here', 'Desconhecido aqui', 'Desconocido aquí', 'Inconnu ici'],
  missingAgainst: ['Unknown there', 'Desconhecido lá', 'Desconocido allí', 'Inconnu en face'],
  verdict: ['Verdict', 'Veredito', 'Veredicto', 'Verdict'],
  low: ['low', 'mínimo', 'mínimo', 'bas'],
  high: ['high', 'máximo', 'máximo', 'haut'],
  few: ['fewer than 11', 'menos de 11', 'menos de 11', 'moins de 11'],
} as const satisfies Record<string, Texts>

/** A value as its unit is written. */
export function writtenAs(unit: Unit, value: number, currency: string): Figure {
  if (unit === 'money') return { kind: 'money', value, currency }
  if (unit === 'number') return { kind: 'number', value, digits: Math.abs(value) < 10 ? 2 : 1 }
  return { kind: unit, value }
}

/** The estimate as a text, `-` where there is none. */
export function valueText(estimate: Estimate, unit: Unit, currency: string): Text {
  const { value } = estimate
  if (value === undefined) return say(W.few)
  const written = writtenAs(unit, value, currency)
  return Object.fromEntries(LOCALES.map((locale) => [locale, figure(written, locale)])) as Text
}

/** What a comparison is about: `Country: France`. */
export function aboutText({ aspect, value }: Pick<Compared, 'aspect' | 'value'>): Text {
  return value === undefined
    ? aspect.label
    : say(W.about, { what: aspect.label, value: value.label })
}

/** Names in a row: `a, b, c`. */
export function listed(texts: readonly Text[], most = 6): Text {
  const shown = texts.slice(0, most)
  const names = Object.fromEntries(
    LOCALES.map((locale) => [locale, shown.map((text) => text[locale]).join(', ')]),
  ) as Text
  const n: Figure = { kind: 'count', value: texts.length - shown.length }
  return n.value === 0 ? names : say(W.more, { names, n })
}

/** Comparisons of any unit, one row each, with everything behind them. */
export function comparedTable(
  rows: readonly Compared[],
  of: {
    readonly name: string
    readonly title: Text
    readonly against: Text
    readonly currency: string
    /** The first group's heading; this segment's where there is none. */
    readonly here?: Text
  },
): ReportTable {
  return {
    name: of.name,
    title: of.title,
    columns: [
      { key: 'what', title: say(W.what), kind: 'text' },
      { key: 'of', title: of.here ?? say(W.of), kind: 'text' },
      { key: 'against', title: of.against, kind: 'text' },
      ...withBounds({ key: 'index', title: say(W.index), kind: 'number' }),
      ...withBounds({ key: 'apart', title: say(W.apart), kind: 'number' }),
      { key: 'verdict', title: say(W.verdict), kind: 'text' },
      { key: 'known', title: say(W.known), kind: 'count' },
      { key: 'knownAgainst', title: say(W.knownAgainst), kind: 'count' },
      { key: 'missing', title: say(W.missing), kind: 'count' },
      { key: 'missingAgainst', title: say(W.missingAgainst), kind: 'count' },
    ],
    rows: rows.map((one) => ({
      what: aboutText(one),
      of: valueText(one.of, one.aspect.unit, of.currency),
      against: valueText(one.against, one.aspect.unit, of.currency),
      ...boundCells('index', one.index),
      ...boundCells('apart', one.standardised),
      verdict: one.hidden ? null : say(RELEVANCE_WORDS[one.relevance]),
      known: one.hidden ? null : one.of.n,
      knownAgainst: one.hidden ? null : one.against.n,
      missing: one.hidden ? null : one.missing.of,
      missingAgainst: one.hidden ? null : one.missing.against,
    })),
  }
}

/** The values of one characteristic side by side. */
export function valuesTable(
  rows: readonly Compared[],
  of: { readonly name: string; readonly title: Text; readonly here: Text; readonly against: Text },
): ReportTable {
  return {
    name: of.name,
    title: of.title,
    columns: [
      { key: 'value', title: of.title, kind: 'text' },
      ...withBounds({ key: 'of', title: of.here, kind: 'share' }),
      ...withBounds({ key: 'against', title: of.against, kind: 'share' }),
      ...withBounds({ key: 'index', title: say(W.index), kind: 'number' }),
      { key: 'known', title: say(W.known), kind: 'count' },
    ],
    rows: rows.map((one) => ({
      value: one.value?.label ?? null,
      ...boundCells('of', one.of),
      ...boundCells('against', one.against),
      ...boundCells('index', one.index),
      known: one.hidden ? null : one.of.n,
    })),
  }
}
