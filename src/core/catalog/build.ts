/** From the file as written to the programme: short forms read, defaults filled, and everything checked against everything. */
import {
  isCurrency,
  isTimeZone,
  nearest,
  timeZones,
  type Issue,
  type LocalText,
} from '../base/index.ts'
import type { CategoryNode, ElementKind, EventKind, Programme, Property, Trait } from './catalog.ts'
import { checkConsents, checkCurrencies, readRates, readScores } from './beyond-events.ts'
import { readCosts, readPoints } from './economy/read.ts'
import { checkName, fault, label, type Draft } from './draft.ts'
import { readField } from './field.ts'
import type { ElementText, EventText, FieldText, ProgrammeText, TreeText } from './file.ts'
import { elementColumn } from './facts.ts'
import type { Path, YamlSource } from './yaml.ts'

type FieldsText = Readonly<Record<string, FieldText>> | null | undefined

function fields(
  draft: Draft,
  written: FieldsText,
  path: Path,
  isTrait = false,
): Record<string, Trait> {
  const out: Record<string, Trait> = {}
  const trees = Object.keys(draft.file.trees ?? {})
  for (const [name, field] of Object.entries(written ?? {})) {
    checkName(draft, name, [...path, name])
    const long = typeof field === 'string' ? undefined : field
    const at = long === undefined ? [...path, name] : [...path, name, 'type']
    const words = typeof field === 'string' ? field : field.type
    const read = readField(words, { isTrait, currency: draft.file.currency, trees })
    for (const { code, offset, params, fix } of read.faults) {
      fault(draft, code, at, params, { offset, fix })
    }
    out[name] = {
      name,
      label: label(draft, long?.label, name),
      ...read.field,
      ...(long?.values === undefined ? {} : { values: long.values }),
      ...(long?.currencyFrom === undefined ? {} : { currencyFrom: long.currencyFrom }),
      ...(long?.channel === undefined || long.purpose === undefined
        ? {}
        : { consent: { channel: long.channel, purpose: long.purpose } }),
    }
  }
  return out
}

/** The programme that a well-shaped file means, with all that is wrong in it. */
export function buildProgramme(
  file: ProgrammeText,
  source: YamlSource,
): { readonly programme: Programme; readonly issues: readonly Issue[] } {
  const draft: Draft = { issues: [], file, source, locale: file.locales?.[0] ?? 'en' }
  checkHead(draft)
  const traits = fields(draft, file.traits, ['traits'], true)
  checkRoles(draft, traits)
  checkConsents(draft, traits)
  const events: Record<string, EventKind> = {}
  for (const [name, event] of Object.entries(file.events ?? {}))
    events[name] = eventKind(draft, name, event ?? {})
  checkEvents(draft, events)
  const scores = readScores(draft)
  const rates = readRates(draft)
  const costs = readCosts(draft, events)
  const points = readPoints(draft, events)
  checkCurrencies(draft, { traits, events })
  const trees: Record<string, readonly CategoryNode[]> = {}
  for (const [name, tree] of Object.entries(file.trees ?? {})) {
    trees[name] = categories(draft, tree, { path: ['trees', name], tree: name, seen: new Set() })
  }
  const measures = file.measures ?? {}
  for (const name of Object.keys(measures)) {
    checkName(draft, name, ['measures', name])
    if (name in traits)
      fault(
        draft,
        'catalog/name-taken',
        ['measures', name],
        { name, other: 'trait' },
        { key: true },
      )
  }
  const programme: Programme = {
    id: file.id ?? idOf(file.name),
    name: file.name,
    ...(file.synthetic === undefined ? {} : { synthetic: file.synthetic }),
    timeZone: file.timeZone,
    currency: file.currency,
    locales: file.locales ?? ['en'],
    catalogue: {
      traits,
      events,
      trees,
      products: fields(draft, file.products, ['products']),
      ...(scores === undefined ? {} : { scores }),
      ...(rates === undefined ? {} : { rates }),
      ...(costs === undefined ? {} : { costs }),
      ...(points === undefined ? {} : { points }),
    },
    measures,
  }
  return { programme, issues: draft.issues }
}

/** `Café & Co.` -> `cafe_co`. */
export function idOf(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const id = plain
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '')
    .slice(0, 40)
  return id === '' ? 'programme' : id
}

function checkHead(draft: Draft): void {
  const { tessera, timeZone, currency } = draft.file
  if (tessera !== '1') fault(draft, 'catalog/bad-version', ['tessera'], { version: tessera })
  if (!isTimeZone(timeZone)) {
    fault(
      draft,
      'catalog/bad-time-zone',
      ['timeZone'],
      { zone: timeZone },
      { fix: nearest(timeZone, timeZones()) },
    )
  }
  if (!isCurrency(currency)) {
    const upper = currency.toUpperCase()
    fault(
      draft,
      'catalog/bad-currency',
      ['currency'],
      { currency },
      { fix: isCurrency(upper) ? upper : undefined },
    )
  }
}

function checkRoles(draft: Draft, traits: Readonly<Record<string, Trait>>): void {
  const holders = new Map<string, string>()
  for (const { name, role } of Object.values(traits)) {
    // Each consent is a trait of its own.
    if (role === undefined || role === 'consent') continue
    const other = holders.get(role)
    if (other !== undefined) fault(draft, 'catalog/role-twice', ['traits', name], { role, other })
    holders.set(role, name)
  }
}

function eventKind(draft: Draft, name: string, written: EventText): EventKind {
  const path = ['events', name]
  checkName(draft, name, path)
  const properties = fields(draft, written.properties, [...path, 'properties'])
  const elements: Record<string, ElementKind> = {}
  for (const [element, text] of Object.entries(written.elements ?? {})) {
    elements[element] = elementKind(draft, element, {
      written: text,
      path: [...path, 'elements', element],
    })
    if (element in properties) {
      fault(
        draft,
        'catalog/name-taken',
        [...path, 'elements', element],
        { name: element, other: 'property' },
        { key: true },
      )
    }
  }
  checkColumns(draft, elements, path)
  const counts = counted(draft, written, { name, properties })
  const refund = oneEntry(draft, written.refundOf, [...path, 'refundOf'])
  return {
    name,
    label: label(draft, written.label, name),
    ...(written.role === undefined ? {} : { role: written.role }),
    ...(written.aliases === undefined ? {} : { aliases: written.aliases }),
    properties,
    elements,
    ...(counts === undefined ? {} : { counts }),
    ...(refund === undefined ? {} : { refundOf: { event: refund[0], property: refund[1] } }),
  }
}

function elementKind(
  draft: Draft,
  name: string,
  at: { readonly written: ElementText; readonly path: Path },
): ElementKind {
  checkName(draft, name, at.path)
  return {
    name,
    label: label(draft, at.written.label, name),
    properties: fields(draft, at.written.properties, [...at.path, 'properties']),
  }
}

/** Element and property share one column name, so that `a_b` of `c` and `b_c` of `a` must not both exist. */
function checkColumns(
  draft: Draft,
  elements: Readonly<Record<string, ElementKind>>,
  path: Path,
): void {
  const columns = new Map<string, string>()
  for (const element of Object.values(elements)) {
    for (const property of Object.keys(element.properties)) {
      const second = `${element.name}.${property}`
      const column = elementColumn(element.name, property)
      const first = columns.get(column)
      if (first !== undefined) {
        const at = [...path, 'elements', element.name, 'properties', property]
        fault(draft, 'catalog/columns-collide', at, { first, second }, { key: true })
      }
      columns.set(column, second)
    }
  }
}

function counted(
  draft: Draft,
  written: EventText,
  event: { readonly name: string; readonly properties: Readonly<Record<string, Property>> },
): EventKind['counts'] | undefined {
  const path = ['events', event.name, 'counts']
  const entry = oneEntry(draft, written.counts, path)
  if (entry === undefined) return undefined
  const [name, values] = entry
  const property = event.properties[name]
  if (property === undefined) {
    unknownProperty(draft, [...path, name], {
      name,
      event: event.name,
      properties: event.properties,
    })
  } else if (property.type !== 'text' && property.type !== 'category') {
    fault(draft, 'catalog/counts-type', [...path, name], { property: name }, { key: true })
  }
  if (values.length === 0) fault(draft, 'catalog/empty', [...path, name], { key: name })
  return { property: name, values }
}

function oneEntry<T>(
  draft: Draft,
  map: Readonly<Record<string, T>> | undefined,
  path: Path,
): readonly [string, T] | undefined {
  if (map === undefined) return undefined
  const [first, ...more] = Object.entries(map)
  if (first === undefined || more.length > 0) {
    fault(draft, 'catalog/one-entry', path, { key: String(path.at(-1)) }, { key: true })
  }
  return first
}

function unknownProperty(
  draft: Draft,
  path: Path,
  of: {
    readonly name: string
    readonly event: string
    readonly properties: Readonly<Record<string, Property>>
  },
): void {
  const fix = nearest(of.name, Object.keys(of.properties))
  fault(
    draft,
    'catalog/unknown-property',
    path,
    { property: of.name, event: of.event },
    { key: true, fix },
  )
}

/** What only shows once all events are read: refunds, and the one event that is the purchase. */
function checkEvents(draft: Draft, events: Readonly<Record<string, EventKind>>): void {
  const purchases = Object.values(events).filter((event) => event.role === 'purchase')
  for (const { name } of purchases.slice(1)) {
    const other = purchases[0]?.name ?? ''
    fault(draft, 'catalog/role-twice', ['events', name, 'role'], { role: 'purchase', other })
  }
  for (const { name, refundOf, properties } of Object.values(events)) {
    if (refundOf === undefined) continue
    const path = ['events', name, 'refundOf', refundOf.event]
    if (refundOf.event === name) fault(draft, 'catalog/refund-of-itself', path, { event: name })
    else if (!(refundOf.event in events)) {
      const fix = nearest(refundOf.event, Object.keys(events))
      fault(draft, 'catalog/unknown-event', path, { event: refundOf.event }, { key: true, fix })
    }
    if (!(refundOf.property in properties)) {
      const fix = nearest(refundOf.property, Object.keys(properties))
      fault(
        draft,
        'catalog/unknown-property',
        path,
        { property: refundOf.property, event: name },
        { fix },
      )
    }
  }
}

interface InTree {
  readonly path: Path
  readonly tree: string
  readonly seen: Set<string>
}

function categories(draft: Draft, written: TreeText, at: InTree): readonly CategoryNode[] {
  if (written === null) return []
  const node = (
    name: string,
    given: string | LocalText | undefined,
    children: { readonly written: TreeText; readonly path: Path },
  ): CategoryNode => {
    if (at.seen.has(name))
      fault(draft, 'catalog/category-twice', children.path, { name, tree: at.tree }, { key: true })
    at.seen.add(name)
    return {
      name,
      // A category's own name is already what people call it.
      label: given === undefined ? { [draft.locale]: name } : label(draft, given, name),
      children: categories(draft, children.written, { ...at, path: children.path }),
    }
  }
  if (isList(written)) {
    return written.map((entry, i) => {
      const path = [...at.path, i]
      if (typeof entry === 'string') return node(entry, undefined, { written: null, path })
      const below = { written: entry.children ?? null, path: [...path, 'children'] }
      return node(entry.name, entry.label, below)
    })
  }
  return Object.entries(written).map(([name, below]) =>
    node(name, undefined, { written: below, path: [...at.path, name] }),
  )
}

type TreeList = Extract<NonNullable<TreeText>, readonly unknown[]>

function isList(tree: NonNullable<TreeText>): tree is TreeList {
  return Array.isArray(tree)
}
