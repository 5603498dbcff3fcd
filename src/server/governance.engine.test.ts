// Plan, apply, versions and lists over real HTTP and real engines.
import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type {
  ApplyWire,
  ChangePlanWire,
  DiffWire,
  JobWire,
  ListEditWire,
  ListPageWire,
  ListWire,
  MemberPageWire,
  ScoreLoadWire,
  ScoresWire,
  SegmentVersionWire,
  SegmentWire,
} from '../core/contract/index.ts'
import { EXAMPLE, EXPECTED, useServer } from '../../test/kit/server.ts'

const server = useServer()
const { answer, problem, ended, upload, loadAs } = server

test('a saved edit is planned, applied with a reason, listed, restored', async () => {
  for (const name of ['customers.csv', 'orders.csv']) {
    await loadAs(await upload(name, readFileSync(join(EXAMPLE, 'data', name))))
  }
  await ended(await answer<JobWire>('/evaluate', { body: { asOf: EXPECTED.asOf } }, 202))
  expect((await answer<ChangePlanWire>('/plan')).changes).toEqual([])

  const before = await answer<SegmentWire>('/segments/not_portugal')
  const { key, name, why, status, revision } = before
  const body = { key, name, why, status, revision, definition: 'country = "BR"' }
  const saved = await answer<SegmentWire>(`/segments/${key}`, { method: 'PUT', body })
  expect(saved.standing).toMatchObject({ version: 1, pending: 'changed', carried: false })

  const plan = await answer<ChangePlanWire>('/plan?locale=fr')
  expect(plan.changes).toMatchObject([{ key, pending: 'changed', from: { version: 1 } }])
  expect(plan.changes[0]?.effect?.before).toBe(EXPECTED.members['not_portugal']?.length)
  expect(await answer<readonly DiffWire[]>(`/diff?segment=${key}`)).toHaveLength(1)

  const job = await ended(await answer<JobWire>('/apply', { body: { why: 'narrower' } }, 202))
  expect(job).toMatchObject({ kind: 'apply', state: 'done' })
  expect((job.report as ApplyWire).applied).toMatchObject([{ key, version: 2 }])
  const versions = await answer<readonly SegmentVersionWire[]>(`/segments/${key}/versions`)
  expect(versions.map((v) => [v.version, v.why])).toEqual([
    [2, 'narrower'],
    [1, 'first evaluation'],
  ])
  const [diff] = await answer<readonly DiffWire[]>(`/segments/${key}/versions/1/diff/2`)
  expect(diff?.lines.map((l) => l.mark)).toEqual([' ', '-', '+'])
  const restore = `/segments/${key}/versions/1/restore`
  const back = await answer<SegmentWire>(restore, { method: 'POST' })
  expect(back.definition).toBe(before.definition)
  expect(await problem(`/segments/${key}/versions/9/restore`, { method: 'POST' })).toMatchObject({
    status: 404,
    code: 'run/version-unknown',
  })
})

test('lists are made, edited and shown', async () => {
  await ended(await answer<JobWire>('/evaluate', { body: {} }, 202))
  const made = await answer<ListWire>('/lists/vip', { method: 'PUT', body: { comment: 'Us' } }, 201)
  expect(made).toMatchObject({ name: 'vip', comment: 'Us', members: 0 })
  const edit = { add: ['C1', 'C3', 'nobody'], why: 'by phone' }
  expect(await answer<ListEditWire>('/lists/vip', { body: edit })).toMatchObject({
    added: 2,
    unknownCount: 1,
  })
  expect((await answer<ListPageWire>('/lists/vip?limit=1')).next).toBe('C1')
  expect((await answer<readonly ListWire[]>('/lists')).map((l) => l.members)).toEqual([2])
  const override = '/lists/segment:lapsing:exclude'
  const [member = ''] = (await answer<MemberPageWire>('/segments/lapsing/members')).members.map(
    (m) => m.customerId,
  )
  await answer<ListEditWire>(override, { body: { add: [member] } })
  const after = await answer<MemberPageWire>('/segments/lapsing/members')
  expect(after.members.map((m) => m.customerId)).not.toContain(member)
  expect(await problem('/lists/vap')).toMatchObject({ status: 404, code: 'run/list-unknown' })
  expect(await problem('/lists/vip', { body: { give: [] } })).toMatchObject({ status: 400 })
})

test('scores are loaded as a file and shown', async () => {
  appendFileSync(join(server.folder, 'tessera.yaml'), '\nscores:\n  clv.expected_12m: number\n')
  const raw = 'customer_id,value\nC1,420.5\nnobody,1\n'
  const path = '/scores?score=clv.expected_12m&at=2026-03-01&version=m7&name=clv.csv'
  const done = await answer<ScoreLoadWire>(path, { raw })
  expect(done).toMatchObject({ read: 2, written: 1, rejected: 1, version: 'm7' })
  expect(done.issues[0]?.at).toEqual({ kind: 'file', file: 'clv.csv', line: 3 })
  expect(await answer<ScoreLoadWire>(path, { raw })).toMatchObject({ load: null, unchanged: 1 })
  expect(await answer<ScoresWire>('/scores')).toMatchObject({
    scores: [{ name: 'clv.expected_12m', customers: 1 }],
    loads: [{ file: 'clv.csv', written: 1 }],
  })
  expect(await problem('/scores?score=clv', { raw })).toMatchObject({
    status: 404,
    code: 'run/score-unknown',
  })
})
