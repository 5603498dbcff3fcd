/** One supervisor per data directory, whatever is killed. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
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
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { remember, remembered, until } from '../../../../test/kit/store-state.ts'
import { removeDataDirectory } from '../../../../test/kit/store.ts'
import { sql } from '../../../core/sql/index.ts'
import { inspectStore, openStore, stopSupervisor, supervisorStatus, type Store } from '../index.ts'
import { connectSupervisor } from './connect.ts'
import { dataDirectory, prepareDataDirectory } from './data-directory.ts'
import { entryFile } from './entry.ts'
import { isLockFree, takeLock } from './lock.ts'
import { canReach, postgresUser } from './os-user.ts'
import { freePort } from './port.ts'
import { postgresOrphan } from './postgres.ts'
import { postgresPrograms } from './postgres-programs.ts'
import { commandLine } from './process.ts'
import { PROTOCOL_VERSION } from './protocol.ts'

const isRoot = userInfo().uid === 0
let folder: string
let dataDir: string
const children: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-sup-'))
  dataDir = join(folder, '.tessera')
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await removeDataDirectory(dataDir)
  rmSync(folder, { recursive: true, force: true })
})

const open = (lingerMs = 5000): Promise<Store> =>
  openStore({ dataDir, programmeId: 'p', lingerMs, command: 'test' })

/** Every process of this machine that names our folder on its command line. */
function processesHere(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => commandLine(Number(name)))
    .filter((line) => line.includes(folder))
}

/** What the doctor says now. */
async function found(): Promise<string[]> {
  return (await inspectStore({ dataDir })).map((f) => `${f.severity} ${f.code}`)
}

async function supervisorPid(): Promise<number> {
  const status = await supervisorStatus(dataDir)
  if (status === undefined) throw new Error('no supervisor')
  return status.holder.pid
}

function doorProcess(linger: number): { child: ChildProcess; opened: Promise<number> } {
  const file = fileURLToPath(new URL('../../../../test/kit/door-process.ts', import.meta.url))
  const child = spawn(process.execPath, [file, dataDir, 'p', String(linger)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.push(child)
  const opened = once(child.stdout, 'data').then(([line]) => Number(String(line).split(' ')[1]))
  return { child, opened }
}

test('processes that open at once share one supervisor; the last to leave ends it', async () => {
  const doors = Array.from({ length: 4 }, () => doorProcess(0))
  await Promise.all(doors.map((door) => door.opened))
  const status = await supervisorStatus(dataDir)
  expect(status?.doors).toHaveLength(4)
  expect(
    processesHere().filter(
      (line) => line.startsWith('tessera-supervisor') || line.includes('supervisor/main'),
    ),
  ).toHaveLength(1)
  for (const { child } of doors) child.stdin?.end()
  await until(() => isLockFree(dataDirectory(dataDir).lockFile))
  expect(processesHere()).toEqual([])
})

// A second and a hundredth on an idle machine; the limits leave room for a busy one.
test('starting takes seconds at most, joining a moment', async () => {
  const first = doorProcess(5000)
  expect(await first.opened).toBeLessThan(20_000)
  const second = doorProcess(5000)
  expect(await second.opened).toBeLessThan(2000)
})

test('engines outlive the last door by the linger time, and a new door finds them up', async () => {
  const store = await open(1500)
  const pid = await supervisorPid()
  await store.close()
  await sleep(300)
  const again = await open(0)
  expect(await supervisorPid()).toBe(pid)
  await again.close()
  await until(() => isLockFree(dataDirectory(dataDir).lockFile))
})

test('a killed supervisor leaves nothing behind, and nothing acknowledged is lost', async () => {
  for (let round = 1; round <= 3; round++) {
    const store = await open()
    await remember(store, round)
    process.kill(await supervisorPid(), 'SIGKILL')
    await store.close()
  }
  const store = await open(0)
  const rounds = [1, 2, 3]
  expect(await remembered(store)).toEqual([rounds, rounds])
  const servers = processesHere().filter((line) => / -D |--http_port/.test(line))
  expect(servers).toHaveLength(2)
  await store.close()
})

test('killed engines come back on their own, and open doors go on', async () => {
  const store = await open()
  await remember(store, 1)
  for (const kind of [/--http_port/, / -D /]) {
    const [pid] = readdirSync('/proc').filter(
      (name) =>
        /^\d+$/.test(name) &&
        commandLine(Number(name)).includes(folder) &&
        kind.test(commandLine(Number(name))),
    )
    process.kill(Number(pid), 'SIGKILL')
  }
  await until(async () => {
    try {
      await remembered(store)
      return true
    } catch {
      return false
    }
  })
  expect(await remembered(store)).toEqual([[1], [1]])
  expect((await supervisorStatus(dataDir))?.restarts).toEqual({ clickhouse: 1, postgres: 1 })
  expect(await found()).toContain('warning store/restarted')
  await store.close()
})

test('a PostgreSQL left running by others is stopped, and its data taken over', async () => {
  const store = await open(0)
  await remember(store, 7)
  await store.close()
  await stopSupervisor(dataDir)
  const place = dataDirectory(dataDir)
  const user = postgresUser(place.postgres)
  const orphan = spawn(
    process.execPath,
    [
      entryFile('program-child'),
      user === undefined ? '-1:-1:0' : `${user.uid}:${user.gid}:1`,
      postgresPrograms(join(folder, 'lib')).postgres,
      '-D',
      place.postgres,
      '-h',
      '127.0.0.1',
      '-p',
      String(await freePort()),
      '-k',
      '',
    ],
    { stdio: 'ignore', cwd: '/' },
  )
  children.push(orphan)
  await until(() => postgresOrphan(place.postgres) !== undefined)
  expect(await found()).toContain('warning store/orphan')
  const ended = once(orphan, 'exit')
  const again = await open(0)
  await ended
  expect(await remembered(again)).toEqual([[7], [7]])
  await again.close()
})

test('a holder that does not answer is named', async () => {
  const place = dataDirectory(dataDir)
  prepareDataDirectory(place)
  const holder = {
    pid: process.pid,
    startedAt: '2026-01-02T03:04:05.000Z',
    command: 'tessera backup',
  }
  expect(takeLock(place.lockFile, holder)).toEqual({ taken: true })
  expect(takeLock(place.lockFile, { ...holder, pid: 1 })).toEqual({ taken: false, holder })
  const late = connectSupervisor({ path: dataDir, lingerMs: 0, command: 'test', patienceMs: 400 })
  await expect(late).rejects.toMatchObject({
    code: 'store/locked',
    params: { pid: process.pid, command: 'tessera backup', startedAt: holder.startedAt },
  })
  expect(await found()).toContain('error store/silent')
  // The last supervisor that was tried must be gone before its folder is.
  await until(() => processesHere().length === 0)
  // The lock belongs to this process for good, so the folder is left to the next test's clean-up.
  dataDir = join(folder, 'free')
})

test('a supervisor of another version is not talked to', async () => {
  const place = dataDirectory(dataDir)
  prepareDataDirectory(place)
  const holder = { pid: 4711, startedAt: '', command: 'newer tessera' }
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.write(`${JSON.stringify({ kind: 'hello', protocol: PROTOCOL_VERSION + 1, holder })}\n`)
  })
  await new Promise<void>((resolve) => server.listen(place.controlSocket, resolve))
  await expect(open()).rejects.toMatchObject({
    code: 'store/supervisor-version',
    params: { pid: 4711, command: 'newer tessera', theirs: PROTOCOL_VERSION + 1 },
  })
  server.close()
})

test('a ledger made by another PostgreSQL is refused untouched', async () => {
  const place = dataDirectory(dataDir)
  prepareDataDirectory(place)
  mkdirSync(place.postgres)
  writeFileSync(join(place.postgres, 'PG_VERSION'), '12\n')
  await expect(open()).rejects.toMatchObject({
    code: 'store/ledger-version',
    params: { found: '12' },
  })
  expect(readdirSync(place.postgres)).toEqual(['PG_VERSION'])
})

test('an engine that is missing or broken is told by name', async () => {
  const library = 'CHDB_LIBCHDB_PATH'
  const before = process.env[library]
  try {
    process.env[library] = join(folder, 'absent.so')
    await expect(open()).rejects.toMatchObject({
      code: 'store/engine-missing',
      params: { engine: 'clickhouse' },
    })
    expect(await found()).toContain('error store/engine-absent')
    await until(() => isLockFree(dataDirectory(dataDir).lockFile))
    process.env[library] = join(folder, 'broken.so')
    writeFileSync(join(folder, 'broken.so'), 'not a library')
    await expect(open()).rejects.toMatchObject({
      code: 'store/engine-start',
      params: { engine: 'clickhouse' },
    })
  } finally {
    if (before === undefined) delete process.env[library]
    else process.env[library] = before
  }
})

test('a supervisor that cannot start says why', async () => {
  mkdirSync(dataDirectory(dataDir).lockFile, { recursive: true })
  await expect(open()).rejects.toMatchObject({
    code: 'store/supervisor-start',
    params: { reason: expect.stringContaining('EISDIR') },
  })
})

test('a first start that was killed half way is begun again', async () => {
  const place = dataDirectory(dataDir)
  prepareDataDirectory(place)
  mkdirSync(`${place.postgres}.new`)
  writeFileSync(join(`${place.postgres}.new`, 'half'), '')
  const store = await open(0)
  expect(existsSync(`${place.postgres}.new`)).toBe(false)
  await store.close()
})

test('a long path and a closed parent folder are no obstacle', async () => {
  const deep = join(folder, 'a folder with spaces, é & ünicode'.repeat(2), 'x'.repeat(60))
  mkdirSync(deep, { recursive: true, mode: 0o700 })
  dataDir = join(deep, '.tessera')
  const user = postgresUser(dataDir)
  if (user !== undefined) expect(canReach(user, dataDir)).toBe(false)
  const store = await open(0)
  await remember(store, 3)
  expect(await remembered(store)).toEqual([[3], [3]])
  await store.close()
})

test('nobody else may look into the run folder, and no log holds data', async () => {
  const store = await open()
  const { analytics, ledger } = store
  await expect(
    analytics.query(sql`SELECT toUInt8(materialize('marker-ana@example.org'))`),
  ).rejects.toThrow()
  await expect(analytics.query(sql`SELEC 'marker-ana@example.org'`)).rejects.toThrow()
  await expect(
    ledger.db
      .insertInto('current_snapshot')
      .values({ snapshot_id: 1, generation_id: 1, switched_at: 'marker-ana@example.org' })
      .execute(),
  ).rejects.toThrow()
  await store.close()
  await stopSupervisor(dataDir)
  const { run } = dataDirectory(dataDir)
  for (const name of readdirSync(run))
    expect(readFileSync(join(run, name), 'utf8')).not.toContain('marker-ana')
  const listed = spawnSync('find', [run, '-perm', '/077'], { encoding: 'utf8' })
  expect(listed.stdout).toBe('')
})

test('the passwordless start-up user can read and change nothing', async () => {
  const store = await open(0)
  await remember(store, 1)
  const status = await supervisorStatus(dataDir)
  const ask = async (query: string): Promise<string> => {
    const url = `http://127.0.0.1:${status?.clickhousePort}/`
    const answer = await fetch(url, { method: 'POST', body: query })
    return `${answer.status} ${await answer.text()}`
  }
  expect(await ask('SELECT name FROM system.tables')).not.toContain('kept')
  expect(await ask('SHOW DATABASES')).not.toContain('tessera')
  for (const query of [
    `SELECT * FROM ${store.analytics.database}.kept`,
    'CREATE DATABASE mine',
    "SELECT * FROM file('/etc/passwd', LineAsString)",
    'SYSTEM SHUTDOWN',
  ])
    expect(await ask(query)).toContain('ACCESS_DENIED')
  await store.close()
})

test('only the engines that are needed run', async () => {
  const door = await connectSupervisor({
    path: dataDir,
    lingerMs: 0,
    command: 'test',
    engines: ['clickhouse'],
  })
  expect((await supervisorStatus(dataDir))?.engines).toEqual(['clickhouse'])
  expect(processesHere().filter((line) => / -D /.test(line))).toEqual([])
  door.close()
})

test('a full disk refuses cleanly, stays readable, and goes on once there is room', async (context) => {
  mkdirSync(dataDir, { recursive: true })
  const mounted =
    isRoot && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', dataDir]).status === 0
  if (!mounted) context.skip('a small file system can be mounted by root only')
  try {
    const store = await open(0)
    await remember(store, 1)
    const { analytics } = store
    await analytics.tables.create({
      name: 'big',
      columns: [{ name: 's', type: 'String' }],
      orderBy: [],
    })
    const grow = async (): Promise<void> => {
      for (let i = 0; i < 40; i++)
        await analytics.run(
          sql`INSERT INTO ${analytics.table('big')} SELECT randomString(1000) FROM numbers(10000)`,
        )
    }
    await expect(grow()).rejects.toMatchObject({ code: 'store/disk-full' })
    expect(await remembered(store)).toEqual([[1], [1]])
    await analytics.tables.drop('big')
    await remember(store, 2)
    expect(await remembered(store)).toEqual([
      [1, 2],
      [1, 2],
    ])
    await store.close()
    await stopSupervisor(dataDir)
  } finally {
    spawnSync('umount', ['-l', dataDir])
  }
})

test.skipIf(!isRoot)('as root, PostgreSQL runs as somebody without rights', async () => {
  const store = await open(0)
  const place = dataDirectory(dataDir)
  const pid = Number(readFileSync(join(place.postgres, 'postmaster.pid'), 'utf8').split('\n')[0])
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  expect(/^Uid:\s+(\d+)/m.exec(status)?.[1]).not.toBe('0')
  await store.close()
})
