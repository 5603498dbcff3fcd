/** What a node of the tree consists of, for everything that only has to visit. */
import type { Condition, Definition, Expression, Source } from './tree.ts'

export type TreeNode = Condition | Expression | Source

/** The parts of a node that are nodes themselves, in the order of the text. */
export function partsOf(node: TreeNode): readonly TreeNode[] {
  if (!('kind' in node)) return node.where === undefined ? [] : [node.where]
  switch (node.kind) {
    case 'and':
    case 'or':
    case 'atLeast':
      return node.of
    case 'not':
    case 'negate':
    case 'daysSince':
    case 'calendarPart':
    case 'trend':
    case 'distance':
      return [node.of]
    case 'anniversary':
      return node.of === undefined ? [] : [node.of]
    case 'stateFor':
      return [node.condition]
    case 'sequence':
      return [node.first, ...node.steps.map((step) => step.source)]
    case 'compare':
    case 'arithmetic':
      return [node.left, node.right]
    case 'between':
      return [node.value, node.low, node.high]
    case 'in':
      return [node.value, ...node.options]
    case 'list':
    case 'presence':
    case 'under':
    case 'within':
    case 'rank':
      return [node.value]
    case 'text':
      return 'op' in node ? [node.value] : []
    case 'any':
    case 'measure':
    case 'share':
    case 'net':
    case 'regular':
    case 'stopped':
    case 'restarted':
      return [node.source]
    case 'anyElement':
      return [node.where]
    default:
      return []
  }
}

/** A node and everything below it, each before its parts, in the order of the text. */
export function* walk(node: TreeNode): Generator<TreeNode> {
  yield node
  for (const part of partsOf(node)) yield* walk(part)
}

/** `text` is both a literal and a question. Total, so that a new kind cannot be forgotten. */
const VALUES: Readonly<Record<Exclude<Expression['kind'], 'text'>, true>> = {
  number: true,
  length: true,
  boolean: true,
  date: true,
  instant: true,
  duration: true,
  trait: true,
  property: true,
  measure: true,
  share: true,
  net: true,
  trend: true,
  score: true,
  bucket: true,
  distance: true,
  daysSince: true,
  calendarPart: true,
  eventTime: true,
  age: true,
  tenure: true,
  named: true,
  arithmetic: true,
  negate: true,
}

/** Tells a condition from a value; a text literal and a question about text are both tagged `text`. */
export function isCondition(node: Condition | Expression): node is Condition {
  return node.kind === 'text' ? 'op' in node : !Object.hasOwn(VALUES, node.kind)
}

/**
 * The conditions below the definition's own condition (those of filters included, those of measures not),
 * in the order in which bound conditions are numbered: the nth is the one with `node` n.
 */
export function conditionsOf(definition: Definition): readonly Condition[] {
  const all: Condition[] = []
  for (const node of walk(definition.condition)) {
    if ('kind' in node && isCondition(node)) all.push(node)
  }
  return all
}

/** Keys of the segments that a definition refers to, each once. */
export function segmentsIn(definition: Definition): readonly string[] {
  const keys = new Set<string>()
  for (const node of walk(definition.condition)) {
    if ('kind' in node && node.kind === 'inSegment') keys.add(node.segment)
  }
  return [...keys]
}
