/** Finds rows that take purchases back by how their ids are marked, and the route that makes refunds of them. */
import type { Catalogue, EventKind } from '../../../core/catalog/index.ts'
import type { Question, Sample } from '../detect/detection.ts'
import { find, type Proposal, type View } from './assign.ts'
import type { FieldSource, FieldSources, Mapping } from './mapping.ts'

/** What speaks for refunds: ids with a letter in front, whose amounts are below zero. */
export interface RefundHint {
  readonly prefix: string
  readonly column: string
  /** The column that is negative. */
  readonly measure: string
  readonly rows: number
  readonly negative: number
  readonly example: string
}

/** Key of `--map` that answers: the prefix, or `none`. */
export const REFUNDS_OPTION = 'refunds'
export const NO_REFUNDS = 'none'
const REFUND_EVENT = 'refund'

const PREFIXED = /^([A-Za-z]{1,3})[-_ ]?\d/
/** So many of the marked rows must be negative, and so few of the others may be. */
const MOSTLY = 0.95
const FEW = 0.05

/** The hint of a mapping that has no routes yet; undefined when nothing speaks for refunds. */
export function findRefunds(view: View, sample: Sample, mapping: Mapping): RefundHint | undefined {
  const [column, second] = mapping.id ?? []
  const isSale = mapping.kind === 'events' && mapping.event !== REFUND_EVENT
  if (!isSale || column === undefined || second !== undefined) return undefined
  const measure = [...find(view, 'quantity'), ...find(view, 'amount')].find(
    (name) => (view.looks[name]?.negative ?? 0) > 0,
  )
  if (measure === undefined) return undefined
  const [idAt, measureAt] = [sample.columns.indexOf(column), sample.columns.indexOf(measure)]
  const marked = new Map<string, { rows: number; negative: number; example: string }>()
  let [plain, plainNegative] = [0, 0]
  for (const row of sample.rows) {
    const text = (row[idAt] ?? '').trim()
    const negative = /^-[\d.,]*[1-9]/.test((row[measureAt] ?? '').trim()) ? 1 : 0
    const prefix = PREFIXED.exec(text)?.[1]
    if (prefix === undefined) {
      plain++
      plainNegative += negative
      continue
    }
    const seen = marked.get(prefix) ?? { rows: 0, negative: 0, example: text }
    marked.set(prefix, { ...seen, rows: seen.rows + 1, negative: seen.negative + negative })
  }
  const refunds = [...marked]
    .filter(([, seen]) => seen.rows > 1 && seen.rows < plain && seen.negative >= seen.rows * MOSTLY)
    .toSorted(([, a], [, b]) => b.rows - a.rows)[0]
  if (refunds === undefined || plainNegative > plain * FEW) return undefined
  return { prefix: refunds[0], column, measure, ...refunds[1] }
}

/** Asked of a person: the first answer is what the evidence speaks for. */
export function askRefunds(hint: RefundHint): Question {
  return {
    code: 'intake/ask-refunds',
    option: REFUNDS_OPTION,
    params: { ...hint },
    answers: [hint.prefix, NO_REFUNDS],
  }
}

/** The mapping with the marked rows sent to refunds; what is negative there is stored without its sign. */
export function withRefunds(mapping: Mapping, prefix: string, hint: RefundHint): Mapping {
  const isSigned = (source: FieldSource): boolean =>
    [...(source.from ?? []), ...(source.multiply ?? [])].includes(hint.measure)
  const fields: FieldSources = Object.fromEntries(
    Object.entries(mapping.fields)
      .filter(([, source]) => isSigned(source))
      .map(([name, source]) => [name, { ...source, absolute: true }]),
  )
  const when = { column: hint.column, starts_with: prefix }
  return { ...mapping, routes: [...mapping.routes, { when, event: REFUND_EVENT, fields }] }
}

/** A refund is made like the purchase it takes back: what the catalogue needs for it. */
export function proposeRefund(catalogue: Catalogue, event: string): readonly Proposal[] {
  const kind: EventKind | undefined = catalogue.events[event]
  if (kind === undefined || REFUND_EVENT in catalogue.events) return []
  const like = { event: REFUND_EVENT, column: '' }
  return [
    ...Object.values(kind.properties).map((property) => ({ ...like, on: 'property', property })),
    ...Object.values(kind.elements).flatMap((element) =>
      Object.values(element.properties).map((property) => ({
        ...like,
        on: element.name,
        property,
      })),
    ),
  ]
}
