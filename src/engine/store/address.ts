/** Reads connection URLs; their passwords never enter a message. */
import { Failure } from '../../core/base/index.ts'

/** Where a ClickHouse answers. With `cluster`, tables are spread over its shards. */
export interface ClickHouseAddress {
  readonly url: string
  readonly user: string
  readonly password: string
  /** Absent means the programme's own database name. */
  readonly database?: string
  /** A second, weaker login for reading statements; absent means the same login with limits. */
  readonly reader?: { readonly user: string; readonly password: string }
  readonly cluster?: {
    readonly name: string
    /** HTTP addresses of the shards' hosts; empty means what `system.clusters` says, at our own port. */
    readonly hosts: readonly string[]
  }
}

/**
 * Parses `https?://user:password@host:port/database?cluster=name&hosts=host:port,host:port`.
 * Throws `store/bad-address` (parameter `what`), never repeating the URL, which holds a password.
 */
export function parseClickHouseUrl(text: string): ClickHouseAddress {
  const url = parseUrl(text, 'clickhouse', ['http:', 'https:'])
  const database = decodeURIComponent(url.pathname.slice(1))
  const cluster = url.searchParams.get('cluster')
  const hosts =
    url.searchParams
      .get('hosts')
      ?.split(',')
      .filter((host) => host !== '') ?? []
  if (cluster !== null && !/^\w+$/.test(cluster)) throw badAddress('clickhouse')
  if (database !== '' && !/^\w+$/.test(database)) throw badAddress('clickhouse')
  return {
    url: url.origin,
    user: decodeURIComponent(url.username) || 'default',
    password: decodeURIComponent(url.password),
    ...(database === '' ? {} : { database }),
    ...(cluster === null
      ? {}
      : { cluster: { name: cluster, hosts: hosts.map((host) => `${url.protocol}//${host}`) } }),
  }
}

/** Checks a `postgres://` URL and returns it. Throws `store/bad-address`. */
export function parsePostgresUrl(text: string): string {
  parseUrl(text, 'postgres', ['postgres:', 'postgresql:'])
  return text
}

/** The same address for messages: without login. */
export function withoutLogin(text: string): string {
  const url = URL.parse(text)
  return url === null ? '?' : `${url.protocol}//${url.host}${url.pathname}`
}

function parseUrl(text: string, what: string, protocols: readonly string[]): URL {
  const url = URL.parse(text)
  if (url === null || !protocols.includes(url.protocol) || url.hostname === '')
    throw badAddress(what)
  return url
}

function badAddress(what: string): Failure {
  return new Failure(`not an address of ${what}`, { code: 'store/bad-address', params: { what } })
}
