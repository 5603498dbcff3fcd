/** A segment being edited: how it begins, how it is kept in this tab until saved, when it may be saved. */
import { LOCALES, type LocalText } from '../../../core/base/index.ts'
import type { SaveSegmentRequest, SegmentWire } from '../../../core/contract/index.ts'

/** What the editor changes; the same as what is sent when saving. */
export type Draft = SaveSegmentRequest

/** The server's rule for file names. */
export const KEY_PATTERN: RegExp = /^[a-z][a-z0-9_-]{0,59}$/

/** A new segment begins as a draft, so that saving it changes no counts yet. */
export const EMPTY_DRAFT: Draft = { key: '', name: {}, why: {}, status: 'draft', definition: '' }

/** A draft that starts from a saved segment. */
export function draftOf({ key, name, why, status, definition, revision }: SegmentWire): Draft {
  return { key, name, why, status, definition, revision }
}

/** Empty texts are left out, so that another language can stand in. */
export function tidyText(text: LocalText): LocalText {
  return Object.fromEntries(
    LOCALES.flatMap((l) => {
      const line = text[l]?.trim() ?? ''
      return line === '' ? [] : [[l, line] as const]
    }),
  )
}

/** Whether two drafts say the same, whatever revision they started from. */
export function isSame(a: Draft, b: Draft): boolean {
  const plain = (d: Draft): string =>
    JSON.stringify([
      d.key,
      d.status,
      d.definition,
      LOCALES.map((l) => [d.name[l] ?? '', d.why[l] ?? '']),
    ])
  return plain(a) === plain(b)
}

/** A key made of a name: `Já comprou 2x` becomes `ja-comprou-2x`. */
export function keyOf(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 60)
}

const slot = (key: string | undefined): string => `tessera.draft.${key ?? ''}`

/** The unsaved edit of this tab, if any. */
export function readKept(key: string | undefined): Draft | undefined {
  const text = sessionStorage.getItem(slot(key))
  return text === null ? undefined : (JSON.parse(text) as Draft)
}

/** Keeps an unsaved edit, or forgets it. */
export function keep(key: string | undefined, draft: Draft | undefined): void {
  if (draft === undefined) sessionStorage.removeItem(slot(key))
  else sessionStorage.setItem(slot(key), JSON.stringify(draft))
}
