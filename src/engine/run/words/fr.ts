/** French words for what verbs and stores refuse. */
import type { RunCode } from './codes.ts'

export const fr: Readonly<Record<RunCode, string>> = {
  'run/no-programme':
    'Il n’y a pas de tessera.yaml dans {folder} ni au-dessus. Indiquez le dossier avec --programme, ou créez un programme avec « tessera init ».',
  'run/programme-exists': 'Il y a déjà un programme dans {folder} ; choisissez un autre dossier.',
  'run/programme-invalid':
    'Le programme est inutilisable tant que ces erreurs ne sont pas corrigées ({count}).',
  'run/id-changed':
    'L’identifiant de ce programme est passé de {was} à {is} ; arrêtez puis relancez pour ouvrir l’autre.',
  'run/segment-unknown': 'Le segment « {segment} » n’existe pas. {near}',
  'run/segment-exists': 'Le segment « {segment} » existe déjà ; choisissez une autre clé.',
  'run/segment-used': 'Le segment « {segment} » est utilisé par {users} ; modifiez-les d’abord.',
  'run/stale-revision':
    'Le segment « {segment} » a été modifié par quelqu’un d’autre entre-temps ; regardez la nouvelle version puis enregistrez à nouveau.',
  'run/customer-unknown':
    'Aucun client « {customer} » n’est connu. Les identifiants sont comparés exactement, majuscules comprises.',
  'run/not-evaluated': 'Rien n’a encore été évalué ; lancez « tessera evaluate ».',
  'run/not-in-snapshot':
    'Le segment « {segment} » n’est pas dans l’évaluation publiée : seuls les segments actifs et appliqués sont calculés. Voyez ce qui attend d’être appliqué, appliquez-le, puis évaluez.',
  'run/definition-invalid': 'La définition comporte des erreurs.',
  'run/bad-instant':
    '« {text} » n’est pas un moment compris ; écrivez un jour (2026-01-31) ou un instant avec son décalage (2026-01-31T10:00Z).',
  'run/bad-request': 'La requête n’a pas la forme attendue.',
  'run/fact-type-changed':
    'La colonne {column} de {table} contient {stored}, mais le catalogue dit maintenant {wanted} ; annulez ce changement de type ou donnez un nouveau nom à la propriété.',
  'run/job-unknown':
    'La tâche {job} n’existe pas ; les tâches finies sont oubliées après un certain temps.',
  'run/upload-unknown': 'L’envoi {upload} n’existe pas ; envoyez le fichier à nouveau.',
  'run/upload-too-large': 'Le fichier dépasse {limit} octets ; chargez-le avec « tessera load ».',
  'run/import-unknown': 'L’import {import} n’existe pas.',
  'run/no-quarantine':
    'L’import {import} n’a mis aucune ligne de côté, ou son fichier a été supprimé.',
  'run/file-missing': 'Le fichier {file} n’existe pas.',
  'run/file-denied':
    'Impossible de lire ou d’écrire {file} ; vérifiez son propriétaire et ses droits.',
  'run/not-a-file':
    'Impossible d’utiliser {file} : un fichier était attendu là où il y a un dossier, ou l’inverse ({reason}).',
  'run/disk-full':
    'Le disque est plein ; libérez de la place et réessayez. Rien n’a été écrit à moitié.',
  'run/not-signed-in':
    'La clé d’accès manque ou est fausse. Ouvrez l’adresse que « tessera up » affiche.',
  'run/wrong-host': 'Cette adresse n’est pas servie ; utilisez celle que « tessera up » affiche.',
  'run/not-found': 'Il n’y a rien à cette adresse.',
  'run/console-missing': 'La console n’a pas été construite ; lancez : npm run build',
  'run/port-busy': 'Le port {port} est déjà utilisé ; choisissez-en un autre avec --port.',
  'run/node-fine': 'Node {version} est assez récent.',
  'run/node-old': 'Node {version} est trop ancien ; installez {needed} ou plus récent.',
  'run/programme-found': 'Le programme se trouve dans {folder} ({count} segments).',
  'run/server-runs': 'Une console est servie sur le port {port} (processus {pid}).',
  'run/import-open':
    'L’import {id} de {file} n’est pas terminé ({state}) : il est en cours, ou la prochaine ouverture l’achève ou l’abandonne.',
  'run/demo-size':
    'Une démonstration demande au moins 1 client et de 1 à 8 ans ; {customers} clients et {years} ans étaient demandés.',
  'run/demo-column':
    'Un fichier de la démonstration n’a pas de colonne {column}. Merci de le signaler.',
  'run/stores-differ':
    'Les faits et le registre ne vont pas ensemble : l’adresse de l’un d’eux a changé. Donnez les deux anciennes adresses, ou déplacez les deux.',
  'run/keeps-applied':
    'La version {version} de « {segment} » reste en vigueur jusqu’à ce que son fichier soit corrigé.',
  'run/members-carried':
    '« {segment} » garde les membres de sa dernière bonne évaluation : la définition en vigueur ne s’accorde plus avec le catalogue. Appliquez-en une qui s’accorde.',
  'run/segment-check': 'Vérification de « {segment} » : {text}',
  'run/near-duplicate':
    'Le segment « {segment} » a presque les mêmes membres que « {other} » : {share} % des membres de l’un ou de l’autre sont dans les deux. Fusionnez-les ou dites à quoi sert la différence.',
  'run/under-privacy-floor':
    'Le segment « {segment} » a moins de {floor} membres : on pourrait y reconnaître des personnes, rien n’en sera donc affiché.',
  'run/under-activation-floor':
    'Le segment « {segment} » a moins de {floor} membres : trop peu pour être activé, ou pour qu’un test y voie quelque chose.',
  'run/not-applied':
    'Les fichiers diffèrent de ce qui est en vigueur en {count} points : {segments}. Voyez ce qui changerait avec « tessera plan ».',
  'run/examples-fail':
    'Des exemples échouent ({count}), donc rien n’a été appliqué. Corrigez-les, ou appliquez avec --force en disant pourquoi.',
  'run/why-needed':
    'Dites pourquoi : ce qui est appliqué malgré des exemples qui échouent garde sa raison.',
  'run/version-unknown': 'Le segment « {segment} » n’a pas de version {version}.',
  'run/example-not-in': 'Ce client devrait être dans le segment, mais il n’y est pas. {reason}',
  'run/example-not-out': 'Ce client ne devrait pas être dans le segment, mais il y est. {reason}',
  'run/example-name': 'Le catalogue ne connaît pas « {name} » ici. {near}',
  'run/example-value': '« {value} » n’est pas {type}.',
  'run/example-time':
    '« {text} » n’est pas un moment : écrivez un jour (2026-01-31), ou un jour et une heure (2026-01-31T10:00, avec le décalage s’il n’est pas celui du programme).',
  'run/example-broken': 'L’exemple ne peut pas être essayé avant que la définition soit corrigée.',
  'run/list-unknown': 'Il n’y a pas de liste « {list} ». {near}',
  'run/list-exists': 'La liste « {list} » existe déjà.',
  'run/list-name':
    '« {list} » ne peut pas nommer une liste : utilisez des lettres, des chiffres, des espaces et . _ -, en commençant par une lettre ou un chiffre ; ou segment:<clé>:include, segment:<clé>:exclude pour des membres à la main.',
  'run/list-rows':
    'Aucune colonne « {column} » n’a été trouvée dans {file} ; nommez-la avec --column.',
  'run/counts-proposed':
    'Les événements {event} comptent quand {property} vaut : {values} ; pas quand il vaut : {idle}. C’est une proposition tirée d’un échantillon ; corrigez « counts » dans tessera.yaml.',
  'run/ids-unknown':
    'Personne n’a ces identifiants, qui ont été laissés de côté : {ids} ({count} en tout).',
  'run/score-unknown': 'Le catalogue ne connaît pas de score « {score} ». {near}',
  'run/score-columns':
    '{file} doit avoir une colonne customer_id et, une fois chacune, des colonnes de scores : {wanted}.',
  'run/score-column-unread':
    'La colonne « {column} » n’est pas un score du catalogue et n’a pas été lue. {near}',
  'run/score-customer':
    'Personne n’a l’identifiant « {customer} » ; la valeur a été laissée de côté.',
  'run/score-objected': '« {customer} » s’oppose au profilage ; la valeur a été laissée de côté.',
  'run/score-value':
    '« {value} » n’est pas un nombre que l’on puisse garder ; le score {score} de {customer} a été laissé de côté.',
  'run/write-key-missing':
    'Aucune clé d’écriture n’a été envoyée. Envoyez-la comme utilisateur de l’authentification Basic ; « tessera key create » en crée une.',
  'run/write-key-unknown': 'La clé d’écriture {key} n’est pas connue ici, ou elle a été révoquée.',
  'run/write-key-none': 'La clé d’écriture {key} n’existe pas.',
  'run/message-limit': 'Le corps dépasse {limit} octets ; envoyez des lots plus petits.',
  'run/message-json': 'Le corps n’est pas du JSON de la forme attendue.',
  'run/messages-refused': 'Le message a été refusé ; rien n’en est conservé comme fait.',
  'run/arrivals-full': 'Trop d’événements attendent ; réessayez dans {seconds} s.',
  'run/ledger-not-durable':
    'Le registre tourne sans fsync : un événement confirmé pourrait se perdre ; activez-le.',
  'run/merge-same': '« {customer} » et « {alias} » sont déjà le même client.',
  'run/merge-taken':
    '« {alias} » fait déjà partie du client « {customer} » ; annulez d’abord cette fusion.',
  'run/merge-order':
    '« {customer} » a été fusionné ensuite avec « {into} » ; annulez d’abord cette fusion.',
  'run/merge-unknown': '« {alias} » n’est fusionné avec aucun autre client.',
  'run/not-taken-in':
    'Le fichier est chargé, mais les membres publiés n’en tiennent pas encore compte : {reason} La prochaine évaluation l’inclura.',
  'run/not-held-then':
    'Rien n’était publié à {at}, ou rien n’en est conservé ; demandez plutôt ce qui est vrai de ce moment (--reading recomputed).',
  'run/frozen-exists':
    'Il existe déjà un instantané nommé {name} ; les instantanés ne changent jamais.',
  'run/frozen-unknown':
    'Aucun instantané ne se nomme {name} ; « tessera snapshot list » les énumère.',
  'run/frozen-name':
    '{name} ne peut pas nommer un instantané : 63 minuscules, chiffres, points, traits d’union et traits de soulignement au plus.',
  'run/template-unknown': 'Le gabarit « {template} » n’existe pas. {near}',
  'run/template-parameter':
    '« {value} » ne convient pas au paramètre {name} du gabarit {template}. Il accepte : {known}.',
  'run/template-unfit':
    'Le gabarit {template} ne convient pas à ce programme. Il manque : {missing}.',
  'run/template-taken':
    'Le segment « {segment} » existe déjà. Donnez au nouveau une clé à lui, par exemple « {free} ».',
  'run/segment-key':
    '« {key} » n’est pas une clé de segment : minuscules, chiffres, _ et -, en commençant par une lettre, 60 au plus.',
  'run/name-left-behind':
    "Des valeurs de « {name} » ({table}) sont conservées, mais le catalogue n'a plus ce nom. S'il a été renommé, remettez l'ancien nom ou rechargez les fichiers sous le nouveau.",
  'run/report-unknown': "Il n'y a pas de rapport « {report} » ; il y a {near}.",
  'run/report-parameter':
    'Rapport {report} : {name} = « {value} » ne convient pas. Valeurs admises : {wanted}.',
  'run/report-lacks':
    '{report} ne peut pas être établi : il manque au catalogue {missing}. Déclarez-le dans tessera.yaml.',
  'run/model-unknown': 'Il n’y a pas de modèle « {model} » ; il y a {near}.',
  'run/model-kind-unknown': 'Il n’y a pas de type de modèle « {kind} » ; il y a {near}.',
  'run/model-exists': '{file} existe déjà. Donnez au nouveau modèle une clé à lui.',
  'run/model-key':
    '« {key} » n’est pas une clé de modèle : minuscules sans accent, chiffres et _, en commençant par une lettre, 40 au plus.',
  'run/model-lacks':
    'Le modèle {model} ne peut pas être calculé : il manque au catalogue {missing}. Indiquez-le dans tessera.yaml ou dans le fichier du modèle.',
  'run/model-failed':
    'Le modèle n’a pas pu être calculé à cause d’une erreur interne de Tessera. Merci de la signaler.',
  'run/model-run-unknown': 'Le modèle {model} n’a pas d’exécution {run}.',
  'run/failed': 'Un échec s’est produit : {reason}',
  'store/access-denied':
    'Le moteur a refusé l’autorisation ; donnez à son utilisateur les droits indiqués dans la référence.',
  'store/bad-address': 'L’adresse de {what} n’est pas compréhensible.',
  'store/bad-data': 'Le moteur n’a pas pu lire une valeur enregistrée.',
  'store/bad-login': 'Le moteur a refusé l’utilisateur ou le mot de passe.',
  'store/busy': 'Un autre processus y travaille : {holder}. Réessayez quand il aura fini.',
  'store/cancelled': 'Le travail a été annulé.',
  'store/cluster': 'La grappe {cluster} est inutilisable : {reason}',
  'store/data-directory':
    'Le dossier de données {path} est inutilisable ; vérifiez son propriétaire et ses droits.',
  'store/disk-full': 'Le disque du moteur est plein ; libérez de la place et réessayez.',
  'store/engine-busy': 'Le moteur est trop occupé ; réessayez dans un instant.',
  'store/engine-down': 'Le moteur ne répond pas. « tessera doctor » en dit plus.',
  'store/engine-missing':
    'Le moteur {engine} n’est pas installé pour cette plateforme ; relancez npm install.',
  'store/engine-start': 'Le moteur {engine} n’a pas démarré : {reason}',
  'store/engine-version': 'Le moteur {engine} est en version {found} ; il faut au moins {needed}.',
  'store/ledger-newer':
    'Le registre a été écrit par un Tessera plus récent ({migration}) ; mettez celui-ci à jour.',
  'store/ledger-version':
    'Le registre sur disque est de PostgreSQL {found} ; ce Tessera apporte {needed}.',
  'store/lock-lost': 'La connexion qui tenait le verrou s’est rompue ; réessayez.',
  'store/locked':
    'Le processus {pid} ({command}) occupe le dossier de données et ne répond pas. Attendez un instant ; sinon, arrêtez-le (kill -9 {pid}) et réessayez.',
  'store/locked-row': 'Deux écritures se sont croisées dans le registre ; réessayez.',
  'store/no-data-directory': 'Les moteurs locaux ont besoin d’un dossier de données.',
  'store/no-os-user':
    'PostgreSQL ne tourne pas sous root, et il n’y a pas de compte pour l’exécuter.',
  'store/query-limit': 'La question dépasse les limites ; restreignez-la.',
  'store/query-refused':
    'Le moteur a refusé une requête. Merci de le signaler avec l’identifiant de requête du journal.',
  'store/supervisor-start': 'Les moteurs locaux de {path} n’ont pas démarré : {reason}',
  'store/supervisor-version':
    'Une autre version de Tessera exécute les moteurs (processus {pid}, {command}) ; arrêtez-la d’abord avec « tessera stop ».',
  'store/unknown-database': 'La base de données a disparu ; ouvrez à nouveau le programme.',
  'store/unknown-table': 'Une table a disparu ; ouvrez à nouveau le programme.',
}
