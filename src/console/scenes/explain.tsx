/** The lookup: one customer, one segment, the whole reason. */
import { useState, type ReactElement } from 'react'
import { Button, Form } from 'react-aria-components'
import { inLocale } from '../../core/base/index.ts'
import { useOverview } from '../data.ts'
import { Choice, TextInput } from '../parts/choice.tsx'
import { useLanguage } from '../parts/language.tsx'
import { Skeleton } from '../parts/problem.tsx'
import { address, go } from '../router.ts'
import { ExplanationOf } from './explanation.tsx'
import { Merges } from './merges.tsx'

/** The address holds the question, so that it can be shared and gone back to. */
export function ExplainScene(props: {
  readonly customer: string
  readonly segment: string
}): ReactElement {
  const { t, locale } = useLanguage()
  const segments = useOverview().data?.segments
  const [customer, setCustomer] = useState(props.customer)
  const [chosen, setChosen] = useState(props.segment)
  if (segments === undefined) return <Skeleton lines={4} />
  const segment = chosen === '' ? (segments[0]?.key ?? '') : chosen
  return (
    <>
      <div className="head-text">
        <h1>{t('explainTitle')}</h1>
        <p className="quiet">{t('explainIntro')}</p>
      </div>
      <section className="sheet">
        <Form
          className="row end question"
          onSubmit={(e) => {
            e.preventDefault()
            go(address(['explain'], { customer: customer.trim(), segment }))
          }}
        >
          <TextInput label={t('customerId')} value={customer} onChange={setCustomer} mono />
          <Choice
            label={t('segmentName')}
            value={segment}
            options={segments.map((s) => ({ id: s.key, label: inLocale(s.name, locale) || s.key }))}
            onChange={setChosen}
          />
          <Button type="submit" className="button primary" isDisabled={customer.trim() === ''}>
            {t('explainNow')}
          </Button>
        </Form>
      </section>
      {props.customer !== '' && (
        <section className="sheet" aria-live="polite">
          <ExplanationOf customer={props.customer} segment={props.segment} />
        </section>
      )}
      {props.customer !== '' && <Merges key={props.customer} customer={props.customer} />}
    </>
  )
}
