/** The page shown without a valid key: where the key comes from, and a field to paste it. */
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { Button, Form } from 'react-aria-components'
import { keepKey } from '../key.ts'
import { TextInput } from '../parts/choice.tsx'
import { Mark } from '../parts/icon.tsx'
import { useLanguage } from '../parts/language.tsx'

/** `wrong` says that there was a key and the server refused it. */
export function Access({ wrong }: { readonly wrong: boolean }): ReactElement {
  const { t } = useLanguage()
  const client = useQueryClient()
  const [key, setKey] = useState('')
  const enter = (): void => {
    keepKey(key.trim().replace(/^.*key=/, ''))
    void client.resetQueries()
  }
  return (
    <main className="access">
      <div className="sheet">
        <Mark />
        <h1>{t('accessTitle')}</h1>
        <p>{wrong ? t('accessWrong') : t('accessMissing')}</p>
        <p>{t('accessHow')}</p>
        <pre className="code">tessera up</pre>
        <p>{t('accessThen')}</p>
        <Form
          className="row"
          onSubmit={(e) => {
            e.preventDefault()
            enter()
          }}
        >
          <TextInput label={t('accessKey')} value={key} onChange={setKey} mono />
          <Button type="submit" className="button primary" isDisabled={key.trim() === ''}>
            {t('accessEnter')}
          </Button>
        </Form>
      </div>
    </main>
  )
}
