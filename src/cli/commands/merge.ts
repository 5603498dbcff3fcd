/** `tessera merge <alias> <customer>`: two ids of one customer become one. */
import { merge, withProgramme } from '../../engine/run/index.ts'
import type { CommandRun } from '../command.ts'
import { EXIT } from '../exit.ts'

export const run: CommandRun = async ({ open, out, say }, [alias = '', customer = '']) => {
  const made = await withProgramme(open, (programme) => merge(programme, { alias, customer }))
  out.answer(made, () => say('merge-done', { alias, customer: made.customer }))
  return EXIT.ok
}
