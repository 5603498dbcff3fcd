/** The whole explanation of one member, over the list it was asked from. */
import type { ReactElement } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { inLocale } from '../../core/base/index.ts'
import type { SegmentWire } from '../../core/contract/index.ts'
import { Icon } from '../parts/icon.tsx'
import { useLanguage } from '../parts/language.tsx'
import { ExplanationOf } from './explanation.tsx'

/** Open while there is a customer. */
export function ExplainDialog(props: {
  readonly customer: string | undefined
  readonly segment: SegmentWire
  readonly onClose: () => void
}): ReactElement {
  const { t, locale } = useLanguage()
  const { customer, segment, onClose } = props
  return (
    <ModalOverlay
      className="overlay"
      isOpen={customer !== undefined}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className="modal large">
        <Dialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title">
              <span className="mono">{customer}</span> · {inLocale(segment.name, locale)}
            </Heading>
            <Button slot="close" className="icon-button" aria-label={t('close')}>
              <Icon name="cross" />
            </Button>
          </header>
          {customer !== undefined && <ExplanationOf customer={customer} segment={segment.key} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
