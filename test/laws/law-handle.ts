/** An open programme over the catalogue of the laws, with nothing in it yet. */
import { ensureFacts } from '../../src/engine/run/facts.ts'
import type { Handle } from '../../src/engine/run/handle.ts'
import type { TestStore } from '../kit/store.ts'
import { LAW_CATALOGUE } from './catalogue.ts'

/** What every verb works on, its tables made. */
export async function lawHandle({ analytics, ledger, programmeId }: TestStore): Promise<Handle> {
  const programme = {
    id: programmeId,
    name: 'Test',
    timeZone: 'UTC',
    currency: 'EUR',
    locales: ['en'] as const,
    catalogue: LAW_CATALOGUE,
    measures: {},
  }
  const handle = { analytics, ledger, programme, database: analytics.database }
  await ensureFacts(handle)
  return handle
}
