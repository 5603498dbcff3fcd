/** Every report, in the order in which they are shown within their groups. */
import { CONCENTRATION } from './money/concentration.ts'
import type { ReportKind } from './report/kind.ts'
import { PROFILE } from './segments/profile.ts'

// oxfmt-ignore
export const REPORTS: readonly ReportKind[] = [
  CONCENTRATION,
  PROFILE,
]
