/** Words about ready segments. */
import type { Chapter } from './chapter.ts'

/** Keys of this chapter. */
export type TemplateWord = 'navTemplates'

/** The texts. */
export const TEMPLATE: Chapter<TemplateWord> = {
  navTemplates: ['Templates', 'Modelos', 'Plantillas', 'Modèles'],
}
