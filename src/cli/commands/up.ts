/** `tessera up`: the console in the browser, on a programme that is found, made, or asked for. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  createDemo,
  loadDemo,
  locateProgramme,
  openProgramme,
  rehearsalClock,
  runningServer,
  versionInfo,
  type Clock,
  type OpenProgramme,
} from '../../engine/run/index.ts'
import { serveProgramme } from '../../server/index.ts'
import { askOne } from '../ask.ts'
import { flag, numberOption, textOption, type CommandRun, type Options } from '../command.ts'
import type { Context } from '../context.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { progressLine } from '../progress.ts'
import { DEMO_FOLDER, USUAL_CUSTOMERS } from './demo.ts'

export const run: CommandRun = async (context, _args, options) => {
  const folder = await programmeFolder(context, options)
  if (folder === undefined) return EXIT.usage
  const running = await runningServer(join(folder, '.tessera'))
  if (running !== undefined) {
    announce(context, 'up-already', running.url)
    if (options['open'] !== false) openBrowser(running.url)
    return EXIT.ok
  }
  return await serve({ ...context, open: { ...context.open, folder } }, options)
}

async function serve(context: Context, options: Options): Promise<ExitCode> {
  const { out, say, open, signal } = context
  out.note(`${say('start-engines')}…`)
  const port = numberOption(options, 'port')
  const consoleFolder = builtConsole()
  if (consoleFolder === undefined) out.note(say('up-console-missing'))
  const programme = await openProgramme({ ...open, command: 'tessera up', ...clockOf(options) })
  try {
    await fillDemo(context, programme)
    const serving = await serveProgramme({
      programme,
      version: versionInfo().tessera,
      ...(port === undefined ? {} : { port }),
      ...(consoleFolder === undefined ? {} : { consoleFolder }),
    })
    announce(context, 'up-ready', serving.url)
    if (options['open'] !== false) openBrowser(serving.url)
    await new Promise<void>((stop) => {
      if (signal.aborted) stop()
      signal.addEventListener('abort', () => stop(), { once: true })
    })
    out.note(`${say('up-stopping')}…`)
    await serving.close()
  } finally {
    await programme.close()
  }
  return EXIT.ok
}

/** A rehearsal runs on a clock of its own. */
function clockOf(options: Options): { readonly clock?: Clock } {
  const start = Date.parse(textOption(options, 'clockStart') ?? '')
  const speed = numberOption(options, 'clockSpeed') ?? 1
  if (Number.isNaN(start) && speed === 1) return {}
  return { clock: rehearsalClock(Number.isNaN(start) ? Date.now() : start, speed) }
}

/** A demo whose loading was interrupted is loaded now; any other programme is left as it is. */
async function fillDemo(context: Context, programme: OpenProgramme): Promise<void> {
  const { synthetic } = (await programme.current()).programme
  if (synthetic !== true || !existsSync(join(programme.folder, 'data'))) return
  const { locale, signal } = context
  const line = progressLine(context)
  await loadDemo(programme, { locale, signal, report: line.show }).finally(line.clear)
}

function announce(context: Context, key: 'up-ready' | 'up-already', url: string): void {
  const { out, say } = context
  out.answer({ url, state: key === 'up-ready' ? 'ready' : 'already' }, () => say(key, { url }))
  out.note(say('up-key'))
}

/** The folder to serve: the one that is there, the demo, or what somebody chose; undefined when nothing is to be had. */
async function programmeFolder(context: Context, options: Options): Promise<string | undefined> {
  const { out, say, open } = context
  if (flag(options, 'demo')) return await demoFolder(context, options)
  const found = locateProgramme(open)
  if (found !== undefined) return found
  const folder = resolve(open.from, open.folder ?? '.')
  if (!context.interactive) {
    out.note(say('up-nothing', { folder }))
    return undefined
  }
  const choice = await askOne(context, say('up-choose', { folder }), [
    { value: 'demo', label: say('up-choose-demo') },
    { value: 'init', label: say('up-choose-init') },
  ])
  if (choice === 'demo') return await demoFolder(context, options)
  const { run: init } = await import('./init.ts')
  await init(context, [folder], {})
  return folder
}

/** Makes the demo once; later starts find it. */
async function demoFolder(context: Context, options: Options): Promise<string> {
  const { out, say, open, signal } = context
  const folder = resolve(open.from, open.folder ?? DEMO_FOLDER)
  if (existsSync(join(folder, 'tessera.yaml'))) return folder
  const customers = numberOption(options, 'customers') ?? USUAL_CUSTOMERS
  out.note(say('up-demo-making', { customers, folder }))
  const line = progressLine(context)
  await createDemo({ folder, customers, signal, report: line.show }).finally(line.clear)
  return folder
}

/** `dist/console` beside the running code, whether that is `src` or `dist`. */
function builtConsole(): string | undefined {
  const folder = fileURLToPath(new URL('../../../dist/console', import.meta.url))
  return existsSync(join(folder, 'index.html')) ? folder : undefined
}

/** Opens a browser if there is one; never fails, never waits. */
function openBrowser(url: string): void {
  const command = process.platform === 'darwin' ? 'open' : 'xdg-open'
  const hasDisplay =
    process.platform === 'darwin' ||
    process.env['DISPLAY'] !== undefined ||
    process.env['WAYLAND_DISPLAY'] !== undefined
  if (!hasDisplay) return
  const child = spawn(command, [url], { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
