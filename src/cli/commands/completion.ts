/** `tessera completion <shell>`, and the hidden `complete` that those scripts call at every TAB. */
import completions from '@bomb.sh/tab/commander'
import type { Command } from 'commander'
import { LOCALES } from '../../core/base/index.ts'
import { UsageMistake, type CommandRun } from '../command.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { buildProgram } from '../program.ts'

const SHELLS = ['bash', 'zsh', 'fish'] as const
/** Commands that take the key of a segment. */
const KEYED: ReadonlySet<string> = new Set(['members', 'explain', 'diff', 'test'])
type Tree = ReturnType<typeof completions>

export const run: CommandRun = async ({ say }, [shell = '']) => {
  if (!SHELLS.some((name) => name === shell)) {
    const wanted = say('wanted-one-of', { options: SHELLS })
    throw new UsageMistake(say('invalid-value', { value: shell, name: '<shell>', wanted }))
  }
  treeOf(buildProgram(say, async () => {})).setup('tessera', 'tessera', shell)
  return EXIT.ok
}

/** Prints what could come next on the command line that follows `--`. */
export async function complete(program: Command): Promise<ExitCode> {
  const tree = treeOf(program)
  // Only these take keys; the others should not wait for more code to load.
  if (process.argv.some((word) => KEYED.has(word))) {
    await addSegmentKeys(tree)
  }
  tree.parse(process.argv.slice(process.argv.indexOf('--') + 1))
  return EXIT.ok
}

function treeOf(program: Command): Tree {
  const tree = completions(program)
  tree.commands.get('completion')?.argument('shell', (offer) => {
    for (const shell of SHELLS) offer(shell, '')
  })
  tree.option('locale', '', (offer) => {
    for (const locale of LOCALES) offer(locale, '')
  })
  return tree
}

/** Segment keys are names of files, which are read without opening anything. */
async function addSegmentKeys(tree: Tree): Promise<void> {
  const { segmentKeys } = await import('../../engine/run/index.ts')
  const keys = segmentKeys(process.cwd())
  const offerKeys = (offer: (value: string, description: string) => void): void => {
    for (const key of keys) offer(key, '')
  }
  for (const command of KEYED) tree.commands.get(command)?.argument('segment', offerKeys)
}
