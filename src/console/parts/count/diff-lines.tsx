/** Two texts compared line by line, for the eye and for readers. */
import type { ReactElement } from 'react'
import type { DiffLineWire } from '../../../core/contract/index.ts'
import { useLanguage } from '../language.tsx'

/** Added and removed lines are marked by sign, colour and words that only readers hear. */
export function DiffLines({ lines }: { readonly lines: readonly DiffLineWire[] }): ReactElement {
  const { t } = useLanguage()
  if (lines.every((line) => line.mark === ' ')) return <p className="quiet">{t('noDiff')}</p>
  return (
    <ol className="code diff">
      {lines.map(({ mark, text }, i) => (
        <li key={`${i} ${mark}`} data-mark={mark}>
          <span aria-hidden="true">{mark === '-' ? '−' : mark}</span>
          <span>
            {mark !== ' ' && (
              <span className="visually-hidden">
                {t('labelled', { label: mark === '+' ? t('diffAdded') : t('diffRemoved') })}{' '}
              </span>
            )}
            {text === '' ? ' ' : text}
          </span>
        </li>
      ))}
    </ol>
  )
}
