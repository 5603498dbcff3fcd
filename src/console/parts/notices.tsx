/** Short messages at the foot of the page, read out politely, each with at most one action such as undo. */
import {
  createContext,
  use,
  useCallback,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react'
import { Button } from 'react-aria-components'
import { Icon } from './icon.tsx'
import { useLanguage } from './language.tsx'

/** A message; without an action it leaves by itself. */
export interface Notice {
  readonly text: string
  readonly tone?: 'good' | 'bad'
  readonly action?: { readonly label: string; readonly run: () => void }
}

type Shown = Notice & { readonly id: number }

const NoticeContext = createContext<(notice: Notice) => void>(() => undefined)

/** Says something without taking the focus. */
export function useNotify(): (notice: Notice) => void {
  return use(NoticeContext)
}

/** Undo must stay reachable by people who read slowly or move by keyboard. */
const SECONDS = { plain: 6, action: 30 }

/** Holds the messages; the live region is always there, so that readers announce what is put into it. */
export function NoticeProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const { t } = useLanguage()
  const [shown, setShown] = useState<readonly Shown[]>([])
  const nextId = useRef(0)
  const hide = useCallback((id: number) => setShown((all) => all.filter((s) => s.id !== id)), [])
  const notify = useCallback(
    (notice: Notice) => {
      const id = ++nextId.current
      setShown((all) => [...all.slice(-2), { ...notice, id }])
      setTimeout(() => hide(id), (notice.action ? SECONDS.action : SECONDS.plain) * 1000)
    },
    [hide],
  )
  const context = useMemo(() => notify, [notify])
  return (
    <NoticeContext value={context}>
      {children}
      <section className="notices" aria-label={t('notices')} aria-live="polite">
        {shown.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} hide={() => hide(notice.id)} />
        ))}
      </section>
    </NoticeContext>
  )
}

function NoticeCard(props: { readonly notice: Notice; readonly hide: () => void }): ReactElement {
  const { t } = useLanguage()
  const { notice, hide } = props
  return (
    <div className="notice" data-tone={notice.tone ?? 'good'}>
      <Icon name={notice.tone === 'bad' ? 'warning' : 'check'} />
      <span>{notice.text}</span>
      {notice.action && (
        <Button
          className="button small"
          onPress={() => {
            notice.action?.run()
            hide()
          }}
        >
          {notice.action.label}
        </Button>
      )}
      <Button className="icon-button" aria-label={t('dismiss')} onPress={hide}>
        <Icon name="cross" />
      </Button>
    </div>
  )
}
