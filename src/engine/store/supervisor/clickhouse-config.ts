/** The configuration files of the local ClickHouse server: users, limits, and shards in tests. */
import { createHash } from 'node:crypto'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { type DataDirectory, type Secrets, writePrivate } from './data-directory.ts'

/** Makes the server one shard of a cluster of such servers on loopback. */
export interface ClusterConfig {
  readonly name: string
  readonly secret: string
  readonly tcpPort: number
  /** The TCP ports of all shards, in order, ours among them. */
  readonly shardPorts: readonly number[]
}

export const LOCAL_ADMIN = 'tessera'
export const LOCAL_READER = 'tessera_reader'

/** Of the machine's memory, what the analytics engine may take: the rest is for PostgreSQL, Node and the system. */
const MEMORY_SHARE = 0.6
/** Of the server's share, what one statement may take before it spills to disk or stops. */
const STATEMENT_SHARE = 0.8
const SPILL_SHARE = 0.4
const READER_SECONDS = 300
const READER_RESULT_ROWS = 5_000_000

interface ConfigOptions {
  readonly place: DataDirectory
  readonly secrets: Secrets
  readonly cluster?: ClusterConfig
}

/** Writes both files, readable by us alone. */
export function writeClickHouseConfig({ place, secrets, cluster }: ConfigOptions): void {
  const users = join(place.run, 'clickhouse-users.xml')
  const server = Math.floor(totalmem() * MEMORY_SHARE)
  writePrivate(users, usersXml(secrets, server))
  writePrivate(
    join(place.run, 'clickhouse.xml'),
    `<clickhouse>
  <users_config>${xml(users)}</users_config>
  <timezone>UTC</timezone>
  <max_server_memory_usage>${server}</max_server_memory_usage>
  <max_concurrent_queries>100</max_concurrent_queries>
  <max_table_size_to_drop>0</max_table_size_to_drop>
  <max_partition_size_to_drop>0</max_partition_size_to_drop>
${cluster === undefined ? '' : clusterXml(cluster)}</clickhouse>
`,
  )
}

/**
 * `default` is what the engine starts itself with and cannot be renamed, so it keeps only the two rights that
 * takes. Users exist in this file alone.
 */
function usersXml(secrets: Secrets, serverBytes: number): string {
  const statement = Math.floor(serverBytes * STATEMENT_SHARE)
  const spill = Math.floor(serverBytes * SPILL_SHARE)
  const limits = `<max_memory_usage>${statement}</max_memory_usage>
      <max_bytes_before_external_group_by>${spill}</max_bytes_before_external_group_by>
      <max_bytes_before_external_sort>${spill}</max_bytes_before_external_sort>`
  return `<clickhouse>
  <users>
    <default><password></password><networks><ip>127.0.0.1</ip></networks><profile>crippled</profile><quota>default</quota>
      <grants><query>GRANT SYSTEM LISTEN ON *.*</query><query>GRANT SELECT ON system.numbers</query></grants></default>
${userXml(LOCAL_ADMIN, secrets.clickhouse, 'default')}${userXml(LOCAL_READER, secrets.clickhouseReader, 'reader')}  </users>
  <profiles>
    <default>
      ${limits}
      <http_max_field_value_size>16777216</http_max_field_value_size>
      <http_max_uri_size>16777216</http_max_uri_size>
    </default>
    <crippled>
      <max_memory_usage>67108864</max_memory_usage>
    </crippled>
    <reader>
      ${limits}
      <readonly>2</readonly>
      <max_execution_time>${READER_SECONDS}</max_execution_time>
      <max_result_rows>${READER_RESULT_ROWS}</max_result_rows>
      <allow_ddl>0</allow_ddl>
      <constraints>
        <max_memory_usage><max>${statement}</max></max_memory_usage>
        <max_execution_time><max>${READER_SECONDS}</max></max_execution_time>
        <max_result_rows><max>${READER_RESULT_ROWS}</max></max_result_rows>
        <allow_ddl><const/></allow_ddl>
      </constraints>
    </reader>
  </profiles>
  <quotas><default></default></quotas>
</clickhouse>
`
}

function userXml(name: string, password: string, profile: string): string {
  const digest = createHash('sha256').update(password).digest('hex')
  return `    <${name}><password_sha256_hex>${digest}</password_sha256_hex>
      <networks><ip>127.0.0.1</ip></networks><profile>${profile}</profile><quota>default</quota></${name}>\n`
}

function clusterXml({ name, secret, shardPorts }: ClusterConfig): string {
  const shards = shardPorts.map(
    (port) =>
      `<shard><internal_replication>true</internal_replication><replica><host>127.0.0.1</host><port>${port}</port></replica></shard>`,
  )
  return `  <remote_servers><${name}><secret>${xml(secret)}</secret>${shards.join('')}</${name}></remote_servers>\n`
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
