/** Opens a programme: its folder, its two stores, its fact tables; and keeps up with edits of its files. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Failure, type Locale } from '../../core/base/index.ts'
import type { Programme } from '../../core/catalog/index.ts'
import { sql } from '../../core/sql/index.ts'
import { openStore, type Store, type StoreOptions } from '../store/index.ts'
import { addressesOf, type Addresses } from './programme/address.ts'
import { MACHINE_CLOCK, type Clock } from './clock.ts'
import { ensureFacts } from './facts.ts'
import { pairStores } from './programme/pair.ts'
import { findFolder, readFolder, stampOf, type ProgrammeFolder } from './programme/folder.ts'
import type { Handle } from './handle.ts'
import { recoverIfIdle } from './load-journal.ts'
import { LOAD_LOCK } from './load.ts'
import { Refusal } from './refusal.ts'

export interface OpenOptions extends Addresses {
  readonly locale: Locale
  /** Where to look upwards from when `folder` is absent. */
  readonly from: string
  readonly folder?: string
  /** What this process does, shown to others who wait for it. */
  readonly command?: string
  /** How long local engines stay up after the last user has left. */
  readonly lingerMs?: number
  readonly observe?: StoreOptions['observe']
  /** The machine's when absent. */
  readonly clock?: Clock
}

/** What a verb works on: the handle and the files as they are now. */
export interface Current extends Handle {
  readonly files: ProgrammeFolder
  readonly clock: Clock
}

/** An open programme; `current()` looks whether the files changed and reads them again when they did. */
export interface OpenProgramme {
  /** The programme's id, which does not change while it is open. */
  readonly id: string
  readonly folder: string
  readonly dataDir: string
  /** What time it is for this programme. */
  readonly clock: Clock
  /** Throws a Refusal `run/programme-invalid` when tessera.yaml has errors. */
  current(): Promise<Current>
  /** Whether both stores answer now; starts nothing, but whoever asks next waits for those that do not. */
  isUp(): Promise<boolean>
  close(): Promise<void>
}

/** How long a store may take to say that it is there. */
const ANSWER_LIMIT_MS = 2000

/** Engines that just went down are up again, or known to be lost with their supervisor, within this time. */
const SETTLE_LIMIT_MS = 5000
const LOOK_AGAIN_MS = 50

/** Opens a programme. Cost: about a second when local engines must be started, else some 50 ms. */
export async function openProgramme(options: OpenOptions): Promise<OpenProgramme> {
  const folder = findFolder(options)
  const first = readFolder(folder)
  const programme = programmeOf(first)
  return keepUp(options, await openReady(options, first, programme), first, programme)
}

/** Opens the stores and brings them up to date; what a start and a reopening have in common. */
async function openReady(
  options: OpenOptions,
  files: ProgrammeFolder,
  programme: Programme,
): Promise<Store> {
  const store = await openStore(storeOptions(options, files, programme))
  try {
    await prepare(store, programme)
    await pairStores(store)
    // A process that died while loading left something to finish; a load that runs does so itself.
    await recoverIfIdle(store, LOAD_LOCK)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Opens a programme, does one thing with it, and leaves. */
export async function withProgramme<T>(
  options: OpenOptions,
  work: (programme: OpenProgramme) => Promise<T>,
): Promise<T> {
  const programme = await openProgramme(options)
  try {
    return await work(programme)
  } finally {
    await programme.close()
  }
}

function storeOptions(
  options: OpenOptions,
  files: ProgrammeFolder,
  programme: Programme,
): StoreOptions {
  return {
    dataDir: files.dataDir,
    programmeId: programme.id,
    // The engines' own words may quote data: only for those who ask for them.
    debug: process.env['TESSERA_DEBUG'] !== undefined,
    ...addressesOf(files.dataDir, options, process.env),
    ...(options.command === undefined ? {} : { command: options.command }),
    ...(options.lingerMs === undefined ? {} : { lingerMs: options.lingerMs }),
    ...(options.observe === undefined ? {} : { observe: options.observe }),
  }
}

/** The programme of a folder, or a Refusal with all its issues. */
export function programmeOf(files: ProgrammeFolder): Programme {
  if (files.programme !== undefined) return files.programme
  const errors = files.issues.filter((issue) => issue.severity === 'error')
  throw new Refusal(
    'tessera.yaml has errors',
    { code: 'run/programme-invalid', params: { count: errors.length } },
    { issues: files.issues, texts: files.texts },
  )
}

async function prepare(store: Store, programme: Programme): Promise<void> {
  await ensureFacts({ analytics: store.analytics, programme })
}

function keepUp(
  options: OpenOptions,
  ready: Store,
  first: ProgrammeFolder,
  opened: Programme,
): OpenProgramme {
  let store = ready
  let files = first
  let programme = opened
  const clock = options.clock ?? MACHINE_CLOCK
  // Somebody saw an engine that does not answer; who asks next waits until that has come to an end.
  let isShaken = false
  // Two requests at once must not both bring the tables up to date.
  let turn: Promise<unknown> = Promise.resolve()
  const refresh = async (): Promise<Current> => {
    const edited = stampOf(files.folder) === files.stamp ? undefined : readFolder(files.folder)
    const head = edited === undefined ? programme : programmeOf(edited)
    if (head.id !== opened.id) {
      throw new Failure('the id of an open programme changed', {
        code: 'run/id-changed',
        params: { was: opened.id, is: head.id },
      })
    }
    if (isShaken) await settled(store)
    isShaken = false
    if (store.isLost()) {
      const lost = store
      store = await openReady(options, edited ?? files, head)
      // Whoever still works with the old connections fails by themselves; nobody waits for that.
      lost.close().catch(() => undefined)
    } else if (JSON.stringify(head) !== JSON.stringify(programme)) await prepare(store, head)
    files = edited ?? files
    programme = head
    const { analytics, ledger } = store
    return { analytics, ledger, programme, database: analytics.database, files, clock }
  }
  return {
    id: opened.id,
    folder: first.folder,
    dataDir: first.dataDir,
    clock,
    current() {
      const next = turn.then(refresh)
      turn = next.catch(() => undefined)
      return next
    },
    async isUp() {
      const asked = store
      const isUp = await answers(asked)
      if (!isUp && asked === store) isShaken = true
      return isUp
    },
    async close() {
      // A reopening that is under way would leave its connections behind.
      await turn
      await store.close()
    },
  }
}

/** Waits until both stores answer again or are lost, so that nobody is sent into engines that are just going down. */
async function settled(store: Store): Promise<void> {
  const begun = performance.now()
  while (!store.isLost() && performance.now() - begun < SETTLE_LIMIT_MS) {
    if (await answers(store)) return
    await sleep(LOOK_AGAIN_MS)
  }
}

/** Asks both stores the smallest question; an engine that hangs counts as one that does not answer. */
async function answers(store: Store): Promise<boolean> {
  if (store.isLost()) return false
  const { analytics, ledger } = store
  const asked = Promise.all([
    analytics.query(sql`SELECT 1 AS one`),
    ledger.guard(() => ledger.db.selectFrom('programme_meta').select('key').limit(1).execute()),
  ]).then(
    () => true,
    () => false,
  )
  return await Promise.race([asked, sleep(ANSWER_LIMIT_MS, false, { ref: false })])
}
