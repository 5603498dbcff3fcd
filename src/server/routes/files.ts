/** Files on their way in: uploads, previews, imports and what they set aside. */
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { Hono, type Context } from 'hono'
import {
  listImports,
  loadUpload,
  previewUpload,
  quarantineFile,
  quarantinePage,
  receiveUpload,
  retryImport,
  saveUpload,
} from '../../engine/run/index.ts'
import type { Served } from '../served.ts'
import { bodyOf, countOf, localeOf } from '../ask.ts'
import { LOAD_BODY, PREVIEW_BODY } from '../bodies.ts'
import { badRequest } from '../problem.ts'

/** Everything under /uploads and /imports. */
export function fileRoutes({ programme, jobs }: Served): Hono {
  const routes = new Hono()
  routes.post('/uploads', async (c) => {
    const name = c.req.query('name') ?? 'upload.csv'
    return c.json(
      await receiveUpload(programme, { name, body: bytesOf(c), locale: localeOf(c) }),
      201,
    )
  })
  routes.post('/uploads/:id/preview', async (c) => {
    const locale = localeOf(c)
    const body = await bodyOf(c, PREVIEW_BODY)
    if (!body.ok) return badRequest(c, locale, body.issues)
    return c.json(await previewUpload(programme, { id: c.req.param('id'), ...body.value, locale }))
  })
  routes.post('/imports', async (c) => {
    const locale = localeOf(c)
    const body = await bodyOf(c, LOAD_BODY)
    if (!body.ok) return badRequest(c, locale, body.issues)
    const request = body.value
    const job = jobs.start('load', locale, (tools) =>
      loadUpload(programme, request, { locale, ...tools }),
    )
    return c.json(job, 202)
  })
  routes.get('/imports', async (c) => c.json(await listImports(programme)))
  routes.get('/imports/:id/quarantine', async (c) =>
    c.json(
      await quarantinePage(programme, {
        id: importId(c),
        after: countOf(c, 'after', { low: 0, high: Number.MAX_SAFE_INTEGER, otherwise: 0 }),
        limit: countOf(c, 'limit', { low: 1, high: 500, otherwise: 100 }),
        locale: localeOf(c),
      }),
    ),
  )
  routes.get('/imports/:id/quarantine.csv', async (c) => {
    const file = await quarantineFile(programme, importId(c))
    return c.body(Readable.toWeb(createReadStream(file.path)) as ReadableStream, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${file.name}"`,
    })
  })
  routes.post('/imports/:id/retry', async (c) => {
    const locale = localeOf(c)
    const id = importId(c)
    // The body is read before the answer; the job works on the stored file.
    const upload = await saveUpload(programme, { name: `retry-${id}.csv`, body: bytesOf(c) })
    const job = jobs.start('load', locale, (tools) =>
      retryImport(programme, { id, upload }, { locale, ...tools }),
    )
    return c.json(job, 202)
  })
  return routes
}

function importId(c: Context): number {
  const id = Number(c.req.param('id'))
  return Number.isSafeInteger(id) && id > 0 ? id : 0
}

async function* bytesOf(c: Context): AsyncGenerator<Uint8Array> {
  const { body } = c.req.raw
  if (body === null) return
  for await (const chunk of body) yield chunk
}
