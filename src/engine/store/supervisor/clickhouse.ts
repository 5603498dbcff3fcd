/** How the local ClickHouse server is configured and run. */
import { spawn } from 'node:child_process'
import { openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { platformKey, tryResolveLibchdb } from 'chdb/libchdb'
import { Failure } from '../../../core/base/index.ts'
import { writeClickHouseConfig, type ClusterConfig } from './clickhouse-config.ts'
import { type DataDirectory, type Secrets, writePrivate } from './data-directory.ts'
import { childEnvironment, entryFile } from './entry.ts'
import type { EngineRecipe } from './keeper.ts'
import { endProcess, processName, type ProcessName } from './process.ts'

/** The server stays up for as long as this query runs; it costs one wake-up a second. */
const SERVE_FOREVER =
  'SELECT count() FROM system.numbers WHERE NOT ignore(sleepEachRow(1)) ' +
  'SETTINGS max_block_size = 1, function_sleep_max_microseconds_per_block = 0'

export interface ClickHouseOptions {
  readonly place: DataDirectory
  readonly secrets: Secrets
  readonly httpPort: number
  /** Makes this server one shard of a cluster on loopback. */
  readonly cluster?: ClusterConfig
}

/** Runs ClickHouse from the library in the `chdb` package, on loopback, over HTTP. */
export function clickHouseRecipe({
  place,
  secrets,
  httpPort,
  cluster,
}: ClickHouseOptions): EngineRecipe {
  const pidFile = join(place.run, 'clickhouse.pid')
  return {
    name: 'clickhouse',
    stopSignals: ['SIGTERM'],
    async prepare() {
      requireLibrary()
      await endOrphan(pidFile)
      writeClickHouseConfig({ place, secrets, ...(cluster === undefined ? {} : { cluster }) })
    },
    launch() {
      const log = openSync(join(place.run, 'clickhouse.out.log'), 'w', 0o600)
      const listen = `SYSTEM START LISTEN HTTP;${cluster === undefined ? '' : ' SYSTEM START LISTEN TCP;'}`
      const child = spawn(
        process.execPath,
        [
          entryFile('clickhouse-child'),
          `--path=${place.clickhouse}`,
          '--listen_host=127.0.0.1',
          `--http_port=${httpPort}`,
          ...(cluster === undefined ? [] : [`--tcp_port=${cluster.tcpPort}`]),
          // Finer levels log statements and the data they failed on. From the file the level does not apply.
          '--log-level=fatal',
          `--logger.log=${join(place.run, 'clickhouse.log')}`,
          `--config-file=${join(place.run, 'clickhouse.xml')}`,
          '--query',
          `${listen} ${SERVE_FOREVER}`,
        ],
        { stdio: ['ignore', log, log], env: childEnvironment(), cwd: place.clickhouse },
      )
      const name = child.pid === undefined ? undefined : processName(child.pid)
      if (name !== undefined) writePrivate(pidFile, JSON.stringify(name))
      child.on('exit', () => rmSync(pidFile, { force: true }))
      return child
    },
    async isReady(limitMs) {
      try {
        const answer = await fetch(`http://127.0.0.1:${httpPort}/ping`, {
          signal: AbortSignal.timeout(limitMs),
        })
        return (await answer.text()).startsWith('Ok')
      } catch {
        return false
      }
    },
  }
}

function requireLibrary(): void {
  if (tryResolveLibchdb() !== undefined) return
  throw new Failure('ClickHouse for this machine is not installed', {
    code: 'store/engine-missing',
    params: { engine: 'clickhouse', package: clickHousePackage() },
  })
}

/** The package for this machine. */
export function clickHousePackage(): string {
  return `@chdb/lib-${platformKey()}`
}

/** The server a killed supervisor left behind, if it still lives. */
export function clickHouseOrphan(pidFile: string): ProcessName | undefined {
  try {
    const name: unknown = JSON.parse(readFileSync(pidFile, 'utf8'))
    if (typeof name !== 'object' || name === null || !('pid' in name) || !('started' in name))
      return undefined
    const living = typeof name.pid === 'number' ? processName(name.pid) : undefined
    return living?.started === name.started ? living : undefined
  } catch {
    return undefined
  }
}

async function endOrphan(pidFile: string): Promise<void> {
  const orphan = clickHouseOrphan(pidFile)
  if (orphan !== undefined) await endProcess(orphan, ['SIGTERM', 'SIGKILL'], 5000)
}
