/** Carries the rows of arrivals into the engine as they lie in the ledger; no row is looked at on the way. */
import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { id, join, sql, type Sql } from '../../../core/sql/index.ts'
import { linesOf, MERGE_SECTION, sectionsOf } from '../../intake/index.ts'
import type { Analytics } from '../../store/index.ts'
import type { MergeWish } from './merge.ts'
import { ARRIVED, type Target } from './tables.ts'

/** What arrivals hold, in their order. */
export interface Sorted {
  /** Texts of rows by section. */
  readonly rows: ReadonlyMap<string, readonly string[]>
  readonly merges: readonly MergeWish[]
}

/** So much text is split before others get their turn: senders wait for their answers meanwhile. */
const TURN_UNITS = 1_000_000

/** Parts the texts of arrivals by section. */
export async function sortArrivals(bodies: readonly string[]): Promise<Sorted> {
  const rows = new Map<string, string[]>()
  const merges: MergeWish[] = []
  let split = 0
  for (const body of bodies) {
    for (const { section, rows: text } of sectionsOf(body)) {
      const into = rows.get(section)
      if (section === MERGE_SECTION)
        merges.push(...linesOf(text).map((row) => JSON.parse(row) as MergeWish))
      else if (into === undefined) rows.set(section, [text])
      else into.push(text)
    }
    split += body.length
    if (split < TURN_UNITS) continue
    split = 0
    await setImmediate()
  }
  return { rows, merges }
}

/** Fills the table in which the rows of a target arrive, numbered in their order; what was there before goes. */
export async function stage(
  analytics: Analytics,
  target: Target,
  texts: readonly string[],
): Promise<void> {
  const brought = [...ARRIVED, ...target.columns]
  const names = brought.map((column) => column.name)
  const list: Sql = join(
    names.map((name) => id(name)),
    ', ',
  )
  await analytics.tables.truncate(target.arriving)
  await analytics.insert(
    {
      table: target.arriving,
      columns: ['ordinal', ...names],
      format: 'JSONEachRow',
      through: {
        select: sql`rowNumberInAllBlocks(), ${list}`,
        types: brought.map(({ name, type }) => `${name} ${type}`).join(', '),
      },
    },
    Readable.from(texts, { objectMode: false }),
    {
      settings: {
        ...MODEST,
        // A property may have left the catalogue since its event was accepted.
        input_format_skip_unknown_fields: 1,
        date_time_input_format: 'basic',
      },
    },
  )
}

/** One thread, so that rows keep their order, and so that a core is left for those who answer senders. */
export const MODEST = { max_threads: 1, max_insert_threads: 1 } as const
