/** What stored facts say that the catalogue does not know any more. */
import type { Locale } from '../../../core/base/index.ts'
import type { IssueWire } from '../../../core/contract/index.ts'
import { orphanColumns } from '../facts.ts'
import type { Handle } from '../handle.ts'
import { issueWire } from '../wire.ts'

/** One warning for each name that a renaming or removal left behind with its values. */
export async function catalogueNotes(
  handle: Pick<Handle, 'analytics' | 'programme'>,
  locale: Locale,
): Promise<readonly IssueWire[]> {
  const orphans = await orphanColumns(handle)
  return orphans.map(({ table, name }) =>
    issueWire(
      { code: 'run/name-left-behind', severity: 'warning', params: { table, name } },
      locale,
    ),
  )
}
