/** The door to facts: one ClickHouse server, or a cluster of them that looks like one. */
import type { Readable } from 'node:stream'
import { Failure } from '../../../core/base/index.ts'
import { id, sql, value, type Sql, type Statement } from '../../../core/sql/index.ts'
import type { ClickHouseAddress } from '../address.ts'
import { requireVersion } from '../version.ts'
import type { Settings, StatementEvent, StatementOptions, Statistics } from './connection.ts'
import { openHost, type Host, type InsertTarget, type StreamFormat } from './host.ts'
import { localName, makeTables, type Tables } from './tables.ts'

/** What this ClickHouse can do. */
export interface Capabilities {
  readonly kind: 'single' | 'cluster'
  readonly shardCount: number
  readonly version: string
}

/** The analytics store. All methods throw a Failure with a code `store/...`. */
export interface Analytics {
  /** The database that holds the programme's tables. */
  readonly database: string
  readonly capabilities: Capabilities
  readonly tables: Tables
  /** A quoted table name for use in SQL: all rows, whatever shard they lie on. */
  table(name: string): Sql
  /** All rows of an answer. 64-bit integers and decimals are strings; NULL is null. */
  query<T>(statement: Sql | Statement, options?: StatementOptions): Promise<readonly T[]>
  /** The same with what it cost. */
  measure<T>(
    statement: Sql | Statement,
    options?: StatementOptions,
  ): Promise<{ readonly rows: readonly T[]; readonly statistics: Statistics }>
  /** A statement without an answer. */
  run(statement: Sql | Statement, options?: StatementOptions): Promise<Statistics>
  /**
   * The same statement on every shard at once, over the rows that lie there: `build` gets the function that names
   * tables (`whole` for those that every host has a whole copy of). Right for work per customer, because all rows of a
   * customer lie on one shard. Counts are summed.
   */
  runOnShards(
    build: (table: (name: string, whole?: boolean) => Sql) => Sql,
    options?: StatementOptions,
  ): Promise<Statistics>
  /** Appends rows from a byte stream in a format of the engine. */
  insert(target: InsertTarget, rows: Readable, options?: StatementOptions): Promise<Statistics>
  /** An answer as bytes in a format of the engine. Destroy the stream to stop early. */
  stream(
    statement: Sql | Statement,
    format: StreamFormat,
    options?: StatementOptions,
  ): Promise<Readable>
  /** Drops the programme's database with all its facts. */
  dropDatabase(): Promise<void>
  close(): Promise<void>
}

export interface AnalyticsOptions {
  readonly address: ClickHouseAddress
  readonly database: string
  readonly debug?: boolean
  readonly observe?: (event: StatementEvent) => void
}

/** The oldest release our statements are known to run on. */
const OLDEST_VERSION = [25, 3] as const

/** Connects, checks the version, finds the shards and makes sure that the database exists. */
export async function openAnalytics(options: AnalyticsOptions): Promise<Analytics> {
  const { address, database } = options
  const connect = (url: string, into: string): Host =>
    openHost({
      address: { ...address, url },
      database: into,
      debug: options.debug ?? false,
      settings: address.cluster === undefined ? {} : CLUSTER_SETTINGS,
      ...(options.observe === undefined ? {} : { observe: options.observe }),
    })
  // Until our database exists, statements need another one to stand in.
  const probe = connect(address.url, 'system')
  try {
    const version = await checkVersion(probe)
    const urls = address.cluster === undefined ? [address.url] : await shardUrls(probe, address)
    for (const url of urls) await ensureDatabase(connect(url, 'system'), database)
    const [first = address.url, ...others] = urls
    const hosts = [
      connect(first, database),
      ...others.map((url) => connect(url, database)),
    ] as const
    return makeAnalytics(hosts, { ...options, version })
  } finally {
    await probe.close()
  }
}

/** All rows of a customer lie on one shard, so joins and subqueries may stay on their shard. */
const CLUSTER_SETTINGS: Settings = {
  distributed_foreground_insert: 1,
  distributed_product_mode: 'local',
  optimize_skip_unused_shards: 1,
  // Else every shard would keep what it computes, whoever the rows belong to, and sums over all would be per shard.
  parallel_distributed_insert_select: 0,
  // The coordinator reaches its own shard like the others, or it would count the rows it keeps twice.
  prefer_localhost_replica: 0,
}

function makeAnalytics(
  hosts: readonly [Host, ...Host[]],
  { database, address, version }: AnalyticsOptions & { readonly version: string },
): Analytics {
  const [first] = hosts
  const cluster = address.cluster?.name
  /** A sharded table's part on the host; the others lie whole on every host, under their own name. */
  const namesOnShard = async (): Promise<(name: string) => Sql> => {
    if (cluster === undefined) return (name) => id(database, name)
    const { rows } = await first.query<{ name: string }>(
      sql`SELECT name FROM system.tables WHERE database = ${value(database, 'String')}`,
    )
    const known = new Set(rows.map((row) => row.name))
    return (name) => id(database, known.has(localName(name)) ? localName(name) : name)
  }
  return {
    database,
    capabilities: {
      kind: cluster === undefined ? 'single' : 'cluster',
      shardCount: hosts.length,
      version,
    },
    tables: makeTables({ hosts, database, ...(cluster === undefined ? {} : { cluster }) }),
    table: (name) => id(database, name),
    query: async <T>(statement: Sql | Statement, given?: StatementOptions) =>
      (await first.query<T>(statement, given)).rows,
    measure: <T>(statement: Sql | Statement, given?: StatementOptions) =>
      first.query<T>(statement, given),
    run: (statement, given) => first.run(statement, given),
    async runOnShards(build, given) {
      const onShard = await namesOnShard()
      return sumStatistics(await Promise.all(hosts.map((host) => host.run(build(onShard), given))))
    },
    insert: (target, rows, given) => first.insert(target, rows, given),
    stream: (statement, format, given) => first.stream(statement, format, given),
    async dropDatabase() {
      await Promise.all(
        hosts.map((host) => host.run(sql`DROP DATABASE IF EXISTS ${id(database)} SYNC`)),
      )
    },
    async close() {
      await Promise.all(hosts.map((host) => host.close()))
    },
  }
}

function sumStatistics(all: readonly Statistics[]): Statistics {
  const sum = (pick: (s: Statistics) => number): number =>
    all.reduce((total, s) => total + pick(s), 0)
  return {
    queryId: all.map((s) => s.queryId).join(','),
    elapsedMs: Math.max(...all.map((s) => s.elapsedMs)),
    readRows: sum((s) => s.readRows),
    readBytes: sum((s) => s.readBytes),
    writtenRows: sum((s) => s.writtenRows),
    writtenBytes: sum((s) => s.writtenBytes),
  }
}

async function checkVersion(host: Host): Promise<string> {
  const { rows } = await host.query<{ version: string }>(sql`SELECT version() AS version`)
  const version = rows[0]?.version ?? '0'
  requireVersion({ engine: 'clickhouse', found: version, needed: OLDEST_VERSION })
  return version
}

async function ensureDatabase(host: Host, database: string): Promise<void> {
  try {
    const { rows } = await host.query(
      sql`SELECT name FROM system.databases WHERE name = ${value(database, 'String')}`,
    )
    // Looked for first, because a login may be allowed to use it and not to create it.
    if (rows.length === 0)
      await host.run(sql`CREATE DATABASE IF NOT EXISTS ${id(database)} ENGINE = Atomic`)
  } finally {
    await host.close()
  }
}

/** One address per shard. A shard with several replicas is refused: its rows would differ between them. */
async function shardUrls(host: Host, address: ClickHouseAddress): Promise<readonly string[]> {
  const { cluster } = address
  if (cluster === undefined) return [address.url]
  const { rows } = await host.query<{
    shard_num: number
    replicas: string
    host_name: string
  }>(sql`SELECT
    shard_num, count() AS replicas, any(host_name) AS host_name FROM system.clusters
    WHERE cluster = ${value(cluster.name, 'String')} GROUP BY shard_num ORDER BY shard_num`)
  const refuse = (reason: string): Failure =>
    new Failure(`cluster ${cluster.name}: ${reason}`, {
      code: 'store/cluster',
      params: { cluster: cluster.name, reason },
    })
  if (rows.length === 0) throw refuse('unknown-cluster')
  if (rows.some((row) => Number(row.replicas) > 1)) throw refuse('replicas')
  if (cluster.hosts.length > 0) {
    if (cluster.hosts.length !== rows.length) throw refuse('host-count')
    return cluster.hosts
  }
  const base = new URL(address.url)
  return rows.map(
    (row) => `${base.protocol}//${row.host_name}${base.port === '' ? '' : `:${base.port}`}`,
  )
}
