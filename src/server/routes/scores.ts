/** What models say of customers: files of scores in, their standing out. */
import { Hono, type Context } from 'hono'
import { loadScores, showScores } from '../../engine/run/index.ts'
import { localeOf } from '../ask.ts'
import { refuse } from '../problem.ts'
import type { Served } from '../served.ts'

const LIMIT = 64 * 1024 * 1024

/** GET and POST /scores. */
export function scoreRoutes({ programme }: Served): Hono {
  const routes = new Hono()
  routes.get('/scores', async (c) => c.json(await showScores(programme, { locale: localeOf(c) })))
  routes.post('/scores', async (c) => {
    const given = Object.fromEntries(
      (['score', 'at', 'version', 'why'] as const).flatMap((name) => {
        const text = c.req.query(name)
        return text === undefined || text === '' ? [] : [[name, text.slice(0, 2000)]]
      }),
    )
    const done = await loadScores(programme, {
      ...given,
      text: await textOf(c),
      file: c.req.query('name')?.slice(0, 200) ?? 'scores.csv',
      locale: localeOf(c),
      signal: c.req.raw.signal,
    })
    return c.json(done)
  })
  return routes
}

/** The body as text, as long as it is small enough to be held. */
async function textOf(c: Context): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of c.req.raw.body ?? []) {
    size += part.byteLength
    if (size > LIMIT) throw refuse('run/upload-too-large', { limit: LIMIT })
    parts.push(part)
  }
  return new TextDecoder().decode(Buffer.concat(parts))
}
