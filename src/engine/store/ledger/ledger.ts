/** The door to configuration and bookkeeping: PostgreSQL through kysely, one schema per programme. */
import { hostname } from 'node:os'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { Client, type CustomTypesConfig, Pool, types, type ClientConfig } from 'pg'
import { Failure } from '../../../core/base/index.ts'
import { MIGRATIONS } from '../migrations/index.ts'
import { requireVersion } from '../version.ts'
import { toLedgerFailure, withFailures } from './fault.ts'
import { withLocks, type Lock, type LockMode, type LockOptions } from './lock.ts'
import type { LedgerSchema } from './schema.ts'

/** The ledger of one programme. */
export interface Ledger {
  /** The typed query builder, on the programme's schema. */
  readonly db: Kysely<LedgerSchema>
  readonly version: string
  /** Runs database work, turning the world's faults (server gone, disk full) into Failures. */
  guard<T>(work: () => Promise<T>): Promise<T>
  /** Holds a lock across processes while `work` runs; see `LockOptions`. */
  withLock<T>(
    name: string,
    mode: LockMode,
    work: (lost: AbortSignal) => Promise<T>,
    options?: LockOptions,
  ): Promise<T>
  /** Holds several, taken in this order, on one connection. */
  withLocks<T>(
    locks: readonly Lock[],
    work: (lost: AbortSignal) => Promise<T>,
    options?: LockOptions,
  ): Promise<T>
  /** Drops the programme's schema with all it holds. */
  dropSchema(): Promise<void>
  close(): Promise<void>
}

export interface LedgerOptions {
  readonly connection:
    | { readonly url: string }
    | {
        readonly host: string
        readonly port: number
        readonly user: string
        readonly password: string
        readonly database: string
      }
  /** The PostgreSQL schema that belongs to the programme. */
  readonly schema: string
  /** What this process does, for others who wait for it. */
  readonly command: string
}

/** bigint and count() are read as numbers: all of ours are counts and serial numbers below 2^53. */
const TYPES: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === types.builtins.INT8
      ? toSafeInteger
      : types.getTypeParser(oid, format)) as typeof types.getTypeParser,
}
/** The oldest PostgreSQL whose features we use and that is still maintained. */
const OLDEST_VERSION = [15]
const POOL_SIZE = 8
const CONNECT_LIMIT_MS = 15_000

/** Connects, checks the version, makes the schema and brings it up to date. */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  const config = toConfig(options)
  const pool = new Pool({
    ...config,
    max: POOL_SIZE,
    idleTimeoutMillis: 60_000,
    allowExitOnIdle: true,
  })
  // An idle connection may break at any time; the pool replaces it, and the next query tells if it cannot.
  pool.on('error', () => undefined)
  // So may one in use between two statements: the next one tells, and nobody's process ends for it.
  pool.on('connect', (client) => void client.on('error', () => undefined))
  const db = new Kysely<LedgerSchema>({ dialect: new PostgresDialect({ pool }) })
  const locks: Ledger['withLocks'] = async (names, work, given) =>
    await withLocks(
      { connect: () => new Client(config), scope: options.schema, locks: names },
      work,
      given,
    )
  const lock: Ledger['withLock'] = async (name, mode, work, given) =>
    await locks([{ name, mode }], work, given)
  try {
    const version = await withFailures(() => checkVersion(db))
    await lock('migration', 'exclusive', () => migrate(db, options.schema))
    return {
      db,
      version,
      guard: withFailures,
      withLock: lock,
      withLocks: locks,
      async dropSchema() {
        await withFailures(() =>
          sql`DROP SCHEMA IF EXISTS ${sql.id(options.schema)} CASCADE`.execute(db),
        )
      },
      close: () => db.destroy(),
    }
  } catch (error) {
    await db.destroy()
    throw toLedgerFailure(error) ?? error
  }
}

function toConfig({ connection, schema, command }: LedgerOptions): ClientConfig {
  const login = 'url' in connection ? { connectionString: connection.url } : connection
  return {
    ...login,
    types: TYPES,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    // PostgreSQL cuts names at 63 bytes; the process number must survive.
    application_name: `${command.slice(0, 24)} pid ${process.pid} on ${hostname().slice(0, 20)}`,
    options: `-c search_path=${schema} -c timezone=UTC -c client_min_messages=warning -c synchronous_commit=on`,
  }
}

async function checkVersion(db: Kysely<LedgerSchema>): Promise<string> {
  const { rows } = await sql<{ server_version: string }>`SHOW server_version`.execute(db)
  const version = rows[0]?.server_version ?? '0'
  requireVersion({ engine: 'postgres', found: version, needed: OLDEST_VERSION })
  return version
}

/** A ledger made by a newer Tessera has migrations we do not know: it is refused untouched. */
async function migrate(db: Kysely<LedgerSchema>, schema: string): Promise<void> {
  await sql`CREATE SCHEMA IF NOT EXISTS ${sql.id(schema)}`.execute(db)
  const known = new Set(Object.keys(MIGRATIONS))
  const found = await sql<{
    name: string | null
  }>`SELECT to_regclass('kysely_migration')::text AS name`.execute(db)
  if (found.rows[0]?.name != null) {
    const { rows } = await sql<{
      name: string
    }>`SELECT name FROM kysely_migration ORDER BY name`.execute(db)
    const unknown = rows.find((row) => !known.has(row.name))
    if (unknown !== undefined)
      throw new Failure('the ledger was made by a newer Tessera', {
        code: 'store/ledger-newer',
        params: { migration: unknown.name },
      })
    if (rows.length === known.size) return
  }
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => MIGRATIONS },
    // Else it takes another programme's tables for its own.
    migrationTableSchema: schema,
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}

function toSafeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error('bug: a ledger number beyond 2^53')
  return value
}
