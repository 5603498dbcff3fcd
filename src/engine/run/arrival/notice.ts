/** What comes to light only when arrivals are taken over, told where refused messages are: nobody waits for an answer any more. */
import { sql as ledgerSql } from 'kysely'
import { sipHash64 } from '../../../core/base/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import type { Flaw } from '../../intake/index.ts'
import type { Analytics, Ledger } from '../../store/index.ts'
import { nowOf, type Timed } from './absorption.ts'
import type { MergeOutcome, MergeWish } from './merge.ts'
import { MODEST } from './staging.ts'
import { ARRIVED, type Target } from './tables.ts'

interface Notice {
  readonly type: string
  readonly name: string
  readonly messageId: string
  readonly flaw: Flaw
  readonly body: string
}

/** So many rows of customers that share a key are shown. */
const SHOWN = 100

/**
 * Takes rows out of what arrived whose customers' ids have the key of another id, and tells of them: their facts would
 * become somebody else's. Cost: one look at the customers of these rows.
 */
export async function refuseTwins(handle: Timed, targets: readonly Target[]): Promise<void> {
  const { analytics } = handle
  const arrived = targets.map(
    ({ arriving }) => sql`SELECT customer, ordinal FROM ${analytics.table(arriving)}`,
  )
  const twins = await twinsOf(analytics, join(arrived, ' UNION ALL '))
  if (twins.length === 0) return
  const are = sql`customer IN ${value(twins, 'Array(String)')}`
  const notices: Notice[] = []
  for (const target of targets) {
    const names = [...ARRIVED, ...target.columns].map((column) => id(column.name))
    const rows = await analytics.query<{ id: string; customer: string; row: string }>(
      sql`SELECT id, customer, toJSONString(tuple(${join(names, ', ')})) AS row
        FROM ${analytics.table(target.arriving)} WHERE ${are} ORDER BY ordinal LIMIT ${raw(String(SHOWN))}`,
    )
    notices.push(...rows.map((row) => twinNotice(target, row)))
    await analytics.runOnShards(
      (table) => sql`DELETE FROM ${table(target.arriving)} WHERE ${are}`,
      {
        settings: { lightweight_deletes_sync: 2 },
      },
    )
  }
  await tell(handle, notices)
}

function twinNotice(
  target: Target,
  row: { readonly id: string; readonly customer: string; readonly row: string },
): Notice {
  const isEvent = target.cause === 'event'
  return {
    type: isEvent ? 'track' : 'identify',
    name: isEvent ? target.section.slice('event '.length) : '',
    messageId: row.id,
    flaw: { code: 'intake/customer-key-collision', path: ['userId'] },
    body: JSON.stringify({ userId: row.customer, row: row.row }),
  }
}

/** Of ids (`customer`, in the order of `ordinal`) those whose key is another's, who was there first. */
async function twinsOf(analytics: Analytics, ids: Sql): Promise<readonly string[]> {
  const keyed = sql`SELECT sipHash64(customer) AS key, customer, min(ordinal) AS first FROM (${ids}) GROUP BY customer`
  const known = sql`SELECT customer_key AS key, any(customer_id) AS customer, count() AS times
    FROM ${analytics.table('customer')} WHERE customer_key GLOBAL IN (SELECT key FROM (${keyed})) GROUP BY customer_key`
  const rows = await analytics.query<{ customer: string }>(
    sql`SELECT a.customer AS customer FROM (${keyed}) AS a GLOBAL LEFT JOIN (${known}) AS k ON a.key = k.key
      WHERE k.times > 0 AND k.customer != a.customer
      UNION DISTINCT SELECT arrayJoin(arraySlice(arraySort((c, f) -> f, groupArray(customer), groupArray(first)), 2))
      FROM (${keyed}) GROUP BY key HAVING count() > 1`,
    { settings: MODEST },
  )
  return rows.map((row) => row.customer)
}

/** Wishes to merge without those that name an id whose key is another's; those are told of. */
export async function refuseTwinMerges(
  handle: Timed,
  wishes: readonly MergeWish[],
): Promise<readonly MergeWish[]> {
  const ids = wishes.flatMap((w) => [w.alias, w.customer])
  const twins = new Set(
    await twinsOf(
      handle.analytics,
      sql`SELECT arrayJoin(${value(ids, 'Array(String)')}) AS customer, 0 AS ordinal`,
    ),
  )
  if (twins.size === 0) return wishes
  const isTwin = (w: MergeWish): boolean => twins.has(w.alias) || twins.has(w.customer)
  const flaw: Flaw = { code: 'intake/customer-key-collision', path: ['userId'] }
  await tell(
    handle,
    wishes.filter(isTwin).map((w) => mergeNotice(w, flaw)),
  )
  return wishes.filter((w) => !isTwin(w))
}

/** Tells of ids that somebody claimed although they are part of somebody else. */
export async function tellClaims(
  handle: Timed,
  wishes: readonly MergeWish[],
  outcomes: readonly MergeOutcome[],
): Promise<void> {
  const claims = wishes.flatMap((wish, n) => {
    const outcome = outcomes[n]
    if (outcome?.kind !== 'taken') return []
    const params = { alias: wish.alias.slice(0, 100), customer: outcome.customer.slice(0, 100) }
    const path = [wish.cause === 'alias' ? 'previousId' : 'anonymousId']
    return [mergeNotice(wish, { code: 'run/merge-taken', path, params })]
  })
  await tell(handle, claims)
}

function mergeNotice({ alias, customer, cause }: MergeWish, flaw: Flaw): Notice {
  const other = cause === 'alias' ? 'previousId' : 'anonymousId'
  return {
    type: cause,
    name: '',
    // Its own id is not kept with a wish; the same claim is told once.
    messageId: sipHash64(`${alias}\n${customer}`).toString(16),
    flaw,
    body: JSON.stringify({ userId: customer, [other]: alias }),
  }
}

/** Once each: shared devices claim the same id at every visit, and an interrupted absorption looks again. */
async function tell(handle: Timed, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return
  const { ledger } = handle
  const fresh = await untold(ledger, notices)
  if (fresh.length === 0) return
  const at = new Date(nowOf(handle))
  await ledger.guard(() =>
    ledger.db
      .insertInto('refused_arrival')
      .values(
        fresh.map(({ type, name, messageId, flaw, body }) => ({
          received_at: at,
          write_key: null,
          type,
          name,
          message_id: messageId.replaceAll('\0', ' '),
          issues: JSON.stringify([flaw]).replaceAll('\\u0000', ''),
          body: body.replaceAll('\\u0000', ''),
        })),
      )
      .execute(),
  )
}

async function untold(ledger: Ledger, notices: readonly Notice[]): Promise<readonly Notice[]> {
  const byId = new Map(notices.map((notice) => [notice.messageId, notice]))
  const ids = [...byId.keys()].map((text) => text.replaceAll('\0', ' '))
  const { rows } = await ledger.guard(() =>
    ledgerSql<{ message_id: string; code: string }>`SELECT message_id, issues->0->>'code' AS code
      FROM refused_arrival WHERE message_id = ANY(${ids})`.execute(ledger.db),
  )
  const told = new Set(rows.map((row) => `${row.message_id} ${row.code}`))
  return [...byId.values()].filter((n) => !told.has(`${n.messageId} ${n.flaw.code}`))
}
