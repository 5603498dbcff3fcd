export { TEMPLATES, templateWithKey } from './gallery.ts'
export {
  composeDefinition,
  lackingSlots,
  missingOf,
  needsOf,
  readParameter,
  type Values,
} from './compose.ts'
export { defaultOf, type Basis, type Default, type ParameterValue } from './default.ts'
export { meaningOf, type Field, type Meaning } from './meaning.ts'
export { slotText, type Slot } from './slot.ts'
export {
  NUMBER_STATISTICS,
  TOP_STATISTICS,
  type NumberStatistic,
  type Rhythm,
  type Statistic,
  type TopStatistic,
} from './statistic.ts'
export {
  TEMPLATE_GROUPS,
  type Parameter,
  type ParameterKind,
  type ParameterName,
  type Template,
  type TemplateGroup,
  type TemplateWords,
} from './template.ts'
export { templateReference } from './page.ts'
export { basisWords } from './words/basis.ts'
export { GROUP_WORDS, PARAMETER_WORDS, SLOT_WORDS } from './words/labels.ts'
