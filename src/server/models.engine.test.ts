// Models over real HTTP: listed, begun, computed as a job, shown, downloaded.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type {
  JobWire,
  ModelDetailWire,
  ModelInitWire,
  ModelRunWire,
  ModelsWire,
} from '../core/contract/index.ts'
import { EXAMPLE, EXPECTED, useServer } from '../../test/kit/server.ts'

const client = useServer()

test('nobody sees or runs them without the key', async () => {
  for (const path of ['/models', '/models/rfm', '/models/rfm/table.csv']) {
    expect((await client.ask(path, { key: 'wrong' })).status).toBe(401)
  }
  for (const path of ['/models', '/models/rfm/run']) {
    expect((await client.ask(path, { key: 'wrong', body: {} })).status).toBe(401)
  }
})

test('a first file is written once; kinds speak the asked language', async () => {
  const none = await client.answer<ModelsWire>('/models?locale=fr')
  expect(none.models).toEqual([])
  expect(none.kinds.find((kind) => kind.kind === 'rfm')?.label).toBe('Récence, fréquence, montant')
  const body = { kind: 'rfm', key: 'groups' }
  const made = await client.answer<ModelInitWire>('/models', { body }, 201)
  expect(made).toEqual({ key: 'groups', kind: 'rfm', file: 'models/groups.yaml', missing: [] })
  expect(await client.problem('/models', { body })).toMatchObject({
    status: 409,
    code: 'run/model-exists',
  })
  expect(await client.problem('/models', { body: { kind: 'rfn' } })).toMatchObject({
    status: 404,
    code: 'run/model-kind-unknown',
  })
  expect(await client.problem('/models', { body: { sort: 'rfm' } })).toMatchObject({ status: 400 })
})

test('a run is a job; what it found is shown and downloaded', async () => {
  for (const name of ['customers.csv', 'orders.csv']) {
    await client.loadAs(await client.upload(name, readFileSync(join(EXAMPLE, 'data', name))))
  }
  const asOf = EXPECTED.asOf
  await client.ended(await client.answer<JobWire>('/evaluate', { body: { asOf } }, 202))
  expect(await client.problem('/models/group/run', { method: 'POST' })).toMatchObject({
    status: 404,
    code: 'run/model-unknown',
  })
  const started = await client.answer<JobWire>('/models/groups/run', { method: 'POST' }, 202)
  expect(started.kind).toBe('model')
  const job = await client.ended(started)
  const run = job.report as ModelRunWire
  expect(run).toMatchObject({ model: 'groups', state: 'done', scored: true })
  expect(Date.parse(run.asOf ?? '')).toBe(Date.parse(asOf))
  expect(run.n).toBeGreaterThan(0)
  const shown = await client.answer<ModelDetailWire>('/models/groups?locale=es')
  expect(shown).toMatchObject({ stale: false, due: false, version: run.version })
  expect(shown.report?.findings.length).toBeGreaterThan(0)
  expect(shown.runs.map((one) => one.run)).toContain(run.run)
  const csv = await client.ask('/models/groups/table.csv?table=groups')
  expect(csv.headers.get('content-disposition')).toContain('groups-groups.csv')
  expect((await csv.text()).split('\r\n')[0]).toContain('Number,Group,Customers')
  expect(await client.problem('/models/groups/table.csv?table=nope')).toMatchObject({
    code: 'run/report-parameter',
  })
  expect(await client.problem('/models/groups?run=999')).toMatchObject({
    status: 404,
    code: 'run/model-run-unknown',
  })
})
