/** Statements on one ClickHouse host, through the official client. */
import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import {
  ClickHouseLogLevel,
  createClient,
  type ClickHouseSettings,
  type DataFormat,
  type RawDataFormat,
} from '@clickhouse/client'
import { id, join, print, sql, type Sql, type Statement } from '../../../core/sql/index.ts'
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

/** One host; `analytics.ts` offers the same over all. */
export interface Host {
  readonly name: string
  query<T>(
    statement: Sql | Statement,
    options?: StatementOptions,
  ): Promise<{ rows: T[]; statistics: Statistics }>
  run(statement: Sql | Statement, options?: StatementOptions): Promise<Statistics>
  insert(target: InsertTarget, rows: Readable, options?: StatementOptions): Promise<Statistics>
  stream(
    statement: Sql | Statement,
    format: StreamFormat,
    options?: StatementOptions,
  ): Promise<Readable>
  close(): Promise<void>
}

export interface InsertTarget {
  readonly table: string
  readonly columns?: readonly string[]
  /** Any input format of ClickHouse, such as `RowBinary`, `TabSeparated`, `JSONCompactEachRow`, `Parquet`. */
  readonly format: string
}

/** An output format of ClickHouse, such as `Parquet`, `CSVWithNames`, `RowBinary`, `ArrowStream`. */
export type StreamFormat = string

export interface HostOptions {
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
  // The engine is silent while it works; without these headers a proxy would close the connection.
  send_progress_in_http_headers: 1,
  http_headers_progress_interval_ms: '30000',
}
const DAY_MS = 86_400_000
/** What a reader may use where the server has no profile of ours. */
const READER_LIMITS: Settings = {
  readonly: 2,
  max_execution_time: 300,
  max_result_rows: 5_000_000,
  result_overflow_mode: 'throw',
}

/** Opens the connections to one host. */
export function openHost(options: HostOptions): Host {
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
    use_multipart_params_auto: true,
    log: { level: ClickHouseLogLevel.OFF },
  })

  const attempt = async <T extends { summary?: Summary }>(
    statement: Statement,
    given: StatementOptions | undefined,
    send: (common: ReturnType<typeof parameters>) => Promise<T>,
  ): Promise<T & { statistics: Statistics }> => {
    const common = parameters(address, statement, options.settings, given)
    const begun = performance.now()
    const kill = (): void => void killQuery(common.query_id)
    given?.signal?.addEventListener('abort', kill, { once: true })
    try {
      const result = await send(common)
      const statistics = toStatistics(common.query_id, performance.now() - begun, result.summary)
      observe?.({ text: statement.text, host: name, statistics })
      return { ...result, statistics }
    } catch (error) {
      const aborted = given?.signal?.aborted === true
      throw toFailure(error, { queryId: common.query_id, host: name, debug, aborted })
    } finally {
      given?.signal?.removeEventListener('abort', kill)
    }
  }
  const killQuery = async (queryId: string): Promise<void> => {
    const query = 'KILL QUERY WHERE query_id = {id:String} ASYNC'
    try {
      await client.command({ query, query_params: { id: queryId } })
    } catch {
      // It ended by itself, or the engine is gone and the statement with it.
    }
  }

  return {
    name,
    async query<T>(statement: Sql | Statement, given?: StatementOptions) {
      const printed = toStatement(statement)
      const { rows, statistics } = await attempt(printed, given, async (common) => {
        const result = await client.query({ ...ended(common), query: printed.text, format: 'JSON' })
        const body = await result.json<T>()
        const read = body.statistics
        return {
          rows: body.data,
          summary: {
            read_rows: String(read?.rows_read ?? 0),
            read_bytes: String(read?.bytes_read ?? 0),
          },
        }
      })
      return { rows, statistics }
    },
    async run(statement, given) {
      const printed = toStatement(statement)
      const { statistics } = await attempt(printed, given, (common) =>
        client.command({ ...ended(common), query: printed.text }),
      )
      return statistics
    },
    async insert({ table, columns, format }, rows, given) {
      const list =
        columns === undefined
          ? sql``
          : sql` (${join(
              columns.map((c) => id(c)),
              ', ',
            )})`
      const printed = print(sql`INSERT INTO ${id(database, table)}${list}`)
      const text = `${printed.text} FORMAT ${checkFormat(format)}`
      const { statistics } = await attempt({ text, params: {} }, given, async (common) => {
        const result = await client.exec({ ...ended(common), query: text, values: rows })
        for await (const _ of result.stream) continue
        return result
      })
      return statistics
    },
    async stream(statement, format, given) {
      const printed = toStatement(statement)
      const text = `${printed.text} FORMAT ${checkFormat(format)}`
      const { stream } = await attempt({ ...printed, text }, given, (common) =>
        client.exec({ ...common, query: text }),
      )
      return stream
    },
    close: () => client.close(),
  }
}

/**
 * Makes the engine answer when it has ended and not before: only then are its counts final, and only then can it
 * still say in words what went wrong.
 */
function ended<T extends { readonly clickhouse_settings: ClickHouseSettings }>(common: T): T {
  return {
    ...common,
    clickhouse_settings: { ...common.clickhouse_settings, wait_end_of_query: 1 },
  }
}

interface Summary {
  readonly read_rows?: string
  readonly read_bytes?: string
  readonly written_rows?: string
  readonly written_bytes?: string
}

function parameters(
  address: ClickHouseAddress,
  statement: Statement,
  settings: Settings,
  given: StatementOptions | undefined,
): {
  query_id: string
  query_params: Record<string, unknown>
  clickhouse_settings: ClickHouseSettings
  abort_signal?: AbortSignal
  auth?: { username: string; password: string }
} {
  const reading = given?.asRole === 'reader'
  const reader = reading ? address.reader : undefined
  const limits = reading && reader === undefined ? READER_LIMITS : {}
  return {
    query_id: randomUUID(),
    query_params: statement.params,
    clickhouse_settings: { ...settings, ...limits, ...given?.settings } as ClickHouseSettings,
    ...(given?.signal === undefined ? {} : { abort_signal: given.signal }),
    ...(reader === undefined ? {} : { auth: { username: reader.user, password: reader.password } }),
  }
}

function toStatement(statement: Sql | Statement): Statement {
  return 'kind' in statement ? print(statement) : statement
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

/** A format's name becomes part of the text, so it must be a name. */
function checkFormat(format: string): DataFormat | RawDataFormat {
  if (!/^[A-Za-z0-9]+$/.test(format)) throw new Error(`bug: format ${format}`)
  return format as DataFormat
}
