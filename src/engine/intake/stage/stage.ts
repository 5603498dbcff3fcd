/** Takes one file from bytes on disk to staged facts, without touching the facts themselves. */
import { Failure, type Instant, type Issue } from '../../../core/base/index.ts'
import { eventTable, type Catalogue } from '../../../core/catalog/index.ts'
import type { Analytics } from '../../store/index.ts'
import type { Detection } from '../detect/detection.ts'
import type { Source } from '../read/source.ts'
import { countRecords, type Counts } from './counts.ts'
import { stageCustomers } from './customers.ts'
import { createExceptions, stageEvents } from './events.ts'
import { stageProducts } from './products.ts'
import { stageProfiles } from './profiles.ts'
import { createRaw, insertRaw, stageTable, type OnRecords } from './raw.ts'
import type { Recipe } from './recipe.ts'
import { remarksOn } from './remarks.ts'
import { buildTyping, typedShape, TYPING_SETTINGS, type Staging } from './typed.ts'

export const PHASES = ['reading', 'checking', 'matching', 'publishing'] as const
export type Phase = (typeof PHASES)[number]

export interface StageOptions {
  readonly analytics: Analytics
  readonly load: number
  readonly recipe: Recipe
  readonly detection: Detection
  readonly catalogue: Catalogue
  readonly timeZone: string
  /** The instant of the load: from it on, changed values hold. */
  readonly now: Instant
  readonly source: Source
  /** The file itself, for formats that the engine reads. */
  readonly path: string
  readonly signal?: AbortSignal | undefined
  readonly onRecords: OnRecords
  readonly onPhase: (phase: Phase) => void
  readonly ancestors: readonly number[]
}

/** A file that waits to be published. */
export interface StagedFile {
  readonly staging: Staging
  readonly read: number
  readonly counts: Counts
  /** Fact tables that have staged rows. */
  readonly tables: readonly string[]
  /** What is odd about the accepted rows. */
  readonly remarks: readonly Issue[]
}

/** Stages a file. Throws `intake/miscounted` if the records do not add up: nothing may be published then. */
export async function stageFile(options: StageOptions): Promise<StagedFile> {
  const { analytics, load, recipe, detection, catalogue, timeZone, now, signal } = options
  let read = 0
  options.onPhase('reading')
  const hasId = recipe.mapping.id !== undefined
  const hasProducts =
    recipe.mapping.product !== undefined && (await analytics.tables.rowCount('product')) > 0
  const given = { load, recipe, detection, catalogue, timeZone, now, hasId }
  const typing = buildTyping(analytics, { ...given, hasProducts })
  const staging: Staging = { ...given, reasons: typing.reasons }
  const tables = factTables(recipe)
  await createTables(analytics, staging, tables)
  await insertRaw(analytics, {
    load,
    source: options.source,
    detection,
    columns: recipe.columns,
    each: recipe.mapping.each,
    signal,
    onRecords: (records, flawed) => {
      read = records
      options.onRecords(records, flawed)
    },
  })
  options.onPhase('checking')
  const statement = signal === undefined ? {} : { signal }
  await analytics.run(typing.statement, { ...statement, settings: TYPING_SETTINGS })
  await analytics.tables.drop(stageTable(load, 'raw'))
  options.onPhase('matching')
  await stageFacts(options, staging, read)
  const counts = await countRecords(analytics, staging)
  assertAddsUp(read, counts)
  const remarks = await remarksOn(analytics, { load, tables, catalogue })
  return { staging, read, counts, tables, remarks }
}

/** Fact tables that a file of this recipe fills. */
function factTables({ mapping, events }: Recipe): readonly string[] {
  switch (mapping.kind) {
    case 'products':
      return ['product']
    case 'customers':
      return ['customer', 'profile']
    case 'events':
      return ['customer', ...new Set(events.map((e) => eventTable(e.kind.name)))]
  }
}

/** All at once: a statement of this kind waits more than it works. */
async function createTables(
  analytics: Analytics,
  staging: Staging,
  facts: readonly string[],
): Promise<void> {
  const { load, recipe } = staging
  await Promise.all([
    createRaw(analytics, load, recipe.columns.length),
    analytics.tables.create(typedShape(staging)),
    createExceptions(analytics, load),
    ...facts.map((table) => analytics.tables.createLike(stageTable(load, table), table)),
  ])
}

/** Every record must be accounted for, by counts that do not depend on each other. Throws `intake/miscounted`. */
export function assertAddsUp(
  read: number,
  { added, known, rejected }: Pick<Counts, 'added' | 'known' | 'rejected'>,
): void {
  if (added + known + rejected === read) return
  throw new Failure('records do not add up', {
    code: 'intake/miscounted',
    params: { read, added, known, rejected },
  })
}

async function stageFacts(options: StageOptions, staging: Staging, rows: number): Promise<void> {
  const { analytics, signal, ancestors } = options
  const work = { analytics, staging, signal, ancestors }
  switch (staging.recipe.mapping.kind) {
    case 'products':
      await stageProducts(work)
      return
    case 'customers':
      await stageProfiles(work, rows)
      await stageCustomers(work)
      return
    case 'events':
      await stageEvents(work, rows)
      await stageCustomers(work)
  }
}
