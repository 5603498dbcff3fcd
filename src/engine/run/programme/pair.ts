/** Makes sure that facts and ledger belong together: the ledger says what was loaded, and must not say it of other facts. */
import { randomUUID } from 'node:crypto'
import { Failure } from '../../../core/base/index.ts'
import { sql, value } from '../../../core/sql/index.ts'
import type { Analytics, Ledger } from '../../store/index.ts'

interface Stores {
  readonly analytics: Analytics
  readonly ledger: Ledger
}

/** A table of one row, on the side of the facts. */
const MARK_TABLE = 'programme_mark'
const MARK_KEY = 'pair'

/**
 * Both stores carry the same mark from the first opening on. Throws `run/stores-differ` when they do not, which
 * happens when the address of one of them was changed. Stores in which nothing was loaded are marked anew.
 */
export async function pairStores(stores: Stores): Promise<void> {
  if (isPaired(await readMarks(stores))) return
  await stores.ledger.withLock(MARK_KEY, 'exclusive', async () => {
    const marks = await readMarks(stores)
    if (isPaired(marks)) return
    const isUnmarked = marks.facts === undefined && marks.ledger === undefined
    if (!isUnmarked && !(await isEmpty(stores))) {
      throw new Failure('facts and ledger carry different marks', { code: 'run/stores-differ' })
    }
    await mark(stores, randomUUID())
  })
}

interface Marks {
  readonly facts: string | undefined
  readonly ledger: string | undefined
}

function isPaired({ facts, ledger }: Marks): boolean {
  return facts !== undefined && facts === ledger
}

async function readMarks({ analytics, ledger }: Stores): Promise<Marks> {
  const columns = await analytics.tables.columns(MARK_TABLE)
  const [fact] =
    columns.length === 0
      ? []
      : await analytics.query<{ mark: string }>(
          sql`SELECT mark FROM ${analytics.table(MARK_TABLE)} LIMIT 1`,
        )
  const row = await ledger.guard(() =>
    ledger.db
      .selectFrom('programme_meta')
      .select('value')
      .where('key', '=', MARK_KEY)
      .executeTakeFirst(),
  )
  const stored = row?.value as { readonly mark?: string } | undefined
  return { facts: fact?.mark, ledger: stored?.mark }
}

/** Nothing was ever loaded, on either side. */
async function isEmpty({ analytics, ledger }: Stores): Promise<boolean> {
  const imported = await ledger.guard(() =>
    ledger.db.selectFrom('import').select('id').limit(1).executeTakeFirst(),
  )
  return imported === undefined && (await analytics.tables.rowCount('customer')) === 0
}

async function mark({ analytics, ledger }: Stores, pair: string): Promise<void> {
  await ledger.guard(() =>
    ledger.db
      .insertInto('programme_meta')
      .values({ key: MARK_KEY, value: JSON.stringify({ mark: pair }) })
      .onConflict((c) => c.column('key').doUpdateSet({ value: JSON.stringify({ mark: pair }) }))
      .execute(),
  )
  const columns = [{ name: 'mark', type: 'String' }]
  await analytics.tables.create({ name: MARK_TABLE, columns, orderBy: ['mark'] })
  await analytics.tables.truncate(MARK_TABLE)
  await analytics.run(
    sql`INSERT INTO ${analytics.table(MARK_TABLE)} SELECT ${value(pair, 'String')}`,
  )
  await analytics.tables.synchronise(MARK_TABLE)
}
