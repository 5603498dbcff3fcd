/** Models: which there are, one with what it found, a first file, a run by hand. */
import { Hono, type Context } from 'hono'
import { initModel, modelCsv, runModel, showModel, showModels } from '../../engine/insight/index.ts'
import { bodyOf, localeOf } from '../ask.ts'
import { MODEL_BODY } from '../bodies.ts'
import { badRequest } from '../problem.ts'
import type { Served } from '../served.ts'

/** GET and POST /models, GET /models/:key?run=12, GET /models/:key/table.csv?table=bands, POST /models/:key/run. */
export function modelRoutes({ programme, jobs }: Served): Hono {
  const routes = new Hono()
  routes.get('/models', async (c) => c.json(await showModels(programme, localeOf(c))))
  routes.post('/models', async (c) => {
    const locale = localeOf(c)
    const body = await bodyOf(c, MODEL_BODY)
    if (!body.ok) return badRequest(c, locale, body.issues)
    const { kind, key } = body.value
    const named = key === undefined ? {} : { key }
    return c.json(await initModel(programme, { kind, ...named, locale }), 201)
  })
  routes.get('/models/:key', async (c) => {
    const model = c.req.param('key')
    return c.json(await showModel(programme, { model, ...runIn(c), locale: localeOf(c) }))
  })
  routes.get('/models/:key/table.csv', async (c) => {
    const table = c.req.query('table')
    const { name, text } = await modelCsv(programme, {
      model: c.req.param('key'),
      ...runIn(c),
      ...(table === undefined ? {} : { table }),
      locale: localeOf(c),
    })
    return c.body(text, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
    })
  })
  routes.post('/models/:key/run', async (c) => {
    const locale = localeOf(c)
    const model = c.req.param('key')
    // Who asks for one that is not there is told at once.
    await showModel(programme, { model, locale })
    const job = jobs.start('model', locale, ({ signal, report }) =>
      runModel(programme, { model, locale, signal, report }),
    )
    return c.json(job, 202)
  })
  return routes
}

/** The run that is asked for; the last that came to an end when none is. */
function runIn(c: Context): { readonly run?: number } {
  const run = Number(c.req.query('run') ?? '')
  return Number.isInteger(run) && run > 0 ? { run } : {}
}
