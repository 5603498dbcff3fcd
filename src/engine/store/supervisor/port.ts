/** Finds a free port on the loopback interface. */
import { createServer } from 'node:net'

/** A port that was free a moment ago; the caller tries another when it was taken meanwhile. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, host, resolve)
  })
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('bug: no port')
  return address.port
}
