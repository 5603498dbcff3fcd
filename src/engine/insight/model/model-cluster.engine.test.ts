// Models on three shards: the same scores and members as on one server, each row beside its customer.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTwins, type Twins } from '../../../../test/kit/twins.ts'
import type { TestFolder } from '../../../../test/kit/folder.ts'
import { sql } from '../../../core/sql/index.ts'
import { applyChanges, createDemo, evaluateProgramme, verifyProgramme } from '../../run/index.ts'
import { runModel, showModel, showModels } from '../index.ts'

const NOW = Date.parse('2026-06-30T10:00:00Z')
const locale = 'en'
const MODELS: Readonly<Record<string, string>> = {
  affinity: 'kind: affinity\ncategories: [Beverages, Pantry, Fresh]\n',
  churn: 'kind: churn\n',
  cost: 'kind: cost\n',
  discount: 'kind: discount\n',
  growth: 'kind: growth\nby: [country]\n',
  points: 'kind: points\n',
  return: 'kind: survival\n',
  rfm: 'kind: rfm\n',
  value: 'kind: lifetime\n',
}
let twins: Twins
let cluster: TestFolder
let single: TestFolder

beforeAll(async () => {
  const source = mkdtempSync(join(tmpdir(), 'tessera-models-'))
  const demo = join(source, 'demo')
  await createDemo({ folder: demo, customers: 300, until: '2026-06-29' })
  for (const name of readdirSync(join(demo, 'segments'))) rmSync(join(demo, 'segments', name))
  rmSync(join(demo, 'models'), { recursive: true, force: true })
  mkdirSync(join(demo, 'models'))
  for (const [key, text] of Object.entries(MODELS))
    writeFileSync(join(demo, `models/${key}.yaml`), text)
  writeFileSync(
    join(demo, 'segments/worth.yaml'),
    'name: worth\ndefinition: score(value.clv) > 300 and score(churn.at_risk) = 0\n',
  )
  const catalogue = join(demo, 'tessera.yaml')
  const consent =
    '\ntraits:\n  profiling: { type: boolean consent, channel: any, purpose: profiling }\n'
  writeFileSync(catalogue, readFileSync(catalogue, 'utf8').replace('\ntraits:\n', consent))
  const clock = { now: () => NOW }
  twins = await openTwins(demo, { clock })
  ;({ cluster, single } = twins)
  rmSync(source, { recursive: true })
}, 120_000)

afterAll(() => twins.close())

test('every kind says the same of everybody, and a second run changes nothing', async () => {
  const files = ['customers.csv', 'products.csv', 'orders.csv', 'refunds.csv']
  for (const shop of [cluster, single]) {
    expect((await showModels(shop.programme, locale)).issues).toEqual([])
    await shop.load(files.map((name) => join(shop.folder, 'data', name)))
    await applyChanges(shop.programme, { locale, why: 'first', who: 'ana' })
    await evaluateProgramme(shop.programme, { locale })
    for (const model of Object.keys(MODELS)) await runModel(shop.programme, { model, locale })
  }
  const rows = async (shop: TestFolder): Promise<readonly { name: string; v: number }[]> => {
    const { analytics } = await shop.programme.current()
    return await analytics.query(
      sql`SELECT customer_id, name, toFloat64(value) AS v FROM score AS s
        INNER JOIN (SELECT DISTINCT customer_key, customer_id FROM customer) AS c ON s.customer_key = c.customer_key
        WHERE value IS NOT NULL ORDER BY name, customer_id`,
    )
  }
  const [ours, theirs] = [await rows(cluster), await rows(single)]
  expect(ours.length).toBeGreaterThan(4000)
  expect(ours.length).toBe(theirs.length)
  // Sums of doubles differ in their last digits by the order of adding.
  const differing = ours.filter((row, i) => {
    const other = theirs[i]
    const near = 2e-3 * Math.max(1, Math.abs(row.v))
    return other === undefined || other.name !== row.name || Math.abs(row.v - other.v) > near
  })
  expect(differing).toEqual([])
  expect((await cluster.members('worth')).length).toBeGreaterThan(20)
  expect(await cluster.members('worth')).toEqual(await single.members('worth'))
  expect(await verifyProgramme(cluster.programme, {})).toMatchObject({ ok: true })
  for (const model of ['rfm', 'churn', 'return']) {
    const again = await runModel(cluster.programme, { model, locale })
    expect([model, again.written, again.cleared]).toEqual([model, 0, 0])
  }
  const { analytics } = await cluster.programme.current()
  const shards = await analytics.query<{ n: string }>(
    sql`SELECT count() AS n FROM score GROUP BY _shard_num ORDER BY n`,
  )
  expect(shards).toHaveLength(3)
})

test('whoever objects loses every score on each shard, whatever model runs next, and is in no such segment', async () => {
  const people = sql`SELECT DISTINCT customer_id AS id FROM customer ORDER BY id LIMIT 40`
  const held = sql`SELECT customer_id AS id FROM customer WHERE customer_key IN (SELECT customer_key FROM score
    GROUP BY name, customer_key HAVING isNotNull(argMax(tuple(value), (at, seq)).1)) GROUP BY id ORDER BY id`
  const left: (readonly string[])[] = []
  for (const shop of [cluster, single]) {
    const { analytics } = await shop.programme.current()
    const ids = (await analytics.query<{ id: string }>(people)).map(({ id }) => id)
    const path = join(shop.folder, 'objections.csv')
    writeFileSync(path, ['customer_id,profiling', ...ids.map((id) => `${id},no`), ''].join('\n'))
    await shop.load([path])
    await runModel(shop.programme, { model: 'rfm', locale })
    const { report } = await showModel(shop.programme, { model: 'rfm', locale })
    expect(report?.findings.map(({ text }) => text).join()).toContain('40 customers')
    const after = (await analytics.query<{ id: string }>(held)).map(({ id }) => id)
    expect(after.filter((id) => ids.includes(id))).toEqual([])
    expect((await shop.members('worth')).filter((id) => ids.includes(id))).toEqual([])
    left.push(after)
  }
  expect(left[0]?.length).toBeGreaterThan(100)
  expect(left[0]).toEqual(left[1])
})
