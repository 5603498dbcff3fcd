/** Evaluates everybody at an instant, after carrying the state on to it, so that changes until then keep their instants. */
import type { Instant } from '../../../core/base/index.ts'
import { advance } from '../evaluation/advance.ts'
import { evaluate, type EvaluateInput, type Evaluation } from '../evaluation/evaluate.ts'
import { digestOf, type InForce } from '../evaluation/generation/force.ts'
import { usualCause, waitingLoads } from '../evaluation/generation/touched.ts'
import { currentSnapshot } from '../evaluation/snapshot.ts'
import { NO_PROGRESS, type JobProgress } from '../jobs.ts'
import type { Current } from '../open.ts'
import { arrived } from './arrived.ts'

/**
 * An instant this far from the clock was asked for on purpose: the state shall stay there. From one in the future it
 * could not follow the clock, because a watermark never moves back.
 */
const PIN_AFTER_MS = 60_000

/** Evaluates the definitions in force; the state before is carried on first where that can be done. */
export async function evaluateAt(
  current: Current,
  asked: {
    readonly inForce: InForce
    readonly asOf: Instant
    /** Why members change whose definitions have not, where that is known. */
    readonly cause?: EvaluateInput['cause']
    readonly signal?: AbortSignal
    readonly report?: (progress: JobProgress) => void
  },
): Promise<Evaluation> {
  const { inForce, asOf, signal, report } = asked
  const now = current.clock.now()
  const pinned = Math.abs(asOf - now) > PIN_AFTER_MS
  const held = await currentSnapshot(current)
  const stop = signal === undefined ? {} : { signal }
  const canCarry =
    held !== undefined &&
    !held.pinned &&
    !pinned &&
    asOf > held.asOf &&
    digestOf(inForce) === held.definitionsDigest
  if (canCarry) {
    report?.({ ...NO_PROGRESS, phase: 'advancing' })
    const onRound = ({ customers }: { readonly customers: number }): void =>
      report?.({ ...NO_PROGRESS, phase: 'advancing', rows: customers })
    const touched = await arrived(current, inForce)
    await advance(current, { ...inForce, to: asOf, computedAt: now, touched, onRound, ...stop })
  }
  report?.({ ...NO_PROGRESS, phase: 'evaluating' })
  const touched = await arrived(current, inForce)
  const news = (await waitingLoads(current)).length > 0 ? 'event' : usualCause(touched)
  const hasMoved = held !== undefined && !canCarry && asOf !== held.asOf
  return await evaluate(current, {
    ...inForce,
    asOf,
    computedAt: now,
    pinned,
    place: pinned ? 'asked' : 'forward',
    touched,
    cause: asked.cause ?? news ?? (hasMoved ? 'time' : 'rebuild'),
    ...stop,
  })
}
