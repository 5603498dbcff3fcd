/** What intake says, in French. */
import type { IntakeCode } from './codes.ts'

/** One sentence per code. */
export const fr: Readonly<Record<IntakeCode, string>> = {
  'intake/bad-quote': 'Un guillemet n’est pas fermé, ou du texte suit le guillemet fermant.',
  'intake/wrong-cell-count': 'La ligne n’a pas autant de cellules que les autres.',
  'intake/bad-bytes':
    'La ligne contient des octets qui ne sont pas du texte dans l’encodage du fichier.',
  'intake/too-long': 'La ligne ou l’une de ses cellules est trop longue.',
  'intake/bad-json': 'La ligne n’est pas un objet JSON.',
  'intake/id-conflict':
    'Le même identifiant est déjà connu avec un autre contenu ; retirez la ligne ou donnez-lui son propre identifiant.',
  'intake/with-its-order':
    'Une autre ligne de la même commande est illisible ; toute la commande l’attend.',
  'intake/order-of-two-customers': 'Les lignes de cette commande désignent des clients différents.',
  'intake/told-twice':
    'Une ligne précédente du fichier dit autre chose du même ; n’en gardez qu’une.',
  'intake/set-aside': 'Écartée par une règle du mappage : {reason}',
  'intake/no-customer': 'Aucun client n’est désigné (un achat sans compte, par exemple).',
  'intake/no-id': 'L’identifiant manque.',
  'intake/no-instant': 'La date manque.',
  'intake/required-missing': 'Une valeur obligatoire manque.',
  'intake/bad-number': 'Ce n’est pas un nombre, ou il est trop grand.',
  'intake/bad-boolean': 'Ce n’est ni oui ni non.',
  'intake/bad-date': 'Ce jour n’existe pas, ou il est écrit autrement que les autres.',
  'intake/bad-instant':
    'Cette date et heure n’existe pas, ou elle est écrite autrement que les autres.',
  'intake/bad-place': 'Ce n’est pas une latitude et une longitude.',
  'intake/mapping-syntax': 'Le mappage n’est pas du YAML valide : {detail}',
  'intake/mapping-shape': 'Dans le mappage, {path} : {detail}',
  'intake/unknown-event':
    'Le catalogue n’a pas d’événement « {event} ». Connus : {known}. Ajoutez-le à tessera.yaml.',
  'intake/unknown-field':
    'Le catalogue n’a pas de « {field} » ici. Connus : {known}. Ajoutez-le à tessera.yaml ou choisissez-en un autre.',
  'intake/missing-role':
    'Aucune colonne n’est désignée pour {role}. Dites laquelle : --map {role}=Colonne',
  'intake/missing-column': 'Le fichier n’a pas de colonne « {column} ». Il a : {known}',
  'intake/required-unmapped': '« {property} » est obligatoire et aucune colonne ne le remplit.',
  'intake/bad-override': '« {text} » n’est pas compris ; écrivez clé=valeur.',
  'intake/rounded': '{count} lignes avaient plus de six décimales et ont été arrondies.',
  'intake/unknown-categories':
    '{count} valeurs de {property} ne figurent pas dans l’arbre des catégories, et `under` ne les trouve pas\u00a0: {values}. Ajoutez-les à l’arbre ou corrigez les lignes.',
  'intake/states-not-counted':
    '{count} lignes ont dans {property} une valeur qui ne compte pas\u00a0: {values}. Seules comptent\u00a0: {counting}. Si c’est voulu, ajoutez les autres aux valeurs de la propriété.',
  'intake/columns-unused': 'Colonnes dont rien n’a été fait : {columns}',
  'intake/already-loaded': 'Ce fichier a déjà été chargé (import {load}) ; rien n’a été ajouté.',
  'intake/unreadable-file': 'Impossible de lire {file} : {reason}',
  'intake/empty-file': '{file} est vide.',
  'intake/no-rows': '{file} ne contient aucune ligne, tout au plus les noms des colonnes.',
  'intake/unknown-encoding': 'L’encodage « {encoding} » n’est pas connu.',
  'intake/json-array': '{file} est un seul tableau JSON ; écrivez un objet par ligne (NDJSON).',
  'intake/bad-parquet': '{file} n’est pas un fichier Parquet lisible : {reason}',
  'intake/wrong-ending':
    '{file} n’est pas ce que dit son nom : son contenu n’est pas du {kind}, ou il est endommagé.',
  'intake/workbook':
    '{file} est un classeur ou une archive, pas un tableau en texte ; enregistrez la feuille en CSV et chargez ce fichier.',
  'intake/not-text':
    '{file} n’est pas un tableau en texte : il contient des octets qu’aucun texte ne contient. Exportez les données en CSV, NDJSON ou Parquet.',
  'intake/customer-key-collision':
    'Deux identifiants de clients partagent une même clé interne ; rien n’a été chargé. Merci de le signaler.',
  'intake/miscounted':
    'Le compte des enregistrements n’est pas bon ({read} lus) ; rien n’a été chargé. Merci de le signaler.',
  'intake/cancelled': 'Arrêté ; rien n’a été chargé.',
  'intake/not-ready': 'Le fichier ne peut pas encore être chargé : {count} points à régler.',
  'intake/quarantine-unknown':
    '{file} n’est pas un fichier de quarantaine de ce programme (sa note manque).',
  'intake/quarantine-header':
    '{file} ne commence pas par la ligne line,column,code,reason,raw, si bien que ses lignes ne se distinguent pas ; rien n’a été chargé. Gardez cette première ligne et les cinq colonnes, et enregistrez-le en CSV UTF-8.',
  'intake/nothing-left':
    'Le fichier de quarantaine ne contient aucune ligne : il ne reste rien à charger.',
  'intake/ask-encoding':
    'Dans quel encodage est le fichier ? {bytes} octets en admettent plusieurs.',
  'intake/ask-delimiter':
    'Qu’est-ce qui sépare les cellules, « {first} » ou « {second} » ? Les deux conviennent.',
  'intake/ask-header': 'La première ligne donne-t-elle les noms des colonnes ? On y lit : {first}',
  'intake/ask-missing': '« {mark} » dans {column} veut-il dire que rien n’est connu ?',
  'intake/ask-decimal':
    'Quel est le séparateur décimal ? « {example} » ({column}) se lit de deux façons.',
  'intake/ask-dates':
    'Qu’est-ce qui vient d’abord dans {column}, le jour ou le mois ? « {example} » se lit des deux façons.',
  'intake/ask-kind': 'Que contient {file} ?',
  'intake/ask-role': 'Quelle colonne contient {role} ?',
  'intake/ask-which': 'Plusieurs colonnes pourraient être {role}. Laquelle est-ce ?',
  'intake/ask-refunds':
    'Les lignes dont {column} commence par « {prefix} » (comme {example}) sont-elles des remboursements ? {measure} est négatif dans {negative} des {rows} lignes examinées.',
  'intake/took-refunds':
    'Les lignes dont {column} commence par « {prefix} » (comme {example}) ont été prises pour des remboursements, car {measure} est négatif dans {negative} des {rows} lignes examinées. Sinon, retirez `routes` du mappage.',
  'intake/evidence-given': 'comme vous l’avez dit',
  'intake/evidence-first-bytes': 'les premiers octets du fichier',
  'intake/evidence-mark': 'une marque d’ordre des octets',
  'intake/evidence-zeros': 'un octet sur deux est nul',
  'intake/evidence-ascii': 'uniquement de l’ASCII jusqu’ici',
  'intake/evidence-utf8': '{bytes} octets hors ASCII sont de l’UTF-8 valide',
  'intake/evidence-single-byte': '{bytes} octets hors ASCII ne sont pas de l’UTF-8',
  'intake/evidence-alike': '{percent} % des lignes ont {cells} cellules',
  'intake/evidence-words': 'la première ligne ressemble à des noms',
  'intake/evidence-values': 'la première ligne contient des valeurs',
  'intake/evidence-unlike': 'la première ligne diffère des suivantes',
  'intake/evidence-recurs': 'des textes de la première ligne réapparaissent plus bas',
  'intake/evidence-mark-among-values': 'apparaît parmi des nombres ou des dates',
  'intake/evidence-numbers':
    '{dot} nombres avec un point, {comma} avec une virgule, {either} lisibles des deux façons',
  'intake/evidence-epoch': 'des nombres qui comptent depuis 1970',
  'intake/evidence-dates': 'des dates comme {example}',
  'intake/evidence-year-first': '{rows} dates commencent par l’année',
  'intake/evidence-none': 'rien dans le fichier ne l’indique',
  'intake/message-shape': 'Le message, ou cette partie, n’est pas un objet JSON.',
  'intake/message-type':
    'Le type n’est aucun de ceux-ci : track, identify, page, screen, group, alias.',
  'intake/message-deep': 'Le corps comporte trop de niveaux imbriqués.',
  'intake/message-large': 'Le message fait {size} octets ; {limit} au plus sont acceptés.',
  'intake/message-event':
    'Le catalogue n’a pas d’événement « {event} ». Ajoutez-le à tessera.yaml, ou ajoutez ce nom aux aliases d’un événement.',
  'intake/message-page': 'Le catalogue n’a ni événement nommé page ni événement au rôle web.',
  'intake/message-group':
    'Le catalogue n’a aucun attribut dont le nom commence par group_ pour ce que dit cet appel.',
  'intake/message-text': 'Ce n’est pas un texte, ou il est trop long.',
  'intake/message-list': 'Ce n’est pas une liste des valeurs attendues, ou elle est trop longue.',
  'intake/message-time':
    'Ce n’est pas un instant entre 1900 et 2299 ; écrivez-le en ISO 8601 avec son décalage.',
  'intake/message-sensitive': '« {property} » est déclaré sensible et n’est pas accepté par HTTP.',
}
