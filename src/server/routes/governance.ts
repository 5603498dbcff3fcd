/** Definitions governed like code: what applying would do, doing it, versions, lists kept by hand. */
import { Hono } from 'hono'
import { applyWithChecks, planWithChecks } from '../../engine/insight/index.ts'
import {
  createList,
  diffDefinitions,
  editList,
  listLists,
  listVersions,
  restoreVersion,
  showList,
  testExamples,
} from '../../engine/run/index.ts'
import type { Served } from '../served.ts'
import { bodyOf, countOf, localeOf } from '../ask.ts'
import { APPLY_BODY, LIST_EDIT_BODY } from '../governance-bodies.ts'
import { badRequest } from '../problem.ts'
import { scoreRoutes } from './scores.ts'

/** GET /plan, POST /apply, GET /diff, versions below /segments, everything under /lists. */
export function governanceRoutes(served: Served): Hono {
  const { programme, jobs } = served
  const routes = new Hono()
  routes.get('/plan', async (c) => {
    const asOf = c.req.query('asOf')
    const options = { locale: localeOf(c), signal: c.req.raw.signal }
    return c.json(
      await planWithChecks(programme, asOf === undefined ? options : { ...options, asOf }),
    )
  })
  routes.post('/apply', async (c) => {
    const locale = localeOf(c)
    const body = await bodyOf(c, APPLY_BODY)
    if (!body.ok) return badRequest(c, locale, body.issues)
    const request = body.value
    const job = jobs.start('apply', locale, ({ signal, report }) => {
      report({ phase: 'evaluating' })
      return applyWithChecks(programme, { ...request, locale, signal })
    })
    return c.json(job, 202)
  })
  routes.get('/diff', async (c) => {
    const segment = c.req.query('segment')
    const locale = localeOf(c)
    return c.json(
      await diffDefinitions(programme, segment === undefined ? { locale } : { locale, segment }),
    )
  })
  routes.get('/segments/:key/examples', (c) => {
    const { folder } = programme
    const locale = localeOf(c)
    return c.json(testExamples({ folder, from: folder, locale }, c.req.param('key')))
  })
  routes.get('/segments/:key/versions', async (c) =>
    c.json(await listVersions(programme, c.req.param('key'), localeOf(c))),
  )
  routes.get('/segments/:key/versions/:from/diff/:to', async (c) => {
    const versions = [Number(c.req.param('from')), Number(c.req.param('to'))] as const
    const segment = c.req.param('key')
    return c.json(await diffDefinitions(programme, { locale: localeOf(c), segment, versions }))
  })
  routes.post('/segments/:key/versions/:version/restore', async (c) =>
    c.json(
      await restoreVersion(programme, {
        key: c.req.param('key'),
        version: Number(c.req.param('version')),
        locale: localeOf(c),
      }),
    ),
  )
  routes.route('/', listRoutes(served))
  routes.route('/', scoreRoutes(served))
  return routes
}

function listRoutes({ programme }: Served): Hono {
  const routes = new Hono()
  routes.get('/lists', async (c) => c.json(await listLists(programme)))
  routes.get('/lists/:name', async (c) => {
    const after = c.req.query('after')
    const page = await showList(programme, {
      name: c.req.param('name'),
      limit: countOf(c, 'limit', { low: 1, high: 500, otherwise: 50 }),
      ...(after === undefined || after === '' ? {} : { after }),
    })
    return c.json(page)
  })
  routes.put('/lists/:name', async (c) => {
    const locale = localeOf(c)
    const body = await bodyOf(c, LIST_EDIT_BODY)
    if (!body.ok) return badRequest(c, locale, body.issues)
    const { comment } = body.value
    const name = c.req.param('name')
    const made = comment === undefined ? { name, locale } : { name, locale, comment }
    return c.json(await createList(programme, made), 201)
  })
  routes.post('/lists/:name', async (c) => {
    const locale = localeOf(c)
    const body = await bodyOf(c, LIST_EDIT_BODY)
    if (!body.ok) return badRequest(c, locale, body.issues)
    const { comment: _, ...edit } = body.value
    return c.json(await editList(programme, { ...edit, name: c.req.param('name'), locale }))
  })
  return routes
}
