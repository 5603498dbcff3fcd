/** Throw-away stores for tests: real engines in a temporary folder, one per test process, a programme per test. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import {
  openStore,
  stopSupervisor,
  type StatementEvent,
  type Store,
  type StoreOptions,
} from '../../src/engine/store/index.ts'

/** A store of a programme of its own, with the statements it ran. */
export interface TestStore extends Store {
  readonly dataDir: string
  readonly programmeId: string
  /** Every analytics statement so far, in order. */
  readonly statements: readonly StatementEvent[]
}

const LINGER_MS = 20_000
let shared: { dataDir: string; users: number } | undefined
let count = 0

/**
 * Registers hooks of this file: engines start before its tests (about a second) and are gone after them.
 * Read `.store` inside tests and later hooks only.
 */
export function useStore(options: Partial<StoreOptions> = {}): { readonly store: TestStore } {
  let store: TestStore | undefined
  beforeAll(async () => {
    store = await openTestStore(options)
  })
  afterAll(async () => {
    await store?.close()
  })
  return {
    get store() {
      if (store === undefined) throw new Error('the store is open inside tests only')
      return store
    },
  }
}

/**
 * Opens a store on the engines of this test process; `close` drops its data, and the last one to close stops the
 * engines and removes the folder. For laws that need many programmes, open one store per programme id.
 */
export async function openTestStore(options: Partial<StoreOptions> = {}): Promise<TestStore> {
  shared ??= { dataDir: mkdtempSync(join(tmpdir(), 'tessera-test-')), users: 0 }
  const here = shared
  here.users++
  const leave = async (): Promise<void> => {
    if (--here.users > 0) return
    if (shared === here) shared = undefined
    await removeDataDirectory(here.dataDir)
  }
  const programmeId = options.programmeId ?? `t${process.pid}_${++count}`
  const statements: StatementEvent[] = []
  const store = await openStore({
    dataDir: here.dataDir,
    lingerMs: LINGER_MS,
    debug: true,
    command: 'test',
    observe: (event) => statements.push(event),
    ...options,
    programmeId,
  }).catch(async (error: unknown) => {
    await leave()
    throw error
  })
  return {
    analytics: store.analytics,
    ledger: store.ledger,
    isLost: store.isLost,
    dataDir: options.dataDir ?? here.dataDir,
    programmeId,
    statements,
    async close() {
      await store.analytics.dropDatabase()
      await store.ledger.dropSchema()
      await store.close()
      await leave()
    },
  }
}

/** Stops the engines of a data directory and removes it. */
export async function removeDataDirectory(dataDir: string): Promise<void> {
  await stopSupervisor(dataDir)
  rmSync(dataDir, { recursive: true, force: true })
}
