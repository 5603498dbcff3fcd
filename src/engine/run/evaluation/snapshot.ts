/** The published generation of memberships: what is in it, and of what instant it is true. */
import type { Instant } from '../../../core/base/index.ts'
import type { Handle } from '../handle.ts'
import type { Visible } from './generation/state.ts'

/** What a generation holds of one segment. */
export interface SegmentCount {
  readonly count: number
  /** The definition's text at that time, so that an edit since can be seen. */
  readonly definition: string
  readonly number: number
  /** Of the applied definition; 0 when nothing was ever applied. */
  readonly version: number
  /** Digest of the bound definition. */
  readonly meaning: string
  /** The definition could not be computed: these are the members of the last time. */
  readonly carried?: true
}

/** One published generation. */
export interface Snapshot extends Visible {
  /** Number of the generation. */
  readonly id: number
  /** The watermark: memberships are exact at this instant. */
  readonly asOf: Instant
  /** When it was computed, by the clock of the programme. */
  readonly evaluatedAt: Instant
  readonly population: number
  readonly segments: ReadonlyMap<string, SegmentCount>
  /** The plan as it was run, for `reportPlan`. */
  readonly run: SnapshotRun | undefined
  readonly definitionsDigest: string
  /** The earliest instant at which time alone could change a membership. */
  readonly nextFlip: Instant | undefined
  readonly overlayRows: number
  /** Asked for at another instant than now: the clock does not carry it on. */
  readonly pinned: boolean
  /** When its base was computed, by the clock of the programme. */
  readonly refreshedAt: Instant
  /** As of when the thresholds of ranks were drawn. */
  readonly thresholdsAt: Instant
  /** Somebody keeps the state up to date, or was killed while doing so. */
  readonly kept: boolean
}

/** What the statement that made a base cost. */
export interface SnapshotRun {
  readonly rowsRead: number
  readonly bytesRead: number
  readonly seconds: number
}

/** The JSON in the ledger's `plan` column. */
export interface StoredPlan {
  readonly run?: SnapshotRun
  readonly thresholdsAt?: Instant
}

/** The JSON in the ledger's `counts` column of a base: what its segments are, and their sizes when it was made. */
export interface StoredCounts {
  readonly population: number
  readonly segments: Readonly<Record<string, SegmentCount>>
}

/** The JSON in the ledger's `counts` column of a generation: sizes alone. */
export interface StoredNumbers {
  readonly population: number
  readonly segments: Readonly<Record<string, Pick<SegmentCount, 'count'>>>
}

/** The generation that doors read, or undefined when nothing has been evaluated yet. */
export async function currentSnapshot(
  handle: Pick<Handle, 'ledger'>,
): Promise<Snapshot | undefined> {
  const { ledger } = handle
  const row = await ledger.guard(() =>
    ledger.db.selectFrom('current_snapshot').select('generation_id').executeTakeFirst(),
  )
  return row === undefined ? undefined : await readGeneration(handle, row.generation_id)
}

/** A published generation by its number; undefined when there is none. */
export async function readGeneration(
  { ledger }: Pick<Handle, 'ledger'>,
  generation: number,
): Promise<Snapshot | undefined> {
  const [row, dead, keeper] = await ledger.guard(() =>
    Promise.all([
      ledger.db
        .selectFrom('generation')
        .innerJoin('snapshot', 'snapshot.id', 'generation.snapshot_id')
        .select([
          'generation.id',
          'generation.as_of',
          'generation.computed_at',
          'generation.counts',
          'generation.next_flip',
          'generation.overlay_rows',
          'snapshot.id as base',
          'snapshot.plan',
          'snapshot.counts as described',
          'snapshot.pinned',
          'snapshot.definitions_digest',
          'snapshot.computed_at as refreshed_at',
        ])
        .where('generation.id', '=', generation)
        .where('generation.state', '=', 'published')
        .executeTakeFirst(),
      ledger.db
        .selectFrom('generation')
        .select('id')
        .where('state', '!=', 'published')
        .where('id', '<', generation)
        .execute(),
      ledger.db
        .selectFrom('programme_meta')
        .select('value')
        .where('key', '=', 'keeper')
        .executeTakeFirst(),
    ]),
  )
  if (row === undefined) return undefined
  const counts = row.counts as StoredNumbers
  const described = row.described as Partial<StoredCounts>
  const { run, thresholdsAt } = row.plan as StoredPlan
  return {
    id: row.id,
    base: row.base,
    generation: row.id,
    dead: dead.map((d) => d.id),
    asOf: row.as_of.getTime(),
    evaluatedAt: row.computed_at.getTime(),
    population: counts.population,
    segments: new Map(
      Object.entries(described.segments ?? {}).map(([key, segment]) => [
        key,
        { ...segment, ...counts.segments[key] },
      ]),
    ),
    run,
    definitionsDigest: row.definitions_digest,
    nextFlip: row.next_flip?.getTime(),
    overlayRows: row.overlay_rows,
    pinned: row.pinned,
    refreshedAt: (row.refreshed_at ?? row.computed_at).getTime(),
    thresholdsAt: thresholdsAt ?? 0,
    kept: (keeper?.value as { readonly isKept?: boolean } | undefined)?.isKept === true,
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
