/** The rows an import set aside: read, taken away, mended, sent back. */
import { useCallback, useState, type ReactElement } from 'react'
import { Button, FileTrigger } from 'react-aria-components'
import type { JobWire, QuarantinePageWire } from '../../../core/contract/index.ts'
import { download, sendFile } from '../../api.ts'
import { useForget, useImports, useJob, useQuarantine } from '../../data.ts'
import { Icon } from '../../parts/icon.tsx'
import { JobProgress } from '../../parts/job.tsx'
import { useLanguage } from '../../parts/language.tsx'
import { useNotify } from '../../parts/notices.tsx'
import { messageOf, Problem, Skeleton } from '../../parts/problem.tsx'
import { address } from '../../router.ts'
import { LoadEnd } from './import-report.tsx'
import { Rejects } from './import-sample.tsx'

/** The page of one import's rows set aside. */
export function QuarantineScene({ importId }: { readonly importId: number }): ReactElement {
  const { t } = useLanguage()
  const file = useImports().data?.find((i) => i.id === importId)?.file ?? `#${importId}`
  const [starts, setStarts] = useState<readonly Start[]>([{ after: 0, shown: 0 }])
  const page = useQuarantine(importId, starts.at(-1)?.after ?? 0)
  return (
    <>
      <p className="small-text">
        <a href={address(['import'])}>{t('navImport')}</a>
      </p>
      <div className="head-text">
        <h1>{t('quarantineOf', { file })}</h1>
        <p className="quiet">{t('quarantineHow')}</p>
      </div>
      <Mending importId={importId} />
      <section className="sheet" aria-labelledby="quarantine-title">
        <h2 id="quarantine-title">{t('quarantine')}</h2>
        {page.error && <Problem error={page.error} retry={() => void page.refetch()} />}
        {page.data === undefined && !page.error && <Skeleton lines={5} />}
        {page.data?.total === 0 && <p>{t('noRejects')}</p>}
        {page.data && page.data.rows.length > 0 && <Rejects rejects={page.data.rows} />}
        {page.data && page.data.total > 0 && (
          <Pages page={page.data} starts={starts} onChange={setStarts} />
        )}
      </section>
    </>
  )
}

/** Where a page begins: after which line, and how many rows stand on the pages before. */
interface Start {
  readonly after: number
  readonly shown: number
}

function Pages(props: {
  readonly page: QuarantinePageWire
  readonly starts: readonly Start[]
  readonly onChange: (starts: readonly Start[]) => void
}): ReactElement {
  const { t, n } = useLanguage()
  const { page, starts, onChange } = props
  const { shown } = starts.at(-1) ?? { shown: 0 }
  const to = shown + page.rows.length
  const after = page.rows.at(-1)?.line
  return (
    <div className="row spread">
      <output className="quiet">
        {n('rejectedRows', page.total)}
        {page.rows.length < page.total && ` · ${t('shownRange', { from: shown + 1, to })}`}
      </output>
      <div className="row">
        <Button
          className="button small"
          isDisabled={starts.length === 1}
          onPress={() => onChange(starts.slice(0, -1))}
        >
          <Icon name="previous" />
          {t('previousPage')}
        </Button>
        <Button
          className="button small"
          isDisabled={after === undefined || to >= page.total}
          onPress={() => after !== undefined && onChange([...starts, { after, shown: to }])}
        >
          {t('nextPage')}
          <Icon name="next" />
        </Button>
      </div>
    </div>
  )
}

/** Download, and the way back for the mended file. */
function Mending({ importId }: { readonly importId: number }): ReactElement {
  const { t, locale } = useLanguage()
  const notify = useNotify()
  const forget = useForget()
  const [jobId, setJobId] = useState<string>()
  const [ended, setEnded] = useState<JobWire>()
  const onEnd = useCallback(
    (job: JobWire) => {
      setEnded(job)
      forget()
    },
    [forget],
  )
  const job = useJob(jobId, onEnd).data
  const complain = (error: unknown): void => notify({ text: messageOf(error, t), tone: 'bad' })
  const send = (file: File): void => {
    setEnded(undefined)
    sendFile<JobWire>(`/imports/${importId}/retry`, file, { locale, onProgress: () => undefined })
      .then((started) => setJobId(started.id))
      .catch(complain)
  }
  return (
    <section className="sheet">
      <div className="row">
        <Button
          className="button"
          onPress={() => {
            download(`/imports/${importId}/quarantine.csv`, `quarantine-${importId}.csv`, {
              locale,
            }).catch(complain)
          }}
        >
          <Icon name="download" />
          {t('downloadCsv')}
        </Button>
        <FileTrigger onSelect={(list) => list?.[0] && send(list[0])}>
          <Button className="button primary">
            <Icon name="upload" />
            {t('mended')}
          </Button>
        </FileTrigger>
      </div>
      {job?.state === 'running' && <JobProgress job={job} label={t('running')} />}
      {ended && <LoadEnd job={ended} />}
    </section>
  )
}
