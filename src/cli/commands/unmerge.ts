/** `tessera unmerge <alias>`: takes a merge back. */
import { unmerge, withProgramme } from '../../engine/run/index.ts'
import type { CommandRun } from '../command.ts'
import { EXIT } from '../exit.ts'

export const run: CommandRun = async ({ open, out, say }, [alias = '']) => {
  const undone = await withProgramme(open, (programme) => unmerge(programme, { alias }))
  out.answer(undone, () => say('merge-undone', { alias, customer: undone.customer }))
  return EXIT.ok
}
