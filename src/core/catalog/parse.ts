/** Reads the hand-written files of a programme folder: `tessera.yaml` and `segments/<key>.yaml`. */
import {
  invalid,
  isTimeZone,
  nearest,
  timeZones,
  valid,
  type Checked,
  type LocalText,
} from '../base/index.ts'
import { buildProgramme } from './build.ts'
import type { Programme } from './catalog.ts'
import { examplesOf } from './example.ts'
import { PROGRAMME_FILE, SEGMENT_FILE } from './file.ts'
import { originOf } from './origin.ts'
import type { SegmentFile } from './segment-file.ts'
import { issue, readYaml } from './yaml.ts'

/**
 * The programme that a `tessera.yaml` describes. Issues carry file, line and column; codes `catalog/...`.
 * With any error there is no programme; warnings come along with the value.
 */
export function parseProgramme(text: string, file: string): Checked<Programme> {
  const read = readYaml(text, file, PROGRAMME_FILE)
  if (!read.ok) return read
  const { programme, issues } = buildProgramme(read.value.value, read.value.source)
  return issues.some((i) => i.severity === 'error') ? invalid(...issues) : valid(programme, issues)
}

/**
 * The segment that a file describes; its key is the file's name without folder and ending. The definition
 * itself is not read here: its text comes with where it lies, so that its issues can be placed in the file.
 */
export function parseSegmentFile(text: string, file: string): Checked<SegmentFile> {
  const read = readYaml(text, file, SEGMENT_FILE, 'catalog/empty-segment')
  if (!read.ok) return read
  const { value, source } = read.value
  const key = /([^/\\]*?)(\.ya?ml)?$/.exec(file)?.[1] ?? ''
  const top = source.locate([])
  const issues = []
  if (!/^[a-z][a-z0-9_-]{0,59}$/.test(key)) issues.push(issue('catalog/bad-key', top, { key }))
  if (value.definition.trim() === '') {
    const at = source.locate(['definition'], { key: true })
    issues.push(issue('catalog/empty', at, { key: 'definition' }))
  }
  const zone = value.timeZone
  if (zone !== undefined && !isTimeZone(zone)) {
    const at = source.locate(['timeZone'])
    issues.push(issue('catalog/bad-time-zone', at, { zone }, nearest(zone, timeZones())))
  }
  const examples = examplesOf(value.examples ?? [], source, (at) =>
    issues.push(issue('catalog/example-side', at, {})),
  )
  if (issues.length > 0) return invalid(...issues)
  return valid({
    key,
    name: localText(value.name),
    why: value.why === undefined ? {} : localText(value.why),
    purpose: value.purpose ?? 'programme',
    status: value.status ?? 'active',
    ...(zone === undefined ? {} : { timeZone: zone }),
    definition: value.definition,
    origin: originOf(source, { file, path: ['definition'] }),
    ...(examples.length === 0 ? {} : { examples }),
  })
}

/** Text without a language is English as far as anybody knows; it is shown to all. */
function localText(written: string | LocalText): LocalText {
  return typeof written === 'string' ? { en: written } : written
}
