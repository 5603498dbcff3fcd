/** What every report starts from: the published state, what the catalogue means, and a way to ask. */
import { PLAN_SETTINGS } from '../../../core/plan/index.ts'
import { sql, type Sql } from '../../../core/sql/index.ts'
import { meaningOf } from '../../../core/template/index.ts'
import { FACTS_LOCK, requireSnapshot, type Current, type OpenProgramme } from '../../run/index.ts'
import type { ReportContext } from '../report/kind.ts'

/**
 * Looks at a programme for a report, while facts stand still. Throws `run/not-evaluated` before the first evaluation.
 */
export async function withContext<T>(
  programme: OpenProgramme,
  options: { readonly signal?: AbortSignal },
  work: (context: ReportContext) => Promise<T>,
): Promise<T> {
  const current = await programme.current()
  return await current.ledger.withLock(FACTS_LOCK, 'shared', async () =>
    work(await contextOf(current, options)),
  )
}

async function contextOf(
  current: Current,
  { signal }: { readonly signal?: AbortSignal },
): Promise<ReportContext> {
  const { analytics, programme } = current
  const snapshot = await requireSnapshot(current)
  return {
    current,
    snapshot,
    asOf: snapshot.asOf,
    meaning: meaningOf(programme.catalogue),
    table: analytics.table,
    query: <R>(statement: Sql) =>
      analytics.query<R>(statement, {
        settings: SETTINGS,
        ...(signal === undefined ? {} : { signal }),
      }),
    ...(signal === undefined ? {} : { signal }),
  }
}

/** Sums of doubles may be added in any order: reports round. Unknown customers of a join are NULL, not 0. */
const SETTINGS = { ...PLAN_SETTINGS, join_use_nulls: 1 }

/** The keys of a subquery once more, for conditions. */
export function among(keys: Sql): Sql {
  return sql`customer_key IN (${keys})`
}
