/** Process entry of a supervisor: `main <data directory> <options as JSON>`. */
import { assert } from '../../../core/base/index.ts'
import { dataDirectory, prepareDataDirectory } from './data-directory.ts'
import { type Holder, takeLock } from './lock.ts'
import { EXIT_LOCKED, type SupervisorArguments } from './protocol.ts'
import { supervise } from './supervisor.ts'

async function main(): Promise<void> {
  const [path, text] = process.argv.slice(2)
  assert(path !== undefined && text !== undefined, 'usage: main <data directory> <options>')
  const options = JSON.parse(text) as SupervisorArguments
  const place = dataDirectory(path)
  process.title = `tessera-supervisor ${place.root}`
  prepareDataDirectory(place)
  const holder: Holder = {
    pid: process.pid,
    startedAt: new Date().toISOString(),
    command: options.command,
  }
  if (!takeLock(place.lockFile, holder).taken) process.exit(EXIT_LOCKED)
  await supervise({ place, holder, ...options })
}

// Logs and files of the engines are nobody else's to read.
process.umask(0o077)
await main()
process.exit(0)
