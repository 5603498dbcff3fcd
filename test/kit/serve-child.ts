/** A process that serves a programme and takes over arrivals until it is killed: `node serve-child.ts <folder>`; says its port. */
import { setTimeout as sleep } from 'node:timers/promises'
import { absorbArrivals } from '../../src/engine/run/arrival/absorb.ts'
import { openProgramme } from '../../src/engine/run/index.ts'
import { serveProgramme } from '../../src/server/index.ts'

const folder = process.argv[2] ?? '.'
const programme = await openProgramme({ locale: 'en', from: folder, folder, lingerMs: 0 })
const serving = await serveProgramme({ programme, version: '0.0.0-test', port: 0 })
process.stdout.write(`${JSON.stringify({ port: serving.port, key: serving.key })}\n`)
for (;;) {
  // Engines may be killed under it: it goes on as soon as they are back.
  await programme
    .current()
    .then((current) => absorbArrivals(current))
    .catch(() => sleep(50))
  await sleep(20)
}
