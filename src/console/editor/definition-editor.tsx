/** The field in which definitions are written: colours, suggestions, underlined problems with their fix. */
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  type CompletionSource,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { useEffect, useRef, type ReactElement } from 'react'
import { useLanguage } from '../parts/language.tsx'
import { colours } from './colours.ts'
import { EDITOR_THEME } from './editor-theme.ts'
import type { Finding } from './reading.ts'
import type { Translate } from '../words/words.ts'

interface Props {
  readonly label: string
  readonly describedBy: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly findings: readonly Finding[]
  readonly complete: CompletionSource
}

/** Tab leaves the field, as everywhere in the page: only an open list of suggestions keeps the arrows. */
function extensionsOf(label: string, describedBy: string): Extension {
  return [
    history(),
    closeBrackets(),
    colours,
    EDITOR_THEME,
    EditorView.lineWrapping,
    keymap.of([
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...historyKeymap,
      ...completionKeymap,
      ...lintKeymap,
    ]),
    EditorView.contentAttributes.of({
      'aria-label': label,
      'aria-describedby': describedBy,
      spellcheck: 'false',
      autocapitalize: 'off',
      autocorrect: 'off',
    }),
  ]
}

function toDiagnostic(finding: Finding, length: number, t: Translate): Diagnostic {
  const from = Math.min(finding.start, length)
  const to = Math.min(Math.max(finding.end, from), length)
  const { fix, severity, message } = finding
  return {
    from,
    to,
    severity,
    message,
    ...(fix === undefined
      ? {}
      : {
          actions: [
            {
              name: t('fixWith', { fix }),
              apply: (view, start, end) =>
                view.dispatch({ changes: { from: start, to: end, insert: fix } }),
            },
          ],
        }),
  }
}

/** A text field by `value` and `onChange`; undo and redo are its own. */
export function DefinitionEditor(props: Props): ReactElement {
  const { label, describedBy, value, findings } = props
  const { t } = useLanguage()
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const latest = useRef(props)
  const named = useRef(new Compartment())
  useEffect(() => {
    latest.current = props
  })
  useEffect(() => {
    if (host.current === null) return undefined
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          named.current.of([]),
          autocompletion({
            override: [(context) => latest.current.complete(context)],
            icons: false,
          }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(update.state.doc.toString())
          }),
        ],
      }),
    })
    view.current = editor
    return () => editor.destroy()
  }, [])
  useEffect(() => {
    view.current?.dispatch({ effects: named.current.reconfigure(extensionsOf(label, describedBy)) })
  }, [label, describedBy])
  useEffect(() => {
    const editor = view.current
    if (editor === null || editor.state.doc.toString() === value) return
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } })
  }, [value])
  useEffect(() => {
    const editor = view.current
    if (editor === null) return
    const { length } = editor.state.doc
    editor.dispatch(
      setDiagnostics(
        editor.state,
        findings.map((f) => toDiagnostic(f, length, t)),
      ),
    )
  }, [findings, t])
  return <div className="editor" ref={host} />
}
