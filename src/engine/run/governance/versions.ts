/** Versions of segments in the ledger: every text that was ever applied, with who, when and why. */
import type { Instant } from '../../../core/base/index.ts'
import type { SegmentFile } from '../../../core/catalog/index.ts'
import type { Ledger } from '../../store/index.ts'

/** One applied version. The one with the greatest number is in force. */
export interface SegmentVersion {
  readonly key: string
  /** From 1. */
  readonly version: number
  readonly status: SegmentFile['status']
  /** The definition in canonical form. */
  readonly text: string
  /** The definition as it stood in its file. */
  readonly written: string
  /** The whole file, so that a version can be restored when the file is gone. */
  readonly source: string
  readonly timeZone?: string
  /** The programme's measures that it uses, directly or not, as they were. */
  readonly measures: Readonly<Record<string, string>>
  /** Of what it means: text, zone, measures. */
  readonly digest: string
  readonly who: string
  readonly why: string
  readonly appliedAt: Instant
  /** What was known to be wrong when it was applied, as codes. */
  readonly issues: readonly string[]
}

/** A version that is about to be recorded; its number is given by the ledger. */
export type NewVersion = Omit<SegmentVersion, 'version' | 'appliedAt'>

type Door = { readonly ledger: Ledger }

/** Who applied why, for a history that is read later. */
export interface Author {
  readonly who: string
  readonly why: string
}

/** The version in force of every segment that was ever applied, by key. */
export async function versionsInForce({
  ledger,
}: Door): Promise<ReadonlyMap<string, SegmentVersion>> {
  const rows = await ledger.guard(() =>
    ledger.db
      .selectFrom('segment_version')
      .distinctOn('key')
      .selectAll()
      .orderBy('key')
      .orderBy('version', 'desc')
      .execute(),
  )
  return new Map(rows.map((row) => [row.key, toVersion(row)]))
}

/** All versions of a segment, the newest first. */
export async function versionsOf(
  { ledger }: Door,
  key: string,
): Promise<readonly SegmentVersion[]> {
  const rows = await ledger.guard(() =>
    ledger.db
      .selectFrom('segment_version')
      .selectAll()
      .where('key', '=', key)
      .orderBy('version', 'desc')
      .execute(),
  )
  return rows.map(toVersion)
}

/** Records versions together or not at all; two writers of one segment cannot both succeed. */
export async function recordVersions(
  { ledger }: Door,
  versions: readonly NewVersion[],
): Promise<void> {
  if (versions.length === 0) return
  await ledger.guard(() =>
    ledger.db.transaction().execute(async (tx) => {
      for (const version of versions) {
        const last = await tx
          .selectFrom('segment_version')
          .select(({ fn }) => fn.max('version').as('version'))
          .where('key', '=', version.key)
          .executeTakeFirst()
        await tx
          .insertInto('segment_version')
          .values({
            key: version.key,
            version: (last?.version ?? 0) + 1,
            status: version.status,
            text: version.text,
            written: version.written,
            source: version.source,
            time_zone: version.timeZone ?? null,
            measures: JSON.stringify(version.measures),
            digest: version.digest,
            who: version.who,
            why: version.why,
            issues: JSON.stringify(version.issues),
          })
          .execute()
      }
    }),
  )
}

interface Row {
  readonly key: string
  readonly version: number
  readonly status: SegmentFile['status']
  readonly text: string
  readonly written: string
  readonly source: string
  readonly time_zone: string | null
  readonly measures: object
  readonly digest: string
  readonly who: string
  readonly why: string
  readonly applied_at: Date
  readonly issues: readonly string[]
}

function toVersion(row: Row): SegmentVersion {
  const { time_zone: timeZone, applied_at: appliedAt, measures, ...rest } = row
  return {
    ...rest,
    ...(timeZone === null ? {} : { timeZone }),
    // Written by `recordVersions` alone.
    measures: measures as Readonly<Record<string, string>>,
    appliedAt: appliedAt.getTime(),
  }
}
