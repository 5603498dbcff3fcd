/** Opens both doors to data: given by URL, or local and supervised. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, DatabaseError } from 'pg'
import { assert, Failure } from '../../core/base/index.ts'
import { parseClickHouseUrl, parsePostgresUrl, type ClickHouseAddress } from './address.ts'
import { openAnalytics, type Analytics } from './analytics/analytics.ts'
import type { StatementEvent } from './analytics/connection.ts'
import { withFailures } from './ledger/fault.ts'
import { openLedger, type Ledger, type LedgerOptions } from './ledger/ledger.ts'
import { connectSupervisor, type SupervisorDoor } from './supervisor/connect.ts'
import type { Endpoints } from './supervisor/protocol.ts'

/** Both doors. */
export interface Store {
  readonly analytics: Analytics
  readonly ledger: Ledger
  /** The local engines went away with their supervisor; nothing but opening anew brings them back. */
  isLost(): boolean
  /** Leaves; the engines stop when nobody is left and the linger time is over. */
  close(): Promise<void>
}

export interface StoreOptions {
  /** Where local engines keep their data; may be absent when both URLs are given. */
  readonly dataDir?: string
  /** `https?://user:password@host:port/database?cluster=name&hosts=host:port,...` */
  readonly clickhouseUrl?: string
  readonly postgresUrl?: string
  /** `[a-z0-9_-]`; names the database and schema `tessera_<id>`. */
  readonly programmeId: string
  /** What this process does, shown to those who wait for it. */
  readonly command?: string
  /** How long local engines stay up after the last door is closed. */
  readonly lingerMs?: number
  /** Keep the engines' own words as `cause` of failures; they may quote data. For development and tests. */
  readonly debug?: boolean
  /** Called after each analytics statement. */
  readonly observe?: (event: StatementEvent) => void
}

/** Engines that were just killed are noticed by their supervisor and started anew within this time. */
const COMING_UP_MS = 15_000
const LOOK_AGAIN_MS = 100
/** Long enough for the next command typed by hand, short enough to give the memory back. */
const LINGER_MS = 15_000
const LOCAL_DATABASE = 'tessera'

/**
 * Opens the store of a programme. Cost: about a second when engines must be started, else some 20 ms. Local engines
 * that go down or come up at this moment are waited for.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const isLocal = options.clickhouseUrl === undefined || options.postgresUrl === undefined
  const begun = performance.now()
  for (;;) {
    try {
      return await openOnce(options)
    } catch (error) {
      const isComingUp = error instanceof Failure && error.code === 'store/engine-down'
      if (!isLocal || !isComingUp || performance.now() - begun > COMING_UP_MS) throw error
      await sleep(LOOK_AGAIN_MS)
    }
  }
}

async function openOnce(options: StoreOptions): Promise<Store> {
  const { programmeId, clickhouseUrl, postgresUrl } = options
  assert(/^[a-z0-9_-]{1,48}$/.test(programmeId), 'a programme id is [a-z0-9_-]{1,48}')
  const name = `tessera_${programmeId.replaceAll('-', '_')}`
  const command = options.command ?? 'tessera'
  const address = clickhouseUrl === undefined ? undefined : parseClickHouseUrl(clickhouseUrl)
  const connection = postgresUrl === undefined ? undefined : { url: parsePostgresUrl(postgresUrl) }
  const door =
    address === undefined || connection === undefined ? await openDoor(options, command) : undefined
  try {
    const ledger = await openLedger({
      connection: connection ?? (await localConnection(door)),
      schema: name,
      command,
    })
    try {
      const analytics = await openAnalytics({
        address: address ?? localAddress(door),
        database: address?.database ?? name,
        debug: options.debug ?? false,
        ...(options.observe === undefined ? {} : { observe: options.observe }),
      })
      return {
        analytics,
        ledger,
        isLost: () => door?.isLost() ?? false,
        close: () => leave({ analytics, ledger, door }),
      }
    } catch (error) {
      await ledger.close()
      throw error
    }
  } catch (error) {
    door?.close()
    throw error
  }
}

async function leave(all: {
  readonly analytics: Analytics
  readonly ledger: Ledger
  readonly door: SupervisorDoor | undefined
}): Promise<void> {
  await Promise.all([all.analytics.close(), all.ledger.close()])
  all.door?.close()
}

async function openDoor(options: StoreOptions, command: string): Promise<SupervisorDoor> {
  if (options.dataDir === undefined)
    throw new Failure('local engines need a data directory', { code: 'store/no-data-directory' })
  return await connectSupervisor({
    path: options.dataDir,
    command,
    lingerMs: options.lingerMs ?? LINGER_MS,
    engines: [
      ...(options.clickhouseUrl === undefined ? ['clickhouse' as const] : []),
      ...(options.postgresUrl === undefined ? ['postgres' as const] : []),
    ],
  })
}

function localAddress(door: SupervisorDoor | undefined): ClickHouseAddress {
  assert(door !== undefined, 'a local engine needs its supervisor')
  const { url, admin, reader } = door.endpoints.clickhouse
  return { url, ...admin, reader }
}

async function localConnection(
  door: SupervisorDoor | undefined,
): Promise<LedgerOptions['connection']> {
  assert(door !== undefined, 'a local engine needs its supervisor')
  const { postgres } = door.endpoints
  await ensureLocalDatabase(postgres)
  return { ...postgres, database: LOCAL_DATABASE }
}

/** The database that holds all programmes' schemas; made when it is not there. */
async function ensureLocalDatabase(login: Endpoints['postgres']): Promise<void> {
  const client = new Client({ ...login, database: 'postgres' })
  client.on('error', () => undefined)
  await withFailures(async () => {
    try {
      await client.connect()
      const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [
        LOCAL_DATABASE,
      ])
      if (found.rowCount === 0) await client.query(`CREATE DATABASE ${LOCAL_DATABASE}`)
    } catch (error) {
      // Two processes may have seen it absent at once; the second finds it made.
      if (!(error instanceof DatabaseError && (error.code === '42P04' || error.code === '23505')))
        throw error
    } finally {
      await client.end().catch(() => undefined)
    }
  })
}
