/** Which orders count: proposes `counts` where a file has a column of statuses, some of which mean that nothing was bought. */
import type { Issue } from '../../../core/base/index.ts'
import type { Catalogue } from '../../../core/catalog/index.ts'
import type { Prepared } from '../../intake/index.ts'

const STATUS = /(^|_)(status|state|situacao|estado|statut|etat)$/
/** Beginnings of words for an order that came to nothing or has not come to anything yet, in the four languages. */
const IDLE =
  /^(cancel|annul|anul|fail|falh|fall|échou|echou|refus|recus|rechaz|reject|rejet|declin|unpaid|não pag|nao pag|no pag|impay|pend|await|aguard|esper|en attente|draft|rascunho|borrador|brouillon|abandon|void|expir|return|devol|retour|refund|reembols|rembours|estorn|error|erro|erreur)/i
/** More values than this are no statuses. */
const MOST = 20

/** The catalogue with the proposal, and what to say of it; both unchanged when nothing can be told. */
export function proposeCounts(
  catalogue: Catalogue,
  { mapping, sample, fileName }: Pick<Prepared, 'mapping' | 'sample' | 'fileName'>,
): { readonly catalogue: Catalogue; readonly issues: readonly Issue[] } {
  const event = mapping.event === undefined ? undefined : catalogue.events[mapping.event]
  if (event?.role !== 'purchase' || event.counts !== undefined) return { catalogue, issues: [] }
  for (const [property, source] of Object.entries(mapping.fields)) {
    const [column, ...more] = source.from ?? []
    const isStatus = STATUS.test(property) && event.properties[property]?.type === 'text'
    if (!isStatus || column === undefined || more.length > 0) continue
    const at = sample.columns.indexOf(column)
    const written = new Set(
      sample.rows.map((row) => (row[at] ?? '').trim()).filter((v) => v !== ''),
    )
    const values = [...written].map((value) => source.values[value] ?? value).sort()
    const counting = values.filter((value) => !IDLE.test(value))
    const idle = values.filter((value) => IDLE.test(value))
    if (values.length > MOST || counting.length === 0 || idle.length === 0) continue
    const issue: Issue = {
      code: 'run/counts-proposed',
      severity: 'info',
      at: { kind: 'file', file: fileName },
      params: { event: event.name, property, values: counting, idle },
    }
    const counted = { ...event, counts: { property, values: counting } }
    const events = { ...catalogue.events, [event.name]: counted }
    return { catalogue: { ...catalogue, events }, issues: [issue] }
  }
  return { catalogue, issues: [] }
}
