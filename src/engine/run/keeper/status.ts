/** How fresh the numbers are: what a keeper says of itself, and what can be told without one. */
import type { Instant, Locale } from '../../../core/base/index.ts'
import type { FreshnessWire, KeeperState } from '../../../core/contract/index.ts'
import type { Clock } from '../clock.ts'
import { currentSnapshot, type Snapshot } from '../evaluation/snapshot.ts'
import type { Handle } from '../handle.ts'
import type { OpenProgramme } from '../open.ts'
import { instantText } from '../time.ts'
import { failureWire } from '../wire.ts'

/** Further behind the clock than this, in people's time, and the alarm is raised. */
export const LATE_MS = 60_000

/** What a keeper knows of itself. */
export interface KeeperStatus {
  readonly state: KeeperState
  readonly lastError: unknown
  /** The clock stood before the watermark by so much when it was last looked at. */
  readonly clockBehindMs: number
}

/** How far a state is behind the clock; one of the past that was asked for is where it shall be. */
export function behindMs(snapshot: Snapshot, now: Instant): number {
  return snapshot.pinned ? 0 : Math.max(0, now - snapshot.asOf)
}

/** Whether numbers are older than a keeper should let them be. */
export function isLate(snapshot: Snapshot, clock: Clock): boolean {
  return snapshot.kept && behindMs(snapshot, clock.now()) > LATE_MS * (clock.speed ?? 1)
}

/** The freshness of the published state. */
export async function freshness(
  programme: OpenProgramme,
  { locale, keeper }: { readonly locale: Locale; readonly keeper?: KeeperStatus },
): Promise<FreshnessWire> {
  const current = await programme.current()
  const snapshot = await currentSnapshot(current)
  const now = programme.clock.now()
  const error = keeper?.lastError
  return {
    now: instantText(now),
    timeZone: current.programme.timeZone,
    watermark: snapshot === undefined ? null : instantText(snapshot.asOf),
    behindSeconds: snapshot === undefined ? 0 : behindMs(snapshot, now) / 1000,
    late: snapshot !== undefined && isLate(snapshot, programme.clock),
    pinned: snapshot?.pinned === true,
    nextFlip: snapshot?.nextFlip === undefined ? null : instantText(snapshot.nextFlip),
    keeper: keeper?.state ?? 'off',
    clockBehindSeconds: (keeper?.clockBehindMs ?? 0) / 1000,
    error: error === undefined ? null : failureWire(error, locale),
  }
}

/** The name under which a keeper is remembered; without an end it was killed, or it still runs. */
export const KEEPER_KEY = 'keeper'

/** Remembers that somebody keeps the programme (or has stopped to), so that lateness can be told by anyone. */
export async function rememberKeeper(
  { ledger }: Pick<Handle, 'ledger'>,
  isKept: boolean,
): Promise<void> {
  const value = JSON.stringify({ isKept, pid: process.pid })
  await ledger.guard(() =>
    ledger.db
      .insertInto('programme_meta')
      .values({ key: KEEPER_KEY, value })
      .onConflict((c) => c.column('key').doUpdateSet({ value }))
      .execute(),
  )
}
