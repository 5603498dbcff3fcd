/** Runs the reference evaluator and keeps what it saw: the truth of each node, the values compared, the evidence. */
import { fill, type IssueParams, type Locale } from '../../base/index.ts'
import type { Catalogue } from '../../catalog/index.ts'
import type { BoundCondition, BoundDefinition, BoundValue } from '../bound.ts'
import type { Evidence, ExplainedNode, ExplainedValue, Explanation } from '../explanation.ts'
import type { CustomerHistory } from '../history.ts'
import {
  holds,
  rowsOf,
  scopeOf,
  valueOf,
  type EvaluationContext,
  type Scope,
} from '../interpret.ts'
import { isKnown } from '../record.ts'
import { sayNode, type SayOptions } from '../say/say.ts'
import { printNode } from '../syntax/print.ts'
import type { Condition, Definition, Expression } from '../tree.ts'
import { conditionsOf } from '../walk.ts'
import { evidenceOf } from './evidence.ts'
import { measuredOf, show, type Measured, type Reader } from './shown.ts'
import { EXPLAIN_WORDS } from './words.ts'

export interface ExplainOptions {
  readonly locale: Locale
  readonly catalogue: Catalogue
  /** Names of segments by key, for conditions that refer to them; the key itself where there is none. */
  readonly segmentNames?: Readonly<Record<string, string>>
}

/** What an explanation is made with. */
interface Making extends ExplainOptions {
  readonly scope: Scope
  readonly reader: Reader
  readonly conditions: readonly Condition[]
}

/**
 * Why the customer is or is not in the segment at `asOf`. `definition` is the tree that `bound` was made from.
 * Its `member` is what `interpret` answers. Cost: a few times that of `interpret`.
 */
export function explain(
  bound: BoundDefinition,
  definition: Definition,
  history: CustomerHistory,
  context: EvaluationContext,
  options: ExplainOptions,
): Explanation {
  const scope = scopeOf(bound, history, context)
  const reader: Reader = { locale: options.locale, timeZone: bound.timeZone }
  const making: Making = { ...options, scope, reader, conditions: conditionsOf(definition) }
  const root = nodeOf(bound.condition, making, true)
  const known = isKnown(history, context.asOf)
  return {
    customerId: history.customerId,
    segment: bound.segment,
    asOf: new Date(context.asOf).toISOString(),
    timeZone: bound.timeZone,
    known,
    member: known && root.truth,
    reason: known
      ? reasonOf(root, options.locale)
      : EXPLAIN_WORDS[options.locale]['unknown-customer'],
    root,
  }
}

/** More sentences than this tell nobody anything; the tree has them all. */
const MOST_REASONS = 3

function reasonOf(root: ExplainedNode, locale: Locale): string {
  const facts = factsOf(root)
    .filter((node) => node.decisive)
    .slice(0, MOST_REASONS)
    .map((node) => node.brief)
    .join(locale === 'fr' ? '\u00a0; ' : '; ')
  const said = root.truth ? facts : fill(EXPLAIN_WORDS[locale].missing, { facts }, locale)
  return said.slice(0, 1).toLocaleUpperCase(locale) + said.slice(1)
}

/** Leaves, and leaves turned round: "no purchase" is one fact. */
function factsOf(node: ExplainedNode): readonly ExplainedNode[] {
  return node.brief === '' ? node.children.flatMap(factsOf) : [node]
}

function nodeOf(condition: BoundCondition, making: Making, decisive: boolean): ExplainedNode {
  const truth = holds(condition, making.scope)
  const written = making.conditions[condition.node]
  const node = {
    node: condition.node,
    text: written === undefined ? '' : printNode(written),
    truth,
    decisive,
  }
  switch (condition.kind) {
    case 'and':
    case 'or':
    case 'atLeast': {
      // A group that holds rests on the parts that hold, one that fails on the parts that fail.
      const children = condition.of.map((part) =>
        nodeOf(part, making, decisive && holds(part, making.scope) === truth),
      )
      const sentence = groupSentence(condition, children, making)
      const none = { brief: '', values: [], evidence: [] }
      return { ...node, ...none, kind: condition.kind, sentence, children }
    }
    case 'not': {
      const child = nodeOf(condition.of, making, decisive)
      const said = notSaid(condition, written, { child, truth, making })
      return { ...node, ...said, kind: 'not', values: [], evidence: [], children: [child] }
    }
    default: {
      const values = valuesOf(condition, written, making)
      const said = leafSaid(condition, written, { values, truth, making })
      const evidence = evidenceFor(condition, written, making)
      return { ...node, ...said, kind: 'leaf', values, evidence, children: [] }
    }
  }
}

/** "No purchase in the last 60 days" is said as a fact of its own; the opposite of a group is not. */
function notSaid(
  condition: Extract<BoundCondition, { kind: 'not' }>,
  written: Condition | undefined,
  seen: { readonly child: ExplainedNode; readonly truth: boolean; readonly making: Making },
): Said {
  const { child, truth, making } = seen
  if (child.kind !== 'leaf')
    return { sentence: EXPLAIN_WORDS[making.locale][truth ? 'not-truth' : 'not-false'], brief: '' }
  const found = foundIn(condition.of, { values: child.values, truth: child.truth, making })
  return factSaid(written, { found, truth, making })
}

interface Said {
  readonly sentence: string
  readonly brief: string
}

function groupSentence(
  condition: Extract<BoundCondition, { kind: 'and' | 'or' | 'atLeast' }>,
  children: readonly ExplainedNode[],
  making: Making,
): string {
  const words = EXPLAIN_WORDS[making.locale]
  const met = children.filter((child) => child.truth).length
  const count = children.length
  const say = (template: string, params: IssueParams): string =>
    fill(template, params, making.locale)
  switch (condition.kind) {
    case 'and':
      return say(words[met === count ? 'all-met' : 'all-not-met'], { met, count })
    case 'or':
      return say(words[met > 0 ? 'one-met' : 'one-not-met'], { met, count })
    case 'atLeast': {
      const needed = condition.count
      return say(words[met >= needed ? 'at-least-met' : 'at-least-not-met'], { met, count, needed })
    }
  }
}

function leafSaid(
  condition: BoundCondition,
  written: Condition | undefined,
  seen: {
    readonly values: readonly ExplainedValue[]
    readonly truth: boolean
    readonly making: Making
  },
): Said {
  const { making, truth } = seen
  const { everyone } = EXPLAIN_WORDS[making.locale]
  if (condition.kind === 'constant' && truth) return { sentence: everyone, brief: everyone }
  return factSaid(written, { found: foundIn(condition, seen), truth, making })
}

function factSaid(
  written: Condition | undefined,
  seen: { readonly found: string; readonly truth: boolean; readonly making: Making },
): Said {
  const { found, truth, making } = seen
  const words = EXPLAIN_WORDS[making.locale]
  const criterion = written === undefined ? '' : sayNode(written, sayingOf(making))
  const params = { criterion, found }
  return {
    sentence: fill(words[truth ? 'met' : 'not-met'], params, making.locale),
    brief: `${criterion} (${found})`,
  }
}

function sayingOf(making: Making): SayOptions {
  const { locale, catalogue, segmentNames = {}, reader } = making
  return { locale, catalogue, segmentNames, timeZone: reader.timeZone }
}

/** What the customer has, set against what the definition asks for. */
function foundIn(
  condition: BoundCondition,
  seen: {
    readonly values: readonly ExplainedValue[]
    readonly truth: boolean
    readonly making: Making
  },
): string {
  const { making, truth } = seen
  const words = EXPLAIN_WORDS[making.locale]
  if (condition.kind === 'inSegment') return words[truth ? 'member' : 'not-member']
  if (condition.kind === 'any') {
    const count = rowsOf(condition.source, making.scope).length
    return new Intl.NumberFormat(making.locale).format(count)
  }
  const computed = seen.values.filter((value) => !value.written).map((value) => value.shown)
  const [left = words.nothing, ...others] = computed
  if (others.length === 0) return left
  return fill(words.against, { left, right: others }, making.locale)
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
    case 'within': {
      const tree = written !== undefined && 'value' in written ? written.value : undefined
      return [{ value: condition.value, expression: tree }]
    }
    default:
      return []
  }
}

function valuesOf(
  condition: BoundCondition,
  written: Condition | undefined,
  making: Making,
): readonly ExplainedValue[] {
  const sides = sidesOf(condition, written)
  const measured = sides.map((side) => measuredOf(side.value, making.catalogue))
  // A bare number is an amount beside an amount.
  const money = measured.find((one) => one.type === 'money')
  return sides.map(({ value, expression }, i) => {
    const own: Measured = measured[i] ?? { type: value.type }
    const as = value.kind === 'literal' && own.type === 'number' ? (money ?? own) : own
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

function evidenceFor(
  condition: BoundCondition,
  written: Condition | undefined,
  making: Making,
): readonly Evidence[] {
  const { scope, catalogue, reader } = making
  if (condition.kind === 'any') {
    const text = written === undefined ? '' : printNode(written)
    const counted = { fn: 'count', source: condition.source } as const
    return [evidenceOf(counted, scope, { text, catalogue, reader })]
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
    case 'negate':
      return measuresIn(value.of)
    default:
      return []
  }
}
