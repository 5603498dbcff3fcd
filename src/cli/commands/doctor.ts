/** `tessera doctor`: what is wrong, and what to do about it. */
import { diagnose } from '../../engine/run/index.ts'
import type { CommandRun } from '../command.ts'
import { EXIT } from '../exit.ts'
import { issueLines } from '../issue-lines.ts'

const MARK = { ok: '✓', info: '·', warning: '!', error: '✗' } as const
const COLOUR = { ok: 'green', info: 'dim', warning: 'yellow', error: 'red' } as const

export const run: CommandRun = async (context) => {
  const { out, say, open } = context
  const found = await diagnose(open)
  out.answer(found, () => [
    ...found.findings.flatMap((f) => [
      `${out.paint(COLOUR[f.severity], MARK[f.severity])} ${f.message}`,
      ...(f.remedy === undefined ? [] : [`  ${say('remedy')}: ${f.remedy}`]),
    ]),
    ...issueLines(context, found.issues),
    '',
    say(found.ok ? 'doctor-ok' : 'doctor-bad'),
  ])
  return found.ok ? EXIT.ok : EXIT.issues
}
