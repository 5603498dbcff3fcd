/** Writes the first file of a model, with everything that it may say as comments. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure, nearest, type Locale } from '../../../core/base/index.ts'
import {
  MODEL_SPECS,
  modelSpec,
  printModelFile,
  type Catalogue,
  type SettingValue,
} from '../../../core/catalog/index.ts'
import type { ModelInitWire } from '../../../core/contract/index.ts'
import { lackingSlots, SLOT_WORDS, type Meaning } from '../../../core/template/index.ts'
import { MODELS_FOLDER, onDisk, type OpenProgramme } from '../../run/index.ts'
import { MODEL_KINDS } from './kinds.ts'
import { meaningWith } from './meaning.ts'

/**
 * Writes `models/<key>.yaml`; the usual key of the kind when none is given. Throws `run/model-kind-unknown`,
 * `run/model-exists`, `run/bad-request` for a key that cannot be one.
 */
export async function initModel(
  programme: OpenProgramme,
  asked: { readonly kind: string; readonly key?: string; readonly locale: Locale },
): Promise<ModelInitWire> {
  const { kind, locale } = asked
  const spec = modelSpec(kind)
  if (spec === undefined) {
    const known = MODEL_SPECS.map((one) => one.kind)
    throw new Failure(`no kind ${kind}`, {
      code: 'run/model-kind-unknown',
      params: { kind: kind.slice(0, 80), near: nearest(kind, known) ?? known.join(', ') },
    })
  }
  const key = asked.key ?? spec.key
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(key)) {
    throw new Failure('no key', { code: 'run/model-key', params: { key: key.slice(0, 80) } })
  }
  const { files, programme: head } = await programme.current()
  const path = `${MODELS_FOLDER}/${key}.yaml`
  const full = join(files.folder, path)
  if (existsSync(full)) {
    throw new Failure(`${path} is there`, { code: 'run/model-exists', params: { file: path } })
  }
  const meaning = meaningWith(head.catalogue, {})
  const needs = MODEL_KINDS.find((one) => one.kind === kind)?.needs ?? []
  const isOurs = ([name]: readonly [string, unknown]): boolean =>
    spec.settings.some((one) => one.name === name)
  const told = Object.fromEntries(Object.entries(foundIn(meaning, head.catalogue)).filter(isOurs))
  const text = printModelFile(spec, locale, { told })
  onDisk(path, () => {
    mkdirSync(dirname(full), { recursive: true })
    writeFileSync(full, text, { flush: true })
  })
  return {
    key,
    kind,
    file: path,
    missing: [
      ...lackingSlots(needs, meaning).map((slot) => SLOT_WORDS[slot][locale]),
      ...(spec.reads !== undefined && head.catalogue[spec.reads] === undefined
        ? [`${spec.reads}: (tessera.yaml)`]
        : []),
    ],
  }
}

/** Categories that a first file names. */
const FIRST_CATEGORIES = 12

/** What the catalogue says is written as it would be found, so that the file can be read without it. */
function foundIn(meaning: Meaning, { trees }: Catalogue): Readonly<Record<string, SettingValue>> {
  const { purchase, amount, discount, category } = meaning
  const tree = trees[category?.property.tree ?? ''] ?? []
  const categories = tree.map((node) => node.name).slice(0, FIRST_CATEGORIES)
  return {
    ...(purchase === undefined ? {} : { event: purchase.name }),
    ...(amount === undefined ? {} : { amount: fieldName(amount) }),
    ...(discount === undefined ? {} : { discount: fieldName(discount) }),
    ...(category === undefined ? {} : { category: fieldName(category) }),
    ...(categories.length === 0 ? {} : { categories }),
  }
}

function fieldName(field: {
  readonly element?: { readonly name: string }
  readonly property: { readonly name: string }
}): string {
  return field.element === undefined
    ? field.property.name
    : `${field.element.name}.${field.property.name}`
}
