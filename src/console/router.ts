/** Addresses of the console: `#/segments/vip?x=1`, so that any static server can send the page. */
import { useSyncExternalStore } from 'react'

/** Where the reader is. */
export interface Route {
  readonly path: readonly string[]
  readonly query: URLSearchParams
}

/** Builds an address; path parts are escaped, absent query values left out. */
export function address(
  path: readonly string[],
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value)
  const text = search.toString()
  return `#/${path.map(encodeURIComponent).join('/')}${text === '' ? '' : `?${text}`}`
}

/** Goes to an address made by `address`. */
export function go(to: string): void {
  location.hash = to
}

/** Reads an address; a malformed escape is kept as it is written. */
export function readRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  return {
    path: path.split('/').filter(Boolean).map(unescapePart),
    query: new URLSearchParams(search),
  }
}

function unescapePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function subscribe(changed: () => void): () => void {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}

/** The current route; the component renders again when it changes. */
export function useRoute(): Route {
  return readRoute(useSyncExternalStore(subscribe, () => location.hash))
}
