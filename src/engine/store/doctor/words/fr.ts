/** What the doctor finds, in French. */
import type { FindingCode } from './codes.ts'

export const fr: Readonly<Record<FindingCode, string>> = {
  'store/answers': '{engine} {version} répond à {address}.',
  'store/disk-free': '{megabytes} Mo sont libres dans {path}.',
  'store/disk-low':
    'Il ne reste que {megabytes} Mo libres dans {path} : un gros chargement risque de ne pas tenir.',
  'store/disk-nearly-full':
    'Il ne reste que {megabytes} Mo libres dans {path} : faites de la place avant de continuer.',
  'store/engine-absent':
    '{engine} n’est pas installé : le paquet {package} manque. Réinstallez avec les paquets optionnels ou donnez une URL.',
  'store/engine-installed': '{engine} est installé ({version}).',
  'store/folder-absent':
    'Le dossier de données {path} n’existe pas encore ; il est créé à la première utilisation.',
  'store/folder-denied': 'Nous n’avons pas le droit de lire et d’écrire dans {path}.',
  'store/folder-open':
    'D’autres utilisateurs peuvent voir le contenu de {path}, qui garde des mots de passe. Fermez-le avec chmod 700.',
  'store/memory-low':
    'Cette machine a {megabytes} Mo de mémoire ; évaluer de grands programmes en demande davantage.',
  'store/no-answer': '{engine} est inutilisable à {address} ({reason}).',
  'store/no-port': 'Aucun port ne peut être ouvert sur 127.0.0.1.',
  'store/not-running':
    'Les moteurs locaux ne tournent pas ; ils démarrent à la première utilisation.',
  'store/orphan':
    '{engine} (processus {pid}) a été laissé par un superviseur interrompu ; le prochain démarrage l’arrête.',
  'store/platform':
    'Le ClickHouse local ne fonctionne pas sur {platform} ; donnez l’URL d’un serveur.',
  'store/postgres-account':
    'PostgreSQL tourne sous le compte {account}, car il refuse de tourner en root.',
  'store/postgres-no-account':
    'Nous tournons en root et aucun autre compte ne convient à PostgreSQL ; créez-en un nommé tessera.',
  'store/restarted': '{engine} est tombé et a été relancé {count} fois.',
  'store/running':
    'Les moteurs locaux tournent (processus {pid}, lancé par {command} ; port {clickhousePort} de ClickHouse, port {postgresPort} de PostgreSQL), utilisés par : {doors}.',
  'store/running-unused':
    'Les moteurs locaux tournent (processus {pid}, lancé par {command} ; port {clickhousePort} de ClickHouse, port {postgresPort} de PostgreSQL), sans que personne ne les utilise.',
  'store/silent': 'Le processus {pid} ({command}) retient le dossier de données et ne répond pas.',
}
