/** Takes proposals into a catalogue and a mapping: what `init` from data does, and `--add` at a load. */
import type { Catalogue, EventKind, Property } from '../../../core/catalog/index.ts'
import type { Mapping } from './mapping.ts'
import { ROLE_KEYS, type Overrides } from './override.ts'
import { fromColumn } from './parse.ts'
import type { Proposal } from './assign.ts'

/** The catalogue with the proposed traits, properties, elements and events added. */
export function extendCatalogue(catalogue: Catalogue, proposals: readonly Proposal[]): Catalogue {
  let result = catalogue
  for (const proposal of proposals) result = extend(result, proposal)
  return result
}

function withProperty<T extends Property>(
  properties: Readonly<Record<string, T>>,
  property: T,
): Readonly<Record<string, T>> {
  return property.name in properties ? properties : { ...properties, [property.name]: property }
}

function extend(catalogue: Catalogue, { on, event, property }: Proposal): Catalogue {
  if (on === 'trait') return { ...catalogue, traits: withProperty(catalogue.traits, property) }
  if (on === 'product')
    return { ...catalogue, products: withProperty(catalogue.products, property) }
  const name = event ?? 'purchase'
  const kind: EventKind = catalogue.events[name] ?? {
    name,
    label: {},
    ...(name === 'purchase' || name === 'refund' ? { role: name } : {}),
    properties: {},
    elements: {},
  }
  const element = kind.elements[on] ?? { name: on, label: {}, properties: {} }
  const grown: EventKind =
    on === 'property'
      ? { ...kind, properties: withProperty(kind.properties, property) }
      : {
          ...kind,
          elements: {
            ...kind.elements,
            [on]: { ...element, properties: withProperty(element.properties, property) },
          },
        }
  return { ...catalogue, events: { ...catalogue.events, [name]: grown } }
}

/** The mapping with the proposed properties filled from their columns. */
export function acceptProposals(mapping: Mapping, proposals: readonly Proposal[]): Mapping {
  const added = proposals
    .filter((p) => p.column !== '')
    .map((p) => {
      const isPlain = p.on === 'trait' || p.on === 'product' || p.on === 'property'
      return [
        isPlain ? p.property.name : `${p.on}.${p.property.name}`,
        fromColumn(p.column),
      ] as const
    })
  return { ...mapping, fields: { ...Object.fromEntries(added), ...mapping.fields } }
}

/** The proposals that a person's word leaves: a column named for a role is no trait besides, and `field=` wants no such field. */
export function leftBy(proposals: readonly Proposal[], overrides: Overrides): readonly Proposal[] {
  const taken = new Set(ROLE_KEYS.flatMap((role) => overrides[role]?.split('+') ?? []))
  return proposals.filter(({ column, on, property: { name } }) => {
    const isPlain = on === 'trait' || on === 'product' || on === 'property'
    return !taken.has(column) && overrides[isPlain ? name : `${on}.${name}`] !== ''
  })
}
