/** The tree of an explanation: each condition with its truth, the values compared and the events behind them. */
import type { ReactElement } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { inLocale } from '../../core/base/index.ts'
import type { ExplanationWire } from '../../core/contract/index.ts'
import type { Evidence, ExplainedNode, ExplainedValue } from '../../core/segment/index.ts'
import { useExplanation, useOverview } from '../data.ts'
import { DefinitionText } from '../editor/definition-text.tsx'
import { useFormat } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { useLanguage } from '../parts/language.tsx'
import { Problem, Skeleton } from '../parts/problem.tsx'
import { Scroll } from '../parts/scroll.tsx'

/** Asks and shows. */
export function ExplanationOf(props: {
  readonly customer: string
  readonly segment: string
}): ReactElement {
  const { data, error, refetch } = useExplanation(props.customer, props.segment)
  if (error) return <Problem error={error} retry={() => void refetch()} />
  return data === undefined ? <Skeleton lines={5} /> : <Verdict explanation={data} />
}

function Verdict({ explanation }: { readonly explanation: ExplanationWire }): ReactElement {
  const { t, locale } = useLanguage()
  const format = useFormat()
  const segments = useOverview().data?.segments
  const { member, customerId, segment, root, asOf } = explanation
  const found = segments?.find((s) => s.key === segment)
  const name = (found && inLocale(found.name, locale)) || segment
  return (
    <div className="stack" data-member={member}>
      <div className="verdict" data-member={member}>
        <Icon name={member ? 'check' : 'cross'} />
        <div>
          <h2>{t(member ? 'isMember' : 'isNotMember', { customer: customerId, segment: name })}</h2>
          <p className="quiet small-text">{t('asOf', { date: format.dateTime(asOf) })}</p>
          <Outlook explanation={explanation} />
        </div>
      </div>
      <ul className="tree">
        <Node node={root} />
      </ul>
    </div>
  )
}

/** Why, since when and until when, and what would change it: short enough to be read to the customer. */
function Outlook({ explanation }: { readonly explanation: ExplanationWire }): ReactElement {
  const { t } = useLanguage()
  const { reason, since, until, change, standing } = explanation
  const isEdited =
    standing.version !== null && ['changed', 'broken', 'removed'].includes(standing.pending)
  const time = [since.sentence, until?.sentence ?? ''].filter((one) => one !== '').join(' ')
  return (
    <>
      <dl className="outlook">
        <dt>{t('explainWhy')}</dt>
        <dd>{reason}</dd>
        {time !== '' && <dt>{t('explainTime')}</dt>}
        {time !== '' && <dd>{time}</dd>}
        <dt>{t('explainChange')}</dt>
        <dd>{change.sentence}</dd>
      </dl>
      {isEdited && <p className="quiet small-text">{t('explainEdited')}</p>}
    </>
  )
}

function Node({ node }: { readonly node: ExplainedNode }): ReactElement {
  const { t } = useLanguage()
  const { truth, decisive, sentence, children, kind } = node
  return (
    <li className="node" data-truth={truth} data-decisive={decisive}>
      <div className="node-line">
        <span className="truth">
          <Icon name={truth ? 'check' : 'cross'} />
          <span className="visually-hidden">{t(truth ? 'met' : 'notMet')}</span>
        </span>
        <div>
          <p>
            {sentence}{' '}
            {decisive && kind === 'leaf' && <span className="badge good">{t('decisive')}</span>}
          </p>
          {kind === 'leaf' && <Leaf node={node} />}
        </div>
      </div>
      {children.length > 0 && (
        <ul>
          {children.map((child) => (
            <Node key={child.node} node={child} />
          ))}
        </ul>
      )}
    </li>
  )
}

/** Details of a leaf are folded away: the sentence says the essential. */
function Leaf({ node }: { readonly node: ExplainedNode }): ReactElement {
  const { t } = useLanguage()
  const { evidence, text } = node
  // What the definition itself says stands in its text already.
  const values = node.values.filter((v) => !v.written)
  return (
    <Disclosure className="fold">
      <Heading level={3}>
        <Button slot="trigger" className="fold-button">
          <Icon name="next" />
          {t('details')}
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className="stack tight">
          <DefinitionText text={text} />
          {values.length > 0 && <Values values={values} />}
          {evidence.map((e) => (
            <EvidenceTable key={e.text} evidence={e} />
          ))}
        </div>
      </DisclosurePanel>
    </Disclosure>
  )
}

function Values({ values }: { readonly values: readonly ExplainedValue[] }): ReactElement {
  return (
    <dl className="values">
      {values.map((v) => (
        <div key={v.text}>
          <dt className="mono">{v.text}</dt>
          <dd>{v.shown}</dd>
        </div>
      ))}
    </dl>
  )
}

function EvidenceTable({ evidence }: { readonly evidence: Evidence }): ReactElement | null {
  const { t, locale } = useLanguage()
  const { events, total } = evidence
  if (events.length === 0) return null
  return (
    <Scroll label={t('evidence')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('evidence')}</th>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('idWord')}</th>
            <th scope="col">{t('details')}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((e, i) => (
            <tr key={`${e.id} ${i}`}>
              <td>{inLocale(e.label, locale) || e.event}</td>
              <td className="nowrap">{e.atShown}</td>
              <td className="mono">{e.id}</td>
              <td>
                {e.properties
                  .map((p) => `${inLocale(p.label, locale) || p.name}: ${p.shown}`)
                  .join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > events.length && (
        <p className="quiet small-text">{t('evidenceMore', { shown: events.length, total })}</p>
      )}
    </Scroll>
  )
}
