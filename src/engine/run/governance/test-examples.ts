/** The verb behind `test`: all examples of a folder, without any engine. */
import type { TestWire } from '../../../core/contract/index.ts'
import type { OpenOptions } from '../open.ts'
import { readDefinitions } from '../programme/definitions.ts'
import { findFolder, readFolder } from '../programme/folder.ts'
import { allIssues } from '../programme/definitions.ts'
import { segmentUnknown } from '../programme/segments.ts'
import { issueWire } from '../wire.ts'
import { runExamples } from './examples.ts'

/** Tries the examples of one segment or of all. Throws `run/no-programme`, `run/segment-unknown`. */
export function testExamples(options: OpenOptions, segment?: string): TestWire {
  const files = readFolder(findFolder(options))
  const { programme } = files
  const { locale } = options
  const definitions =
    programme === undefined ? new Map<string, never>() : readDefinitions(files, programme)
  if (segment !== undefined && programme !== undefined && !definitions.has(segment)) {
    throw segmentUnknown(segment, [...definitions.keys()])
  }
  const asked = [...definitions.values()].filter(
    ({ file }) => segment === undefined || file.key === segment,
  )
  const runs = programme === undefined ? [] : runExamples(asked, { programme, definitions, locale })
  const failed = runs.filter((run) => !run.wire.passed)
  const issues = [
    ...(programme === undefined
      ? files.issues.map((issue) => issueWire(issue, locale, files.texts))
      : allIssues(files, new Map(asked.map((read) => [read.file.key, read])), locale)),
    ...runs.flatMap((run) => run.issues.map((issue) => issueWire(issue, locale, files.texts))),
  ]
  return {
    ok: failed.length === 0 && issues.every((issue) => issue.severity !== 'error'),
    passed: runs.length - failed.length,
    failed: failed.length,
    examples: runs.map((run) => run.wire),
    issues,
  }
}
