/** A problem as the checks of the store find it. */
import type { Problem, Text } from '../../../core/insight/index.ts'

/** With its name in words, and what helps to look at it. */
export interface Found extends Omit<Problem, 'isUsed'> {
  readonly label: Text
  /** Selects the customers, in the segment language. */
  readonly definition?: string
  /** Values that were met. */
  readonly examples?: readonly string[]
  /** Of a mark: the number, and the nearest of the others. */
  readonly mark?: number
  readonly next?: number
  /** Of the same address or profile: how many of them. */
  readonly groups?: number
  /** Of a source: days of silence, and what is usual. */
  readonly silent?: number
  readonly usual?: number
  /** Of completeness: where it is lowest. */
  readonly lowest?: { readonly label: Text; readonly share: number }
}
