/** Makes a staged load visible, in a way that can be finished by somebody else. */
import { factShapes, type Catalogue } from '../../../core/catalog/index.ts'
import { raw, sql, value } from '../../../core/sql/index.ts'
import type { Analytics } from '../../store/index.ts'
import { stageTable } from './raw.ts'

/** Moves the staged rows of a load into the fact tables, partition by partition. */
export async function publish(
  analytics: Analytics,
  load: number,
  tables: readonly string[],
): Promise<void> {
  for (const table of tables) {
    const staged = stageTable(load, table)
    if ((await analytics.tables.rowCount(staged)) > 0) {
      await analytics.tables.movePartitions(staged, table)
    }
  }
}

/**
 * Finishes a publication that a killed process began. A partition that was being moved may lie on both sides:
 * what of it had already arrived is deleted before it is moved again.
 */
export async function finishPublication(
  analytics: Analytics,
  catalogue: Catalogue,
  load: number,
  tables: readonly string[],
): Promise<void> {
  await settle(analytics, load)
  const shapes = new Map(factShapes(catalogue).map((s) => [s.name, s]))
  const existing = new Set(await analytics.tables.list())
  for (const table of tables) {
    const staged = stageTable(load, table)
    if (!existing.has(staged) || (await analytics.tables.rowCount(staged)) === 0) continue
    const shape = shapes.get(table)
    const partition = raw(shape?.partitionBy ?? '1')
    const settings = { mutations_sync: 2 }
    const arrived = (target: ReturnType<typeof raw>, left: ReturnType<typeof raw>) =>
      sql`ALTER TABLE ${target} DELETE WHERE load = ${raw(String(load))}
        AND ${partition} IN (SELECT DISTINCT ${partition} FROM ${left})`
    if (shape?.shardBy === undefined) {
      const statement = arrived(analytics.table(table), analytics.table(staged))
      await analytics.run(statement, { settings })
    } else await analytics.runOnShards((name) => arrived(name(table), name(staged)), { settings })
    await analytics.tables.movePartitions(staged, table)
  }
}

/**
 * Waits for statements of a killed process: the engine goes on moving a partition when nobody listens any more,
 * and what it brings must not be mistaken for a leftover.
 */
async function settle(analytics: Analytics, load: number): Promise<void> {
  const mentions = value(`%${stageTable(load, '')}%`, 'String')
  await analytics.runOnShards(
    () => sql`KILL QUERY WHERE query LIKE ${mentions} AND query_kind != 'KillQuery' SYNC`,
  )
}

/** Drops everything a load has staged. */
export async function dropStage(analytics: Analytics, load: number): Promise<void> {
  const prefix = stageTable(load, '')
  for (const table of await analytics.tables.list()) {
    if (table.startsWith(prefix)) await analytics.tables.drop(table)
  }
}
