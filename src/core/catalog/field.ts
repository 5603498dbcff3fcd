/** The words that a trait or property is written with: `money required`, `category of products`. */
import { isCurrency, nearest, type Issue, type LocalText } from '../base/index.ts'
import {
  TRAIT_ROLES,
  VALUE_TYPES,
  type Sensitivity,
  type Trait,
  type TraitRole,
  type ValueType,
} from './catalog.ts'
import type { CatalogCode } from './words.ts'

/** Roles that make a trait personal unless it is marked sensitive. */
const PERSONAL_ROLES: ReadonlySet<TraitRole> = new Set([
  'birth-date',
  'email',
  'phone',
  'name',
  'gender',
  'income',
  'home',
])

/** Which types fit a role; text and category fit the roles that are absent here. */
const ROLE_TYPES: Readonly<Partial<Record<TraitRole, readonly ValueType[]>>> = {
  'birth-date': ['date'],
  joined: ['date', 'instant'],
  income: ['money', 'number', 'text', 'category'],
  home: ['geo'],
  consent: ['boolean'],
}

/** The default of the sensitivity of a trait with a role. */
export function sensitivityOf(role: TraitRole | undefined): Sensitivity {
  return role !== undefined && PERSONAL_ROLES.has(role) ? 'personal' : 'none'
}

/** What the words of a field say, with faults at an offset inside of them. */
export interface FieldWords {
  readonly field: Omit<Trait, 'name' | 'label' | 'values'>
  readonly faults: readonly {
    readonly code: CatalogCode
    readonly offset: number
    readonly params: Issue['params']
    readonly fix?: string
  }[]
}

interface Around {
  readonly isTrait: boolean
  /** ISO 4217 of the programme, for money that names none. */
  readonly currency: string
  readonly trees: readonly string[]
}

/** A word with its place in the text. */
interface Token {
  readonly word: string
  readonly offset: number
}

/** What has been read of a field so far. */
interface Reading {
  readonly around: Around
  readonly type: ValueType
  readonly faults: FieldWords['faults'][number][]
  required: boolean
  sensitivity?: Sensitivity
  role?: TraitRole
  unit?: Token
  tree?: string
}

/** Reads the words of a field. Unknown ones are faults; the rest is still read, so that all faults are told at once. */
export function readField(text: string, around: Around): FieldWords {
  const tokens = [...text.matchAll(/\S+/g)].map((m): Token => ({ word: m[0], offset: m.index }))
  const type = VALUE_TYPES.find((t) => t === tokens[0]?.word) ?? 'text'
  const reading: Reading = { around, type, faults: [], required: false }
  for (let i = 1; i < tokens.length; i++) {
    const token = tokens[i]
    if (token === undefined) break
    if (token.word === 'in' || token.word === 'of') readPair(reading, token, tokens[++i])
    else readWord(reading, token)
  }
  const { unit } = reading
  if (type === 'money' && unit !== undefined && !isCurrency(unit.word)) {
    fault(reading, 'catalog/bad-currency', unit, { currency: unit.word })
  }
  return { field: fieldOf(reading), faults: reading.faults }
}

function fault(
  reading: Reading,
  code: CatalogCode,
  { offset }: { readonly offset: number },
  params: Issue['params'],
  fix?: string,
): void {
  reading.faults.push({ code, offset, params, ...(fix === undefined ? {} : { fix }) })
}

function readWord(reading: Reading, token: Token): void {
  const { around, type } = reading
  const { word } = token
  const role = around.isTrait ? TRAIT_ROLES.find((r) => r === word) : undefined
  if (word === 'required') reading.required = true
  else if (word === 'personal' || word === 'sensitive') reading.sensitivity = word
  else if (role !== undefined) {
    reading.role = role
    const known = ROLE_TYPES[role] ?? ['text', 'category']
    if (!known.includes(type)) fault(reading, 'catalog/role-type', token, { role, type, known })
  } else {
    const roles = around.isTrait ? TRAIT_ROLES : []
    const known = ['required', 'personal', 'sensitive', 'in', 'of', ...roles]
    fault(reading, 'catalog/unknown-word', token, { word, known }, nearest(word, known))
  }
}

/** `in kg`, `in USD`, `of products`. */
function readPair(reading: Reading, first: Token, second: Token | undefined): void {
  const { around, type } = reading
  const { word } = first
  if (second === undefined) return fault(reading, 'catalog/word-wanted', first, { word })
  const fits = word === 'in' ? type === 'number' || type === 'money' : type === 'category'
  if (!fits) return fault(reading, 'catalog/word-misplaced', first, { word, type })
  if (word === 'in') {
    reading.unit = second
    return
  }
  const tree = second.word
  reading.tree = tree
  const known = around.trees
  if (!known.includes(tree)) {
    fault(reading, 'catalog/unknown-tree', second, { tree, known }, nearest(tree, known))
  }
}

function fieldOf(reading: Reading): FieldWords['field'] {
  const { around, type, required, sensitivity, role, unit } = reading
  const { trees, currency } = around
  const tree = reading.tree ?? (trees.length === 1 ? trees[0] : undefined)
  if (type === 'category' && tree === undefined && trees.length > 1) {
    fault(reading, 'catalog/which-tree', { offset: 0 }, { known: trees })
  }
  return {
    type,
    required,
    sensitivity: sensitivity ?? sensitivityOf(role),
    ...(role === undefined ? {} : { role }),
    ...(type === 'number' && unit !== undefined ? { unit: unit.word } : {}),
    ...(type === 'money' ? { currency: unit?.word ?? currency } : {}),
    ...(type === 'category' && tree !== undefined ? { tree } : {}),
  }
}

/** The words that `readField` reads back as this trait or property; what the defaults say is left out. */
export function printField(field: Trait, around: Omit<Around, 'isTrait'>): string {
  const words: string[] = [field.type]
  if (field.type === 'category' && field.tree !== undefined && around.trees.length > 1) {
    words.push('of', field.tree)
  }
  if (
    field.type === 'money' &&
    field.currency !== undefined &&
    field.currency !== around.currency
  ) {
    words.push('in', field.currency)
  }
  if (field.type === 'number' && field.unit !== undefined) words.push('in', field.unit)
  if (field.required) words.push('required')
  if (field.sensitivity !== 'none' && field.sensitivity !== sensitivityOf(field.role)) {
    words.push(field.sensitivity)
  }
  if (field.role !== undefined) words.push(field.role)
  return words.join(' ')
}

/** The label of a thing that was given none: its name with spaces. */
export function labelOf(name: string): LocalText {
  return { en: name.replaceAll('_', ' ') }
}
