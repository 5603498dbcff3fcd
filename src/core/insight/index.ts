/** Judgements: from sums to findings in words, with the figures behind them. */
export type {
  Cell,
  ColumnKind,
  Finding,
  ReportChart,
  ReportColumn,
  ReportDraft,
  ReportTable,
  Tone,
} from './draft.ts'
export {
  figure,
  say,
  textOf,
  verbatim,
  type Figure,
  type Hole,
  type Text,
  type Texts,
} from './text.ts'
