/** Looks at the files of a programme without any engine: `check` and `fmt`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isScalar, parseDocument, Scalar } from 'yaml'
import type { CheckWire, FormatWire, IssueWire } from '../../../core/contract/index.ts'
import type { SegmentFile } from '../../../core/catalog/index.ts'
import { parse, print } from '../../../core/segment/index.ts'
import { runExamples } from '../governance/examples.ts'
import { allIssues, readDefinitions, type ReadDefinition } from './definitions.ts'
import { findFolder, readFolder, segmentPaths, type ProgrammeFolder } from './folder.ts'
import type { OpenOptions } from '../open.ts'
import { issueWire } from '../wire.ts'

/** Checks the programme and all its definitions. Throws `run/no-programme` only. */
export function checkProgramme(options: OpenOptions): CheckWire {
  const files = readFolder(findFolder(options))
  const issues = [...issuesOf(files, options), ...exampleIssues(files, options)]
  return {
    ok: issues.every((issue) => issue.severity !== 'error'),
    folder: files.folder,
    segments: files.segments.length,
    issues,
  }
}

/** Issues of the files; definitions are read only when there is a catalogue to read them against. */
function issuesOf(files: ProgrammeFolder, { locale }: OpenOptions): readonly IssueWire[] {
  if (files.programme === undefined) {
    return files.issues.map((issue) => issueWire(issue, locale, files.texts))
  }
  const definitions: ReadonlyMap<string, ReadDefinition> = readDefinitions(files, files.programme)
  return allIssues(files, definitions, locale)
}

/** Examples that do not hold, placed in their files. */
function exampleIssues(files: ProgrammeFolder, { locale }: OpenOptions): readonly IssueWire[] {
  const { programme } = files
  if (programme === undefined) return []
  const definitions = readDefinitions(files, programme)
  return runExamples(definitions.values(), { programme, definitions, locale }).flatMap((run) =>
    run.issues.map((issue) => issueWire(issue, locale, files.texts)),
  )
}

/** Keys of the segments of the nearest programme; none when there is no programme. For completion. */
export function segmentKeys(from: string): readonly string[] {
  try {
    return segmentPaths(findFolder({ from })).map((path) =>
      path.replace(/^.*\//, '').replace(/\.ya?ml$/, ''),
    )
  } catch {
    return []
  }
}

/** Writes every definition in canonical form, leaving all else in its file as it is; broken ones stay untouched. */
export function formatProgramme(
  options: OpenOptions,
  { write }: { readonly write: boolean },
): FormatWire {
  const files = readFolder(findFolder(options))
  const broken = files.issues.map((issue) => issueWire(issue, options.locale, files.texts))
  const measures = Object.keys(files.programme?.measures ?? {})
  const done = files.segments.map((segment): FormatWire['files'][number] => {
    const path = segment.origin.file
    const text = files.texts.get(path) ?? ''
    const formatted = formattedFile(segment, text, measures)
    if (formatted === undefined) return { path, state: 'error' }
    if (formatted === text) return { path, state: 'same' }
    if (write) writeFileSync(join(files.folder, path), formatted)
    return { path, state: 'changed' }
  })
  const syntax = issuesOf(files, options).filter((issue) => issue.severity === 'error')
  const issues = files.programme === undefined ? broken : syntax
  return {
    ok: done.every((file) => file.state !== 'error') && broken.length === 0,
    files: done,
    issues,
  }
}

function formattedFile(
  segment: SegmentFile,
  text: string,
  measures: readonly string[],
): string | undefined {
  const read = parse(segment.definition, { measures })
  // A definition with comments keeps its own form: the tree does not hold them.
  if (segment.definition.includes('--')) return read.ok ? text : undefined
  if (!read.ok) return undefined
  return withDefinition(text, print(read.value.definition))
}

/** The same YAML with another definition; comments and order are kept. */
export function withDefinition(text: string, definition: string): string {
  const document = parseDocument(text)
  const old = document.get('definition', true)
  const clean = definition.trimEnd()
  if (isScalar(old) && String(old.value).trimEnd() === clean) return text
  const scalar = new Scalar(clean.includes('\n') ? `${clean}\n` : clean)
  if (clean.includes('\n')) scalar.type = Scalar.BLOCK_LITERAL
  document.set('definition', scalar)
  return document.toString({ lineWidth: 0 })
}
