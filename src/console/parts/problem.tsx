/** What went wrong and what to do, and the placeholders shown before there is an answer. */
import type { ReactElement, ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { IssueWire } from '../../core/contract/index.ts'
import { ApiError } from '../api.ts'
import { Icon } from './icon.tsx'
import { useLanguage } from './language.tsx'
import type { Translate } from '../words/words.ts'

/** The words for an error of the network, the server or this page. */
export function messageOf(error: unknown, t: Translate): string {
  if (!(error instanceof ApiError)) return t('errorUnexpected')
  return error.status === 0 ? t('errorNetwork') : error.message
}

/** An error with its code and a way on. */
export function Problem(props: {
  readonly error: unknown
  readonly retry?: () => void
}): ReactElement {
  const { t } = useLanguage()
  const { error, retry } = props
  return (
    <div className="problem" role="alert">
      <Icon name="warning" />
      <div>
        <strong>{t('errorTitle')}</strong>
        <p>{messageOf(error, t)}</p>
        {error instanceof ApiError && error.issues.length > 0 && <Issues issues={error.issues} />}
        <p className="quiet small-text">
          {t('labelled', { label: t('code') })}{' '}
          <code>{error instanceof ApiError ? error.code : String(error)}</code>
        </p>
        {retry && (
          <Button className="button" onPress={retry}>
            {t('retry')}
          </Button>
        )}
      </div>
    </div>
  )
}

function placeOf(issue: IssueWire): string | undefined {
  if (issue.at?.kind === 'file') {
    return [issue.at.file, issue.at.line, issue.at.column].filter((x) => x !== undefined).join(':')
  }
  return issue.at?.kind === 'path' ? issue.at.path.join('.') : undefined
}

/** Issues of definitions or data, each with its place. */
export function Issues({ issues }: { readonly issues: readonly IssueWire[] }): ReactElement {
  return (
    <ul className="issues">
      {issues.map((issue) => (
        <li
          key={`${issue.code} ${issue.message} ${placeOf(issue) ?? ''}`}
          data-severity={issue.severity}
        >
          <span>{issue.message}</span>
          {placeOf(issue) !== undefined && <code>{placeOf(issue)}</code>}
        </li>
      ))}
    </ul>
  )
}

/** Grey bars in the place of what is on its way. */
export function Skeleton({ lines }: { readonly lines: number }): ReactElement {
  const { t } = useLanguage()
  return (
    <output className="skeleton" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} className="skeleton-line" />
      ))}
    </output>
  )
}

/** Says why a place is empty and what to do next. */
export function Empty(props: {
  readonly title: string
  readonly children: ReactNode
}): ReactElement {
  return (
    <div className="empty">
      <h3>{props.title}</h3>
      {props.children}
    </div>
  )
}
