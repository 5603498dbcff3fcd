/** The files of a programme compared with what is in force: added, changed, put away, broken. */
import type { SegmentFile } from '../../../core/catalog/index.ts'
import type { PendingWire, StandingWire } from '../../../core/contract/index.ts'
import { carriedSegments, type Applied } from '../programme/applied.ts'
import type { ReadDefinition } from '../programme/definitions.ts'
import { SEGMENTS_FOLDER, type ProgrammeFolder } from '../programme/folder.ts'
import { meaningOf, type Meaning } from './meaning.ts'
import type { SegmentVersion } from './versions.ts'

/** One segment whose file differs from what is in force. */
export interface Change {
  readonly key: string
  readonly pending: Exclude<PendingWire, 'none'>
  /** Absent when the file is gone, or is no segment file at all. */
  readonly wanted?: { readonly read: ReadDefinition; readonly meaning: Meaning }
  /** Absent when the segment was never applied. */
  readonly applied?: SegmentVersion
}

/** What is compared. */
export interface Compared {
  readonly files: ProgrammeFolder
  /** The definitions of the files, bound together. */
  readonly wanted: ReadonlyMap<string, ReadDefinition>
  readonly applied: Pick<Applied, 'versions' | 'isFirst' | 'definitions'>
}

/** All differences, in the order of the keys. Pure; reads nothing. */
export function changesOf(compared: Compared): readonly Change[] {
  const { files, wanted, applied } = compared
  const keys = new Set([...wanted.keys(), ...unreadable(files), ...applied.versions.keys()])
  return [...keys].sort().flatMap((key) => changeOf(key, compared) ?? [])
}

function changeOf(key: string, { files, wanted, applied }: Compared): Change | undefined {
  const read = wanted.get(key)
  const version = applied.versions.get(key)
  const before = version === undefined ? {} : { applied: version }
  if (read === undefined) {
    if (unreadable(files).has(key)) return { key, pending: 'broken', ...before }
    const isOver = version === undefined || version.status === 'retired'
    return isOver ? undefined : { key, pending: 'removed', ...before }
  }
  const meaning = meaningOf(read.file, files.programme?.measures ?? {})
  const found = { key, wanted: { read, meaning }, ...before }
  if (read.bound === undefined) return { ...found, pending: 'broken' }
  if (version === undefined) {
    return read.file.status === 'retired' ? undefined : { ...found, pending: 'added' }
  }
  if (meaning.digest !== version.digest) return { ...found, pending: 'changed' }
  return read.file.status === version.status ? undefined : { ...found, pending: 'status' }
}

/** Keys of files that are there but cannot be read as segments. */
function unreadable(files: ProgrammeFolder): ReadonlySet<string> {
  const read = new Set(files.segments.map((file: SegmentFile) => file.key))
  const named = [...files.texts.keys()]
    .filter((path) => path.startsWith(`${SEGMENTS_FOLDER}/`))
    .map((path) => path.slice(SEGMENTS_FOLDER.length + 1).replace(/\.ya?ml$/, ''))
  return new Set(named.filter((key) => !read.has(key)))
}

/** How each segment stands, by key: those of the files and those in force. */
export function standingsOf(
  applied: Applied,
  changes: readonly Change[],
): (key: string) => StandingWire {
  const pending = new Map(changes.map((change) => [change.key, change.pending]))
  const carried = new Set(carriedSegments(applied))
  return (key) => {
    const version = applied.versions.get(key)
    return {
      version: version?.version ?? null,
      status: version?.status ?? null,
      // Before the first evaluation there is nothing that files could differ from.
      pending: applied.isFirst ? 'none' : (pending.get(key) ?? 'none'),
      carried: carried.has(key),
    }
  }
}
