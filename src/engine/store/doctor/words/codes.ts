/** The codes of what the doctor finds in a store. */

/** Everything that can be found. */
export const FINDING_CODES = [
  'store/answers',
  'store/disk-free',
  'store/disk-low',
  'store/disk-nearly-full',
  'store/engine-absent',
  'store/engine-installed',
  'store/folder-absent',
  'store/folder-denied',
  'store/folder-open',
  'store/memory-low',
  'store/no-answer',
  'store/no-port',
  'store/not-running',
  'store/orphan',
  'store/platform',
  'store/postgres-account',
  'store/postgres-no-account',
  'store/restarted',
  'store/running',
  'store/running-unused',
  'store/silent',
] as const
/** One of them. */
export type FindingCode = (typeof FINDING_CODES)[number]
