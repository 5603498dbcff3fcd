export {
  categoriesUnder,
  PURPOSES,
  SCORE_UNITS,
  TRAIT_ROLES,
  VALUE_TYPES,
  type Catalogue,
  type CategoryNode,
  type CostPool,
  type Costs,
  type ElementKind,
  type EventKind,
  type EventRole,
  type Points,
  type Programme,
  type Property,
  type Purpose,
  type Rates,
  type ScoreKind,
  type ScoreUnit,
  type Trait,
  type TraitRole,
  type ValueType,
} from './catalog.ts'
export {
  DECIMAL_TYPE,
  elementColumn,
  eventShape,
  eventTable,
  factShapes,
  INSTANT_TYPE,
  profileShape,
  propertyColumn,
  traitColumn,
  type TableShape,
} from './facts.ts'
export { labelOf, sensitivityOf } from './field.ts'
export { idOf } from './build.ts'
export { jsonSchemas } from './json-schema.ts'
export { MODEL_SPECS, modelSpec } from './model/kinds.ts'
export { horizonsIn } from './model/kinds/survival.ts'
export { modelScores, outputLabel, parseModelFile, type ModelFile } from './model/file.ts'
export type { ModelText } from './model/told.ts'
export { modelReference } from './model/page.ts'
export { printModelFile } from './model/print.ts'
export {
  mapIn,
  modelText,
  numberIn,
  outputName,
  REFRESHES,
  textIn,
  textsIn,
  type ModelOutput,
  type ModelSetting,
  type ModelSettings,
  type ModelSpec,
  type ModelWords,
  type Refresh,
  type SettingValue,
} from './model/spec.ts'
export { parseProgramme, parseSegmentFile } from './parse.ts'
export { printProgramme, printSegmentFile } from './print.ts'
export { RESERVED_WORDS } from './reserved.ts'
export { placeInFile, STATUSES, type SegmentFile } from './segment-file.ts'
export { CATALOG_CODES, renderCatalogIssue } from './words.ts'
export type {
  ExampleElements,
  ExampleEvent,
  ExampleField,
  ExampleValue,
  Placed,
  SegmentExample,
} from './example.ts'
