/** What issues of the language say in French. */
import type { IssueWord } from './issue-word.ts'

export const FR: Readonly<Record<IssueWord, string>> = {
  'did-you-mean': 'Vouliez-vous dire {nearest} ?',
  'write-instead': 'Écrivez : {fix}',
  'known-names': 'Connus : {known}.',
  'expected-condition': 'une condition ou une valeur',
  'expected-name': 'un nom',
  'expected-operator': 'une question telle que `=`, `in`, `between` ou `contains`',
  or: 'ou',
  'type-text': 'un texte',
  'type-category': 'une catégorie',
  'type-number': 'un nombre',
  'type-money': 'un montant',
  'type-boolean': 'vrai ou faux',
  'type-date': 'une date',
  'type-instant': 'un instant',
  'type-duration': 'une durée',
  'type-length': 'une distance',
  'type-list': 'une liste',
  'type-geo': 'un lieu',
  'segment/text-too-long':
    'La définition dépasse {limit} caractères. Divisez-la en plusieurs segments et reliez-les avec `in segment`.',
  'segment/bad-character':
    'Le caractère {found} ne signifie rien ici. Retirez-le, ou mettez-le entre guillemets s’il fait partie d’un texte.',
  'segment/open-text': 'Ce texte n’a pas de fin. Fermez-le par {expected} sur la même ligne.',
  'segment/open-name':
    'Ce nom est vide ou n’a pas de fin. Fermez-le par un accent grave (`) sur la même ligne.',
  'segment/bad-escape':
    '{found} ne signifie rien dans un texte. Pour une barre oblique inverse, écrivez-en deux.',
  'segment/bad-number':
    '{found} n’est pas un nombre. Mettez une espace entre le nombre et son unité.',
  'segment/number-range':
    '{found} sort des limites : un nombre a au plus douze chiffres avant le point et six après.',
  'segment/bad-date': '{found} n’existe pas dans le calendrier ou sort des années 1900 à 2299.',
  'segment/date-shape':
    '{found} peut se lire de deux façons. Écrivez la date année-mois-jour : 2026-01-31.',
  'segment/instant-offset':
    '{found} ne dit pas dans quel fuseau horaire. Ajoutez Z pour UTC ou un décalage tel que +02:00.',
  'segment/empty': 'La définition est vide. Pour prendre toute la base, écrivez `everyone`.',
  'segment/expected': 'Ici, on attendait {expected} et non {found}.',
  'segment/expected-at-end': 'La définition s’arrête trop tôt : on attendait {expected}.',
  'segment/expected-value': 'Il faut une valeur ici, mais ceci est une condition.',
  'segment/expected-comparison':
    'Ceci n’est qu’une valeur. Dites ce qu’on en demande, par exemple avec `=`, `>`, `in (...)` ou `is known`.',
  'segment/misplaced-not':
    'Après une valeur, `not` ne va qu’avec `in`. Placez `not` devant toute la condition.',
  'segment/unknown-function': 'Il n’y a pas de fonction {found}.',
  'segment/missing-connective': 'Il manque `and` ou `or` avant {found}.',
  'segment/reserved-name':
    '{name} est un mot du langage. Pour en faire un nom, mettez-le entre accents graves.',
  'segment/calendar-duration':
    '{found} n’a pas de durée fixe. Comptez en jours, ou employez une fenêtre : `joined within last 6 months`.',
  'segment/rolling-unit':
    'Les trimestres sont des périodes entières. Écrivez `previous {count} quarters`.',
  'segment/whole-number': 'Il faut un nombre entier ici, et non {found}.',
  'segment/window-count': 'La fenêtre demande ici un nombre entier de 1 à {limit}, et non {found}.',
  'segment/out-of-range': 'Il faut ici un nombre de {low} à {high}, pas {found}.',
  'segment/too-deep':
    'La définition a plus de {limit} niveaux imbriqués. Nommez ses parties avec measure ou divisez-la en segments.',
  'segment/only-in-where':
    '{found} porte sur les parties d’un événement : placez-le dans un where, comme `any(purchase where any item (...))`.',
  'segment/not-in-where':
    '{found} parle du client, alors que where parle d’un seul événement. Sortez-le du where.',
  'segment/measure-twice': 'La mesure {name} est définie deux fois. Renommez l’une d’elles.',
  'segment/comment-lost':
    'La mise en forme perdrait ce commentaire. Placez les commentaires au début de la définition.',
  'segment/json-version': 'Ce document n’est pas une définition de la version {version}.',
  'segment/json-shape': 'Cette partie du document n’a pas la forme attendue : {reason}.',
  'segment/unknown-trait': 'Il n’y a pas d’attribut ni de mesure {name}.',
  'segment/unknown-event': 'Il n’y a pas d’événement {name}.',
  'segment/unknown-element': 'L’événement {event} n’a pas de partie {name}.',
  'segment/unknown-property': '{of} n’a pas de propriété {name}.',
  'segment/unknown-segment': 'Il n’y a pas de segment « {name} ».',
  'segment/unknown-category': 'L’arborescence des catégories ne contient pas « {name} ».',
  'segment/unknown-measure': 'Il n’y a pas de mesure {name}.',
  'segment/unknown-zone':
    '« {name} » n’est pas un fuseau horaire. Utilisez un nom IANA tel que Europe/Paris.',
  'segment/no-tree':
    '{name} n’appartient à aucune arborescence de catégories : rien ne peut se trouver dessous. Utilisez =, ou donnez-lui une arborescence dans le catalogue.',
  'segment/no-role':
    '{word} demande un attribut qui ait le rôle {role}. Donnez ce rôle à une date dans le catalogue.',
  'segment/sensitive':
    '{name} est une donnée sensible et ne peut pas servir dans une définition. Consultez le délégué à la protection des données, ou retirez-la.',
  'segment/too-large':
    'Une fois ses mesures développées, la définition compte plus de {limit} parties. Simplifiez les mesures.',
  'segment/measure-cycle':
    'Ces mesures renvoient l’une à l’autre en boucle : {path}. Rompez la boucle.',
  'segment/measure-broken':
    'La mesure {name} du programme comporte une erreur. Corrigez-la d’abord dans tessera.yaml.',
  'segment/segment-cycle':
    'Ces segments renvoient l’un à l’autre en boucle : {path}. Rompez la boucle.',
  'segment/refers-to-broken':
    'Le segment « {segment} » comporte une erreur ; cette définition n’a donc pas de sens non plus. Corrigez-le d’abord.',
  'segment/type-mismatch': 'On ne peut pas comparer {leftType} et {rightType}.',
  'segment/wrong-type': 'Il faut {expectedTypes} ici, mais ceci est {foundType}.',
  'segment/measure-type': '{fn} ne s’applique pas à {name}, qui est {foundType}.',
  'segment/no-comparison': '{op} ne s’applique pas à {type}.',
  'segment/bad-arithmetic': 'L’opération n’a pas de sens : {leftType} {op} {rightType}.',
  'segment/currency-mismatch':
    'Des montants en {left} et en {right} ne se combinent pas. Seuls sont convertis les montants dont les lignes disent la monnaie (`currencyFrom` dans le catalogue).',
  'segment/not-money':
    'Ce montant en {currency} côtoie une valeur qui n’est pas un montant. Retirez {currency}.',
  'segment/empty-text':
    'Un texte vide est une valeur absente. Demandez `is missing` ou `is known`.',
  'segment/bad-pattern':
    '« {pattern} » n’est pas un motif RE2 valide. Vérifiez les parenthèses, les crochets et les barres.',
  'segment/at-least-range':
    'at least {count} sur {parts} conditions : le nombre doit être compris entre 1 et {parts}.',
  'segment/list-needs-has': 'Une liste s’interroge avec `has any`, `has all` ou `has none`.',
  'segment/unknown-score': 'Il n’y a pas de score {name}.',
  'segment/no-consent':
    'Aucun attribut du catalogue ne dit qui a accepté {purpose} par {channel}. Donnez à l’un d’eux le rôle consent, avec ce canal et cette finalité.',
  'segment/prefix-measure':
    '{fn} ne peut pas porter sur plusieurs types d’événement à la fois. Nommez-en un seul ; any, count, sum, min, max, first et last acceptent `*`.',
  'segment/no-refund':
    'Aucun événement du catalogue n’annule {event} : il n’y a rien à soustraire. Écrivez `sum`, ou donnez au remboursement un `refundOf` dans le catalogue.',
  'segment/refund-differs':
    '`net` demande la même chose à {event} et à {refund}, mais il manque à {refund} une propriété utilisée ici, ou elle y a un autre type ou une autre monnaie. Ajoutez-la au catalogue, ou écrivez la différence de deux sommes.',
  'segment/window-not-here': '{found} fixe déjà la période regardée. Retirez cette fenêtre.',
  'segment/share-needs-where':
    'Une part est ce qui remplit une condition, sur le tout : écrivez-la avec `where`.',
  'segment/trend-no-measure':
    'Une tendance demande une mesure prise à chaque période, comme `sum(purchase.amount)`.',
  'segment/state-one-trait':
    'On ne peut demander depuis quand elle est vraie qu’à une condition sur un seul attribut ou une seule liste, comme `tier = "gold" for at least 90 days`.',
  'segment/not-length':
    'Une distance se trouve à côté d’un nombre sans unité. Écrivez l’unité : m, km ou mi.',
  'segment/then-not-needs-within':
    '`then not` demande le délai pendant lequel cela ne doit pas arriver : ajoutez `within 7 days`.',
  'segment/only-negative':
    'Ceci dit seulement ce que les clients n’ont pas fait ou ne sont pas : tous ceux qui n’ont jamais rien fait en font partie. Si ce n’est pas voulu, ajoutez une condition positive.',
  'segment/includes-zero':
    'Les clients qui n’en ont aucun en font aussi partie. Pour les exclure, utilisez `between 1 and ...`.',
  'segment/not-equal-missing':
    'Les clients sans valeur n’en font pas partie. Pour les inclure, ajoutez `or ... is missing`.',
  'segment/never-true':
    'Ceci ne peut jamais être vrai : la borne inférieure dépasse la borne supérieure. Échangez-les.',
  'segment/empty-window':
    'Rien ne peut tomber dans cette fenêtre : elle finit avant de commencer. Échangez ses bornes.',
  'segment/unknown-value': '« {value} » ne figure pas parmi les valeurs connues.',
  'segment/unknown-list': 'Il n’y a pas encore de liste « {name} » ; personne n’y figure.',
}
