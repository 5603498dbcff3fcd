/** `tessera demo`: a synthetic programme on disk, and loaded when asked. */
import { resolve } from 'node:path'
import { createDemo, loadDemo, withProgramme } from '../../engine/run/index.ts'
import { flag, numberOption, textOption, type CommandRun } from '../command.ts'
import { EXIT } from '../exit.ts'
import { progressLine } from '../progress.ts'

/** Where the demo goes when no folder is named. */
export const DEMO_FOLDER = 'tessera-demo'
/** Enough to look real, few enough to be ready in half a minute. */
export const USUAL_CUSTOMERS = 2000

export const run: CommandRun = async (context, [folder], options) => {
  const { out, say, open, signal, locale } = context
  const place = resolve(folder ?? open.folder ?? DEMO_FOLDER)
  const line = progressLine(context)
  const seed = numberOption(options, 'seed')
  const until = textOption(options, 'until')
  const made = await createDemo({
    folder: place,
    customers: numberOption(options, 'customers') ?? USUAL_CUSTOMERS,
    signal,
    report: line.show,
    ...(seed === undefined ? {} : { seed }),
    ...(until === undefined ? {} : { until }),
  }).finally(line.clear)
  if (flag(options, 'load')) {
    const tools = { locale, signal, report: line.show }
    await withProgramme({ ...open, folder: place, command: 'tessera demo' }, (programme) =>
      loadDemo(programme, tools),
    ).finally(line.clear)
  }
  out.answer(made, () => [
    say('demo-written', { customers: made.customers, folder: place }),
    ...(made.files.length === 0 ? [] : made.files.map((file) => `  ${file}`)),
  ])
  return EXIT.ok
}
