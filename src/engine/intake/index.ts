/** The room's door: reading files, guessing and applying mappings, staging, publishing, quarantine; checking messages. */
export { gather, linesOf, sectionsOf, type Gathered } from './arrival/body.ts'
export {
  compileChecker,
  MERGE_SECTION,
  type Checker,
  type MessageSummary,
  type MessageType,
  type Verdict,
} from './arrival/checker.ts'
export { flawIssue, jsonPointer, type Flaw } from './arrival/flaw.ts'
export { shapeOf } from './arrival/json.ts'
export { type Detected } from './detect/detect.ts'
export {
  type Aspect,
  type Detection,
  type Finding,
  type Question,
  type Sample,
} from './detect/detection.ts'
export type { ColumnLook } from './detect/values.ts'
export type { FieldSource, FieldSources, FormatOverrides, Mapping } from './mapping/mapping.ts'
export { parseOverrides, type Overrides } from './mapping/override.ts'
export { targetChoices, targetOf, withColumns } from './mapping/columns.ts'
export { mappingJsonSchema } from './mapping/json-schema.ts'
export { parseMapping, printMapping } from './mapping/parse.ts'
export { proposedType, type Proposal } from './mapping/assign.ts'
export { type Suggestion } from './mapping/suggest.ts'
export {
  mappingsFor,
  prepareFile,
  readMappings,
  type Prepared,
  type PrepareOptions,
  type SavedMapping,
} from './prepare.ts'
export {
  checkMended,
  mendedBytes,
  quarantinePath,
  readNote,
  readQuarantine,
  writeQuarantine,
  type QuarantineNote,
  type QuarantineRow,
} from './quarantine/quarantine.ts'
export { digestFile, openSource, type Source } from './read/source.ts'
export type { Counts, ReasonCount } from './stage/counts.ts'
export { dropStage, finishPublication, publish } from './stage/publish.ts'
export { toRecipe, type Recipe } from './stage/recipe.ts'
export { typeSample, type TypedRow, type TypedSample } from './stage/sample.ts'
export { stageFile, type Phase, type StagedFile, type StageOptions } from './stage/stage.ts'
export type { Reason } from './stage/typed.ts'
export { INTAKE_CODES, type IntakeCode } from './words/codes.ts'
export { intakeWords, questionWords, reasonWords } from './words/index.ts'
