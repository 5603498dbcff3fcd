/** Reads a programme folder: which one is meant, its files, and what is wrong with them. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Failure, type Issue } from '../../../core/base/index.ts'
import {
  modelScores,
  parseModelFile,
  parseProgramme,
  parseSegmentFile,
  type ModelFile,
  type Programme,
  type SegmentFile,
} from '../../../core/catalog/index.ts'
import { bindContextOf } from './bind-context.ts'
import { modelTextIssues } from './model-texts.ts'
import { onDisk, readText } from './on-disk.ts'

export const PROGRAMME_FILE_NAME = 'tessera.yaml'
export const SEGMENTS_FOLDER = 'segments'
export const MODELS_FOLDER = 'models'
export const DATA_FOLDER = '.tessera'

/** A programme folder as it was read at one moment. */
export interface ProgrammeFolder {
  readonly folder: string
  /** Where local engines, uploads and quarantine lie; never in git. */
  readonly dataDir: string
  /** Absent when tessera.yaml has errors. Its catalogue has the scores of the models beside those of the file. */
  readonly programme: Programme | undefined
  readonly segments: readonly SegmentFile[]
  /** Models without errors; their scores are in the programme's catalogue. */
  readonly models: readonly ModelFile[]
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
  const keys = segments.map(({ key }) => key)
  const modelled = head.ok
    ? withModels(head.value, { paths: modelPaths(folder), read, keys })
    : undefined
  issues.push(...(modelled?.issues ?? []))
  return {
    folder,
    dataDir: join(folder, DATA_FOLDER),
    programme: modelled?.programme,
    segments,
    models: modelled?.models ?? [],
    issues,
    texts,
    stamp: stampOf(folder),
  }
}

/** The programme with the scores that its models give; a model with an error gives none. */
function withModels(
  programme: Programme,
  from: {
    readonly paths: readonly string[]
    readonly read: (path: string) => string
    readonly keys: readonly string[]
  },
): {
  readonly programme: Programme
  readonly models: readonly ModelFile[]
  readonly issues: readonly Issue[]
} {
  const { catalogue } = programme
  const issues: Issue[] = []
  const models: ModelFile[] = []
  for (const path of from.paths) {
    const model = parseModelFile(from.read(path), path, catalogue)
    issues.push(...model.issues)
    if (model.ok) models.push(model.value)
  }
  if (models.length === 0) return { programme, models, issues }
  const given = modelScores(models, catalogue)
  issues.push(...given.issues)
  // Models may ask for each other's scores: all are there before any text is bound.
  const whole = { ...programme, catalogue: { ...catalogue, scores: given.scores } }
  const context = bindContextOf(whole, from.keys)
  const sound = given.models.filter((model) => {
    const found = modelTextIssues(model, context)
    issues.push(...found)
    return found.every(({ severity }) => severity !== 'error')
  })
  if (sound.length === given.models.length) return { programme: whole, models: sound, issues }
  const { scores } = modelScores(sound, catalogue)
  return { programme: { ...programme, catalogue: { ...catalogue, scores } }, models: sound, issues }
}

/** The files of segments, in the order of their keys. */
export function segmentPaths(folder: string): string[] {
  return yamlPaths(folder, SEGMENTS_FOLDER)
}

/** The files of models, in the order of their keys. */
export function modelPaths(folder: string): string[] {
  return yamlPaths(folder, MODELS_FOLDER)
}

function yamlPaths(folder: string, within: string): string[] {
  const inside = join(folder, within)
  if (!existsSync(inside)) return []
  return onDisk(within, () => readdirSync(inside))
    .filter((name) => /\.ya?ml$/.test(name) && !name.startsWith('.'))
    .sort()
    .map((name) => `${within}/${name}`)
}

/** A cheap sign of change: names, sizes and times of the files. */
export function stampOf(folder: string): string {
  return [PROGRAMME_FILE_NAME, ...segmentPaths(folder), ...modelPaths(folder)]
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
