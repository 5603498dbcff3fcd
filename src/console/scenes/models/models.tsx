/** All models of the programme with how they stand, and those that could be added. */
import { useMutation } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { Button } from 'react-aria-components'
import type {
  ModelInitWire,
  ModelKindWire,
  ModelsWire,
  ModelWire,
} from '../../../core/contract/index.ts'
import { api, type ApiError } from '../../api.ts'
import { useAsk, useForget } from '../../data.ts'
import { Icon } from '../../parts/icon.tsx'
import { useLanguage } from '../../parts/language.tsx'
import { useNotify } from '../../parts/notices.tsx'
import { Issues, messageOf, Problem, Skeleton } from '../../parts/problem.tsx'
import { address } from '../../router.ts'
import { RunModel } from './run-model.tsx'
import { ModelStanding } from './standing.tsx'

/** Runs come by themselves too, as files ask for. */
const POLL_MS = 5000

/** The page of models. */
export function ModelsScene(): ReactElement {
  const { t } = useLanguage()
  const { data, error, refetch } = useAsk<ModelsWire>('models', '/models', {
    keeps: true,
    every: POLL_MS,
  })
  return (
    <>
      <div className="head-text">
        <p className="small-text">
          <a href={address(['understand'])}>{t('understandTitle')}</a>
        </p>
        <h1>{t('modelsTitle')}</h1>
        <p className="quiet">{t('modelsIntro')}</p>
      </div>
      {error && <Problem error={error} retry={() => void refetch()} />}
      {data === undefined && !error && <Skeleton lines={7} />}
      {data && <Models all={data} />}
    </>
  )
}

function Models({ all }: { readonly all: ModelsWire }): ReactElement {
  const { t } = useLanguage()
  const { models, issues, kinds } = all
  const used = new Set(models.map((model) => model.kind))
  // A file that cannot be understood is there all the same.
  const files = new Set(issues.map(({ at }) => (at?.kind === 'file' ? at.file : '')))
  const open = kinds.filter(({ kind, key }) => !used.has(kind) && !files.has(`models/${key}.yaml`))
  return (
    <>
      {issues.length > 0 && (
        <section className="sheet">
          <h2>{t('modelsIssues')}</h2>
          <Issues issues={issues} />
        </section>
      )}
      {models.length === 0 ? (
        <p>{t('modelsNone')}</p>
      ) : (
        <ul className="stack">
          {models.map((model) => (
            <Entry key={model.key} model={model} />
          ))}
        </ul>
      )}
      {open.length > 0 && (
        <section className="stack tight" aria-labelledby="more-models">
          <h2 id="more-models">{t('modelsMore')}</h2>
          <p className="quiet small-text">{t('modelsMoreHint')}</p>
          <ul className="cards wide">
            {open.map((kind) => (
              <Kind key={kind.kind} kind={kind} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Entry({ model }: { readonly model: ModelWire }): ReactElement {
  const { t } = useLanguage()
  const { key, label, kindLabel, missing, outputs } = model
  return (
    <li className="sheet" data-model={key}>
      <div className="row spread">
        <div className="head-text stack tight flush">
          <h2>
            <a href={address(['models', key])}>{label}</a>
          </h2>
          {kindLabel !== label && <p className="small-text">{kindLabel}</p>}
          <ModelStanding model={model} />
          {missing.length > 0 && (
            <p className="warm small-text">{t('reportLacks', { parts: missing.join(', ') })}</p>
          )}
          <p className="quiet small-text anywhere">
            {outputs.map(({ score }) => (
              <code key={score}>{`${score} `}</code>
            ))}
          </p>
        </div>
        <RunModel model={model} />
      </div>
    </li>
  )
}

/** A kind that no file names yet. */
function Kind({ kind }: { readonly kind: ModelKindWire }): ReactElement {
  const { t, locale } = useLanguage()
  const notify = useNotify()
  const forget = useForget()
  const { label, about, missing } = kind
  const add = useMutation<ModelInitWire, ApiError>({
    mutationFn: () => api.addModel(kind.kind, { locale }),
    onSuccess: ({ file }) => {
      forget()
      notify({ text: t('modelAdded', { file }) })
    },
    onError: (error) => notify({ text: messageOf(error, t), tone: 'bad' }),
  })
  return (
    <li className="card model-kind" data-kind={kind.kind}>
      <strong>{label}</strong>
      <span className="small-text">{about}</span>
      {missing.length > 0 && (
        <span className="warm small-text">{t('reportLacks', { parts: missing.join(', ') })}</span>
      )}
      <Button
        className="button small"
        aria-label={t('modelAddNamed', { name: label })}
        isDisabled={add.isPending || missing.length > 0}
        onPress={() => add.mutate()}
      >
        <Icon name="plus" />
        {t('modelAdd')}
      </Button>
    </li>
  )
}
