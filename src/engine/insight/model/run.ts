/** Computes a model and writes its scores back: one at a time, remembered before, during and after. */
import { Failure, nearest, type Locale } from '../../../core/base/index.ts'
import type { ModelOutput } from '../../../core/catalog/index.ts'
import type { ModelRunWire } from '../../../core/contract/index.ts'
import { lackingSlots, SLOT_WORDS } from '../../../core/template/index.ts'
import {
  catchUp,
  followScores,
  systemUser,
  takeBackObjected,
  writeBackScores,
  type Current,
  type JobProgress,
  type OpenProgramme,
} from '../../run/index.ts'
import { withContext } from '../basis/context.ts'
import type { ReportContext } from '../report/kind.ts'
import type { ModelKind, ModelResult, ModelTask } from './kind.ts'
import { MODEL_KINDS } from './kinds.ts'
import { meaningWith } from './meaning.ts'
import { leftOutOf, scoredBut, withObjected } from './objected.ts'
import {
  beginRun,
  closeDeadRuns,
  detailsOf,
  digestOf,
  endRun,
  lastRuns,
  runsOf,
  type RunEnd,
} from './records.ts'
import { clear, fillLookup, keep } from './tables.ts'
import { runWire } from './wire.ts'

/** Held by whoever computes models. */
export const MODELS_LOCK = 'models'

/** What to compute, and for whom. */
export interface RunModel {
  readonly model: string
  readonly locale: Locale
  readonly who?: string
  readonly signal?: AbortSignal
  readonly report?: (progress: Partial<JobProgress>) => void
  /** How long to wait for another run to end; absent: as long as it takes. */
  readonly waitMs?: number
}

type Model = Current['files']['models'][number]

/**
 * Computes a model as of now (of a state that stays at an instant: as of that). A model that the data cannot answer
 * ends well, with its status, and writes nothing. Throws `run/model-unknown`, `run/model-lacks`, `run/not-evaluated`,
 * and `store/busy` after `waitMs`.
 */
export async function runModel(programme: OpenProgramme, asked: RunModel): Promise<ModelRunWire> {
  const { signal, waitMs } = asked
  modelCalled(await programme.current(), asked.model)
  const { ledger } = await programme.current()
  return await ledger.withLock(
    MODELS_LOCK,
    'exclusive',
    (lost) => runAlone(programme, asked, lost),
    {
      ...(signal === undefined ? {} : { signal }),
      ...(waitMs === undefined ? {} : { waitMs }),
    },
  )
}

/** The model of that key. */
export function modelCalled({ files }: Pick<Current, 'files'>, key: string): Model {
  const found = files.models.find((model) => model.key === key)
  if (found !== undefined) return found
  const known = files.models.map((model) => model.key)
  throw new Failure(`no model ${key}`, {
    code: 'run/model-unknown',
    params: { model: key.slice(0, 80), near: nearest(key, known) ?? (known.join(', ') || '–') },
  })
}

async function runAlone(
  programme: OpenProgramme,
  asked: RunModel,
  lost: AbortSignal,
): Promise<ModelRunWire> {
  const current = await programme.current()
  const model = modelCalled(current, asked.model)
  const signal = asked.signal === undefined ? lost : AbortSignal.any([asked.signal, lost])
  await closeDeadRuns(current)
  await clear(current)
  const begun = performance.now()
  const who = asked.who ?? systemUser()
  const run = await beginRun(current, { model, who, at: current.clock.now() })
  const end = async (how: RunEnd): Promise<void> => {
    const tookMs = performance.now() - begun
    await endRun(current, { id: run.id, tookMs, at: current.clock.now() }, how)
  }
  let done: Extract<RunEnd, { readonly state: 'done' }>
  try {
    done = await compute(programme, { asked, model, run, who, signal })
    await end(done)
  } catch (error) {
    await end({ state: signal.aborted ? 'cancelled' : 'failed', error }).catch(() => undefined)
    throw error
  } finally {
    await clear(current).catch(() => undefined)
  }
  asked.report?.({ phase: 'advancing', progress: null })
  const names = done.load === undefined ? [] : scoreNames(model)
  // A model that said nothing this time, or another one, may still hold something of who objects by now.
  const back = await takeBackObjected(current, { at: done.asOf, who })
  // Whoever keeps the state takes the scores in, should we be stopped here.
  await followScores(current, [...names, ...back.scores], signal)
  const [row] = await runsOf(current, model.key, 1)
  if (row === undefined) throw new Error('bug: a run that was written down is gone')
  return runWire(row, asked.locale)
}

function scoreNames(model: Model): readonly string[] {
  return model.outputs.map((output) => `${model.key}.${output.name}`)
}

async function compute(
  programme: OpenProgramme,
  work: {
    readonly asked: RunModel
    readonly model: Model
    readonly run: { readonly id: number; readonly version: string }
    readonly who: string
    readonly signal: AbortSignal
  },
): Promise<Extract<RunEnd, { readonly state: 'done' }>> {
  const { asked, model, run, who, signal } = work
  const current = await programme.current()
  const now = current.clock.now()
  asked.report?.({ phase: 'advancing', progress: null })
  await catchUp(current, { to: now, computedAt: now, signal })
  asked.report?.({ phase: 'fitting', progress: null })
  const kind = kindOf(model)
  const last = (await lastRuns(current, model.key)).scored
  const before = last === undefined ? undefined : (await detailsOf(current, last.id)).parameters
  const { context, result } = await withContext(programme, { signal }, async (seen) => {
    const context = contextFor(seen, model, kind)
    requireParts(kind, { context, model, locale: asked.locale })
    const task: ModelTask = {
      model,
      settings: model.settings,
      before,
      phase: (phase, progress) => asked.report?.({ phase, progress: progress ?? null }),
      lookup: (columns, as) => fillLookup(current, columns, { as: as ?? {}, signal }),
      keep: (columns, select) => keep(context, { columns, select, signal }),
      signal,
    }
    return { context, result: await kind.run(context, task) }
  })
  asked.report?.({ phase: 'scoring', progress: null })
  const written = await write(current, {
    context,
    result,
    model,
    who,
    version: run.version,
    signal,
  })
  const { status, n, parameters } = result
  const { draft, objected } = await withObjected(context, result.draft)
  return {
    state: 'done',
    asOf: context.asOf,
    status,
    n,
    version: run.version,
    parameters: objected === undefined ? parameters : { ...parameters, objected },
    draft,
    scored: result.scores !== undefined,
    load: written?.load,
    counts: {
      written: (written?.written ?? 0) - (written?.cleared ?? 0),
      cleared: written?.cleared ?? 0,
    },
  }
}

function kindOf(model: Model): ModelKind {
  const kind = MODEL_KINDS.find((one) => one.kind === model.kind)
  if (kind === undefined) throw new Error(`bug: kind ${model.kind} cannot be run`)
  return kind
}

/** Who objects to profiling is not learned from. */
function contextFor(
  context: ReportContext,
  { settings }: Model,
  { countsAll }: ModelKind,
): ReportContext {
  const { catalogue } = context.current.programme
  const leftOut = countsAll === true ? undefined : leftOutOf(context)
  return {
    ...context,
    meaning: meaningWith(catalogue, settings),
    ...(leftOut === undefined ? {} : { leftOut }),
  }
}

function requireParts(
  kind: ModelKind,
  of: { readonly context: ReportContext; readonly model: Model; readonly locale: Locale },
): void {
  const missing = lackingSlots(kind.needs, of.context.meaning)
  if (missing.length === 0) return
  const words = missing.map((slot) => SLOT_WORDS[slot][of.locale])
  throw new Failure(`model ${of.model.key} lacks ${missing.join(', ')}`, {
    code: 'run/model-lacks',
    params: { model: of.model.key, missing: words.join(', ') },
  })
}

/** What remains of a score after rounding, by what it is. */
const DIGITS: Readonly<Record<ModelOutput['unit'], number>> = {
  number: 4,
  count: 0,
  money: 2,
  share: 4,
  days: 1,
  class: 0,
}

async function write(
  current: Current,
  of: {
    readonly context: ReportContext
    readonly result: ModelResult
    readonly model: Model
    readonly who: string
    readonly version: string
    readonly signal: AbortSignal
  },
): Promise<Awaited<ReturnType<typeof writeBackScores>> | undefined> {
  const { context, result, model, who, version, signal } = of
  const { scores } = result
  if (scores === undefined) return undefined
  return await writeBackScores(current, {
    columns: Object.fromEntries(model.outputs.map(({ name }) => [name, `${model.key}.${name}`])),
    digits: Object.fromEntries(model.outputs.map(({ name, unit }) => [name, DIGITS[unit]])),
    select: scoredBut(context, scores),
    at: context.asOf,
    version,
    file: model.file,
    digest: digestOf(model),
    who,
    why: '',
    signal,
  })
}
