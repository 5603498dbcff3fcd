/** The frame around every scene: brand, menu, language, theme, help. */
import {
  useEffect,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react'
import { Button } from 'react-aria-components'
import { LOCALES, toLocale } from '../../core/base/index.ts'
import { useOverview } from '../data.ts'
import { address, useRoute } from '../router.ts'
import { LANGUAGE_NAMES } from '../words/words.ts'
import { Choice } from './choice.tsx'
import { FreshnessAlarm } from './fresh.tsx'
import { Help } from './help.tsx'
import { Icon, Mark, type IconName } from './icon.tsx'
import { useLanguage } from './language.tsx'
import { useLiveCounts } from './live.ts'
import { readTheme, setTheme, type Theme } from './theme.ts'

/** Header with the menu, then the scene; the scene's heading takes the focus when the address changes. */
export function Frame({ children }: { readonly children: ReactNode }): ReactElement {
  const { t } = useLanguage()
  const { path } = useRoute()
  const main = useRef<HTMLElement>(null)
  const [helpOpen, setHelpOpen] = useState(false)
  const place = path.join('/')
  useFocusOnArrival(main, place)
  useLiveCounts()
  return (
    <div className="frame">
      <a
        className="skip"
        href="#content"
        onClick={(e) => {
          // The address belongs to the router, so the jump is made by hand.
          e.preventDefault()
          main.current?.focus()
        }}
      >
        {t('skip')}
      </a>
      <header className="masthead">
        <Brand />
        <Menu place={place} />
        <div className="tools">
          <LanguageChoice />
          <div className="icon-only">
            <ThemeChoice />
          </div>
          <Button className="icon-button" aria-label={t('help')} onPress={() => setHelpOpen(true)}>
            <Icon name="help" />
          </Button>
        </div>
      </header>
      <FreshnessAlarm />
      <main id="content" ref={main} tabIndex={-1}>
        {children}
      </main>
      <Help isOpen={helpOpen} onOpenChange={setHelpOpen} />
    </div>
  )
}

function useFocusOnArrival(main: RefObject<HTMLElement | null>, place: string): void {
  const previous = useRef(place)
  useEffect(() => {
    if (previous.current === place) return
    previous.current = place
    scrollTo(0, 0)
    main.current?.focus({ preventScroll: true })
  }, [main, place])
}

function Brand(): ReactElement {
  const { t } = useLanguage()
  const overview = useOverview().data
  return (
    <a className="brand" href={address([])}>
      <Mark />
      <span className="brand-name">Tessera</span>
      {overview && <span className="brand-programme">{overview.name}</span>}
      {overview?.synthetic === true && (
        <span className="badge" title={t('syntheticHint')}>
          {t('synthetic')}
        </span>
      )}
    </a>
  )
}

function Menu({ place }: { readonly place: string }): ReactElement {
  const { t } = useLanguage()
  const entries: readonly [string, IconName, string][] = [
    ['', 'overview', t('navOverview')],
    ['understand', 'understand', t('navUnderstand')],
    ['templates', 'template', t('navTemplates')],
    ['changes', 'edit', t('navChanges')],
    ['lists', 'list', t('navLists')],
    ['live', 'live', t('navLive')],
    ['import', 'import', t('navImport')],
    ['explain', 'explain', t('navExplain')],
  ]
  const isSegment = place.startsWith('segments') || place.startsWith('new')
  const [room = ''] = place.split('/')
  // Models belong to what helps to understand, and have no entry of their own.
  const current = isSegment ? '' : room === 'models' ? 'understand' : room
  const at = entries.findIndex(([path]) => path === current)
  const menu = useRef<HTMLElement>(null)
  useEffect(() => {
    // On a phone the menu is longer than the page is wide.
    const here = menu.current?.children[at]
    if (menu.current === null || !(here instanceof HTMLElement)) return
    menu.current.scrollLeft = here.offsetLeft - (menu.current.clientWidth - here.offsetWidth) / 2
  }, [at])
  return (
    <nav ref={menu} className="menu" aria-label={t('navigation')}>
      {entries.map(([path, icon, label]) => (
        <a
          key={path}
          href={address(path === '' ? [] : [path])}
          {...(current === path ? { 'aria-current': 'page' as const } : {})}
        >
          <Icon name={icon} />
          <span>{label}</span>
        </a>
      ))}
    </nav>
  )
}

function LanguageChoice(): ReactElement {
  const { t, locale, setLocale } = useLanguage()
  return (
    <Choice
      bare
      icon="globe"
      label={t('language')}
      value={locale}
      options={LOCALES.map((id) => ({ id, label: LANGUAGE_NAMES[id] }))}
      onChange={(id) => setLocale(toLocale(id))}
    />
  )
}

function ThemeChoice(): ReactElement {
  const { t } = useLanguage()
  const [theme, show] = useState<Theme>(readTheme)
  const labels = { system: t('themeSystem'), light: t('themeLight'), dark: t('themeDark') }
  return (
    <Choice
      bare
      icon="moon"
      label={t('theme')}
      value={theme}
      options={(['system', 'light', 'dark'] as const).map((id) => ({ id, label: labels[id] }))}
      onChange={(id) => {
        const next = id === 'light' || id === 'dark' ? id : 'system'
        setTheme(next)
        show(next)
      }}
    />
  )
}
