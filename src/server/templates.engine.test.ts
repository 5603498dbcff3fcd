// Ready segments over real HTTP.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { TemplateShownWire, TemplateUsedWire, TemplateWire } from '../core/contract/index.ts'
import { useServer } from '../../test/kit/server.ts'

const client = useServer()

test('nobody sees them without the key', async () => {
  for (const path of ['/templates', '/templates/lost']) {
    expect((await client.ask(path, { key: 'wrong' })).status).toBe(401)
  }
  expect((await client.ask('/templates/lost', { key: 'wrong', body: {} })).status).toBe(401)
})

test('the gallery says what fits and what is missing, in the asked language', async () => {
  const all = await client.answer<readonly TemplateWire[]>('/templates?locale=fr')
  expect(all.length).toBeGreaterThanOrEqual(40)
  const lost = all.find((t) => t.key === 'lost')
  expect(lost).toMatchObject({ fits: true, groupLabel: 'À risque', usedBy: [] })
  const silent = all.find((t) => t.key === 'silent-readers')
  expect(silent?.fits).toBe(false)
  expect(silent?.missing[0]).toMatch(/^un événement avec le rôle email-/)
})

test('one comes with its count; values go into the address', async () => {
  const shown = await client.answer<TemplateShownWire>(
    '/templates/lost?quiet=30&asOf=2026-01-31&locale=es',
  )
  expect(shown.definition).toContain('last 30 days')
  expect(shown.parameters).toMatchObject([{ name: 'quiet', value: 30, default: 365 }])
  expect(shown.count?.sentence).toBe(shown.sentence)
  expect(shown.count?.count).toBeGreaterThanOrEqual(0)
  const wrong = await client.problem('/templates/lost?quiet=never')
  expect(wrong).toMatchObject({ status: 400, code: 'run/template-parameter' })
  expect(await client.problem('/templates/lots')).toMatchObject({
    status: 404,
    code: 'run/template-unknown',
  })
})

test('using one writes a draft; a second time a free key is named', async () => {
  const body = { as: 'gone', parameters: { quiet: '200' } }
  const used = await client.answer<TemplateUsedWire>('/templates/lost', { body }, 201)
  expect(used).toMatchObject({ template: 'lost', segment: 'gone', file: 'segments/gone.yaml' })
  expect(existsSync(join(client.folder, used.file))).toBe(true)
  const again = await client.problem('/templates/lost', { body })
  expect(again).toMatchObject({ status: 409, code: 'run/template-taken' })
  expect(again.detail).toContain('gone-2')
  const unfit = await client.problem('/templates/silent-readers', { body: {} })
  expect(unfit).toMatchObject({ status: 422, code: 'run/template-unfit' })
  const shape = await client.problem('/templates/lost', { body: { key: 'x' } })
  expect(shape).toMatchObject({ status: 400, code: 'run/bad-request' })
})
