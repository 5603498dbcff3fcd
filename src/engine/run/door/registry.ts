/** Every code that people may meet, with its words: the one registry behind the reference of errors. */
import { CATALOG_CODES, renderCatalogIssue } from '../../../core/catalog/index.ts'
import type { Issue, Locale } from '../../../core/base/index.ts'
import { renderIssue, SEGMENT_CODES } from '../../../core/segment/index.ts'
import { INTAKE_CODES, intakeWords } from '../../intake/index.ts'
import { FINDING_CODES, findingWords } from '../../store/index.ts'
import { RUN_CODES, runWords, STORE_CODES } from '../words/index.ts'

/** A code and its sentence, with `{holes}` where the particulars go. */
export interface CodeEntry {
  readonly code: string
  readonly message: string
}

/** All codes, by room and then by name. */
export function codeRegistry(locale: Locale): readonly CodeEntry[] {
  return [
    ...SEGMENT_CODES.map((code) => ({ code, message: renderIssue(issue(code), locale) ?? '' })),
    ...CATALOG_CODES.map((code) => ({
      code,
      message: renderCatalogIssue(issue(code), locale) ?? '',
    })),
    ...FINDING_CODES.map((code) => ({ code, message: findingWords(code, {}, locale) })),
    ...INTAKE_CODES.map((code) => ({ code, message: intakeWords(code, {}, locale) ?? '' })),
    ...[...RUN_CODES, ...STORE_CODES].map((code) => ({
      code,
      message: runWords(code, {}, locale) ?? '',
    })),
  ].toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

function issue(code: string): Issue {
  return { code, severity: 'error', params: {} }
}
