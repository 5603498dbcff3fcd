/** `tessera init`: a new programme folder, by hand or from data files. */
import { basename, resolve } from 'node:path'
import { initProgramme } from '../../engine/run/index.ts'
import { asking } from '../asking.ts'
import { listOption, textOption, type CommandRun, type Options } from '../command.ts'
import type { Context } from '../context.ts'
import { EXIT } from '../exit.ts'
import { issueLines } from '../issue-lines.ts'

export const run: CommandRun = async (context, [folder], options) => {
  const { out, say, open } = context
  const place = resolve(folder ?? open.folder ?? '.')
  const head = await headOf(context, place, options)
  const as = textOption(options, 'as')
  const map = listOption(options, 'map')
  const done = await asking(
    context,
    () => undefined,
    (answers) =>
      initProgramme({
        folder: place,
        locale: context.locale,
        ...head,
        files: listOption(options, 'from'),
        map: [...map, ...answers],
        ...(as === undefined ? {} : { as: as.replace(/^event:/, '') }),
      }),
  )
  out.answer(done, () => [
    ...issueLines(context, done.issues),
    ...done.files.map(
      (f) => `${f.path}: ${say(f.state === 'written' ? 'init-written' : 'init-kept')}`,
    ),
    say('init-next'),
  ])
  return done.issues.some((i) => i.severity === 'error') ? EXIT.issues : EXIT.ok
}

interface Head {
  readonly name: string
  readonly timeZone: string
  readonly currency: string
}

/** What was given, else asked for, else guessed from the machine. */
async function headOf(context: Context, place: string, options: Options): Promise<Head> {
  const guess: Head = {
    name: basename(place),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    currency: CURRENCY_OF[context.locale],
  }
  const given = {
    name: textOption(options, 'name'),
    timeZone: textOption(options, 'timeZone'),
    currency: textOption(options, 'currency'),
  }
  const ask = context.interactive && given.name === undefined
  const { askText } = await import('../ask.ts')
  const answer = async (
    key: 'ask-name' | 'ask-zone' | 'ask-currency',
    value: string | undefined,
    otherwise: string,
  ): Promise<string> =>
    value ?? (ask ? await askText(context, context.say(key), otherwise) : otherwise)
  return {
    name: await answer('ask-name', given.name, guess.name),
    timeZone: await answer('ask-zone', given.timeZone, guess.timeZone),
    currency: await answer('ask-currency', given.currency, guess.currency),
  }
}

/** Only a first suggestion, shown and editable. */
const CURRENCY_OF = { en: 'USD', 'pt-BR': 'BRL', es: 'EUR', fr: 'EUR' } as const
