/** The text of a definition with what it means and what is wrong with it, live. */
import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { useCallback, type ReactElement } from 'react'
import { Button } from 'react-aria-components'
import type { Programme } from '../../../core/catalog/index.ts'
import { DefinitionEditor } from '../../editor/definition-editor.tsx'
import type { Finding, Reading } from '../../editor/reading.ts'
import { suggest } from '../../editor/suggest.ts'
import { Icon } from '../../parts/icon.tsx'
import { useLanguage } from '../../parts/language.tsx'
import type { Word } from '../../words/word.ts'

/** Editor, sentence, list of problems. */
export function EditDefinition(props: {
  readonly text: string
  readonly onChange: (text: string) => void
  readonly reading: Reading
  readonly programme: Programme
  readonly segmentNames: Readonly<Record<string, string>>
  readonly lists: readonly string[] | undefined
}): ReactElement {
  const { t, locale } = useLanguage()
  const { text, onChange, reading, programme, segmentNames, lists } = props
  const isEmpty = text.trim() === ''
  const complete = useCallback(
    (context: CompletionContext): CompletionResult | null =>
      suggest(context, {
        programme,
        segmentNames,
        locale,
        ...(lists === undefined ? {} : { lists }),
      }),
    [programme, segmentNames, lists, locale],
  )
  return (
    <section className="sheet" aria-labelledby="definition-title">
      <div className="row spread">
        <h2 id="definition-title">{t('definition')}</h2>
        <Button
          className="button small quiet"
          isDisabled={!reading.ok || reading.tidy === text}
          onPress={() => onChange(reading.tidy)}
        >
          {t('tidy')}
        </Button>
      </div>
      <DefinitionEditor
        label={t('definition')}
        describedBy="definition-hint"
        value={text}
        onChange={onChange}
        findings={isEmpty ? [] : reading.findings}
        complete={complete}
      />
      <p id="definition-hint" className="hint">
        {t('definitionHint')}
      </p>
      {isEmpty && <p>{t('definitionEmpty', { example: 'count(purchase) >= 2' })}</p>}
      {reading.sentence !== '' && (
        <div className="sentence-box">
          <h3>{t('meaning')}</h3>
          <p data-sentence>{reading.sentence}</p>
        </div>
      )}
      {!isEmpty && <Findings findings={reading.findings} text={text} onChange={onChange} />}
    </section>
  )
}

const SEVERITY_WORDS: Readonly<Record<Finding['severity'], Word>> = {
  error: 'severityError',
  warning: 'severityWarning',
  info: 'severityInfo',
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** The same problems as underlined in the text, for reading and for people who do not see the underlining. */
function Findings(props: {
  readonly findings: readonly Finding[]
  readonly text: string
  readonly onChange: (text: string) => void
}): ReactElement {
  const { t, n } = useLanguage()
  const { findings, text, onChange } = props
  if (findings.length === 0) {
    return (
      <output className="good row small-text">
        <Icon name="check" />
        {t('noProblems')}
      </output>
    )
  }
  return (
    <div>
      <h3>
        <output>{n('problems', findings.length)}</output>
      </h3>
      <ul className="issues" aria-label={t('problems')}>
        {findings.map((f) => (
          <li key={`${f.code} ${f.start} ${f.message}`} data-severity={f.severity}>
            <span>
              <strong>{t('labelled', { label: t(SEVERITY_WORDS[f.severity]) })}</strong> {f.message}{' '}
              <span className="quiet small-text">{t('lineColumn', placeOf(text, f.start))}</span>
            </span>
            {f.fix !== undefined && (
              <Button
                className="button small"
                onPress={() => onChange(text.slice(0, f.start) + (f.fix ?? '') + text.slice(f.end))}
              >
                {t('fixWith', { fix: f.fix })}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
