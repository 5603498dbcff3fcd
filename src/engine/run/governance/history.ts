/** Versions of one segment: listed, compared, restored. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, parseDocument } from 'yaml'
import { Failure, type Locale } from '../../../core/base/index.ts'
import type { DiffWire, SegmentVersionWire, SegmentWire } from '../../../core/contract/index.ts'
import type { Current, OpenProgramme } from '../open.ts'
import { withDefinition } from '../programme/check.ts'
import { SEGMENTS_FOLDER } from '../programme/folder.ts'
import { readSegment, segmentUnknown, writeWhole } from '../programme/segments.ts'
import { instantText } from '../time.ts'
import type { Change } from './compare.ts'
import { linesOf, sentenceOf, type Side } from './shown.ts'
import { standing } from './standing.ts'
import { diffLines } from './text-diff.ts'
import { versionsOf, type SegmentVersion } from './versions.ts'

/** All applied versions of a segment, the newest first; none when it was never applied. Throws `run/segment-unknown`. */
export async function listVersions(
  programme: OpenProgramme,
  key: string,
  locale: Locale,
): Promise<readonly SegmentVersionWire[]> {
  const current = await programme.current()
  const versions = await versionsOf(current, key)
  if (versions.length === 0) await assertKnown(current, key)
  return versions.map((version) => ({
    key,
    version: version.version,
    status: version.status,
    definition: version.text,
    sentence: sentenceOf(version, { current, locale }),
    measures: version.measures,
    digest: version.digest,
    who: version.who,
    why: version.why,
    appliedAt: instantText(version.appliedAt),
    issues: version.issues,
  }))
}

async function assertKnown(current: Current, key: string): Promise<void> {
  const { wanted, applied } = await standing(current)
  const keys = new Set([...wanted.keys(), ...applied.definitions.keys()])
  if (!keys.has(key)) throw segmentUnknown(key, [...keys])
}

/** What is compared: everything that differs, one segment, or two versions of it. */
export interface DiffRequest {
  readonly locale: Locale
  readonly segment?: string
  readonly versions?: readonly [from: number, to: number]
}

/** Compares files with what is in force, or two versions. Throws `run/segment-unknown`, `run/version-unknown`. */
export async function diffDefinitions(
  programme: OpenProgramme,
  request: DiffRequest,
): Promise<readonly DiffWire[]> {
  const current = await programme.current()
  const { segment, versions, locale } = request
  if (segment !== undefined) await assertKnown(current, segment)
  if (segment !== undefined && versions !== undefined) {
    const all = await versionsOf(current, segment)
    const [from, to] = versions.map((wanted) => versionIn(all, segment, wanted))
    return [diffOf(segment, { current, locale, from, to, numbers: versions })]
  }
  const { changes } = await standing(current)
  return changes
    .filter((change) => segment === undefined || change.key === segment)
    .map((change) =>
      diffOf(change.key, {
        current,
        locale,
        from: change.applied,
        to: fileSide(change),
        numbers: [change.applied?.version ?? null, null],
      }),
    )
}

function fileSide({ wanted }: Change): Side | undefined {
  return wanted === undefined ? undefined : { ...wanted.meaning, status: wanted.read.file.status }
}

function versionIn(
  all: readonly SegmentVersion[],
  segment: string,
  version: number,
): SegmentVersion {
  const found = all.find((one) => one.version === version)
  if (found !== undefined) return found
  throw new Failure('no such version', {
    code: 'run/version-unknown',
    params: { segment, version },
  })
}

function diffOf(
  key: string,
  pair: {
    readonly current: Current
    readonly locale: Locale
    readonly from: Side | undefined
    readonly to: Side | undefined
    readonly numbers: readonly [number | null, number | null]
  },
): DiffWire {
  const { current, from, to, numbers } = pair
  return {
    key,
    name: current.files.segments.find((file) => file.key === key)?.name ?? {},
    from: numbers[0],
    to: numbers[1],
    lines: diffLines(linesOf(from), linesOf(to)),
    was: sentenceOf(from, pair),
    sentence: sentenceOf(to, pair),
  }
}

/**
 * Writes an old version back into the segment's file, with its definition, zone and status; names and comments
 * stay as they are. Nothing is applied by it. Throws `run/version-unknown`.
 */
export async function restoreVersion(
  programme: OpenProgramme,
  request: { readonly key: string; readonly version: number; readonly locale: Locale },
): Promise<SegmentWire> {
  const { key, locale } = request
  const current = await programme.current()
  const version = versionIn(await versionsOf(current, key), key, request.version)
  const known = current.files.segments.find((file) => file.key === key)?.origin.file
  const path = join(current.files.folder, known ?? `${SEGMENTS_FOLDER}/${key}.yaml`)
  const before = existsSync(path) ? readFileSync(path, 'utf8') : version.source
  writeWhole(path, restored(before, version))
  return await readSegment(programme, key, locale)
}

function restored(text: string, version: SegmentVersion): string {
  const document = parseDocument(text)
  // What cannot be read cannot be edited either: the whole file of then comes back.
  if (document.errors.length > 0 || !isMap(document.contents)) return version.source
  if (version.timeZone === undefined) document.delete('timeZone')
  else document.set('timeZone', version.timeZone)
  if (version.status !== 'active' || document.has('status')) document.set('status', version.status)
  return withDefinition(document.toString({ lineWidth: 0 }), version.written)
}
