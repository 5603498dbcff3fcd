/** Reads `models/<key>.yaml`: the kind, how often it is computed, and its settings, checked against the catalogue. */
import { invalid, valid, type Checked, type Issue, type LocalText } from '../../base/index.ts'
import type { Catalogue, Costs, Points, ScoreKind } from '../catalog.ts'
import { issue, readYaml } from '../yaml.ts'
import { modelSpec } from './kinds.ts'
import { MODEL_HEAD, modelSchema } from './schema.ts'
import {
  modelText,
  type ModelOutput,
  type ModelSettings,
  type ModelSpec,
  type Refresh,
} from './spec.ts'
import { settingsOf, textsOf, type ModelText, type Reading } from './told.ts'

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
  /** The section of `tessera.yaml` that it reads: to edit it is to edit the model. */
  readonly section?: Costs | Points
  /** What stands in it in the segment language, yet to be bound. */
  readonly texts: readonly ModelText[]
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
  const moved = movedSettings(text, file, spec)
  if (moved.length > 0) return invalid(...moved)
  const read = readYaml(text, file, modelSchema(spec))
  if (!read.ok) return read
  const { value, source } = read.value
  const issues: Issue[] = []
  const key = /([^/\\]*?)(\.ya?ml)?$/.exec(file)?.[1] ?? ''
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(key)) {
    issues.push(issue('catalog/bad-model-key', source.locate([]), { key }))
  }
  const section = spec.reads === undefined ? undefined : catalogue[spec.reads]
  if (spec.reads !== undefined && section === undefined) {
    const params = { kind: spec.kind, section: spec.reads }
    issues.push(issue('catalog/section-missing', source.locate(['kind']), params))
  }
  const reading: Reading = { spec, written: value, source, catalogue, issues }
  const settings = settingsOf(reading)
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
    ...(section === undefined ? {} : { section }),
    texts: textsOf(reading, file),
    file,
  })
}

/** Settings that stand in `tessera.yaml` now, with where. */
function movedSettings(
  text: string,
  file: string,
  { moved = [], reads }: ModelSpec,
): readonly Issue[] {
  if (moved.length === 0) return []
  const loose = readYaml(text, file, MODEL_HEAD)
  if (!loose.ok) return []
  const { value, source } = loose.value
  return moved
    .filter((key) => Object.hasOwn(value, key))
    .map((key) =>
      issue('catalog/moved', source.locate([key], { key: true }), { key, section: reads ?? '' }),
    )
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
  const givers = new Map(Object.keys(scores).map((name) => [name, 'tessera.yaml']))
  const issues: Issue[] = []
  const taken: ModelFile[] = []
  for (const model of models) {
    const given = model.outputs.map((output): ScoreKind => ({
      name: `${model.key}.${output.name}`,
      label: outputLabel(model, output),
      unit: output.unit,
    }))
    const twice = given.find(
      ({ name }, i) => givers.has(name) || given.findIndex((other) => other.name === name) < i,
    )
    if (twice === undefined) {
      for (const score of given) {
        scores[score.name] = score
        givers.set(score.name, model.file)
      }
      taken.push(model)
    } else {
      const at = { kind: 'file', file: model.file, line: 1, column: 1 } as const
      const other = givers.get(twice.name) ?? model.file
      issues.push(issue('catalog/score-twice', at, { name: twice.name, other }))
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
      // French sets a colon apart.
      const colon = locale === 'fr' ? '\u00a0:' : ':'
      return [locale, of === '' ? own : `${of}${colon} ${own}`]
    }),
  )
}
