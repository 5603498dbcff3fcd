/** Where in a half-written definition the caret stands: which source, which list, after which name. */
import type { ElementKind, EventKind, Property } from '../../catalog/index.ts'
import type { BindContext } from '../bind/binder.ts'
import { SOURCE_CALLS } from '../syntax/keywords.ts'
import type { Token } from '../syntax/token.ts'

/** The events and elements whose properties names are here. */
export interface Rows {
  readonly event: EventKind
  readonly element?: ElementKind
}

/** An open parenthesis before the caret. */
export interface Open {
  /** Index of the parenthesis among the tokens before the caret. */
  readonly at: number
  /** `count`, `any`, `in`, `item` of `any item (`, or '' for a plain one. */
  readonly word: string
}

/** True for a word of the language, in any case. */
export function isWord(token: Token | undefined, ...words: readonly string[]): boolean {
  return token?.kind === 'word' && words.includes(token.text.toLowerCase())
}

/** True for this symbol. */
export function isSymbol(token: Token | undefined, text: string): boolean {
  return token?.kind === 'symbol' && token.text === text
}

/** Parentheses still open at the end of the tokens, outermost first. */
export function openParentheses(tokens: readonly Token[]): readonly Open[] {
  const open: Open[] = []
  tokens.forEach((token, at) => {
    if (isSymbol(token, ')')) open.pop()
    if (!isSymbol(token, '(')) return
    const before = tokens[at - 1]
    const isName = before?.kind === 'word' || before?.kind === 'name'
    open.push({ at, word: isName ? before.text.toLowerCase() : '' })
  })
  return open
}

/** True for `count(`, `any(`, `count distinct(`, `sequence(` and their like, whose inside names events. */
export function isSource(tokens: readonly Token[], { at, word }: Open): boolean {
  if (isWord(tokens[at - 2], 'has', 'any')) return false
  return SOURCE_CALLS.has(word) || word === 'distinct' || word === 'nth'
}

/** Index of the event's name in an open source: after the number of `nth`, after the last `then`. */
export function sourceStart(tokens: readonly Token[], { at, word }: Open): number {
  if (word === 'nth' || isWord(tokens[at - 2], 'nth')) return at + 3
  if (word !== 'sequence') return at + 1
  const then = tokens.findLastIndex((token, i) => i > at && isWord(token, 'then'))
  if (then === -1) return at + 1
  return isWord(tokens[then + 1], 'not') ? then + 2 : then + 1
}

/** The rows that names belong to at the end of the tokens, undefined on the customer's level. */
export function rowsAt(tokens: readonly Token[], context: BindContext): Rows | undefined {
  let rows: Rows | undefined
  const open = openParentheses(tokens)
  open.forEach((one, i) => {
    const { at } = one
    const end = open[i + 1]?.at ?? tokens.length
    if (isSource(tokens, one)) {
      const start = sourceStart(tokens.slice(0, end), one)
      const isFilter = tokens.slice(start, end).some((token) => isWord(token, 'where'))
      if (isFilter) rows = rowsNamed(tokens, start, context)
    } else if (isWord(tokens[at - 2], 'any') && rows !== undefined) {
      const element = own(rows.event.elements, tokens[at - 1]?.text ?? '')
      if (element !== undefined) rows = { ...rows, element }
    }
  })
  return rows
}

/** `purchase` or `purchase.item` at an index; a further name is a property. */
export function rowsNamed(
  tokens: readonly Token[],
  at: number,
  context: BindContext,
): Rows | undefined {
  const event = eventNamed(tokens, at, context)
  if (event === undefined) return undefined
  const element = isSymbol(tokens[at + 1], '.')
    ? own(event.elements, tokens[at + 2]?.text ?? '')
    : undefined
  return element === undefined ? { event } : { event, element }
}

/** `email_*` has the properties of the first of its kinds. */
function eventNamed(
  tokens: readonly Token[],
  at: number,
  { catalogue }: BindContext,
): EventKind | undefined {
  const name = tokens[at]?.text ?? ''
  if (!isSymbol(tokens[at + 1], '*')) return own(catalogue.events, name)
  return Object.values(catalogue.events).find((event) => event.name.startsWith(name))
}

/** An entry of a record that is not inherited, whatever its name. */
export function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

/** Traits on the customer's level, else properties of the element and its event; none that are refused. */
export function propertiesAt(rows: Rows | undefined, context: BindContext): readonly Property[] {
  const all =
    rows === undefined
      ? context.catalogue.traits
      : { ...rows.event.properties, ...rows.element?.properties }
  const allowed = context.allowSensitive ?? []
  return Object.values(all).filter((p) => p.sensitivity !== 'sensitive' || allowed.includes(p.name))
}

/** The property that the tokens end with: `country`, `first(purchase).channel`, `purchase.amount`. */
export function propertyBefore(
  tokens: readonly Token[],
  context: BindContext,
): Property | undefined {
  const last = tokens.at(-1)
  if (last?.kind !== 'word' && last?.kind !== 'name') return undefined
  const dotted = isSymbol(tokens.at(-2), '.')
  const rows = dotted ? rowsBeforeDot(tokens.slice(0, -2), context) : rowsAt(tokens, context)
  if (dotted && rows === undefined) return undefined
  return propertiesAt(rows, context).find((property) => property.name === last.text)
}

/** Whose properties follow a dot: `purchase.`, `purchase.item.`, `first(purchase where ...).` */
export function rowsBeforeDot(tokens: readonly Token[], context: BindContext): Rows | undefined {
  if (isSymbol(tokens.at(-1), ')')) {
    const open = openParentheses(tokens.slice(0, -1)).at(-1)
    if (open === undefined) return undefined
    return rowsNamed(tokens, sourceStart(tokens, open), context)
  }
  const start = isSymbol(tokens.at(-2), '.') ? tokens.length - 3 : tokens.length - 1
  return rowsNamed(tokens, start, context)
}
