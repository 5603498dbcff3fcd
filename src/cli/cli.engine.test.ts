// The real command line, as a process of its own, alone and beside a running server.
import { spawn, type ChildProcess } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  ApplyWire,
  ChangePlanWire,
  CheckWire,
  CountWire,
  DoctorWire,
  EvaluationWire,
  ListEditWire,
  LoadReportWire,
  MemberPageWire,
  PlanWire,
  ScoreLoadWire,
  SegmentWire,
  TestWire,
} from '../core/contract/index.ts'

const ENTRY = fileURLToPath(new URL('../../bin/tessera.mjs', import.meta.url))
const EXAMPLE = fileURLToPath(new URL('../../examples/corner-shop/', import.meta.url))
const EXPECTED = JSON.parse(readFileSync(join(EXAMPLE, 'expected.json'), 'utf8')) as {
  readonly asOf: string
  readonly members: Readonly<Record<string, readonly string[]>>
}

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-cli-'))
  cpSync(EXAMPLE, folder, { recursive: true })
})

afterAll(async () => {
  await tessera(['stop'])
  rmSync(folder, { recursive: true, force: true })
})

interface Ended {
  readonly exit: number | null
  readonly out: string
  readonly err: string
}

function start(words: readonly string[], cwd = folder): ChildProcess {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env
  return spawn(process.execPath, [ENTRY, ...words], {
    cwd,
    env: { ...env, LC_ALL: 'C', TESSERA_DEBUG: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function finish(child: ChildProcess): Promise<Ended> {
  let out = ''
  let err = ''
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()))
  return await new Promise((resolve) => {
    child.on('close', (exit) => resolve({ exit, out, err }))
  })
}

async function tessera(words: readonly string[], cwd = folder): Promise<Ended> {
  return await finish(start(words, cwd))
}

/** The JSON answer of a command that must end with a code. */
async function json<T>(words: readonly string[], exit = 0): Promise<T> {
  const ended = await tessera([...words, '--json'])
  expect(`${ended.exit} ${ended.exit === exit ? '' : ended.err}`).toBe(`${exit} `)
  return JSON.parse(ended.out) as T
}

describe('without engines', () => {
  test('check names file, line and column, prints the line and marks the word', async () => {
    writeFileSync(join(folder, 'segments/wrong.yaml'), 'name: Wrong\ndefinition: contry = "PT"\n')
    const { exit, out } = await tessera(['check'])
    rmSync(join(folder, 'segments/wrong.yaml'))
    expect(exit).toBe(1)
    expect(out).toContain('segments/wrong.yaml:2:13: error:')
    expect(out).toContain('  definition: contry = "PT"\n              ^^^^^^\n  fix: country')
    expect(out).not.toContain('\u001b[')
  })

  test('check of a sound programme', async () => {
    expect(await json<CheckWire>(['check'])).toMatchObject({ ok: true, segments: 6 })
  })

  test('fmt writes canonical text once, and --check writes nothing', async () => {
    const path = join(folder, 'segments/loose.yaml')
    writeFileSync(path, '# kept\nname: Loose\ndefinition: NOT (country="PT")\n')
    expect((await tessera(['fmt', '--check'])).exit).toBe(1)
    expect(readFileSync(path, 'utf8')).toContain('NOT (country="PT")')
    expect((await tessera(['fmt'])).exit).toBe(0)
    expect(readFileSync(path, 'utf8')).toBe('# kept\nname: Loose\ndefinition: not country = "PT"\n')
    expect((await tessera(['fmt', '--check'])).exit).toBe(0)
    rmSync(path)
  })

  test('a folder in place of a file is refused by name', async () => {
    const { exit, err } = await tessera(['load', folder])
    expect([exit, err]).toEqual([2, expect.stringContaining('[run/not-a-file]')])
  })

  test('usage mistakes end with 2, on standard error, in the language of --locale', async () => {
    const { exit, out, err } = await tessera(['mebers', '--locale', 'pt-BR'])
    expect(exit).toBe(2)
    expect(out).toBe('')
    expect(err).toContain('Não existe o comando "mebers"')
    expect((await tessera(['count', 'everyone', '--as-of', 'soon'])).exit).toBe(2)
    for (const words of [['nonsense'], ['members'], ['check', '--locale', 'xx']]) {
      const { error } = await json<{ error: { message: string } }>(words, 2)
      expect(error).toMatchObject({ severity: 'error', issues: [] })
    }
  })

  test('outside of a programme the way in is named', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'tessera-none-'))
    const { exit, err } = await tessera(['segments'], elsewhere)
    expect(exit).toBe(2)
    expect(err).toContain('tessera init')
    expect((await tessera(['up', '--no-open'], elsewhere)).exit).toBe(2)
    rmSync(elsewhere, { recursive: true })
  })

  test('init writes a programme that checks, and never over another', async () => {
    const parent = mkdtempSync(join(tmpdir(), 'tessera-init-'))
    const made = [
      'init',
      'shop',
      '--name',
      'Shop',
      '--time-zone',
      'Europe/Paris',
      '--currency',
      'EUR',
    ]
    expect((await tessera(made, parent)).exit).toBe(0)
    expect((await tessera(['check'], join(parent, 'shop'))).exit).toBe(0)
    expect(readFileSync(join(parent, 'shop/.gitignore'), 'utf8')).toBe('.tessera/\n')
    expect((await tessera(made, parent)).exit).toBe(4)
    const drawn = ['init', 'drawn', '--from', join(EXAMPLE, 'data/customers.csv')]
    expect((await tessera([...drawn, join(EXAMPLE, 'data/orders.csv')], parent)).exit).toBe(0)
    const text = readFileSync(join(parent, 'drawn/tessera.yaml'), 'utf8')
    expect(text).toContain('birth_date: date birth-date')
    expect((await tessera(['check'], join(parent, 'drawn'))).exit).toBe(0)
    rmSync(parent, { recursive: true })
  })

  test.each(['bash', 'zsh', 'fish'])('completion for %s', async (shell) => {
    const { exit, out } = await tessera(['completion', shell])
    expect(exit).toBe(0)
    expect(out).toContain('tessera')
    expect((await tessera(['completion', 'csh'])).exit).toBe(2)
  })

  test('completion offers commands and the keys of segments', async () => {
    expect((await tessera(['complete', '--', 'mem'])).out).toContain('members')
    expect((await tessera(['complete', '--', 'members', 'la'])).out).toContain('lapsing')
  })

  test('version', async () => {
    expect(await json(['version'])).toMatchObject({ node: process.versions.node })
  })
})

describe('with engines', () => {
  test('load, evaluate, segments, members, count, explain, plan', async () => {
    const files = [join(folder, 'data/orders.csv'), join(folder, 'data/customers.csv')]
    const reports = await json<readonly LoadReportWire[]>(['load', ...files])
    expect(reports.map((r) => [r.file, r.read, r.accepted, r.rejected])).toEqual([
      ['customers.csv', 8, 8, 0],
      ['orders.csv', 14, 14, 0],
    ])
    const done = await json<EvaluationWire>(['evaluate', '--as-of', EXPECTED.asOf])
    expect(Object.fromEntries(done.segments.map((s) => [s.key, s.count]))).toEqual(
      Object.fromEntries(Object.entries(EXPECTED.members).map(([k, ids]) => [k, ids.length])),
    )
    const segments = await json<readonly SegmentWire[]>(['segments'])
    expect(segments.find((s) => s.key === 'lapsing')?.count).toBe(2)
    const page = await json<MemberPageWire>(['members', 'lapsing'])
    expect(page.members.map((m) => m.customerId)).toEqual(EXPECTED.members['lapsing'])
    const asOf = ['--as-of', EXPECTED.asOf]
    const count = await json<CountWire>(['count', 'in segment "lapsing"', ...asOf])
    expect(count.count).toBe(2)
    const plan = await json<PlanWire>(['plan', '--cost', ...asOf])
    expect(plan).toMatchObject({ segments: 6 })
    expect(plan.lastRun?.rowsRead).toBeGreaterThan(0)
    const text = await tessera(['explain', 'C3', 'lapsing', '--locale', 'es'])
    expect(text.out).toContain('El cliente C3 está en "lapsing"')
    expect(text.out).toContain('Forma parte desde el ')
    expect(text.out).toContain('Saldría con: ')
    expect(text.out).toContain('✓')
  })

  test('a definition with an error ends with 1 and marks the word', async () => {
    const { exit, err } = await tessera(['count', 'contry = "PT"'])
    expect(exit).toBe(1)
    expect(err).toContain('  contry = "PT"\n  ^^^^^^\n  fix: country')
    expect((await tessera(['count', ''])).err).toMatch(/^1: error:/m)
    expect((await tessera(['members', 'lapsin'])).exit).toBe(1)
    expect((await tessera(['explain', 'nobody', 'lapsing'])).exit).toBe(1)
    expect((await tessera(['load', 'nowhere.csv'])).exit).toBe(1)
    expect((await tessera(['segments', '--status', 'retired'])).out).toMatch(
      /^No segment has this status/,
    )
  })

  test('members say that the definition was edited since', async () => {
    const path = join(folder, 'segments/lapsing.yaml')
    const before = readFileSync(path, 'utf8')
    expect((await json<MemberPageWire>(['members', 'lapsing'])).stale).toBe(false)
    writeFileSync(path, before.replace('>= 2', '>= 3'))
    const { out } = await tessera(['members', 'lapsing'])
    writeFileSync(path, before)
    expect(out).toContain('lapsing: edited since the last evaluation')
    expect(out).toContain('C8')
  })

  test('an edit is planned, tried, applied with its reason, and compared', async () => {
    const path = join(folder, 'segments/lapsing.yaml')
    const before = readFileSync(path, 'utf8')
    const example = 'examples:\n  - { in: nobody, asOf: 2026-03-31, traits: { country: PT } }\n'
    writeFileSync(path, before.replace('>= 2', '>= 3') + example)
    expect((await json<TestWire>(['test'], 1)).failed).toBe(1)
    const plan = await json<ChangePlanWire>(['plan'], 1)
    expect(plan.changes).toMatchObject([{ key: 'lapsing', pending: 'changed' }])
    expect((await tessera(['apply'])).exit).toBe(2)
    expect((await tessera(['apply', '--yes'])).exit).toBe(4)
    writeFileSync(path, before.replace('>= 2', '>= 3'))
    const done = await json<ApplyWire>(['apply', '--yes', '--why', 'fewer'])
    expect(done.applied).toMatchObject([{ key: 'lapsing', version: 2 }])
    const { out } = await tessera(['diff', 'lapsing', '--versions', '1', '2'])
    expect(out).toContain('+ count(purchase, last 365 days) >= 3')
    expect((await tessera(['diff', 'lapsing', '--versions', '1'])).exit).toBe(2)
    writeFileSync(path, before)
    await json<ApplyWire>(['apply', '--yes'])
    await json<EvaluationWire>(['evaluate', '--as-of', EXPECTED.asOf])
    expect((await tessera(['plan'])).out).toContain('Nothing to apply')
  })

  test('lists are kept by hand; unknown ids end with 5', async () => {
    expect((await tessera(['list', 'create', 'vip', '--comment', 'Invited'])).exit).toBe(0)
    expect(await json<ListEditWire>(['list', 'add', 'vip', 'C1', 'nobody'], 5)).toMatchObject({
      added: 1,
      unknown: ['nobody'],
    })
    expect((await tessera(['list', 'show', 'vip'])).out).toContain('C1')
    expect((await tessera(['list', 'lists'])).out).toContain('Invited')
    expect((await tessera(['list', 'remove', 'vip', 'C1'])).exit).toBe(0)
    expect((await tessera(['list', 'give', 'vip'])).exit).toBe(2)
    expect((await tessera(['list', 'add', 'vip'])).exit).toBe(2)
  })

  test('scores come from a file; refused values end with 5', async () => {
    appendFileSync(join(folder, 'tessera.yaml'), '\nscores:\n  clv: number\n')
    const file = join(folder, 'clv.csv')
    writeFileSync(file, 'customer_id,value\nC1,7\nC2,many\n')
    const words = ['score', 'load', file, '--score', 'clv', '--at', '2026-03-01', '--version', 'm7']
    expect(await json<ScoreLoadWire>(words, 5)).toMatchObject({ written: 1, rejected: 1 })
    expect((await tessera(words)).out).toContain('0 written, 1 unchanged, 1 left out')
    expect((await tessera(['score', 'show'])).out).toMatch(/clv .* 1 [^]*m7/)
    expect((await tessera(['score', 'give'])).exit).toBe(2)
  })

  test('plan ends with 1 when a segment is broken', async () => {
    const path = join(folder, 'segments/wrong.yaml')
    writeFileSync(path, 'name: Wrong\ndefinition: contry = "PT"\n')
    expect((await tessera(['plan'])).exit).toBe(1)
    expect((await tessera(['plan', '--cost'])).exit).toBe(1)
    rmSync(path)
  })

  test('rows set aside end with 5; the mended file loads', async () => {
    const path = join(folder, 'orders-may.csv')
    const head = 'order_id,customer_id,ordered_at,status,channel,category,quantity,amount'
    const good = 'O80,C1,2026-05-01 10:00:00,paid,web,Tea,1,4.00'
    writeFileSync(
      path,
      `${head}\n${good}\n${good.replace('O80', 'O81').replace('05-01', '05-32')}\n`,
    )
    const [report] = await json<readonly LoadReportWire[]>(['load', path], 5)
    expect(report).toMatchObject({ read: 2, accepted: 1, rejected: 1 })
    const [again] = await json<readonly LoadReportWire[]>(['load', path], 5)
    expect(again).toMatchObject({ state: 'nothing-new', rejected: 1 })
    const quarantine = report?.quarantine ?? ''
    const text = readFileSync(quarantine, 'utf8')
    writeFileSync(quarantine, text.replace('2026-05-32', '2026-05-31'))
    const [mended] = await json<readonly LoadReportWire[]>(['load', '--retry', quarantine])
    expect(mended).toMatchObject({ read: 1, accepted: 1, rejected: 0 })
  })

  test('an ambiguous file is not guessed: the exact --map is printed, and works', async () => {
    const path = join(folder, 'sales.csv')
    writeFileSync(
      path,
      'order_id,customer_id,ordered_at,amount\nS1,C1,01/02/2025,5.00\nS2,C2,03/04/2025,6.00\n',
    )
    const asked = await tessera(['load', path])
    expect(asked.exit).toBe(1)
    expect(asked.err).toMatch(/--map 'dates=.*dmy.*'/)
    const rehearsed = await tessera(['load', path, '--map', 'dates=dmy', '--dry-run', '--json'])
    expect(`${rehearsed.exit} ${rehearsed.exit === 0 ? '' : rehearsed.err}`).toBe('0 ')
    expect(JSON.parse(rehearsed.out)).toMatchObject([{ state: 'dry-run', read: 2, rejected: 0 }])
  })

  test('Ctrl-C ends a load with 130 and leaves nothing of it', async () => {
    const before = await json<CountWire>(['count', 'everyone'])
    const path = join(folder, 'many.csv')
    const rows = Array.from({ length: 400_000 }, (_, i) => `X${i},PT`)
    writeFileSync(path, `customer_id,country\n${rows.join('\n')}\n`)
    const child = start(['load', path])
    const ending = finish(child)
    await new Promise((resolve) => setTimeout(resolve, 1500))
    child.kill('SIGINT')
    expect((await ending).exit).toBe(130)
    expect((await json<CountWire>(['count', 'everyone'])).population).toBe(before.population)
  })

  test('doctor finds nothing wrong', async () => {
    const found = await json<DoctorWire>(['doctor'])
    expect(found.ok).toBe(true)
    expect(found.findings.map((f) => f.code)).toContain('store/running-unused')
  })
})

describe('beside a running server', () => {
  test('same answers; a second up says where the first is; both leave cleanly', async () => {
    const up = start(['up', '--no-open', '--json', '--port', '0'])
    const ending = finish(up)
    const { url } = await firstJson(up)
    const { port, hash } = new URL(url)
    const api = async (path: string): Promise<unknown> => {
      const headers = { authorization: `Bearer ${hash.replace('#key=', '')}` }
      return await (await fetch(`http://127.0.0.1:${port}/api/v1${path}`, { headers })).json()
    }
    expect(await api('/segments')).toEqual(await json(['segments']))
    expect(await api('/segments/lapsing/members?limit=20')).toEqual(
      await json(['members', 'lapsing']),
    )
    // What one door does, the other sees.
    await json(['evaluate', '--as-of', '2026-02-01'])
    expect(await api('/segments')).toEqual(await json(['segments']))
    const second = await json<{ url: string; state: string }>(['up', '--no-open'])
    expect(second).toEqual({ url, state: 'already' })
    up.kill('SIGTERM')
    expect((await ending).exit).toBe(0)
    const third = start(['up', '--no-open', '--json', '--port', '0'])
    const thirdEnding = finish(third)
    expect((await firstJson(third)).state).toBe('ready')
    third.kill('SIGINT')
    expect((await thirdEnding).exit).toBe(0)
  })
})

describe('the demo', () => {
  test('is made, loaded and served by one command, also after an interruption; the second start is quick', async () => {
    const parent = mkdtempSync(join(tmpdir(), 'tessera-demo-'))
    const words = ['up', '--demo', '--customers', '200', '--no-open', '--json', '--port', '0']
    const stopped = start(words, parent)
    const stopping = finish(stopped)
    await new Promise((resolve) => setTimeout(resolve, 3000))
    stopped.kill('SIGINT')
    expect([0, 130]).toContain((await stopping).exit)
    for (const round of [1, 2]) {
      const begun = performance.now()
      const up = start(words, parent)
      const ending = finish(up)
      expect((await firstJson(up)).state).toBe('ready')
      if (round === 2) expect(performance.now() - begun).toBeLessThan(20_000)
      up.kill('SIGTERM')
      expect((await ending).exit).toBe(0)
    }
    const demo = join(parent, 'tessera-demo')
    const everyone = JSON.parse((await tessera(['count', 'everyone', '--json'], demo)).out)
    expect(everyone).toMatchObject({ count: 200, population: 200 })
    await tessera(['stop'], demo)
    rmSync(parent, { recursive: true, force: true })
  })
})

/** The first JSON document that a running command prints. */
async function firstJson(child: ChildProcess): Promise<{ url: string; state: string }> {
  let text = ''
  return await new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (text.trimEnd().endsWith('}')) resolve(JSON.parse(text))
    })
    child.once('close', () => reject(new Error(`ended: ${text}`)))
  })
}
