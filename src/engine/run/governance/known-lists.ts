/** Which static lists there are: what definitions may name, and which segments have members put in or left out by hand. */
import type { Ledger } from '../../store/index.ts'

/** The lists as binding needs to know them. */
export interface KnownLists {
  /** Names, in their order. */
  readonly lists: readonly string[]
  /** Keys of segments that have a list of inclusions or exclusions. */
  readonly overridden: ReadonlySet<string>
}

const OVERRIDE = /^segment:(.+):(include|exclude)$/

/** The segment that a list overrides, if its name says so. */
export function overrideOf(
  list: string,
): { readonly segment: string; readonly side: 'include' | 'exclude' } | undefined {
  const [, segment, side] = OVERRIDE.exec(list) ?? []
  if (segment === undefined) return undefined
  return { segment, side: side === 'include' ? 'include' : 'exclude' }
}

/** Reads the names of all lists. */
export async function knownLists({ ledger }: { readonly ledger: Ledger }): Promise<KnownLists> {
  const rows = await ledger.guard(() =>
    ledger.db.selectFrom('static_list').select('name').orderBy('name').execute(),
  )
  const lists = rows.map((row) => row.name)
  return {
    lists,
    overridden: new Set(lists.flatMap((name) => overrideOf(name)?.segment ?? [])),
  }
}
