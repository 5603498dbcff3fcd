/** Suggestions while a definition is written, from the language and the catalogue. */
import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import type { Surroundings } from './reading.ts'

export function suggest(context: CompletionContext, around: Surroundings): CompletionResult | null {
  void context
  void around
  return null
}
