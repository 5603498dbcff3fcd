/** The shape of a command and the reading of its options. */
import type { Context } from './context.ts'
import type { ExitCode } from './exit.ts'

/** Options by their camel-case name, already checked against their spec. */
export type Options = Readonly<
  Record<string, string | number | boolean | readonly string[] | undefined>
>

/** What a file in `commands/` offers: one function, loaded only when its command is typed. */
export interface CommandModule {
  readonly run: CommandRun
}

export type CommandRun = (
  context: Context,
  args: readonly string[],
  options: Options,
) => Promise<ExitCode>

/** A mistake in what was typed, with its words already in the asked language. */
export class UsageMistake extends Error {}

/** An option that takes a text; undefined when it was not given. */
export function textOption(options: Options, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

/** An option that takes a whole number. */
export function numberOption(options: Options, name: string): number | undefined {
  const value = options[name]
  return typeof value === 'number' ? value : undefined
}

/** An option that may be given several times; empty when it was not. */
export function listOption(options: Options, name: string): readonly string[] {
  const value = options[name]
  return Array.isArray(value) ? value.map(String) : []
}

/** An option without a value. */
export function flag(options: Options, name: string): boolean {
  return options[name] === true
}
