/** `tessera fmt`: definitions in their canonical form, comments of the files kept. */
import { formatProgramme } from '../../engine/run/index.ts'
import { flag, type CommandRun } from '../command.ts'
import { EXIT } from '../exit.ts'
import { issueLines } from '../issue-lines.ts'

export const run: CommandRun = async (context, _args, options) => {
  const { out, say, open } = context
  const dry = flag(options, 'check')
  const done = formatProgramme(open, { write: !dry })
  const changed = done.files.filter((file) => file.state === 'changed')
  out.answer(done, () => [
    ...issueLines(context, done.issues),
    ...changed.map((file) => `${file.path}: ${say(dry ? 'fmt-would-change' : 'fmt-changed')}`),
    say('fmt-same', { count: done.files.filter((file) => file.state === 'same').length }),
  ])
  return !done.ok || (dry && changed.length > 0) ? EXIT.issues : EXIT.ok
}
