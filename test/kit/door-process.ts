/** A process of its own that opens a store, says `open`, and leaves when its input ends: `<data dir> <programme> <linger ms>`. */
import { openStore } from '../../src/engine/store/index.ts'

const [dataDir = '', programmeId = '', lingerMs = '0'] = process.argv.slice(2)
const begun = performance.now()
const store = await openStore({
  dataDir,
  programmeId,
  lingerMs: Number(lingerMs),
  command: 'door process',
})
process.stdout.write(`open ${Math.round(performance.now() - begun)}\n`)
for await (const _ of process.stdin) continue
await store.close()
