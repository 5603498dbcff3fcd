/** Edits of static lists as facts: written with the number of the edit, and taken in by the next generation. */
import type { Instant } from '../../../core/base/index.ts'
import { raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import type { Touched } from '../evaluation/generation/touched.ts'
import { FACTS_LOCK } from '../facts.ts'
import type { Handle } from '../handle.ts'
import type { Author } from './versions.ts'

type Doors = Pick<Handle, 'ledger' | 'analytics'>

/** Ids travel as one parameter; more than this many would make the statement unwieldy. */
const CHUNK = 20_000

/** Whoever is on a list now: the last record of a customer says so. */
export function listedNow(list: string, table: Sql): Sql {
  return sql`SELECT customer_key FROM ${table} WHERE list = ${value(list, 'String')}
    GROUP BY customer_key HAVING argMax(listed, (at, seq))`
}

/** Which of these ids belong to known customers. */
export async function knownIds(
  { analytics }: Pick<Doors, 'analytics'>,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const known = new Set<string>()
  for (const chunk of chunksOf(ids)) {
    const rows = await analytics.query<{ customer_id: string }>(
      sql`SELECT DISTINCT customer_id FROM ${analytics.table('customer')} WHERE customer_id IN (SELECT arrayJoin(${value([...chunk], 'Array(String)')}))`,
    )
    for (const row of rows) known.add(row.customer_id)
  }
  return known
}

/**
 * Puts known customers on a list or takes them off; who is there (or not) already gets no record. Returns how many
 * changed. A process killed half-way leaves an edit that is true as far as it came, and that is still taken in.
 */
export async function writeEdit(doors: Doors, edit: Edit): Promise<number> {
  // A generation that took in an edit of which only some rows lie there would never look at the others.
  return await doors.ledger.withLock(FACTS_LOCK, 'exclusive', () => writeAlone(doors, edit))
}

interface Edit {
  readonly list: string
  readonly ids: readonly string[]
  readonly listed: boolean
  readonly at: Instant
  readonly author: Author
}

async function writeAlone({ ledger, analytics }: Doors, edit: Edit): Promise<number> {
  const { list, listed, author } = edit
  const id = await ledger.guard(async () => {
    const row = await ledger.db
      .insertInto('list_edit')
      .values({ list, who: author.who, why: author.why, added: 0, removed: 0 })
      .returning('id')
      .executeTakeFirstOrThrow()
    return row.id
  })
  for (const chunk of chunksOf(edit.ids)) {
    await analytics.runOnShards((table) => {
      const now = listedNow(list, table('list_member'))
      const differs = listed ? raw('NOT IN') : raw('IN')
      return sql`INSERT INTO ${table('list_member')} (list, customer_key, at, seq, listed, load, origin)
        SELECT DISTINCT ${value(list, 'String')}, customer_key, fromUnixTimestamp64Milli(${value(edit.at, 'Int64')}, 'UTC'),
          ${value(id, 'UInt64')}, ${value(listed, 'Bool')}, 0, 0
        FROM ${table('customer')}
        WHERE customer_id IN (SELECT arrayJoin(${value([...chunk], 'Array(String)')})) AND customer_key ${differs} (${now})`
    })
  }
  const [row] = await analytics.query<{ n: string }>(
    sql`SELECT uniqExact(customer_key) AS n FROM ${analytics.table('list_member')} WHERE list = ${value(list, 'String')} AND seq = ${value(id, 'UInt64')}`,
  )
  const changed = Number(row?.n ?? 0)
  await ledger.guard(async () => {
    // An edit that changed nothing is no part of the history.
    if (changed === 0) await ledger.db.deleteFrom('list_edit').where('id', '=', id).execute()
    else {
      const counts = listed ? { added: changed } : { removed: changed }
      await ledger.db.updateTable('list_edit').set(counts).where('id', '=', id).execute()
    }
  })
  return changed
}

function* chunksOf(ids: readonly string[]): Generator<readonly string[]> {
  for (let from = 0; from < ids.length; from += CHUNK) yield ids.slice(from, from + CHUNK)
}

/** The edits of lists that no generation has seen, as customers with new facts; undefined when there are none. */
export async function touchedByLists({
  ledger,
}: Pick<Doors, 'ledger'>): Promise<Touched | undefined> {
  const rows = await ledger.guard(() =>
    ledger.db
      .selectFrom('list_edit')
      .select(['id', 'list'])
      .where('generation_id', 'is', null)
      .execute(),
  )
  if (rows.length === 0) return undefined
  const ids = rows.map((row) => row.id)
  const lists = [...new Set(rows.map((row) => row.list))]
  return {
    cause: 'list',
    rows: (table) => sql`SELECT customer_key, at, 'list' AS cause FROM ${table('list_member')}
      WHERE list IN (SELECT arrayJoin(${value(lists, 'Array(String)')})) AND seq IN (SELECT arrayJoin(${value(ids, 'Array(UInt64)')}))`,
    commit: async (tx, generation) => {
      await tx
        .updateTable('list_edit')
        .set({ generation_id: generation })
        .where('id', 'in', ids)
        .execute()
    },
  }
}
