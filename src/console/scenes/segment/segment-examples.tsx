/** The examples a segment file carries, tried now. */
import type { ReactElement } from 'react'
import type { TestWire } from '../../../core/contract/index.ts'
import { useAsk } from '../../data.ts'
import { Icon } from '../../parts/icon.tsx'
import { useLanguage } from '../../parts/language.tsx'
import { Issues, Problem, Skeleton } from '../../parts/problem.tsx'

/** Each example with whether it holds, and why not. */
export function Examples({ segment }: { readonly segment: string }): ReactElement {
  const { t } = useLanguage()
  const path = `/segments/${encodeURIComponent(segment)}/examples`
  const { data, error, refetch } = useAsk<TestWire>('examples', path)
  // Files of models have a page that says what is wrong with them.
  const errors =
    data?.issues.filter(
      ({ severity, at }) =>
        severity === 'error' && !(at?.kind === 'file' && at.file.startsWith('models/')),
    ) ?? []
  return (
    <section className="sheet" aria-labelledby="own-examples-title">
      <h2 id="own-examples-title">{t('examplesTitle')}</h2>
      {error && <Problem error={error} retry={() => void refetch()} />}
      {data === undefined && !error && <Skeleton lines={3} />}
      {data?.examples.length === 0 && (
        <>
          <p className="quiet">{t('examplesNone')}</p>
          <pre className="code">{SAMPLE}</pre>
        </>
      )}
      {data && data.examples.length > 0 && (
        <p className={data.failed > 0 ? 'warm' : 'good'}>
          {t('examplesSum', { passed: data.passed, failed: data.failed })}
        </p>
      )}
      <ul className="tree">
        {data?.examples.map(({ title, member, passed, reason }) => (
          <li key={title} className="node" data-truth={passed}>
            <div className="node-line">
              <span className="truth">
                <Icon name={passed ? 'check' : 'cross'} />
                <span className="visually-hidden">
                  {t(passed ? 'examplePassed' : 'exampleFailed')}
                </span>
              </span>
              <div>
                <p>
                  {title} <span className="quiet">· {t(member ? 'exampleIn' : 'exampleOut')}</span>
                </p>
                {!passed && reason !== '' && <p className="small-text warm">{reason}</p>}
              </div>
            </div>
          </li>
        ))}
      </ul>
      {errors.length > 0 && <Issues issues={errors} />}
    </section>
  )
}

/** How an example is written; the names are those of the usual catalogue. */
const SAMPLE = `examples:
  - in: bought twice, nothing since March
    asOf: 2026-06-30
    events:
      - { event: purchase, at: 2026-01-10 }
      - { event: purchase, at: 2026-03-02 }
  - out: bought last week
    asOf: 2026-06-30
    events:
      - { event: purchase, at: 2026-06-24 }`
