/** Columns and cells of tables whose figures come with intervals. */
import {
  say,
  type Cell,
  type ColumnKind,
  type ReportColumn,
  type Text,
  type Texts,
} from '../../../core/insight/index.ts'
import type { Estimate } from '../../../core/stats/index.ts'

const LOW: Texts = ['{of}, low', '{of}, mínimo', '{of}, mínimo', '{of}, bas']
const HIGH: Texts = ['{of}, high', '{of}, máximo', '{of}, máximo', '{of}, haut']

/** A column with hidden ones for the ends of its interval. */
export function ranged(key: string, title: Text, kind: ColumnKind): readonly ReportColumn[] {
  const [low, high] = [`${key}Low`, `${key}High`]
  return [
    { key, title, kind, low, high },
    { key: low, title: say(LOW, { of: title }), kind, hidden: true },
    { key: high, title: say(HIGH, { of: title }), kind, hidden: true },
  ]
}

/** The cells of such a column; nulls where there is nothing to say. */
export function rangedCells(
  key: string,
  estimate: Pick<Estimate, 'value' | 'low' | 'high'> | undefined,
): Readonly<Record<string, Cell>> {
  return {
    [key]: estimate?.value ?? null,
    [`${key}Low`]: estimate?.low ?? null,
    [`${key}High`]: estimate?.high ?? null,
  }
}
