/** A PostgreSQL reached by URL: the one named by TESSERA_TEST_POSTGRES_URL, or the distribution's, started here. */
import { spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export interface TestPostgres {
  readonly url: string
  stop(): Promise<void>
}

const DISTRIBUTION = '/usr/lib/postgresql'
const PASSWORD = 'test only'

/** Why there is none on this machine, or undefined when there is one. In CI its absence is an error. */
export function postgresAbsence(): string | undefined {
  if (process.env['TESSERA_TEST_POSTGRES_URL'] !== undefined || distribution() !== undefined)
    return undefined
  const reason = `no PostgreSQL in ${DISTRIBUTION}, and TESSERA_TEST_POSTGRES_URL is not set`
  if (process.env['CI'] === 'true') throw new Error(reason)
  return reason
}

/** Starts or names a server of its own for the calling test file. */
export async function startPostgres(): Promise<TestPostgres> {
  const given = process.env['TESSERA_TEST_POSTGRES_URL']
  if (given !== undefined) return { url: given, stop: async () => undefined }
  const bin = distribution()
  if (bin === undefined) throw new Error(postgresAbsence())
  const folder = mkdtempSync(join(tmpdir(), 'tessera-pg-'))
  const account = accountToRunAs()
  if (account !== undefined) chownSync(folder, account.uid, account.gid)
  const data = join(folder, 'data')
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, PASSWORD, { mode: 0o644 })
  const made = spawnSync(
    join(bin, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'someone',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--no-sync',
    ],
    { ...account, cwd: folder, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`)
  const port = await freePort()
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder],
    {
      ...account,
      cwd: folder,
      stdio: 'ignore',
    },
  )
  const ended = new Promise((resolve) => server.once('exit', resolve))
  while (!isReady(data)) await sleep(20)
  return {
    url: `postgres://someone:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/postgres`,
    async stop() {
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function distribution(): string | undefined {
  if (!existsSync(DISTRIBUTION)) return undefined
  return readdirSync(DISTRIBUTION)
    .map((version) => join(DISTRIBUTION, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')))
}

function accountToRunAs(): { uid: number; gid: number } | undefined {
  if (userInfo().uid !== 0) return undefined
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((text) => text.split(':'))
    .find(([name]) => name === 'postgres' || name === 'nobody')
  return { uid: Number(line?.[2]), gid: Number(line?.[3]) }
}

function isReady(data: string): boolean {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[7]?.trim() === 'ready'
  } catch {
    return false
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}
