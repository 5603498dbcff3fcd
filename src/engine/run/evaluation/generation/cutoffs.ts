/** Thresholds of ranks: computed at each refresh, kept with its base, read by whoever evaluates in between. */
import type { Instant } from '../../../../core/base/index.ts'
import { emitCutoffs, PLAN_SETTINGS, type Plan } from '../../../../core/plan/index.ts'
import type { Sql } from '../../../../core/sql/index.ts'
import type { Handle } from '../../handle.ts'
import type { BitsSource, Cutoff, Cutoffs } from './source.ts'

interface Row {
  readonly key: string
  readonly low: number | string | null
  readonly high: number | string | null
  readonly high_open: number | boolean
}

/** The thresholds as of an instant. Cost: one pass over the ranked values. */
export async function computeCutoffs(
  { analytics }: Pick<Handle, 'analytics'>,
  source: Pick<BitsSource, 'cutoffs'>,
  asOf: Instant,
  signal?: AbortSignal,
): Promise<Cutoffs> {
  const statement = source.cutoffs({ table: (name) => analytics.table(name), asOf })
  return await ask({ analytics }, statement, signal)
}

/** The thresholds that a plan of its own asks for, as of an instant; those that are frozen already are taken as they are. */
export async function cutoffsOfPlan(
  { analytics }: Pick<Handle, 'analytics'>,
  plan: Plan,
  of: { readonly asOf: Instant; readonly frozen?: Cutoffs; readonly signal?: AbortSignal },
): Promise<Cutoffs> {
  const statement = emitCutoffs(plan, { table: (name) => analytics.table(name), asOf: of.asOf })
  if (statement === undefined) return of.frozen ?? new Map()
  return new Map([...(await ask({ analytics }, statement, of.signal)), ...(of.frozen ?? [])])
}

async function ask(
  { analytics }: Pick<Handle, 'analytics'>,
  statement: Sql | undefined,
  signal?: AbortSignal,
): Promise<Cutoffs> {
  if (statement === undefined) return new Map()
  const rows = await analytics.query<Row>(statement, {
    settings: PLAN_SETTINGS,
    ...(signal === undefined ? {} : { signal }),
  })
  return new Map(rows.map((row) => [row.key, toCutoff(row)]))
}

/** Keeps them with their base. */
export async function storeCutoffs(
  { ledger }: Pick<Handle, 'ledger'>,
  base: number,
  cutoffs: Cutoffs,
): Promise<void> {
  if (cutoffs.size === 0) return
  const rows = [...cutoffs].map(([key, { low, high, highOpen }]) => ({
    snapshot_id: base,
    key,
    low: low ?? null,
    high: high ?? null,
    high_open: highOpen === true,
  }))
  await ledger.guard(() => ledger.db.insertInto('cutoff').values(rows).execute())
}

/** Those that a base was made with. */
export async function readCutoffs(
  { ledger }: Pick<Handle, 'ledger'>,
  base: number,
): Promise<Cutoffs> {
  const rows = await ledger.guard(() =>
    ledger.db.selectFrom('cutoff').selectAll().where('snapshot_id', '=', base).execute(),
  )
  return new Map(rows.map((row) => [row.key, toCutoff(row)]))
}

function toCutoff({ low, high, high_open }: Row): Cutoff {
  return {
    ...(low === null ? {} : { low: Number(low) }),
    ...(high === null ? {} : { high: Number(high) }),
    ...(Number(high_open) === 1 ? { highOpen: true } : {}),
  }
}
