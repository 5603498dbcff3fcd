/** Patterns in RE2's dialect, which has no backtracking and so no slow pattern. */
import { RE2JS } from 're2js'

/** Whether RE2 takes the pattern. */
export function isPattern(pattern: string): boolean {
  try {
    RE2JS.compile(pattern)
    return true
  } catch {
    return false
  }
}
