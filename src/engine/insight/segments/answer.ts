/** An answer of the check of a segment. */
import type { Finding, Grade, QualityCheck } from '../../../core/insight/index.ts'

/** One question answered. */
export interface Answer {
  readonly check: QualityCheck
  readonly grade: Grade
  readonly findings: readonly Finding[]
}
