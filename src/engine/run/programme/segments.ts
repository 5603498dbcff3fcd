/** Segments as doors see them: listed with their published counts, saved, deleted; files are the truth. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, parseDocument } from 'yaml'
import { Failure, type Locale, type LocalText } from '../../../core/base/index.ts'
import { printSegmentFile } from '../../../core/catalog/index.ts'
import type { SaveSegmentRequest, SegmentWire } from '../../../core/contract/index.ts'
import { nearest } from '../../../core/base/index.ts'
import { withDefinition } from './check.ts'
import { definitionIssues, readDefinitions, type ReadDefinition } from './definitions.ts'
import { latestChecks, type LatestCheck } from '../check/records.ts'
import { qualityWire } from '../check/wire.ts'
import { standing, standingIssues, type Standing } from '../governance/standing.ts'
import { revisionOf, SEGMENTS_FOLDER } from './folder.ts'
import type { Current, OpenProgramme } from '../open.ts'
import { sayDefinition, sayOptions } from './sentence.ts'
import { isEditedSince, currentSnapshot, type Snapshot } from '../evaluation/snapshot.ts'

/** Every segment of the files, and those in force whose file is gone or cannot be read, in the order of the keys. */
export async function listSegments(
  programme: OpenProgramme,
  locale: Locale,
): Promise<readonly SegmentWire[]> {
  return await segmentsOf(await programme.current(), locale)
}

/** The same for verbs that have the programme open already. */
export async function segmentsOf(
  current: Current,
  locale: Locale,
): Promise<readonly SegmentWire[]> {
  const [snapshot, found, checks] = await Promise.all([
    currentSnapshot(current),
    standing(current),
    latestChecks(current),
  ])
  const orphans = [...found.applied.definitions].filter(
    ([key, { file }]) => !found.wanted.has(key) && file.status !== 'retired',
  )
  return [...found.wanted, ...orphans]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, read]) => segmentWire(read, { current, snapshot, locale, found, checks }))
}

/** One segment. Throws `run/segment-unknown`. */
export async function readSegment(
  programme: OpenProgramme,
  key: string,
  locale: Locale,
): Promise<SegmentWire> {
  const all = await listSegments(programme, locale)
  const found = all.find((segment) => segment.key === key)
  if (found !== undefined) return found
  throw segmentUnknown(
    key,
    all.map((s) => s.key),
  )
}

/** The failure for a key that does not exist, with the nearest that does. */
export function segmentUnknown(key: string, known: readonly string[]): Failure {
  const near = nearest(key, known)
  return new Failure('no such segment', {
    code: 'run/segment-unknown',
    params: { segment: key, near: near === undefined ? '' : `→ "${near}"` },
  })
}

/** Of the population; null when either is not known, or nobody is. */
function shareOf(count: number | undefined, population: number | undefined): number | null {
  if (count === undefined || population === undefined || population === 0) return null
  return count / population
}

interface Around {
  readonly current: Current
  readonly snapshot: Snapshot | undefined
  readonly locale: Locale
  readonly found: Standing
  readonly checks: ReadonlyMap<string, LatestCheck>
}

function qualityOf(key: string, { checks, snapshot, locale }: Around): SegmentWire['quality'] {
  const check = checks.get(key)
  if (check === undefined) return null
  return qualityWire(check, { meaning: snapshot?.segments.get(key)?.meaning, locale })
}

/** Both are empty for a definition with errors. */
function sentencesOf(
  { file, bound }: ReadDefinition,
  { current: { files, programme }, locale }: Around,
): Pick<SegmentWire, 'sentence' | 'brief'> {
  if (bound === undefined) return { sentence: '', brief: '' }
  const options = sayOptions(programme, files.segments, locale)
  return {
    sentence: sayDefinition(file.definition, options),
    brief: sayDefinition(file.definition, { ...options, form: 'short' }),
  }
}

function segmentWire(read: ReadDefinition, around: Around): SegmentWire {
  const { current, snapshot, locale, found } = around
  const { files } = current
  const { file } = read
  const published = snapshot?.segments.get(file.key)
  return {
    key: file.key,
    name: file.name,
    why: file.why,
    status: file.status,
    definition: file.definition.trimEnd(),
    ...sentencesOf(read, around),
    count: published?.count ?? null,
    share: shareOf(published?.count, snapshot?.population),
    stale: isEditedSince(snapshot, file),
    standing: found.of(file.key),
    quality: qualityOf(file.key, around),
    revision: revisionOf(files.texts.get(file.origin.file) ?? ''),
    issues: [
      ...definitionIssues(read, files, locale),
      ...standingIssues(file.key, found, { current, locale }),
    ],
  }
}

/**
 * Writes a segment's file: a new one, or an edit of what the caller has seen. Definitions with errors may be
 * saved (they stay without meaning and say so). Throws `run/segment-exists`, `run/stale-revision`.
 */
export async function saveSegment(
  programme: OpenProgramme,
  request: SaveSegmentRequest,
  locale: Locale,
): Promise<SegmentWire> {
  const { files } = await programme.current()
  const old = files.segments.find((segment) => segment.key === request.key)
  const path = old?.origin.file ?? `${SEGMENTS_FOLDER}/${request.key}.yaml`
  // Read now, not when the programme was: two saves at once must not both find their revision.
  const file = join(files.folder, path)
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined
  if (before === undefined && request.revision !== undefined) throw stale(request.key)
  if (before !== undefined && request.revision === undefined) {
    throw new Failure('there is such a segment', {
      code: 'run/segment-exists',
      params: { segment: request.key },
    })
  }
  if (before !== undefined && revisionOf(before) !== request.revision) throw stale(request.key)
  const text = before === undefined ? newFile(request) : editedFile(before, request)
  writeWhole(file, text)
  return await readSegment(programme, request.key, locale)
}

function stale(key: string): Failure {
  return new Failure('changed meanwhile', { code: 'run/stale-revision', params: { segment: key } })
}

function newFile(request: SaveSegmentRequest): string {
  return printSegmentFile({
    name: request.name,
    why: request.why,
    purpose: 'programme',
    status: request.status,
    definition: request.definition,
  })
}

/** Keeps comments, order and whatever else the file says. */
function editedFile(text: string, request: SaveSegmentRequest): string {
  const document = parseDocument(text)
  if (!isMap(document.contents)) return newFile(request)
  const put = (key: string, value: LocalText): void => {
    const filled = Object.fromEntries(Object.entries(value).filter(([, v]) => v !== ''))
    const keys = Object.keys(filled)
    if (keys.length === 0) document.delete(key)
    else document.set(key, keys.length === 1 && keys[0] === 'en' ? filled['en'] : filled)
  }
  put('name', request.name)
  put('why', request.why)
  if (request.status !== 'active' || document.has('status')) document.set('status', request.status)
  return withDefinition(document.toString({ lineWidth: 0 }), request.definition)
}

/** Whole or not at all: a reader never sees half a file. */
export function writeWhole(path: string, text: string): void {
  mkdirSync(join(path, '..'), { recursive: true })
  const draft = `${path}.new`
  writeFileSync(draft, text, { flush: true })
  renameSync(draft, path)
}

/** Removes a segment's file; members stay in old snapshots. Throws when others refer to it. */
export async function deleteSegment(
  programme: OpenProgramme,
  { key, revision }: { readonly key: string; readonly revision?: string },
): Promise<void> {
  const { files, programme: head } = await programme.current()
  const file = files.segments.find((segment) => segment.key === key)
  if (file === undefined) {
    throw segmentUnknown(
      key,
      files.segments.map((s) => s.key),
    )
  }
  const text = files.texts.get(file.origin.file) ?? ''
  if (revision !== undefined && revisionOf(text) !== revision) throw stale(key)
  const users = [...readDefinitions(files, head).values()]
    .filter((read) => read.bound?.refersTo.includes(key) === true)
    .map((read) => read.file.key)
  if (users.length > 0) {
    throw new Failure('others refer to it', {
      code: 'run/segment-used',
      params: { segment: key, users: users.join(', ') },
    })
  }
  const path = join(files.folder, file.origin.file)
  if (existsSync(path)) rmSync(path)
}
