/** What the customer has, set against what a condition asks for: values found and the events behind them. */
import { fill } from '../../base/index.ts'
import type { Catalogue } from '../../catalog/index.ts'
import type { BoundCondition, BoundSource, BoundValue } from '../bound.ts'
import type { Evidence, ExplainedValue } from '../explanation.ts'
import { holds, rowsOf, valueOf, type Scope } from '../interpret.ts'
import { isListed } from '../record.ts'
import { printNode } from '../syntax/print.ts'
import type { Condition, Expression } from '../tree.ts'
import { evidenceOf, type Counted } from './evidence.ts'
import { measuredOf, show, showInstant, type Measured, type Reader } from './shown.ts'
import { EXPLAIN_WORDS } from './words.ts'

/** Where values are looked for, and for whom they are written. */
export interface Finding {
  readonly scope: Scope
  readonly reader: Reader
  readonly catalogue: Catalogue
}

/** What the customer has, set against what the definition asks for. */
export function foundIn(
  condition: BoundCondition,
  seen: {
    readonly values: readonly ExplainedValue[]
    readonly truth: boolean
    readonly making: Finding
  },
): string {
  const { making, truth } = seen
  const words = EXPLAIN_WORDS[making.reader.locale]
  if (condition.kind === 'inSegment') return words[truth ? 'member' : 'not-member']
  if (condition.kind === 'inList') return words[truth ? 'listed' : 'not-listed']
  if (condition.kind === 'stateFor' && condition.list !== undefined) {
    const { history, asOf } = making.scope
    return words[isListed(history, condition.list, asOf) ? 'listed' : 'not-listed']
  }
  if (condition.kind === 'any' || condition.kind === 'or') {
    const count = sourcesIn(condition)
      .map((source) => rowsOf(source, making.scope).length)
      .reduce((sum, rows) => sum + rows, 0)
    return new Intl.NumberFormat(making.reader.locale).format(count)
  }
  // Of a rhythm, how many periods had something; of an order of events, when the last of them was.
  if (condition.kind === 'atLeast') {
    const met = condition.of.filter((part) => holds(part, making.scope)).length
    return new Intl.NumberFormat(making.reader.locale).format(met)
  }
  if (condition.kind === 'sequence' || condition.kind === 'and') {
    const rows = sourcesIn(condition).flatMap((source) => rowsOf(source, making.scope))
    const last = rows.reduce(
      (latest, { event }) => Math.max(latest, event.at),
      Number.NEGATIVE_INFINITY,
    )
    return Number.isFinite(last) ? showInstant(last, making.reader) : words.nothing
  }
  const computed = seen.values.filter((value) => !value.written).map((value) => value.shown)
  const [left = words.nothing, ...others] = computed
  if (others.length === 0) return left
  return fill(words.against, { left, right: others }, making.reader.locale)
}

/** The sources that a condition asks about by themselves, outside of values. */
function sourcesIn(condition: BoundCondition): readonly BoundSource[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
    case 'atLeast':
      return condition.of.flatMap(sourcesIn)
    case 'not':
      return sourcesIn(condition.of)
    case 'any':
      return [condition.source]
    case 'sequence':
      return [condition.first, ...condition.steps.map((step) => step.source)]
    default:
      return []
  }
}

/** Each side of a condition, with the expression it was written as. */
function sidesOf(
  condition: BoundCondition,
  written: Condition | undefined,
): readonly { readonly value: BoundValue; readonly expression: Expression | undefined }[] {
  switch (condition.kind) {
    case 'compare': {
      const tree = written?.kind === 'compare' ? written : undefined
      return [
        { value: condition.left, expression: tree?.left },
        { value: condition.right, expression: tree?.right },
      ]
    }
    case 'between': {
      // Of something ahead one wants to see when it is, not how long it is until then.
      const { value } = condition
      if (written?.kind === 'within' && (value.kind === 'daysSince' || value.kind === 'elapsed')) {
        return [{ value: value.of, expression: written.value }]
      }
      const tree = written?.kind === 'between' ? written : undefined
      return [
        { value: condition.value, expression: tree?.value },
        { value: condition.low, expression: tree?.low },
        { value: condition.high, expression: tree?.high },
      ]
    }
    case 'in':
    case 'text':
    case 'list':
    case 'presence':
    case 'rank':
    case 'within': {
      const tree = written !== undefined && 'value' in written ? written.value : undefined
      return [{ value: condition.value, expression: tree }]
    }
    case 'anniversary': {
      const tree = written?.kind === 'anniversary' ? written.of : undefined
      return [{ value: condition.value, expression: tree }]
    }
    case 'stateFor':
      return sidesOf(
        condition.condition,
        written?.kind === 'stateFor' ? written.condition : undefined,
      )
    default:
      return []
  }
}

/** The sides of a leaf, as found. */
export function valuesOf(
  condition: BoundCondition,
  written: Condition | undefined,
  making: Finding,
): readonly ExplainedValue[] {
  const sides = sidesOf(condition, written)
  const measured = sides.map((side) => measuredOf(side.value, making.catalogue))
  // A bare number is an amount beside an amount, and a share beside a share.
  const told = measured.find((one) => one.type === 'money' || one.as !== undefined)
  return sides.map(({ value, expression }, i) => {
    const own: Measured = measured[i] ?? { type: value.type }
    const as = value.kind === 'literal' && own.type === 'number' ? (told ?? own) : own
    const found = valueOf(value, making.scope)
    return {
      text: expression === undefined ? '' : printNode(expression),
      value:
        as.type === 'instant' && typeof found === 'number' ? new Date(found).toISOString() : found,
      type: as.type,
      shown: show(found, as, making.reader),
      written: value.kind === 'literal',
    }
  })
}

/** The events behind a leaf, for each measure that it compares. */
export function evidenceFor(
  condition: BoundCondition,
  written: Condition | undefined,
  making: Finding,
): readonly Evidence[] {
  const { scope, catalogue, reader } = making
  const sources = sourcesIn(condition)
  if (sources.length > 0) {
    const text = written === undefined ? '' : printNode(written)
    return sources
      .map((source): Counted => ({ fn: 'count', source }))
      .map((counted) => evidenceOf(counted, scope, { text, catalogue, reader }))
      .filter(({ total }, i, all) => total > 0 || all.length === 1 || i === 0)
  }
  return sidesOf(condition, written).flatMap(({ value, expression }) => {
    const text = expression === undefined ? '' : printNode(expression)
    return measuresIn(value).map((measure) =>
      evidenceOf(measure, scope, { text, catalogue, reader }),
    )
  })
}

function measuresIn(value: BoundValue): readonly Extract<BoundValue, { kind: 'measure' }>[] {
  switch (value.kind) {
    case 'measure':
      return [value]
    case 'arithmetic':
      return [...measuresIn(value.left), ...measuresIn(value.right)]
    case 'daysSince':
    case 'yearsSince':
    case 'elapsed':
    case 'localDate':
    case 'calendarPart':
    case 'negate':
    case 'distance':
      return measuresIn(value.of)
    case 'extreme':
      return value.of.flatMap(measuresIn)
    default:
      return []
  }
}
