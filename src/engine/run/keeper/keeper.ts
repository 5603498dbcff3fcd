/** The keeper: carries the published state on with the clock, for as long as a server runs. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Failure, type Instant } from '../../../core/base/index.ts'
import type { KeeperState } from '../../../core/contract/index.ts'
import { EVALUATION_LOCK, moveWatermark } from '../evaluation/generation/journal.ts'
import { digestOf } from '../evaluation/generation/force.ts'
import { waitingLoads, type Absorber } from '../evaluation/generation/touched.ts'
import { currentSnapshot } from '../evaluation/snapshot.ts'
import type { Current, OpenProgramme } from '../open.ts'
import { catchUp, dayOf } from './catch-up.ts'
import { arrived, inForceNow } from './arrived.ts'
import { rememberKeeper, type KeeperStatus } from './status.ts'

/** One process keeps a programme; others stand by. */
export const KEEPER_LOCK = 'keeper'

export interface KeeperOptions {
  /** Who takes in what arrives other than by files. */
  readonly absorbers?: readonly Absorber[]
  /** Between two looks at the clock. */
  readonly beatMs?: number
}

export interface Keeper {
  status(): KeeperStatus
  /** Something has arrived: look now. */
  nudge(): void
  /** Stops after what is under way has been cancelled. */
  close(): Promise<void>
}

const BEAT_MS = 1000
/** While somebody else keeps the programme. */
const STANDBY_MS = 3000
/** Between attempts that fail, doubled each time up to the last. */
const FIRST_PAUSE_MS = 500
const LAST_PAUSE_MS = 30_000
/** A state that nothing changes is said to be exact at a later instant this often. */
const QUIET_MOVE_MS = 5000

/** Starts to keep a programme, by its own clock. */
export function createKeeper(programme: OpenProgramme, options: KeeperOptions = {}): Keeper {
  const stop = new AbortController()
  const bell = createBell(stop.signal)
  const self = { state: 'idle' as KeeperState, lastError: undefined as unknown, clockBehindMs: 0 }
  const beat = async (lost: AbortSignal): Promise<void> => {
    const signal = AbortSignal.any([stop.signal, lost])
    const { state, clockBehindMs } = await keepOnce(programme, options.absorbers ?? [], signal)
    Object.assign(self, { state, clockBehindMs, lastError: undefined })
  }
  const keep = async (lost: AbortSignal): Promise<void> => {
    await rememberKeeper(await programme.current(), true)
    while (!stop.signal.aborted && !lost.aborted) {
      const begun = performance.now()
      await beat(lost)
      // However much arrives, half of the time is left to others.
      const beatMs = options.beatMs ?? BEAT_MS
      await bell.wait(beatMs, Math.min(beatMs, performance.now() - begun))
    }
  }
  const live = async (): Promise<void> => {
    let pause = FIRST_PAUSE_MS
    while (!stop.signal.aborted) {
      try {
        const { ledger } = await programme.current()
        await ledger.withLock(KEEPER_LOCK, 'exclusive', keep, { waitMs: 0, signal: stop.signal })
        pause = FIRST_PAUSE_MS
      } catch (error) {
        if (stop.signal.aborted) break
        const isBusy = isBusyWith(error, KEEPER_LOCK)
        if (isBusy) Object.assign(self, { state: 'standing-by', lastError: undefined })
        else {
          // Beats between two failures show that it had recovered.
          if (self.lastError === undefined) pause = FIRST_PAUSE_MS
          Object.assign(self, { state: 'failing', lastError: error })
        }
        await bell.wait(isBusy ? STANDBY_MS : pause)
        pause = Math.min(LAST_PAUSE_MS, pause * 2)
      }
    }
  }
  const done = live()
  return {
    status: () => ({ ...self }),
    nudge: bell.ring,
    async close() {
      stop.abort(new DOMException('stopped', 'AbortError'))
      await done
      if (self.state === 'standing-by') return
      await programme
        .current()
        .then((current) => rememberKeeper(current, false))
        .catch(() => undefined)
    },
  }
}

function isBusyWith(error: unknown, lock: string): boolean {
  return error instanceof Failure && error.code === 'store/busy' && error.params['lock'] === lock
}

/** Looks once; computes only when something has arrived, is due or was applied. */
async function keepOnce(
  programme: OpenProgramme,
  absorbers: readonly Absorber[],
  signal: AbortSignal,
): Promise<{ readonly state: KeeperState; readonly clockBehindMs: number }> {
  const current = await programme.current()
  // What they take in is found again below, beside what others left.
  for (const absorber of absorbers) await absorber.absorb(signal)
  const now = programme.clock.now()
  const quiet = await quietly(current, now)
  if (quiet !== undefined) return quiet
  const done = await catchUp(current, {
    to: now,
    computedAt: now,
    signal,
    refreshRanks: true,
  })
  const state =
    done.snapshot?.pinned === true ? 'pinned' : done.kind === 'none' ? 'idle' : 'keeping'
  return { state, clockBehindMs: done.clockBehindMs }
}

/** What there is to say when nothing is to be computed; undefined when something is. */
async function quietly(
  current: Current,
  now: number,
): Promise<{ readonly state: KeeperState; readonly clockBehindMs: number } | undefined> {
  const inForce = await inForceNow(current)
  const [snapshot, loads, others] = await Promise.all([
    currentSnapshot(current),
    waitingLoads(current),
    arrived(current, inForce),
  ])
  if (snapshot === undefined) return { state: 'idle', clockBehindMs: 0 }
  if (loads.length > 0 || others.length > 0) return undefined
  if (digestOf(inForce) !== snapshot.definitionsDigest) return undefined
  if (snapshot.pinned) return { state: 'pinned', clockBehindMs: 0 }
  if (snapshot.nextFlip !== undefined && snapshot.nextFlip <= now) return undefined
  // A new day may ask for new thresholds, a new month for a new base.
  if (dayOf(now) > dayOf(snapshot.asOf)) return undefined
  if (now - snapshot.asOf >= QUIET_MOVE_MS) await moveIfIdle(current, snapshot.id, now)
  return { state: 'keeping', clockBehindMs: Math.max(0, snapshot.asOf - now) }
}

/**
 * Moves the watermark unless an evaluation is under way: that one began from where it stood, and would publish an earlier
 * instant than readers had seen by then. The next look moves it.
 */
async function moveIfIdle(current: Current, generation: number, to: Instant): Promise<void> {
  const move = (): Promise<void> => moveWatermark(current, generation, to)
  try {
    await current.ledger.withLock(EVALUATION_LOCK, 'exclusive', move, { waitMs: 0 })
  } catch (error) {
    if (!isBusyWith(error, EVALUATION_LOCK)) throw error
  }
}

/** Waiting that can be cut short. */
function createBell(signal: AbortSignal): {
  /** `restMs`: so long nothing but the end cuts it short. */
  readonly wait: (ms: number, restMs?: number) => Promise<void>
  readonly ring: () => void
} {
  let wake: (() => void) | undefined
  let isRung = false
  const ring = (): void => {
    isRung = true
    wake?.()
  }
  signal.addEventListener('abort', ring, { once: true })
  return {
    ring,
    async wait(ms, restMs = 0) {
      if (restMs > 0) await sleep(restMs, undefined, { signal }).catch(() => undefined)
      if (!isRung && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      wake = undefined
      isRung = false
    },
  }
}
