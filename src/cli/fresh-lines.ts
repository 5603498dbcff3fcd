/** What to know of the age of numbers beside their instant. */
import type { SnapshotWire } from '../core/contract/index.ts'
import type { Context } from './context.ts'

/** That they stay at an instant of the past, or are late; nothing when they are as they should be. */
export function freshLines(
  { say }: Pick<Context, 'say'>,
  { pinned, late, behindSeconds }: SnapshotWire,
): string[] {
  if (pinned === true) return [say('pinned')]
  return late === true ? [say('late', { seconds: behindSeconds ?? 0 })] : []
}
