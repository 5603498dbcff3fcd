/** Reports on the published state: which there are, one of them, a table of it as a file. */
import { Hono } from 'hono'
import { listReports, makeReport, reportCsv } from '../../engine/insight/index.ts'
import { localeOf } from '../ask.ts'
import type { Served } from '../served.ts'

/** Query parameters that are not told to the report. */
const OURS: ReadonlySet<string> = new Set(['locale', 'table'])

/** GET /reports, GET /reports/:name?days=90, GET /reports/:name/table.csv?table=curve. */
export function reportRoutes({ programme }: Served): Hono {
  const routes = new Hono()
  routes.get('/reports', async (c) => c.json(await listReports(programme, localeOf(c))))
  routes.get('/reports/:name', async (c) =>
    c.json(
      await makeReport(programme, {
        name: c.req.param('name'),
        parameters: askedBy(c.req.query()),
        locale: localeOf(c),
        signal: c.req.raw.signal,
      }),
    ),
  )
  routes.get('/reports/:name/table.csv', async (c) => {
    const table = c.req.query('table')
    const { name, text } = await reportCsv(programme, {
      name: c.req.param('name'),
      parameters: askedBy(c.req.query()),
      locale: localeOf(c),
      signal: c.req.raw.signal,
      ...(table === undefined ? {} : { table }),
    })
    return c.body(text, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
    })
  })
  return routes
}

function askedBy(query: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter(([name]) => !OURS.has(name)))
}
