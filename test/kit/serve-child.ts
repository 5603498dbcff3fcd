/** A process that serves a programme and takes over arrivals until it is killed: `node serve-child.ts <folder>`; says its port. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from '../../src/core/base/index.ts'
import { absorbArrivals } from '../../src/engine/run/arrival/absorb.ts'
import { openProgramme, type OpenProgramme } from '../../src/engine/run/index.ts'
import { serveProgramme } from '../../src/server/index.ts'

const folder = process.argv[2] ?? '.'
const programme = await opened()
const serving = await serveProgramme({ programme, version: '0.0.0-test', port: 0 })
process.stdout.write(`${JSON.stringify({ port: serving.port, key: serving.key })}\n`)

/** Engines that were killed may still be coming up. */
async function opened(): Promise<OpenProgramme> {
  for (let tries = 0; ; tries++) {
    try {
      return await openProgramme({ locale: 'en', from: folder, folder, lingerMs: 0 })
    } catch (error) {
      if (tries > 100 || !(error instanceof Failure && error.retryable)) throw error
      await sleep(100)
    }
  }
}

for (;;) {
  // Engines may be killed under it: it goes on as soon as they are back.
  await programme
    .current()
    .then((current) => absorbArrivals(current))
    .catch(() => sleep(50))
  await sleep(20)
}
