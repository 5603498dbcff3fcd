/** One model: what it computes, how it stands, what a run of it found. */
import type { ReactElement } from 'react'
import {
  BY_SCHEDULE,
  type ModelDetailWire,
  type ModelRunWire,
} from '../../../core/contract/index.ts'
import { ApiError } from '../../api.ts'
import { useAsk } from '../../data.ts'
import { saveTable } from '../../parts/chart/chart.tsx'
import { useFormat } from '../../parts/format.ts'
import { useLanguage } from '../../parts/language.tsx'
import { Empty, Problem, Skeleton } from '../../parts/problem.tsx'
import { ReportBody } from '../../parts/report/report-body.tsx'
import { address } from '../../router.ts'
import { RunModel } from './run-model.tsx'
import { ModelStanding, RunBadge } from './standing.tsx'

/** The page of a model; `run` names a former run to look at. */
export function ModelScene(props: { readonly model: string; readonly run: string }): ReactElement {
  const { t } = useLanguage()
  const { model, run } = props
  const { data, error, refetch } = useAsk<ModelDetailWire>(
    'models',
    `/models/${encodeURIComponent(model)}`,
    { query: { run }, keeps: true },
  )
  if (error instanceof ApiError && error.status === 404) {
    return (
      <div className="sheet">
        <h1>{t('modelGone', { name: model })}</h1>
        <a href={address(['models'])}>{t('modelsTitle')}</a>
      </div>
    )
  }
  if (data === undefined) {
    return error ? <Problem error={error} retry={() => void refetch()} /> : <Skeleton lines={7} />
  }
  return (
    <>
      <Head model={data} />
      <div className="columns even">
        <Scores model={data} />
        <Runs model={data} />
        <Settings model={data} />
      </div>
      <Found model={data} />
    </>
  )
}

function Head({ model }: { readonly model: ModelDetailWire }): ReactElement {
  const { t } = useLanguage()
  const { label, about, missing } = model
  return (
    <div className="head">
      <div className="head-text">
        <p className="small-text">
          <a href={address(['models'])}>{t('modelsTitle')}</a>
        </p>
        <h1>{label}</h1>
        <p className="quiet">{about}</p>
        <ModelStanding model={model} />
        {missing.length > 0 && (
          <p className="warm">{t('reportLacks', { parts: missing.join(', ') })}</p>
        )}
      </div>
      <RunModel primary model={model} />
    </div>
  )
}

/** A condition that suits the unit. */
const TYPICAL: Readonly<Record<ModelDetailWire['outputs'][number]['unit'], string>> = {
  class: '= 1',
  share: '> 0.5',
  count: '>= 1',
  number: '> 0',
  money: '> 100',
  days: '> 30',
}

function Scores({ model }: { readonly model: ModelDetailWire }): ReactElement {
  const { t } = useLanguage()
  const { outputs } = model
  const [first] = outputs
  return (
    <section className="sheet" aria-labelledby="scores-title">
      <h2 id="scores-title">{t('modelScores')}</h2>
      <dl className="values stacked">
        {outputs.map(({ score, label }) => (
          <div key={score}>
            <dt>{label}</dt>
            <dd>
              <code>{score}</code>
            </dd>
          </div>
        ))}
      </dl>
      {first && (
        <p className="quiet small-text">
          {t('modelScoresHint')} <code>{`score(${first.score}) ${TYPICAL[first.unit]}`}</code>
        </p>
      )}
    </section>
  )
}

function Settings({ model }: { readonly model: ModelDetailWire }): ReactElement {
  const { t } = useLanguage()
  const settings = Object.entries(model.settings).filter(([, value]) => value !== null)
  return (
    <section className="sheet" aria-labelledby="settings-title">
      <h2 id="settings-title">{t('modelSettings')}</h2>
      <dl className="values exact">
        {settings.map(([name, value]) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd className="anywhere">
              {typeof value === 'object' ? <pre>{yamlOf(value).join('\n')}</pre> : String(value)}
            </dd>
          </div>
        ))}
      </dl>
      <p className="quiet small-text">{t('modelSettingsHint', { file: model.file })}</p>
    </section>
  )
}

/** As a file would say it; what is inside stands one step in. */
function yamlOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => `- ${yamlOf(one).join(', ')}`)
  if (typeof value !== 'object' || value === null) return [String(value)]
  return Object.entries(value).flatMap(([name, one]) => {
    const lines = yamlOf(one)
    return typeof one === 'object' && one !== null
      ? [`${name}:`, ...lines.map((line) => `  ${line}`)]
      : [`${name}: ${lines.join('')}`]
  })
}

const SHOWN_RUNS = 8

function Runs({ model }: { readonly model: ModelDetailWire }): ReactElement {
  const { t } = useLanguage()
  const { runs, shown, key } = model
  return (
    <section className="sheet" aria-labelledby="runs-title">
      <h2 id="runs-title">{t('modelRuns')}</h2>
      {runs.length === 0 && <p className="quiet">{t('modelNever')}</p>}
      <ol className="versions">
        {runs.slice(0, SHOWN_RUNS).map((run) => (
          <Run key={run.run} model={key} run={run} isShown={run.run === shown?.run} />
        ))}
      </ol>
    </section>
  )
}

function Run(props: {
  readonly model: string
  readonly run: ModelRunWire
  readonly isShown: boolean
}): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  const { model, run, isShown } = props
  const facts = [
    run.who === BY_SCHEDULE ? t('modelBySchedule') : run.who,
    ...(run.seconds === null ? [] : [format.duration(run.seconds)]),
    ...(run.n > 0 ? [t('modelFrom', { n: format.number(run.n) })] : []),
    ...(run.scored ? [t('modelWritten', { n: format.number(run.written) })] : []),
  ]
  return (
    <li className="version" data-run={run.run}>
      <p>
        <a
          href={address(['models', model], { run: String(run.run) })}
          {...(isShown ? { 'aria-current': 'true' as const } : {})}
        >
          {format.dateTime(run.startedAt)}
        </a>
        <RunBadge run={run} />
      </p>
      <p className="quiet small-text">{facts.join(' · ')}</p>
      {run.error !== null && <p className="small-text">{run.error.message}</p>}
    </li>
  )
}

function Found({ model }: { readonly model: ModelDetailWire }): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  const { report, shown, key, timeZone, currency } = model
  if (report === null || shown === null) {
    return (
      <section className="sheet">
        <Empty title={t('reportFindings')}>
          <p>{t('modelNoRun')}</p>
        </Empty>
      </section>
    )
  }
  const save = (name: string): void => {
    const table = report.tables.find((one) => one.name === name)
    if (table !== undefined) saveTable(table, `${key}-${name}`)
  }
  return (
    <>
      <p className="quiet small-text" data-shown-run={shown.run}>
        {t('modelShownRun', { date: format.dateTime(shown.startedAt) })}
      </p>
      <ReportBody
        report={{ ...report, timeZone, currency, parameters: {} }}
        id={`run-${shown.run}`}
        save={save}
      />
    </>
  )
}
