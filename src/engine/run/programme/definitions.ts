/** The definitions of a folder, parsed and bound together, with their issues placed in their files. */
import type { Issue, Locale } from '../../../core/base/index.ts'
import { placeInFile, type Programme, type SegmentFile } from '../../../core/catalog/index.ts'
import type { IssueWire } from '../../../core/contract/index.ts'
import { bindAll, type BoundDefinition } from '../../../core/segment/index.ts'
import type { KnownLists } from '../governance/known-lists.ts'
import { bindContextOf } from './bind-context.ts'
import { PROGRAMME_FILE_NAME, type ProgrammeFolder } from './folder.ts'
import { measureIssues } from './measure-issues.ts'
import { issueWire } from '../wire.ts'

/** One segment's file and what its definition means, if anything. */
export interface ReadDefinition {
  readonly file: SegmentFile
  /** Absent when the definition, or one that it refers to, has an error. */
  readonly bound: BoundDefinition | undefined
  /** Places are spans of the definition's text. */
  readonly issues: readonly Issue[]
  /** The named measures it is read with; absent means those of the programme. */
  readonly measures?: Readonly<Record<string, string>>
}

/** Reads all definitions of a folder, in the order of their keys. */
export function readDefinitions(
  files: ProgrammeFolder,
  programme: Programme,
  lists?: KnownLists,
): ReadonlyMap<string, ReadDefinition> {
  const bound = bindAll(
    files.segments.map((file) => ({
      key: file.key,
      text: file.definition,
      ...(file.timeZone === undefined ? {} : { timeZone: file.timeZone }),
    })),
    bindContextOf(programme, [], lists),
  )
  return new Map(
    files.segments.map((file) => {
      const read = bound.get(file.key)
      const definition = read?.ok === true ? read.value : undefined
      return [file.key, { file, bound: definition, issues: read?.issues ?? [] }]
    }),
  )
}

/** The definitions to compute: the active ones without errors, and whatever those refer to. */
export function definitionsToRun(
  definitions: ReadonlyMap<string, ReadDefinition>,
): readonly BoundDefinition[] {
  const wanted = new Map<string, BoundDefinition>()
  const add = (key: string): void => {
    const bound = definitions.get(key)?.bound
    if (bound === undefined || wanted.has(key)) return
    wanted.set(key, bound)
    bound.refersTo.forEach(add)
  }
  for (const [key, { file }] of definitions) if (file.status === 'active') add(key)
  return [...wanted.values()]
}

/** The issues of a definition in words, placed in its file so that an editor can jump there. */
export function definitionIssues(
  read: ReadDefinition,
  files: ProgrammeFolder,
  locale: Locale,
): readonly IssueWire[] {
  return read.issues.map((issue) => {
    if (issue.at?.kind !== 'span') return issueWire(issue, locale, files.texts)
    const { start, end } = issue.at
    const at = placeInFile(read.file, start)
    const wire = issueWire({ ...issue, at }, locale)
    const text = files.texts.get(at.file)?.split('\n')[(at.line ?? 1) - 1]
    if (text === undefined || typeof at.column !== 'number') return wire
    const from = at.column - 1
    const length = read.file.origin.exact ? Math.max(1, end - start) : 1
    return { ...wire, excerpt: { text, from, to: Math.min(text.length, from + length) } }
  })
}

/** Everything wrong with a folder: its files first, then its definitions. */
export function allIssues(
  files: ProgrammeFolder,
  definitions: ReadonlyMap<string, ReadDefinition>,
  locale: Locale,
): readonly IssueWire[] {
  const { programme, texts } = files
  const measures =
    programme === undefined
      ? []
      : measureIssues(
          programme,
          texts.get(PROGRAMME_FILE_NAME) ?? '',
          bindContextOf(programme, [...definitions.keys()]),
        )
  return [
    ...[...files.issues, ...measures].map((issue) => issueWire(issue, locale, texts)),
    ...[...definitions.values()].flatMap((read) => definitionIssues(read, files, locale)),
  ]
}
