/** Ready examples to begin a segment with. */
import type { ReactElement } from 'react'
import { Button } from 'react-aria-components'
import { inLocale } from '../../../core/base/index.ts'
import type { Programme } from '../../../core/catalog/index.ts'
import { useLanguage } from '../../parts/language.tsx'
import type { Draft } from './draft.ts'
import { examplesOf } from './example.ts'

/** Cards; choosing one fills the draft. */
export function Examples(props: {
  readonly programme: Programme
  readonly onChoose: (draft: Draft) => void
}): ReactElement {
  const { t, locale } = useLanguage()
  return (
    <section className="sheet" aria-labelledby="examples-title">
      <h2 id="examples-title">{t('startFrom')}</h2>
      <div className="cards">
        {examplesOf(props.programme).map(({ word, draft }) => (
          <Button key={word} className="card" onPress={() => props.onChoose(draft)}>
            <strong>{t(word)}</strong>
            <span className="quiet small-text">{inLocale(draft.why, locale)}</span>
          </Button>
        ))}
      </div>
    </section>
  )
}
