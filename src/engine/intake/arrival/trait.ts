/** Traits of messages: what an identify or a group call says of a customer, as one row. */
import { traitColumn, type Catalogue } from '../../../core/catalog/index.ts'
import {
  compileFields,
  isObject,
  placed,
  snakeCase,
  written,
  type Fields,
  type Found,
} from './fields.ts'

/** The traits of a catalogue, ready to check. */
export function compileTraits(catalogue: Catalogue): Fields {
  const declared = Object.values(catalogue.traits)
  // A customer may always lack a trait: nothing is required of a message.
  return compileFields(
    declared.map((t) => ({ ...t, required: false })),
    traitColumn,
  )
}

/** The columns of an identify call; null clears a trait. */
export function traitColumns(traits: Fields, given: unknown, found: Found): string {
  if (given === undefined || given === null) return ',"cleared":[]'
  if (!isObject(given)) {
    found.flaws.push({ code: 'intake/message-shape', path: ['traits'] })
    return ''
  }
  return columnsOf(traits, placed(given, traits, found), found)
}

/** The columns of a group call: its id and traits under names that begin with `group_`. */
export function groupColumns(
  traits: Fields,
  groupId: unknown,
  given: unknown,
  found: Found,
): string {
  const own = isObject(given) ? given : {}
  const renamed = {
    find: (name: string): number | undefined => traits.find(`group_${snakeCase(name)}`),
  }
  const values = placed(groupId === undefined ? own : { ...own, id: groupId }, renamed, found)
  if (values.length === 0) found.flaws.push({ code: 'intake/message-group', path: ['traits'] })
  return columnsOf(traits, values, found)
}

function columnsOf(traits: Fields, values: readonly unknown[], found: Found): string {
  let json = ''
  const cleared: string[] = []
  for (const [n, field] of traits.list.entries()) {
    const value = values[n]
    if (value === null) cleared.push(field.name)
    const text = written(field, value, ['traits'], found)
    if (text !== '') json += field.head + text
  }
  return `,"cleared":${JSON.stringify(cleared)}${json}`
}
