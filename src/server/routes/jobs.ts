/** Long verbs as jobs: started, watched, cancelled. */
import { Hono } from 'hono'
import { evaluateProgramme } from '../../engine/run/index.ts'
import type { Served } from '../served.ts'
import { bodyOf, localeOf } from '../ask.ts'
import { EVALUATE_BODY } from '../bodies.ts'
import { badRequest } from '../problem.ts'

/** POST /evaluate and everything under /jobs. */
export function jobRoutes({ programme, jobs }: Served): Hono {
  const routes = new Hono()
  routes.post('/evaluate', async (c) => {
    const locale = localeOf(c)
    const hasBody = (c.req.header('content-length') ?? '0') !== '0'
    const body = hasBody
      ? await bodyOf(c, EVALUATE_BODY)
      : ({ ok: true, value: {} as { asOf?: string } } as const)
    if (!body.ok) return badRequest(c, locale, body.issues)
    const { asOf } = body.value
    const job = jobs.start('evaluate', locale, ({ signal, report }) => {
      report({ phase: 'evaluating' })
      const when = asOf === undefined ? {} : { asOf }
      return evaluateProgramme(programme, { locale, signal, report, ...when })
    })
    return c.json(job, 202)
  })
  routes.get('/jobs', (c) => c.json(jobs.list()))
  routes.get('/jobs/:id', (c) => c.json(jobs.get(c.req.param('id'))))
  routes.delete('/jobs/:id', (c) => c.json(jobs.cancel(c.req.param('id')), 202))
  return routes
}
