export {
  emitInsert,
  emitSelect,
  PLAN_SETTINGS,
  STATE_COLUMNS,
  type SelectOptions,
} from './select.ts'
export {
  bitsOf,
  changesOf,
  countsOf,
  digestOf,
  isMember,
  masked,
  wordsFor,
  type SegmentNumbers,
} from './bits.ts'
export type { KeySlice } from './values.ts'
export type { At } from './time/clock.ts'
export { emitCutoffs } from './cutoff.ts'
export {
  emitExpressions,
  weaveExpressions,
  type AskedColumn,
  type Expressions,
} from './expressions.ts'
export type { Cutoff, Cutoffs } from './emit.ts'
export {
  weave,
  type Plan,
  type PlannedMeasure,
  type PlannedSegment,
  type SharedTest,
  type WeaveOptions,
} from './weave.ts'
export type { Aggregate, AggregateFn } from './pass/aggregate.ts'
export type { Family } from './pass/family.ts'
export {
  activity,
  eventSummary,
  populationNow,
  traitCoverage,
  type ActivityUnit,
} from './read/overview.ts'
export {
  customersById,
  eventsOf,
  listsOf,
  profilesOf,
  scoresOf,
  toEventRecord,
  toListRecord,
  toScoreRecord,
  toTraitRecord,
  type HistoryRow,
} from './read/history.ts'
export { describePlan, type MeasureReport, type PassReport, type PlanReport } from './describe.ts'
export { emitRhythm, type RhythmParts } from './read/rhythm.ts'
export {
  amountsWithin,
  amountWithin,
  countedRows,
  discountedWithin,
  textsWithin,
  type Currencies,
  type RhythmField,
  type RhythmOptions,
} from './read/rows.ts'
export { notMerged } from './pass/population.ts'
