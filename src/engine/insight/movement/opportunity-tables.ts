/** Opportunities in figures. */
import {
  PRIVACY_FLOOR,
  say,
  spendChange,
  type ApartChange,
  type ReportColumn,
  type ReportTable,
  type SpendGap,
  type SpendParts,
  type Text,
} from '../../../core/insight/index.ts'
import { withBounds, boundCells } from '../basis/bounds.ts'
import type { SegmentYears, TwoYears, ValueStrata } from './opportunity-sums.ts'
import { OPPORTUNITY_WORDS as W } from './opportunity-words.ts'
import { SURVIVAL_WORDS } from './survival-words.ts'

const MOST_ROWS = 40

const PARTS: readonly ReportColumn[] = [
  { key: 'before', title: say(W.before), kind: 'money' },
  { key: 'now', title: say(W.now), kind: 'money' },
  { key: 'change', title: say(W.change), kind: 'money' },
  { key: 'ofCustomers', title: say(W.ofCustomers), kind: 'money' },
  { key: 'ofFrequency', title: say(W.ofFrequency), kind: 'money' },
  { key: 'ofBasket', title: say(W.ofBasket), kind: 'money' },
]

function partCells(before: SpendParts, after: SpendParts) {
  const { total, customers, frequency, basket } = spendChange(before, after)
  return {
    before: before.spend,
    now: after.spend,
    change: total,
    ofCustomers: customers,
    ofFrequency: frequency,
    ofBasket: basket,
  }
}

/** Each value against the year before; everybody first. Without two years of data there is nothing to compare. */
export function changeTable(
  everybody: TwoYears | undefined,
  values: readonly { readonly of: TwoYears; readonly apart: ApartChange }[],
): ReportTable {
  const rows = values
    .filter(({ of }) => Math.min(of.before.customers, of.after.customers) >= PRIVACY_FLOOR)
    .toSorted((a, b) => Math.abs(b.apart.amount.value ?? 0) - Math.abs(a.apart.amount.value ?? 0))
  return {
    name: 'changes',
    title: say(W.changes),
    columns: [
      { key: 'what', title: say(W.what), kind: 'text' },
      { key: 'value', title: say(W.value), kind: 'text' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
      ...PARTS,
      ...withBounds({ key: 'apart', title: say(W.apart), kind: 'money' }),
      { key: 'matters', title: say(W.verdict), kind: 'text' },
    ],
    rows: [
      ...(everybody === undefined
        ? []
        : [
            {
              what: null,
              value: say(SURVIVAL_WORDS.everyone),
              customers: everybody.customers,
              ...partCells(everybody.before, everybody.after),
              ...boundCells('apart', undefined),
              matters: null,
            },
          ]),
      ...rows.slice(0, MOST_ROWS).map(({ of, apart }) => ({
        what: of.label ?? null,
        value: of.value ?? null,
        customers: of.customers,
        ...partCells(of.before, of.after),
        ...boundCells('apart', apart.amount),
        matters: apart.matters ? say(W.yes) : null,
      })),
    ],
  }
}

/** Each value against comparable customers. */
export function gapTable(
  gaps: readonly { readonly of: ValueStrata; readonly gap: SpendGap }[],
): ReportTable {
  const rows = gaps
    .filter(({ gap }) => gap.amount.value !== undefined && gap.customers >= PRIVACY_FLOOR)
    .toSorted((a, b) => (b.gap.amount.value ?? 0) - (a.gap.amount.value ?? 0))
  return {
    name: 'gaps',
    title: say(W.gaps),
    columns: [
      { key: 'what', title: say(W.what), kind: 'text' },
      { key: 'value', title: say(W.value), kind: 'text' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
      { key: 'own', title: say(W.own), kind: 'money' },
      { key: 'comparable', title: say(W.comparable), kind: 'money' },
      ...withBounds({ key: 'missing', title: say(W.missing), kind: 'money' }),
      { key: 'matters', title: say(W.verdict), kind: 'text' },
    ],
    rows: rows.slice(0, MOST_ROWS).map(({ of, gap }) => ({
      what: of.label,
      value: of.value,
      customers: gap.customers,
      own: gap.own,
      comparable: gap.comparable,
      ...boundCells('missing', gap.amount),
      matters: gap.matters ? say(W.yes) : null,
    })),
  }
}

/** Each segment's members now against its members of a year ago. */
export function segmentTable(
  segments: readonly { readonly of: SegmentYears; readonly name: Text }[],
): ReportTable {
  const rows = segments.filter(
    ({ of }) => Math.min(of.before.customers, of.after.customers) >= PRIVACY_FLOOR,
  )
  return {
    name: 'segments',
    title: say(W.segments),
    columns: [
      { key: 'value', title: say(W.value), kind: 'text' },
      { key: 'customers', title: say(W.customers), kind: 'count' },
      ...PARTS,
    ],
    rows: rows.map(({ of, name }) => ({
      value: name,
      customers: of.after.customers,
      ...partCells(of.before, of.after),
    })),
  }
}
