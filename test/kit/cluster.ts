/** Servers reached by URL, for tests: one with a password, or several that form a cluster on loopback. */
import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  connectSupervisor,
  type ConnectOptions,
  type SupervisorDoor,
} from '../../src/engine/store/index.ts'
import { removeDataDirectory } from './store.ts'

/** A ClickHouse that a store can be opened on by `clickhouseUrl`. */
export interface TestServer {
  readonly clickhouseUrl: string
  /** HTTP addresses of all hosts, for tests that look at one of them. */
  readonly hosts: readonly string[]
  readonly dataDirs: readonly string[]
  stop(): Promise<void>
}

const CLUSTER = 'shards'

/** One more ClickHouse, addressed by URL with a password. */
export async function startServer(): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tessera-server-'))
  const door = await open(dataDir)
  return toServer([door], [dataDir], '')
}

/** Several ClickHouse servers that know each other; rows are spread over them. */
export async function startCluster(shardCount = 3): Promise<TestServer> {
  const dataDirs = Array.from({ length: shardCount }, () =>
    mkdtempSync(join(tmpdir(), 'tessera-shard-')),
  )
  const shardPorts = await freePorts(shardCount)
  const doors: SupervisorDoor[] = []
  for (const [i, dataDir] of dataDirs.entries()) {
    const [first = ''] = dataDirs
    // Shards share one login, as they would in a real cluster.
    if (dataDir !== first) {
      mkdirSync(join(dataDir, 'run'), { mode: 0o700 })
      copyFileSync(join(first, 'run', 'secrets.json'), join(dataDir, 'run', 'secrets.json'))
    }
    const cluster = { name: CLUSTER, secret: 'loopback', tcpPort: shardPorts[i] ?? 0, shardPorts }
    doors.push(await open(dataDir, { cluster }))
  }
  const hosts = doors.map((door) => new URL(door.endpoints.clickhouse.url).host)
  return toServer(doors, dataDirs, `?cluster=${CLUSTER}&hosts=${hosts.join(',')}`)
}

async function open(path: string, more: Partial<ConnectOptions> = {}): Promise<SupervisorDoor> {
  return await connectSupervisor({
    path,
    command: 'test server',
    lingerMs: 20_000,
    engines: ['clickhouse'],
    ...more,
  })
}

function toServer(
  doors: readonly SupervisorDoor[],
  dataDirs: readonly string[],
  query: string,
): TestServer {
  const [first] = doors
  if (first === undefined) throw new Error('a server has at least one host')
  const { url, admin } = first.endpoints.clickhouse
  return {
    clickhouseUrl: `http://${admin.user}:${encodeURIComponent(admin.password)}@${new URL(url).host}/${query}`,
    hosts: doors.map((door) => door.endpoints.clickhouse.url),
    dataDirs,
    async stop() {
      for (const door of doors) door.close()
      await Promise.all(dataDirs.map(removeDataDirectory))
    },
  }
}

/** All are held open until the last is found, so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer()
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      return server
    }),
  )
  return await Promise.all(
    servers.map(async (server) => {
      const address = server.address()
      await new Promise((resolve) => server.close(resolve))
      return typeof address === 'object' && address !== null ? address.port : 0
    }),
  )
}
