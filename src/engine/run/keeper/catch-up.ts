/** Brings the published state up to an instant, whatever that takes: new facts, passing time, other definitions. */
import type { Instant } from '../../../core/base/index.ts'
import { advance, type Advance } from '../evaluation/advance.ts'
import { evaluate } from '../evaluation/evaluate.ts'
import { digestOf, type InForce } from '../evaluation/generation/force.ts'
import { usualCause, waitingLoads, type Touched } from '../evaluation/generation/touched.ts'
import { currentSnapshot, type Snapshot } from '../evaluation/snapshot.ts'
import type { Current } from '../open.ts'
import { arrived, inForceNow } from './arrived.ts'

export interface CatchUpOptions {
  readonly to: Instant
  readonly computedAt?: Instant
  readonly signal?: AbortSignal
  readonly onRound?: (round: { readonly customers: number; readonly at: Instant }) => void
  /** Draw the thresholds of ranks anew when a new day has begun since. */
  readonly refreshRanks?: boolean
}

/**
 * After a long time away the state is published once for each such stretch. It is halved for every attempt that was
 * killed since the last publication, so that even short lives get on, and while stretches take long, so that readers
 * see the state come.
 */
const LONGEST_STRETCH_MS = 7 * 86_400_000
const SHORTEST_STRETCH_MS = 3_600_000
const LITTLE_MS = 10_000
const MUCH_MS = 60_000

/**
 * Does nothing before the first evaluation. A state that was asked for at an instant of the past stays there and takes
 * in new facts only. Definitions that were applied since are evaluated.
 */
export async function catchUp(current: Current, options: CatchUpOptions): Promise<Advance> {
  let inForce = await inForceNow(current)
  let touched: readonly Touched[] = await arrived(current, inForce)
  let evaluated = 0
  let stretch = await firstStretch(current)
  for (;;) {
    const begun = performance.now()
    const held = await currentSnapshot(current)
    if (held === undefined) {
      return { kind: 'none', snapshot: held, evaluated, clockBehindMs: 0 }
    }
    const end = held.pinned ? held.asOf : options.to
    const to = Math.min(end, held.asOf + stretch)
    const given = { ...inForce, ...shared(options), touched }
    const done = await advance(current, { ...given, to })
    evaluated += done.evaluated
    if (done.kind === 'outdated') {
      // Somebody may have applied and computed others while we waited for the lock: those are in force now.
      const newer = await inForceNow(current)
      const isNewer = digestOf(newer) !== digestOf(inForce)
      inForce = newer
      if (isNewer) {
        touched = await arrived(current, inForce)
        continue
      }
    }
    const snapshot =
      done.kind === 'outdated'
        ? await evaluateNow(current, { ...options, inForce, touched })
        : await refreshIfDue(current, { ...options, inForce, held: done.snapshot })
    touched = []
    stretch = nextStretch(stretch, performance.now() - begun)
    if (snapshot === undefined || snapshot.asOf >= end)
      return {
        ...done,
        snapshot,
        evaluated,
        kind: done.kind === 'outdated' ? 'evaluated' : done.kind,
      }
  }
}

/** Shorter by what the ledger remembers of attempts that came to nothing. */
export async function firstStretch({ ledger }: Pick<Current, 'ledger'>): Promise<number> {
  const { died } = await ledger.guard(() =>
    ledger.db
      .selectFrom('generation')
      .select(({ fn }) => fn.countAll().as('died'))
      .where('state', '!=', 'published')
      .where('id', '>', (last) =>
        last.selectFrom('current_snapshot').select(({ fn }) => fn.max('generation_id').as('id')),
      )
      .executeTakeFirstOrThrow(),
  )
  return Math.max(SHORTEST_STRETCH_MS, LONGEST_STRETCH_MS / 2 ** Number(died))
}

function nextStretch(stretch: number, tookMs: number): number {
  if (tookMs < LITTLE_MS) return Math.min(LONGEST_STRETCH_MS, stretch * 2)
  return tookMs > MUCH_MS ? Math.max(SHORTEST_STRETCH_MS, stretch / 2) : stretch
}

function shared({ computedAt, signal, onRound }: CatchUpOptions): Partial<CatchUpOptions> {
  return {
    ...(computedAt === undefined ? {} : { computedAt }),
    ...(signal === undefined ? {} : { signal }),
    ...(onRound === undefined ? {} : { onRound }),
  }
}

async function evaluateNow(
  current: Current,
  work: CatchUpOptions & {
    readonly inForce: InForce
    readonly touched: readonly Touched[]
  },
): Promise<Snapshot> {
  const { inForce, touched } = work
  const { onRound: _, ...options } = shared(work)
  const done = await evaluate(current, {
    ...inForce,
    ...options,
    asOf: work.to,
    place: 'held',
    cause: (await waitingLoads(current)).length > 0 ? 'event' : (usualCause(touched) ?? 'time'),
    touched,
  })
  return done.snapshot
}

/** Ranks move only when their thresholds are drawn anew: once a day, by everybody's values. */
async function refreshIfDue(
  current: Current,
  work: CatchUpOptions & { readonly inForce: InForce; readonly held: Snapshot | undefined },
): Promise<Snapshot | undefined> {
  const { held, inForce } = work
  if (work.refreshRanks !== true || held === undefined || held.pinned) return held
  const isRanked = inForce.definitions.some((d) => JSON.stringify(d).includes('"kind":"rank"'))
  if (!isRanked || dayOf(held.thresholdsAt) >= dayOf(held.asOf)) return held
  const { onRound: _, ...options } = shared(work)
  return (await evaluate(current, { ...inForce, ...options, asOf: held.asOf, place: 'held' }))
    .snapshot
}

/** Number of the UTC day: thresholds are drawn once in each. */
export function dayOf(at: Instant): number {
  return Math.floor(at / 86_400_000)
}
