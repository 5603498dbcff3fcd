export { assert, never } from './assert.ts'
export { Failure, type FailureOptions } from './failure.ts'
export {
  invalid,
  valid,
  type Checked,
  type Issue,
  type IssueParams,
  type Place,
  type Severity,
} from './issue.ts'
export { inLocale, LOCALES, toLocale, type Locale, type LocalText } from './locale.ts'
