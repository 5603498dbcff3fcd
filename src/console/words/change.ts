/** Words about governed definitions: plan, apply, versions, examples. */
import type { Chapter } from './chapter.ts'

/** Keys of this chapter. */
export type ChangeWord =
  | 'navChanges'
  | 'changesHead'
  | 'changesIntro'
  | 'changesNone'
  | 'changesNoneBody'
  | 'changesFirst'
  | 'pendingAdded'
  | 'pendingChanged'
  | 'pendingStatus'
  | 'pendingRemoved'
  | 'pendingBroken'
  | 'carried'
  | 'carriedHint'
  | 'pendingHint'
  | 'addedHint'
  | 'removedHint'
  | 'brokenHint'
  | 'brokenNewHint'
  | 'reviewChanges'
  | 'notInForce'
  | 'effect'
  | 'effectEnter'
  | 'effectLeave'
  | 'effectStay'
  | 'effectSizes'
  | 'effectNone'
  | 'wasMeaning'
  | 'nowMeaning'
  | 'textDiff'
  | 'diffAdded'
  | 'diffRemoved'
  | 'movedTitle'
  | 'movedIntro'
  | 'movedBecause'
  | 'costTitle'
  | 'costMeasures'
  | 'costPasses'
  | 'costRows'
  | 'costBefore'
  | 'costAfter'
  | 'applyTitle'
  | 'applyWhy'
  | 'applyWhyHint'
  | 'applyNow'
  | 'applying'
  | 'applied'
  | 'applyNothing'
  | 'applyForce'
  | 'applyBrokenStay'
  | 'examplesTitle'
  | 'examplesNone'
  | 'examplePassed'
  | 'exampleFailed'
  | 'exampleIn'
  | 'exampleOut'
  | 'examplesSum'
  | 'versionsTitle'
  | 'versionsNone'
  | 'versionN'
  | 'inForce'
  | 'byWho'
  | 'noWhy'
  | 'quoted'
  | 'firstEvaluation'
  | 'compareWith'
  | 'compareBefore'
  | 'compareFile'
  | 'restore'
  | 'restoredVersion'
  | 'noDiff'
  | 'hideDiff'
  | 'saveReview'
  | 'savedApply'
  | 'helpApply'
  | 'helpApplyBody'

/** The texts. */
export const CHANGE: Chapter<ChangeWord> = {
  navChanges: ['Changes', 'Mudanças', 'Cambios', 'Changements'],
  changesHead: [
    'What applying would change',
    'O que mudaria ao aplicar',
    'Qué cambiaría al aplicar',
    'Ce qu’appliquer changerait',
  ],
  changesIntro: [
    'Edited definitions are not in force until they are applied. Here is what they would do to real customers, as of {date}.',
    'Definições editadas só entram em vigor quando são aplicadas. Veja o que fariam com clientes reais, em {date}.',
    'Las definiciones editadas no rigen hasta que se aplican. Esto harían con clientes reales, a {date}.',
    'Les définitions modifiées n’entrent en vigueur qu’une fois appliquées. Voici leur effet sur de vrais clients, au {date}.',
  ],
  changesNone: ['Nothing to apply', 'Nada a aplicar', 'Nada que aplicar', 'Rien à appliquer'],
  changesNoneBody: [
    'All definitions are in force as they are written.',
    'Todas as definições estão em vigor como estão escritas.',
    'Todas las definiciones rigen tal como están escritas.',
    'Toutes les définitions sont en vigueur telles qu’elles sont écrites.',
  ],
  changesFirst: [
    'Nothing was ever applied: everything here is new.',
    'Nada foi aplicado até hoje: tudo aqui é novo.',
    'Nunca se aplicó nada: todo esto es nuevo.',
    'Rien n’a jamais été appliqué : tout est nouveau ici.',
  ],
  pendingAdded: ['New', 'Novo', 'Nuevo', 'Nouveau'],
  pendingChanged: ['Changed', 'Alterado', 'Cambiado', 'Modifié'],
  pendingStatus: ['Other status', 'Outra situação', 'Otro estado', 'Autre statut'],
  pendingRemoved: ['Removed', 'Removido', 'Eliminado', 'Supprimé'],
  pendingBroken: ['Broken file', 'Arquivo com erro', 'Archivo con errores', 'Fichier en erreur'],
  carried: [
    'Last good result',
    'Último resultado bom',
    'Último resultado bueno',
    'Dernier bon résultat',
  ],
  carriedHint: [
    'The definition in force no longer fits the catalogue; these are the members of its last good evaluation.',
    'A definição em vigor não se encaixa mais no catálogo; estes são os membros do último cálculo bom.',
    'La definición vigente ya no encaja en el catálogo; estos son los miembros del último cálculo bueno.',
    'La définition en vigueur ne correspond plus au catalogue ; voici les membres de son dernier bon calcul.',
  ],
  pendingHint: [
    'The file was edited; version {version} is still in force.',
    'O arquivo foi editado; a versão {version} continua em vigor.',
    'El archivo se editó; la versión {version} sigue vigente.',
    'Le fichier a été modifié ; la version {version} reste en vigueur.',
  ],
  addedHint: [
    'This segment was never applied, so it is not counted yet.',
    'Este segmento nunca foi aplicado, por isso ainda não é contado.',
    'Este segmento nunca se aplicó, por eso aún no se cuenta.',
    'Ce segment n’a jamais été appliqué ; il n’est donc pas encore compté.',
  ],
  removedHint: [
    'The file is gone; applying retires the segment. Version {version} is still in force.',
    'O arquivo sumiu; aplicar encerra o segmento. A versão {version} continua em vigor.',
    'El archivo ya no está; aplicar retira el segmento. La versión {version} sigue vigente.',
    'Le fichier a disparu ; appliquer retire le segment. La version {version} reste en vigueur.',
  ],
  brokenHint: [
    'The file cannot be understood. Version {version} stays in force, and its members are counted as before.',
    'O arquivo não pode ser entendido. A versão {version} continua em vigor e seus membros são contados como antes.',
    'El archivo no se entiende. La versión {version} sigue vigente y sus miembros se cuentan como antes.',
    'Le fichier est incompréhensible. La version {version} reste en vigueur et ses membres sont comptés comme avant.',
  ],
  brokenNewHint: [
    'The file cannot be understood, and no version was ever applied.',
    'O arquivo não pode ser entendido e nenhuma versão foi aplicada.',
    'El archivo no se entiende y nunca se aplicó ninguna versión.',
    'Le fichier est incompréhensible et aucune version n’a jamais été appliquée.',
  ],
  reviewChanges: [
    'Review and apply',
    'Revisar e aplicar',
    'Revisar y aplicar',
    'Vérifier et appliquer',
  ],
  notInForce: [
    'Edited, not in force yet',
    'Editado, ainda não em vigor',
    'Editado, aún no vigente',
    'Modifié, pas encore en vigueur',
  ],
  effect: ['Effect', 'Efeito', 'Efecto', 'Effet'],
  effectEnter: ['enter', 'entram', 'entran', 'entrent'],
  effectLeave: ['leave', 'saem', 'salen', 'sortent'],
  effectStay: ['stay', 'ficam', 'se quedan', 'restent'],
  effectSizes: [
    '{before} before, {after} after',
    '{before} antes, {after} depois',
    '{before} antes, {after} después',
    '{before} avant, {after} après',
  ],
  effectNone: [
    'No members on one of the two sides, so there is nothing to compare.',
    'Um dos dois lados não tem membros; não há o que comparar.',
    'Uno de los dos lados no tiene miembros; no hay nada que comparar.',
    'L’un des deux côtés n’a pas de membres ; il n’y a rien à comparer.',
  ],
  wasMeaning: ['In force', 'Em vigor', 'Vigente', 'En vigueur'],
  nowMeaning: ['After applying', 'Depois de aplicar', 'Después de aplicar', 'Après application'],
  textDiff: [
    'What changes in the text',
    'O que muda no texto',
    'Qué cambia en el texto',
    'Ce qui change dans le texte',
  ],
  diffAdded: ['added', 'acrescentado', 'añadido', 'ajouté'],
  diffRemoved: ['removed', 'retirado', 'quitado', 'retiré'],
  movedTitle: [
    'Segments that move with them',
    'Segmentos que mudam junto',
    'Segmentos que cambian con ellos',
    'Segments entraînés',
  ],
  movedIntro: [
    'Their own text stays; they refer to a changed segment.',
    'O texto deles não muda; eles se referem a um segmento alterado.',
    'Su texto no cambia; se refieren a un segmento cambiado.',
    'Leur texte ne change pas ; ils renvoient à un segment modifié.',
  ],
  movedBecause: ['because of {names}', 'por causa de {names}', 'por {names}', 'à cause de {names}'],
  costTitle: [
    'Cost of a full evaluation',
    'Custo de um cálculo completo',
    'Coste de un cálculo completo',
    'Coût d’un calcul complet',
  ],
  costMeasures: [
    'Distinct measures',
    'Medidas distintas',
    'Medidas distintas',
    'Mesures distinctes',
  ],
  costPasses: [
    'Passes over the facts',
    'Leituras dos fatos',
    'Pasadas por los datos',
    'Passages sur les faits',
  ],
  costRows: ['Rows to read', 'Linhas a ler', 'Filas por leer', 'Lignes à lire'],
  costBefore: ['Now', 'Agora', 'Ahora', 'Maintenant'],
  costAfter: ['After', 'Depois', 'Después', 'Après'],
  applyTitle: ['Put it in force', 'Pôr em vigor', 'Poner en vigor', 'Mettre en vigueur'],
  applyWhy: ['Reason', 'Motivo', 'Motivo', 'Motif'],
  applyWhyHint: [
    'Kept with the versions: what somebody will ask in a year.',
    'Fica junto das versões: o que alguém vai perguntar daqui a um ano.',
    'Se guarda con las versiones: lo que alguien preguntará dentro de un año.',
    'Gardé avec les versions : ce que quelqu’un demandera dans un an.',
  ],
  applyNow: ['Apply', 'Aplicar', 'Aplicar', 'Appliquer'],
  applying: [
    'Applying and counting',
    'Aplicando e contando',
    'Aplicando y contando',
    'Application et comptage',
  ],
  applied: ['Applied: {names}.', 'Aplicado: {names}.', 'Aplicado: {names}.', 'Appliqué : {names}.'],
  applyNothing: [
    'There was nothing to apply.',
    'Não havia nada a aplicar.',
    'No había nada que aplicar.',
    'Il n’y avait rien à appliquer.',
  ],
  applyForce: [
    'Apply although examples fail (needs a reason)',
    'Aplicar embora exemplos falhem (precisa de um motivo)',
    'Aplicar aunque fallen ejemplos (necesita un motivo)',
    'Appliquer bien que des exemples échouent (motif requis)',
  ],
  applyBrokenStay: [
    'Broken files are left out; what is in force of them stays.',
    'Arquivos com erro ficam de fora; o que está em vigor deles permanece.',
    'Los archivos con errores quedan fuera; lo vigente de ellos permanece.',
    'Les fichiers en erreur sont laissés de côté ; ce qui en est en vigueur reste.',
  ],
  examplesTitle: ['Examples', 'Exemplos', 'Ejemplos', 'Exemples'],
  examplesNone: [
    'The file carries no example. An example says of an invented customer whether they are in; it is tried before every apply.',
    'O arquivo não traz exemplos. Um exemplo diz de um cliente inventado se ele está dentro; é testado antes de cada aplicação.',
    'El archivo no lleva ejemplos. Un ejemplo dice de un cliente inventado si está dentro; se prueba antes de cada aplicación.',
    'Le fichier ne porte aucun exemple. Un exemple dit d’un client inventé s’il en fait partie ; il est essayé avant chaque application.',
  ],
  examplePassed: ['holds', 'confere', 'se cumple', 'vérifié'],
  exampleFailed: ['fails', 'falha', 'falla', 'échoue'],
  exampleIn: ['should be in', 'deveria estar dentro', 'debería estar dentro', 'devrait y être'],
  exampleOut: [
    'should be out',
    'deveria estar fora',
    'debería estar fuera',
    'ne devrait pas y être',
  ],
  examplesSum: [
    'Examples: {passed} hold, {failed} fail',
    'Exemplos: {passed} conferem, {failed} falham',
    'Ejemplos: {passed} se cumplen, {failed} fallan',
    'Exemples : {passed} vérifiés, {failed} en échec',
  ],
  versionsTitle: [
    'Applied versions',
    'Versões aplicadas',
    'Versiones aplicadas',
    'Versions appliquées',
  ],
  versionsNone: [
    'No version was applied yet.',
    'Nenhuma versão foi aplicada ainda.',
    'Aún no se aplicó ninguna versión.',
    'Aucune version n’a encore été appliquée.',
  ],
  versionN: ['Version {n}', 'Versão {n}', 'Versión {n}', 'Version {n}'],
  inForce: ['in force', 'em vigor', 'vigente', 'en vigueur'],
  byWho: ['{who}, {date}', '{who}, {date}', '{who}, {date}', '{who}, {date}'],
  quoted: ['“{text}”', '“{text}”', '«{text}»', '« {text} »'],
  firstEvaluation: ['first evaluation', 'primeiro cálculo', 'primer cálculo', 'premier calcul'],
  noWhy: ['no reason given', 'sem motivo informado', 'sin motivo indicado', 'sans motif indiqué'],
  compareWith: [
    'Compare version {n}',
    'Comparar a versão {n}',
    'Comparar la versión {n}',
    'Comparer la version {n}',
  ],
  compareBefore: ['with the one before', 'com a anterior', 'con la anterior', 'avec la précédente'],
  compareFile: [
    'What the file changes',
    'O que o arquivo muda',
    'Qué cambia el archivo',
    'Ce que le fichier change',
  ],
  restore: ['Restore', 'Restaurar', 'Restaurar', 'Rétablir'],
  restoredVersion: [
    'Version {n} was written back into the file. Review and apply to put it in force.',
    'A versão {n} foi escrita de volta no arquivo. Revise e aplique para que entre em vigor.',
    'La versión {n} se escribió de nuevo en el archivo. Revise y aplique para ponerla en vigor.',
    'La version {n} a été réécrite dans le fichier. Vérifiez et appliquez pour la mettre en vigueur.',
  ],
  noDiff: [
    'The texts are the same.',
    'Os textos são iguais.',
    'Los textos son iguales.',
    'Les textes sont identiques.',
  ],
  hideDiff: ['Hide', 'Ocultar', 'Ocultar', 'Masquer'],
  saveReview: [
    'Save and review',
    'Salvar e revisar',
    'Guardar y revisar',
    'Enregistrer et vérifier',
  ],
  savedApply: [
    'It is not in force until you apply it.',
    'Só entra em vigor quando você aplicar.',
    'No rige hasta que lo aplique.',
    'Il n’entre en vigueur qu’une fois appliqué.',
  ],
  helpApply: [
    'How an edit takes effect',
    'Como uma edição entra em vigor',
    'Cómo entra en vigor una edición',
    'Comment une modification prend effet',
  ],
  helpApplyBody: [
    'Saving writes the segment’s file. “Changes” then shows who would enter and leave; applying puts it in force, and your reason is kept with it. From then on the counts keep themselves.',
    'Salvar grava o arquivo do segmento. “Mudanças” mostra então quem entraria e quem sairia; aplicar coloca em vigor e guarda o seu motivo. A partir daí as contagens se mantêm sozinhas.',
    'Guardar escribe el archivo del segmento. «Cambios» muestra entonces quién entraría y quién saldría; al aplicar, la edición entra en vigor y se conserva su motivo. Desde ese momento los recuentos se mantienen solos.',
    'Enregistrer écrit le fichier du segment. « Changements » montre alors qui entrerait et qui sortirait ; appliquer met en vigueur et conserve votre motif. Dès lors, les effectifs se tiennent à jour d’eux-mêmes.',
  ],
}
