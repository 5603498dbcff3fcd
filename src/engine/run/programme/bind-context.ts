/** What binding a text needs to know of a programme. */
import type { Programme } from '../../../core/catalog/index.ts'
import type { BindContext } from '../../../core/segment/index.ts'
import type { KnownLists } from '../governance/known-lists.ts'

/** What binding needs to know of a programme; without lists any list is taken as known. */
export function bindContextOf(
  programme: Programme,
  segments: readonly string[],
  lists?: KnownLists,
): BindContext {
  return {
    catalogue: programme.catalogue,
    timeZone: programme.timeZone,
    currency: programme.currency,
    measures: programme.measures,
    segments,
    ...lists,
  }
}
