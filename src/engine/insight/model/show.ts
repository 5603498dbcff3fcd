/** What models there are, how they stand, and what a run of one found. */
import { Failure, inLocale, type Locale } from '../../../core/base/index.ts'
import {
  MODEL_SPECS,
  modelSpec,
  modelText,
  outputLabel,
  REFRESHES,
  type ModelFile,
} from '../../../core/catalog/index.ts'
import type {
  ModelDetailWire,
  ModelKindWire,
  ModelsWire,
  ModelWire,
} from '../../../core/contract/index.ts'
import { lackingSlots, meaningOf, SLOT_WORDS } from '../../../core/template/index.ts'
import {
  instantText,
  issueWire,
  MODELS_FOLDER,
  stateNow,
  type Current,
  type OpenProgramme,
} from '../../run/index.ts'
import { draftWire, tableCsv } from '../report/wire.ts'
import { isDue, nextDue } from './due.ts'
import { MODEL_KINDS } from './kinds.ts'
import { meaningWith } from './meaning.ts'
import { asLast, detailsOf, digestOf, lastRuns, runsOf } from './records.ts'
import { modelCalled } from './run.ts'
import { runWire } from './wire.ts'

const SHOWN_RUNS = 50

/** Every model of the folder with its last run, what is wrong with files of models, and the kinds that there are. */
export async function showModels(programme: OpenProgramme, locale: Locale): Promise<ModelsWire> {
  const current = await programme.current()
  const { files } = current
  const snapshot = await stateNow(current)
  const models: ModelWire[] = []
  for (const model of files.models)
    models.push(await modelWire(current, model, { locale, asOf: snapshot?.asOf }))
  return {
    models,
    issues: files.issues
      .filter(({ at }) => at?.kind === 'file' && at.file.startsWith(`${MODELS_FOLDER}/`))
      .map((issue) => issueWire(issue, locale, files.texts)),
    kinds: kindsWire(current, locale),
  }
}

async function modelWire(
  current: Current,
  model: ModelFile,
  of: { readonly locale: Locale; readonly asOf: number | undefined },
): Promise<ModelWire> {
  const { locale, asOf } = of
  const { last, scored } = await lastRuns(current, model.key)
  const [newest] = await runsOf(current, model.key, 1)
  const { timeZone } = current.programme
  const due = { refresh: model.refresh, digest: digestOf(model), last: asLast(last) }
  return {
    key: model.key,
    kind: model.kind,
    kindLabel: kindLabel(model.kind, locale),
    label: inLocale(model.label, locale),
    refresh: model.refresh,
    file: model.file,
    settings: model.settings,
    outputs: model.outputs.map((output) => ({
      score: `${model.key}.${output.name}`,
      label: inLocale(outputLabel(model, output), locale),
      unit: output.unit,
    })),
    missing: lackingOf(current, model, locale),
    last: newest === undefined ? null : runWire(newest, locale),
    scoredAsOf: scored?.asOf === undefined ? null : instantText(scored.asOf),
    version: scored?.version ?? null,
    // What holds was said by an older run than the last that came to an end, or under other settings.
    stale: scored !== undefined && (scored.id !== last?.id || scored.digest !== digestOf(model)),
    due: asOf !== undefined && isDue(due, asOf, timeZone),
    nextDue: nextDue(due, timeZone) ?? null,
  }
}

function kindLabel(kind: string, locale: Locale): string {
  const spec = modelSpec(kind)
  return spec === undefined ? kind : modelText(spec.label)[locale]
}

function lackingOf(current: Current, model: ModelFile, locale: Locale): readonly string[] {
  const needs = MODEL_KINDS.find((kind) => kind.kind === model.kind)?.needs ?? []
  const meaning = meaningWith(current.programme.catalogue, model.settings)
  return lackingSlots(needs, meaning).map((slot) => SLOT_WORDS[slot][locale])
}

function kindsWire({ programme }: Current, locale: Locale): readonly ModelKindWire[] {
  const meaning = meaningOf(programme.catalogue)
  return MODEL_SPECS.map((spec) => ({
    kind: spec.kind,
    key: spec.key,
    label: modelText(spec.label)[locale],
    about: modelText(spec.about)[locale],
    refresh: spec.refresh,
    refreshes: REFRESHES,
    settings: spec.settings.map((setting) => ({
      name: setting.name,
      kind: setting.kind,
      label: modelText(setting.label)[locale],
      required: setting.required === true,
      default: setting.default ?? null,
      choices: setting.choices ?? [],
    })),
    missing: lackingSlots(
      MODEL_KINDS.find((kind) => kind.kind === spec.kind)?.needs ?? [],
      meaning,
    ).map((slot) => SLOT_WORDS[slot][locale]),
  }))
}

/**
 * A model with its runs, the newest first, and what one of them found: the last that came to an end, or the asked one.
 * Throws `run/model-unknown`, `run/model-run-unknown`.
 */
export async function showModel(
  programme: OpenProgramme,
  asked: { readonly model: string; readonly run?: number; readonly locale: Locale },
): Promise<ModelDetailWire> {
  const current = await programme.current()
  const { locale } = asked
  const model = modelCalled(current, asked.model)
  const runs = await runsOf(current, model.key, SHOWN_RUNS)
  const shown =
    asked.run === undefined
      ? runs.find((run) => run.state === 'done')
      : runs.find((run) => run.id === asked.run)
  if (asked.run !== undefined && shown === undefined) {
    throw new Failure('no such run', {
      code: 'run/model-run-unknown',
      params: { model: model.key, run: asked.run },
    })
  }
  const details = shown === undefined ? undefined : await detailsOf(current, shown.id)
  const { timeZone, currency, synthetic } = current.programme
  const snapshot = await stateNow(current)
  return {
    ...(await modelWire(current, model, { locale, asOf: snapshot?.asOf })),
    timeZone,
    currency,
    synthetic: synthetic === true,
    about: modelText(modelSpec(model.kind)?.about ?? ['', '', '', ''])[locale],
    runs: runs.map((run) => runWire(run, locale)),
    shown: shown === undefined ? null : runWire(shown, locale),
    told: details?.settings ?? null,
    parameters: details?.parameters ?? null,
    report: details?.draft === undefined ? null : draftWire(details.draft, locale),
  }
}

/** One table of what a run found, as CSV; the first where no name is given. Throws `run/report-parameter` too. */
export async function modelCsv(
  programme: OpenProgramme,
  asked: {
    readonly model: string
    readonly run?: number
    readonly table?: string
    readonly locale: Locale
  },
): Promise<{ readonly name: string; readonly text: string }> {
  const { report } = await showModel(programme, asked)
  const tables = report?.tables ?? []
  const found = asked.table === undefined ? tables[0] : tables.find((t) => t.name === asked.table)
  if (found === undefined) {
    throw new Failure(`no table ${asked.table}`, {
      code: 'run/report-parameter',
      params: {
        report: asked.model,
        name: 'table',
        value: asked.table ?? '',
        wanted: tables.map((table) => table.name).join(', '),
      },
    })
  }
  return { name: `${asked.model}-${found.name}`, text: tableCsv(found) }
}
