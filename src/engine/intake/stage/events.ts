/** From typed rows to rows of event tables: lines put together, known events told from new ones, conflicts set aside. */
import {
  elementColumn,
  eventShape,
  eventTable,
  propertyColumn,
} from '../../../core/catalog/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import type { Analytics, Settings } from '../../store/index.ts'
import { isMissing } from '../typing/typing.ts'
import { FLAWS, stageTable } from './raw.ts'
import type { EventTarget, TargetColumn } from './recipe.ts'
import { KNOWN, REASON, valueColumn, type Staging } from './typed.ts'

/** Rows are worked on in ranges of their key of about this many, so that memory does not grow with the file. */
export const BUCKET_ROWS = 2_000_000
const SETTINGS: Settings = {
  max_partitions_per_insert_block: 0,
  throw_on_max_partitions_per_insert_block: 0,
  min_insert_block_size_rows: 1_048_576,
  optimize_aggregation_in_order: 1,
}

/** A range of keys, both ends included. */
interface Bucket {
  readonly from: bigint
  readonly to: bigint
}

/** Cuts the space of 64-bit hashes into equal ranges. */
export function bucketsFor(rows: number): readonly Bucket[] {
  const count = BigInt(Math.max(1, Math.ceil(rows / BUCKET_ROWS)))
  const space = 1n << 64n
  return Array.from({ length: Number(count) }, (_, n) => ({
    from: (space * BigInt(n)) / count,
    to: (space * BigInt(n + 1)) / count - 1n,
  }))
}

/** Rows of a bucket. */
export function inBucket(bucket: Bucket): Sql {
  return sql`key BETWEEN ${value(bucket.from.toString(), 'UInt64')} AND ${value(bucket.to.toString(), 'UInt64')}`
}

/** Creates the table of exceptions: rows that are well-formed and yet not new. */
export async function createExceptions(analytics: Analytics, load: number): Promise<void> {
  await analytics.tables.create({
    name: stageTable(load, 'exception'),
    columns: [
      { name: 'key', type: 'UInt64' },
      { name: 'ordinal', type: 'UInt64' },
      { name: 'kind', type: 'UInt16' },
    ],
    orderBy: ['key', 'ordinal'],
  })
}

interface Work {
  readonly analytics: Analytics
  readonly staging: Staging
  readonly signal?: AbortSignal | undefined
  /** Loads whose rows this one continues (a mended quarantine file); empty for a fresh file. */
  readonly ancestors: readonly number[]
}

/** Fills the staging tables of events; the fact tables are only read. */
export async function stageEvents(work: Work, rows: number): Promise<void> {
  const { analytics, staging, signal } = work
  const options = { settings: SETTINGS, ...(signal === undefined ? {} : { signal }) }
  const grouped = isGrouped(staging)
  if (grouped) await analytics.run(taintedByUnreadable(work), options)
  for (const [route, target] of staging.recipe.events.entries()) {
    const table = eventTable(target.kind.name)
    const staged = stageTable(staging.load, table)
    const isEmpty = (await analytics.tables.rowCount(table)) === 0
    for (const bucket of bucketsFor(rows)) {
      signal?.throwIfAborted()
      const part = { ...work, route, target, bucket }
      if (grouped) {
        await analytics.run(tainted(part), options)
        await analytics.run(ofTwoCustomers(part), options)
      } else if (staging.hasId) await analytics.run(repeated(part), options)
      if (!isEmpty) await analytics.run(stored(part), options)
      // Rows of files are the customer's own: `origin` keeps its default.
      const columns = eventShape(target.kind)
        .columns.map((c) => c.name)
        .filter((name) => name !== 'origin')
      await analytics.run(
        sql`INSERT INTO ${analytics.table(staged)} (${names(columns)})
          SELECT ${names(columns)} FROM (${drafts(part, NEW)})`,
        options,
      )
    }
  }
}

function isGrouped(staging: Staging): boolean {
  return staging.recipe.mapping.lines !== undefined
}

interface Part extends Work {
  readonly route: number
  readonly target: EventTarget
  readonly bucket: Bucket
}

function names(columns: readonly string[]): Sql {
  return join(
    columns.map((c) => id(c)),
    ', ',
  )
}

const table = ({ analytics, staging }: Work, what: string): Sql =>
  analytics.table(stageTable(staging.load, what))

/** Well-formed rows of this kind and bucket. */
function sound(part: Part): Sql {
  return sql`route = ${raw(String(part.route))} AND ${inBucket(part.bucket)} AND reason = 0`
}

function taintingReasons({ staging }: Work): Sql {
  const innocent = staging.reasons.flatMap((r, n) => (n === 0 || r.byRule ? [n] : []))
  return sql`reason NOT IN (${raw(innocent.join(', '))})`
}

/**
 * A line that cannot be split may belong to the order of the line before or after it: those orders wait too,
 * unless the cells before the flaw name its order. Where the number of cells is wrong, that name is believed
 * only if other lines have it.
 */
function taintedByUnreadable(work: Work): Sql {
  const typed = table(work, 'typed')
  const torn = sql`FROM ${typed} WHERE reason BETWEEN 1 AND ${raw(String(REASON.conflict - 1))}`
  const named = sql`SELECT key FROM ${typed} WHERE reason = 0 AND key IN (SELECT key ${torn})`
  const lost = sql`SELECT ordinal ${torn} AND (gid = '' OR (reason = ${raw(String(FLAWS.indexOf('intake/wrong-cell-count')))} AND key NOT IN (${named})))`
  const near = sql`SELECT arrayJoin([ordinal + 1, ordinal - 1]) FROM (${lost})`
  return sql`INSERT INTO ${table(work, 'exception')} SELECT key, ordinal, ${raw(String(REASON.withOrder))} FROM ${typed}
    WHERE reason = 0 AND gid IN (SELECT gid FROM ${typed} WHERE gid != '' AND ordinal IN (${near}))`
}

/** An order with a bad line is set aside whole, so that no wrong total enters. */
function tainted(part: Part): Sql {
  const typed = table(part, 'typed')
  return sql`INSERT INTO ${table(part, 'exception')} SELECT key, ordinal, ${raw(String(REASON.withOrder))} FROM ${typed}
    WHERE ${sound(part)} AND gid IN (SELECT gid FROM ${typed} WHERE ${inBucket(part.bucket)} AND gid != '' AND ${taintingReasons(part)})`
}

function ofTwoCustomers(part: Part): Sql {
  const typed = table(part, 'typed')
  return sql`INSERT INTO ${table(part, 'exception')} SELECT key, ordinal, ${raw(String(REASON.twoCustomers))} FROM ${typed}
    WHERE ${sound(part)} AND gid IN (SELECT gid FROM ${typed} WHERE ${sound(part)} GROUP BY gid HAVING uniqExact(customer) > 1)`
}

/** The same id again in the file: known when it says the same, else a conflict; the first one counts. */
function repeated(part: Part): Sql {
  const typed = table(part, 'typed')
  return sql`INSERT INTO ${table(part, 'exception')}
    SELECT key, t.ordinal, if(t.content = f.first_content, ${raw(String(KNOWN))}, ${raw(String(REASON.conflict))})
    FROM (SELECT key, ordinal, gid, content FROM ${typed} WHERE ${sound(part)}) AS t
    INNER JOIN (SELECT gid, min(ordinal) AS first_ordinal, argMin(content, ordinal) AS first_content FROM ${typed}
      WHERE ${sound(part)} GROUP BY gid HAVING count() > 1) AS f ON t.gid = f.gid
    WHERE t.ordinal != f.first_ordinal`
}

/**
 * Events whose id the store has: known when they say the same, else a conflict. One that came over HTTP has no hash of
 * its payload (0): it is known by its id alone.
 */
function stored(part: Part): Sql {
  const events = part.analytics.table(eventTable(part.target.kind.name))
  const exception = table(part, 'exception')
  return sql`INSERT INTO ${exception}
    SELECT key, arrayJoin(ordinals), if(d.body = s.body OR s.body = 0, ${raw(String(KNOWN))}, ${raw(String(REASON.conflict))})
    FROM (${drafts(part, CANDIDATES)}) AS d
    INNER JOIN (SELECT id, body FROM ${events} WHERE id GLOBAL IN (SELECT id FROM (${drafts(part, CANDIDATES)}))) AS s ON d.id = s.id`
}

/** Which drafts: those not excepted so far, with what the comparison needs, or with all columns of the table. */
const CANDIDATES = 'candidates'
const NEW = 'new'

/** One row per event. */
function drafts(part: Part, what: typeof CANDIDATES | typeof NEW): Sql {
  const { staging } = part
  const fresh = sql`${sound(part)} AND ordinal NOT IN (SELECT ordinal FROM ${table(part, 'exception')} WHERE ${inBucket(part.bucket)})`
  const from = sql`${table(part, 'typed')} WHERE ${fresh}`
  if (isGrouped(staging)) return orders(part, from, what)
  const columns =
    what === CANDIDATES ? [] : part.target.properties.map((c) => sql`, ${plainColumn(c)}`)
  const rest = what === CANDIDATES ? [] : absentColumns(part).map((c) => sql`, ${c}`)
  // Without an id, the nth event of the same content in a file is that content's nth event.
  const source = staging.hasId
    ? from
    : sql`(SELECT *, row_number() OVER (PARTITION BY key, content ORDER BY ordinal, sub)${nthOffset(part)} AS nth FROM ${from})`
  const eventId = staging.hasId ? sql`gid` : sql`concat(lower(hex(content)), '-', toString(nth))`
  return sql`SELECT key, [ordinal] AS ordinals, sipHash64(customer) AS customer_key, at, ${eventId} AS id,
    reinterpretAsUInt64(content) AS body, toUInt32(${raw(String(staging.load))}) AS load${join([...columns, ...rest], '')} FROM ${source}`
}

/** A mended row comes after the equal rows that its file brought before. */
function nthOffset(part: Part): Sql {
  if (part.ancestors.length === 0) return sql``
  const events = part.analytics.table(eventTable(part.target.kind.name))
  const earlier = sql`SELECT body, count() AS n FROM ${events} WHERE load IN (${raw(part.ancestors.join(', '))}) GROUP BY body`
  return sql` + (SELECT CAST((groupArray(body), groupArray(n)), 'Map(UInt64, UInt64)') FROM (${earlier}))[key]`
}

const nth = (n: number): Sql => raw(`lines.${n + 3}`)

function orders(part: Part, from: Sql, what: typeof CANDIDATES | typeof NEW): Sql {
  const { target, staging } = part
  const properties = target.properties.map((c) => ({ column: c, value: firstOf(c) }))
  const lines = target.elements.map((c) => raw(valueColumn(c.value)))
  const list = sql`(ordinal, sub${join(
    lines.map((l) => sql`, ${l}`),
    '',
  )})`
  const lineHash = sql`sipHash64(tuple(0${join(
    lines.map((l) => sql`, ${l}`),
    '',
  )}))`
  const whole = sql`SELECT key, gid, arrayDistinct(groupArray(ordinal)) AS ordinals, any(customer) AS customer, min(at) AS at,
    arraySort(groupArray(${lineHash})) AS hashes, arraySort(l -> (l.1, l.2), groupArray(${list})) AS lines${join(
      properties.map((p) => sql`, ${p.value} AS ${id(p.column.name)}`),
      '',
    )} FROM ${from} GROUP BY key, gid`
  const said = properties.map((p) => sql`, ${id(p.column.name)}`)
  const body = sql`reinterpretAsUInt64(sipHash128(tuple(customer, at, hashes${join(said, '')})))`
  const isOwn = staging.hasId
  const numbered = isOwn
    ? sql`(${whole})`
    : sql`(SELECT *, ${body} AS content, row_number() OVER (PARTITION BY content ORDER BY ordinals[1]) AS nth FROM (${whole}))`
  const eventId = isOwn ? sql`gid` : sql`concat(lower(hex(content)), '-', toString(nth))`
  const columns =
    what === CANDIDATES
      ? []
      : [
          ...target.properties.map((c) => sql`, ${targetCast(id(c.name), c)} AS ${id(c.name)}`),
          ...target.elements.map((c, n) => sql`, ${elementCast(nth(n), c)} AS ${id(c.name)}`),
          ...absentColumns(part).map((c) => sql`, ${c}`),
        ]
  return sql`SELECT key, ordinals, sipHash64(customer) AS customer_key, at, ${eventId} AS id, ${body} AS body,
    toUInt32(${raw(String(staging.load))}) AS load${join(columns, '')} FROM ${numbered}`
}

/** Of the lines of an order, the first that says something speaks for the order. */
function firstOf(column: TargetColumn): Sql {
  const v = raw(valueColumn(column.value))
  return sql`argMinIf(${v}, (ordinal, sub), NOT ${isMissing(v, column.type)})`
}

function plainColumn(column: TargetColumn): Sql {
  return sql`${targetCast(raw(valueColumn(column.value)), column)} AS ${id(column.name)}`
}

/** Required columns are not Nullable in the store; their rows were checked to have a value. */
function targetCast(v: Sql, column: TargetColumn): Sql {
  const isNullable = !['text', 'category', 'list', 'geo'].includes(column.type)
  return column.required && isNullable ? sql`assumeNotNull(${v})` : v
}

function elementCast(list: Sql, column: TargetColumn): Sql {
  const isNullable = !['text', 'category', 'list', 'geo'].includes(column.type)
  return column.required && isNullable ? sql`arrayMap(x -> assumeNotNull(x), ${list})` : list
}

/** Columns of the table that the file says nothing of; lists of an element must still be as long as its others. */
function absentColumns(part: Part): readonly Sql[] {
  const { kind, properties, elements } = part.target
  const given = new Set([...properties, ...elements].map((c) => c.name))
  const plain = Object.values(kind.properties)
    .map((p) => propertyColumn(p.name))
    .filter((name) => !given.has(name))
  const types = new Map(eventShape(kind).columns.map((c) => [c.name, c.type]))
  const fallback = (name: string): Sql => {
    const type = (types.get(name) ?? 'String').replaceAll("'", "\\'")
    return sql`defaultValueOfTypeName(${raw(`'${type}'`)}) AS ${id(name)}`
  }
  const mapped = part.staging.recipe.mapping.lines
  const lists = Object.values(kind.elements).flatMap((element) =>
    Object.values(element.properties)
      .map((p) => elementColumn(element.name, p.name))
      .filter((name) => !given.has(name))
      .map((name) => {
        if (element.name !== mapped || elements.length === 0) return fallback(name)
        const inner = (types.get(name) ?? '')
          .replace(/^Array\((.*)\)$/s, '$1')
          .replaceAll("'", "\\'")
        return sql`arrayMap(x -> defaultValueOfTypeName(${raw(`'${inner}'`)}), lines) AS ${id(name)}`
      }),
  )
  return [...plain.map(fallback), ...lists]
}
