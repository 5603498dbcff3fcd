/** The reader's language: chosen once, remembered, given to every part below. */
import {
  createContext,
  use,
  useEffect,
  useMemo,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react'
import { I18nProvider } from 'react-aria-components'
import { LOCALES, toLocale, type Locale } from '../../core/base/index.ts'
import { counter, translator, type Count, type Translate } from '../words/words.ts'

const SLOT = 'tessera.language'

/** The language with its text functions: `t` for texts, `n` for texts that depend on how many. */
export interface Language {
  readonly locale: Locale
  readonly t: Translate
  readonly n: Count
  readonly setLocale: (locale: Locale) => void
}

const LanguageContext = createContext<Language | null>(null)

function firstLocale(): Locale {
  const kept = LOCALES.find((l) => l === localStorage.getItem(SLOT))
  return kept ?? toLocale(navigator.language)
}

/** Sets `lang` on the page and the locale of React Aria along with ours. */
export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [locale, setLocale] = useState<Locale>(firstLocale)
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  const language = useMemo<Language>(
    () => ({
      locale,
      t: translator(locale),
      n: counter(locale),
      setLocale: (next) => {
        localStorage.setItem(SLOT, next)
        setLocale(next)
      },
    }),
    [locale],
  )
  return (
    <LanguageContext value={language}>
      <I18nProvider locale={locale}>{children}</I18nProvider>
    </LanguageContext>
  )
}

/** The language around this part. */
export function useLanguage(): Language {
  const language = use(LanguageContext)
  if (language === null) throw new Error('LanguageProvider is missing')
  return language
}
