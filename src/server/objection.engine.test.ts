// Who objects to profiling: through files, HTTP and the command line, no model learns from them or scores them any more.
import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import type {
  ArrivalsWire,
  JobWire,
  MemberPageWire,
  ModelDetailWire,
  ModelRunWire,
  NewWriteKeyWire,
  ScoreLoadWire,
} from '../core/contract/index.ts'
import { sql } from '../core/sql/index.ts'
import { keepModels } from '../engine/insight/index.ts'
import { useServer } from '../../test/kit/server.ts'

const ENTRY = fileURLToPath(new URL('../../bin/tessera.mjs', import.meta.url))
const client = useServer()
const BUYERS = 40

/** Ids that have any score now. */
async function scored(): Promise<readonly string[]> {
  const { analytics } = await client.programme.current()
  const rows = await analytics.query<{ id: string }>(
    sql`SELECT DISTINCT customer_id AS id FROM customer WHERE customer_key IN (SELECT customer_key FROM score
      GROUP BY name, customer_key HAVING isNotNull(argMax(tuple(value), (at, seq)).1)) ORDER BY id`,
  )
  return rows.map((row) => row.id)
}

async function members(segment: string): Promise<readonly string[]> {
  const page = await client.answer<MemberPageWire>(`/segments/${segment}/members?limit=200`)
  return page.members.map((one) => one.customerId)
}

async function run(): Promise<ModelRunWire> {
  const job = await client.answer<JobWire>('/models/rfm/run', { method: 'POST' }, 202)
  return (await client.ended(job)).report as ModelRunWire
}

const text = async (locale = 'en'): Promise<string> =>
  (await client.answer<ModelDetailWire>(`/models/rfm?locale=${locale}`)).report?.findings
    .filter(({ code }) => code === 'model/objected')
    .map((finding) => finding.text)
    .join() ?? ''

async function identify(customer: string, profiling: boolean | null): Promise<void> {
  const { key } = await client.answer<NewWriteKeyWire>(
    '/write-keys',
    { body: { name: `of ${customer}` } },
    201,
  )
  const sent = await fetch(`http://127.0.0.1:${client.port}/v1/identify`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ writeKey: key, userId: customer, traits: { profiling } }),
  })
  expect(sent.status).toBe(200)
  await expect
    .poll(async () => (await client.answer<ArrivalsWire>('/arrivals')).backlog.rows, {
      timeout: 10_000,
    })
    .toBe(0)
}

const name = (i: number): string => `S${String(i).padStart(2, '0')}`
const file = (rows: readonly string[]): string => ['customer_id,profiling', ...rows, ''].join('\n')

beforeAll(async () => {
  const path = join(client.folder, 'tessera.yaml')
  const consent =
    'traits:\n  profiling: { type: boolean consent, channel: any, purpose: profiling }\n'
  const told = readFileSync(path, 'utf8').replace('traits:\n', consent)
  writeFileSync(path, `${told}scores:\n  outside.chance: number\n`)
  mkdirSync(join(client.folder, 'models'))
  writeFileSync(join(client.folder, 'models/rfm.yaml'), 'kind: rfm\nbins: 3\nrefresh: never\n')
  const segment = (definition: string): string => `name: x\ndefinition: ${definition}\n`
  const folder = join(client.folder, 'segments')
  for (const one of readdirSync(folder)) rmSync(join(folder, one))
  writeFileSync(join(folder, 'scored.yaml'), segment('score(rfm.recency) >= 1'))
  writeFileSync(join(folder, 'unscored.yaml'), segment('score(rfm.recency) is missing'))
  writeFileSync(join(folder, 'not_low.yaml'), segment('not score(rfm.recency) < 2'))
  const orders = Array.from({ length: BUYERS }, (_, i) =>
    [1, 2].map((n) => {
      const day = new Date(Date.now() - (i * 7 + n) * 86_400_000).toISOString().slice(0, 10)
      return `T${i}-${n},${name(i)},${day} 10:00:00,paid,web,Tea,1,${i + 1}.00`
    }),
  ).flat()
  const head = 'order_id,customer_id,ordered_at,status,channel,category,quantity,amount'
  await client.loadAs(await client.upload('customers.csv', file(['C1,', 'C2,'])))
  await client.loadAs(await client.upload('orders.csv', [head, ...orders, ''].join('\n')))
  await client.ended(await client.answer<JobWire>('/evaluate', { body: {} }, 202))
  expect(await run()).toMatchObject({ scored: true, n: BUYERS })
  expect(await members('scored')).toHaveLength(BUYERS)
}, 60_000)

test('[SCORE-1] an objection in a file: not learned from, no score, and segments read it as unknown', async () => {
  expect(await text()).toBe('')
  const three = [name(0), name(1), name(2)]
  await client.loadAs(
    await client.upload(
      'objections.csv',
      file([`${name(0)},no`, `${name(1)},no`, `${name(2)},no`]),
    ),
  )
  const done = await run()
  expect(done).toMatchObject({ scored: true, n: BUYERS - 3 })
  expect(await scored()).toEqual(Array.from({ length: BUYERS - 3 }, (_, i) => name(i + 3)))
  expect(await members('scored')).toHaveLength(BUYERS - 3)
  expect(await members('unscored')).toEqual(expect.arrayContaining(three))
  // A comparison with what is unknown is false, and its negation true: as the language says of any missing value.
  expect(await members('not_low')).toEqual(expect.arrayContaining(three))
  expect(await text()).toBe(
    'Left out: fewer than 11 customers object to profiling. They were not learned from, and have no score.',
  )
})

test('an objection over HTTP: gone with the next run; taken back, the next run scores again', async () => {
  await identify(name(3), false)
  expect(await run()).toMatchObject({ n: BUYERS - 4 })
  expect(await scored()).not.toContain(name(3))
  await identify(name(3), true)
  expect(await run()).toMatchObject({ n: BUYERS - 3 })
  expect(await scored()).toContain(name(3))
})

test('an objection loaded by hand goes without a run: whoever looks after models sees to it', async () => {
  const path = join(client.folder, 'more.csv')
  writeFileSync(path, file(Array.from({ length: 10 }, (_, i) => `${name(i + 4)},no`)))
  expect(await tessera('load', path)).toMatchObject({ exit: 0 })
  const clerk = keepModels(client.programme, { beatMs: 50 })
  await expect.poll(scored, { timeout: 15_000 }).toHaveLength(BUYERS - 13)
  await expect.poll(() => members('scored'), { timeout: 15_000 }).toHaveLength(BUYERS - 13)
  await clerk.close()
  expect(await tessera('model', 'run', 'rfm')).toMatchObject({ exit: 0 })
  expect(await text()).toContain('13 customers')
  expect(await text('fr')).toContain('13 clients')
})

test('scores that a file brings of them are refused by name, and one that takes back is not', async () => {
  const path = join(client.folder, 'chance.csv')
  writeFileSync(path, `customer_id,value\n${name(0)},0.5\n${name(20)},0.5\n${name(1)},\n`)
  const loaded = await client.answer<ScoreLoadWire>(
    '/scores?score=outside.chance',
    { raw: readFileSync(path), headers: { 'content-type': 'text/csv' } },
    200,
  )
  expect(loaded).toMatchObject({ written: 1, rejected: 1 })
  expect(loaded.issues.map((one) => one.code)).toEqual(['run/score-objected'])
})

async function tessera(...words: readonly string[]): Promise<{ exit: number | null; err: string }> {
  const child = spawn(process.execPath, [ENTRY, ...words], {
    cwd: client.folder,
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let err = ''
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const exit = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { exit, err }
}
