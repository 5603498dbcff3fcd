/** A programme file while it is read: what is wrong with it so far, and where. */
import type { Issue, LocalText, Locale } from '../base/index.ts'
import { labelOf } from './field.ts'
import type { ProgrammeText } from './file.ts'
import { RESERVED_WORDS } from './reserved.ts'
import type { CatalogCode } from './words.ts'
import { issue, type Path, type YamlSource } from './yaml.ts'

/** A file being read, and the issues found so far. */
export interface Draft {
  readonly issues: Issue[]
  readonly file: ProgrammeText
  readonly locale: Locale
  readonly source: YamlSource
}

/** Where at the path, and what would mend it. */
export interface FaultOptions {
  readonly key?: boolean
  readonly offset?: number
  readonly fix?: string | undefined
}

/** Notes something wrong at a path of the file. */
export function fault(
  draft: Draft,
  code: CatalogCode,
  path: Path,
  params: Issue['params'],
  options: FaultOptions = {},
): void {
  draft.issues.push(issue(code, draft.source.locate(path, options), params, options.fix))
}

/** Text in the file's first language, or by language; the name when there is none. */
export function label(
  draft: Draft,
  written: string | LocalText | undefined,
  name: string,
): LocalText {
  if (written === undefined) return labelOf(name)
  return typeof written === 'string' ? { [draft.locale]: written } : written
}

/** Names that are words of the language work, between backticks; that is worth knowing, not an error. */
export function checkName(draft: Draft, name: string, path: Path): void {
  if (!RESERVED_WORDS.has(name)) return
  const at = draft.source.locate(path, { key: true })
  draft.issues.push({ code: 'catalog/reserved-word', severity: 'warning', at, params: { name } })
}
