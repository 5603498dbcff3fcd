/** Where things lie inside a data directory, and who may look at them. */
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { Failure } from '../../../core/base/index.ts'

/** Unix socket addresses hold about a hundred bytes; a longer path gets a short one in the temporary directory. */
const MAX_SOCKET_PATH = 100

/** Absolute places of a data directory. */
export interface DataDirectory {
  readonly root: string
  readonly clickhouse: string
  readonly postgres: string
  readonly run: string
  readonly lockFile: string
  readonly controlSocket: string
  readonly log: string
}

/** Passwords made once for a data directory; they never leave this machine. */
export interface Secrets {
  readonly clickhouse: string
  readonly clickhouseReader: string
  readonly postgres: string
}

/** Names the places of a data directory; touches nothing. */
export function dataDirectory(path: string): DataDirectory {
  const root = resolve(path)
  const run = join(root, 'run')
  const direct = join(run, 'control.sock')
  const digest = createHash('sha256').update(root).digest('hex').slice(0, 16)
  return {
    root,
    clickhouse: join(root, 'clickhouse'),
    postgres: join(root, 'postgres'),
    run,
    lockFile: join(run, 'lock'),
    controlSocket:
      Buffer.byteLength(direct) <= MAX_SOCKET_PATH
        ? direct
        : join(shortSocketFolder(), `${digest}.sock`),
    log: join(run, 'supervisor.log'),
  }
}

function shortSocketFolder(): string {
  return join(tmpdir(), `tessera-${userInfo().uid}`)
}

/**
 * Creates the folders, closed to other users; as root the top one may be passed through, because
 * PostgreSQL runs as another user below it. Throws `store/data-directory` when it cannot.
 */
export function prepareDataDirectory(place: DataDirectory): void {
  try {
    mkdirSync(place.root, { recursive: true })
    chmodSync(place.root, userInfo().uid === 0 ? 0o711 : 0o700)
    for (const folder of [place.run, place.clickhouse]) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      chmodSync(folder, 0o700)
    }
    if (!place.controlSocket.startsWith(place.run)) prepareSocketFolder(shortSocketFolder())
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    throw new Failure('cannot prepare the data directory', {
      code: isNoSpace(cause) ? 'store/disk-full' : 'store/data-directory',
      params: { path: place.root },
      cause,
    })
  }
}

/** The folder lies where everybody may write, so it must be provably ours before a secret passes through it. */
function prepareSocketFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const stat = statSync(folder)
  if (stat.uid !== userInfo().uid || (stat.mode & 0o077) !== 0)
    throw new Failure('the socket folder belongs to somebody else', {
      code: 'store/data-directory',
      params: { path: folder },
    })
}

/** Reads the passwords, making them on first use. */
export function readSecrets(place: DataDirectory): Secrets {
  const file = join(place.run, 'secrets.json')
  try {
    const secrets: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (isSecrets(secrets)) return secrets
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause
  }
  const secrets: Secrets = {
    clickhouse: newPassword(),
    clickhouseReader: newPassword(),
    postgres: newPassword(),
  }
  writePrivate(file, JSON.stringify(secrets))
  return secrets
}

function newPassword(): string {
  return randomBytes(24).toString('base64url')
}

/** Writes a file that only we may read, whole or not at all. */
export function writePrivate(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
}

/** True for the error of a full disk. */
export function isNoSpace(cause: unknown): boolean {
  return (
    cause instanceof Error &&
    'code' in cause &&
    (cause.code === 'ENOSPC' || cause.code === 'EDQUOT')
  )
}

function isSecrets(value: unknown): value is Secrets {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['clickhouse', 'clickhouseReader', 'postgres'].every((key) => Object.hasOwn(value, key))
  )
}
