/** Named snapshots of a segment's members, with a digest that recomputing reproduces. */
import { createHash } from 'node:crypto'
import { Failure, type Instant } from '../../../../core/base/index.ts'
import { PLAN_SETTINGS } from '../../../../core/plan/index.ts'
import type { BoundDefinition } from '../../../../core/segment/index.ts'
import { sql, value, type Sql } from '../../../../core/sql/index.ts'
import type { Handle } from '../../handle.ts'
import type { Cutoff } from '../generation/source.ts'
import { ensureGenerationTables, FROZEN_TABLE } from '../generation/tables.ts'
import { recomputedKeys } from './recomputed.ts'

/** What a snapshot is recomputed from: nothing that may be edited later. */
export interface Recipe {
  readonly definitions: readonly BoundDefinition[]
  readonly cutoffs: readonly (readonly [string, Cutoff])[]
}

/** A named snapshot. */
export interface Frozen {
  readonly id: number
  readonly name: string
  readonly segment: string
  readonly version: number
  readonly definition: string
  readonly asOf: Instant
  readonly members: number
  readonly digest: string
  readonly recipe: Recipe
  readonly createdAt: Instant
}

export type NewFrozen = Omit<Frozen, 'id' | 'members' | 'digest' | 'createdAt'>

/** Freezes the members that a subquery of keys names. Throws `run/frozen-exists`. */
export async function freeze(handle: Handle, given: NewFrozen, keys: Sql): Promise<Frozen> {
  const { analytics, ledger } = handle
  await ensureGenerationTables(analytics)
  const id = await begin(handle, given)
  try {
    await analytics.run(
      sql`INSERT INTO ${analytics.table(FROZEN_TABLE)} (frozen, customer_key, customer_id)
        SELECT ${value(id, 'UInt32')}, customer_key, any(customer_id) FROM ${analytics.table('customer')}
        WHERE customer_key IN (${keys}) GROUP BY customer_key`,
      { settings: PLAN_SETTINGS },
    )
    const { members, digest } = await digestFrozen(handle, { ...given, id })
    await ledger.guard(() =>
      ledger.db
        .updateTable('frozen')
        .set({ state: 'ready', members, digest })
        .where('id', '=', id)
        .execute(),
    )
  } catch (error) {
    await ledger
      .guard(() => ledger.db.deleteFrom('frozen').where('id', '=', id).execute())
      .catch(() => undefined)
    throw error
  }
  return await findFrozen(handle, given.name)
}

async function begin({ ledger }: Handle, given: NewFrozen): Promise<number> {
  return await ledger.guard(async () => {
    // One that a killed process left half made gives its name back.
    await ledger.db
      .deleteFrom('frozen')
      .where('name', '=', given.name)
      .where('state', '=', 'building')
      .execute()
    const row = await ledger.db
      .insertInto('frozen')
      .values({
        name: given.name,
        segment: given.segment,
        version: given.version,
        definition: given.definition,
        as_of: new Date(given.asOf),
        members: 0,
        digest: '',
        recipe: JSON.stringify(given.recipe),
        state: 'building',
      })
      .onConflict((c) => c.column('name').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (row !== undefined) return row.id
    throw new Failure('there is such a snapshot', {
      code: 'run/frozen-exists',
      params: { name: given.name },
    })
  })
}

/** All named snapshots, newest first. */
export async function listFrozen({ ledger }: Pick<Handle, 'ledger'>): Promise<readonly Frozen[]> {
  const rows = await ledger.guard(() =>
    ledger.db
      .selectFrom('frozen')
      .selectAll()
      .where('state', '=', 'ready')
      .orderBy('id', 'desc')
      .execute(),
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    segment: row.segment,
    version: row.version,
    definition: row.definition,
    asOf: row.as_of.getTime(),
    members: row.members,
    digest: row.digest,
    recipe: row.recipe as Recipe,
    createdAt: row.created_at.getTime(),
  }))
}

/** One of them. Throws `run/frozen-unknown`. */
export async function findFrozen(handle: Pick<Handle, 'ledger'>, name: string): Promise<Frozen> {
  const found = (await listFrozen(handle)).find((one) => one.name === name)
  if (found !== undefined) return found
  throw new Failure('no such snapshot', { code: 'run/frozen-unknown', params: { name } })
}

/** Keys of its members as they lie in the store. */
export function frozenKeys({ analytics }: Pick<Handle, 'analytics'>, id: number): Sql {
  return sql`SELECT customer_key FROM ${analytics.table(FROZEN_TABLE)} WHERE frozen = ${value(id, 'UInt32')}`
}

/** Keys of those who meet its recipe, from what is known now. */
export async function refrozenKeys(
  handle: Handle,
  { recipe, segment, asOf }: Frozen,
): Promise<Sql> {
  return await recomputedKeys(handle, {
    definitions: recipe.definitions,
    segment,
    asOf,
    cutoffs: new Map(recipe.cutoffs),
  })
}

type Headed = Pick<Frozen, 'segment' | 'version' | 'definition' | 'asOf'>

/** The digest of the members in the store. */
export async function digestFrozen(
  handle: Pick<Handle, 'analytics'>,
  frozen: Headed & { readonly id: number },
): Promise<{ readonly members: number; readonly digest: string }> {
  const { analytics } = handle
  return await digestOfIds(
    handle,
    frozen,
    sql`SELECT customer_key, customer_id FROM ${analytics.table(FROZEN_TABLE)} WHERE frozen = ${value(frozen.id, 'UInt32')}`,
  )
}

/** The digest of the customers that a subquery of keys names. */
export async function digestKeys(
  handle: Pick<Handle, 'analytics'>,
  frozen: Headed,
  keys: Sql,
): Promise<{ readonly members: number; readonly digest: string }> {
  return await digestOfIds(
    handle,
    frozen,
    sql`SELECT customer_key, any(customer_id) AS customer_id FROM ${handle.analytics.table('customer')}
      WHERE customer_key IN (${keys}) GROUP BY customer_key`,
  )
}

/** SHA-256 over 256 drawers of sorted ids, so that no drawer is large; then over what the snapshot is of. */
async function digestOfIds(
  { analytics }: Pick<Handle, 'analytics'>,
  head: Headed,
  members: Sql,
): Promise<{ readonly members: number; readonly digest: string }> {
  const drawers = await analytics.query<{ drawer: number; n: string; digest: string }>(
    sql`SELECT toUInt8(customer_key % 256) AS drawer, count() AS n,
        lower(hex(SHA256(arrayStringConcat(arraySort(groupArray(customer_id)), '\n')))) AS digest
      FROM (${members}) GROUP BY drawer ORDER BY drawer`,
    { settings: PLAN_SETTINGS },
  )
  const hash = createHash('sha256').update(
    JSON.stringify([head.segment, head.version, head.definition, head.asOf]),
  )
  for (const { drawer, digest } of drawers) hash.update(`\n${drawer} ${digest}`)
  return {
    members: drawers.reduce((sum, d) => sum + Number(d.n), 0),
    digest: hash.digest('hex'),
  }
}
