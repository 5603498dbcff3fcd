export {
  categoriesUnder,
  EVENT_ROLES,
  TRAIT_ROLES,
  VALUE_TYPES,
  type Catalogue,
  type CategoryNode,
  type ElementKind,
  type EventKind,
  type EventRole,
  type Programme,
  type Property,
  type Sensitivity,
  type Trait,
  type TraitRole,
  type ValueType,
} from './catalog.ts'
export {
  columnType,
  CUSTOMER_SHAPE,
  DECIMAL_TYPE,
  elementColumn,
  eventShape,
  eventTable,
  factShapes,
  INSTANT_TYPE,
  productShape,
  profileShape,
  propertyColumn,
  traitColumn,
  type Column,
  type TableShape,
} from './facts.ts'
export { labelOf, sensitivityOf } from './field.ts'
export { PROGRAMME_FILE, SEGMENT_FILE } from './file.ts'
export { idOf } from './build.ts'
export { jsonSchemas } from './json-schema.ts'
export { parseProgramme, parseSegmentFile } from './parse.ts'
export { printProgramme, printSegmentFile, type PrintOptions } from './print.ts'
export { RESERVED_WORDS } from './reserved.ts'
export {
  placeInFile,
  PURPOSES,
  STATUSES,
  type DefinitionOrigin,
  type Purpose,
  type SegmentFile,
  type SegmentStatus,
} from './segment-file.ts'
export { CATALOG_CODES, renderCatalogIssue, type CatalogCode } from './words.ts'
