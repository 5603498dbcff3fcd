/** What every verb works on: an open programme. */
import type { Programme } from '../../core/catalog/index.ts'
import type { Analytics, Ledger } from '../store/index.ts'

/** A programme with its two doors to data; `database` is the one that holds its facts in the analytics store. */
export interface Handle {
  readonly analytics: Analytics
  readonly ledger: Ledger
  readonly programme: Programme
  readonly database: string
}
