/** What is in force: the definitions that were applied last, read and bound under the present catalogue. */
import { parseSegmentFile, type Programme, type SegmentFile } from '../../../core/catalog/index.ts'
import { bindAll, type BoundDefinition } from '../../../core/segment/index.ts'
import type { Handle } from '../handle.ts'
import { knownLists, type KnownLists } from '../governance/known-lists.ts'
import { versionsInForce, type SegmentVersion } from '../governance/versions.ts'
import { bindContextOf } from './bind-context.ts'
import { definitionsToRun, readDefinitions, type ReadDefinition } from './definitions.ts'
import { SEGMENTS_FOLDER, type ProgrammeFolder } from './folder.ts'

/** A definition in force. Its `file` holds the definition, zone and status as applied, and the words of today. */
export interface AppliedDefinition extends ReadDefinition {
  /** 0 when nothing of the programme was ever applied. */
  readonly version: number
}

/** All that is in force. */
export interface Applied {
  /** Nothing was applied yet: these are the definitions of the files, which the first evaluation applies. */
  readonly isFirst: boolean
  /** By key, in the order of the keys. Retired ones are among them: others may still refer to them. */
  readonly definitions: ReadonlyMap<string, AppliedDefinition>
  readonly versions: ReadonlyMap<string, SegmentVersion>
  /** The static lists that there are, for whatever else is bound. */
  readonly lists: KnownLists
}

/** What reading needs: the open stores, the catalogue, the files for their words. */
export type AppliedSource = Pick<Handle, 'ledger' | 'programme'> & {
  readonly files: ProgrammeFolder
}

const kept = new WeakMap<Programme, { readonly stamp: string; readonly applied: Applied }>()

/**
 * The definitions in force. Evaluation, members and explanations use these and not the files. Cost: two short
 * reads of the ledger; the definitions are bound again only after something was applied or edited.
 */
export async function appliedDefinitions(current: AppliedSource): Promise<Applied> {
  const [versions, lists] = await Promise.all([versionsInForce(current), knownLists(current)])
  const marks = [...versions.values()].map(({ key, version }) => [key, version])
  const stamp = JSON.stringify([marks, lists.lists, current.files.stamp])
  const known = kept.get(current.programme)
  if (known?.stamp === stamp) return known.applied
  const applied = bindApplied(current, versions, lists)
  kept.set(current.programme, { stamp, applied })
  return applied
}

/**
 * Every definition that can be asked about: those in force, and those of files that were never applied.
 * Cost: as `appliedDefinitions`, and binding the files when there is one that is new.
 */
export async function definitionsInReach(
  current: AppliedSource,
): Promise<ReadonlyMap<string, ReadDefinition>> {
  const applied = await appliedDefinitions(current)
  if (applied.isFirst) return applied.definitions
  const isNew = current.files.segments.some(({ key }) => !applied.definitions.has(key))
  if (!isNew) return applied.definitions
  const wanted = readDefinitions(current.files, current.programme, applied.lists)
  const all = [...wanted, ...applied.definitions].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return new Map(all)
}

function bindApplied(
  { files, programme }: AppliedSource,
  versions: ReadonlyMap<string, SegmentVersion>,
  lists: KnownLists,
): Applied {
  if (versions.size === 0) {
    const read = readDefinitions(files, programme, lists)
    const definitions = new Map([...read].map(([key, one]) => [key, { ...one, version: 0 }]))
    return { isFirst: true, definitions, versions, lists }
  }
  const today = new Map(files.segments.map((file) => [file.key, file]))
  const bound = bindAll(
    [...versions.values()].map(({ key, written, timeZone, measures }) => ({
      key,
      text: written,
      measures,
      ...(timeZone === undefined ? {} : { timeZone }),
    })),
    bindContextOf(programme, [], lists),
  )
  const definitions = new Map(
    [...versions.values()].map((version): [string, AppliedDefinition] => {
      const read = bound.get(version.key)
      return [
        version.key,
        {
          file: asApplied(version, today.get(version.key)),
          bound: read?.ok === true ? read.value : undefined,
          issues: read?.issues ?? [],
          version: version.version,
          measures: version.measures,
        },
      ]
    }),
  )
  return { isFirst: false, definitions, versions, lists }
}

/** The segment with the words of its file as it is now (or was, when it is gone) and the definition in force. */
function asApplied(version: SegmentVersion, today: SegmentFile | undefined): SegmentFile {
  const { key, written, status, timeZone } = version
  const path = `${SEGMENTS_FOLDER}/${key}.yaml`
  const { timeZone: _, ...words } = today ?? wordsThen(version, path)
  const isSame = words.definition === written
  return {
    ...words,
    status,
    definition: written,
    ...(timeZone === undefined ? {} : { timeZone }),
    origin: isSame ? words.origin : { file: words.origin.file, line: 1, indent: 0, exact: false },
  }
}

function wordsThen({ key, source, written, status }: SegmentVersion, path: string): SegmentFile {
  const read = parseSegmentFile(source, path)
  if (read.ok) return read.value
  // The shape of the files may have changed since; the definition is in the version itself.
  const origin = { file: path, line: 1, indent: 0, exact: false }
  return { key, name: {}, why: {}, purpose: 'programme', status, definition: written, origin }
}

/**
 * Active segments whose definition in force has no meaning under the present catalogue, or refers to one
 * that has none: they keep the members of their last good evaluation.
 */
export function carriedSegments(applied: Applied): readonly string[] {
  if (applied.isFirst) return []
  return [...applied.definitions]
    .filter(([, { file, bound }]) => file.status === 'active' && bound === undefined)
    .map(([key]) => key)
}

/** What an evaluation takes: what to compute, by which texts and versions, and who keeps their members. */
export function forceOf(applied: Applied): {
  readonly definitions: readonly BoundDefinition[]
  readonly texts: ReadonlyMap<string, string>
  readonly versions: ReadonlyMap<string, number>
  readonly carried: readonly string[]
} {
  const definitions = definitionsToRun(applied.definitions)
  const of = (key: string): AppliedDefinition | undefined => applied.definitions.get(key)
  return {
    definitions,
    texts: new Map(definitions.map((d) => [d.segment, of(d.segment)?.file.definition ?? ''])),
    versions: new Map(definitions.map((d) => [d.segment, of(d.segment)?.version ?? 0])),
    carried: carriedSegments(applied),
  }
}
