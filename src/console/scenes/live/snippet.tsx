/** How to send a first event with the library that most people have already. */
import type { ReactElement } from 'react'
import { useCatalogue } from '../../data.ts'
import { Copyable } from '../../parts/form/copyable.tsx'
import { useLanguage } from '../../parts/language.tsx'
import { sampleProperties } from './sample-event.ts'

/** Written for this programme: its address, and the event that counts as buying. */
export function Snippet(): ReactElement {
  const { t } = useLanguage()
  const events = Object.values(useCatalogue().data?.catalogue.events ?? {})
  const event = events.find((e) => e.role === 'purchase') ?? events[0]
  const sample = event === undefined ? '' : sampleProperties(event)
  const properties = sample === '' ? '' : `\n  properties: ${sample},`
  const text = `npm install @segment/analytics-node

import { Analytics } from '@segment/analytics-node'

const analytics = new Analytics({
  writeKey: 'wk_…',
  host: '${location.origin}',
})
analytics.track({
  userId: 'C-1042',
  event: '${event?.name ?? 'purchase'}',
  messageId: 'order-77',${properties}
})
await analytics.closeAndFlush()`
  return (
    <section className="sheet" aria-labelledby="snippet-title">
      <h2 id="snippet-title">{t('snippetTitle')}</h2>
      <p className="quiet small-text">{t('snippetIntro')}</p>
      <Copyable text={text} />
    </section>
  )
}
