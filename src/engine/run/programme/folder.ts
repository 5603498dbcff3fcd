/** Reads a programme folder: which one is meant, its files, and what is wrong with them. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Failure, type Issue } from '../../../core/base/index.ts'
import {
  parseProgramme,
  parseSegmentFile,
  type Programme,
  type SegmentFile,
} from '../../../core/catalog/index.ts'
import { onDisk, readText } from './on-disk.ts'

export const PROGRAMME_FILE_NAME = 'tessera.yaml'
export const SEGMENTS_FOLDER = 'segments'
export const DATA_FOLDER = '.tessera'

/** A programme folder as it was read at one moment. */
export interface ProgrammeFolder {
  readonly folder: string
  /** Where local engines, uploads and quarantine lie; never in git. */
  readonly dataDir: string
  /** Absent when tessera.yaml has errors. */
  readonly programme: Programme | undefined
  readonly segments: readonly SegmentFile[]
  /** Issues of the files themselves; those of definitions come from binding. */
  readonly issues: readonly Issue[]
  /** Text of each file that was read, by its path inside the folder. */
  readonly texts: ReadonlyMap<string, string>
  /** Changes when a file is added, removed or edited. */
  readonly stamp: string
}

/** The folder that is meant: as given, or the nearest one upwards that has a `tessera.yaml`. Throws `run/no-programme`. */
export function findFolder(options: { readonly folder?: string; readonly from: string }): string {
  if (options.folder !== undefined) {
    const folder = resolve(options.from, options.folder)
    if (existsSync(join(folder, PROGRAMME_FILE_NAME))) return folder
    throw noProgramme(folder)
  }
  for (let folder = resolve(options.from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, PROGRAMME_FILE_NAME))) return folder
    if (dirname(folder) === folder) throw noProgramme(resolve(options.from))
  }
}

function noProgramme(folder: string): Failure {
  return new Failure(`no programme in ${folder}`, { code: 'run/no-programme', params: { folder } })
}

/** Reads everything; issues are values, unreadable files are thrown as `run/file-denied`, `run/file-missing`, `run/not-a-file`. */
export function readFolder(folder: string): ProgrammeFolder {
  const texts = new Map<string, string>()
  const read = (path: string): string => {
    const text = readText(join(folder, path), path)
    texts.set(path, text)
    return text
  }
  const head = parseProgramme(read(PROGRAMME_FILE_NAME), PROGRAMME_FILE_NAME)
  const issues: Issue[] = [...head.issues]
  const segments: SegmentFile[] = []
  for (const path of segmentPaths(folder)) {
    const segment = parseSegmentFile(read(path), path)
    issues.push(...segment.issues)
    if (segment.ok) segments.push(segment.value)
  }
  return {
    folder,
    dataDir: join(folder, DATA_FOLDER),
    programme: head.ok ? head.value : undefined,
    segments,
    issues,
    texts,
    stamp: stampOf(folder),
  }
}

/** The files of segments, in the order of their keys. */
export function segmentPaths(folder: string): string[] {
  const inside = join(folder, SEGMENTS_FOLDER)
  if (!existsSync(inside)) return []
  return onDisk(SEGMENTS_FOLDER, () => readdirSync(inside))
    .filter((name) => /\.ya?ml$/.test(name) && !name.startsWith('.'))
    .sort()
    .map((name) => `${SEGMENTS_FOLDER}/${name}`)
}

/** A cheap sign of change: names, sizes and times of the files. */
export function stampOf(folder: string): string {
  return [PROGRAMME_FILE_NAME, ...segmentPaths(folder)]
    .map((path) => {
      const { size, mtimeMs } = onDisk(path, () => statSync(join(folder, path)))
      return `${path}:${size}:${mtimeMs}`
    })
    .join('|')
}

/** The revision of a file: whoever saves must have seen it. */
export function revisionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
