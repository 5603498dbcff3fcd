/** As of when a number is exact, and whether somebody keeps it up to date. */
import type { ReactElement } from 'react'
import type { FreshnessWire } from '../../core/contract/index.ts'
import type { TimeWord } from '../words/time.ts'
import { useFormat } from './format.ts'
import { Icon } from './icon.tsx'
import { useLanguage } from './language.tsx'
import { useFreshness } from './live.ts'

type Tone = 'live' | 'still' | 'late'

/** Below this a number that is kept counts as of now. */
const MOMENT_SECONDS = 60

function toneOf({ late, keeper, pinned }: FreshnessWire): Tone {
  if (late || keeper === 'failing') return 'late'
  return pinned || keeper === 'off' || keeper === 'idle' ? 'still' : 'live'
}

function stateWord({ pinned, keeper }: FreshnessWire): TimeWord {
  if (pinned) return 'freshPinned'
  if (keeper === 'standing-by') return 'freshStandby'
  if (keeper === 'idle') return 'freshIdle'
  return keeper === 'off' ? 'freshOff' : 'freshLive'
}

/** The watermark of the published numbers in words, with a dot: moving, still, or late. */
export function AsOf({ long }: { readonly long?: boolean }): ReactElement | null {
  const { t } = useLanguage()
  const format = useFormat()
  const { data } = useFreshness()
  if (data === undefined || data.watermark === null) return null
  const isBehind = !data.pinned && data.behindSeconds > MOMENT_SECONDS
  const state = isBehind
    ? t('freshBehind', { time: format.duration(data.behindSeconds) })
    : t(stateWord(data))
  const isSaid = long === true || isBehind || data.pinned
  return (
    <span className="as-of quiet small-text" data-tone={toneOf(data)} title={state}>
      <span className="pulse" aria-hidden="true" />
      <span>
        {t('asOf', { date: format.dateTime(data.watermark) })}
        {isSaid && ` · ${state}`}
        {!isSaid && <span className="visually-hidden"> ({state})</span>}
      </span>
    </span>
  )
}

/** Says loudly that numbers are late, that keeping them fails, or that nobody does. */
export function FreshnessAlarm(): ReactElement | null {
  const { t } = useLanguage()
  const format = useFormat()
  const { data } = useFreshness()
  if (data === undefined || data.watermark === null) return null
  const date = format.dateTime(data.watermark)
  const time = format.duration(Math.max(data.behindSeconds, data.clockBehindSeconds))
  const alarm = alarmOf(data)
  if (alarm === undefined) return null
  return (
    <div className="alarm" role="alert" data-alarm={alarm}>
      <Icon name="warning" />
      {alarm === 'late' && (
        <p>
          <strong>{t('alarmLate', { time })}</strong> {t('alarmLateBody', { date })}
        </p>
      )}
      {alarm === 'failing' && (
        <p>
          <strong>{t('alarmFailing')}</strong> {t('alarmFailingBody', { date })}{' '}
          {data.error !== null && <code>{data.error.message}</code>}
        </p>
      )}
      {alarm === 'off' && <p>{t('alarmOff', { date })}</p>}
      {alarm === 'clock' && <p>{t('alarmClock', { time })}</p>}
    </div>
  )
}

function alarmOf(data: FreshnessWire): 'failing' | 'late' | 'off' | 'clock' | undefined {
  if (data.pinned) return undefined
  if (data.keeper === 'failing') return 'failing'
  if (data.clockBehindSeconds > MOMENT_SECONDS) return 'clock'
  if (data.late) return 'late'
  return data.keeper === 'off' ? 'off' : undefined
}
