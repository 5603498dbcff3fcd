/** The clerk: computes models when they are due, one at a time, and checks segments, for as long as a server runs. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Locale } from '../../../core/base/index.ts'
import { BY_SCHEDULE } from '../../../core/contract/index.ts'
import { followScores, stateNow, takeBackObjected, type OpenProgramme } from '../../run/index.ts'
import { checkSegments, isBusy } from '../checks/checking.ts'
import { createPace, STRETCH_MS, type Pace } from '../checks/pace.ts'
import { isDue } from './due.ts'
import { asLast, digestOf, lastRuns } from './records.ts'
import { runModel } from './run.ts'

/** Somebody who sees to it that models are computed. */
export interface Clerk {
  /** What went wrong last, until something goes well again. */
  status(): { readonly model: string | undefined; readonly lastError: unknown }
  /** Stops after what is under way has been cancelled. */
  close(): Promise<void>
}

export interface ClerkOptions {
  readonly locale?: Locale
  /** Between two looks at what is due. */
  readonly beatMs?: number
  /** When segments may be checked; a fifth of the time of a machine that is not busy, unless told. */
  readonly pace?: Pace
}

const BEAT_MS = 15_000
/** After a failure a model is let be for so long, doubled each time. */
const FIRST_PAUSE_MS = 60_000
const LAST_PAUSE_MS = 3_600_000

/** Starts to look after the models of a programme, by its calendar. Several may: the ledger lets one work at a time. */
export function keepModels(programme: OpenProgramme, options: ClerkOptions = {}): Clerk {
  const stop = new AbortController()
  const { signal } = stop
  const pauses = new Map<string, { readonly until: number; readonly ms: number }>()
  const self = { model: undefined as string | undefined, lastError: undefined as unknown }
  const compute = async (model: string): Promise<void> => {
    self.model = model
    try {
      await runModel(programme, {
        model,
        locale: options.locale ?? 'en',
        who: BY_SCHEDULE,
        signal,
        waitMs: 0,
      })
      pauses.delete(model)
      self.lastError = undefined
    } catch (error) {
      if (signal.aborted || isBusy(error)) return
      self.lastError = error
      const ms = Math.min(LAST_PAUSE_MS, (pauses.get(model)?.ms ?? FIRST_PAUSE_MS / 2) * 2)
      pauses.set(model, { until: Date.now() + ms, ms })
    } finally {
      self.model = undefined
    }
  }
  const pace = options.pace ?? createPace()
  let looked = -1
  const live = async (): Promise<void> => {
    while (!signal.aborted) {
      looked = await respectObjections(programme, { looked, signal }).catch(() => looked)
      const due = await dueModels(programme).catch(() => [])
      for (const model of due) {
        if (signal.aborted) break
        if ((pauses.get(model)?.until ?? 0) <= Date.now()) await compute(model)
      }
      await check(programme, { pace, signal }).catch((error: unknown) => (self.lastError = error))
      await sleep(options.beatMs ?? BEAT_MS, undefined, { signal, ref: false }).catch(
        () => undefined,
      )
    }
  }
  const done = live()
  return {
    status: () => ({ ...self }),
    async close() {
      stop.abort(new DOMException('stopped', 'AbortError'))
      await done
    },
  }
}

/**
 * Takes the scores of those who object back, when the state has changed since it was looked at last: they need not wait for a
 * model to be due. Returns the generation that was looked at.
 */
async function respectObjections(
  programme: OpenProgramme,
  { looked, signal }: { readonly looked: number; readonly signal: AbortSignal },
): Promise<number> {
  const current = await programme.current()
  const snapshot = await stateNow(current)
  if (snapshot === undefined || snapshot.id === looked) return looked
  const at = snapshot.pinned ? snapshot.asOf : Math.max(snapshot.asOf, current.clock.now())
  const { scores } = await takeBackObjected(current, { at, who: BY_SCHEDULE })
  await followScores(current, scores, signal)
  return snapshot.id
}

/** A stretch of checks of segments, when it is time for one. */
async function check(
  programme: OpenProgramme,
  { pace, signal }: { readonly pace: Pace; readonly signal: AbortSignal },
): Promise<void> {
  const begun = performance.now()
  if (signal.aborted || !pace.may(begun)) return
  try {
    await checkSegments(programme, { signal, budgetMs: STRETCH_MS, waitMs: 0 })
  } catch (error) {
    if (!signal.aborted && !isBusy(error)) throw error
  } finally {
    const now = performance.now()
    pace.took(now, now - begun)
  }
}

/** Keys of the models that are due by the published state; none before the first evaluation. */
export async function dueModels(programme: OpenProgramme): Promise<readonly string[]> {
  const current = await programme.current()
  const { models } = current.files
  if (models.length === 0) return []
  const snapshot = await stateNow(current)
  if (snapshot === undefined) return []
  const at = snapshot.pinned ? snapshot.asOf : Math.max(snapshot.asOf, current.clock.now())
  const due: string[] = []
  for (const model of models) {
    const { last } = await lastRuns(current, model.key)
    const of = { refresh: model.refresh, digest: digestOf(model), last: asLast(last) }
    if (isDue(of, at, current.programme.timeZone)) due.push(model.key)
  }
  return due
}
