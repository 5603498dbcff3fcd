/** How long to wait before a customer counts as gone, and who waits too long now. */
import type { Estimate } from '../../stats/index.ts'
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

/** Days until silence counts as gone, and whether the data are too short for the rhythm. */
export interface Patience {
  readonly days: number
  /** Some who count as gone will still come back. */
  readonly isShort: boolean
}

/**
 * The same within `span` days of data: at most half of them, as beyond that too few have been followed long enough and the
 * end of a curve rests on single people.
 */
export function patienceWithin(waits: SurvivalCurve, span: number): Patience | undefined {
  const wanted = patienceOf(waits)
  if (wanted === undefined) return undefined
  const most = Math.max(LEAST_PATIENCE, Math.floor(span / 20) * 10)
  return { days: Math.min(wanted, most), isShort: wanted > most }
}

/**
 * The share not back by then; `not-identified` where the curve ends at 0 because the last ones watched all came back, which
 * says nothing of those who were watched less long.
 */
export function lossAt(curve: SurvivalCurve, patience: number): Estimate {
  const loss = survivalAt(curve, patience)
  if (loss.value !== 0) return loss
  return { ...loss, value: undefined, low: undefined, high: undefined, status: 'not-identified' }
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
