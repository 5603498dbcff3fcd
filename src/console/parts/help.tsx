/** The help overlay, opened by `?`, and the keys that work everywhere. */
import { useEffect, type ReactElement } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { address, go } from '../router.ts'
import { Icon } from './icon.tsx'
import { useLanguage } from './language.tsx'
import type { AnyWord } from '../words/words.ts'

const KEYS: readonly [string, AnyWord][] = [
  ['G  O', 'helpOverview'],
  ['G  N', 'helpNew'],
  ['G  U', 'understandTitle'],
  ['G  T', 'templatesTitle'],
  ['G  C', 'changesHead'],
  ['G  L', 'listsTitle'],
  ['G  V', 'liveTitle'],
  ['G  I', 'helpImport'],
  ['G  E', 'helpExplain'],
  ['/', 'helpSearch'],
  ['Ctrl  S', 'helpSave'],
  ['Ctrl  Space', 'helpComplete'],
  ['?', 'helpHelp'],
]

const PLACES: Readonly<Record<string, readonly string[]>> = {
  o: [],
  n: ['new'],
  u: ['understand'],
  t: ['templates'],
  c: ['changes'],
  l: ['lists'],
  v: ['live'],
  i: ['import'],
  e: ['explain'],
}

/** The target as seen inside the definition editor, which lives in a shadow tree of its own. */
function isTyping(target: EventTarget | undefined): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

/** `?` opens the help, `/` goes to the search, `G` and a letter to a scene; never while somebody types. */
function useKeys(openHelp: () => void): void {
  useEffect(() => {
    let afterG = false
    const onKey = (e: KeyboardEvent): void => {
      if (isTyping(e.composedPath()[0]) || e.ctrlKey || e.metaKey || e.altKey) return
      const place = afterG ? PLACES[e.key.toLowerCase()] : undefined
      afterG = e.key.toLowerCase() === 'g'
      if (place !== undefined) go(address(place))
      else if (e.key === '?') openHelp()
      else if (e.key === '/') document.querySelector<HTMLElement>('[data-search]')?.focus()
      else return
      e.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [openHelp])
}

/** Keys and the language at a glance. */
export function Help(props: {
  readonly isOpen: boolean
  readonly onOpenChange: (open: boolean) => void
}): ReactElement {
  const { t } = useLanguage()
  const { isOpen, onOpenChange } = props
  useKeys(() => onOpenChange(true))
  return (
    <ModalOverlay className="overlay" isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className="modal">
        <Dialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title">{t('help')}</Heading>
            <Button slot="close" className="icon-button" aria-label={t('close')}>
              <Icon name="cross" />
            </Button>
          </header>
          <dl className="keys">
            {KEYS.map(([keys, word]) => (
              <div key={keys}>
                <dt>
                  {keys.split('  ').map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{t(word)}</dd>
              </div>
            ))}
          </dl>
          <h3>{t('helpApply')}</h3>
          <p>{t('helpApplyBody')}</p>
          <h3>{t('helpLanguage')}</h3>
          <p>{t('helpLanguageBody')}</p>
          <pre className="code">
            {
              'count(purchase, last 365 days) >= 5\nand not any(purchase, last 60 days)\nsum(purchase.amount) > 200\ncountry in ("BR", "PT")'
            }
          </pre>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
