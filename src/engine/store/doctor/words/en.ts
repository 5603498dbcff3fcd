/** What the doctor finds, in English. */
import type { FindingCode } from './codes.ts'

export const en: Readonly<Record<FindingCode, string>> = {
  'store/answers': '{engine} {version} answers at {address}.',
  'store/disk-free': '{megabytes} MB are free at {path}.',
  'store/disk-low': 'Only {megabytes} MB are free at {path}: a large load may not fit.',
  'store/disk-nearly-full': 'Only {megabytes} MB are free at {path}: make room before going on.',
  'store/engine-absent':
    '{engine} is not installed: the package {package} is missing. Install again with optional packages, or give a URL.',
  'store/engine-installed': '{engine} is installed ({version}).',
  'store/folder-absent': 'The data directory {path} does not exist yet; it is made on first use.',
  'store/folder-denied': 'We may not read and write {path}.',
  'store/folder-open':
    'Other users may look into {path}, which holds passwords. Close it with chmod 700.',
  'store/memory-low':
    'This machine has {megabytes} MB of memory; evaluating large programmes needs more.',
  'store/no-answer': '{engine} cannot be used at {address} ({reason}).',
  'store/no-port': 'No port can be opened on 127.0.0.1.',
  'store/not-running': 'The local engines are not running; they start on first use.',
  'store/orphan':
    '{engine} (process {pid}) was left behind by a killed supervisor; the next start stops it.',
  'store/platform': 'The local ClickHouse does not run on {platform}; give the URL of a server.',
  'store/postgres-account':
    'PostgreSQL runs as the account {account}, because it refuses to run as root.',
  'store/postgres-no-account':
    'We run as root and find no other account to run PostgreSQL as; create one named tessera.',
  'store/restarted': '{engine} fell and was started again {count} times.',
  'store/running':
    'The local engines run (process {pid}, started by {command}; ClickHouse port {clickhousePort}, PostgreSQL port {postgresPort}), used by: {doors}.',
  'store/running-unused':
    'The local engines run (process {pid}, started by {command}; ClickHouse port {clickhousePort}, PostgreSQL port {postgresPort}), used by nobody.',
  'store/silent': 'Process {pid} ({command}) holds the data directory and does not answer.',
}
