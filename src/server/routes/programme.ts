/** The programme itself, and questions about it that change nothing. */
import { Hono } from 'hono'
import { countDefinition, explainMembership, overview } from '../../engine/run/index.ts'
import type { Served } from '../served.ts'
import { bodyOf, localeOf } from '../ask.ts'
import { COUNT_BODY } from '../bodies.ts'
import { badRequest } from '../problem.ts'

/** GET /programme, GET /catalogue, POST /count, GET /explain. */
export function programmeRoutes({ programme }: Served): Hono {
  const routes = new Hono()
  routes.get('/programme', async (c) => c.json(await overview(programme, localeOf(c))))
  routes.get('/catalogue', async (c) => c.json((await programme.current()).programme))
  routes.post('/count', async (c) => {
    const body = await bodyOf(c, COUNT_BODY)
    if (!body.ok) return badRequest(c, localeOf(c), body.issues)
    // The signal of the request is aborted when the asker goes away, and the statement with it.
    const options = { locale: localeOf(c), signal: c.req.raw.signal }
    return c.json(await countDefinition(programme, body.value, options))
  })
  routes.get('/explain', async (c) => {
    const asOf = c.req.query('asOf')
    return c.json(
      await explainMembership(programme, {
        customer: c.req.query('customer') ?? '',
        segment: c.req.query('segment') ?? '',
        locale: localeOf(c),
        ...(asOf === undefined ? {} : { asOf }),
      }),
    )
  })
  return routes
}
