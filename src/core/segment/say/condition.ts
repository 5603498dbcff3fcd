/** Conditions as clauses; a group inside a group stands in parentheses. */
import { never } from '../../base/index.ts'
import type { CompareOp, Condition, Expression } from '../tree.ts'
import { consentWords, sayBehaviour } from './behaviour.ts'
import {
  categoryLabel,
  isOne,
  nounOf,
  number,
  propertyNamed,
  someElement,
  span,
  type Speaker,
} from './speaker.ts'
import {
  inside,
  isEvent,
  natureOf,
  sayBeside,
  sayMoment,
  saySource,
  sayValue,
  sayWindow,
} from './value.ts'

type Of<Kind extends Condition['kind']> = Extract<Condition, { kind: Kind }>

/** The whole condition as one sentence. */
export function saySentence(s: Speaker, node: Condition): string {
  switch (node.kind) {
    case 'everyone':
      return s.voice.everyone
    case 'and':
      return s.voice.allOf(node.of.map((part) => inGroup(s, part)))
    case 'or':
      return s.voice.oneOf(node.of.map((part) => inGroup(s, part)))
    default:
      return s.voice.sentence(sayCondition(s, node))
  }
}

/** The condition for a list, without an opening: "at least 5 purchases; and country is “BR”". */
export function sayShortSentence(s: Speaker, node: Condition): string {
  switch (node.kind) {
    case 'everyone':
      return s.voice.everyoneShort
    case 'and':
      return s.voice.allOfShort(node.of.map((part) => inGroup(s, part)))
    case 'or':
      return s.voice.oneOfShort(node.of.map((part) => inGroup(s, part)))
    default:
      return sayCondition(s, node)
  }
}

function inGroup(s: Speaker, node: Condition): string {
  const text = sayCondition(s, node)
  return COMPOSED.has(node.kind) ? `(${text})` : text
}

/** Clauses with a comma or an `and` of their own. */
const COMPOSED: ReadonlySet<Condition['kind']> = new Set([
  'and',
  'or',
  'stateFor',
  'stopped',
  'restarted',
])

/** A condition as a clause without parentheses around it. */
export function sayCondition(s: Speaker, node: Condition): string {
  const { voice } = s
  switch (node.kind) {
    case 'everyone':
      return voice.everyoneInside
    case 'and':
    case 'or':
      return node.of.map((part) => inGroup(s, part)).join(voice[node.kind])
    case 'not':
      return sayNot(s, node.of)
    case 'atLeast':
      return voice.atLeastOf(
        number(s, node.count),
        node.of.map((part) => inGroup(s, part)).join(voice.semicolon),
      )
    case 'compare':
      return sayCompare(s, node)
    case 'between':
      return voice.between(
        sayValue(s, node.value),
        sayBeside(s, node.low, node.value),
        sayBeside(s, node.high, node.value),
      )
    case 'in': {
      const options = choice(
        s,
        node.options.map((option) => sayBeside(s, option, node.value)),
      )
      return voice[node.negated ? 'notAmong' : 'among'](sayValue(s, node.value), options)
    }
    case 'text':
    case 'list':
    case 'presence':
    case 'under':
    case 'within':
      return sayAboutValue(s, node)
    case 'any': {
      const noun = nounOf(s, node.source.event, node.source.element)
      return voice.counted['>='](saySource(s, node.source, `${number(s, 1)} ${noun.one}`))
    }
    case 'anyElement': {
      const rows = inside(s, { event: s.event ?? '', element: node.element })
      return voice.where(
        someElement(s, s.event ?? '', node.element),
        sayCondition(rows, node.where),
      )
    }
    case 'inSegment':
      return voice.inSegment(segmentName(s, node))
    case 'stateFor':
      return voice.stateFor[node.op](inGroup(s, node.condition), span(s, node.duration))
    default:
      return sayBehaviour(s, node)
  }
}

/** What is asked of one value. */
function sayAboutValue(
  s: Speaker,
  node: Of<'text'> | Of<'list'> | Of<'presence'> | Of<'under'> | Of<'within'>,
): string {
  const { voice } = s
  switch (node.kind) {
    case 'text':
      return voice[isList(s, node.value) ? 'entry' : 'text'][node.op](
        sayValue(s, node.value),
        voice.quote(node.text),
      )
    case 'list':
      return voice.list[node.op](sayValue(s, node.value), listed(s, node.options.map(voice.quote)))
    case 'presence':
      return voice[node.missing ? 'missing' : 'known'](sayValue(s, node.value))
    case 'under':
      return voice.under(sayValue(s, node.value), voice.quote(sayCategory(s, node)))
    case 'within':
      return isEvent(node.value)
        ? voice.happened(sayMoment(s, node.value), sayWindow(s, node.window))
        : voice.occurred(sayValue(s, node.value), sayWindow(s, node.window))
    default:
      return never(node)
  }
}

function isList(s: Speaker, node: Expression): boolean {
  if (node.kind === 'measure' && node.property !== undefined) {
    return propertyNamed(inside(s, node.source), node.property)?.type === 'list'
  }
  const isName = node.kind === 'trait' || node.kind === 'property' || node.kind === 'named'
  return isName && propertyNamed(s, node.name)?.type === 'list'
}

/** "no purchase in the last 60 days" instead of "it is not true that ...". */
function sayNot(s: Speaker, node: Condition): string {
  if (node.kind === 'any') {
    return saySource(s, node.source, nounOf(s, node.source.event, node.source.element).none)
  }
  if (node.kind === 'inSegment') return s.voice.notInSegment(segmentName(s, node))
  if (node.kind === 'inList') return s.voice.notInList(s.voice.quote(node.list))
  if (node.kind === 'consent') return s.voice.noConsent(...consentWords(s, node))
  return s.voice.not(sayCondition(s, node))
}

function segmentName(s: Speaker, node: Of<'inSegment'>): string {
  const names = s.segmentNames
  const name = Object.hasOwn(names, node.segment) ? names[node.segment] : undefined
  return s.voice.quote(name ?? node.segment)
}

function sayCategory(s: Speaker, node: Of<'under'>): string {
  const { value } = node
  const property =
    value.kind === 'trait' || value.kind === 'property'
      ? propertyNamed(s, value.name)
      : value.kind === 'measure' && value.property !== undefined
        ? propertyNamed(inside(s, value.source), value.property)
        : undefined
  return categoryLabel(s, property?.tree, node.category)
}

const TURNED: Readonly<Record<CompareOp, CompareOp>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}

/** `5 <= count(...)` is said like `count(...) >= 5`; a count beside a number is said as that many events. */
function sayCompare(s: Speaker, node: Of<'compare'>): string {
  const turned = isLiteralKind(node.left.kind) && !isLiteralKind(node.right.kind)
  const [left, right] = turned ? [node.right, node.left] : [node.left, node.right]
  const op = turned ? TURNED[node.op] : node.op
  const isCount =
    left.kind === 'measure' &&
    left.fn === 'count' &&
    right.kind === 'number' &&
    right.percent === undefined
  if (isCount && op !== '!=' && right.value >= 0) {
    const noun = nounOf(s, left.source.event, left.source.element)
    if (right.value === 0 && (op === '=' || op === '<='))
      return saySource(s, left.source, noun.none)
    const what = isOne(s, right.value) ? noun.one : noun.other
    return s.voice.counted[op](saySource(s, left.source, `${number(s, right.value)} ${what}`))
  }
  const hasValue =
    left.kind === 'net' ||
    (left.kind === 'measure' &&
      ['count', 'count distinct', 'sum', 'streak', 'most'].includes(left.fn))
  const own = natureOf(s, left)
  // A month is no amount, although it is compared with a number.
  const isNamed = left.kind === 'calendarPart'
  const nature = own === 'other' && !isNamed ? natureOf(s, right) : own
  const verb = op === '!=' && hasValue ? s.voice.differs : s.voice.compare[nature][op]
  return `${sayValue(s, left)} ${s.voice.seam(verb, sayBeside(s, right, left))}`
}

function isLiteralKind(kind: string): boolean {
  return ['number', 'length', 'text', 'boolean', 'date', 'instant', 'duration'].includes(kind)
}

function choice(s: Speaker, options: readonly string[]): string {
  return new Intl.ListFormat(s.locale, { type: 'disjunction' }).format(options)
}

function listed(s: Speaker, options: readonly string[]): string {
  return new Intl.ListFormat(s.locale, { type: 'conjunction' }).format(options)
}
