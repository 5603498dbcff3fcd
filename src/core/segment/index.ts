export type {
  BoundCondition,
  BoundDefinition,
  BoundLiteralValue,
  BoundSource,
  BoundStep,
  BoundType,
  BoundValue,
  Conversion,
} from './bound.ts'
export type {
  CustomerHistory,
  EventRecord,
  ListRecord,
  ScoreRecord,
  StoredValue,
  TraitRecord,
} from './history.ts'
export type {
  CalendarPart,
  CompareOp,
  Condition,
  Definition,
  DurationUnit,
  Expression,
  ListOp,
  Literal,
  MeasureFn,
  Point,
  RankBand,
  Source,
  TextOp,
} from './tree.ts'
export { RESERVED_WORDS } from './syntax/keywords.ts'
export { parse, parseExpression, type Parsed, type ParseOptions } from './syntax/parse.ts'
export { print, printLiteral, printName, printNode, printWindow } from './syntax/print.ts'
export type { SpanOf } from './syntax/cursor.ts'
export { SEGMENT_CODES, type SegmentCode } from './words/code.ts'
export {
  holds,
  interpret,
  rowsOf,
  scopeOf,
  valueOf,
  type EvaluationContext,
  type Scope,
} from './interpret.ts'
export { isKnown, traitAt } from './record.ts'
export { cutoffsOf, isWithin, type Cutoffs } from './evaluate/rank.ts'
export type { Row, Value } from './measure.ts'
export { bind, check, checkMeasure, type BindOptions, type CheckedDefinition } from './bind/bind.ts'
export { bindAll, type Draft } from './bind/bind-all.ts'
export type { BindContext } from './bind/binder.ts'
export { conditionsOf, isCondition, partsOf, segmentsIn, walk, type TreeNode } from './walk.ts'
export type {
  Evidence,
  EvidenceEvent,
  EvidenceProperty,
  ExplainedChange,
  ExplainedNode,
  ExplainedTurn,
  ExplainedUntil,
  ExplainedValue,
  Explanation,
  Outlook,
} from './explanation.ts'
export { renderIssue } from './words/render.ts'
export {
  explain,
  explainReason,
  type ExplainContext,
  type ExplainOptions,
} from './explain/explain.ts'
export { applyChange, costOf, later, type Act, type Change } from './change/change.ts'
export { nearestChange, type Obstacle } from './change/nearest.ts'
export { changePoints, type Stretch } from './time/change-points.ts'
export { memberAt, type Surroundings } from './time/membership.ts'
export { turnAfter, turnBefore, type Asked } from './time/turn.ts'
export { fromJson, pathsOf, toJson, type DefinitionJson } from './json/json.ts'
export { say, sayNode, sayWindowIn, type SayOptions } from './say/say.ts'
export { complete, type Completion, type Suggestion, type SuggestionKind } from './edit/complete.ts'
export { format } from './syntax/format.ts'
