/** One ready segment: what it is for, its figures with their reasons, the count they give, making a draft of it. */
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState, type ReactElement } from 'react'
import { Button, Form } from 'react-aria-components'
import { inLocale, typeset } from '../../../core/base/index.ts'
import type { TemplateShownWire, TemplateUsedWire } from '../../../core/contract/index.ts'
import { api, ask, type ApiError } from '../../api.ts'
import { useForget, useOverview } from '../../data.ts'
import { DefinitionText } from '../../editor/definition-text.tsx'
import { TextInput } from '../../parts/choice.tsx'
import { CountFigure } from '../../parts/count/count-figure.tsx'
import { useLanguage } from '../../parts/language.tsx'
import { useNotify } from '../../parts/notices.tsx'
import { Problem, Skeleton } from '../../parts/problem.tsx'
import { address, go } from '../../router.ts'
import { Parameters, useTyped } from './parameters.tsx'

/** The page of a template. */
export function TemplateScene({ templateKey }: { readonly templateKey: string }): ReactElement {
  const { t, locale } = useLanguage()
  const { typed, type, reset } = useTyped()
  const settled = useDeferredValue(typed)
  const { data, error } = useQuery<TemplateShownWire, ApiError>({
    queryKey: ['templates', templateKey, settled, locale],
    queryFn: ({ signal }) =>
      ask(`/templates/${encodeURIComponent(templateKey)}`, { locale, signal, query: settled }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  if (error?.status === 404) return <h1>{t('templateGone', { key: templateKey })}</h1>
  return (
    <>
      <div className="head-text">
        <p className="small-text">
          <a href={address(['templates'])}>{t('templatesTitle')}</a>
        </p>
        <h1>{data ? inLocale(data.name, locale) : templateKey}</h1>
      </div>
      {data === undefined && !error && <Skeleton lines={7} />}
      {data && (
        <div className="columns">
          <div className="stack">
            <Purpose template={data} />
            {data.missing.length > 0 && <Missing missing={data.missing} />}
            {data.definition !== null && <Meaning template={data} />}
          </div>
          <div className="stack">
            {data.definition !== null && (
              <section className="sheet" aria-labelledby="count-title" aria-live="polite">
                <h2 id="count-title">{t('liveCount')}</h2>
                <CountFigure answer={data.count ?? undefined} />
              </section>
            )}
            <Parameters parameters={data.parameters} typed={typed} type={type} reset={reset} />
            {error && <Problem error={error} />}
            <Use template={data} typed={typed} isSound={error === null} />
          </div>
        </div>
      )}
    </>
  )
}

function Purpose({ template }: { readonly template: TemplateShownWire }): ReactElement {
  const { t, locale } = useLanguage()
  return (
    <section className="sheet" aria-labelledby="purpose-title">
      <h2 id="purpose-title">{t('templateWhy')}</h2>
      <p>{typeset(inLocale(template.why, locale), locale)}</p>
      <h3>{t('templateUse')}</h3>
      <p>{typeset(inLocale(template.use, locale), locale)}</p>
    </section>
  )
}

function Missing({ missing }: { readonly missing: readonly string[] }): ReactElement {
  const { t } = useLanguage()
  return (
    <section className="sheet hint-sheet" aria-labelledby="missing-title">
      <h2 id="missing-title">{t('templateMissingTitle')}</h2>
      <ul className="bullets">
        {missing.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </section>
  )
}

function Meaning({ template }: { readonly template: TemplateShownWire }): ReactElement {
  const { t } = useLanguage()
  return (
    <section className="sheet" aria-labelledby="meaning-title">
      <h2 id="meaning-title">{t('meaning')}</h2>
      <p data-sentence>{template.sentence}</p>
      <h3>{t('definition')}</h3>
      <DefinitionText text={template.definition ?? ''} />
    </section>
  )
}

/** The template's own key, or the next one that is free. */
function freeKey(key: string, taken: readonly string[]): string {
  if (!taken.includes(key)) return key
  let n = 2
  while (taken.includes(`${key}-${n}`)) n++
  return `${key}-${n}`
}

function Use(props: {
  readonly template: TemplateShownWire
  readonly typed: Readonly<Record<string, string>>
  readonly isSound: boolean
}): ReactElement {
  const { t, locale } = useLanguage()
  const notify = useNotify()
  const forget = useForget()
  const { template, typed, isSound } = props
  const taken = useOverview().data?.segments.map((s) => s.key) ?? []
  const [as, setAs] = useState<string>()
  const key = as ?? freeKey(template.key, taken)
  const use = useMutation<TemplateUsedWire, ApiError>({
    mutationFn: () => api.applyTemplate(template.key, { as: key, parameters: typed }, { locale }),
    onSuccess: (made) => {
      forget()
      notify({ text: t('templateMade') })
      go(address(['segments', made.segment, 'edit']))
    },
  })
  return (
    <section className="sheet" aria-label={t('templateMake')}>
      <Form
        className="stack tight"
        onSubmit={(e) => {
          e.preventDefault()
          use.mutate()
        }}
      >
        <TextInput label={t('templateKey')} mono value={key} onChange={setAs} hint={t('keyHint')} />
        <Button
          type="submit"
          className="button primary"
          isDisabled={template.definition === null || !isSound || use.isPending}
        >
          {t('templateMake')}
        </Button>
      </Form>
      {use.error && <Problem error={use.error} />}
    </section>
  )
}
