export type {
  BoundCondition,
  BoundDefinition,
  BoundLiteralValue,
  BoundSource,
  BoundType,
  BoundValue,
} from './bound.ts'
export type { CustomerHistory, EventRecord, StoredValue, TraitRecord } from './history.ts'
export type {
  CompareOp,
  Condition,
  Definition,
  DurationUnit,
  Expression,
  ListOp,
  Literal,
  MeasureFn,
  Source,
  TextOp,
} from './tree.ts'
