/** A definition as a plain sentence in the asked language. */
import type { Locale } from '../../core/base/index.ts'
import type { Programme } from '../../core/catalog/index.ts'
import { parse, print } from '../../core/segment/index.ts'
import type { ReadDefinition } from './definitions.ts'

/** The sentence of a segment; empty when its definition has errors. */
export function sentenceOf(read: ReadDefinition, programme: Programme, locale: Locale): string {
  return read.bound === undefined ? '' : sayDefinition(read.file.definition, programme, locale)
}

/** The sentence of a text that is known to be a definition. */
export function sayDefinition(text: string, programme: Programme, _locale: Locale): string {
  const read = parse(text, { measures: Object.keys(programme.measures) })
  return read.ok ? print(read.value.definition) : ''
}
