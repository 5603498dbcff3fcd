/** Runs the engines of one data directory for as long as a door is open, and a little longer. */
import { appendFileSync, chmodSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { Failure } from '../../../core/base/index.ts'
import { clickHouseRecipe } from './clickhouse.ts'
import { LOCAL_ADMIN, LOCAL_READER, type ClusterConfig } from './clickhouse-config.ts'
import { type DataDirectory, type Secrets, readSecrets } from './data-directory.ts'
import { keepAlive, type Keeper } from './keeper.ts'
import type { Holder } from './lock.ts'
import { freePort } from './port.ts'
import { postgresRecipe, POSTGRES_USER } from './postgres.ts'
import {
  type DoorMessage,
  type Endpoints,
  type EngineName,
  isMessage,
  onMessages,
  PROTOCOL_VERSION,
  type SupervisorMessage,
  type SupervisorStatus,
} from './protocol.ts'

export interface SuperviseOptions {
  readonly place: DataDirectory
  readonly holder: Holder
  readonly httpPort?: number
  readonly cluster?: ClusterConfig
}

interface Door {
  readonly socket: Socket
  command: string
  lingerMs: number
}

/** Serves the control socket and runs the engines that doors need. Resolves when all has stopped. */
export async function supervise(options: SuperviseOptions): Promise<void> {
  const { place } = options
  const log = (line: string): void =>
    appendFileSync(place.log, `${new Date().toISOString()} ${line}\n`, { mode: 0o600 })
  const engines = await makeEngines(options, log)
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>()
  let isEnding = false
  const end = (): void => {
    isEnding = true
    finish()
  }
  const reception = receive({ ...options, engines, log, finish: end, isEnding: () => isEnding })
  await listen(reception.server, place.controlSocket)
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end)
  await finished
  log('stopping')
  reception.server.close()
  rmSync(place.controlSocket, { force: true })
  await Promise.all([engines.clickhouse.stop(), engines.postgres.stop()])
  log('stopped')
}

interface ReceptionOptions extends SuperviseOptions {
  readonly engines: Engines
  readonly log: (line: string) => void
  readonly finish: () => void
  readonly isEnding: () => boolean
}

/** How long a freshly started supervisor waits for the door that started it. */
const FIRST_DOOR_MS = 10_000

/** Counts the doors: answers each, starts what it needs, and ends all when the last has left long enough. */
function receive(options: ReceptionOptions): { readonly server: Server } {
  const { engines, holder, finish, isEnding, log } = options
  const doors = new Set<Door>()
  const started = new Map<EngineName, Promise<void>>()
  let failed = false
  let timer = setTimeout(finish, FIRST_DOOR_MS)
  const need = (engine: EngineName): Promise<void> => {
    const running = started.get(engine) ?? engines[engine].start()
    started.set(engine, running)
    return running
  }
  const welcome = async (door: Door, message: DoorMessage & { kind: 'hello' }): Promise<void> => {
    door.command = message.command
    door.lingerMs = message.lingerMs
    doors.add(door)
    clearTimeout(timer)
    try {
      await Promise.all(message.engines.map(need))
      send(door.socket, { kind: 'ready', endpoints: engines.endpoints })
    } catch (error) {
      failed = true
      const answer = toFailed(error)
      log(`failed: ${answer.code} ${answer.message}`)
      send(door.socket, answer)
    }
  }
  const status = (): SupervisorStatus => ({
    holder,
    doors: [...doors].map((door) => door.command),
    engines: [...started.keys()],
    clickhousePort: engines.httpPort,
    postgresPort: engines.postgresPort,
    restarts: { clickhouse: engines.clickhouse.restarts, postgres: engines.postgres.restarts },
  })
  const server = createServer((socket) => {
    const door: Door = { socket, command: '', lingerMs: 0 }
    send(socket, { kind: 'hello', protocol: PROTOCOL_VERSION, holder })
    onMessages(socket, (message) => {
      if (!isMessage<DoorMessage>(message, ['hello', 'status', 'stop'])) return
      if (message.kind === 'status') send(socket, { kind: 'status', status: status() })
      else if (message.kind === 'stop') finish()
      // Who comes while all is being stopped waits for the next supervisor.
      else if (isEnding()) socket.destroy()
      else void welcome(door, message)
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      if (!doors.delete(door) || doors.size > 0) return
      clearTimeout(timer)
      // After a failed start there is nothing worth keeping; the next door gets a fresh supervisor.
      timer = setTimeout(finish, failed ? 0 : door.lingerMs)
    })
  })
  return { server }
}

function send(socket: Socket, message: SupervisorMessage): void {
  if (socket.writable) socket.write(`${JSON.stringify(message)}\n`)
}

interface Engines {
  readonly clickhouse: Keeper
  readonly postgres: Keeper
  readonly httpPort: number
  readonly postgresPort: number
  readonly endpoints: Endpoints
}

async function makeEngines(
  { place, httpPort: wanted, cluster }: SuperviseOptions,
  log: (line: string) => void,
): Promise<Engines> {
  const secrets = readSecrets(place)
  const httpPort = wanted ?? (await freePort())
  const postgresPort = await freePort()
  const clickhouse = clickHouseRecipe({
    place,
    secrets,
    httpPort,
    ...(cluster === undefined ? {} : { cluster }),
  })
  return {
    clickhouse: keepAlive(clickhouse, log),
    postgres: keepAlive(postgresRecipe({ place, secrets, port: postgresPort }), log),
    httpPort,
    postgresPort,
    endpoints: toEndpoints(secrets, httpPort, postgresPort),
  }
}

function toEndpoints(secrets: Secrets, httpPort: number, postgresPort: number): Endpoints {
  return {
    clickhouse: {
      url: `http://127.0.0.1:${httpPort}`,
      admin: { user: LOCAL_ADMIN, password: secrets.clickhouse },
      reader: { user: LOCAL_READER, password: secrets.clickhouseReader },
    },
    postgres: {
      host: '127.0.0.1',
      port: postgresPort,
      user: POSTGRES_USER,
      password: secrets.postgres,
    },
  }
}

async function listen(server: Server, path: string): Promise<void> {
  // A socket file left by a killed supervisor: we hold the lock, so nobody listens on it.
  rmSync(path, { force: true })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  chmodSync(path, 0o600)
}

function toFailed(error: unknown): SupervisorMessage & { kind: 'failed' } {
  return error instanceof Failure
    ? { kind: 'failed', code: error.code, message: error.message, params: error.params }
    : {
        kind: 'failed',
        code: 'store/engine-start',
        message: error instanceof Error ? error.message : String(error),
        params: {
          engine: 'supervisor',
          reason: error instanceof Error ? error.message : String(error),
        },
      }
}
