/** `tessera test`: the examples of segment files, without engines. */
import { testExamples } from '../../../engine/run/index.ts'
import type { CommandRun } from '../../command.ts'
import { EXIT } from '../../exit.ts'
import { issueLines } from '../../issue-lines.ts'

export const run: CommandRun = async (context, [segment]) => {
  const { out, say, open } = context
  const found = testExamples(open, segment)
  const { passed, failed } = found
  out.answer(found, () => [
    ...issueLines(context, found.issues),
    ...found.examples.map(
      (example) =>
        `${example.passed ? out.paint('green', '✓') : out.paint('red', '✗')} ${example.segment}: ${example.title}`,
    ),
    found.examples.length === 0 ? say('examples-none') : say('examples-line', { passed, failed }),
  ])
  return found.ok ? EXIT.ok : EXIT.issues
}
