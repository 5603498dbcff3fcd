/** How a file was understood, everything open to correction, then the dry run and the load. */
import { useMutation } from '@tanstack/react-query'
import { useCallback, useState, type ReactElement } from 'react'
import { Button } from 'react-aria-components'
import type {
  JobWire,
  LoadReportWire,
  PreviewRequest,
  PreviewWire,
} from '../../../core/contract/index.ts'
import { inLocale } from '../../../core/base/index.ts'
import { api } from '../../api.ts'
import { useForget, useJob, useOverview } from '../../data.ts'
import { useFormat } from '../../parts/format.ts'
import { JobProgress } from '../../parts/job.tsx'
import { useLanguage } from '../../parts/language.tsx'
import { Issues, Problem } from '../../parts/problem.tsx'
import { Detection, Questions } from './import-detection.tsx'
import { MappingForm, MappingText } from './import-mapping.tsx'
import { LoadEnd } from './import-report.tsx'
import { RejectTable, SampleTable } from './import-sample.tsx'

interface Props {
  readonly preview: PreviewWire
  readonly onPreview: (preview: PreviewWire) => void
  readonly onNext: () => void
  readonly hasMore: boolean
}

/** A load or rehearsal with what became of it. */
function useLoad(preview: PreviewWire) {
  const { locale } = useLanguage()
  const forget = useForget()
  const [ended, setEnded] = useState<JobWire>()
  const onEnd = useCallback(
    (job: JobWire) => {
      setEnded(job)
      forget()
    },
    [forget],
  )
  const begin = useMutation({
    mutationFn: (dryRun: boolean) =>
      api.load({ uploadId: preview.uploadId, mapping: preview.mapping, dryRun }, { locale }),
    onMutate: () => setEnded(undefined),
  })
  const job = useJob(begin.data?.id, onEnd).data ?? begin.data
  return {
    load: (dryRun: boolean) => begin.mutate(dryRun),
    job: job?.state === 'running' ? job : undefined,
    isDryRun: begin.variables === true,
    isRunning: begin.isPending || (begin.data !== undefined && ended === undefined),
    report: ended?.report as LoadReportWire | undefined,
    failure: begin.error ?? undefined,
    ended,
  }
}

/** The mapping as the server proposes it, re-read at every change. */
export function ImportPreview({ preview, onPreview, onNext, hasMore }: Props): ReactElement {
  const { t, locale } = useLanguage()
  const format = useFormat()
  const edit = useMutation({
    mutationFn: (change: Partial<PreviewRequest>) =>
      api.preview(preview.uploadId, { mapping: preview.mapping, ...change }, { locale }),
    onSuccess: onPreview,
  })
  const loading = useLoad(preview)
  const isOver = loading.report?.state === 'done' || loading.report?.state === 'nothing-new'
  return (
    <>
      <section className="sheet" aria-labelledby="file-title">
        <div className="row spread">
          <h2 id="file-title">
            <span className="mono">{preview.file}</span>{' '}
            <span className="quiet small-text">
              {format.bytes(preview.bytes)} · <Target name={preview.target} />
            </span>
          </h2>
          <Button className="button" onPress={onNext} isDisabled={loading.isRunning}>
            {t(hasMore ? 'nextFile' : 'anotherFile')}
          </Button>
        </div>
        {preview.issues.length > 0 && <Issues issues={preview.issues} />}
        {edit.error && <Problem error={edit.error} />}
        {!isOver && <Actions preview={preview} loading={loading} isBusy={edit.isPending} />}
        {loading.failure && <Problem error={loading.failure} />}
        {loading.ended && <LoadEnd job={loading.ended} />}
      </section>
      {!isOver && (
        <fieldset className="plain stack" disabled={loading.isRunning} aria-busy={edit.isPending}>
          {preview.questions.length > 0 && <Questions preview={preview} onChange={edit.mutate} />}
          <MappingForm preview={preview} onChange={edit.mutate} />
          <SampleTable preview={preview} />
          {preview.rejects.length > 0 && <RejectTable rejects={preview.rejects} />}
          <Detection preview={preview} onChange={edit.mutate} />
          <MappingText key={preview.mapping} preview={preview} onChange={edit.mutate} />
        </fieldset>
      )}
    </>
  )
}

/** What the rows are: customers, products or a kind of event, in the reader's words. */
function Target({ name }: { readonly name: string }): ReactElement {
  const { t, locale } = useLanguage()
  const event = useOverview().data?.events.find((e) => e.name === name)
  if (event !== undefined) return <>{inLocale(event.label, locale) || name}</>
  return <>{name === 'customers' ? t('customers') : name}</>
}

function Actions(props: {
  readonly preview: PreviewWire
  readonly loading: ReturnType<typeof useLoad>
  readonly isBusy: boolean
}): ReactElement {
  const { t } = useLanguage()
  const { preview, loading, isBusy } = props
  const hasErrors = preview.issues.some((i) => i.severity === 'error')
  const isBlocked = isBusy || loading.isRunning || preview.questions.length > 0 || hasErrors
  if (loading.job !== undefined) {
    const word = loading.isDryRun ? 'rehearsing' : 'loadingFile'
    return <JobProgress job={loading.job} label={t(word, { file: preview.file })} />
  }
  return (
    <div className="row">
      <Button className="button primary" isDisabled={isBlocked} onPress={() => loading.load(false)}>
        {t('load')}
      </Button>
      <Button className="button" isDisabled={isBlocked} onPress={() => loading.load(true)}>
        {t('rehearse')}
      </Button>
      {preview.questions.length > 0 && <span className="warm small-text">{t('answerFirst')}</span>}
    </div>
  )
}
