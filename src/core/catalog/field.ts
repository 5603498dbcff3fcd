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

/** Reads the words of a field. Unknown ones are faults; the rest is still read, so that all faults are told at once. */
export function readField(text: string, around: Around): FieldWords {
  const faults: FieldWords['faults'][number][] = []
  const tokens = [...text.matchAll(/\S+/g)].map((m) => ({ word: m[0], offset: m.index }))
  const type = VALUE_TYPES.find((t) => t === tokens[0]?.word) ?? 'text'
  let required = false
  let sensitivity: Sensitivity | undefined
  let role: TraitRole | undefined
  let unit: string | undefined
  let tree: string | undefined
  const fault = (
    code: CatalogCode,
    offset: number,
    params: Issue['params'],
    fix?: string,
  ): void => {
    faults.push({ code, offset, params, ...(fix === undefined ? {} : { fix }) })
  }
  for (let i = 1; i < tokens.length; i++) {
    const { word, offset } = tokens[i] ?? { word: '', offset: 0 }
    const asRole = around.isTrait ? TRAIT_ROLES.find((r) => r === word) : undefined
    if (word === 'required') required = true
    else if (word === 'personal' || word === 'sensitive') sensitivity = word
    else if (asRole !== undefined) {
      role = asRole
      const fitting = ROLE_TYPES[asRole] ?? ['text', 'category']
      if (!fitting.includes(type))
        fault('catalog/role-type', offset, { role, type, known: fitting })
    } else if (word === 'in' || word === 'of') {
      const next = tokens[++i]
      if (next === undefined) fault('catalog/word-wanted', offset, { word })
      else if (word === 'in') {
        unit = next.word
        if (type !== 'number' && type !== 'money')
          fault('catalog/word-misplaced', offset, { word, type })
      } else {
        tree = next.word
        if (type !== 'category') fault('catalog/word-misplaced', offset, { word, type })
        else if (!around.trees.includes(tree)) {
          fault(
            'catalog/unknown-tree',
            next.offset,
            { tree, known: around.trees },
            nearest(tree, around.trees),
          )
        }
      }
    } else {
      const known = [
        'required',
        'personal',
        'sensitive',
        'in',
        'of',
        ...(around.isTrait ? TRAIT_ROLES : []),
      ]
      fault('catalog/unknown-word', offset, { word, known }, nearest(word, known))
    }
  }
  if (type === 'money' && unit !== undefined && !isCurrency(unit)) {
    fault('catalog/bad-currency', text.indexOf(unit), { currency: unit })
  }
  if (type === 'category' && tree === undefined) {
    if (around.trees.length === 1) tree = around.trees[0]
    if (around.trees.length > 1) fault('catalog/which-tree', 0, { known: around.trees })
  }
  return {
    field: {
      type,
      required,
      sensitivity: sensitivity ?? sensitivityOf(role),
      ...(role === undefined ? {} : { role }),
      ...(type === 'number' && unit !== undefined ? { unit } : {}),
      ...(type === 'money' ? { currency: unit ?? around.currency } : {}),
      ...(type === 'category' && tree !== undefined ? { tree } : {}),
    },
    faults,
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
