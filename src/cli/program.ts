/** Turns the command specs into a commander program in one language. */
import { Command, Option } from 'commander'
import { LOCALES } from '../core/base/index.ts'
import { UsageMistake, type Options } from './command.ts'
import { EXIT } from './exit.ts'
import { COMMAND_SPECS, GLOBAL_OPTIONS, type CommandSpec, type OptionSpec } from './spec.ts'
import type { Say, WordKey } from './words/index.ts'

/** What happens when a command has been understood. */
export type Perform = (
  spec: CommandSpec,
  args: readonly string[],
  options: Options,
) => Promise<void>

/** Builds the program; it throws CommanderError or UsageMistake instead of ending the process. */
export function buildProgram(say: Say, perform: Perform): Command {
  const program = new Command('tessera')
  program
    .description(say('tagline'))
    .helpCommand(false)
    .helpOption('-h, --help', say('opt-help'))
    .exitOverride()
    .showSuggestionAfterError(true)
    .configureOutput({ outputError: () => {} })
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => titleIn(say, title) })
    .addHelpText('after', () => exitCodes(say))
  for (const option of GLOBAL_OPTIONS) program.addOption(optionOf(say, option))
  for (const spec of COMMAND_SPECS) program.addCommand(commandOf(say, program, spec, perform))
  return program
}

function commandOf(say: Say, program: Command, spec: CommandSpec, perform: Perform): Command {
  const command = new Command(spec.name).copyInheritedSettings(program)
  command
    .description(say(spec.name))
    .helpOption('-h, --help', say('opt-help'))
    .allowExcessArguments(false)
  for (const argument of spec.args) command.argument(argument.form, say(argument.word))
  for (const option of spec.options) command.addOption(optionOf(say, option))
  const examples = spec.examples.map((line) => `  ${line}`).join('\n')
  command.addHelpText('after', () => `\n${say('title-examples')}\n${examples}`)
  command.action(async () => {
    // Commander types options as `any`; every one of ours is text, number, flag or list.
    const options: Options = command.optsWithGlobals()
    await perform(spec, command.processedArgs.flat().filter(isText), options)
  })
  return command
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function optionOf(say: Say, spec: OptionSpec): Option {
  const option = new Option(spec.flags, say(spec.word))
  const { number, oneOf } = spec
  if (spec.hidden === true) option.hideHelp()
  if (number !== undefined) option.argParser((text: string) => wholeNumber(say, spec, text, number))
  if (oneOf !== undefined) {
    option.argParser((text: string) => {
      if (oneOf.includes(text)) return text
      throw misfit(say, spec, text, say('wanted-one-of', { options: oneOf }))
    })
  }
  if (spec.language === true) {
    option.argParser((text: string) => {
      // Any region of a language that we have will do: fr-CA is read as fr.
      const language = text.toLowerCase().split(/[-_]/)[0]
      if (LOCALES.some((locale) => locale.split('-')[0] === language)) return text
      throw misfit(say, spec, text, say('wanted-one-of', { options: [...LOCALES] }))
    })
  }
  if (spec.many === true) {
    option.argParser((text: string, before: readonly string[] | undefined) => [
      ...(before ?? []),
      text,
    ])
  }
  return option
}

function wholeNumber(
  say: Say,
  spec: OptionSpec,
  text: string,
  [low, high]: readonly [number, number],
): number {
  const n = Number(text)
  if (/^\d+$/.test(text) && n >= low && n <= high) return n
  throw misfit(say, spec, text, say('wanted-number', { low, high }))
}

function misfit(say: Say, spec: OptionSpec, value: string, wanted: string): UsageMistake {
  const name = spec.flags.split(' ').find((word) => word.startsWith('--')) ?? spec.flags
  return new UsageMistake(say('invalid-value', { value, name, wanted }))
}

const TITLES: Readonly<Record<string, WordKey>> = {
  'Usage:': 'title-usage',
  'Arguments:': 'title-arguments',
  'Options:': 'title-options',
  'Global Options:': 'title-global',
  'Commands:': 'title-commands',
}

function titleIn(say: Say, title: string): string {
  const key = TITLES[title]
  return key === undefined ? title : say(key)
}

function exitCodes(say: Say): string {
  const keys = ['exit-0', 'exit-1', 'exit-2', 'exit-3', 'exit-4', 'exit-5', 'exit-130'] as const
  const lines = keys.map((key) => `  ${key.slice('exit-'.length).padEnd(4)} ${say(key)}`)
  return ['', say('title-exit'), ...lines].join('\n')
}

/** Words for what commander refused. */
export function usageWords(say: Say, error: Refusal, command: string): string {
  const name = /'([^']+)'/.exec(error.message)?.[1] ?? ''
  const near = /Did you mean ([^?]+)\?/.exec(error.message)?.[1]
  const hint = near === undefined ? '' : ` ${say('did-you-mean', { name: near })}`
  const key = REFUSALS[error.code] ?? 'excess-arguments'
  return `${say(key, { name, command })}${hint}`
}

/** The part of commander's error that we read. */
export interface Refusal {
  readonly code: string
  readonly message: string
  readonly exitCode: number
}

const REFUSALS: Readonly<Record<string, WordKey>> = {
  'commander.unknownCommand': 'unknown-command',
  'commander.unknownOption': 'unknown-option',
  'commander.missingArgument': 'missing-argument',
  'commander.excessArguments': 'excess-arguments',
  'commander.optionMissingArgument': 'missing-value',
}

/** Help was asked for and shown: no mistake. */
export function wasHelp(error: Refusal): boolean {
  return error.exitCode === EXIT.ok
}
