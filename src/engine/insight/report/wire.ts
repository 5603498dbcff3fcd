/** A draft in one language, and a table as a file. */
import { inLocale, type Locale } from '../../../core/base/index.ts'
import type { ReportTableWire, ReportWire } from '../../../core/contract/index.ts'
import type { Cell, ReportDraft, ReportTable, Text } from '../../../core/insight/index.ts'
import { csvCell } from '../../run/index.ts'
import type { ReportGroup } from './kind.ts'

/** Headings of the groups. */
export const GROUP_WORDS: Readonly<Record<ReportGroup, Text>> = {
  segments: { en: 'Segments', 'pt-BR': 'Segmentos', es: 'Segmentos', fr: 'Segments' },
  value: {
    en: 'Value and risk',
    'pt-BR': 'Valor e risco',
    es: 'Valor y riesgo',
    fr: 'Valeur et risque',
  },
  patterns: { en: 'Patterns', 'pt-BR': 'Padrões', es: 'Patrones', fr: 'Habitudes' },
  movement: { en: 'Movement', 'pt-BR': 'Movimento', es: 'Movimiento', fr: 'Évolution' },
  'weak-points': {
    en: 'Weak points',
    'pt-BR': 'Pontos fracos',
    es: 'Puntos débiles',
    fr: 'Points faibles',
  },
  voice: {
    en: 'Voice of the customer',
    'pt-BR': 'Voz do cliente',
    es: 'Voz del cliente',
    fr: 'Voix du client',
  },
  money: {
    en: 'Where the money is',
    'pt-BR': 'Onde está o dinheiro',
    es: 'Dónde está el dinero',
    fr: 'Où se trouve l’argent',
  },
  data: {
    en: 'Data quality',
    'pt-BR': 'Qualidade dos dados',
    es: 'Calidad de los datos',
    fr: 'Qualité des données',
  },
}

/** Everything that a draft says, in one language. */
export function draftWire(
  draft: ReportDraft,
  locale: Locale,
): Pick<ReportWire, 'findings' | 'tables' | 'charts' | 'method'> {
  return {
    findings: draft.findings.map((finding) => ({
      code: finding.code,
      tone: finding.tone,
      text: finding.text[locale],
      definition: finding.definition ?? null,
      segment: finding.segment ?? null,
      money: finding.money ?? null,
    })),
    tables: draft.tables.map((table) => tableWire(table, locale)),
    charts: draft.charts.map((chart) => ({
      ...chart,
      title: chart.title[locale],
      series: chart.series ?? null,
      partial: chart.partial ?? null,
      reference: chart.reference ?? null,
    })),
    method: draft.method.map((text) => text[locale]),
  }
}

function tableWire(table: ReportTable, locale: Locale): ReportTableWire {
  return {
    name: table.name,
    title: table.title[locale],
    columns: table.columns.map((column) => ({
      key: column.key,
      title: column.title[locale],
      kind: column.kind,
      low: column.low ?? null,
      high: column.high ?? null,
      hidden: column.hidden === true,
    })),
    rows: table.rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, plain(cell, locale)])),
    ),
  }
}

function plain(cell: Cell, locale: Locale): string | number | boolean | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null
  return typeof cell === 'object' && cell !== null ? inLocale(cell, locale) : cell
}

/** All columns, those that the page hides too; numbers as they are, so that programs can read them. */
export function tableCsv(table: ReportTableWire): string {
  const lines = [
    table.columns.map((column) => csvCell(column.title)),
    ...table.rows.map((row) => table.columns.map(({ key }) => cell(row[key]))),
  ]
  return lines.map((line) => `${line.join(',')}\r\n`).join('')
}

function cell(of: string | number | boolean | null | undefined): string {
  if (of === null || of === undefined) return ''
  return typeof of === 'string' ? csvCell(of) : String(of)
}
