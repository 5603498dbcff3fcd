/** Statements on one ClickHouse host, through the official client. */
import { PassThrough, type Readable } from 'node:stream'
import type { ClickHouseSettings } from '@clickhouse/client'
import { assert, type Failure } from '../../../core/base/index.ts'
import {
  id,
  join,
  print,
  raw,
  sql,
  value,
  type Sql,
  type Statement,
} from '../../../core/sql/index.ts'
import {
  connect,
  type Connection,
  type ConnectionOptions,
  type StatementOptions,
  type Statistics,
} from './connection.ts'

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
  /** Makes the stored columns of those that the stream brings; `types` tells their names and types. */
  readonly through?: { readonly select: Sql; readonly types: string }
}

/** An output format of ClickHouse, such as `Parquet`, `CSVWithNames`, `RowBinary`, `ArrowStream`. */
export type StreamFormat = string

/** What opening a host needs. */
export type HostOptions = ConnectionOptions

/** Opens the connections to one host. */
export function openHost(options: HostOptions): Host {
  const connection = connect(options)
  const { client, attempt } = connection
  return {
    name: connection.name,
    query: <T>(statement: Sql | Statement, given?: StatementOptions) =>
      queryRows<T>(connection, toStatement(statement), given),
    async run(statement, given) {
      const printed = toStatement(statement)
      const { statistics } = await attempt(printed, given, (common) =>
        client.command({ ...ended(common), query: printed.text }),
      )
      return statistics
    },
    async insert({ table, columns, format, through }, rows, given) {
      const names = (columns ?? []).map((column) => id(column))
      const list = columns === undefined ? sql`` : sql` (${join(names, ', ')})`
      const made =
        through === undefined
          ? sql``
          : sql` SELECT ${through.select} FROM input(${value(through.types, 'String')})`
      const { text, params } = print(
        sql`INSERT INTO ${id(options.database, table)}${list}${made} FORMAT ${formatName(format)}`,
      )
      const { statistics } = await attempt({ text, params }, given, async (common) => {
        const result = await client.exec({ ...ended(common), query: text, values: rows })
        for await (const _ of result.stream) continue
        return result
      })
      return statistics
    },
    async stream(statement, format, given) {
      const { text, params } = toStatement(statement)
      const whole = { text: `${text} ${print(sql`FORMAT ${formatName(format)}`).text}`, params }
      const { stream, fault } = await attempt(whole, given, (common) =>
        client.exec({ ...common, query: whole.text }),
      )
      return passOn(stream, { fault, signal: given?.signal })
    },
    close: () => client.close(),
  }
}

async function queryRows<T>(
  { client, attempt }: Connection,
  statement: Statement,
  given: StatementOptions | undefined,
): Promise<{ rows: T[]; statistics: Statistics }> {
  return await attempt(statement, given, async (common) => {
    const result = await client.query({ ...ended(common), query: statement.text, format: 'JSON' })
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
}

/** Hands bytes on; what goes wrong half way comes out as a Failure, and leaving early closes the source. */
function passOn(
  source: Readable,
  how: { fault: (error: unknown) => Failure; signal: AbortSignal | undefined },
): Readable {
  const out = new PassThrough()
  const abort = (): void => void source.destroy(new Error('aborted'))
  how.signal?.addEventListener('abort', abort, { once: true })
  source.on('error', (error) => out.destroy(how.fault(error)))
  // A server that fails half way cuts the answer short: that must not look like its end.
  source.on('close', () => {
    how.signal?.removeEventListener('abort', abort)
    if (!source.readableEnded) out.destroy(how.fault(new Error('socket hang up')))
  })
  out.on('close', () => source.destroy())
  return source.pipe(out)
}

function toStatement(statement: Sql | Statement): Statement {
  return 'kind' in statement ? print(statement) : statement
}

/** A format's name becomes part of the text, so it must be a name. */
function formatName(format: string): Sql {
  assert(/^[A-Za-z0-9]+$/.test(format), `format ${format}`)
  return raw(format)
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
