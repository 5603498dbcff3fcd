/** From typed rows to trait records: what is new, what changed, what was known. */
import { profileShape, traitColumn } from '../../../core/catalog/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import type { Analytics } from '../../store/index.ts'
import { isMissing } from '../typing/typing.ts'
import { bucketsFor, inBucket } from './events.ts'
import { stageTable } from './raw.ts'
import type { TargetColumn } from './recipe.ts'
import { KNOWN, REASON, valueColumn, type Staging } from './typed.ts'

interface Work {
  readonly analytics: Analytics
  readonly staging: Staging
  readonly signal?: AbortSignal | undefined
}

/**
 * Fills the staging table of profiles. Rows with an instant hold from then on. Rows without: what is said of a
 * customer for the first time holds since 1970, a changed or cleared value from the load's instant on, and what
 * is known already adds nothing. A customer told of twice in a file without instants is a conflict unless both
 * rows say the same.
 */
export async function stageProfiles(work: Work, rows: number): Promise<void> {
  const { analytics, staging, signal } = work
  const options = {
    ...(signal === undefined ? {} : { signal }),
    settings: { min_insert_block_size_rows: 1_048_576 },
  }
  const isDated = staging.recipe.mapping.at !== undefined
  for (const bucket of bucketsFor(rows)) {
    signal?.throwIfAborted()
    const here = inBucket(bucket)
    await analytics.run(repeated(work, here, isDated), options)
    if (isDated) {
      await analytics.run(storedDated(work, here), options)
      await analytics.run(insertDated(work, here), options)
    } else {
      await analytics.run(storedUndated(work, here), options)
      await analytics.run(insertUndated(work, here, 'first'), options)
      await analytics.run(insertUndated(work, here, 'changed'), options)
    }
  }
}

function typed({ analytics, staging }: Work): Sql {
  return analytics.table(stageTable(staging.load, 'typed'))
}

function exception({ analytics, staging }: Work): Sql {
  return analytics.table(stageTable(staging.load, 'exception'))
}

/** What a row says, as one comparable value. */
const SAID = 'tuple(content, cleared)'

function repeated(work: Work, here: Sql, isDated: boolean): Sql {
  const group = raw(isDated ? 'customer, at' : 'customer')
  const both = isDated ? sql`t.customer = f.customer AND t.at = f.at` : sql`t.customer = f.customer`
  return sql`INSERT INTO ${exception(work)}
    SELECT key, t.ordinal, if(t.said = f.told, ${raw(String(KNOWN))}, ${raw(String(REASON.twice))})
    FROM (SELECT key, ordinal, customer, at, ${raw(SAID)} AS said FROM ${typed(work)} WHERE ${here} AND reason = 0) AS t
    INNER JOIN (SELECT ${group}, min(ordinal) AS first_ordinal, argMin(${raw(SAID)}, ordinal) AS told FROM ${typed(work)}
      WHERE ${here} AND reason = 0 GROUP BY ${group} HAVING count() > 1) AS f ON ${both}
    WHERE t.ordinal != f.first_ordinal`
}

function fresh(work: Work, here: Sql): Sql {
  return sql`${typed(work)} WHERE ${here} AND reason = 0
    AND ordinal NOT IN (SELECT ordinal FROM ${exception(work)} WHERE ${here})`
}

/** Cleared traits are stored by their name in the catalogue. */
function traitName(column: TargetColumn): string {
  return column.name.slice(traitColumn('').length)
}

const columnsOf = ({ staging }: Work): readonly TargetColumn[] => staging.recipe.traits

/** A row is known when the store holds one of the same customer and instant that says the same of each trait given. */
function storedDated(work: Work, here: Sql): Sql {
  const profile = work.analytics.table('profile')
  const same = columnsOf(work).map((c) => {
    const v = raw(valueColumn(c.value))
    return sql` AND (${isMissing(v, c.type)} OR p.${id(c.name)} = t.${v})`
  })
  return sql`INSERT INTO ${exception(work)}
    SELECT DISTINCT t.key, t.ordinal, ${raw(String(KNOWN))}
    FROM (SELECT * FROM ${fresh(work, here)}) AS t
    INNER JOIN (SELECT * FROM ${profile} WHERE customer_key GLOBAL IN (SELECT key FROM ${typed(work)} WHERE ${here} AND reason = 0)) AS p
      ON t.key = p.customer_key AND t.at = p.at
    WHERE hasAll(p.cleared, t.cleared)${join(same, '')}`
}

function head(work: Work): readonly string[] {
  return ['customer_key', 'at', 'seq', 'load', 'cleared', ...columnsOf(work).map((c) => c.name)]
}

function insertInto(work: Work): Sql {
  const staged = work.analytics.table(stageTable(work.staging.load, 'profile'))
  return sql`INSERT INTO ${staged} (${join(
    head(work).map((c) => id(c)),
    ', ',
  )})`
}

/** Records of the same instant follow each other in the order of loads and lines. */
function seqOf(work: Work): Sql {
  return raw(`toUInt64(${work.staging.load}) * 4294967296 + ordinal`)
}

function insertDated(work: Work, here: Sql): Sql {
  const values = columnsOf(work).map((c) => sql`, ${raw(valueColumn(c.value))}`)
  return sql`${insertInto(work)} SELECT key, at, ${seqOf(work)}, ${raw(String(work.staging.load))}, cleared${join(values, '')}
    FROM ${fresh(work, here)}`
}

/** Each trait as it is known now: its value, and whether anything was ever said of it. */
function current(work: Work, here: Sql): Sql {
  const { analytics } = work
  const columns = columnsOf(work).map((c) => {
    const column = id(c.name)
    const name = value(traitName(c), 'String')
    const said = sql`(NOT ${isMissing(column, c.type)} OR has(cleared, ${name}))`
    // Inside a tuple a NULL is a value, so that a cleared trait is not passed over for an older value.
    return sql`, tupleElement(argMaxIf(tuple(${column}), (at, seq), ${said}), 1) AS ${id(`now_${c.name}`)}, countIf(${said}) > 0 AS ${id(`said_${c.name}`)}`
  })
  return sql`SELECT customer_key${join(columns, '')} FROM ${analytics.table('profile')}
    WHERE customer_key GLOBAL IN (SELECT key FROM ${typed(work)} WHERE ${here} AND reason = 0) GROUP BY customer_key`
}

interface Difference {
  readonly column: TargetColumn
  /** Said for the first time. */
  readonly first: Sql
  /** Said before, and otherwise. */
  readonly changed: Sql
}

function differences(work: Work): readonly Difference[] {
  return columnsOf(work).map((column) => {
    const v = raw(valueColumn(column.value))
    const given = sql`NOT ${isMissing(v, column.type)}`
    const said = sql`ifNull(${id(`said_${column.name}`)}, 0)`
    const now = id(`now_${column.name}`)
    return {
      column,
      first: sql`(${given} AND NOT ${said})`,
      changed: sql`(${given} AND ${said} AND ifNull(${now} != ${v}, 1))`,
    }
  })
}

/** Traits that the row clears and that hold a value now. */
function clearedNow(work: Work): Sql {
  const parts = columnsOf(work).map((c) => {
    const name = value(traitName(c), 'String')
    return sql`if(has(cleared, ${name}) AND ifNull(${id(`said_${c.name}`)}, 0) AND NOT ${isMissing(id(`now_${c.name}`), c.type)}, ${name}, '')`
  })
  return parts.length === 0 ? sql`[]` : sql`arrayFilter(x -> x != '', [${join(parts, ', ')}])`
}

function compared(work: Work, here: Sql): Sql {
  return sql`(SELECT * FROM ${fresh(work, here)}) AS t LEFT JOIN (${current(work, here)}) AS c ON t.key = c.customer_key
    LEFT JOIN (SELECT customer_key, count() AS met FROM ${work.analytics.table('customer')} GROUP BY customer_key) AS k ON t.key = k.customer_key`
}

function storedUndated(work: Work, here: Sql): Sql {
  const news = differences(work).flatMap((d) => [d.first, d.changed])
  const anything = join([sql`notEmpty(${clearedNow(work)})`, ...news], ' OR ')
  return sql`INSERT INTO ${exception(work)} SELECT t.key, t.ordinal, ${raw(String(KNOWN))}
    FROM ${compared(work, here)} WHERE k.met > 0 AND NOT (${anything})`
}

function insertUndated(work: Work, here: Sql, which: 'first' | 'changed'): Sql {
  const shape = new Map(profileShape(work.staging.catalogue).columns.map((c) => [c.name, c.type]))
  const picked = differences(work).map((d) => ({ column: d.column, when: d[which] }))
  const values = picked.map(({ column, when }) => {
    const type = (shape.get(column.name) ?? 'String').replaceAll("'", "\\'")
    const none = sql`defaultValueOfTypeName(${raw(`'${type}'`)})`
    return sql`, if(${when}, ${raw(valueColumn(column.value))}, ${none})`
  })
  const cleared = which === 'first' ? sql`[]` : clearedNow(work)
  const at =
    which === 'first'
      ? sql`toDateTime64(0, 3, 'UTC')`
      : sql`fromUnixTimestamp64Milli(${value(work.staging.now, 'Int64')}, 'UTC')`
  const some = join([...picked.map((p) => p.when), sql`notEmpty(${cleared})`], ' OR ')
  return sql`${insertInto(work)} SELECT t.key, ${at}, ${seqOf(work)}, ${raw(String(work.staging.load))}, ${cleared}${join(values, '')}
    FROM ${compared(work, here)} WHERE ${some}`
}
