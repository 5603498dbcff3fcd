/** The four languages of the product. */
export const LOCALES = ['en', 'pt-BR', 'es', 'fr'] as const
export type Locale = (typeof LOCALES)[number]

/** The nearest of our locales for a BCP 47 tag; English when none fits. */
export function toLocale(tag: string | undefined): Locale {
  const language = (tag ?? '').toLowerCase().split(/[-_.]/)[0]
  return LOCALES.find((l) => l.toLowerCase().split('-')[0] === language) ?? 'en'
}

/** Text in some of the four languages; `en` or any other is used where one is absent. */
export type LocalText = Readonly<Partial<Record<Locale, string>>>

/** The text in a locale, or in English, or in whatever there is. */
export function inLocale(text: LocalText, locale: Locale): string {
  return text[locale] ?? text.en ?? Object.values(text)[0] ?? ''
}
