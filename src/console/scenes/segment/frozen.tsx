/** Named snapshots of a segment's members: made, listed, taken away, verified by recomputing. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { Button, Form } from 'react-aria-components'
import type { FrozenCheckWire, FrozenWire } from '../../../core/contract/index.ts'
import { api, saveBlob, type ApiError } from '../../api.ts'
import { useAsk } from '../../data.ts'
import { Choice, TextInput } from '../../parts/choice.tsx'
import { toCsv } from '../../parts/csv.ts'
import { useFormat } from '../../parts/format.ts'
import { Icon } from '../../parts/icon.tsx'
import { useLanguage } from '../../parts/language.tsx'
import { useNotify } from '../../parts/notices.tsx'
import { messageOf, Problem } from '../../parts/problem.tsx'

/** `asOf` is the moment of the past that is being looked at, if any. */
export function Frozen(props: {
  readonly segment: string
  readonly asOf: string | undefined
}): ReactElement {
  const { t } = useLanguage()
  const { data, error, refetch } = useAsk<readonly FrozenWire[]>('snapshots', '/snapshots')
  const mine = data?.filter((f) => f.segment === props.segment) ?? []
  return (
    <>
      <h2 id="frozen-title">{t('frozenTitle')}</h2>
      <p className="quiet">{t('frozenIntro')}</p>
      <FreezeForm {...props} />
      {error && <Problem error={error} retry={() => void refetch()} />}
      {data && mine.length === 0 && <p className="quiet">{t('frozenNone')}</p>}
      {mine.length > 0 && <FrozenTable all={mine} />}
    </>
  )
}

function FreezeForm(props: {
  readonly segment: string
  readonly asOf: string | undefined
}): ReactElement {
  const { t, locale } = useLanguage()
  const format = useFormat()
  const notify = useNotify()
  const client = useQueryClient()
  const { segment, asOf } = props
  const [name, setName] = useState('')
  const [when, setWhen] = useState<string>('now')
  const freeze = useMutation<FrozenWire, ApiError>({
    mutationFn: () =>
      api.freeze(
        { name: name.trim(), segment, ...(when === 'then' && asOf !== undefined ? { asOf } : {}) },
        { locale },
      ),
    onSuccess: (made) => {
      setName('')
      void client.invalidateQueries({ queryKey: ['snapshots'] })
      notify({ text: t('frozenDone', { name: made.name, count: format.number(made.members) }) })
    },
  })
  return (
    <>
      <Form
        className="row end question"
        onSubmit={(e) => {
          e.preventDefault()
          if (name.trim() !== '') freeze.mutate()
        }}
      >
        <TextInput label={t('frozenName')} value={name} onChange={setName} />
        <Choice
          label={t('when')}
          value={when}
          options={[
            { id: 'now', label: t('frozenNow') },
            ...(asOf === undefined
              ? []
              : [{ id: 'then', label: t('frozenThen'), hint: format.dateTime(asOf) }]),
          ]}
          onChange={setWhen}
        />
        <Button
          type="submit"
          className="button"
          isDisabled={name.trim() === '' || freeze.isPending}
        >
          {t('freeze')}
        </Button>
      </Form>
      {freeze.error && <Problem error={freeze.error} />}
    </>
  )
}

function FrozenTable({ all }: { readonly all: readonly FrozenWire[] }): ReactElement {
  const { t } = useLanguage()
  return (
    <table className="stacking">
      <thead>
        <tr>
          <th scope="col">{t('frozenName')}</th>
          <th scope="col" className="number">
            {t('members')}
          </th>
          <th scope="col">{t('when')}</th>
          <th scope="col">{t('digest')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('frozenVerify')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {all.map((one) => (
          <FrozenRow key={one.name} frozen={one} />
        ))}
      </tbody>
    </table>
  )
}

function FrozenRow({ frozen }: { readonly frozen: FrozenWire }): ReactElement {
  const { t, locale } = useLanguage()
  const format = useFormat()
  const notify = useNotify()
  const verify = useMutation<FrozenCheckWire, ApiError>({
    mutationFn: () => api.verifyFrozen(frozen.name, { locale }),
    onError: (error) => notify({ text: messageOf(error, t), tone: 'bad' }),
  })
  const save = async (): Promise<void> => {
    const ids: string[] = []
    let after: string | null | undefined
    while (after !== null) {
      const page = await api.frozenMembers(frozen.name, after ?? '', { locale })
      ids.push(...page.customerIds)
      after = page.next
    }
    const rows = [['customer'], ...ids.map((id) => [id])]
    saveBlob(new Blob([toCsv(rows)], { type: 'text/csv' }), `${frozen.name}.csv`)
  }
  return (
    <tr>
      <th scope="row">
        {frozen.name}
        {verify.data && <Verdict check={verify.data} />}
      </th>
      <td className="number" data-label={t('members')}>
        {format.number(frozen.members)}
      </td>
      <td data-label={t('when')}>{t('asOf', { date: format.dateTime(frozen.asOf) })}</td>
      <td className="mono" data-label={t('digest')} title={frozen.digest}>
        {frozen.digest.slice(0, 12)}…
      </td>
      <td className="actions">
        <Button
          className="button small"
          isDisabled={verify.isPending}
          onPress={() => verify.mutate()}
          aria-label={`${t('frozenVerify')}: ${frozen.name}`}
        >
          {t('frozenVerify')}
        </Button>
        <Button
          className="icon-button"
          aria-label={`${t('downloadCsv')}: ${frozen.name}`}
          onPress={() => {
            save().catch((e: unknown) => notify({ text: messageOf(e, t), tone: 'bad' }))
          }}
        >
          <Icon name="download" />
        </Button>
      </td>
    </tr>
  )
}

function Verdict({ check }: { readonly check: FrozenCheckWire }): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  const count = format.number(check.recomputedMembers)
  return (
    <output className={check.ok ? 'good small-text' : 'warm small-text'} data-verified={check.ok}>
      {check.ok
        ? t('frozenOk', { count })
        : t('frozenDiffers', {
            count,
            surplus: check.surplus.length,
            missing: check.missing.length,
          })}
    </output>
  )
}
