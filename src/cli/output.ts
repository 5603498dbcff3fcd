/** Where answers go: text or JSON on standard output, notes and progress on standard error. */
import { styleText } from 'node:util'
import type { Locale } from '../core/base/index.ts'

type Style = Parameters<typeof styleText>[0]

/** One way out for every command, so that `--json` is never mixed with words. */
export interface Output {
  readonly json: boolean
  /** Prints the answer: the data as JSON, or the lines that `text` makes of it. */
  answer(data: unknown, text: () => string | readonly string[]): void
  /** A line for people only, on standard error. */
  note(line: string): void
  /** Colours only where standard output is a terminal that shows them. */
  paint(style: Style, text: string): string
  number(n: number, digits?: number): string
  /** With one decimal, or `moreDigits` than that. */
  percent(share: number, moreDigits?: number): string
  bytes(n: number): string
  instant(iso: string, timeZone?: string): string
  /** A day of the calendar, which no time zone moves. */
  date(day: string): string
  duration(seconds: number): string
}

/** An output in a language. */
export function outputIn(locale: Locale, json: boolean): Output {
  return {
    json,
    answer(data, text) {
      if (json) {
        process.stdout.write(`${JSON.stringify(data, undefined, 2)}\n`)
        return
      }
      const lines = text()
      process.stdout.write(typeof lines === 'string' ? `${lines}\n` : lines.map(end).join(''))
    },
    note(line) {
      process.stderr.write(`${line}\n`)
    },
    paint(style, text) {
      return styleText(style, text, { stream: process.stdout, validateStream: true })
    },
    ...formatsIn(locale),
  }
}

function end(line: string): string {
  return `${line}\n`
}

function formatsIn(
  locale: Locale,
): Pick<Output, 'number' | 'percent' | 'bytes' | 'instant' | 'date' | 'duration'> {
  const number = (n: number, digits = 0): string =>
    new Intl.NumberFormat(locale, {
      signDisplay: 'negative',
      maximumFractionDigits: digits,
    }).format(n)
  return {
    number,
    percent: (share, moreDigits = 0) =>
      new Intl.NumberFormat(locale, {
        style: 'percent',
        signDisplay: 'negative',
        maximumFractionDigits: 1 + moreDigits,
      }).format(share),
    bytes(n) {
      const step = n >= 1e9 ? 1e9 : n >= 1e6 ? 1e6 : 1e3
      const unit = n >= 1e9 ? 'gigabyte' : n >= 1e6 ? 'megabyte' : 'kilobyte'
      const style = { style: 'unit', unit, maximumFractionDigits: 1 } as const
      return new Intl.NumberFormat(locale, style).format(n / step)
    },
    instant: (iso, timeZone) =>
      new Intl.DateTimeFormat(locale, {
        dateStyle: 'medium',
        timeStyle: 'short',
        ...(timeZone === undefined ? {} : { timeZone }),
      }).format(new Date(iso)),
    date: (day) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
        new Date(day),
      ),
    duration(seconds) {
      const whole = Math.max(0, Math.round(seconds))
      const minutes = Math.floor(whole / 60)
      return minutes === 0 ? `${whole} s` : `${minutes} min ${whole % 60} s`
    },
  }
}
