/** Listens on loopback for one programme, and says where, so that a second start finds the first. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Failure } from '../core/base/index.ts'
import { keepModels } from '../engine/insight/index.ts'
import {
  accessKey,
  createCollector,
  createJobs,
  forgetServer,
  keepProgramme,
  rememberServer,
  type OpenProgramme,
} from '../engine/run/index.ts'
import { buildApp } from './app.ts'
import { collectDoor } from './routes/collect.ts'

export interface ServeOptions {
  readonly programme: OpenProgramme
  readonly version: string
  /** Absent: the usual port, or the next free one. 0: any free one. */
  readonly port?: number
  readonly consoleFolder?: string
}

/** A server that runs. */
export interface Serving {
  readonly port: number
  readonly key: string
  /** The address with the key in its fragment, which browsers never send on. */
  readonly url: string
  /** Stops taking requests, cancels jobs, waits for what is under way. */
  close(): Promise<void>
}

const USUAL_PORT = 8790
const PORTS_TRIED = 20
const HOST = '127.0.0.1'
/** Requests under way get this long before their connections are cut. */
const GRACE_MS = 3000

/** Starts to serve. Throws `run/port-busy` when the asked port is taken. */
export async function serveProgramme(options: ServeOptions): Promise<Serving> {
  const { programme } = options
  const key = accessKey(programme.dataDir)
  const jobs = createJobs()
  const keeper = keepProgramme(programme)
  const clerk = keepModels(programme)
  const collector = createCollector(programme, { onArrival: () => keeper.nudge() })
  let port = 0
  const app = buildApp({
    programme,
    jobs,
    keeper,
    collector,
    key,
    version: options.version,
    port: () => port,
    consoleFolder: options.consoleFolder,
  })
  const others = getRequestListener(app.fetch)
  const collects = collectDoor(collector, () => port)
  const server = createServer((request, response) => {
    if (!collects(request, response)) void others(request, response)
  })
  // Uploads may take as long as they take.
  server.requestTimeout = 0
  port = await listen(server, options.port)
  const url = `http://${HOST}:${port}/#key=${key}`
  rememberServer(programme.dataDir, { url, port, pid: process.pid })
  return {
    port,
    key,
    url,
    async close() {
      forgetServer(programme.dataDir)
      await jobs.close()
      await closed(server)
      await collector.close()
      await clerk.close()
      await keeper.close()
    },
  }
}

async function listen(server: Server, asked: number | undefined): Promise<number> {
  const tries = asked === undefined ? PORTS_TRIED : 1
  for (let i = 0; i < tries; i++) {
    const port = asked ?? USUAL_PORT + i
    if (await listenOn(server, port)) return (server.address() as AddressInfo).port
  }
  const port = asked ?? USUAL_PORT
  throw new Failure(`port ${port} is in use`, {
    code: 'run/port-busy',
    params: { port: String(port) },
  })
}

async function listenOn(server: Server, port: number): Promise<boolean> {
  return await new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false)
      else reject(error)
    }
    server.once('error', fail)
    server.listen(port, HOST, () => {
      server.removeListener('error', fail)
      resolve(true)
    })
  })
}

async function closed(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
}
