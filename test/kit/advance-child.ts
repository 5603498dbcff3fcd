/** A process that advances a programme of truths and may be killed at any moment: `node advance-child.ts <json>`. */
import type { Programme } from '../../src/core/catalog/index.ts'
import { advance } from '../../src/engine/run/evaluation/advance.ts'
import { evaluate } from '../../src/engine/run/evaluation/evaluate.ts'
import { openStore } from '../../src/engine/store/index.ts'
import { touchedBy, truthInForce, truthSource, type Truth } from './truth.ts'

interface Errand {
  readonly dataDir: string
  readonly programme: Programme
  readonly keys: readonly string[]
  readonly words: number
  readonly work: 'advance' | 'evaluate'
  readonly to: number
  readonly truths: readonly Truth[]
}

const errand = JSON.parse(process.argv[2] ?? '{}') as Errand
const store = await openStore({ dataDir: errand.dataDir, programmeId: errand.programme.id })
const { programme, to, words } = errand
const handle = { ...store, programme, database: store.analytics.database }
const common = { ...truthInForce(errand.keys), computedAt: to, source: () => truthSource(words) }
process.stdout.write('ready\n')
if (errand.work === 'evaluate') await evaluate(handle, { ...common, asOf: to })
else {
  const touched = errand.truths.length === 0 ? [] : [touchedBy(errand.truths)]
  await advance(handle, { ...common, to, touched })
}
process.stdout.write('done\n')
await store.close()
