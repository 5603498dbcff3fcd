/** Snapshots: which generation of memberships is published, and what is in it. */
import type { Instant } from '../../../core/base/index.ts'
import type { Handle } from '../handle.ts'

/** What a snapshot holds of one segment. */
export interface SegmentCount {
  readonly count: number
  /** The definition's text at that time, so that an edit since can be seen. */
  readonly definition: string
}

/** One published evaluation. */
export interface Snapshot {
  readonly id: number
  readonly asOf: Instant
  readonly evaluatedAt: Instant
  readonly population: number
  readonly segments: ReadonlyMap<string, SegmentCount>
  /** The plan as it was run, for `reportPlan`. */
  readonly run: SnapshotRun | undefined
}

/** What the statement that made a snapshot cost. */
export interface SnapshotRun {
  readonly rowsRead: number
  readonly bytesRead: number
  readonly seconds: number
}

/** The JSON in the ledger's `counts` column. */
export interface StoredCounts {
  readonly population: number
  readonly segments: Readonly<Record<string, SegmentCount>>
}

/** The analytics table that holds a snapshot's memberships. */
export function snapshotTable(snapshotId: number): string {
  return `snapshot_${snapshotId}`
}

/** The snapshot that doors read, or undefined when nothing has been evaluated yet. */
export async function currentSnapshot(
  handle: Pick<Handle, 'ledger'>,
): Promise<Snapshot | undefined> {
  const { ledger } = handle
  const row = await ledger.guard(() =>
    ledger.db
      .selectFrom('current_snapshot')
      .innerJoin('snapshot', 'snapshot.id', 'current_snapshot.snapshot_id')
      .select(['snapshot.id', 'as_of', 'evaluated_at', 'counts', 'plan'])
      .executeTakeFirst(),
  )
  if (row === undefined) return undefined
  const counts = row.counts as StoredCounts
  const { run } = row.plan as { readonly run?: SnapshotRun }
  return {
    id: row.id,
    asOf: row.as_of.getTime(),
    evaluatedAt: row.evaluated_at.getTime(),
    population: counts.population,
    segments: new Map(Object.entries(counts.segments)),
    run,
  }
}

/** Whether a definition was edited after the snapshot counted it; false for a segment it never counted. */
export function isEditedSince(
  snapshot: Snapshot | undefined,
  file: { readonly key: string; readonly definition: string },
): boolean {
  const counted = snapshot?.segments.get(file.key)
  return counted !== undefined && counted.definition !== file.definition
}
