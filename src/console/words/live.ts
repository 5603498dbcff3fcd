/** Words about live events, write keys and merged customers. */
import type { Chapter } from './chapter.ts'

/** Keys of this chapter. */
export type LiveWord =
  | 'navLive'
  | 'liveTitle'
  | 'liveIntro'
  | 'liveAccepted'
  | 'liveRefused'
  | 'liveRate'
  | 'liveBacklog'
  | 'liveBacklogRows'
  | 'liveBacklogNone'
  | 'liveWaits'
  | 'liveAbsorbed'
  | 'liveSince'
  | 'rateTitle'
  | 'arriving'
  | 'arrivingNone'
  | 'happened'
  | 'event'
  | 'messageId'
  | 'leftOut'
  | 'refusedTitle'
  | 'refusedNone'
  | 'refusedBody'
  | 'droppedTitle'
  | 'droppedIntro'
  | 'property'
  | 'times'
  | 'pause'
  | 'resume'
  | 'keysTitle'
  | 'keysIntro'
  | 'keysNone'
  | 'keyName'
  | 'keyNameHint'
  | 'keyCreate'
  | 'keyOnce'
  | 'keyOnceBody'
  | 'keyPrefix'
  | 'keyCreated'
  | 'keyRevoke'
  | 'keyRevoked'
  | 'keyRevokedAt'
  | 'keyWorks'
  | 'copy'
  | 'copied'
  | 'snippetTitle'
  | 'snippetIntro'
  | 'mergesTitle'
  | 'mergesIntro'
  | 'mergeAlias'
  | 'mergeAliasHint'
  | 'mergeDo'
  | 'mergeDone'
  | 'mergeUndo'
  | 'mergeUndone'
  | 'mergeOpen'
  | 'mergeIs'
  | 'mergeUndoing'
  | 'mergeWas'

/** The texts. */
export const LIVE: Chapter<LiveWord> = {
  navLive: ['Events', 'Eventos', 'Eventos', 'Événements'],
  liveTitle: [
    'Events as they arrive',
    'Eventos ao chegar',
    'Eventos según llegan',
    'Événements à leur arrivée',
  ],
  liveIntro: [
    'What shops and apps post over HTTP: taken whole or refused whole, counted once, in the numbers about a second later.',
    'O que lojas e aplicativos enviam por HTTP: aceito ou recusado por inteiro, contado uma vez, nos números cerca de um segundo depois.',
    'Lo que tiendas y aplicaciones envían por HTTP: se acepta o se rechaza entero, se cuenta una vez y entra en las cifras un segundo después.',
    'Ce que boutiques et applications envoient par HTTP : accepté ou refusé en entier, compté une fois, dans les chiffres une seconde plus tard.',
  ],
  liveAccepted: ['Accepted', 'Aceitos', 'Aceptados', 'Acceptés'],
  liveRefused: ['Refused', 'Recusados', 'Rechazados', 'Refusés'],
  liveRate: ['Per second', 'Por segundo', 'Por segundo', 'Par seconde'],
  liveBacklog: ['Waiting', 'Esperando', 'En espera', 'En attente'],
  liveBacklogRows: [
    'messages, {size}',
    'mensagens, {size}',
    'mensajes, {size}',
    'messages, {size}',
  ],
  liveBacklogNone: ['nothing waits', 'nada espera', 'nada espera', 'rien n’attend'],
  liveWaits: [
    'the oldest for {time}',
    'a mais antiga há {time}',
    'el más antiguo desde hace {time}',
    'le plus ancien depuis {time}',
  ],
  liveAbsorbed: [
    'last taken over {date}',
    'última tomada em {date}',
    'último traspaso {date}',
    'dernière reprise {date}',
  ],
  liveSince: ['since the start', 'desde o início', 'desde el inicio', 'depuis le démarrage'],
  rateTitle: ['The last minute', 'O último minuto', 'El último minuto', 'La dernière minute'],
  arriving: ['Latest messages', 'Últimas mensagens', 'Últimos mensajes', 'Derniers messages'],
  arrivingNone: [
    'Nothing has arrived yet. Make a write key and send something.',
    'Nada chegou ainda. Crie uma chave de escrita e envie algo.',
    'Aún no ha llegado nada. Cree una clave de escritura y envíe algo.',
    'Rien n’est encore arrivé. Créez une clé d’écriture et envoyez quelque chose.',
  ],
  happened: ['Happened', 'Aconteceu', 'Ocurrió', 'Survenu'],
  event: ['Event', 'Evento', 'Evento', 'Événement'],
  messageId: ['Message id', 'Id da mensagem', 'Id del mensaje', 'Id du message'],
  leftOut: [
    'left out: {names}',
    'deixado de fora: {names}',
    'omitido: {names}',
    'laissé de côté : {names}',
  ],
  refusedTitle: [
    'Refused, and why',
    'Recusados, e por quê',
    'Rechazados, y por qué',
    'Refusés, et pourquoi',
  ],
  refusedNone: [
    'Nothing was refused in the last seven days.',
    'Nada foi recusado nos últimos sete dias.',
    'No se rechazó nada en los últimos siete días.',
    'Rien n’a été refusé ces sept derniers jours.',
  ],
  refusedBody: ['The message', 'A mensagem', 'El mensaje', 'Le message'],
  droppedTitle: [
    'Properties left out',
    'Propriedades deixadas de fora',
    'Propiedades omitidas',
    'Propriétés laissées de côté',
  ],
  droppedIntro: [
    'The catalogue does not declare them. Declare those you need in tessera.yaml.',
    'O catálogo não as declara. Declare no tessera.yaml as que precisar.',
    'El catálogo no las declara. Declare en tessera.yaml las que necesite.',
    'Le catalogue ne les déclare pas. Déclarez dans tessera.yaml celles qu’il vous faut.',
  ],
  property: ['Property', 'Propriedade', 'Propiedad', 'Propriété'],
  times: ['Times', 'Vezes', 'Veces', 'Fois'],
  pause: ['Pause', 'Pausar', 'Pausar', 'Pause'],
  resume: ['Go on', 'Continuar', 'Continuar', 'Reprendre'],
  keysTitle: ['Write keys', 'Chaves de escrita', 'Claves de escritura', 'Clés d’écriture'],
  keysIntro: [
    'A sender needs a key. It may only write; it reads nothing.',
    'Quem envia precisa de uma chave. Ela só escreve; não lê nada.',
    'Quien envía necesita una clave. Solo escribe; no lee nada.',
    'Un expéditeur a besoin d’une clé. Elle ne fait qu’écrire ; elle ne lit rien.',
  ],
  keysNone: ['No key yet.', 'Nenhuma chave ainda.', 'Aún no hay claves.', 'Pas encore de clé.'],
  keyName: ['Sender', 'Quem envia', 'Quién envía', 'Expéditeur'],
  keyNameHint: [
    'For example: web shop, app, till 4.',
    'Por exemplo: loja virtual, aplicativo, caixa 4.',
    'Por ejemplo: tienda web, aplicación, caja 4.',
    'Par exemple : boutique en ligne, application, caisse 4.',
  ],
  keyCreate: ['Make a key', 'Criar chave', 'Crear clave', 'Créer une clé'],
  keyOnce: [
    'Copy the key now: it is shown this once',
    'Copie a chave agora: ela só aparece desta vez',
    'Copie la clave ahora: solo se muestra esta vez',
    'Copiez la clé maintenant : elle n’est montrée qu’une fois',
  ],
  keyOnceBody: [
    'Only its fingerprint is kept. Who loses it makes a new one.',
    'Só a impressão digital dela é guardada. Quem a perder cria outra.',
    'Solo se guarda su huella. Quien la pierda crea otra.',
    'Seule son empreinte est gardée. Qui la perd en crée une autre.',
  ],
  keyPrefix: ['Begins with', 'Começa com', 'Empieza por', 'Commence par'],
  keyCreated: ['Made', 'Criada', 'Creada', 'Créée'],
  keyRevoke: ['Revoke', 'Revogar', 'Revocar', 'Révoquer'],
  keyRevoked: [
    '“{name}” is revoked; it stops within two seconds.',
    '“{name}” foi revogada; para em até dois segundos.',
    '«{name}» está revocada; deja de servir en dos segundos.',
    '« {name} » est révoquée ; elle cesse en deux secondes.',
  ],
  keyRevokedAt: [
    'revoked {date}',
    'revogada em {date}',
    'revocada el {date}',
    'révoquée le {date}',
  ],
  keyWorks: ['works', 'funciona', 'funciona', 'fonctionne'],
  copy: ['Copy', 'Copiar', 'Copiar', 'Copier'],
  copied: ['Copied.', 'Copiado.', 'Copiado.', 'Copié.'],
  snippetTitle: [
    'Send a first event',
    'Enviar um primeiro evento',
    'Enviar un primer evento',
    'Envoyer un premier événement',
  ],
  snippetIntro: [
    'The usual libraries work unmodified, for example @segment/analytics-node:',
    'As bibliotecas de sempre funcionam sem mudanças, por exemplo @segment/analytics-node:',
    'Las bibliotecas de siempre funcionan sin cambios, por ejemplo @segment/analytics-node:',
    'Les bibliothèques habituelles fonctionnent telles quelles, par exemple @segment/analytics-node :',
  ],
  mergesTitle: [
    'One person with several ids',
    'Uma pessoa com vários ids',
    'Una persona con varios ids',
    'Une personne avec plusieurs identifiants',
  ],
  mergesIntro: [
    'Events, traits, lists and scores of the other id follow. Taking a merge back restores both exactly.',
    'Eventos, atributos, listas e notas do outro id vão junto. Desfazer a união restaura os dois exatamente.',
    'Eventos, atributos, listas y puntuaciones del otro id lo acompañan. Deshacer la unión restaura ambos exactamente.',
    'Événements, attributs, listes et scores de l’autre identifiant suivent. Défaire une fusion rétablit exactement les deux.',
  ],
  mergeAlias: ['Other id', 'Outro id', 'Otro id', 'Autre identifiant'],
  mergeAliasHint: [
    'becomes part of {customer}',
    'passa a fazer parte de {customer}',
    'pasa a formar parte de {customer}',
    'devient une partie de {customer}',
  ],
  mergeDo: ['Merge', 'Unir', 'Unir', 'Fusionner'],
  mergeDone: [
    '{alias} is now part of {customer}.',
    '{alias} agora faz parte de {customer}.',
    '{alias} ahora forma parte de {customer}.',
    '{alias} fait maintenant partie de {customer}.',
  ],
  mergeUndo: ['Take back', 'Desfazer', 'Deshacer', 'Défaire'],
  mergeUndone: [
    '{alias} is a customer of its own again.',
    '{alias} voltou a ser um cliente próprio.',
    '{alias} vuelve a ser un cliente propio.',
    '{alias} est de nouveau un client à part entière.',
  ],
  mergeOpen: ['under way', 'em andamento', 'en curso', 'en cours'],
  mergeIs: ['merged {date}', 'unido em {date}', 'unido el {date}', 'fusionné le {date}'],
  mergeUndoing: ['being taken back', 'sendo desfeito', 'deshaciéndose', 'en train d’être défait'],
  mergeWas: ['taken back {date}', 'desfeito em {date}', 'deshecho el {date}', 'défait le {date}'],
}
