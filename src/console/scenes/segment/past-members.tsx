/** Members at a moment of the past in two readings, and why these differ. */
import { parseAbsolute, type ZonedDateTime } from '@internationalized/date'
import { useState, type ReactElement } from 'react'
import { Button, Form, Label, Radio, RadioGroup } from 'react-aria-components'
import type { PastMembersWire, ReadingWire } from '../../../core/contract/index.ts'
import { saveBlob } from '../../api.ts'
import { useAsk, useOverview } from '../../data.ts'
import { toCsv } from '../../parts/csv.ts'
import { useFormat } from '../../parts/format.ts'
import { Icon } from '../../parts/icon.tsx'
import { useLanguage } from '../../parts/language.tsx'
import { useFreshness } from '../../parts/live.ts'
import { MomentField } from '../../parts/form/moment-field.tsx'
import { Problem, Skeleton } from '../../parts/problem.tsx'
import { address } from '../../router.ts'
import { Difference } from './past-difference.tsx'

const PAGE = '100'

interface Question {
  readonly asOf: string
  readonly reading: ReadingWire
}

/** The question, then the answer; `onAsk` hears of the moment. */
export function PastMembers(props: {
  readonly segment: string
  readonly onAsk: (asOf: string) => void
}): ReactElement {
  const { t } = useLanguage()
  const zone = useOverview().data?.timeZone ?? 'UTC'
  const now = useFreshness().data?.now
  const [asked, setAsked] = useState<Question>()
  const [reading, setReading] = useState<ReadingWire>('held')
  const [moment, setMoment] = useState<ZonedDateTime | null>(null)
  if (now === undefined) return <Skeleton lines={3} />
  const latest = parseAbsolute(now, zone)
  const shown = moment ?? latest.subtract({ days: 1 }).set({ second: 0, millisecond: 0 })
  return (
    <>
      <Form
        className="row end question"
        onSubmit={(e) => {
          e.preventDefault()
          const asOf = shown.toAbsoluteString()
          setAsked({ asOf, reading })
          props.onAsk(asOf)
        }}
      >
        <MomentField
          label={t('pastDate', { zone })}
          value={shown}
          latest={latest}
          onChange={setMoment}
        />
        <Readings value={reading} onChange={setReading} />
        <Button type="submit" className="button primary" isDisabled={shown.compare(latest) > 0}>
          {t('pastShow')}
        </Button>
      </Form>
      {asked && <PastAnswer segment={props.segment} {...asked} />}
    </>
  )
}

function Readings(props: {
  readonly value: ReadingWire
  readonly onChange: (reading: ReadingWire) => void
}): ReactElement {
  const { t } = useLanguage()
  const options = [
    ['held', t('readHeld'), t('readHeldHint')],
    ['recomputed', t('readNow'), t('readNowHint')],
  ] as const
  return (
    <RadioGroup
      className="radios"
      value={props.value}
      onChange={(id) => props.onChange(id === 'recomputed' ? 'recomputed' : 'held')}
    >
      <Label className="label">{t('reading')}</Label>
      {options.map(([id, label, hint]) => (
        <Radio key={id} value={id} className="radio">
          <span className="radio-mark" />
          <span>
            {label}
            <span className="quiet small-text"> · {hint}</span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  )
}

function PastAnswer({
  segment,
  asOf,
  reading,
}: Question & { readonly segment: string }): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  const { data, error, refetch } = useAsk<PastMembersWire>(
    'past',
    `/segments/${encodeURIComponent(segment)}/past`,
    { query: { asOf, reading, explain: 'true', limit: PAGE } },
  )
  if (error) return <Problem error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton lines={5} />
  const { customerIds, total, at, heldAsOf, version, difference } = data
  return (
    <div className="stack tight" data-past={total}>
      <div className="row spread">
        <p>
          <strong>
            {t('pastResult', { count: format.number(total), date: format.dateTime(at) })}
          </strong>
          {reading === 'held' && heldAsOf !== null && (
            <span className="quiet small-text block">
              {t('heldAsOf', { date: format.clock(heldAsOf), version: version ?? 0 })}
            </span>
          )}
        </p>
        <Button
          className="button small"
          onPress={() => {
            const rows = [['customer'], ...customerIds.map((id) => [id])]
            saveBlob(
              new Blob([toCsv(rows)], { type: 'text/csv' }),
              `${segment}-${at.slice(0, 10)}.csv`,
            )
          }}
        >
          <Icon name="download" />
          {t('downloadCsv')}
        </Button>
      </div>
      {difference && <Difference difference={difference} />}
      <ul className="chips">
        {customerIds.map((customer) => (
          <li key={customer}>
            <a className="mono" href={address(['explain'], { customer, segment })}>
              {customer}
            </a>
          </li>
        ))}
      </ul>
      {total > customerIds.length && (
        <p className="quiet small-text">
          {t('evidenceMore', { shown: customerIds.length, total })}
        </p>
      )}
    </div>
  )
}
