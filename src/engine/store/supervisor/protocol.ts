/** What doors and supervisor say to each other over the control socket: one JSON object per line. */
import type { ClusterConfig } from './clickhouse-config.ts'
import type { Holder } from './lock.ts'

/** Raised when either side could misunderstand the other. */
export const PROTOCOL_VERSION = 1

/** What the starter passes on the command line. */
export interface SupervisorArguments {
  /** The command that started us, for those who ask who holds the lock. */
  readonly command: string
  readonly httpPort?: number
  readonly cluster?: ClusterConfig
}

/** Exit status when another supervisor holds the data directory (EX_TEMPFAIL of sysexits.h). */
export const EXIT_LOCKED = 75

/** The engines a supervisor can run. */
export type EngineName = 'clickhouse' | 'postgres'

/** Where the engines of a data directory answer. */
export interface Endpoints {
  readonly clickhouse: {
    readonly url: string
    readonly admin: { readonly user: string; readonly password: string }
    readonly reader: { readonly user: string; readonly password: string }
  }
  readonly postgres: {
    readonly host: string
    readonly port: number
    readonly user: string
    readonly password: string
  }
}

/** From a door: who it is; how long the engines shall outlive it; or that they shall stop now. */
export type DoorMessage =
  | {
      readonly kind: 'hello'
      readonly protocol: number
      readonly command: string
      readonly lingerMs: number
      /** The engines it needs; they are started on first need. */
      readonly engines: readonly EngineName[]
    }
  | { readonly kind: 'status' }
  | { readonly kind: 'stop' }

/** From the supervisor. */
export type SupervisorMessage =
  | { readonly kind: 'hello'; readonly protocol: number; readonly holder: Holder }
  | { readonly kind: 'ready'; readonly endpoints: Endpoints }
  | {
      readonly kind: 'failed'
      readonly code: string
      readonly message: string
      readonly params: Readonly<Record<string, string | number>>
    }
  | { readonly kind: 'status'; readonly status: SupervisorStatus }

/** What a supervisor tells about itself; holds no secret. */
export interface SupervisorStatus {
  readonly holder: Holder
  readonly doors: readonly string[]
  readonly engines: readonly EngineName[]
  readonly clickhousePort: number
  readonly postgresPort: number
  readonly restarts: { readonly clickhouse: number; readonly postgres: number }
}

/** Splits a byte stream into messages. A line that is not ours ends the connection. */
export function onMessages(
  socket: NodeJS.ReadableStream & { destroy(error?: Error): unknown },
  handle: (message: unknown) => void,
): void {
  let rest = ''
  socket.setEncoding('utf8')
  socket.on('data', (chunk: string | Buffer) => {
    const lines = (rest + String(chunk)).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      try {
        handle(JSON.parse(line))
      } catch (cause) {
        socket.destroy(cause instanceof Error ? cause : new Error('unreadable message'))
        return
      }
    }
  })
}

/** Narrows what came over the socket. */
export function isMessage<M extends DoorMessage | SupervisorMessage>(
  value: unknown,
  kinds: readonly M['kind'][],
): value is M {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    kinds.some((kind) => kind === value.kind)
  )
}
