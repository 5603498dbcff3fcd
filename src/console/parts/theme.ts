/** Light, dark or as the system says; remembered, and set before the first paint. */
const SLOT = 'tessera.theme'

/** The reader's wish. */
export type Theme = 'system' | 'light' | 'dark'

/** The wish kept from last time. */
export function readTheme(): Theme {
  const kept = localStorage.getItem(SLOT)
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}

/** Keeps the wish and shows it; style sheets read `data-theme`. */
export function setTheme(theme: Theme): void {
  localStorage.setItem(SLOT, theme)
  showTheme(theme)
}

/** Marks the page with the theme. */
export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}
