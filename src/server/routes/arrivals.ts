/** Events over HTTP as their owner sees them: what arrives and what is refused, write keys, merged customers. */
import { Hono } from 'hono'
import {
  createKey,
  listKeys,
  listMerges,
  merge,
  revokeKey,
  unmerge,
  type Collector,
} from '../../engine/run/index.ts'
import { bodyOf, countOf, localeOf } from '../ask.ts'
import { KEY_BODY, MERGE_BODY } from '../bodies.ts'
import { badRequest } from '../problem.ts'
import type { Served } from '../served.ts'

/** Everything under /arrivals, /write-keys and /merges. */
export function arrivalRoutes({ programme }: Served, collector: Collector): Hono {
  const routes = new Hono()
  routes.get('/arrivals', async (c) => {
    const limit = countOf(c, 'limit', { low: 1, high: 200, otherwise: 50 })
    return c.json(await collector.live({ limit, locale: localeOf(c) }))
  })
  routes.get('/write-keys', async (c) => c.json(await listKeys(programme)))
  routes.post('/write-keys', async (c) => {
    const body = await bodyOf(c, KEY_BODY)
    if (!body.ok) return badRequest(c, localeOf(c), body.issues)
    return c.json(await createKey(programme, body.value), 201)
  })
  routes.delete('/write-keys/:key', async (c) =>
    c.json(await revokeKey(programme, c.req.param('key'))),
  )
  routes.get('/merges', async (c) => {
    const limit = countOf(c, 'limit', { low: 1, high: 500, otherwise: 100 })
    return c.json(await listMerges(programme, { limit }))
  })
  routes.post('/merges', async (c) => {
    const body = await bodyOf(c, MERGE_BODY)
    if (!body.ok) return badRequest(c, localeOf(c), body.issues)
    return c.json(await merge(programme, body.value), 201)
  })
  routes.delete('/merges/:alias', async (c) =>
    c.json(await unmerge(programme, { alias: c.req.param('alias') })),
  )
  return routes
}
