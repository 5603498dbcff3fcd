/** Write keys: made and shown once, listed by how they begin, revoked. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { Button, Form } from 'react-aria-components'
import type { NewWriteKeyWire, WriteKeyWire } from '../../../core/contract/index.ts'
import { api, type ApiError } from '../../api.ts'
import { useAsk } from '../../data.ts'
import { TextInput } from '../../parts/choice.tsx'
import { Copyable } from '../../parts/form/copyable.tsx'
import { useFormat } from '../../parts/format.ts'
import { useLanguage } from '../../parts/language.tsx'
import { useNotify } from '../../parts/notices.tsx'
import { messageOf, Problem } from '../../parts/problem.tsx'

/** A key lives in this component only, until the reader leaves the page. */
export function Keys(): ReactElement {
  const { t, locale } = useLanguage()
  const client = useQueryClient()
  const { data, error } = useAsk<readonly WriteKeyWire[]>('write-keys', '/write-keys')
  const [name, setName] = useState('')
  const make = useMutation<NewWriteKeyWire, ApiError>({
    mutationFn: () => api.createKey(name.trim(), { locale }),
    gcTime: 0,
    onSuccess: () => {
      setName('')
      void client.invalidateQueries({ queryKey: ['write-keys'] })
    },
  })
  return (
    <section className="sheet" aria-labelledby="keys-title">
      <h2 id="keys-title">{t('keysTitle')}</h2>
      <p className="quiet small-text">{t('keysIntro')}</p>
      {error && <Problem error={error} />}
      {data?.length === 0 && <p className="quiet">{t('keysNone')}</p>}
      {data && data.length > 0 && <KeyTable keys={data} />}
      {make.data && (
        <section className="sentence-box" aria-live="polite" aria-label={t('keyOnce')} data-new-key>
          <h3>{t('keyOnce')}</h3>
          <Copyable text={make.data.key} />
          <p className="quiet small-text">{t('keyOnceBody')}</p>
        </section>
      )}
      <Form
        className="row end question"
        onSubmit={(e) => {
          e.preventDefault()
          if (name.trim() !== '') make.mutate()
        }}
      >
        <TextInput label={t('keyName')} value={name} onChange={setName} hint={t('keyNameHint')} />
        <Button type="submit" className="button" isDisabled={name.trim() === '' || make.isPending}>
          {t('keyCreate')}
        </Button>
      </Form>
      {make.error && <Problem error={make.error} />}
    </section>
  )
}

function KeyTable({ keys }: { readonly keys: readonly WriteKeyWire[] }): ReactElement {
  return (
    <ul className="versions">
      {keys.map((key) => (
        <KeyRow key={key.id} writeKey={key} />
      ))}
    </ul>
  )
}

function KeyRow({ writeKey }: { readonly writeKey: WriteKeyWire }): ReactElement {
  const { t, locale } = useLanguage()
  const format = useFormat()
  const notify = useNotify()
  const client = useQueryClient()
  const { name, prefix, createdAt, revokedAt } = writeKey
  const revoke = useMutation<WriteKeyWire, ApiError>({
    mutationFn: () => api.revokeKey(prefix, { locale }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['write-keys'] })
      notify({ text: t('keyRevoked', { name }) })
    },
    onError: (error) => notify({ text: messageOf(error, t), tone: 'bad' }),
  })
  return (
    <li className="version" data-key-state={revokedAt === null ? 'works' : 'revoked'}>
      <div className="row spread">
        <span>
          <strong>{name}</strong>{' '}
          {revokedAt === null ? (
            <span className="badge good">{t('keyWorks')}</span>
          ) : (
            <span className="badge">{t('keyRevokedAt', { date: format.date(revokedAt) })}</span>
          )}
        </span>
        {revokedAt === null && (
          <Button
            className="button small danger"
            aria-label={`${t('keyRevoke')}: ${name}`}
            isDisabled={revoke.isPending}
            onPress={() => revoke.mutate()}
          >
            {t('keyRevoke')}
          </Button>
        )}
      </div>
      <p className="quiet small-text">
        {t('keyPrefix')} <code>{prefix}</code> · {t('keyCreated')} {format.date(createdAt)}
      </p>
    </li>
  )
}
