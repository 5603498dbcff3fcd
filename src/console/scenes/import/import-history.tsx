/** The imports so far, newest first, with the way to what they set aside. */
import type { ReactElement } from 'react'
import { useImports } from '../../data.ts'
import { useFormat } from '../../parts/format.ts'
import { useLanguage } from '../../parts/language.tsx'
import { Problem, Skeleton } from '../../parts/problem.tsx'
import { Scroll } from '../../parts/scroll.tsx'
import { address } from '../../router.ts'
import type { Word } from '../../words/word.ts'
import type { Translate } from '../../words/words.ts'

/** A table, or the word that there is none yet. */
export function ImportHistory(): ReactElement {
  const { t } = useLanguage()
  const { data, error } = useImports()
  return (
    <section className="sheet" aria-labelledby="history-title">
      <h2 id="history-title">{t('history')}</h2>
      {error && <Problem error={error} />}
      {data === undefined && !error && <Skeleton lines={3} />}
      {data?.length === 0 && <p className="quiet">{t('historyEmpty')}</p>}
      {data !== undefined && data.length > 0 && <HistoryTable />}
    </section>
  )
}

const STATE_WORDS: Readonly<Record<string, Word>> = {
  staged: 'stateStaged',
  publishing: 'stateStaged',
  failed: 'stateFailed',
  cancelled: 'stateCancelled',
  'dry-run': 'rehearse',
}

function stateOf(state: string, t: Translate): string {
  const word = STATE_WORDS[state]
  return word === undefined ? state : t(word)
}

function HistoryTable(): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  const imports = (useImports().data ?? []).toSorted((a, b) => b.id - a.id)
  return (
    <Scroll label={t('history')}>
      <table className="history-table">
        <thead>
          <tr>
            <th scope="col">{t('file')}</th>
            <th scope="col">{t('started')}</th>
            <th scope="col" className="number">
              {t('read')}
            </th>
            <th scope="col" className="number">
              {t('accepted')}
            </th>
            <th scope="col" className="number">
              {t('rejected')}
            </th>
          </tr>
        </thead>
        <tbody>
          {imports.map((i) => (
            <tr key={i.id}>
              <th scope="row">
                {i.file}
                {i.state !== 'done' && <span className="badge warm">{stateOf(i.state, t)}</span>}
              </th>
              <td className="quiet nowrap">{format.dateTime(i.startedAt)}</td>
              <td className="number" data-label={t('read')}>
                {format.number(i.read)}
              </td>
              <td className="number" data-label={t('accepted')}>
                {format.number(i.accepted)}
              </td>
              <td className="number" data-label={t('rejected')}>
                {i.hasQuarantine ? (
                  <a
                    href={address(['import', String(i.id)])}
                    aria-label={`${t('labelled', { label: t('quarantineOf', { file: i.file }) })} ${format.number(i.rejected)}`}
                  >
                    {format.number(i.rejected)}
                  </a>
                ) : (
                  format.number(i.rejected)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
