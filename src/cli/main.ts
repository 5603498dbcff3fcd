/** The command line: understands what was typed, runs one command, ends with its exit code. */
import { inspect } from 'node:util'
import { CommanderError } from 'commander'
import { Failure } from '../core/base/index.ts'
import { UsageMistake, type Options } from './command.ts'
import { contextOf, systemLocale, type Context, type GlobalOptions } from './context.ts'
import { EXIT, type ExitCode } from './exit.ts'
import { LOAD_COMMAND } from './load-command.ts'
import { buildProgram, usageWords, wasHelp } from './program.ts'
import { COMMAND_SPECS } from './spec.ts'
import { sayIn } from './words/index.ts'
import { toLocale } from '../core/base/index.ts'

/** Runs one command line and says how it ended. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  const typed = argv[argv.indexOf('--locale') + 1 || argv.length]
  const inline = argv.find((word) => word.startsWith('--locale='))?.slice('--locale='.length)
  const tag = typed ?? inline
  const say = sayIn(tag === undefined ? systemLocale() : toLocale(tag))
  const json = argv.includes('--json')
  let exit: ExitCode = EXIT.ok
  const program = buildProgram(say, async (spec, args, options) => {
    const context = contextOf(globalsOf(options))
    exit = await guarded(context, async () =>
      (await LOAD_COMMAND[spec.name]()).run(context, args, options),
    )
  })
  if (argv.length === 0) {
    program.outputHelp()
    return exit
  }
  if (argv[0] === 'complete') return (await import('./commands/completion.ts')).complete(program)
  try {
    await program.parseAsync([...argv], { from: 'user' })
  } catch (error) {
    if (error instanceof UsageMistake) return mistake(error.message, json)
    if (!(error instanceof CommanderError)) throw error
    if (wasHelp(error)) return EXIT.ok
    const command = COMMAND_SPECS.find((c) => argv.includes(c.name))?.name ?? ''
    return mistake(usageWords(say, error, command), json)
  }
  return exit
}

/** Says what was mistyped; scripts that asked for JSON get the same object as for any other error. */
function mistake(message: string, json: boolean): ExitCode {
  if (json) {
    const error = { code: 'run/bad-request', severity: 'error', message, issues: [] }
    process.stdout.write(`${JSON.stringify({ error }, undefined, 2)}\n`)
  }
  process.stderr.write(`${message}\n`)
  return EXIT.usage
}

function globalsOf(options: Options): GlobalOptions {
  const text = (name: string): string | undefined => {
    const value = options[name]
    return typeof value === 'string' ? value : undefined
  }
  const programme = text('programme')
  const locale = text('locale')
  const clickhouse = text('clickhouse')
  const postgres = text('postgres')
  return {
    json: options['json'] === true,
    ...(programme === undefined ? {} : { programme }),
    ...(locale === undefined ? {} : { locale }),
    ...(clickhouse === undefined ? {} : { clickhouse }),
    ...(postgres === undefined ? {} : { postgres }),
  }
}

/** Turns what a verb threw into words and an exit code. */
async function guarded(context: Context, work: () => Promise<ExitCode>): Promise<ExitCode> {
  const { out, say } = context
  try {
    return await work()
  } catch (error) {
    if (context.signal.aborted) {
      out.note(say('interrupted'))
      return EXIT.interrupted
    }
    if (error instanceof UsageMistake) return mistake(error.message, out.json)
    if (!(error instanceof Failure)) {
      out.note(`${say('bug')}\n${error instanceof Error ? (error.stack ?? error.message) : error}`)
      return EXIT.bug
    }
    const { failureWire, failureKind } = await import('../engine/run/index.ts')
    const wire = failureWire(error, context.locale)
    const { issueLines } = await import('./issue-lines.ts')
    if (out.json) out.answer({ error: wire }, () => '')
    for (const line of issueLines(context, [wire, ...wire.issues])) out.note(line)
    if (process.env['TESSERA_DEBUG'] !== undefined) out.note(inspect(error, { depth: 4 }))
    return NOT_THERE.has(error.code) ? EXIT.issues : EXIT_OF[failureKind(error)]
  }
}

/** The command was understood, but what it names does not exist: a matter of data. */
const NOT_THERE: ReadonlySet<string> = new Set([
  'run/file-missing',
  'run/segment-unknown',
  'run/customer-unknown',
])

const EXIT_OF: Readonly<Record<'issues' | 'usage' | 'failure' | 'refused', ExitCode>> = {
  issues: EXIT.issues,
  usage: EXIT.usage,
  failure: EXIT.failure,
  refused: EXIT.refused,
}

process.exitCode = await main(process.argv.slice(2))
