// Models on real engines: scores that segments use, refreshed on schedule, kept in history, surviving a kill.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestFolder, type TestFolder } from '../../../../test/kit/folder.ts'
import { LOCALES } from '../../../core/base/index.ts'
import { MODEL_SPECS } from '../../../core/catalog/index.ts'
import type { ModelRunWire, ModelWire } from '../../../core/contract/index.ts'
import { sql, value } from '../../../core/sql/index.ts'
import {
  applyChanges,
  catchUp,
  countDefinition,
  createDemo,
  evaluateProgramme,
  openProgramme,
  verifyProgramme,
} from '../../run/index.ts'
import { initModel, keepModels, runModel, showModel, showModels } from '../index.ts'
import { dueModels } from './clerk.ts'

const DAY = 86_400_000
const locale = 'en'
let now = Date.parse('2026-06-30T10:00:00Z')
let shop: TestFolder

const run = (model: string, more: object = {}): Promise<ModelRunWire> =>
  runModel(shop.programme, { model, locale, who: 'ana', ...more })
const code = (wanted: string): Error => expect.objectContaining({ code: wanted }) as Error
const model = (key: string, text: string): void => {
  mkdirSync(join(shop.folder, 'models'), { recursive: true })
  writeFileSync(join(shop.folder, `models/${key}.yaml`), text)
}
async function standing(key: string): Promise<ModelWire | undefined> {
  return (await showModels(shop.programme, locale)).models.find((one) => one.key === key)
}
async function ask<T>(statement: ReturnType<typeof sql>): Promise<readonly T[]> {
  return await (await shop.programme.current()).analytics.query<T>(statement)
}
async function scored(name: string): Promise<number> {
  const rows = await ask<{ name: string; n: string }>(
    sql`SELECT name, countIf(v IS NOT NULL) AS n FROM (SELECT name, customer_key, argMax(tuple(value), (at, seq)).1 AS v
      FROM score GROUP BY name, customer_key) GROUP BY name`,
  )
  return Number(rows.find((row) => row.name === name)?.n ?? 0)
}

/** Every score as it holds now. */
const SAID = sql`SELECT name, customer_key, argMax(tuple(value), (at, seq)).1 AS v FROM score GROUP BY name, customer_key ORDER BY ALL`

beforeAll(async () => {
  const source = mkdtempSync(join(tmpdir(), 'tessera-models-'))
  await createDemo({ folder: join(source, 'demo'), customers: 600, until: '2026-06-29' })
  shop = await openTestFolder(join(source, 'demo'), { clock: { now: () => now } })
  rmSync(source, { recursive: true })
  rmSync(join(shop.folder, 'models'), { recursive: true, force: true })
  for (const name of readdirSync(join(shop.folder, 'segments'))) {
    if (name !== 'vip.yaml') rmSync(join(shop.folder, 'segments', name))
  }
  const files = ['customers.csv', 'products.csv', 'orders.csv', 'refunds.csv']
  await shop.load(files.map((name) => join(shop.folder, 'data', name)))
})
afterAll(() => shop.close())

test('what cannot be run is refused with what there is', async () => {
  await expect(run('rfm')).rejects.toThrow(code('run/model-unknown'))
  await expect(initModel(shop.programme, { kind: 'rfn', locale })).rejects.toThrow(
    code('run/model-kind-unknown'),
  )
  await expect(initModel(shop.programme, { kind: 'rfm', key: 'r-f', locale })).rejects.toThrow(
    code('run/model-key'),
  )
  const made = await initModel(shop.programme, { kind: 'rfm', locale })
  expect(made).toEqual({ key: 'rfm', kind: 'rfm', file: 'models/rfm.yaml', missing: [] })
  await expect(initModel(shop.programme, { kind: 'rfm', locale })).rejects.toThrow(
    code('run/model-exists'),
  )
  await expect(run('rfm')).rejects.toThrow(code('run/not-evaluated'))
  expect(await dueModels(shop.programme)).toEqual([])
})

test('[SCORE-1] a segment asks for a score before there is one; its members come with the run', async () => {
  writeFileSync(
    join(shop.folder, 'segments/best.yaml'),
    'name: best\ndefinition: score(rfm.monetary) = 5 and score(rfm.recency) >= 4\n',
  )
  await applyChanges(shop.programme, { locale, why: 'first', who: 'ana' })
  await evaluateProgramme(shop.programme, { locale })
  expect(await shop.members('best')).toEqual([])
  expect(await dueModels(shop.programme)).toEqual(['rfm'])
  const done = await run('rfm')
  expect(done).toMatchObject({ state: 'done', who: 'ana', scored: true, cleared: 0, error: null })
  expect(done.written).toBe(4 * done.n)
  expect(await scored('rfm.recency')).toBe(done.n)
  const members = await shop.members('best')
  const byHand = await ask<{ customer_id: string }>(
    sql`SELECT customer_id FROM customer WHERE customer_key IN (SELECT customer_key FROM score WHERE name = 'rfm.monetary' AND value = 5)
      AND customer_key IN (SELECT customer_key FROM score WHERE name = 'rfm.recency' AND value >= 4) ORDER BY customer_id`,
  )
  expect(members.length).toBeGreaterThan(20)
  expect(members).toEqual(byHand.map((row) => row.customer_id))
  expect(await verifyProgramme(shop.programme, {})).toMatchObject({ ok: true })
  expect(await dueModels(shop.programme)).toEqual([])
})

test('equal customers score alike, and bins are those of the values', async () => {
  const rows = await ask<{ orders: string; bins: string }>(
    sql`SELECT orders, uniqExact(s.value) AS bins FROM (
        SELECT customer_key, count() AS orders FROM event_purchase WHERE p_status = 'paid'
          AND at > fromUnixTimestamp64Milli(${value(now - 365 * DAY, 'Int64')}, 'UTC')
          AND at <= fromUnixTimestamp64Milli(${value(now, 'Int64')}, 'UTC') GROUP BY customer_key) AS o
      INNER JOIN (SELECT customer_key, value FROM score WHERE name = 'rfm.frequency') AS s ON o.customer_key = s.customer_key
      GROUP BY orders HAVING bins > 1`,
  )
  expect(rows).toEqual([])
})

test('the same facts again write nothing; a changed file is due and is computed anew', async () => {
  expect(await run('rfm')).toMatchObject({ written: 0, cleared: 0, scored: true })
  model('rfm', 'kind: rfm\nbins: 3\n')
  expect(await standing('rfm')).toMatchObject({ due: true, stale: true })
  const done = await run('rfm')
  expect(done.written).toBeGreaterThan(0)
  expect(await shop.members('best')).toEqual([])
  model('rfm', 'kind: rfm\n')
  await run('rfm')
  expect((await shop.members('best')).length).toBeGreaterThan(20)
  const shown = await showModel(shop.programme, { model: 'rfm', locale })
  expect(shown.runs.filter((one) => one.state === 'done')).toHaveLength(4)
  const first = await showModel(shop.programme, { model: 'rfm', run: done.run, locale })
  expect(first.told).toMatchObject({ bins: 3 })
  await expect(showModel(shop.programme, { model: 'rfm', run: 999, locale })).rejects.toThrow(
    code('run/model-run-unknown'),
  )
})

test('the schedule computes what a new day asks for, and members follow', async () => {
  now += 3 * DAY
  const current = await shop.programme.current()
  await catchUp(current, { to: now, computedAt: now })
  expect(await dueModels(shop.programme)).toEqual(['rfm'])
  const clerk = keepModels(shop.programme, { beatMs: 50 })
  await expect.poll(() => dueModels(shop.programme), { timeout: 15_000 }).toEqual([])
  await clerk.close()
  const [last] = (await showModel(shop.programme, { model: 'rfm', locale })).runs
  expect(last).toMatchObject({ who: 'schedule', state: 'done', asOf: new Date(now).toISOString() })
  expect(last?.written).toBeGreaterThan(0)
  expect(await verifyProgramme(shop.programme, {})).toMatchObject({ ok: true })
})

test('a run whose process died is closed by the next; another opening finds the history', async () => {
  const { ledger } = await shop.programme.current()
  await ledger.db
    .insertInto('model_run')
    .values({
      model: 'rfm',
      kind: 'rfm',
      state: 'running',
      digest: '',
      settings: '{}',
      who: 'gone',
      started_at: new Date(now),
    })
    .execute()
  // What a mistake of ours leaves: a code and nothing of the data.
  await ledger.db
    .insertInto('model_run')
    .values({
      model: 'rfm',
      kind: 'rfm',
      state: 'failed',
      digest: '',
      settings: '{}',
      who: 'bug',
      started_at: new Date(now),
      error: JSON.stringify({ code: 'run/model-failed', params: {} }),
    })
    .execute()
  await run('rfm')
  const own = { folder: shop.folder, from: shop.folder, locale, command: 'test' } as const
  const other = await openProgramme({ ...own, clock: { now: () => now } })
  const { runs } = await showModel(other, { model: 'rfm', locale })
  await other.close()
  expect(runs.slice(0, 3).map((one) => [one.who, one.state, one.error?.code])).toEqual([
    ['ana', 'done', undefined],
    ['bug', 'failed', 'run/model-failed'],
    ['gone', 'died', undefined],
  ])
})

test('what a run that was killed while it wrote left out, the next one brings', async () => {
  const before = await ask(SAID)
  model('rfm', 'kind: rfm\nbins: 4\n')
  await run('rfm')
  const whole = await ask(SAID)
  expect(whole).not.toEqual(before)
  // Killed after two of four scores: the rows of the others never came.
  const { analytics } = await shop.programme.current()
  await analytics.run(
    sql`ALTER TABLE score DELETE WHERE name IN ('rfm.monetary', 'rfm.segment') AND seq = (SELECT max(seq) FROM score)`,
    { settings: { mutations_sync: 2 } },
  )
  expect(await ask(SAID)).not.toEqual(whole)
  // What it worked with lies there still.
  const columns = [{ name: 'customer_key', type: 'UInt64' }]
  for (const name of ['model_kept', 'model_lookup', 'model_stage']) {
    await analytics.tables.create({ name, columns, orderBy: ['customer_key'] })
  }
  await run('rfm')
  expect((await analytics.tables.list()).filter((name) => name.startsWith('model_'))).toEqual([])
  expect(await ask(SAID)).toEqual(whole)
  expect(await verifyProgramme(shop.programme, {})).toMatchObject({ ok: true })
  model('rfm', 'kind: rfm\n')
  await run('rfm')
  expect(await ask(SAID)).toEqual(before)
})

test('a model that has nothing to say leaves the scores, and they are called stale', async () => {
  const before = await scored('rfm.recency')
  const members = await shop.members('best')
  // Nothing of this event was loaded.
  model('rfm', 'kind: rfm\nevent: web_visit\n')
  const done = await run('rfm')
  expect(done).toMatchObject({ status: 'none', scored: false, written: 0, cleared: 0 })
  const shown = await showModel(shop.programme, { model: 'rfm', locale })
  expect(shown.stale).toBe(true)
  expect(shown.report?.findings.map((finding) => finding.code)).toEqual(['rfm/none'])
  expect(await scored('rfm.recency')).toBe(before)
  expect(await shop.members('best')).toEqual(members)
})

test('cancelled before it writes, a run leaves everything as it was', async () => {
  model('rfm', 'kind: rfm\ndays: 3000\n')
  const stop = new AbortController()
  const report = ({ phase }: { phase?: string }): void => {
    if (phase === 'scoring') stop.abort(new DOMException('stop', 'AbortError'))
  }
  await expect(run('rfm', { signal: stop.signal, report })).rejects.toThrow()
  const [last] = (await showModel(shop.programme, { model: 'rfm', locale })).runs
  expect(last).toMatchObject({ state: 'cancelled', scored: false })
  const { analytics } = await shop.programme.current()
  expect((await analytics.tables.list()).filter((name) => name.startsWith('model_'))).toEqual([])
})

test('what the catalogue lacks is said, and the run is kept', async () => {
  model('cuts', 'kind: discount\nevent: web_visit\n')
  await expect(run('cuts')).rejects.toThrow(code('run/model-lacks'))
  expect((await standing('cuts'))?.missing.length).toBeGreaterThan(0)
  expect((await standing('cuts'))?.last).toMatchObject({ error: { code: 'run/model-lacks' } })
  rmSync(join(shop.folder, 'models/cuts.yaml'))
})

test('a file with a mistake is named with its place, and gives no scores', async () => {
  model('broken', 'kind: churn\nquantile: 2\n')
  const found = await showModels(shop.programme, locale)
  expect(found.models.map((one) => one.key)).toEqual(['rfm'])
  expect(found.issues).toMatchObject([
    { code: 'catalog/model-number', at: { file: 'models/broken.yaml', line: 2 } },
  ])
  rmSync(join(shop.folder, 'models/broken.yaml'))
})

test('times to the next purchase: each customer weighs one, whatever the number of gaps', async () => {
  model('weighing', 'kind: survival\n')
  await run('weighing')
  const survival = await showModel(shop.programme, { model: 'weighing', locale })
  const steps = survival.report?.tables.find(({ name }) => name === 'steps')?.rows ?? []
  // Whoever has bought on so many days is one in the curve from there on, with all gaps of the step.
  const byHand = await ask<{ step: number; n: string; gaps: string }>(
    sql`SELECT step, countIf(days >= step) AS n, sum(greatest(0, least(days, until) - step)) AS gaps FROM (
        SELECT customer_key, toInt64(uniqExact(toDate(at, 'Europe/Paris'))) AS days FROM event_purchase WHERE p_status = 'paid' AND at <= fromUnixTimestamp64Milli(${value(now, 'Int64')}, 'UTC') GROUP BY customer_key) AS d
      CROSS JOIN (SELECT pair.1 AS step, pair.2 AS until FROM (SELECT arrayJoin([(1, 2), (2, 3), (3, 5), (5, 10), (10, 100000)]) AS pair)) AS s
      GROUP BY step ORDER BY step`,
  )
  expect(steps.map((row) => [row['customers'], row['gaps']])).toEqual(
    byHand.map(({ n, gaps }) => [Number(n), Number(gaps)]),
  )
  rmSync(join(shop.folder, 'models/weighing.yaml'))
})

test('every kind that this shop has data for runs, in words of four languages', async () => {
  const made: string[] = []
  const compared = new Set<string>()
  for (const spec of MODEL_SPECS) {
    if (spec.kind === 'rfm' || spec.settings.some((setting) => setting.required === true)) continue
    const { missing } = await initModel(shop.programme, { kind: spec.kind, locale })
    if (missing.length === 0) made.push(spec.key)
  }
  for (const key of made) {
    const done = await run(key)
    expect([key, done.state]).toEqual([key, 'done'])
    if (done.scored) expect([key, done.written > 0]).toEqual([key, true])
    const { report: found } = await showModel(shop.programme, { model: key, locale })
    for (const { code: name, text, definition } of found?.findings ?? []) {
      if (definition === null) continue
      const counted = await countDefinition(shop.programme, { definition }, { locale })
      expect([key, definition, counted.count > 0]).toEqual([key, definition, true])
      const [, told] = TOLD[name]?.exec(text) ?? []
      if (told === undefined) continue
      compared.add(name)
      expect([name, Number(told.replaceAll(',', ''))]).toEqual([name, counted.count])
    }
    for (const each of LOCALES) {
      const { report } = await showModel(shop.programme, { model: key, locale: each })
      const text = JSON.stringify(report)
      expect([key, each, report?.findings.length === 0, /\{\w+\}/.test(text)]).toEqual([
        key,
        each,
        false,
        false,
      ])
    }
  }
  expect(made).toContain('churn')
  expect([...compared]).toEqual(
    expect.arrayContaining(['churn/late', 'churn/soon', 'discount/hunters', 'growth/total']),
  )
})

/** The count that a finding tells: its definition must select as many. */
const TOLD: Readonly<Record<string, RegExp>> = {
  'churn/late': /^([\d,]+) of/,
  'churn/soon': /^([\d,]+) have just/,
  'discount/full-price': /^([\d,]+) customers/,
  'discount/hunters': /^([\d,]+) customers/,
  'growth/total': /^If ([\d,]+) customers/,
}
