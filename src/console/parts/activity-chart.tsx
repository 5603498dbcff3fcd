/** Events over time, of one kind that the reader chooses. */
import { useState, type ReactElement } from 'react'
import { inLocale } from '../../core/base/index.ts'
import type { OverviewWire } from '../../core/contract/index.ts'
import { PeriodChart } from './chart/period-chart.tsx'
import { Choice } from './choice.tsx'
import { useLanguage } from './language.tsx'

/** The activity of one kind of event; the most frequent one first. */
export function ActivityChart({ overview }: { readonly overview: OverviewWire }): ReactElement {
  const { t, locale } = useLanguage()
  const present = overview.events.filter((e) => overview.activity.some((a) => a.event === e.name))
  const [chosen, setChosen] = useState<string>()
  const event = chosen ?? present.toSorted((a, b) => b.count - a.count)[0]?.name ?? ''
  const label = inLocale(present.find((e) => e.name === event)?.label ?? {}, locale) || event
  const points = overview.activity
    .filter((a) => a.event === event)
    .toSorted((a, b) => (a.start < b.start ? -1 : 1))
    .map(({ start, count }) => ({ start, values: [count] }))
  return (
    <div className="activity">
      <Choice
        bare
        label={t('activityOf')}
        value={event}
        options={present.map((e) => ({ id: e.name, label: inLocale(e.label, locale) || e.name }))}
        onChange={setChosen}
      />
      <PeriodChart
        isBare
        id="activity-chart"
        file={`activity-${event}`}
        periods={{
          kind: 'bars',
          title: label,
          period: t('periodStart'),
          step: areMonths(points) ? 'month' : 'day',
          series: [label],
          points,
        }}
      />
    </div>
  )
}

const LEAST_MONTH_MS = 27 * 86_400_000

/** Periods that begin a month apart. */
function areMonths(points: readonly { readonly start: string }[]): boolean {
  const starts = points.map(({ start }) => Date.parse(start))
  return (
    starts.length > 1 &&
    starts.every((at, i) => i === 0 || at - (starts[i - 1] ?? 0) > LEAST_MONTH_MS)
  )
}
