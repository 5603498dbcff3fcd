/** The editor in the console's own colours. */
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

const wave = (colour: string): Record<string, string> => ({
  backgroundImage: 'none',
  textDecoration: `underline wavy ${colour}`,
  textDecorationThickness: '1.5px',
  textUnderlineOffset: '3px',
  textDecorationSkipInk: 'none',
  paddingBottom: '0',
})

/** Reads the variables of the style sheets, so that light and dark need no second theme. */
export const EDITOR_THEME: Extension = EditorView.theme({
  '&': {
    background: 'var(--surface)',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius-small)',
    fontSize: '0.93rem',
  },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '1px' },
  '.cm-content': {
    fontFamily: 'var(--mono)',
    minHeight: '9.5rem',
    padding: '0.6rem 0',
    caretColor: 'var(--ink)',
    lineHeight: '1.6',
  },
  '.cm-line': { padding: '0 0.75rem' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-lintRange-error': wave('var(--bad)'),
  '.cm-lintRange-warning': wave('var(--tile-2)'),
  '.cm-lintRange-info': wave('var(--accent)'),
  '.cm-tooltip': {
    background: 'var(--surface)',
    color: 'var(--ink)',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius-small)',
    boxShadow: '0 8px 32px rgb(0 0 0 / 18%)',
    overflow: 'hidden',
  },
  '.cm-tooltip-lint': { maxWidth: 'min(30rem, 90vw)', fontFamily: 'var(--sans)' },
  '.cm-diagnostic': { borderLeftColor: 'var(--line-strong)', padding: '0.4rem 0.7rem' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--bad)' },
  '.cm-diagnosticAction': {
    background: 'var(--accent)',
    color: 'var(--accent-ink)',
    borderRadius: '5px',
    padding: '0.15rem 0.6rem',
    font: '600 0.82rem var(--sans)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '16rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.25rem 0.7rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'var(--accent-soft)',
    color: 'var(--ink)',
  },
  '.cm-completionDetail': {
    fontFamily: 'var(--sans)',
    fontStyle: 'normal',
    color: 'var(--quiet)',
    marginLeft: '1.2em',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
})
