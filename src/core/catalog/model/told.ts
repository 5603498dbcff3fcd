/** The settings of a model as its file tells them: in their types and ranges, with names that exist. */
import { nearest, type Issue } from '../../base/index.ts'
import type { Catalogue, EventKind } from '../catalog.ts'
import { originOf } from '../origin.ts'
import type { DefinitionOrigin } from '../segment-file.ts'
import { issue, type Path, type YamlSource } from '../yaml.ts'
import {
  mapIn,
  textIn,
  textsIn,
  type ModelSetting,
  type ModelSettings,
  type ModelSpec,
  type SettingValue,
} from './spec.ts'

/** A text in the segment language, or the key of a segment, with where it stands: to be bound by those who know the language. */
export interface ModelText {
  /** The setting, and the name below it where it has several. */
  readonly setting: string
  readonly kind: 'number' | 'condition' | 'segment'
  readonly text: string
  readonly origin: DefinitionOrigin
}

/** A model's file while its settings are read. */
export interface Reading {
  readonly spec: ModelSpec
  readonly written: Readonly<Record<string, unknown>>
  readonly source: YamlSource
  readonly catalogue: Catalogue
  readonly issues: Issue[]
}

/** What the file tells, with the defaults. */
export function settingsOf(reading: Reading): ModelSettings {
  const out: Record<string, SettingValue> = {}
  for (const setting of reading.spec.settings) {
    const told = reading.written[setting.name]
    const value =
      told === undefined || told === null ? setting.default : toldValue(reading, setting, told)
    if (value !== undefined) out[setting.name] = value
  }
  for (const setting of reading.spec.settings) checkNames(reading, setting, out)
  return out
}

/** The value in its type; whatever cannot be one is an issue at its place. */
function toldValue(
  reading: Reading,
  setting: ModelSetting,
  told: unknown,
): SettingValue | undefined {
  const { name, kind } = setting
  const number = (value: unknown, path: Path): number => numberAt(reading, setting, { value, path })
  switch (kind) {
    case 'number':
    case 'whole':
      return number(told, [name])
    case 'numbers':
      return (told as readonly unknown[]).map((value, i) => number(value, [name, i]))
    case 'weights':
      return Object.fromEntries(
        Object.entries(told as Readonly<Record<string, unknown>>).map(([key, value]) => [
          key,
          number(value, [name, key]),
        ]),
      )
    default:
      return told as SettingValue
  }
}

function numberAt(
  { source, issues }: Reading,
  { name, kind, range }: ModelSetting,
  { value, path }: { readonly value: unknown; readonly path: Path },
): number {
  const number = value === '' ? Number.NaN : Number(value)
  const [low, high] = range ?? [-1e12, 1e12]
  const fits = number >= low && number <= high && (kind !== 'whole' || Number.isInteger(number))
  if (!fits) issues.push(issue('catalog/model-number', source.locate(path), { name, low, high }))
  return fits ? number : 0
}

/** Names that a setting speaks of must be there. */
function checkNames(reading: Reading, setting: ModelSetting, settings: ModelSettings): void {
  const { catalogue, written } = reading
  const { name, kind } = setting
  const told = settings[name]
  if (told === undefined || written[name] === undefined || written[name] === null) return
  switch (kind) {
    case 'event':
      return eventThere(reading, String(told), [name])
    case 'trait':
      return traitThere(reading, String(told), [name])
    case 'traits':
      return textsIn(settings, name).forEach((trait, i) => traitThere(reading, trait, [name, i]))
    case 'items':
      return itemsThere(reading, name, settings)
    case 'weights':
    case 'picks':
      return measuresThere(reading, name, settings)
    case 'property': {
      const of = catalogue.events[textIn(settings, 'event') ?? ''] ?? purchaseOf(catalogue)
      const known = of === undefined ? [] : propertiesOf(of)
      if (of === undefined || known.includes(String(told))) return
      const params = { event: of.name, property: String(told) }
      unknown(reading, 'catalog/unknown-property', {
        path: [name],
        params,
        known,
        wrong: String(told),
      })
      return
    }
    default:
  }
}

interface Unknown {
  readonly path: Path
  readonly params: Issue['params']
  readonly wrong: string
  readonly known: readonly string[]
  readonly key?: boolean
}

function unknown({ issues, source }: Reading, code: string, of: Unknown): void {
  const { path, params, wrong, known, key = false } = of
  issues.push(issue(code, source.locate(path, { key }), params, nearest(wrong, known)))
}

function eventThere(reading: Reading, event: string, path: Path): void {
  const known = Object.keys(reading.catalogue.events)
  if (known.includes(event)) return
  unknown(reading, 'catalog/unknown-event', { path, params: { event }, wrong: event, known })
}

function traitThere(reading: Reading, trait: string, path: Path): void {
  const known = Object.keys(reading.catalogue.traits)
  if (known.includes(trait)) return
  unknown(reading, 'catalog/unknown-trait', { path, params: { trait }, wrong: trait, known })
}

/** The items of a scale are told under `items`, or are traits of that name that hold numbers. */
function itemsThere(reading: Reading, name: string, settings: ModelSettings): void {
  const { catalogue, issues, source } = reading
  const answers = Object.keys(mapIn<string>(settings, 'items'))
  for (const [scale, text] of Object.entries(mapIn<string>(settings, name))) {
    for (const item of itemsIn(text)) {
      if (answers.includes(item)) continue
      const path = [name, scale]
      const trait = Object.hasOwn(catalogue.traits, item) ? catalogue.traits[item] : undefined
      if (trait === undefined) {
        const known = [...answers, ...Object.keys(catalogue.traits)]
        unknown(reading, 'catalog/unknown-item', { path, params: { item }, wrong: item, known })
      } else if (trait.type !== 'number' && trait.type !== 'money') {
        const params = { name: item, type: trait.type }
        issues.push(issue('catalog/not-a-number', source.locate(path), params))
      }
    }
  }
}

/** `-A1 A2` -> A1, A2. */
function itemsIn(text: string): readonly string[] {
  return text
    .split(/[\s,]+/)
    .map((item) => item.replace(/^-/, ''))
    .filter((item) => item !== '')
}

/** What is weighed must be a measure; the usual ones, where the file names none, are not known here. */
function measuresThere(reading: Reading, name: string, settings: ModelSettings): void {
  if (settings['measures'] === undefined) return
  const known = [
    ...Object.keys(mapIn<string>(settings, 'measures')),
    ...textsIn(settings, 'traits'),
  ]
  for (const measure of Object.keys(mapIn<string>(settings, name))) {
    if (known.includes(measure)) continue
    const params = { measure }
    unknown(reading, 'catalog/unknown-measure', {
      path: [name, measure],
      params,
      wrong: measure,
      known,
      key: true,
    })
  }
}

/** The texts that must be bound, with their places. */
export function textsOf({ spec, written, source }: Reading, file: string): readonly ModelText[] {
  const one = (path: readonly string[], kind: ModelText['kind'], text: unknown): ModelText => ({
    setting: path.join('.'),
    kind,
    text: String(text),
    origin: originOf(source, { file, path }),
  })
  return spec.settings.flatMap(({ name, kind }): readonly ModelText[] => {
    const told = written[name]
    if (told === undefined || told === null) return []
    switch (kind) {
      case 'segment':
        return [one([name], 'segment', told)]
      case 'expression':
        return [one([name], 'number', told)]
      case 'condition':
        return [one([name], 'condition', told)]
      case 'expressions':
      case 'conditions':
        return Object.entries(told as Readonly<Record<string, unknown>>).map(([key, text]) =>
          one([name, key], kind === 'expressions' ? 'number' : 'condition', text),
        )
      default:
        return []
    }
  })
}

function purchaseOf({ events }: Catalogue): EventKind | undefined {
  return Object.values(events).find((event) => event.role === 'purchase')
}

function propertiesOf(event: EventKind): readonly string[] {
  return [
    ...Object.keys(event.properties),
    ...Object.values(event.elements).flatMap((element) =>
      Object.keys(element.properties).map((property) => `${element.name}.${property}`),
    ),
  ]
}
