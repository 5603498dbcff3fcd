/** Makes a staged load visible, in a way that can be finished by somebody else. */
import { raw, sql, value } from '../../../core/sql/index.ts'
import type { Analytics } from '../../store/index.ts'
import { stageTable } from './raw.ts'

/** Gives the staged rows of a load to the fact tables. */
export async function publish(
  analytics: Analytics,
  load: number,
  tables: readonly string[],
): Promise<void> {
  await Promise.all(tables.map((table) => analytics.tables.adopt(stageTable(load, table), table)))
}

/**
 * Finishes a publication that a killed process began: staging tables keep their rows until the import is done, and
 * rows in the fact tables carry the number of their load, so that what is missing can be told.
 */
export async function finishPublication(
  analytics: Analytics,
  load: number,
  tables: readonly string[],
): Promise<void> {
  await settle(analytics, load)
  const mark = sql`load = ${raw(String(load))}`
  for (const table of tables) {
    await analytics.tables.adoptRest(stageTable(load, table), table, mark)
  }
}

/**
 * Waits for statements of a killed process: the engine goes on with a statement when nobody listens any more,
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
  const tables = await analytics.tables.list()
  const staged = tables.filter((table) => table.startsWith(prefix))
  await Promise.all(staged.map((table) => analytics.tables.drop(table)))
}
