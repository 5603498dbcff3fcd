/** Rows of the file: as they will be stored, and those that would be set aside. */
import type { ReactElement } from 'react'
import type { PreviewWire } from '../../../core/contract/index.ts'
import { useFormat } from '../../parts/format.ts'
import { useLanguage } from '../../parts/language.tsx'
import { Scroll } from '../../parts/scroll.tsx'

/** How typed rows write an instant: in UTC, to the millisecond. */
const STORED_INSTANT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/

/** The first typed rows, instants in the programme's time zone. */
export function SampleTable({ preview }: { readonly preview: PreviewWire }): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  const { header, rows } = preview.sample
  const isTyped = preview.questions.length === 0
  const shown = (cell: string): string =>
    isTyped && STORED_INSTANT.test(cell) ? format.clock(`${cell.replace(' ', 'T')}Z`) : cell
  return (
    <section className="sheet" aria-labelledby="sample-title">
      <h2 id="sample-title">{t('sample')}</h2>
      <Scroll label={t('sample')}>
        <table className="raw-table">
          <thead>
            <tr>
              {header.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={`${i} ${row.join('|')}`}>
                {row.map((cell, j) => (
                  <td key={header[j] ?? j}>{shown(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

/** A row that is not taken, with its line, column, reason and text. */
export interface Reject {
  readonly line: number
  readonly column: string
  readonly reason: string
  readonly raw: string
}

/** Rejects as a table; the text is shown as it stands in the file. */
export function Rejects({ rejects }: { readonly rejects: readonly Reject[] }): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  return (
    <Scroll label={t('quarantine')}>
      <table className="raw-table reject-table">
        <thead>
          <tr>
            <th scope="col" className="number">
              {t('line')}
            </th>
            <th scope="col">{t('column')}</th>
            <th scope="col">{t('reason')}</th>
            <th scope="col">{t('raw')}</th>
          </tr>
        </thead>
        <tbody>
          {rejects.map((r) => (
            <tr key={`${r.line} ${r.column} ${r.reason}`}>
              <td className="number">{format.number(r.line)}</td>
              <td>{r.column}</td>
              <td className="reason">{r.reason}</td>
              <td>
                <code>{r.raw}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** Rejects of the sample. */
export function RejectTable({ rejects }: { readonly rejects: readonly Reject[] }): ReactElement {
  const { t } = useLanguage()
  return (
    <section className="sheet attention">
      <h2>{t('rejectsPreview')}</h2>
      <Rejects rejects={rejects} />
    </section>
  )
}
