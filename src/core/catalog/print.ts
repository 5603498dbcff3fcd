/** Writes programme and segment files the way a person would: short forms, comments, one idea a line. */
import { stringify } from 'yaml'
import type { Locale, LocalText } from '../base/index.ts'
import type {
  Catalogue,
  CategoryNode,
  ElementKind,
  EventKind,
  Programme,
  Property,
  ScoreKind,
  Trait,
} from './catalog.ts'
import { costLines, pointLines } from './economy/print.ts'
import { labelOf, printField } from './field.ts'
import type { SegmentFile } from './segment-file.ts'

export interface PrintOptions {
  /** Path or address of the JSON Schema, for editors; no modeline when absent. */
  readonly schema?: string
}

/** The text of `tessera.yaml`; parsing it gives the same programme. */
export function printProgramme(programme: Programme, options: PrintOptions = {}): string {
  const { catalogue } = programme
  const locale = programme.locales[0] ?? 'en'
  const around = { currency: programme.currency, trees: Object.keys(catalogue.trees), locale }
  const out = [
    ...modeline(options),
    `# What this programme's data is. Names are lower-case; labels may be given in en, pt-BR, es, fr.`,
    'tessera: 1',
    `id: ${programme.id}`,
    `name: ${scalar(programme.name)}`,
    ...(programme.synthetic === true ? ['# Generated data of nobody.', 'synthetic: true'] : []),
    '# Calendars (today, this month, last 7 calendar days) follow this zone.',
    `timeZone: ${scalar(programme.timeZone)}`,
    `currency: ${programme.currency}`,
    `locales: ${flow(programme.locales)}`,
  ]
  section(
    out,
    'traits',
    'What is known of a customer: a type, then words such as `personal` or a role.',
    fieldLines(catalogue.traits, around, 1),
  )
  section(
    out,
    'events',
    'What happens to a customer, when, with which properties and repeated parts.',
    Object.values(catalogue.events).flatMap((event) => eventLines(event, around)),
  )
  section(
    out,
    'trees',
    'Category trees: `category under "Drinks"` takes in all that is below.',
    Object.entries(catalogue.trees).flatMap(([name, tree]) => treeLines(name, tree, locale)),
  )
  section(
    out,
    'products',
    'What is known of a product; fills in what the lines of a purchase leave out.',
    fieldLines(catalogue.products, around, 1),
  )
  section(
    out,
    'measures',
    'Measures with a name of their own, for every definition to use.',
    Object.entries(programme.measures).map(([name, text]) => `  ${name}: ${scalar(text)}`),
  )
  section(
    out,
    'scores',
    'What models say of customers, as numbers.',
    Object.values(catalogue.scores ?? {}).flatMap((score) => scoreLines(score, locale)),
  )
  section(
    out,
    'rates',
    `What one unit of a currency is worth in ${programme.currency}, from a day on.`,
    Object.entries(catalogue.rates ?? {}).map(([code, days]) => `  ${code}: ${rateMap(days)}`),
  )
  economySections(out, catalogue, programme.currency)
  return `${out.join('\n')}\n`
}

function economySections(out: string[], { costs, points }: Catalogue, currency: string): void {
  section(
    out,
    'costs',
    `What serving customers costs, in ${currency}: per month, for one event, or as an amount.`,
    costs === undefined ? [] : costLines(costs),
  )
  section(
    out,
    'points',
    'How points are earned and spent (the oldest first), and the months after which they lapse.',
    points === undefined ? [] : pointLines(points),
  )
}

function scoreLines({ name, label, unit }: ScoreKind, locale: Locale): readonly string[] {
  if (isDefault(label, name)) return [`  ${name}: ${unit}`]
  return [`  ${name}:`, `    type: ${unit}`, ...localLines('label', label, locale, '    ')]
}

function rateMap(days: readonly (readonly [string, number])[]): string {
  return `{ ${days.map(([day, rate]) => `${day}: ${rate.toFixed(9).replace(/\.?0+$/, '')}`).join(', ')} }`
}

/** The text of `segments/<key>.yaml`; parsing it gives the same segment. */
export function printSegmentFile(
  segment: Omit<SegmentFile, 'key' | 'origin' | 'examples'>,
  options: PrintOptions = {},
): string {
  const out = [
    ...modeline(options),
    ...localLines('name', segment.name, 'en'),
    ...(Object.keys(segment.why).length === 0 ? [] : localLines('why', segment.why, 'en')),
    ...(segment.purpose === 'programme' ? [] : [`purpose: ${segment.purpose}`]),
    ...(segment.status === 'active' ? [] : [`status: ${segment.status}`]),
    ...(segment.timeZone === undefined ? [] : [`timeZone: ${scalar(segment.timeZone)}`]),
  ]
  return `${out.join('\n')}\n${stringify({ definition: segment.definition }, BLOCK)}`
}

/** A definition keeps its lines, so that its issues can be pointed at. */
const BLOCK = { defaultStringType: 'BLOCK_LITERAL', defaultKeyType: 'PLAIN', lineWidth: 0 } as const

type Around = Parameters<typeof printField>[1] & { readonly locale: Locale }

function modeline(options: PrintOptions): readonly string[] {
  return options.schema === undefined ? [] : [`# yaml-language-server: $schema=${options.schema}`]
}

function section(out: string[], key: string, comment: string, lines: readonly string[]): void {
  if (lines.length === 0) return
  out.push('', `# ${comment}`, `${key}:`, ...lines)
}

function fieldLines(
  fields: Readonly<Record<string, Property>>,
  around: Around,
  depth: number,
): readonly string[] {
  const pad = '  '.repeat(depth)
  return Object.values(fields).flatMap((field: Trait) => {
    const words = printField(field, around)
    const ownLabel = !isDefault(field.label, field.name)
    const more = Object.entries({
      ...field.consent,
      ...(field.currencyFrom === undefined ? {} : { currencyFrom: field.currencyFrom }),
    })
    if (!ownLabel && field.values === undefined && more.length === 0)
      return [`${pad}${field.name}: ${words}`]
    return [
      `${pad}${field.name}:`,
      `${pad}  type: ${words}`,
      ...(ownLabel ? localLines('label', field.label, around.locale, `${pad}  `) : []),
      ...(field.values === undefined ? [] : [`${pad}  values: ${flow(field.values)}`]),
      ...more.map(([key, said]) => `${pad}  ${key}: ${scalar(said)}`),
    ]
  })
}

function eventLines(event: EventKind, around: Around): readonly string[] {
  const body = [
    ...labelLines(event, around.locale, '    '),
    ...(event.role === undefined ? [] : [`    role: ${event.role}`]),
    ...(event.aliases === undefined ? [] : [`    aliases: ${flow(event.aliases)}`]),
    ...(event.counts === undefined
      ? []
      : [`    counts: ${flow({ [event.counts.property]: event.counts.values })}`]),
    ...(event.refundOf === undefined
      ? []
      : [`    refundOf: ${flow({ [event.refundOf.event]: event.refundOf.property })}`]),
    ...propertyLines(event.properties, around, 2),
    ...elementLines(event.elements, around),
  ]
  return body.length === 0 ? [`  ${event.name}:`] : [`  ${event.name}:`, ...body]
}

function elementLines(
  elements: Readonly<Record<string, ElementKind>>,
  around: Around,
): readonly string[] {
  const lines = Object.values(elements).flatMap((element) => {
    const body = [
      ...labelLines(element, around.locale, '        '),
      ...propertyLines(element.properties, around, 4),
    ]
    return body.length === 0 ? [`      ${element.name}: {}`] : [`      ${element.name}:`, ...body]
  })
  return lines.length === 0 ? [] : ['    elements:', ...lines]
}

function propertyLines(
  properties: Readonly<Record<string, Property>>,
  around: Around,
  depth: number,
): readonly string[] {
  const lines = fieldLines(properties, around, depth + 1)
  return lines.length === 0 ? [] : [`${'  '.repeat(depth)}properties:`, ...lines]
}

function labelLines(
  of: { readonly name: string; readonly label: LocalText },
  locale: Locale,
  pad: string,
): readonly string[] {
  return isDefault(of.label, of.name) ? [] : localLines('label', of.label, locale, pad)
}

function isDefault(label: LocalText, name: string): boolean {
  return JSON.stringify(label) === JSON.stringify(labelOf(name))
}

function treeLines(name: string, tree: readonly CategoryNode[], locale: Locale): readonly string[] {
  if (tree.length === 0) return [`  ${name}:`]
  return [`  ${name}:`, ...nodeLines(tree, locale, '    ')]
}

/** A tree whose labels are all its names is a nested map; one with labels of its own a list, or with names that maps would put first. */
function nodeLines(nodes: readonly CategoryNode[], locale: Locale, pad: string): readonly string[] {
  const plain = (node: CategoryNode): boolean =>
    JSON.stringify(node.label) === JSON.stringify({ [locale]: node.name })
  const leaves = nodes.every((node) => node.children.length === 0)
  const isMoved = !leaves && nodes.some((node) => /^\d+$/.test(node.name))
  if (isMoved || !nodes.every(plain)) {
    return nodes.flatMap((node) => [
      `${pad}- name: ${scalar(node.name)}`,
      ...(plain(node) ? [] : [`${pad}  label: ${local(node.label, locale)}`]),
      ...(node.children.length === 0
        ? []
        : [`${pad}  children:`, ...nodeLines(node.children, locale, `${pad}    `)]),
    ])
  }
  if (leaves) return nodes.map((node) => `${pad}- ${scalar(node.name)}`)
  return nodes.flatMap((node) => {
    const key = `${pad}${scalarKey(node.name)}:`
    if (node.children.length === 0) return [key]
    return [key, ...nodeLines(node.children, locale, `${pad}  `)]
  })
}

/** `key: text`; by language on one line, or on a line each where that is too long to read. */
function localLines(key: string, text: LocalText, bare: Locale, pad = ''): readonly string[] {
  const line = `${pad}${key}: ${local(text, bare)}`
  if (line.length <= 110 || Object.keys(text).length < 2) return [line]
  const lines = Object.entries(text).map(([locale, one]) => `${pad}  ${locale}: ${scalar(one)}`)
  return [`${pad}${key}:`, ...lines]
}

/** Text in one language needs no map when it is the language that a bare text is read as. */
function local(text: LocalText, bare: Locale): string {
  const only = Object.keys(text).length === 1 ? text[bare] : undefined
  return only === undefined ? flow(text) : scalar(only)
}

/** Text on one line, quoted where YAML would read something else. */
function scalar(text: string): string {
  const plain = stringify(text, { lineWidth: 0 }).trimEnd()
  return plain.includes('\n') ? JSON.stringify(text) : plain
}

function scalarKey(text: string): string {
  return stringify({ [text]: 1 }, { lineWidth: 0 })
    .trimEnd()
    .slice(0, -3)
}

/** A list or map on one line. */
function flow(value: readonly string[] | Readonly<Record<string, unknown>>): string {
  if (isList(value)) return `[${value.map(inFlow).join(', ')}]`
  const entries = Object.entries(value).map(([key, one]) => {
    const shown = typeof one === 'string' ? inFlow(one) : flow(one as readonly string[])
    return `${inFlow(key)}: ${shown}`
  })
  return `{ ${entries.join(', ')} }`
}

function isList(
  value: readonly string[] | Readonly<Record<string, unknown>>,
): value is readonly string[] {
  return Array.isArray(value)
}

/** Inside brackets commas and brackets mean something too; whatever is not plainly a word is quoted. */
function inFlow(text: string): string {
  const plain = /^[\p{L}\d][\p{L}\d_ ./-]*$/u.test(text) && scalar(text) === text
  return plain ? text : JSON.stringify(text)
}
