/** Events over time as a small area of bars, with the same figures as a table and as CSV. */
import { useState, type ReactElement } from 'react'
import { Button } from 'react-aria-components'
import { inLocale } from '../../core/base/index.ts'
import type { OverviewWire } from '../../core/contract/index.ts'
import { saveBlob } from '../api.ts'
import { Choice } from './choice.tsx'
import { toCsv } from './csv.ts'
import { useFormat } from './format.ts'
import { Icon } from './icon.tsx'
import { useLanguage } from './language.tsx'
import { Scroll } from './scroll.tsx'

interface Point {
  readonly start: string
  readonly count: number
}

const WIDTH = 640
const HEIGHT = 132

/** The activity of one kind of event, chosen by the reader; the most frequent one first. */
export function ActivityChart({ overview }: { readonly overview: OverviewWire }): ReactElement {
  const { t, locale } = useLanguage()
  const present = overview.events.filter((e) => overview.activity.some((a) => a.event === e.name))
  const [chosen, setChosen] = useState<string>()
  const [asTable, setAsTable] = useState(false)
  const event = chosen ?? present.toSorted((a, b) => b.count - a.count)[0]?.name ?? ''
  const points = overview.activity
    .filter((a) => a.event === event)
    .toSorted((a, b) => (a.start < b.start ? -1 : 1))
  const label = inLocale(present.find((e) => e.name === event)?.label ?? {}, locale) || event
  return (
    <figure className="chart">
      <div className="row spread">
        <Choice
          bare
          label={t('activityOf')}
          value={event}
          options={present.map((e) => ({ id: e.name, label: inLocale(e.label, locale) || e.name }))}
          onChange={setChosen}
        />
        <div className="row">
          <Button className="button small quiet" onPress={() => setAsTable(!asTable)}>
            {asTable ? t('showChart') : t('showTable')}
          </Button>
          <Button
            className="icon-button"
            aria-label={t('downloadCsv')}
            onPress={() => saveCsv(event, points)}
          >
            <Icon name="download" />
          </Button>
        </div>
      </div>
      {asTable ? (
        <PointTable points={points} label={label} />
      ) : (
        <Bars points={points} label={label} />
      )}
    </figure>
  )
}

function saveCsv(event: string, points: readonly Point[]): void {
  const rows = [['start', event], ...points.map((p) => [p.start, p.count])]
  saveBlob(new Blob([toCsv(rows)], { type: 'text/csv' }), `activity-${event}.csv`)
}

function Bars(props: { readonly points: readonly Point[]; readonly label: string }): ReactElement {
  const format = useFormat()
  const { points, label } = props
  const [at, setAt] = useState<number>()
  const most = Math.max(1, ...points.map((p) => p.count))
  const step = WIDTH / Math.max(1, points.length)
  const seen = at === undefined ? undefined : points[at]
  const first = points[0]
  const last = points.at(-1)
  const span = first && last ? `${format.date(first.start)} – ${format.date(last.start)}` : ''
  return (
    <>
      <div className="bars-frame">
        <svg
          className="bars"
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${label}, ${span}`}
          onPointerMove={(e) => {
            const box = e.currentTarget.getBoundingClientRect()
            setAt(Math.floor(((e.clientX - box.left) / box.width) * points.length))
          }}
          onPointerLeave={() => setAt(undefined)}
        >
          {points.map((point, i) => (
            <rect
              key={point.start}
              data-seen={i === at}
              x={i * step + step * 0.1}
              width={step * 0.8}
              y={HEIGHT - (point.count / most) * HEIGHT}
              height={(point.count / most) * HEIGHT}
            />
          ))}
        </svg>
        <span className="bars-most quiet small-text" aria-hidden="true">
          {format.compact(most)}
        </span>
      </div>
      <figcaption className="row spread quiet small-text">
        <span>{first && format.date(first.start)}</span>
        <strong>{seen && `${format.date(seen.start)}: ${format.number(seen.count)}`}</strong>
        <span>{last && format.date(last.start)}</span>
      </figcaption>
    </>
  )
}

function PointTable(props: {
  readonly points: readonly Point[]
  readonly label: string
}): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  const { points, label } = props
  return (
    <Scroll label={label} short>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('periodStart')}</th>
            <th scope="col" className="number">
              {label}
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map((p) => (
            <tr key={p.start}>
              <td>{format.date(p.start)}</td>
              <td className="number">{format.number(p.count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
