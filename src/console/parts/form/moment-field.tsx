/** A date and time on the programme's calendar. */
import type { ZonedDateTime } from '@internationalized/date'
import type { ReactElement } from 'react'
import { DateField, DateInput, DateSegment, Label } from 'react-aria-components'

/** The field; moments after `latest` are marked as wrong. */
export function MomentField(props: {
  readonly label: string
  readonly value: ZonedDateTime | null
  readonly latest: ZonedDateTime
  readonly onChange: (moment: ZonedDateTime | null) => void
}): ReactElement {
  return (
    <DateField
      className="field"
      granularity="minute"
      hideTimeZone
      value={props.value}
      maxValue={props.latest}
      onChange={props.onChange}
    >
      <Label className="label">{props.label}</Label>
      <DateInput className="input date-input">
        {(segment) => <DateSegment segment={segment} className="date-part" />}
      </DateInput>
    </DateField>
  )
}
