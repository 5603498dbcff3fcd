/** Spend under discount in figures: by segment, by month, by number of purchases. */
import {
  PRIVACY_FLOOR,
  ratioOfTotals,
  say,
  type ReportColumn,
  type ReportTable,
} from '../../../core/insight/index.ts'
import type { Group } from '../basis/groups.ts'
import { withBounds, boundCells } from '../basis/bounds.ts'
import { BANDS, type DiscountSums } from './discount-sums.ts'
import { DISCOUNT_WORDS as W } from './discount-words.ts'

/** What is known of discounts before it is put into words. */
export interface Discounts {
  readonly days: number
  readonly currency: string
  readonly everybody: DiscountSums
  readonly groups: readonly {
    readonly group: Group
    readonly sums: DiscountSums
    /** The segment is made of discounts. */
    readonly byDefinition: boolean
  }[]
  readonly bands: readonly (DiscountSums | undefined)[]
  readonly months: readonly {
    readonly month: string
    readonly sums: DiscountSums
    readonly isPartial: boolean
  }[]
  /** Discounts are amounts, not codes only. */
  readonly isMoney: boolean
}

/** `3–4`, `20+`. */
export function bandName(i: number): string {
  const from = BANDS[i] ?? 0
  const next = BANDS[i + 1]
  if (next === undefined) return `${from}+`
  return next === from + 1 ? String(from) : `${from}–${next - 1}`
}

function columns({ isMoney }: Discounts): readonly ReportColumn[] {
  return [
    { key: 'customers', title: say(W.customers), kind: 'count' },
    ...withBounds({ key: 'share', title: say(W.share), kind: 'share' }),
    { key: 'ofOrders', title: say(W.ofOrders), kind: 'share' },
    ...(isMoney ? [{ key: 'given', title: say(W.given), kind: 'money' } as const] : []),
  ]
}

function cells({ isMoney }: Discounts, sums: DiscountSums | undefined) {
  if (sums === undefined || sums.ratio.n < PRIVACY_FLOOR) return { customers: null }
  return {
    customers: sums.ratio.n,
    ...boundCells('share', ratioOfTotals(sums.ratio)),
    ofOrders: sums.orders > 0 ? sums.discounted / sums.orders : null,
    ...(isMoney ? { given: sums.given } : {}),
  }
}

/** By segment. */
export function segmentTable(found: Discounts): ReportTable {
  return {
    name: 'segments',
    title: say(W.segments),
    columns: [{ key: 'segment', title: say(W.segment), kind: 'text' }, ...columns(found)],
    rows: found.groups.map(({ group, sums }) => ({ segment: group.name, ...cells(found, sums) })),
  }
}

/** By month, the running one marked. */
export function monthTable(found: Discounts): ReportTable {
  return {
    name: 'months',
    title: say(W.months),
    columns: [
      { key: 'month', title: say(W.month), kind: 'date' },
      ...columns(found),
      { key: 'partial', title: say(W.partial), kind: 'text', hidden: true },
    ],
    rows: found.months.map(({ month, sums, isPartial }) => ({
      month,
      ...cells(found, sums),
      partial: isPartial,
    })),
  }
}

/** By number of purchases. */
export function bandTable(found: Discounts): ReportTable {
  return {
    name: 'purchases',
    title: say(W.byBand),
    columns: [{ key: 'band', title: say(W.band), kind: 'text' }, ...columns(found)],
    rows: found.bands.map((sums, i) => ({ band: bandName(i), ...cells(found, sums) })),
  }
}
