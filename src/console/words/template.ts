/** Words about ready segments. */
import type { Chapter } from './chapter.ts'

/** Keys of this chapter. */
export type TemplateWord =
  | 'navTemplates'
  | 'templatesTitle'
  | 'templatesIntro'
  | 'templatesSearch'
  | 'templatesGroup'
  | 'templatesAll'
  | 'templatesFitting'
  | 'templatesShown'
  | 'templateUse'
  | 'templateWhy'
  | 'templateMissing'
  | 'templateMissingTitle'
  | 'templateUsed'
  | 'templateParameters'
  | 'templateNoParameters'
  | 'templateDefault'
  | 'templateReset'
  | 'templateKey'
  | 'templateMake'
  | 'templateMade'
  | 'templateDays'
  | 'templateGone'

/** The texts. */
export const TEMPLATE: Chapter<TemplateWord> = {
  navTemplates: ['Templates', 'Prontos', 'Plantillas', 'Gabarits'],
  templatesTitle: ['Ready segments', 'Segmentos prontos', 'Segmentos listos', 'Segments prêts'],
  templatesIntro: [
    'Each says why it exists and what to do with it. The figures in them are drawn from your own data, and say how.',
    'Cada um diz por que existe e o que fazer com ele. Os números vêm dos seus próprios dados, e dizem como.',
    'Cada uno dice por qué existe y qué hacer con él. Sus cifras salen de sus propios datos, y dicen cómo.',
    'Chacun dit pourquoi il existe et qu’en faire. Ses chiffres viennent de vos propres données, et disent comment.',
  ],
  templatesSearch: [
    'Search templates',
    'Buscar segmentos prontos',
    'Buscar plantillas',
    'Rechercher un gabarit',
  ],
  templatesGroup: ['Group', 'Grupo', 'Grupo', 'Groupe'],
  templatesAll: ['All groups', 'Todos os grupos', 'Todos los grupos', 'Tous les groupes'],
  templatesFitting: [
    'Only those that fit this data',
    'Só os que servem para estes dados',
    'Solo los que encajan con estos datos',
    'Seulement ceux qui conviennent à ces données',
  ],
  templatesShown: [
    '{shown} of {total} templates',
    '{shown} de {total} segmentos prontos',
    '{shown} de {total} plantillas',
    '{shown} gabarits sur {total}',
  ],
  templateUse: ['What to do with it', 'O que fazer com ele', 'Qué hacer con él', 'Qu’en faire'],
  templateWhy: ['Why it exists', 'Por que existe', 'Por qué existe', 'Pourquoi il existe'],
  templateMissing: [
    'Needs more data',
    'Precisa de mais dados',
    'Necesita más datos',
    'Demande plus de données',
  ],
  templateMissingTitle: [
    'What your data lacks for it',
    'O que falta nos seus dados',
    'Qué falta en sus datos',
    'Ce qui manque à vos données',
  ],
  templateUsed: ['In use', 'Em uso', 'En uso', 'Utilisé'],
  templateParameters: ['Adjust it', 'Ajustar', 'Ajustar', 'Ajuster'],
  templateNoParameters: [
    'There is nothing to adjust.',
    'Não há nada a ajustar.',
    'No hay nada que ajustar.',
    'Il n’y a rien à ajuster.',
  ],
  templateDefault: [
    'Suggested: {value}.',
    'Sugerido: {value}.',
    'Sugerido: {value}.',
    'Suggéré : {value}.',
  ],
  templateReset: [
    'Back to what is suggested',
    'Voltar ao sugerido',
    'Volver a lo sugerido',
    'Revenir aux suggestions',
  ],
  templateKey: [
    'Key of the new segment',
    'Chave do novo segmento',
    'Clave del nuevo segmento',
    'Clé du nouveau segment',
  ],
  templateMake: ['Use it', 'Usar', 'Usar', 'Utiliser'],
  templateMade: [
    'A draft was made; change what you like, then apply.',
    'Um rascunho foi criado; mude o que quiser e aplique.',
    'Se creó un borrador; cambie lo que quiera y aplique.',
    'Un brouillon a été créé ; changez ce que vous voulez, puis appliquez.',
  ],
  templateDays: ['{label} (days)', '{label} (dias)', '{label} (días)', '{label} (jours)'],
  templateGone: [
    'There is no template “{key}”.',
    'Não existe o segmento pronto “{key}”.',
    'No existe la plantilla «{key}».',
    'Il n’y a pas de gabarit « {key} ».',
  ],
}
