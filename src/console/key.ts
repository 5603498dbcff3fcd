/** The access key: taken out of the address at once, kept for this tab only. */
const SLOT = 'tessera.key'

/** Moves `#key=...` from the address into the tab's session, so that it is not shared by copying the address. */
export function takeKeyFromAddress(): void {
  const found = /[#&]key=([^&]+)/.exec(location.hash)?.[1]
  if (found === undefined) return
  keepKey(decodeURIComponent(found))
  history.replaceState(null, '', `${location.pathname}${location.search}#/`)
}

/** Keeps a key typed by hand. */
export function keepKey(key: string): void {
  sessionStorage.setItem(SLOT, key)
}

/** The key of this tab, or null when the page was opened without one. */
export function readKey(): string | null {
  return sessionStorage.getItem(SLOT)
}
