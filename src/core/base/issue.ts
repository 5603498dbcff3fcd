/** What is wrong with somebody's data or definition: said with its place and remedy, never thrown. */

/** Where an issue is: a span of text, a cell of a file, or a path inside a document. */
export type Place =
  | { readonly kind: 'span'; readonly start: number; readonly end: number }
  | {
      readonly kind: 'file'
      readonly file: string
      readonly line?: number
      readonly column?: number | string
    }
  | { readonly kind: 'path'; readonly path: readonly (string | number)[] }

export type Severity = 'error' | 'warning' | 'info'

/** Values that the words of an issue are filled with; never personal data beyond the value at fault. */
export type IssueParams = Readonly<Record<string, string | number | readonly string[]>>

/**
 * One thing wrong. `code` is `room/kebab-reason` and has an entry in every locale's words.
 * `fix` is a replacement for the text at `at` that would mend it.
 */
export interface Issue {
  readonly code: string
  readonly severity: Severity
  readonly at?: Place
  readonly params: IssueParams
  readonly fix?: string
}

/** A value, or the reasons why there is none. A definition with an error has no meaning at all. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** A good value, with warnings if there are any. */
export function valid<T>(value: T, issues: readonly Issue[] = []): Checked<T> {
  return { ok: true, value, issues }
}

/** No value, and why. */
export function invalid(...issues: readonly Issue[]): { ok: false; issues: readonly Issue[] } {
  return { ok: false, issues }
}
