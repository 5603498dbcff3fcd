/** The applied versions of a segment: who, when, why; compared and brought back; its examples and their results. */
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { Button } from 'react-aria-components'
import {
  FIRST_EVALUATION,
  type DiffWire,
  type SegmentVersionWire,
  type SegmentWire,
} from '../../../core/contract/index.ts'
import { api, type ApiError } from '../../api.ts'
import { useAsk, useForget } from '../../data.ts'
import { DefinitionText } from '../../editor/definition-text.tsx'
import { DiffLines } from '../../parts/count/diff-lines.tsx'
import { useFormat } from '../../parts/format.ts'
import { useLanguage } from '../../parts/language.tsx'
import { useNotify } from '../../parts/notices.tsx'
import { messageOf, Problem, Skeleton } from '../../parts/problem.tsx'
import { Examples } from './segment-examples.tsx'

/** Versions beside examples. */
export function Versions({ segment }: { readonly segment: SegmentWire }): ReactElement {
  const { t } = useLanguage()
  const path = `/segments/${encodeURIComponent(segment.key)}/versions`
  const { data, error, refetch } = useAsk<readonly SegmentVersionWire[]>('versions', path)
  return (
    <div className="columns">
      <section className="sheet" aria-labelledby="versions-title">
        <h2 id="versions-title">{t('versionsTitle')}</h2>
        {error && <Problem error={error} retry={() => void refetch()} />}
        {data === undefined && !error && <Skeleton lines={5} />}
        {data?.length === 0 && <p className="quiet">{t('versionsNone')}</p>}
        {segment.standing.pending === 'changed' && <FileDiff segment={segment.key} />}
        <ol className="versions">
          {data?.map((version, i) => (
            <Version
              key={version.version}
              version={version}
              isInForce={version.version === segment.standing.version}
              before={data[i + 1]?.version}
            />
          ))}
        </ol>
      </section>
      <Examples segment={segment.key} />
    </div>
  )
}

function FileDiff({ segment }: { readonly segment: string }): ReactElement | null {
  const { t } = useLanguage()
  const { data } = useAsk<readonly DiffWire[]>('versions', '/diff', { query: { segment } })
  const [diff] = data ?? []
  if (diff === undefined) return null
  return (
    <div className="stack tight">
      <h3>{t('compareFile')}</h3>
      <DiffLines lines={diff.lines} />
    </div>
  )
}

function Version(props: {
  readonly version: SegmentVersionWire
  readonly isInForce: boolean
  readonly before: number | undefined
}): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const { version: one, isInForce, before } = props
  return (
    <li className="version" data-version={one.version}>
      <div className="row spread">
        <h3>
          {t('versionN', { n: one.version })}
          {isInForce && <span className="badge good">{t('inForce')}</span>}
          {one.status === 'retired' && <span className="badge">{t('statusRetired')}</span>}
          {one.status === 'draft' && <span className="badge">{t('statusDraft')}</span>}
        </h3>
        <div className="row">
          {before !== undefined && (
            <Button
              className="button small"
              aria-expanded={isOpen}
              aria-label={
                isOpen
                  ? `${t('hideDiff')}: ${t('versionN', { n: one.version })}`
                  : `${t('compareWith', { n: one.version })} ${t('compareBefore')}`
              }
              onPress={() => setOpen(!isOpen)}
            >
              {isOpen ? t('hideDiff') : t('compareBefore')}
            </Button>
          )}
          {!isInForce && <Restore version={one} />}
        </div>
      </div>
      <p className="quiet small-text">
        {t('byWho', { who: one.who, date: format.dateTime(one.appliedAt) })}
      </p>
      <p>
        {one.why === '' ? (
          <span className="quiet">{t('noWhy')}</span>
        ) : (
          t('quoted', { text: one.why === FIRST_EVALUATION ? t('firstEvaluation') : one.why })
        )}
      </p>
      {isOpen && before !== undefined ? (
        <VersionDiff segment={one.key} from={before} to={one.version} />
      ) : (
        <DefinitionText text={one.definition} />
      )}
    </li>
  )
}

function VersionDiff(props: {
  readonly segment: string
  readonly from: number
  readonly to: number
}): ReactElement {
  const { segment, from, to } = props
  const path = `/segments/${encodeURIComponent(segment)}/versions/${from}/diff/${to}`
  const { data, error } = useAsk<readonly DiffWire[]>('versions', path)
  if (error) return <Problem error={error} />
  const [diff] = data ?? []
  if (diff === undefined) return <Skeleton lines={2} />
  return (
    <div className="stack tight">
      <DiffLines lines={diff.lines} />
      {diff.sentence !== '' && <p className="quiet">{diff.sentence}</p>}
    </div>
  )
}

function Restore({ version }: { readonly version: SegmentVersionWire }): ReactElement {
  const { t, locale } = useLanguage()
  const notify = useNotify()
  const forget = useForget()
  const restore = useMutation<SegmentWire, ApiError>({
    mutationFn: () => api.restore(version.key, version.version, { locale }),
    onSuccess: () => {
      forget()
      notify({ text: t('restoredVersion', { n: version.version }) })
    },
    onError: (error) => notify({ text: messageOf(error, t), tone: 'bad' }),
  })
  return (
    <Button
      className="button small"
      aria-label={`${t('restore')}: ${t('versionN', { n: version.version })}`}
      isDisabled={restore.isPending}
      onPress={() => restore.mutate()}
    >
      {t('restore')}
    </Button>
  )
}
