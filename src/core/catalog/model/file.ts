/** Reads `models/<key>.yaml`: the kind, how often it is computed, and its settings, checked against the catalogue. */
import {
  invalid,
  nearest,
  valid,
  type Checked,
  type Issue,
  type LocalText,
} from '../../base/index.ts'
import type { Catalogue, EventKind, ScoreKind } from '../catalog.ts'
import { issue, readYaml, type Path, type YamlSource } from '../yaml.ts'
import { modelSpec } from './kinds.ts'
import { MODEL_HEAD, modelSchema } from './schema.ts'
import {
  modelText,
  textIn,
  type CostPool,
  type ModelOutput,
  type ModelSetting,
  type ModelSettings,
  type ModelSpec,
  type Refresh,
  type SettingValue,
} from './spec.ts'

/** A model as it lies in the programme folder. */
export interface ModelFile {
  /** Lower-case letters, digits and `_`: the file's name without its ending, and the first part of its scores. */
  readonly key: string
  readonly kind: string
  readonly label: LocalText
  readonly refresh: Refresh
  /** Defaults included. */
  readonly settings: ModelSettings
  readonly outputs: readonly ModelOutput[]
  /** Its path in the folder. */
  readonly file: string
}

/** The model that a file describes. Issues carry file, line and column; a file with an error means nothing. */
export function parseModelFile(
  text: string,
  file: string,
  catalogue: Catalogue,
): Checked<ModelFile> {
  const head = readYaml(text, file, MODEL_HEAD)
  if (!head.ok) return head
  const spec = modelSpec(head.value.value.kind)
  if (spec === undefined) return invalid()
  const read = readYaml(text, file, modelSchema(spec))
  if (!read.ok) return read
  const { value, source } = read.value
  const issues: Issue[] = []
  const key = /([^/\\]*?)(\.ya?ml)?$/.exec(file)?.[1] ?? ''
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(key)) {
    issues.push(issue('catalog/bad-model-key', source.locate([]), { key }))
  }
  const settings = settingsOf({ spec, written: value, source, catalogue, issues })
  if (issues.length > 0) return invalid(...issues)
  const label = value['label'] as string | LocalText | undefined
  return valid({
    key,
    kind: spec.kind,
    label:
      label === undefined
        ? modelText(spec.label)
        : typeof label === 'string'
          ? { en: label }
          : label,
    refresh: (value['refresh'] as Refresh | undefined) ?? spec.refresh,
    settings,
    outputs: spec.outputs(settings),
    file,
  })
}

/**
 * The catalogue's scores with those that models give; a model one of whose names is taken gives none, and is left out
 * with an issue. Models come in the order of their keys.
 */
export function modelScores(
  models: readonly ModelFile[],
  catalogue: Catalogue,
): {
  readonly models: readonly ModelFile[]
  readonly scores: Readonly<Record<string, ScoreKind>>
  readonly issues: readonly Issue[]
} {
  const scores: Record<string, ScoreKind> = { ...catalogue.scores }
  const issues: Issue[] = []
  const taken: ModelFile[] = []
  for (const model of models) {
    const given = model.outputs.map((output): ScoreKind => ({
      name: `${model.key}.${output.name}`,
      label: outputLabel(model, output),
    }))
    const twice = given.find(
      ({ name }, i) =>
        Object.hasOwn(scores, name) || given.findIndex((other) => other.name === name) < i,
    )
    if (twice === undefined) {
      for (const score of given) scores[score.name] = score
      taken.push(model)
    } else {
      const at = { kind: 'file', file: model.file, line: 1, column: 1 } as const
      issues.push(issue('catalog/name-taken', at, { name: twice.name, other: 'score' }))
    }
  }
  return { models: taken, scores, issues }
}

/** What an output is called: the model's label and its own. */
export function outputLabel(model: Pick<ModelFile, 'label'>, output: ModelOutput): LocalText {
  const words = modelText(output.label)
  return Object.fromEntries(
    Object.entries(words).map(([locale, own]) => {
      const of = model.label[locale as keyof LocalText] ?? model.label.en ?? ''
      return [locale, of === '' ? own : `${of}: ${own}`]
    }),
  )
}

interface Reading {
  readonly spec: ModelSpec
  readonly written: Readonly<Record<string, unknown>>
  readonly source: YamlSource
  readonly catalogue: Catalogue
  readonly issues: Issue[]
}

function settingsOf(reading: Reading): ModelSettings {
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
    case 'amounts':
      return numbersIn(told, (value, key) => number(value, [name, key]))
    case 'pools':
      return mapped(told as Readonly<Record<string, PoolText>>, (pool, key): CostPool => {
        const at = (value: unknown, ...path: Path): number => number(value, [name, key, ...path])
        return {
          cost: at(pool.cost, 'cost'),
          ...(pool.capacity === undefined ? {} : { capacity: at(pool.capacity, 'capacity') }),
          uses: numbersIn(pool.uses, (value, event) => at(value, 'uses', event)),
        }
      })
    default:
      return told as SettingValue
  }
}

interface PoolText {
  readonly cost: unknown
  readonly capacity?: unknown
  readonly uses: Readonly<Record<string, unknown>>
}

function numbersIn(
  map: unknown,
  read: (value: unknown, key: string) => number,
): Readonly<Record<string, number>> {
  return mapped(map as Readonly<Record<string, unknown>>, read)
}

function mapped<T, U>(
  map: Readonly<Record<string, T>>,
  read: (value: T, key: string) => U,
): Readonly<Record<string, U>> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, read(value, key)]))
}

function numberAt(
  { source, issues }: Reading,
  { name, kind, range }: ModelSetting,
  { value, path }: { readonly value: unknown; readonly path: Path },
): number {
  const number = value === '' ? Number.NaN : Number(value)
  const [low, high] = range ?? [kind === 'pools' ? 0 : -1e12, 1e12]
  const fits = number >= low && number <= high && (kind !== 'whole' || Number.isInteger(number))
  if (!fits) issues.push(issue('catalog/model-number', source.locate(path), { name, low, high }))
  return fits ? number : 0
}

/** Names that a setting speaks of must be there. */
function checkNames(reading: Reading, setting: ModelSetting, settings: ModelSettings): void {
  const { catalogue, issues, source } = reading
  const { name, kind } = setting
  const told = settings[name]
  if (told === undefined || reading.written[name] === undefined) return
  const unknown = (code: string, path: Path, params: Issue['params'], near?: string): void => {
    issues.push(issue(code, source.locate(path), params, near))
  }
  const event = (text: string, path: Path): void => {
    if (Object.hasOwn(catalogue.events, text)) return
    unknown(
      'catalog/unknown-event',
      path,
      { event: text },
      nearest(text, Object.keys(catalogue.events)),
    )
  }
  if (kind === 'event') event(String(told), [name])
  const traits = kind === 'trait' ? [String(told)] : kind === 'traits' ? (told as string[]) : []
  for (const trait of traits) {
    if (Object.hasOwn(catalogue.traits, trait)) continue
    unknown(
      'catalog/unknown-trait',
      [name],
      { trait },
      nearest(trait, Object.keys(catalogue.traits)),
    )
  }
  if (kind === 'amounts') {
    for (const path of Object.keys(told)) {
      const [of = '', ...rest] = path.split('.')
      const known = catalogue.events[of]
      const property = rest.join('.')
      if (known === undefined) event(of, [name, path])
      else if (!propertiesOf(known).includes(property)) {
        const near = nearest(property, propertiesOf(known))
        const fix = near === undefined ? undefined : `${of}.${near}`
        unknown('catalog/unknown-property', [name, path], { event: of, property }, fix)
      }
    }
  }
  if (kind === 'pools') {
    for (const [pool, { uses }] of Object.entries(told as Readonly<Record<string, CostPool>>)) {
      for (const used of Object.keys(uses)) event(used, [name, pool, 'uses', used])
    }
  }
  if (kind === 'property') {
    const of = catalogue.events[textIn(settings, 'event') ?? ''] ?? purchaseOf(catalogue)
    const known = of === undefined ? [] : propertiesOf(of)
    if (of !== undefined && !known.includes(String(told))) {
      const params = { event: of.name, property: String(told) }
      unknown('catalog/unknown-property', [name], params, nearest(String(told), known))
    }
  }
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
