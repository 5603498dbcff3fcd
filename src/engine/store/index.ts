/** The room's door: what others may use of the store. */
export {
  parseClickHouseUrl,
  parsePostgresUrl,
  withoutLogin,
  type ClickHouseAddress,
} from './address.ts'
export type { Analytics, Capabilities } from './analytics/analytics.ts'
export type {
  Role,
  Settings,
  StatementEvent,
  StatementOptions,
  Statistics,
} from './analytics/connection.ts'
export type { InsertTarget, StreamFormat } from './analytics/host.ts'
export type { Partition, TableColumn, TableDefinition, Tables } from './analytics/tables.ts'
export type { Ledger } from './ledger/ledger.ts'
export type { MergeState } from './ledger/arrival-schema.ts'
export type { GenerationKind, GenerationState } from './ledger/generation-schema.ts'
export type { Lock, LockMode, LockOptions } from './ledger/lock.ts'
export type {
  CurrentSnapshotTable,
  ImportState,
  ImportTable,
  LedgerSchema,
  ProgrammeMetaTable,
  SnapshotState,
  SnapshotTable,
} from './ledger/schema.ts'
export { openStore, type Store, type StoreOptions } from './open.ts'
export {
  connectSupervisor,
  stopSupervisor,
  supervisorStatus,
  type ConnectOptions,
  type SupervisorDoor,
} from './supervisor/connect.ts'
export type { Holder } from './supervisor/lock.ts'
export type { EngineName, Endpoints, SupervisorStatus } from './supervisor/protocol.ts'
export type { Finding } from './doctor/finding.ts'
export { inspectStore, type InspectOptions } from './doctor/inspect.ts'
export { FINDING_CODES, type FindingCode } from './doctor/words/codes.ts'
export { findingWords } from './doctor/words/words.ts'
