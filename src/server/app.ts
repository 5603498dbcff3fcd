/** The HTTP surface: who may ask, which verb answers, how refusals look. */
import { Hono } from 'hono'
import { Failure } from '../core/base/index.ts'
import type { HealthWire } from '../core/contract/index.ts'
import { phrase } from '../engine/run/index.ts'
import { localeOf } from './ask.ts'
import { consoleFiles } from './console-files.ts'
import { careful, ownHost, signedIn } from './guard.ts'
import { problem, refuse, tellBug } from './problem.ts'
import { fileRoutes } from './routes/files.ts'
import { arrivalRoutes } from './routes/arrivals.ts'
import { governanceRoutes } from './routes/governance.ts'
import { jobRoutes } from './routes/jobs.ts'
import { modelRoutes } from './routes/models.ts'
import { programmeRoutes } from './routes/programme.ts'
import { reportRoutes } from './routes/reports.ts'
import { segmentRoutes } from './routes/segments.ts'
import { templateRoutes } from './routes/templates.ts'
import { snapshotRoutes, timeRoutes } from './routes/time.ts'
import type { Served } from './served.ts'

/** Builds the application; nothing listens yet. */
export function buildApp(served: Served): Hono {
  const app = new Hono()
  app.use(careful)
  app.use(ownHost(served.port))
  app.onError((error, c) => {
    // Who went away in the middle is no bug.
    if (!c.req.raw.signal.aborted) tellBug(error)
    // Whoever asks next waits until the engines have come up again.
    if (error instanceof Failure && error.code === 'store/engine-down') void served.programme.isUp()
    return problem(c, error, localeOf(c))
  })
  app.get('/api/v1/health', async (c) => {
    const ok = await served.programme.isUp()
    const health: HealthWire = { ok, tessera: served.version, programme: served.programme.id }
    return c.json(health, ok ? 200 : 503)
  })
  app.use('/api/*', signedIn(served.key))
  app.route('/api/v1', programmeRoutes(served))
  app.route('/api/v1', timeRoutes(served))
  app.route('/api/v1', snapshotRoutes(served))
  app.route('/api/v1', segmentRoutes(served))
  app.route('/api/v1', governanceRoutes(served))
  app.route('/api/v1', templateRoutes(served))
  app.route('/api/v1', reportRoutes(served))
  app.route('/api/v1', modelRoutes(served))
  app.route('/api/v1', jobRoutes(served))
  app.route('/api/v1', fileRoutes(served))
  app.route('/api/v1', arrivalRoutes(served, served.collector))
  app.all('/api/*', () => {
    throw refuse('run/not-found')
  })
  app.get('*', consoleFiles(served.consoleFolder))
  app.notFound((c) => c.text(phrase('run/not-found', {}, localeOf(c)), 404))
  return app
}
