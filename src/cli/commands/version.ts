/** `tessera version`. */
import type { VersionWire } from '../../core/contract/index.ts'
import { versionInfo } from '../../engine/run/index.ts'
import type { CommandRun } from '../command.ts'
import { EXIT } from '../exit.ts'

export const run: CommandRun = async ({ out }) => {
  const info: VersionWire = versionInfo()
  out.answer(info, () => `tessera ${info.tessera} (Node ${info.node}, ${info.platform})`)
  return EXIT.ok
}
