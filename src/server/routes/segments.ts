/** Segments: read, written, and who is in them. */
import { Readable } from 'node:stream'
import { Hono } from 'hono'
import {
  deleteSegment,
  listSegments,
  memberCsv,
  memberPage,
  readSegment,
  saveSegment,
} from '../../engine/run/index.ts'
import type { Served } from '../served.ts'
import { bodyOf, countOf, localeOf } from '../ask.ts'
import { SAVE_BODY } from '../bodies.ts'
import { badRequest } from '../problem.ts'

/** Everything under /segments. */
export function segmentRoutes({ programme }: Served): Hono {
  const routes = new Hono()
  routes.get('/segments', async (c) => c.json(await listSegments(programme, localeOf(c))))
  routes.get('/segments/:key', async (c) =>
    c.json(await readSegment(programme, c.req.param('key'), localeOf(c))),
  )
  routes.put('/segments/:key', async (c) => {
    const locale = localeOf(c)
    const body = await bodyOf(c, SAVE_BODY)
    if (!body.ok) return badRequest(c, locale, body.issues)
    if (body.value.key !== c.req.param('key')) {
      const at = { kind: 'path', path: ['key'] } as const
      const message = c.req.param('key')
      return badRequest(c, locale, [{ code: 'run/bad-request', severity: 'error', message, at }])
    }
    return c.json(await saveSegment(programme, body.value, locale))
  })
  routes.delete('/segments/:key', async (c) => {
    const revision = c.req.query('revision')
    await deleteSegment(programme, {
      key: c.req.param('key'),
      ...(revision === undefined ? {} : { revision }),
    })
    return c.body(null, 204)
  })
  routes.get('/segments/:key/members', async (c) => {
    const after = c.req.query('after')
    const search = c.req.query('search')
    const page = await memberPage(programme, {
      segment: c.req.param('key'),
      limit: countOf(c, 'limit', { low: 1, high: 500, otherwise: 50 }),
      locale: localeOf(c),
      ...(after === undefined || after === '' ? {} : { after }),
      ...(search === undefined || search === '' ? {} : { search }),
    })
    return c.json(page)
  })
  routes.get('/segments/:key/members.csv', async (c) => {
    const key = c.req.param('key')
    const rows = await memberCsv(programme, { segment: key })
    return c.body(Readable.toWeb(Readable.from(rows)) as ReadableStream, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${key}.csv"`,
    })
  })
  return routes
}
