/** Ready segments: the gallery, one with its count, a draft made of one. */
import { Hono } from 'hono'
import { applyTemplate, listTemplates, showTemplate } from '../../engine/run/index.ts'
import type { Served } from '../served.ts'
import { bodyOf, localeOf } from '../ask.ts'
import { USE_TEMPLATE_BODY } from '../governance-bodies.ts'
import { badRequest } from '../problem.ts'

/** Query parameters that are not values of the template's own parameters. */
const OURS: ReadonlySet<string> = new Set(['locale', 'asOf', 'approximate'])

/** GET /templates, GET /templates/:key?quiet=45, POST /templates/:key. */
export function templateRoutes({ programme }: Served): Hono {
  const routes = new Hono()
  routes.get('/templates', async (c) => c.json(await listTemplates(programme, localeOf(c))))
  routes.get('/templates/:key', async (c) => {
    const query = c.req.query()
    const { asOf, approximate } = query
    return c.json(
      await showTemplate(programme, {
        key: c.req.param('key'),
        parameters: Object.fromEntries(Object.entries(query).filter(([name]) => !OURS.has(name))),
        locale: localeOf(c),
        approximate: approximate === 'true',
        signal: c.req.raw.signal,
        ...(asOf === undefined ? {} : { asOf }),
      }),
    )
  })
  routes.post('/templates/:key', async (c) => {
    const locale = localeOf(c)
    const body = await bodyOf(c, USE_TEMPLATE_BODY)
    if (!body.ok) return badRequest(c, locale, body.issues)
    const used = await applyTemplate(programme, {
      ...body.value,
      key: c.req.param('key'),
      locale,
    })
    return c.json(used, 201)
  })
  return routes
}
