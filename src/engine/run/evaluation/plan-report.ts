/** What an evaluation will do, before it does it: passes, what is shared, how much is read. */
import type { Instant } from '../../../core/base/index.ts'
import {
  describePlan,
  emitSelect,
  weave,
  type PassReport,
  type PlanReport,
} from '../../../core/plan/index.ts'
import type { BoundDefinition } from '../../../core/segment/index.ts'
import { print, sql, value } from '../../../core/sql/index.ts'
import { factRows } from '../facts.ts'
import type { Handle } from '../handle.ts'
import { currentSnapshot, type SnapshotRun } from './snapshot.ts'

export interface PassEstimate extends PassReport {
  readonly rowsToRead: number
  /** Uncompressed bytes of whole rows; a pass reads only the columns it needs, so this is an upper bound. */
  readonly bytesToRead: number
}

export interface PlanEstimate extends Omit<PlanReport, 'passes'> {
  readonly asOf: Instant
  readonly segments: readonly string[]
  readonly passes: readonly PassEstimate[]
  /** The statements over facts, with their parameters as `{p0:Type}`. */
  readonly statements: readonly string[]
  /** What the published evaluation read; undefined before the first. */
  readonly lastRun: SnapshotRun | undefined
}

interface PartitionSize {
  readonly name: string
  readonly partition: string
  readonly n: string
  readonly b: string
}

/** The plan of these definitions at an instant with its estimates, from the sizes of stored partitions. Reads no facts. */
export async function reportPlan(
  handle: Handle,
  input: { readonly definitions: readonly BoundDefinition[]; readonly asOf: Instant },
): Promise<PlanEstimate> {
  const { analytics } = handle
  const plan = weave(input.definitions, handle.programme.catalogue, {
    rows: await factRows(handle),
  })
  const { measures, passes, sharedTests } = describePlan(plan, input.asOf)
  const sizes = await analytics.query<PartitionSize>(sql`SELECT
      replaceRegexpOne(table, '_local$', '') AS name, partition, sum(rows) AS n, sum(data_uncompressed_bytes) AS b
    FROM system.parts WHERE active AND database = ${value(handle.database, 'String')} GROUP BY name, partition`)
  const snapshot = await currentSnapshot(handle)
  // On a cluster the sizes are those of one shard; keys are hashes, so the others hold as much.
  const shards = analytics.capabilities.shardCount
  return {
    asOf: input.asOf,
    segments: plan.segments.map((s) => s.segment),
    measures,
    sharedTests,
    passes: passes.map((pass) => ({ ...pass, ...estimate(pass, sizes, shards) })),
    statements: [
      print(
        emitSelect(plan, {
          table: analytics.table,
          at: { kind: 'fixed', asOf: input.asOf },
          numbers: new Map(plan.segments.map((s, i) => [s.segment, i])),
        }),
      ).text,
    ],
    lastRun: snapshot?.run,
  }
}

function estimate(
  pass: PassReport,
  sizes: readonly PartitionSize[],
  shards: number,
): { readonly rowsToRead: number; readonly bytesToRead: number } {
  const [from, to] = [yearOf(pass.after), yearOf(pass.upTo)]
  const read = sizes.filter(({ name, partition }) => {
    if (name !== pass.table) return false
    const year = Number(partition)
    // Tables without partitions are read whole; their only partition is called tuple().
    return Number.isNaN(year) || (year >= from && year <= to)
  })
  return {
    rowsToRead: shards * read.reduce((sum, s) => sum + Number(s.n), 0),
    bytesToRead: shards * read.reduce((sum, s) => sum + Number(s.b), 0),
  }
}

/** `toYear` of an instant; events are partitioned by it. */
function yearOf(at: Instant): number {
  return Number.isFinite(at) ? new Date(at).getUTCFullYear() : at
}
