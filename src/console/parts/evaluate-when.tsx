/** As of which moment to evaluate: now, the end of the last day with data, or any other. */
import { parseAbsolute, type ZonedDateTime } from '@internationalized/date'
import { useState, type ReactElement } from 'react'
import { Button, Heading, Radio, RadioGroup } from 'react-aria-components'
import { useOverview } from '../data.ts'
import { useFormat } from './format.ts'
import { useLanguage } from './language.tsx'
import { MomentField } from './form/moment-field.tsx'
import { dataEnd, pastMoment } from './moment.ts'

type When = 'now' | 'last-day' | 'moment'

/** What is chosen, and as what the server is asked: nothing for now, a day for its end, or an instant. */
function useWhen() {
  const overview = useOverview().data
  const zone = overview?.timeZone ?? 'UTC'
  const [now] = useState(() => Date.now())
  const end = overview === undefined ? undefined : dataEnd(overview, now)
  const past = pastMoment(overview?.snapshot)
  const [when, setWhen] = useState<When>(() =>
    past !== undefined ? 'moment' : end?.isOld === true ? 'last-day' : 'now',
  )
  const [moment, setMoment] = useState<ZonedDateTime | null>(() =>
    parseAbsolute(past ?? end?.at ?? new Date(now).toISOString(), zone).set({
      second: 0,
      millisecond: 0,
    }),
  )
  const latest = parseAbsolute(new Date(now).toISOString(), zone)
  const isComplete = when !== 'moment' || (moment !== null && moment.compare(latest) <= 0)
  const asOf = when === 'now' ? undefined : when === 'last-day' ? end?.day : asked(moment, past)
  return { zone, end, when, setWhen, moment, setMoment, latest, isComplete, asOf }
}

/** The field shows minutes; a moment that nobody changed is asked again to the millisecond. */
function asked(moment: ZonedDateTime | null, past: string | undefined): string | undefined {
  const text = moment?.toAbsoluteString()
  return past !== undefined && text?.slice(0, 16) === past.slice(0, 16) ? past : text
}

/** The form in the menu beside the button. */
export function EvaluateWhen(props: {
  readonly onStart: (asOf: string | undefined) => void
}): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  const { zone, end, when, setWhen, moment, setMoment, latest, isComplete, asOf } = useWhen()
  const options: readonly (readonly [When, string])[] = [
    ['now', t('whenNow')],
    ...(end === undefined
      ? []
      : [['last-day', t('whenLastDay', { date: format.date(end.at) })] as const]),
    ['moment', t('whenMoment')],
  ]
  return (
    <form
      className="stack tight"
      onSubmit={(e) => {
        e.preventDefault()
        if (isComplete) props.onStart(asOf)
      }}
    >
      <Heading slot="title" level={2}>
        {t('evaluateWhen')}
      </Heading>
      <RadioGroup
        className="radios"
        aria-label={t('evaluateWhen')}
        value={when}
        onChange={(id) => setWhen(options.find(([option]) => option === id)?.[0] ?? 'now')}
      >
        {options.map(([id, label]) => (
          <Radio key={id} value={id} className="radio">
            <span className="radio-mark" />
            {label}
          </Radio>
        ))}
      </RadioGroup>
      {when === 'moment' && (
        <MomentField
          label={t('whenField', { zone })}
          value={moment}
          latest={latest}
          onChange={setMoment}
        />
      )}
      <p className="hint">{t('whenHint')}</p>
      <Button type="submit" className="button primary" isDisabled={!isComplete}>
        {t('evaluateThen')}
      </Button>
    </form>
  )
}
