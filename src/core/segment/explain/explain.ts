/** Runs the reference evaluator and keeps what it saw: the truth of each node, the values compared, the evidence. */
import { fill, type IssueParams, type Locale } from '../../base/index.ts'
import type { Catalogue } from '../../catalog/index.ts'
import type { BoundCondition, BoundDefinition } from '../bound.ts'
import type { ExplainedNode, ExplainedValue, Explanation } from '../explanation.ts'
import type { CustomerHistory } from '../history.ts'
import { holds, scopeOf, type EvaluationContext, type Scope } from '../interpret.ts'
import { isKnown } from '../record.ts'
import { sayNode, type SayOptions } from '../say/say.ts'
import { printNode } from '../syntax/print.ts'
import { contextAt, type Surroundings } from '../time/membership.ts'
import type { Condition, Definition } from '../tree.ts'
import { conditionsOf } from '../walk.ts'
import { isByHand } from './act-words.ts'
import { evidenceFor, foundIn, valuesOf } from './found.ts'
import { outlookOf } from './outlook.ts'
import type { Reader } from './shown.ts'
import { EXPLAIN_WORDS } from './words.ts'

export interface ExplainOptions {
  readonly locale: Locale
  readonly catalogue: Catalogue
  /** Names of segments by key, for conditions that refer to them; the key itself where there is none. */
  readonly segmentNames?: Readonly<Record<string, string>>
}

/** At which instant, and amid what, a membership is explained. */
export type ExplainContext = Surroundings & Pick<EvaluationContext, 'asOf'>

/** What an explanation is made with. */
interface Making extends ExplainOptions {
  readonly scope: Scope
  readonly reader: Reader
  readonly conditions: readonly Condition[]
}

/**
 * Why the customer is or is not in the segment at `asOf`, since when, until when, and what would change it.
 * `definition` is the tree that `bound` was made from. Its `member` is what `interpret` answers. Segments that it
 * refers to are followed through time where their definitions are at hand. Cost: hundreds of times that of
 * `interpret`; `explainReason` is for many customers at once.
 */
export function explain(
  bound: BoundDefinition,
  definition: Definition,
  history: CustomerHistory,
  context: ExplainContext,
  options: ExplainOptions,
): Explanation {
  const making = makingOf(bound, definition, history, { context, options })
  const { reader, conditions } = making
  const root = nodeOf(bound.condition, making, true)
  const known = isKnown(history, context.asOf)
  const { asOf, ...around } = context
  const telling = { reader, conditions, saying: sayingOf(making) }
  return {
    customerId: history.customerId,
    segment: bound.segment,
    asOf: new Date(asOf).toISOString(),
    timeZone: bound.timeZone,
    known,
    member: known && root.truth,
    reason: reasonFrom(root, known, options.locale),
    ...outlookOf({ bound, history, asOf, around }, telling),
    root,
  }
}

/** The reason alone, in a sentence or two. Cost: a few times that of `interpret`. */
export function explainReason(
  bound: BoundDefinition,
  definition: Definition,
  history: CustomerHistory,
  context: ExplainContext,
  options: ExplainOptions,
): string {
  const making = makingOf(bound, definition, history, { context, options })
  const known = isKnown(history, context.asOf)
  return reasonFrom(nodeOf(bound.condition, making, true), known, options.locale)
}

function makingOf(
  bound: BoundDefinition,
  definition: Definition,
  history: CustomerHistory,
  { context, options }: { readonly context: ExplainContext; readonly options: ExplainOptions },
): Making {
  const { asOf, ...around } = context
  const scope = scopeOf(bound, history, contextAt(around, history, asOf))
  const reader: Reader = { locale: options.locale, timeZone: bound.timeZone }
  return { ...options, scope, reader, conditions: conditionsOf(definition) }
}

function reasonFrom(root: ExplainedNode, known: boolean, locale: Locale): string {
  return known ? reasonOf(root, locale) : EXPLAIN_WORDS[locale]['unknown-customer']
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
  // What one condition was written out into is still one condition to the reader.
  if (written !== undefined && written.kind !== condition.kind)
    return { ...node, ...leafOf(condition, written, { truth, making }) }
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
    default:
      return { ...node, ...leafOf(condition, written, { truth, making }) }
  }
}

function leafOf(
  condition: BoundCondition,
  written: Condition | undefined,
  { truth, making }: { readonly truth: boolean; readonly making: Making },
): Pick<ExplainedNode, 'kind' | 'sentence' | 'brief' | 'values' | 'evidence' | 'children'> {
  const values = valuesOf(condition, written, making)
  const said = leafSaid(condition, written, { values, truth, making })
  const evidence = evidenceFor(condition, written, making)
  return { ...said, kind: 'leaf', values, evidence, children: [] }
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
  if (written === undefined && condition.of.kind === 'inList')
    return byHand(condition.of.list, child.truth, making)
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
  if (condition.kind === 'inList' && written === undefined)
    return byHand(condition.list, truth, making)
  if (condition.kind === 'constant' && truth) return { sentence: everyone, brief: everyone }
  return factSaid(written, { found: foundIn(condition, seen), truth, making })
}

/** Who was put in or kept out by hand; nobody wrote that into the definition. */
function byHand(list: string, truth: boolean, making: Making): Said {
  const words = EXPLAIN_WORDS[making.locale]
  const brief = isByHand(list, 'include')
    ? words[truth ? 'included' : 'not-included']
    : words[truth ? 'excluded' : 'not-excluded']
  return { sentence: `${brief}.`, brief }
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
