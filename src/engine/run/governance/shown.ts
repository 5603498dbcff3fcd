/** A definition as people compare it: status, zone and measures above the canonical text; and its sentence. */
import type { Locale } from '../../../core/base/index.ts'
import type { StatusWire } from '../../../core/contract/index.ts'
import type { Current } from '../open.ts'
import { sayDefinition, sayOptions } from '../programme/sentence.ts'
import type { Meaning } from './meaning.ts'

/** One side of a comparison. */
export type Side = Pick<Meaning, 'text' | 'timeZone' | 'measures'> & { readonly status: StatusWire }

/** The lines that are compared; none for a side that is not there. */
export function linesOf(side: Side | undefined): readonly string[] {
  if (side === undefined) return []
  return [
    `status: ${side.status}`,
    ...(side.timeZone === undefined ? [] : [`timeZone: ${side.timeZone}`]),
    ...Object.entries(side.measures).map(([name, text]) => `measure ${name} = ${text}`),
    ...side.text.split('\n'),
  ]
}

/** The sentence of a side; empty when it is not there or cannot be read. */
export function sentenceOf(
  side: Pick<Side, 'text' | 'measures'> | undefined,
  { current, locale }: { readonly current: Current; readonly locale: Locale },
): string {
  if (side === undefined) return ''
  const options = sayOptions(current.programme, current.files.segments, locale)
  const measures = { ...options.measures, ...side.measures }
  return sayDefinition(side.text, { ...options, measures })
}
