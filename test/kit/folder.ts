/** A programme folder copied to a temporary place and opened, with its own engines. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadFiles, type LoadReport } from '../../src/engine/run/load.ts'
import { openProgramme, type Clock, type OpenProgramme } from '../../src/engine/run/index.ts'
import { readMembers } from '../../src/engine/run/evaluation/members.ts'
import { stopSupervisor } from '../../src/engine/store/index.ts'

export interface TestFolder {
  readonly programme: OpenProgramme
  readonly folder: string
  load(files: readonly string[]): Promise<readonly LoadReport[]>
  /** Every member's id, in the order of bytes. */
  members(segment: string): Promise<readonly string[]>
  close(): Promise<void>
}

/**
 * Copies `source` without its data and opens it, on a ClickHouse of its own unless an address is given and by the
 * machine's clock unless another is; `close` stops
 * the engines and removes the copy.
 */
export async function openTestFolder(
  source: string,
  more: { readonly clickhouseUrl?: string; readonly clock?: Clock } = {},
): Promise<TestFolder> {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-folder-'))
  cpSync(source, folder, { recursive: true, filter: (path) => !path.includes('.tessera') })
  const own = { folder, from: folder, locale: 'en', command: 'test' } as const
  const programme = await openProgramme({ ...own, ...more })
  return {
    programme,
    folder,
    load: async (files) =>
      await loadFiles(await programme.current(), {
        files,
        folder,
        dataDir: programme.dataDir,
        locale: 'en',
        now: Date.now(),
      }),
    async members(segment) {
      const page = await readMembers(await programme.current(), segment, { limit: 1_000_000 })
      return page.customerIds
    },
    async close() {
      await programme.close()
      await stopSupervisor(programme.dataDir)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
