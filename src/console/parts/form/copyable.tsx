/** A text to take away: shown whole, copied by a button. */
import type { ReactElement } from 'react'
import { Button } from 'react-aria-components'
import { useLanguage } from '../language.tsx'
import { useNotify } from '../notices.tsx'

/** Without the right to the clipboard the text can still be selected by hand. */
export function Copyable({ text }: { readonly text: string }): ReactElement {
  const { t } = useLanguage()
  const notify = useNotify()
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => notify({ text: t('copied') }),
      () => notify({ text: t('errorTitle'), tone: 'bad' }),
    )
  }
  return (
    <div className="copyable">
      <pre className="code">{text}</pre>
      <Button className="button small" onPress={copy}>
        {t('copy')}
      </Button>
    </div>
  )
}
