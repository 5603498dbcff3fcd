/** What can be wrong with a message, and where in it. */
import type { Issue, IssueParams } from '../../../core/base/index.ts'

export type ArrivalCode =
  | 'intake/message-shape'
  | 'intake/message-type'
  | 'intake/message-deep'
  | 'intake/message-large'
  | 'intake/message-event'
  | 'intake/message-page'
  | 'intake/message-group'
  | 'intake/message-text'
  | 'intake/message-list'
  | 'intake/message-time'
  | 'intake/message-sensitive'
  | 'intake/no-customer'
  | 'intake/required-missing'
  | 'intake/bad-number'
  | 'intake/bad-boolean'
  | 'intake/bad-date'
  | 'intake/bad-instant'
  | 'intake/bad-place'
  | 'intake/customer-key-collision'
  | 'run/merge-taken'

/** One thing wrong with a message. */
export interface Flaw {
  readonly code: ArrivalCode
  /** From the root of the message. */
  readonly path: readonly (string | number)[]
  readonly params?: IssueParams
}

/** The flaw as an issue whose place is its path. */
export function flawIssue({ code, path, params = {} }: Flaw): Issue {
  // The message was taken, but for what it claims.
  const severity = code === 'run/merge-taken' ? 'warning' : 'error'
  return { code, severity, at: { kind: 'path', path }, params }
}

/** RFC 6901. */
export function jsonPointer(path: readonly (string | number)[]): string {
  return path.map((p) => `/${String(p).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
