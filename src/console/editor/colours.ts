/** Gives the words of a definition their colours inside the editor. */
import {
  Decoration,
  type EditorView,
  ViewPlugin,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view'
import type { Extension } from '@codemirror/state'
import { colourOf } from './colour.ts'

function decorate(view: EditorView): DecorationSet {
  const marks = colourOf(view.state.doc.toString()).flatMap(({ from, to, kind }) =>
    kind === undefined ? [] : [Decoration.mark({ class: `word-${kind}` }).range(from, to)],
  )
  return Decoration.set(marks)
}

class Colours {
  decorations: DecorationSet

  constructor(view: EditorView) {
    this.decorations = decorate(view)
  }

  update(update: ViewUpdate): void {
    if (update.docChanged) this.decorations = decorate(update.view)
  }
}

/** Definitions are short, so the whole text is coloured at every change. */
export const colours: Extension = ViewPlugin.fromClass(Colours, {
  decorations: (c) => c.decorations,
})
