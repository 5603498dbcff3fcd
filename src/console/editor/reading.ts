/** Reads a definition in the page, as the server will: problems with their places, sentence, tidy form. */
import type { Locale, Severity } from '../../core/base/index.ts'
import type { Programme } from '../../core/catalog/index.ts'
import { check, print, renderIssue, say, type BindContext } from '../../core/segment/index.ts'

/** One problem in the text; `start` and `end` are offsets of its characters. */
export interface Finding {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly start: number
  readonly end: number
  readonly fix?: string
}

/** What a text says: without an error it has a sentence and a tidy form. */
export interface Reading {
  readonly ok: boolean
  readonly findings: readonly Finding[]
  readonly sentence: string
  readonly tidy: string
}

/** What a text is read against. */
export interface Surroundings {
  readonly programme: Programme
  /** The segments that may be named: key -> name in the reader's language. */
  readonly segmentNames: Readonly<Record<string, string>>
  /** Names of the static lists; absent while they are not known. */
  readonly lists?: readonly string[]
  readonly locale: Locale
}

/** What the language checks against: catalogue, zone, currency, measures, segments, lists. */
export function contextOf({ programme, segmentNames, lists }: Surroundings): BindContext {
  const { catalogue, timeZone, currency, measures } = programme
  const segments = Object.keys(segmentNames)
  const context = { catalogue, timeZone, currency, measures, segments }
  return lists === undefined ? context : { ...context, lists }
}

/** Cost: linear in the text and the measures it names; quick enough for every keystroke. */
export function readDefinition(text: string, around: Surroundings): Reading {
  const { programme, segmentNames, locale } = around
  const { catalogue, timeZone, measures } = programme
  const checked = check(text, contextOf(around))
  const findings = checked.issues.map((issue): Finding => {
    const span = issue.at?.kind === 'span' ? issue.at : { start: 0, end: text.length }
    return {
      code: issue.code,
      severity: issue.severity,
      message: renderIssue(issue, locale) ?? issue.code,
      start: span.start,
      end: span.end,
      ...(issue.fix === undefined ? {} : { fix: issue.fix }),
    }
  })
  if (!checked.ok) return { ok: false, findings, sentence: '', tidy: text }
  const { definition } = checked.value
  return {
    ok: true,
    findings,
    sentence: say(definition, { locale, catalogue, segmentNames, measures, timeZone }),
    tidy: print(definition),
  }
}
