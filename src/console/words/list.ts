/** Words about static lists, and about customers that are always or never in a segment. */
import type { Chapter } from './chapter.ts'

/** Keys of this chapter. */
export type ListWord =
  | 'navLists'
  | 'listsTitle'
  | 'listsIntro'
  | 'listsNone'
  | 'listName'
  | 'listComment'
  | 'listCommentHint'
  | 'listCreate'
  | 'listCreated'
  | 'listUsedBy'
  | 'listUse'
  | 'listIds'
  | 'listIdsHint'
  | 'listWhy'
  | 'listAdd'
  | 'listRemove'
  | 'listEdited'
  | 'listUnknown'
  | 'listEmpty'
  | 'listEdits'
  | 'listNobody'
  | 'listTake'
  | 'overridesTitle'
  | 'overridesIntro'
  | 'overrideInclude'
  | 'overrideExclude'
  | 'overrideOf'
  | 'overrideEdit'
  | 'overridesNone'

/** The texts. */
export const LIST: Chapter<ListWord> = {
  navLists: ['Lists', 'Listas', 'Listas', 'Listes'],
  listsTitle: ['Static lists', 'Listas fixas', 'Listas fijas', 'Listes fixes'],
  listsIntro: [
    'Customers named one by one: from an event, a partner, a hand-picked selection. Definitions use them.',
    'Clientes indicados um a um: de um evento, de um parceiro, escolhidos a dedo. As definições usam as listas.',
    'Clientes nombrados uno a uno: de un evento, de un socio, elegidos a mano. Las definiciones las usan.',
    'Des clients nommés un à un : d’un événement, d’un partenaire, choisis à la main. Les définitions s’en servent.',
  ],
  listsNone: ['No list yet.', 'Nenhuma lista ainda.', 'Aún no hay listas.', 'Pas encore de liste.'],
  listName: ['Name of the list', 'Nome da lista', 'Nombre de la lista', 'Nom de la liste'],
  listComment: ['What it is for', 'Para que serve', 'Para qué sirve', 'À quoi elle sert'],
  listCommentHint: [
    'Where the customers come from.',
    'De onde vêm os clientes.',
    'De dónde vienen los clientes.',
    'D’où viennent les clients.',
  ],
  listCreate: ['Make a list', 'Criar lista', 'Crear lista', 'Créer une liste'],
  listCreated: [
    'The list “{name}” is there; add customers to it.',
    'A lista “{name}” está criada; adicione clientes.',
    'La lista «{name}» está creada; añada clientes.',
    'La liste « {name} » est créée ; ajoutez-y des clients.',
  ],
  listUsedBy: ['Used by', 'Usada por', 'Usada por', 'Utilisée par'],
  listUse: ['In a definition:', 'Em uma definição:', 'En una definición:', 'Dans une définition :'],
  listIds: ['Customer ids', 'Ids de clientes', 'Ids de clientes', 'Identifiants de clients'],
  listIdsHint: [
    'Paste them: one per line, or separated by commas or semicolons.',
    'Cole-os: um por linha, ou separados por vírgulas ou ponto e vírgula.',
    'Péguelos: uno por línea, o separados por comas o puntos y comas.',
    'Collez-les : un par ligne, ou séparés par des virgules ou points-virgules.',
  ],
  listWhy: [
    'Reason (kept in the history)',
    'Motivo (fica no histórico)',
    'Motivo (queda en el historial)',
    'Motif (gardé dans l’historique)',
  ],
  listAdd: ['Add {n}', 'Adicionar {n}', 'Añadir {n}', 'Ajouter {n}'],
  listRemove: ['Remove {n}', 'Remover {n}', 'Quitar {n}', 'Retirer {n}'],
  listEdited: [
    '{added} added, {removed} removed.',
    '{added} adicionados, {removed} removidos.',
    '{added} añadidos, {removed} quitados.',
    '{added} ajoutés, {removed} retirés.',
  ],
  listUnknown: [
    '{n} ids belong to no customer and changed nothing: {ids}',
    '{n} ids não são de nenhum cliente e nada mudaram: {ids}',
    '{n} ids no son de ningún cliente y no cambiaron nada: {ids}',
    '{n} identifiants ne sont d’aucun client et n’ont rien changé : {ids}',
  ],
  listEmpty: [
    'Nobody is on this list.',
    'Ninguém está nesta lista.',
    'No hay nadie en esta lista.',
    'Personne n’est sur cette liste.',
  ],
  listEdits: ['Edits', 'Edições', 'Ediciones', 'Modifications'],
  listNobody: [
    'No edit yet.',
    'Nenhuma edição ainda.',
    'Aún no hay ediciones.',
    'Pas encore de modification.',
  ],
  listTake: [
    'Remove {customer} from the list',
    'Remover {customer} da lista',
    'Quitar {customer} de la lista',
    'Retirer {customer} de la liste',
  ],
  overridesTitle: ['By hand', 'À mão', 'A mano', 'À la main'],
  overridesIntro: [
    'Whatever the definition says, these customers are always or never in.',
    'Diga o que disser a definição, estes clientes estão sempre ou nunca dentro.',
    'Diga lo que diga la definición, estos clientes están siempre o nunca dentro.',
    'Quoi que dise la définition, ces clients y sont toujours, ou jamais.',
  ],
  overrideInclude: ['Always in', 'Sempre dentro', 'Siempre dentro', 'Toujours inclus'],
  overrideExclude: ['Never in', 'Nunca dentro', 'Nunca dentro', 'Jamais inclus'],
  overrideOf: [
    '{how}: “{segment}”',
    '{how}: “{segment}”',
    '{how}: «{segment}»',
    '{how} : « {segment} »',
  ],
  overrideEdit: ['Edit', 'Editar', 'Editar', 'Modifier'],
  overridesNone: ['nobody', 'ninguém', 'nadie', 'personne'],
}
