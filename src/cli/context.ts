/** What every command gets: language, output, where the programme is, and the wish to stop. */
import { toLocale, type Locale } from '../core/base/index.ts'
import type { OpenOptions } from '../engine/run/index.ts'
import { outputIn, type Output } from './output.ts'
import { sayIn, type Say } from './words/index.ts'

/** Options of every command, as typed. */
export interface GlobalOptions {
  readonly programme?: string
  readonly locale?: string
  readonly json?: boolean
  readonly clickhouse?: string
  readonly postgres?: string
}

export interface Context {
  readonly locale: Locale
  readonly say: Say
  readonly out: Output
  /** The folder as given; verbs look upwards from here when it was not. */
  readonly open: OpenOptions
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
  /** Whether somebody is there to be asked. */
  readonly interactive: boolean
}

/** Builds the context; the second Ctrl-C ends the process at once. */
export function contextOf(options: GlobalOptions): Context {
  const locale = options.locale === undefined ? systemLocale() : toLocale(options.locale)
  const json = options.json === true
  return {
    locale,
    say: sayIn(locale),
    out: outputIn(locale, json),
    open: {
      locale,
      from: process.cwd(),
      ...(options.programme === undefined ? {} : { folder: options.programme }),
      ...(options.clickhouse === undefined ? {} : { clickhouseUrl: options.clickhouse }),
      ...(options.postgres === undefined ? {} : { postgresUrl: options.postgres }),
    },
    signal: onInterrupt(),
    interactive: !json && process.stdin.isTTY === true && process.stderr.isTTY === true,
  }
}

/** The language of the environment, by the order of precedence that POSIX gives. */
export function systemLocale(env: NodeJS.ProcessEnv = process.env): Locale {
  return toLocale(
    [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((v) => v !== undefined && v !== ''),
  )
}

function onInterrupt(): AbortSignal {
  const controller = new AbortController()
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130)
    controller.abort(new DOMException('interrupted', 'AbortError'))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return controller.signal
}
