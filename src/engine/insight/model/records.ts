/** Runs of models in the ledger: begun, ended, and closed when their process died. */
import { createHash } from 'node:crypto'
import { Failure, type Instant } from '../../../core/base/index.ts'
import type { ModelFile } from '../../../core/catalog/index.ts'
import type { ReportDraft } from '../../../core/insight/index.ts'
import type { EstimateStatus } from '../../../core/stats/index.ts'
import type { Current } from '../../run/index.ts'
import type { LastRun } from './due.ts'

type Doors = Pick<Current, 'ledger'>

/** A run as it is remembered. */
export interface ModelRun {
  readonly id: number
  readonly model: string
  readonly kind: string
  readonly state: 'running' | 'done' | 'failed' | 'cancelled' | 'died'
  readonly digest: string
  readonly who: string
  readonly startedAt: Instant
  readonly tookMs: number | undefined
  readonly asOf: Instant | undefined
  readonly status: EstimateStatus | undefined
  readonly n: number
  readonly version: string
  readonly scored: boolean
  readonly load: number | undefined
  readonly counts: { readonly written: number; readonly cleared: number }
  readonly error: { readonly code: string; readonly params: Failure['params'] } | undefined
}

/** What a run says: stored beside it and read only when it is looked at. */
export interface RunDetails {
  readonly settings: object
  readonly parameters: unknown
  readonly draft: ReportDraft | undefined
}

/** Of everything that a model's outcome depends on beside the facts. */
export function digestOf({
  kind,
  settings,
  section,
}: Pick<ModelFile, 'kind' | 'settings' | 'section'>): string {
  return createHash('sha256')
    .update(JSON.stringify([kind, settings, ...(section === undefined ? [] : [section])]))
    .digest('hex')
}

/** Writes down that a run has begun; its number makes its version. */
export async function beginRun(
  { ledger }: Doors,
  run: { readonly model: ModelFile; readonly who: string; readonly at: Instant },
): Promise<{ readonly id: number; readonly version: string }> {
  const { model, who, at } = run
  const row = await ledger.guard(() =>
    ledger.db
      .insertInto('model_run')
      .values({
        model: model.key,
        kind: model.kind,
        state: 'running',
        digest: digestOf(model),
        settings: JSON.stringify(model.settings),
        who,
        started_at: new Date(at),
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  return { id: row.id, version: `${model.kind}-${row.id}` }
}

/** How a run ended. */
export type RunEnd =
  | {
      readonly state: 'done'
      readonly asOf: Instant
      readonly status: EstimateStatus
      readonly n: number
      readonly version: string
      readonly parameters: object
      readonly draft: ReportDraft
      readonly scored: boolean
      readonly load: number | undefined
      readonly counts: ModelRun['counts']
    }
  | { readonly state: 'failed' | 'cancelled'; readonly error: unknown }

/** Writes down how it ended. */
export async function endRun(
  { ledger }: Doors,
  run: { readonly id: number; readonly tookMs: number; readonly at: Instant },
  end: RunEnd,
): Promise<void> {
  const ended = { state: end.state, finished_at: new Date(run.at), took_ms: Math.round(run.tookMs) }
  const more =
    end.state === 'done'
      ? {
          as_of: new Date(end.asOf),
          status: end.status,
          n: end.n,
          version: end.version,
          parameters: JSON.stringify(end.parameters),
          report: JSON.stringify(end.draft),
          scored: end.scored,
          load_id: end.load ?? null,
          counts: JSON.stringify(end.counts),
        }
      : { error: JSON.stringify(faultOf(end.error)) }
  await ledger.guard(() =>
    ledger.db
      .updateTable('model_run')
      .set({ ...ended, ...more })
      .where('id', '=', run.id)
      .execute(),
  )
}

function faultOf(error: unknown): { readonly code: string; readonly params: Failure['params'] } {
  return error instanceof Failure
    ? { code: error.code, params: error.params }
    : { code: 'run/model-failed', params: {} }
}

/** Closes runs that nobody is at any more. Only who holds the lock on models may say so. */
export async function closeDeadRuns({ ledger }: Doors): Promise<void> {
  await ledger.guard(() =>
    ledger.db
      .updateTable('model_run')
      .set({ state: 'died' })
      .where('state', '=', 'running')
      .execute(),
  )
}

const COLUMNS = [
  'id',
  'model',
  'kind',
  'state',
  'digest',
  'who',
  'started_at',
  'took_ms',
  'as_of',
  'status',
  'n',
  'version',
  'scored',
  'load_id',
  'counts',
  'error',
] as const

/** Runs of a model, the newest first. */
export async function runsOf(
  { ledger }: Doors,
  model: string,
  limit: number,
): Promise<readonly ModelRun[]> {
  const rows = await ledger.guard(() =>
    ledger.db
      .selectFrom('model_run')
      .select(COLUMNS)
      .where('model', '=', model)
      .orderBy('id', 'desc')
      .limit(limit)
      .execute(),
  )
  return rows.map((row) => ({
    id: row.id,
    model: row.model,
    kind: row.kind,
    state: row.state,
    digest: row.digest,
    who: row.who,
    startedAt: row.started_at.getTime(),
    tookMs: row.took_ms ?? undefined,
    asOf: row.as_of?.getTime(),
    status: (row.status ?? undefined) as EstimateStatus | undefined,
    n: row.n ?? 0,
    version: row.version ?? '',
    scored: row.scored,
    load: row.load_id ?? undefined,
    counts: row.counts ?? { written: 0, cleared: 0 },
    error: (row.error ?? undefined) as ModelRun['error'],
  }))
}

/** The last run that came to an end and, where it was another, the last that scored. */
export async function lastRuns(
  doors: Doors,
  model: string,
): Promise<{ readonly last: ModelRun | undefined; readonly scored: ModelRun | undefined }> {
  const runs = await runsOf(doors, model, 100)
  return {
    last: runs.find((run) => run.state === 'done'),
    scored: runs.find((run) => run.scored),
  }
}

/** What `isDue` asks of a run. */
export function asLast(run: ModelRun | undefined): LastRun | undefined {
  return run?.asOf === undefined ? undefined : { asOf: run.asOf, digest: run.digest }
}

/** What a run was told and found. */
export async function detailsOf({ ledger }: Doors, run: number): Promise<RunDetails> {
  const row = await ledger.guard(() =>
    ledger.db
      .selectFrom('model_run')
      .select(['settings', 'parameters', 'report'])
      .where('id', '=', run)
      .executeTakeFirstOrThrow(),
  )
  return {
    settings: row.settings,
    parameters: row.parameters ?? {},
    draft: (row.report ?? undefined) as ReportDraft | undefined,
  }
}
