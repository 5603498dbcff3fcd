/** A process that loads one file and may be killed at any moment: `node load-child.ts <json>`. */
import { openStore } from '../../src/engine/store/index.ts'
import { parseMapping } from '../../src/engine/intake/index.ts'
import { loadFiles } from '../../src/engine/run/load.ts'
import type { Programme } from '../../src/core/catalog/index.ts'

interface Errand {
  readonly dataDir: string
  readonly folder: string
  readonly file: string
  readonly mapping: string
  readonly programme: Programme
}

const errand = JSON.parse(process.argv[2] ?? '{}') as Errand
const store = await openStore({ dataDir: errand.dataDir, programmeId: errand.programme.id })
const mapping = parseMapping(errand.mapping, 'mapping.yaml')
if (!mapping.ok) throw new Error('the mapping of the test has errors')
const { programme, folder } = errand
process.stdout.write('ready\n')
await loadFiles(
  { ...store, programme, database: store.analytics.database },
  {
    files: [errand.file],
    folder,
    dataDir: folder,
    mapping: mapping.value,
    locale: 'en',
    now: Date.UTC(2026, 0, 1),
    onProgress: ({ phase }) => process.stdout.write(`${phase}\n`),
  },
)
process.stdout.write('done\n')
await store.close()
