// Who is refused at the HTTP door and how, before anybody is let in.
import { describe, expect, test } from 'vitest'
import { useServer } from '../../test/kit/server.ts'

const client = useServer()
const { ask, answer, problem, askAs } = client

describe('strangers', () => {
  const paths = [
    ['GET', '/programme'],
    ['GET', '/catalogue'],
    ['GET', '/segments'],
    ['GET', '/segments/lapsing'],
    ['PUT', '/segments/lapsing'],
    ['DELETE', '/segments/lapsing'],
    ['GET', '/segments/lapsing/members'],
    ['GET', '/segments/lapsing/members.csv'],
    ['GET', '/explain?customer=C1&segment=lapsing'],
    ['POST', '/count'],
    ['POST', '/evaluate'],
    ['GET', '/jobs'],
    ['GET', '/jobs/x'],
    ['DELETE', '/jobs/x'],
    ['POST', '/uploads?name=a.csv'],
    ['POST', '/uploads/x/preview'],
    ['POST', '/imports'],
    ['GET', '/imports'],
    ['GET', '/imports/1/quarantine'],
    ['GET', '/imports/1/quarantine.csv'],
    ['POST', '/imports/1/retry'],
    ['GET', '/nothing-here'],
  ] as const
  test.each(paths)('%s %s without the key is run/not-signed-in', async (method, path) => {
    const body = method === 'PUT' || method === 'POST' ? { body: {} } : {}
    const found = await problem(path, { method, key: 'wrong', ...body })
    expect(found).toMatchObject({ status: 401, code: 'run/not-signed-in' })
  })

  test('a foreign Host or Origin is run/wrong-host, even for health', async () => {
    expect(await askAs('evil.example')).toBe(403)
    expect(await askAs('127.0.0.1:PORT', { origin: 'http://evil.example' })).toBe(403)
    expect(await askAs('localhost:PORT')).toBe(200)
  })

  test('health needs no key', async () => {
    expect(await answer('/health', { key: '' })).toEqual({
      ok: true,
      tessera: '0.0.0-test',
      programme: client.programme.id,
    })
  })

  test('every answer carries careful headers', async () => {
    const { headers } = await ask('/health')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
  })
})

describe('files of the console', () => {
  const status = async (path: string): Promise<number> =>
    await client.askAs('127.0.0.1:PORT', {}, path)

  test('nothing outside of its folder is served, whatever the path', async () => {
    expect(await status('/..%2f..%2fpackage.json')).toBe(404)
    expect(await status('/../../package.json')).toBe(404)
    expect(await status('/%2e%2e/%2e%2e/package.json')).toBe(404)
    expect(await status('/%E0%A4%A')).toBe(404)
  })
})

describe('bad requests', () => {
  test('bodies are checked, and issues point at their parts', async () => {
    const noJson = await problem('/count', { raw: '{' })
    expect(noJson).toMatchObject({ status: 400, code: 'run/bad-request' })
    const wrong = await problem('/count', { body: { definition: 5, more: 1 } })
    expect(wrong.issues?.map((issue) => issue.at)).toContainEqual({
      kind: 'path',
      path: ['definition'],
    })
    const other = await problem('/segments/lapsing', {
      method: 'PUT',
      body: { key: 'else', name: {}, why: {}, status: 'active', definition: 'everyone' },
    })
    expect(other).toMatchObject({ status: 400, code: 'run/bad-request' })
    expect(await problem('/imports', { body: { uploadId: '../..', mapping: '' } })).toMatchObject({
      status: 400,
    })
  })

  test('what does not exist is named', async () => {
    expect(await problem('/segments/lapsin')).toMatchObject({
      status: 404,
      code: 'run/segment-unknown',
      detail: 'There is no segment "lapsin". → "lapsing"',
    })
    expect(await problem('/jobs/x')).toMatchObject({ status: 404, code: 'run/job-unknown' })
    expect(await problem('/imports/99/quarantine')).toMatchObject({
      status: 404,
      code: 'run/import-unknown',
    })
    expect(await problem('/uploads/x/preview', { body: { mapping: '' } })).toMatchObject({
      status: 404,
      code: 'run/upload-unknown',
    })
    expect(await problem('/nothing-here')).toMatchObject({ status: 404, code: 'run/not-found' })
  })

  test('the words are in the language that was asked for', async () => {
    const byHeader = await problem('/jobs/x', { headers: { 'accept-language': 'fr-CA,en;q=0.5' } })
    expect(byHeader.detail).toContain('La tâche x n’existe pas')
    expect((await problem('/jobs/x?locale=pt-BR')).detail).toContain('Não existe a tarefa x')
  })

  test('a definition with errors is run/definition-invalid with their places', async () => {
    const found = await problem('/count', { body: { definition: 'contry = "PT"' } })
    expect(found).toMatchObject({ status: 422, code: 'run/definition-invalid' })
    expect(found.issues?.[0]).toMatchObject({
      code: 'segment/unknown-trait',
      at: { kind: 'span', start: 0, end: 6 },
      fix: 'country',
    })
    expect(
      await problem('/count', { body: { definition: 'everyone', asOf: 'soon' } }),
    ).toMatchObject({ status: 400, code: 'run/bad-instant' })
  })

  test('members before the first evaluation are run/not-evaluated', async () => {
    expect(await problem('/segments/lapsing/members')).toMatchObject({
      status: 409,
      code: 'run/not-evaluated',
    })
  })
})
