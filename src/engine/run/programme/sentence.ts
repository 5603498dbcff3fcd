/** A definition as a plain sentence in the asked language. */
import { inLocale, type Locale } from '../../../core/base/index.ts'
import type { Programme, SegmentFile } from '../../../core/catalog/index.ts'
import { parse, say, type SayOptions } from '../../../core/segment/index.ts'

/** What sentences need to know: labels, names of segments, measures. */
export function sayOptions(
  programme: Programme,
  segments: readonly SegmentFile[],
  locale: Locale,
): SayOptions {
  return {
    locale,
    catalogue: programme.catalogue,
    segmentNames: Object.fromEntries(
      segments.map((segment) => [segment.key, inLocale(segment.name, locale)]),
    ),
    measures: programme.measures,
    timeZone: programme.timeZone,
  }
}

/** The sentence of a text; empty when it is no definition. */
export function sayDefinition(text: string, options: SayOptions): string {
  const read = parse(text, { measures: Object.keys(options.measures ?? {}) })
  return read.ok ? say(read.value.definition, options) : ''
}
