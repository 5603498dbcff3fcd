/** Two people edited one segment: both versions side by side, and a choice. */
import type { ReactElement } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { inLocale } from '../../../core/base/index.ts'
import type { SegmentWire } from '../../../core/contract/index.ts'
import { DefinitionText } from '../../editor/definition-text.tsx'
import { useLanguage } from '../../parts/language.tsx'
import type { Draft } from './draft.ts'
import type { Settlement } from './save.ts'

/** Closing it changes nothing: the edit stays unsaved. */
export function Conflict(props: {
  readonly mine: Draft
  readonly theirs: SegmentWire
  readonly settle: (how: Settlement, mine: Draft) => void
}): ReactElement {
  const { t } = useLanguage()
  const { mine, theirs, settle } = props
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      onOpenChange={(open) => !open && settle('later', mine)}
    >
      <Modal className="modal large">
        <Dialog className="dialog">
          <Heading slot="title">{t('conflictTitle')}</Heading>
          <p>{t('conflictBody')}</p>
          <div className="columns even">
            <Version title={t('conflictMine')} version={mine} />
            <Version title={t('conflictTheirs')} version={theirs} />
          </div>
          <div className="row">
            <Button className="button primary" onPress={() => settle('mine', mine)}>
              {t('keepMine')}
            </Button>
            <Button className="button" onPress={() => settle('theirs', mine)}>
              {t('takeTheirs')}
            </Button>
            <Button className="button quiet" onPress={() => settle('later', mine)}>
              {t('cancel')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Version(props: {
  readonly title: string
  readonly version: Pick<Draft, 'name' | 'definition'>
}): ReactElement {
  const { locale } = useLanguage()
  const { title, version } = props
  return (
    <section className="stack">
      <h3>
        {title} · {inLocale(version.name, locale)}
      </h3>
      <DefinitionText text={version.definition} />
    </section>
  )
}
