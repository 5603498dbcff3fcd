/** Columns and cells of figures that come with intervals. */
import { say, type Cell, type ReportColumn, type Texts } from '../../../core/insight/index.ts'
import type { Estimate } from '../../../core/stats/index.ts'

const LOW: Texts = ['{of}, low', '{of}, mínimo', '{of}, mínimo', '{of}, bas']
const HIGH: Texts = ['{of}, high', '{of}, máximo', '{of}, máximo', '{of}, haut']

/** A column with hidden ones for the ends of its interval. */
export function withBounds(column: ReportColumn): readonly ReportColumn[] {
  const { key, title, kind } = column
  const [low, high] = [`${key}Low`, `${key}High`]
  return [
    { ...column, low, high },
    { key: low, title: say(LOW, { of: title }), kind, hidden: true },
    { key: high, title: say(HIGH, { of: title }), kind, hidden: true },
  ]
}

/** The cells of an estimate under `withBounds`; nulls where there is nothing to say. */
export function boundCells(
  key: string,
  estimate: Pick<Estimate, 'value' | 'low' | 'high'> | undefined,
): Readonly<Record<string, Cell>> {
  const { value, low, high } = estimate ?? {}
  return { [key]: value ?? null, [`${key}Low`]: low ?? null, [`${key}High`]: high ?? null }
}
