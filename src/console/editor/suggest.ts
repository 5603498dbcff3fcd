/** Suggestions while a definition is written, from the language and the catalogue. */
import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { complete } from '../../core/segment/index.ts'
import { contextOf, type Surroundings } from './reading.ts'

/** Unasked only where a word has begun or a dot calls for one; the order is the language's own. */
export function suggest(context: CompletionContext, around: Surroundings): CompletionResult | null {
  const { pos, state, explicit } = context
  const { locale } = around
  const found = complete(state.doc.toString(), pos, { ...contextOf(around), locale })
  const begun = found.from < pos || state.sliceDoc(pos - 1, pos) === '.'
  if (found.suggestions.length === 0 || !(explicit || begun)) return null
  return {
    from: found.from,
    to: found.to,
    filter: false,
    options: found.suggestions.map(({ label, insert, detail, kind }) => ({
      label,
      apply: insert,
      type: kind,
      ...(detail === undefined || detail === label ? {} : { detail }),
    })),
  }
}
