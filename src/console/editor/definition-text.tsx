/** A definition for reading: the same colours as in the editor. */
import type { ReactElement } from 'react'
import { colourOf } from './colour.ts'

/** Pieces of text by kind of word. */
export function DefinitionText({ text }: { readonly text: string }): ReactElement {
  return (
    <pre className="code definition">
      {colourOf(text).map(({ from, to, kind }) => (
        <span key={from} className={kind === undefined ? undefined : `word-${kind}`}>
          {text.slice(from, to)}
        </span>
      ))}
    </pre>
  )
}
