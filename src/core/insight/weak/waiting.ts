/** How long to wait before a customer counts as gone, and who waits too long now. */
import { survivalAt, survivalQuantile, type SurvivalCurve } from '../../models/index.ts'

/** Nearly all who come back at all: what is left over are single returns after very long pauses. */
const NEARLY_ALL = 0.995

/** Never less than this: within a month too much is chance of the calendar. */
const LEAST_PATIENCE = 30

/**
 * Days after which silence counts as gone: by then `NEARLY_ALL` of the returns that the curve ever shows have happened,
 * rounded up to ten days. Undefined where nobody came back.
 */
export function patienceOf(waits: SurvivalCurve): number | undefined {
  const last = waits.survival.at(-1)
  if (last === undefined) return undefined
  const { value } = survivalQuantile(waits, NEARLY_ALL * (1 - last))
  if (value === undefined) return undefined
  return Math.max(LEAST_PATIENCE, Math.ceil(value / 10) * 10)
}

/** The day by which a share of those who come back within `patience` days are back; undefined where nobody is. */
export function backBy(curve: SurvivalCurve, patience: number, share: number): number | undefined {
  const lost = survivalAt(curve, patience).value
  if (lost === undefined || lost >= 1) return undefined
  return survivalQuantile(curve, share * (1 - lost)).value
}

/** Customers by days of silence. */
export interface Silent {
  readonly days: number
  readonly customers: number
}

/** Silent since `from` days and more, not yet `patience`: how many, and how many of them are expected never to return. */
export function lateNow(
  curve: SurvivalCurve,
  silent: readonly Silent[],
  { from, patience }: { readonly from: number; readonly patience: number },
): { readonly late: number; readonly gone: number } {
  const lost = survivalAt(curve, patience).value ?? 0
  let late = 0
  let gone = 0
  for (const { days, customers } of silent) {
    if (days < from || days >= patience) continue
    const still = survivalAt(curve, days).value ?? 1
    late += customers
    gone += still > 0 ? (customers * lost) / still : customers
  }
  return { late, gone }
}
