/** Tables of a programme, the same to the caller on one server and on a cluster. */
import { Failure } from '../../../core/base/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import type { Host } from './host.ts'

export interface TableColumn {
  readonly name: string
  readonly type: string
}

/** A table without its engine. */
export interface TableDefinition {
  readonly name: string
  readonly columns: readonly TableColumn[]
  readonly orderBy: readonly string[]
  /** An expression written by us; absent means one partition. */
  readonly partitionBy?: string
  /** Rows are spread over the shards by this integer column; absent means a whole copy on each. */
  readonly shardBy?: string
  /** MergeTree settings written by us, such as `index_granularity`. */
  readonly settings?: Readonly<Record<string, number | string>>
}

/** One partition of a table, summed over hosts. */
export interface Partition {
  readonly partition: string
  readonly rows: number
  readonly bytes: number
}

export interface Tables {
  list(): Promise<readonly string[]>
  /** Creates a table; one that exists is left as it is. */
  create(definition: TableDefinition): Promise<void>
  /** Creates an empty table of the same shape as another, such as a staging table. */
  createLike(name: string, model: string): Promise<void>
  /** Drops a table and its rows; one that is absent is no error. */
  drop(name: string): Promise<void>
  truncate(name: string): Promise<void>
  /** Empty when the table is absent. */
  columns(name: string): Promise<readonly TableColumn[]>
  addColumns(name: string, columns: readonly TableColumn[]): Promise<void>
  partitions(name: string): Promise<readonly Partition[]>
  rowCount(name: string): Promise<number>
  /**
   * Gives all rows of `from` to `to`, of the same shape, without copying them; `from` keeps them too until it is
   * dropped. On a host all come at once, unless the engine dies in the middle: then `adoptRest` finishes it.
   */
  adopt(from: string, to: string): Promise<void>
  /** Finishes an `adopt` that was interrupted anywhere: rows with `mark` in `to` are those that have arrived. */
  adoptRest(from: string, to: string, mark: Sql): Promise<void>
  /** Makes every host's copy of an unsharded table equal to the first host's. */
  synchronise(name: string): Promise<void>
}

/** Where tables live. `cluster` absent: one server. */
export interface TablesOptions {
  readonly hosts: readonly [Host, ...Host[]]
  readonly database: string
  readonly cluster?: string
}

/** The part of a sharded table that lies on one host. */
export function localName(table: string): string {
  return `${table}_local`
}

/** Makes the table door for one server or a cluster. */
export function makeTables(options: TablesOptions): Tables {
  const { hosts, database } = options
  const [first] = hosts
  const onEach = async (statement: Sql): Promise<void> => {
    await Promise.all(hosts.map((host) => host.run(statement)))
  }
  const stored = (name: string): Promise<string> => storedName(options, name)
  /** Creates the rows' place on each host and, when sharded, the table that leads to all of them. */
  const place = async (
    name: string,
    shardBy: string | undefined,
    create: (as: string) => Sql,
  ): Promise<void> => {
    const { cluster } = options
    const isSpread = cluster !== undefined && shardBy !== undefined
    await onEach(create(isSpread ? localName(name) : name))
    if (isSpread) await onEach(createDistributed({ database, cluster, name, shardBy }))
  }
  return {
    list: () => listTables(first, database),
    columns: (name) => readColumns(first, database, name),
    synchronise: (name) => synchronise(options, name),
    async create(definition) {
      await place(definition.name, definition.shardBy, (as) =>
        createMergeTree(database, as, definition),
      )
    },
    async createLike(name, model) {
      const where = await stored(model)
      const shardBy = where === model ? undefined : await shardColumn(first, database, model)
      await place(
        name,
        shardBy,
        (as) => sql`CREATE TABLE IF NOT EXISTS ${id(database, as)} AS ${id(database, where)}`,
      )
    },
    async drop(name) {
      const where = await stored(name)
      // The rows go first: should we be stopped between the two, the name still leads here.
      if (where !== name) await onEach(sql`DROP TABLE IF EXISTS ${id(database, where)} SYNC`)
      await onEach(sql`DROP TABLE IF EXISTS ${id(database, name)} SYNC`)
    },
    async truncate(name) {
      await onEach(sql`TRUNCATE TABLE ${id(database, await stored(name))}`)
    },
    async addColumns(name, added) {
      if (added.length === 0) return
      const list = added.map((c) => sql`ADD COLUMN IF NOT EXISTS ${id(c.name)} ${raw(c.type)}`)
      const where = await stored(name)
      for (const table of new Set([where, name]))
        await onEach(sql`ALTER TABLE ${id(database, table)} ${join(list, ', ')}`)
    },
    async partitions(name) {
      const where = await stored(name)
      return await countPartitions(where === name ? [first] : hosts, database, where)
    },
    rowCount: (name) => countRows(first, database, name),
    adopt: (from, to) =>
      adoptOnHosts(options, { from, to }, (host, { source, target }) =>
        attach(host, id(database, source), id(database, target), sql`ALL`),
      ),
    adoptRest: (from, to, mark) =>
      adoptOnHosts(options, { from, to }, (host, { source, target }) =>
        attachRest(host, id(database, source), id(database, target), mark),
      ),
  }
}

/** The name under which a table's rows lie on a host. */
async function storedName(options: TablesOptions, name: string): Promise<string> {
  return (await isSharded(options, name)) ? localName(name) : name
}

async function isSharded(options: TablesOptions, name: string): Promise<boolean> {
  const { hosts, database, cluster } = options
  if (cluster === undefined) return false
  const { rows } = await hosts[0].query<{ engine: string }>(sql`SELECT engine FROM system.tables
    WHERE database = ${value(database, 'String')} AND name = ${value(name, 'String')}`)
  return rows[0]?.engine === 'Distributed'
}

async function listTables(host: Host, database: string): Promise<readonly string[]> {
  const { rows } = await host.query<{ name: string; engine: string }>(sql`SELECT name, engine
    FROM system.tables WHERE database = ${value(database, 'String')} AND NOT is_temporary ORDER BY name`)
  const parts = new Set(
    rows.filter((r) => r.engine === 'Distributed').map((r) => localName(r.name)),
  )
  return rows.map((r) => r.name).filter((name) => !parts.has(name))
}

async function readColumns(
  host: Host,
  database: string,
  name: string,
): Promise<readonly TableColumn[]> {
  const { rows } = await host.query<TableColumn>(sql`SELECT name, type FROM system.columns
    WHERE database = ${value(database, 'String')} AND table = ${value(name, 'String')} ORDER BY position`)
  return rows
}

async function countRows(host: Host, database: string, name: string): Promise<number> {
  const { rows } = await host.query<{ n: string }>(
    sql`SELECT count() AS n FROM ${id(database, name)}`,
  )
  return Number(rows[0]?.n ?? 0)
}

async function synchronise(options: TablesOptions, name: string): Promise<void> {
  const { hosts, database, cluster } = options
  if (cluster === undefined || (await isSharded(options, name))) return
  const [first, ...others] = hosts
  for (const host of others) {
    await host.run(sql`TRUNCATE TABLE ${id(database, name)}`)
    const rows = await first.stream(sql`SELECT * FROM ${id(database, name)}`, 'Native')
    await host.insert({ table: name, format: 'Native' }, rows)
  }
}

async function adoptOnHosts(
  options: TablesOptions,
  { from, to }: { from: string; to: string },
  adopt: (host: Host, tables: { source: string; target: string }) => Promise<void>,
): Promise<void> {
  const source = await storedName(options, from)
  const target = await storedName(options, to)
  const hosts = target === to ? options.hosts.slice(0, 1) : options.hosts
  await Promise.all(hosts.map((host) => adopt(host, { source, target })))
  await synchronise(options, to)
}

async function attach(host: Host, source: Sql, target: Sql, partition: Sql): Promise<void> {
  await host.run(sql`ALTER TABLE ${target} ATTACH PARTITION ${partition} FROM ${source}`)
}

/** A partition may have come as a whole, not at all, or in part: then what came of it is removed first. */
async function attachRest(host: Host, source: Sql, target: Sql, mark: Sql): Promise<void> {
  const count = async (from: Sql): Promise<Map<string, number>> => {
    const { rows } = await host.query<{ partition: string; n: string }>(
      sql`SELECT _partition_id AS partition, count() AS n FROM ${from} GROUP BY partition`,
    )
    return new Map(rows.map((row) => [row.partition, Number(row.n)]))
  }
  const arrived = await count(sql`${target} WHERE ${mark}`)
  for (const [partition, rows] of await count(source)) {
    const here = arrived.get(partition) ?? 0
    if (here === rows) continue
    const one = sql`ID ${value(partition, 'String')}`
    if (here > 0) {
      const remove = sql`ALTER TABLE ${target} DELETE IN PARTITION ${one} WHERE ${mark}`
      await host.run(remove, { settings: { mutations_sync: 2 } })
    }
    await attach(host, source, target, one)
  }
}

function createDistributed(table: {
  database: string
  cluster: string
  name: string
  shardBy: string
}): Sql {
  const { database, cluster, name, shardBy } = table
  const local = localName(name)
  return sql`CREATE TABLE IF NOT EXISTS ${id(database, name)} AS ${id(database, local)}
    ENGINE = Distributed(${raw(cluster)}, ${id(database)}, ${id(local)}, ${id(shardBy)})`
}

/** The one place that says which engine holds rows. */
function tableEngine(): string {
  return 'MergeTree'
}

function createMergeTree(database: string, name: string, definition: TableDefinition): Sql {
  const { columns, orderBy, partitionBy, settings } = definition
  const list = join(
    columns.map((c) => sql`${id(c.name)} ${raw(c.type)}`),
    ', ',
  )
  const partition = partitionBy === undefined ? '' : ` PARTITION BY ${partitionBy}`
  const extra = Object.entries(settings ?? {}).map(([key, v]) => `${key} = ${v}`)
  return sql`CREATE TABLE IF NOT EXISTS ${id(database, name)} (${list}) ENGINE = ${raw(tableEngine())}${raw(partition)}
    ORDER BY (${join(
      orderBy.map((column) => id(column)),
      ', ',
    )})${raw(extra.length === 0 ? '' : ` SETTINGS ${extra.join(', ')}`)}`
}

async function countPartitions(
  hosts: readonly Host[],
  database: string,
  table: string,
): Promise<Partition[]> {
  const totals = new Map<string, { rows: number; bytes: number }>()
  for (const host of hosts) {
    const { rows } = await host.query<{
      partition: string
      n: string
      b: string
    }>(sql`SELECT partition,
      sum(rows) AS n, sum(bytes_on_disk) AS b FROM system.parts WHERE database = ${value(database, 'String')}
      AND table = ${value(table, 'String')} AND active GROUP BY partition ORDER BY partition`)
    for (const row of rows) {
      const total = totals.get(row.partition) ?? { rows: 0, bytes: 0 }
      totals.set(row.partition, {
        rows: total.rows + Number(row.n),
        bytes: total.bytes + Number(row.b),
      })
    }
  }
  return [...totals].map(([partition, total]) => ({ partition, ...total }))
}

async function shardColumn(host: Host, database: string, table: string): Promise<string> {
  const { rows } = await host.query<{
    engine_full: string
  }>(sql`SELECT engine_full FROM system.tables
    WHERE database = ${value(database, 'String')} AND name = ${value(table, 'String')}`)
  const column = /, `?(\w+)`?\)/.exec(rows[0]?.engine_full ?? '')?.[1]
  if (column === undefined)
    throw new Failure('a sharded table without a sharding column', {
      code: 'store/unknown-table',
      params: { table },
    })
  return column
}
