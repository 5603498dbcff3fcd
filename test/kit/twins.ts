/** The same programme twice, on one engine and on three shards, so that they can be held against each other. */
import { startCluster } from './cluster.ts'
import { openTestFolder, type TestFolder } from './folder.ts'

/** Two open copies of one folder. */
export interface Twins {
  readonly cluster: TestFolder
  readonly single: TestFolder
  close(): Promise<void>
}

/** Opens both, each on a copy of its own. */
export async function openTwins(
  source: string,
  more: NonNullable<Parameters<typeof openTestFolder>[1]> = {},
): Promise<Twins> {
  const server = await startCluster(3)
  const cluster = await openTestFolder(source, { ...more, clickhouseUrl: server.clickhouseUrl })
  const single = await openTestFolder(source, more)
  return {
    cluster,
    single,
    async close() {
      await single.close()
      const { analytics, ledger } = await cluster.programme.current()
      await analytics.dropDatabase()
      await ledger.dropSchema()
      await cluster.close()
      await server.stop()
    },
  }
}
