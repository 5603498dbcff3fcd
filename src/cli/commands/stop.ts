/** `tessera stop`: ends the local engines of a programme, whoever uses them. */
import { stopEngines } from '../../engine/run/index.ts'
import type { CommandRun } from '../command.ts'
import { EXIT } from '../exit.ts'

export const run: CommandRun = async ({ out, say, open }) => {
  const stopped = await stopEngines(open)
  out.answer({ stopped }, () => say(stopped ? 'stop-done' : 'stop-none'))
  return EXIT.ok
}
