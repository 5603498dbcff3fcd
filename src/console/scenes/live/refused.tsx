/** Messages that were refused, each with its reasons and, on demand, what it said. */
import type { ReactElement } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import type { RefusedArrivalWire } from '../../../core/contract/index.ts'
import { useFormat } from '../../parts/format.ts'
import { Icon } from '../../parts/icon.tsx'
import { useLanguage } from '../../parts/language.tsx'

/** Newest first. */
export function Refused(props: { readonly refused: readonly RefusedArrivalWire[] }): ReactElement {
  const { t } = useLanguage()
  const { refused } = props
  return (
    <section className="sheet" aria-labelledby="refused-title">
      <h2 id="refused-title">{t('refusedTitle')}</h2>
      {refused.length === 0 && <p className="quiet">{t('refusedNone')}</p>}
      <ol className="versions">
        {refused.map((one) => (
          <One key={one.id} refused={one} />
        ))}
      </ol>
    </section>
  )
}

function One({ refused }: { readonly refused: RefusedArrivalWire }): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  const { type, name, receivedAt, messageId, issues, body } = refused
  return (
    <li className="version" data-refused>
      <p>
        <strong>{[type, name].filter((x) => x !== '').join(' · ')}</strong>{' '}
        <span className="quiet small-text">
          {format.clock(receivedAt)} · <span className="mono anywhere">{messageId}</span>
        </span>
      </p>
      <ul className="issues">
        {issues.map((issue) => (
          <li key={`${issue.code} ${issue.pointer}`} data-severity={issue.severity}>
            <span>{issue.message}</span>
            {issue.pointer !== '' && <code>{issue.pointer}</code>}
          </li>
        ))}
      </ul>
      <Disclosure className="fold">
        <Heading level={3}>
          <Button slot="trigger" className="fold-button">
            <Icon name="next" />
            {t('refusedBody')}
          </Button>
        </Heading>
        <DisclosurePanel>
          <pre className="code">{pretty(body)}</pre>
        </DisclosurePanel>
      </Disclosure>
    </li>
  )
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
