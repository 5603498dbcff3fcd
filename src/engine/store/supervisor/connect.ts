/** A door's way to the engines of a data directory: the supervisor that runs, or a new one. */
import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createConnection, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from '../../../core/base/index.ts'
import { dataDirectory, type DataDirectory, prepareDataDirectory } from './data-directory.ts'
import { childEnvironment, entryFile } from './entry.ts'
import { isLockFree, readHolder } from './lock.ts'
import {
  type DoorMessage,
  type Endpoints,
  type EngineName,
  EXIT_LOCKED,
  isMessage,
  onMessages,
  PROTOCOL_VERSION,
  type SupervisorArguments,
  type SupervisorMessage,
  type SupervisorStatus,
} from './protocol.ts'

/** An open door: the engines stay up as long as it is. */
export interface SupervisorDoor {
  readonly endpoints: Endpoints
  /** The supervisor went away, and the engines with it: they must be opened anew. */
  isLost(): boolean
  close(): void
}

export interface ConnectOptions extends SupervisorArguments {
  readonly path: string
  /** How long the engines stay up after this door, if it is the last. */
  readonly lingerMs: number
  /** How long a holder of the data directory may stay silent, while it starts or stops, before we give up. */
  readonly patienceMs?: number
  /** How long a supervisor may take to greet. */
  readonly greetingMs?: number
  /** Which engines are needed; both unless said. */
  readonly engines?: readonly EngineName[]
}

/** How long a first start may take before we say that it failed. */
const OPEN_LIMIT_MS = 90_000
/** A supervisor greets whoever comes at once; one that does not is stopped or hangs. */
const GREETING_MS = 10_000
/** Stopping takes at most this long, and starting never gets the lock without answering. */
const PATIENCE_MS = 20_000
const RETRY_MS = 40

/** Connects to the supervisor of a data directory, starting one when there is none. */
export async function connectSupervisor(options: ConnectOptions): Promise<SupervisorDoor> {
  const place = dataDirectory(options.path)
  prepareDataDirectory(place)
  const begun = performance.now()
  let started: StartedSupervisor | undefined
  let heldSince: number | undefined
  for (;;) {
    const socket = await tryConnect(place.controlSocket)
    if (socket !== undefined) {
      const waitMs = OPEN_LIMIT_MS - (performance.now() - begun)
      const door = await enter(socket, { ...options, place, waitMs })
      if (door !== undefined) return door
    }
    const exit = started?.exit()
    if (started === undefined || exit === EXIT_LOCKED) {
      heldSince = exit === EXIT_LOCKED ? (heldSince ?? performance.now()) : undefined
      started = startSupervisor(place, options)
    } else if (exit !== undefined && exit !== 0) throw startFailure(place, started.reason())
    else if (exit === 0) started = undefined
    if (
      heldSince !== undefined &&
      performance.now() - heldSince > (options.patienceMs ?? PATIENCE_MS)
    )
      throw lockedFailure(place)
    if (performance.now() - begun > OPEN_LIMIT_MS) throw startFailure(place, 'no answer')
    await sleep(RETRY_MS)
  }
}

/** Asks the supervisor about itself; undefined when none answers. */
export async function supervisorStatus(path: string): Promise<SupervisorStatus | undefined> {
  const socket = await tryConnect(dataDirectory(path).controlSocket)
  if (socket === undefined) return undefined
  return await new Promise((resolve) => {
    socket.setTimeout(2000, () => socket.destroy())
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(undefined))
    onMessages(socket, (message) => {
      if (!isMessage<SupervisorMessage>(message, ['status']) || message.kind !== 'status') return
      resolve(message.status)
      socket.destroy()
    })
    send(socket, { kind: 'status' })
  })
}

/** Stops the engines of a data directory now, whoever uses them, and waits until they are gone. */
export async function stopSupervisor(path: string, waitMs = 30_000): Promise<void> {
  const place = dataDirectory(path)
  const end = performance.now() + waitMs
  const socket = await tryConnect(place.controlSocket)
  if (socket !== undefined) {
    socket.on('error', () => undefined)
    send(socket, { kind: 'stop' })
  }
  while (!isLockFree(place.lockFile)) {
    if (performance.now() > end) throw lockedFailure(place)
    await sleep(20)
  }
  socket?.destroy()
}

async function tryConnect(path: string): Promise<Socket | undefined> {
  return await new Promise((resolve) => {
    const socket = createConnection(path)
    socket.once('error', () => resolve(undefined))
    socket.once('connect', () => resolve(socket))
  })
}

/** Says hello and waits for the engines; undefined when the supervisor went away meanwhile. */
async function enter(
  socket: Socket,
  options: ConnectOptions & { readonly place: DataDirectory; readonly waitMs: number },
): Promise<SupervisorDoor | undefined> {
  const { place, waitMs, greetingMs = GREETING_MS } = options
  return await new Promise((resolve, reject) => {
    const fail = (failure: Failure): void => {
      reject(failure)
      socket.destroy()
    }
    const ungreeted = setTimeout(() => fail(lockedFailure(place)), greetingMs)
    socket.setTimeout(Math.max(waitMs, 1), () => socket.destroy())
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(ungreeted)
      resolve(undefined)
    })
    onMessages(socket, (message) => {
      if (!isMessage<SupervisorMessage>(message, ['hello', 'ready', 'failed'])) return
      clearTimeout(ungreeted)
      if (message.kind === 'hello' && message.protocol !== PROTOCOL_VERSION) {
        const { pid, command } = message.holder
        fail(
          new Failure('another version of Tessera runs on this data', {
            code: 'store/supervisor-version',
            params: { pid, command, theirs: message.protocol, ours: PROTOCOL_VERSION },
          }),
        )
      } else if (message.kind === 'failed') {
        const { code, params } = message
        fail(new Failure(message.message, { code, params }))
      } else if (message.kind === 'ready') {
        socket.setTimeout(0)
        // The open socket is what keeps the engines up; it must not keep this process up.
        socket.unref()
        resolve({
          endpoints: message.endpoints,
          // Its end of the line closes when it stops and when it is killed.
          isLost: () => socket.destroyed || socket.readyState !== 'open',
          close: () => socket.destroy(),
        })
      }
    })
    send(socket, {
      kind: 'hello',
      protocol: PROTOCOL_VERSION,
      command: `${options.command} (pid ${process.pid})`,
      lingerMs: options.lingerMs,
      engines: options.engines ?? ['clickhouse', 'postgres'],
    })
  })
}

function send(socket: Socket, message: DoorMessage): void {
  socket.write(`${JSON.stringify(message)}\n`)
}

interface StartedSupervisor {
  /** Exit status; undefined while it runs. */
  exit(): number | undefined
  reason(): string
}

function startSupervisor(place: DataDirectory, options: ConnectOptions): StartedSupervisor {
  const { command, httpPort, cluster } = options
  const passed: SupervisorArguments = {
    command,
    ...(httpPort === undefined ? {} : { httpPort }),
    ...(cluster === undefined ? {} : { cluster }),
  }
  const errors = `${place.log}.err`
  const fd = openSync(errors, 'a', 0o600)
  const child: ChildProcess = spawn(
    process.execPath,
    [entryFile('main'), place.root, JSON.stringify(passed)],
    { detached: true, stdio: ['ignore', fd, fd], env: childEnvironment(), cwd: place.root },
  )
  closeSync(fd)
  let exit: number | undefined
  let reason: string | undefined
  child.on('exit', (code, signal) => {
    exit = code ?? -1
    if (code === null) reason = `ended by ${signal}`
  })
  child.on('error', (error) => {
    exit = -1
    reason = error.message
  })
  child.unref()
  return { exit: () => exit, reason: () => reason ?? lastLine(errors) }
}

function lastLine(file: string): string {
  try {
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => /^\S*Error\b/.test(line))
    return lines.at(-1) ?? 'unknown'
  } catch {
    return 'unknown'
  }
}

function startFailure(place: DataDirectory, reason: string): Failure {
  return new Failure(`the supervisor did not start: ${reason}`, {
    code: 'store/supervisor-start',
    params: { path: place.root, reason },
  })
}

function lockedFailure(place: DataDirectory): Failure {
  const holder = readHolder(place.lockFile)
  return new Failure('another process holds the data directory and does not answer', {
    code: 'store/locked',
    params: {
      path: place.root,
      pid: holder?.pid ?? 0,
      command: holder?.command ?? '?',
      startedAt: holder?.startedAt ?? '?',
    },
  })
}
