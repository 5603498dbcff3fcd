// What is typed is understood, or refused with the way out, in every language.
import { describe, expect, test } from 'vitest'
import { LOCALES } from '../core/base/index.ts'
import { UsageMistake, type Options } from './command.ts'
import { systemLocale } from './context.ts'
import { buildProgram, usageWords } from './program.ts'
import { COMMAND_SPECS } from './spec.ts'
import { displayWidth, tableLines } from './table.ts'
import { COMMANDS, sayIn } from './words/index.ts'

const say = sayIn('en')

interface Typed {
  readonly name: string
  readonly args: readonly string[]
  readonly options: Options
}

async function type(...words: string[]): Promise<Typed> {
  let typed: Typed | undefined
  const program = buildProgram(say, async (spec, args, options) => {
    typed = { name: spec.name, args, options }
  })
  await program.parseAsync(words, { from: 'user' })
  if (typed === undefined) throw new Error('nothing was understood')
  return typed
}

/** The words that a refused command line is answered with. */
async function refused(...words: string[]): Promise<string> {
  try {
    await type(...words)
  } catch (error) {
    if (error instanceof UsageMistake) return error.message
    return usageWords(say, error as Parameters<typeof usageWords>[1], words[0] ?? '')
  }
  throw new Error('not refused')
}

describe('what is typed', () => {
  test('options of every command may stand anywhere', async () => {
    const before = await type('--json', 'members', 'loyal', '--limit', '5')
    const after = await type('members', 'loyal', '--limit', '5', '--json')
    expect(before).toEqual(after)
    expect(after).toMatchObject({ name: 'members', args: ['loyal'] })
    expect(after.options).toMatchObject({ json: true, limit: 5 })
  })

  test('several files and several --map', async () => {
    const { args, options } = await type('load', 'a.csv', 'b.csv', '--map', 'at=x', '--map', 'id=y')
    expect(args).toEqual(['a.csv', 'b.csv'])
    expect(options['map']).toEqual(['at=x', 'id=y'])
  })

  test('mistakes name the word and the way out', async () => {
    expect(await refused('segmnts')).toBe(
      'There is no command "segmnts". See: tessera --help Did you mean segments?',
    )
    expect(await refused('members')).toBe('segment is missing. See: tessera members --help')
    expect(await refused('count', 'x', '--foo')).toContain('There is no option --foo here.')
    expect(await refused('members', 'x', '--limit', '0')).toBe(
      '"0" does not fit --limit: a whole number from 1 to 100,000 is wanted',
    )
    expect(await refused('segments', '--status', 'old')).toBe(
      '"old" does not fit --status: one of draft, active, retired is wanted',
    )
    expect(await refused('check', '--locale', 'xx')).toBe(
      '"xx" does not fit --locale: one of en, pt-BR, es, fr is wanted',
    )
    expect((await type('check', '--locale', 'fr_CA.UTF-8')).options['locale']).toBe('fr_CA.UTF-8')
    expect(await refused('check', 'more')).toBe('Too many words. See: tessera check --help')
  })
})

describe('help', () => {
  test.each(LOCALES)('%s: every command has summary, options and examples', (locale) => {
    const program = buildProgram(sayIn(locale), async () => {})
    expect(program.commands.map((c) => c.name())).toEqual([...COMMANDS])
    for (const command of program.commands) {
      expect(command.description()).toBe(sayIn(locale)(command.name() as (typeof COMMANDS)[number]))
      for (const option of command.options) expect(option.description).not.toBe('')
    }
    expect(program.helpInformation()).not.toMatch(/\{\w+\}/)
  })

  test('examples of every command are understood by it', async () => {
    for (const spec of COMMAND_SPECS) {
      for (const example of spec.examples.filter((e) => e.startsWith('tessera '))) {
        const words = [...example.slice('tessera '.length).matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)]
        const plain = words.map((m) => m[1] ?? m[2] ?? m[3] ?? '').filter((w) => w !== '|')
        const { name } = await type(...plain.slice(0, plain.indexOf('source') >>> 0))
        expect(name).toBe(spec.name)
      }
    }
  })
})

test('the language of the environment follows the order of precedence', () => {
  expect(systemLocale({ LANG: 'pt_BR.UTF-8' })).toBe('pt-BR')
  expect(systemLocale({ LANG: 'pt_BR.UTF-8', LC_ALL: 'fr_FR' })).toBe('fr')
  expect(systemLocale({ LANG: 'es_MX', LC_MESSAGES: '' })).toBe('es')
  expect(systemLocale({ LANG: 'C' })).toBe('en')
  expect(systemLocale({})).toBe('en')
})

describe('tables', () => {
  test('numbers end at the right, text begins at the left, whatever the script', () => {
    expect(
      tableLines(
        [{ title: 'Name' }, { title: 'N', right: true }, { title: 'Note' }],
        [
          ['é', '1', 'a'],
          ['日本', '1,000', 'b'],
        ],
      ),
    ).toEqual(['Name      N  Note', 'é         1  a', '日本  1,000  b'])
  })

  test('the last column is cut to the terminal', () => {
    const [, row = ''] = tableLines(
      [{ title: 'A' }, { title: 'B' }],
      [['x', 'a sentence that is too long']],
      20,
    )
    expect(displayWidth(row)).toBe(20)
    expect(row.endsWith('…')).toBe(true)
  })
})
