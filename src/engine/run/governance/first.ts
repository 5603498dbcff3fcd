/** The first evaluation of a programme applies everything that has a meaning; from then on only `apply` does. */
import { userInfo } from 'node:os'
import { FIRST_EVALUATION } from '../../../core/contract/index.ts'
import type { Current } from '../open.ts'
import { appliedDefinitions, type Applied } from '../programme/applied.ts'
import { changesOf, type Change } from './compare.ts'
import { recordVersions, type Author, type NewVersion } from './versions.ts'

/** Two first evaluations, or two people who apply at once, take turns. */
export const APPLY_LOCK = 'apply'

/** The account that runs this process, as the author of what it does. */
export function systemUser(): string {
  try {
    return userInfo().username
  } catch {
    // An account without an entry in the system's list, as in some containers.
    return `uid ${process.getuid?.() ?? ''}`
  }
}

/** What is in force; when nothing ever was, everything of the files that has a meaning is applied first. */
export async function applyFirst(current: Current): Promise<Applied> {
  const seen = await appliedDefinitions(current)
  if (!seen.isFirst) return seen
  return await current.ledger.withLock(APPLY_LOCK, 'exclusive', async () => {
    const applied = await appliedDefinitions(current)
    if (!applied.isFirst) return applied
    const { files } = current
    const changes = changesOf({ files, wanted: applied.definitions, applied })
    const author = { who: systemUser(), why: FIRST_EVALUATION }
    await recordVersions(current, versionsFor(current, changes, { author, issues: () => [] }))
    return await appliedDefinitions(current)
  })
}

/** The versions that changes become; broken files become none. */
export function versionsFor(
  { files }: Pick<Current, 'files'>,
  changes: readonly Change[],
  given: { readonly author: Author; readonly issues: (key: string) => readonly string[] },
): readonly NewVersion[] {
  return changes.flatMap(({ key, pending, wanted, applied }): NewVersion[] => {
    if (pending === 'broken') return []
    if (wanted === undefined) {
      if (applied === undefined) return []
      const { version: _, appliedAt: __, ...same } = applied
      return [{ ...same, status: 'retired', ...given.author, issues: [] }]
    }
    const { file } = wanted.read
    return [
      {
        key,
        status: file.status,
        ...wanted.meaning,
        written: file.definition,
        source: files.texts.get(file.origin.file) ?? '',
        ...given.author,
        issues: given.issues(key),
      },
    ]
  })
}
