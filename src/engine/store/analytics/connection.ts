/** One client of ClickHouse: sends a statement, counts it, kills it on abort, and says what went wrong. */
import { randomUUID } from 'node:crypto'
import {
  ClickHouseLogLevel,
  createClient,
  type ClickHouseClient,
  type ClickHouseSettings,
} from '@clickhouse/client'
import type { Failure } from '../../../core/base/index.ts'
import type { Statement } from '../../../core/sql/index.ts'
import type { ClickHouseAddress } from '../address.ts'
import { toFailure } from './fault.ts'

/** Who runs a statement: `reader` cannot write and is held to limits of time, memory and rows. */
export type Role = 'admin' | 'reader'

/** Settings of ClickHouse by name. */
export type Settings = Readonly<Record<string, string | number | boolean>>

export interface StatementOptions {
  readonly asRole?: Role
  /** Aborting also kills the statement inside the engine. */
  readonly signal?: AbortSignal
  readonly settings?: Settings
}

/** What a statement cost, as the engine counted it. */
export interface Statistics {
  readonly queryId: string
  readonly elapsedMs: number
  readonly readRows: number
  readonly readBytes: number
  readonly writtenRows: number
  readonly writtenBytes: number
}

/** One finished statement, for those who count and time them. */
export interface StatementEvent {
  readonly text: string
  readonly host: string
  readonly statistics: Statistics
}

/** What connecting needs. */
export interface ConnectionOptions {
  readonly address: ClickHouseAddress
  readonly database: string
  readonly debug: boolean
  /** Settings that every statement of this store needs. */
  readonly settings: Settings
  readonly observe?: (event: StatementEvent) => void
}

/** Every number survives JSON, every instant is UTC, and nothing ends a long statement but its caller. */
const ALWAYS: ClickHouseSettings = {
  output_format_json_quote_64bit_integers: 1,
  output_format_json_quote_decimals: 1,
  session_timezone: 'UTC',
  // From its third run on, a compiled min() or max() takes instants before 1970 for the latest of all.
  compile_aggregate_expressions: 0,
  // Looking a million keys up in the index, to find that it leaves out nothing, takes three times as long as reading all rows.
  use_index_for_in_with_subqueries_max_values: '100000',
  // The engine is silent while it works; without these headers a proxy would close the connection.
  send_progress_in_http_headers: 1,
  http_headers_progress_interval_ms: '30000',
}
const DAY_MS = 86_400_000
/** Many values travel beside the text in a form, whose fields the engine holds to 128 KiB; a longer text leaves them to the address. */
const LONGEST_FIELD_BYTES = 120_000
/** What a reader may use where the server has no profile of ours. */
const READER_LIMITS: Settings = {
  readonly: 2,
  max_execution_time: 300,
  max_result_rows: 5_000_000,
  result_overflow_mode: 'throw',
}

/** An open client. */
export interface Connection {
  readonly name: string
  readonly client: ClickHouseClient
  /** Sends one statement; throws Failures only. */
  attempt<T extends { summary?: Summary }>(
    statement: Statement,
    given: StatementOptions | undefined,
    send: (common: CommonParameters) => Promise<T>,
  ): Promise<T & { statistics: Statistics; fault: (error: unknown) => Failure }>
}

/** Opens a client; nothing is sent yet. */
export function connect(options: ConnectionOptions): Connection {
  const { address, database, debug, observe } = options
  const name = new URL(address.url).host
  const client = createClient({
    url: address.url,
    username: address.user,
    password: address.password,
    database,
    request_timeout: DAY_MS,
    max_open_connections: 32,
    application: 'tessera',
    clickhouse_settings: ALWAYS,
    log: { level: ClickHouseLogLevel.OFF },
  })
  return {
    name,
    client,
    async attempt(statement, given, send) {
      const common = parameters(address, statement, options.settings, given)
      const queryId = common.query_id
      const signal = given?.signal
      const fault = (error: unknown): Failure =>
        toFailure(error, { queryId, host: name, debug, aborted: signal?.aborted === true })
      if (signal?.aborted === true) throw fault(signal.reason)
      const begun = performance.now()
      const kill = (): void => void killQuery(client, queryId)
      signal?.addEventListener('abort', kill, { once: true })
      try {
        const result = await send(common)
        const statistics = toStatistics(queryId, performance.now() - begun, result.summary)
        observe?.({ text: statement.text, host: name, statistics })
        return { ...result, statistics, fault }
      } catch (error) {
        throw fault(error)
      } finally {
        signal?.removeEventListener('abort', kill)
      }
    },
  }
}

/** Closing the connection ends a read inside the engine, but not a write. */
async function killQuery(client: ClickHouseClient, queryId: string): Promise<void> {
  const query = 'KILL QUERY WHERE query_id = {id:String} ASYNC'
  try {
    await client.command({ query, query_params: { id: queryId } })
  } catch {
    // It ended by itself, or the engine is gone and the statement with it.
  }
}

interface Summary {
  readonly read_rows?: string
  readonly read_bytes?: string
  readonly written_rows?: string
  readonly written_bytes?: string
}

/** What every request to the client carries. */
export interface CommonParameters {
  readonly query_id: string
  readonly query_params: Record<string, unknown>
  readonly use_multipart_params_auto: boolean
  readonly clickhouse_settings: ClickHouseSettings
  readonly abort_signal?: AbortSignal
  readonly auth?: { username: string; password: string }
}

function parameters(
  address: ClickHouseAddress,
  statement: Statement,
  settings: Settings,
  given: StatementOptions | undefined,
): CommonParameters {
  const reading = given?.asRole === 'reader'
  const reader = reading ? address.reader : undefined
  const limits = reading && reader === undefined ? READER_LIMITS : {}
  return {
    query_id: randomUUID(),
    query_params: statement.params,
    use_multipart_params_auto: Buffer.byteLength(statement.text) <= LONGEST_FIELD_BYTES,
    clickhouse_settings: { ...settings, ...limits, ...given?.settings } as ClickHouseSettings,
    ...(given?.signal === undefined ? {} : { abort_signal: given.signal }),
    ...(reader === undefined ? {} : { auth: { username: reader.user, password: reader.password } }),
  }
}

function toStatistics(
  queryId: string,
  elapsedMs: number,
  summary: Summary | undefined,
): Statistics {
  return {
    queryId,
    elapsedMs,
    readRows: Number(summary?.read_rows ?? 0),
    readBytes: Number(summary?.read_bytes ?? 0),
    writtenRows: Number(summary?.written_rows ?? 0),
    writtenBytes: Number(summary?.written_bytes ?? 0),
  }
}
