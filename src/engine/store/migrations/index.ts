/** The ledger's migrations in order. A published one is never changed; a new one is added below. */
import type { Migration } from 'kysely/migration'
import { firstSchema } from './m0001-first-schema.ts'
import { generations } from './m0002-generations.ts'
import { arrivals } from './m0003-arrivals.ts'
import { governance } from './m0004-governance.ts'
import { scores } from './m0005-scores.ts'
import { models } from './m0006-models.ts'
import { segmentChecks } from './m0007-segment-checks.ts'

export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  m0001_first_schema: firstSchema,
  m0002_generations: generations,
  m0003_arrivals: arrivals,
  m0004_governance: governance,
  m0005_scores: scores,
  m0006_models: models,
  m0007_segment_checks: segmentChecks,
}
