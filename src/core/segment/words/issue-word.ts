/** The keys of the words that messages are made of. */
import type { ValueType } from '../../catalog/index.ts'
import type { SegmentCode } from './code.ts'

export type IssueWord =
  | SegmentCode
  | 'did-you-mean'
  | 'write-instead'
  | 'known-names'
  | 'expected-condition'
  | 'expected-name'
  | 'expected-operator'
  | 'or'
  | `type-${ValueType | 'duration' | 'length'}`
