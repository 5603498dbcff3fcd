/** Words about whether a segment is good. */
import type { Chapter } from './chapter.ts'

/** Keys of this chapter. */
export type QualityWord =
  | 'qualityTitle'
  | 'qualityBadge'
  | 'qualityOf'
  | 'qualityOutdated'
  | 'qualityMore'
  | 'qualityNone'
  | 'qualityFine'
  | 'qualityDriftBoth'
  | 'qualityDriftMembers'

/** The chapter. */
export const QUALITY: Chapter<QualityWord> = {
  qualityTitle: ['Is it good?', 'Ele é bom?', '¿Es bueno?', 'Est-il bon ?'],
  qualityBadge: ['{label}: {why}', '{label}: {why}', '{label}: {why}', '{label} : {why}'],
  qualityOf: [
    'Checked as of {date}',
    'Verificado com dados até {date}',
    'Comprobado con datos hasta el {date}',
    'Vérifié au {date}',
  ],
  qualityOutdated: [
    'Of an earlier definition: the next check is on its way.',
    'De uma definição anterior: a próxima verificação está a caminho.',
    'De una definición anterior: la próxima comprobación está en camino.',
    'D’une définition antérieure : la prochaine vérification arrive.',
  ],
  qualityMore: [
    'All checks',
    'Todas as verificações',
    'Todas las comprobaciones',
    'Toutes les vérifications',
  ],
  qualityNone: [
    'Not checked yet. It is checked after each refresh, or now:',
    'Ainda não verificado. É verificado após cada atualização, ou agora:',
    'Aún sin comprobar. Se comprueba tras cada actualización, o ahora:',
    'Pas encore vérifié. Il l’est après chaque mise à jour, ou maintenant :',
  ],
  qualityFine: [
    'Distinct, meaningful, actionable, stable, large enough, fair and explained.',
    'Distinto, significativo, acionável, estável, grande o bastante, justo e explicado.',
    'Distinto, significativo, accionable, estable, lo bastante grande, justo y explicado.',
    'Distinct, parlant, actionnable, stable, assez grand, équitable et expliqué.',
  ],
  qualityDriftBoth: [
    'Since {date}: members {members}, spend per member {spend}',
    'Desde {date}: membros {members}, gasto por membro {spend}',
    'Desde el {date}: miembros {members}, gasto por miembro {spend}',
    'Depuis le {date} : membres {members}, dépenses par membre {spend}',
  ],
  qualityDriftMembers: [
    'Since {date}: members {members}',
    'Desde {date}: membros {members}',
    'Desde el {date}: miembros {members}',
    'Depuis le {date} : membres {members}',
  ],
}
