/** `tessera check`: files and definitions, without engines. */
import { checkProgramme } from '../../engine/run/index.ts'
import type { CommandRun } from '../command.ts'
import { EXIT } from '../exit.ts'
import { issueLines } from '../issue-lines.ts'

export const run: CommandRun = async (context) => {
  const { out, say, open } = context
  const found = checkProgramme(open)
  const errors = found.issues.filter((i) => i.severity === 'error').length
  const warnings = found.issues.filter((i) => i.severity === 'warning').length
  out.answer(found, () => [
    ...issueLines(context, found.issues),
    found.ok && warnings === 0
      ? say('check-ok', { segments: found.segments, folder: found.folder })
      : say('check-bad', { errors, warnings, folder: found.folder }),
  ])
  return found.ok ? EXIT.ok : EXIT.issues
}
