/** Telling one refusal from another. */
import { Failure } from '../../../core/base/index.ts'

/** Whether something thrown is the Failure with this code. */
export function isFailure(error: unknown, code: string): boolean {
  return error instanceof Failure && error.code === code
}
