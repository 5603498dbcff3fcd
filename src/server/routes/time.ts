/** Questions about time: how fresh numbers are, the past in two readings, what changed, frozen snapshots. */
import { Hono } from 'hono'
import {
  checkSnapshot,
  countSeries,
  freezeSegment,
  freshness,
  listSnapshots,
  memberFlow,
  memberTrail,
  pastMembers,
  snapshotMembers,
  verifyProgramme,
} from '../../engine/run/index.ts'
import type { Served } from '../served.ts'
import { bodyOf, countOf, localeOf } from '../ask.ts'
import { FREEZE_BODY, SERIES_BODY } from '../bodies.ts'
import { badRequest } from '../problem.ts'

/** GET /freshness, /history, /segments/:key/past; POST /count/series, /verify. */
export function timeRoutes({ programme, jobs, keeper }: Served): Hono {
  const routes = new Hono()
  routes.get('/freshness', async (c) =>
    c.json(await freshness(programme, { locale: localeOf(c), keeper: keeper.status() })),
  )
  routes.get('/segments/:key/past', async (c) => {
    const after = c.req.query('after')
    return c.json(
      await pastMembers(programme, {
        segment: c.req.param('key'),
        asOf: c.req.query('asOf') ?? '',
        reading: c.req.query('reading') === 'recomputed' ? 'recomputed' : 'held',
        explain: c.req.query('explain') === 'true',
        limit: countOf(c, 'limit', { low: 1, high: 500, otherwise: 50 }),
        ...(after === undefined || after === '' ? {} : { after }),
      }),
    )
  })
  routes.get('/segments/:key/flow', async (c) => {
    const days = countOf(c, 'days', { low: 1, high: 400, otherwise: 90 })
    return c.json(await memberFlow(programme, { segment: c.req.param('key'), days }))
  })
  routes.get('/history', async (c) => {
    const asked = Object.fromEntries(
      ['segment', 'customer', 'since', 'until'].flatMap((name) => {
        const text = c.req.query(name) ?? ''
        return text === '' ? [] : [[name, text]]
      }),
    )
    const limit = countOf(c, 'limit', { low: 1, high: 500, otherwise: 50 })
    const offset = countOf(c, 'offset', { low: 0, high: 1_000_000, otherwise: 0 })
    return c.json(await memberTrail(programme, { ...asked, limit, offset }))
  })
  routes.post('/count/series', async (c) => {
    const body = await bodyOf(c, SERIES_BODY)
    if (!body.ok) return badRequest(c, localeOf(c), body.issues)
    const options = { locale: localeOf(c), signal: c.req.raw.signal }
    return c.json(await countSeries(programme, body.value, options))
  })
  routes.post('/verify', (c) => {
    const job = jobs.start('verify', localeOf(c), ({ signal, report }) => {
      report({ phase: 'evaluating' })
      return verifyProgramme(programme, { signal })
    })
    return c.json(job, 202)
  })
  return routes
}

/** Everything under /snapshots. */
export function snapshotRoutes({ programme }: Served): Hono {
  const routes = new Hono()
  routes.get('/snapshots', async (c) => c.json(await listSnapshots(programme)))
  routes.post('/snapshots', async (c) => {
    const body = await bodyOf(c, FREEZE_BODY)
    if (!body.ok) return badRequest(c, localeOf(c), body.issues)
    const { asOf, ...rest } = body.value
    return c.json(
      await freezeSegment(programme, { ...rest, ...(asOf === undefined ? {} : { asOf }) }),
      201,
    )
  })
  routes.get('/snapshots/:name/members', async (c) => {
    const after = c.req.query('after')
    return c.json(
      await snapshotMembers(programme, {
        name: c.req.param('name'),
        limit: countOf(c, 'limit', { low: 1, high: 500, otherwise: 50 }),
        ...(after === undefined || after === '' ? {} : { after }),
      }),
    )
  })
  routes.post('/snapshots/:name/verify', async (c) =>
    c.json(await checkSnapshot(programme, c.req.param('name'))),
  )
  return routes
}
