/** The reference pages of commands and codes, made from the same data as the help. */
import { codeRegistry } from '../engine/run/index.ts'
import { COMMAND_SPECS, GLOBAL_OPTIONS, type OptionSpec } from './spec.ts'
import { sayIn, type WordKey } from './words/index.ts'

const HEAD = '<!-- Written by tools/reference.ts; edit the words in src, not here. -->'

/** `docs/reference/cli.md`. */
export function commandReference(): string {
  const say = sayIn('en')
  const table = (options: readonly OptionSpec[]): string[] =>
    options.length === 0
      ? []
      : [
          '| option | |',
          '|---|---|',
          ...options.map((o) => `| \`${cell(o.flags)}\` | ${say(o.word)} |`),
          '',
        ]
  const codes: readonly WordKey[] = [
    'exit-0',
    'exit-1',
    'exit-2',
    'exit-3',
    'exit-4',
    'exit-5',
    'exit-130',
  ]
  return [
    HEAD,
    '# Commands',
    '',
    'Every command takes these options and prints in English, Brazilian Portuguese, Spanish or French, by',
    '`--locale` or the environment (`LC_ALL`, `LC_MESSAGES`, `LANG`). With `--json` the answer goes to standard',
    'output in the shapes of `src/core/contract`, and nothing else does; notes and progress go to standard error.',
    '',
    ...table(GLOBAL_OPTIONS),
    'A day given to `--as-of` means its end in the programme’s time zone, so that the whole day is seen.',
    '',
    '## Exit codes',
    '',
    '| code | |',
    '|---|---|',
    ...codes.map((key) => `| ${key.slice('exit-'.length)} | ${say(key)} |`),
    '| 70 | a mistake inside Tessera |',
    '',
    '## Where the stores are',
    '',
    'Local engines are started in `.tessera/` unless an address is given by `--clickhouse` and `--postgres`, by',
    '`TESSERA_CLICKHOUSE_URL` and `TESSERA_POSTGRES_URL`, or in `.tessera/config.yaml` (`clickhouse:`, `postgres:`;',
    'never in git, since it may hold passwords), in that order.',
    '',
    ...COMMAND_SPECS.flatMap((spec) => [
      `## tessera ${[spec.name, ...spec.args.map((a) => a.form)].join(' ')}`,
      '',
      `${upper(say(spec.name))}.`,
      '',
      ...(spec.args.length === 0
        ? []
        : [...spec.args.map((a) => `- \`${a.form}\`: ${say(a.word)}`), '']),
      ...table(spec.options),
      '```sh',
      ...spec.examples,
      '```',
      '',
    ]),
  ].join('\n')
}

/** `docs/reference/errors.md`. */
export function codeReference(): string {
  const rooms = new Map<string, string[]>()
  for (const { code, message } of codeRegistry('en')) {
    const room = code.split('/')[0] ?? ''
    const rows = rooms.get(room) ?? []
    rows.push(`| \`${code}\` | ${cell(message.trim())} |`)
    rooms.set(room, rows)
  }
  return [
    HEAD,
    '# Codes',
    '',
    'Everything that can be wrong has a code, the same in the command line (`--json`), over HTTP',
    '(`application/problem+json`) and in the console; its words come in four languages. `{holes}` are filled',
    'with the particulars. Codes do not change their meaning from one release to the next.',
    '',
    ...[...rooms].flatMap(([room, rows]) => [
      `## ${room}`,
      '',
      '| code | words |',
      '|---|---|',
      ...new Set(rows),
      '',
    ]),
  ].join('\n')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}

function upper(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
