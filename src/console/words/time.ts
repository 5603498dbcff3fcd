/** Words about time: freshness, history, the past, frozen snapshots. */
import type { Chapter } from './chapter.ts'

/** Keys of this chapter. */
export type TimeWord =
  | 'freshLive'
  | 'freshBehind'
  | 'freshPinned'
  | 'freshStandby'
  | 'freshIdle'
  | 'freshOff'
  | 'alarmLate'
  | 'alarmLateBody'
  | 'alarmFailing'
  | 'alarmFailingBody'
  | 'alarmOff'
  | 'alarmClock'
  | 'tabMembers'
  | 'tabHistory'
  | 'tabPast'
  | 'tabVersions'
  | 'segmentViews'
  | 'sizeTitle'
  | 'sizeUnit'
  | 'flowTitle'
  | 'entered'
  | 'left'
  | 'period'
  | 'lastDays'
  | 'noHistory'
  | 'noHistoryYet'
  | 'changesTitle'
  | 'change'
  | 'becameTrue'
  | 'computed'
  | 'cause'
  | 'version'
  | 'causeEvent'
  | 'causeTrait'
  | 'causeList'
  | 'causeScore'
  | 'causeDefinition'
  | 'causeTime'
  | 'causeMerge'
  | 'causeRebuild'
  | 'pastTitle'
  | 'pastIntro'
  | 'pastDate'
  | 'pastShow'
  | 'reading'
  | 'readHeld'
  | 'readHeldHint'
  | 'readNow'
  | 'readNowHint'
  | 'pastResult'
  | 'heldAsOf'
  | 'pastDiffers'
  | 'pastSame'
  | 'becauseFacts'
  | 'becauseDefinition'
  | 'becauseTime'
  | 'becauseBoth'
  | 'onlyHeld'
  | 'onlyNow'
  | 'forExample'
  | 'seriesTitle'
  | 'seriesIntro'
  | 'seriesEach'
  | 'eachMonth'
  | 'eachWeek'
  | 'eachDay'
  | 'seriesRun'
  | 'seriesRunning'
  | 'frozenTitle'
  | 'frozenIntro'
  | 'frozenName'
  | 'frozenNow'
  | 'frozenThen'
  | 'freeze'
  | 'frozenDone'
  | 'frozenNone'
  | 'frozenVerify'
  | 'frozenOk'
  | 'frozenDiffers'
  | 'digest'

/** The texts. */
export const TIME: Chapter<TimeWord> = {
  freshLive: ['kept up to date', 'sempre atualizado', 'siempre al día', 'tenu à jour'],
  freshBehind: ['{time} behind', '{time} de atraso', '{time} de retraso', '{time} de retard'],
  freshPinned: [
    'stays at this moment, as asked',
    'fica neste momento, como pedido',
    'se queda en este momento, como se pidió',
    'reste à cet instant, comme demandé',
  ],
  freshStandby: [
    'kept by another process',
    'mantido por outro processo',
    'lo mantiene otro proceso',
    'tenu par un autre processus',
  ],
  freshIdle: [
    'nothing evaluated yet',
    'nada calculado ainda',
    'todavía nada calculado',
    'rien de calculé encore',
  ],
  freshOff: [
    'not kept up to date',
    'não é mantido atualizado',
    'nadie lo mantiene al día',
    'n’est pas tenu à jour',
  ],
  alarmLate: [
    'The numbers are late: {time} behind',
    'Os números estão atrasados: {time}',
    'Las cifras van con retraso: {time}',
    'Les chiffres sont en retard : {time}',
  ],
  alarmLateBody: [
    'They are exact as of {date}. What happened since is not counted yet; it will be as soon as the computation catches up.',
    'Eles são exatos em {date}. O que aconteceu depois ainda não foi contado; será assim que o cálculo alcançar.',
    'Son exactas al {date}. Lo ocurrido después aún no está contado; lo estará en cuanto el cálculo se ponga al día.',
    'Ils sont exacts au {date}. Ce qui s’est passé depuis n’est pas encore compté ; ce le sera dès que le calcul aura rattrapé.',
  ],
  alarmFailing: [
    'Keeping the numbers up to date fails',
    'Manter os números atualizados está falhando',
    'Falla la actualización de las cifras',
    'La mise à jour des chiffres échoue',
  ],
  alarmFailingBody: [
    'It is tried again all the time. Until then numbers stay as of {date}.',
    'Uma nova tentativa é feita o tempo todo. Até lá, os números ficam em {date}.',
    'Se reintenta sin parar. Hasta entonces las cifras quedan al {date}.',
    'De nouveaux essais sont faits sans cesse. D’ici là, les chiffres restent au {date}.',
  ],
  alarmOff: [
    'Nobody keeps the numbers up to date; they stay as of {date}. Restart “tessera up”.',
    'Ninguém mantém os números atualizados; eles ficam em {date}. Reinicie “tessera up”.',
    'Nadie mantiene las cifras al día; quedan al {date}. Reinicie «tessera up».',
    'Personne ne tient les chiffres à jour ; ils restent au {date}. Relancez « tessera up ».',
  ],
  alarmClock: [
    'The clock of this machine stands {time} before the published numbers. They never go back; check the clock.',
    'O relógio desta máquina está {time} antes dos números publicados. Eles nunca voltam atrás; verifique o relógio.',
    'El reloj de esta máquina va {time} por detrás de las cifras publicadas. Nunca retroceden; revise el reloj.',
    'L’horloge de cette machine a {time} de moins que les chiffres publiés. Ils ne reculent jamais ; vérifiez l’horloge.',
  ],
  tabMembers: ['Members', 'Membros', 'Miembros', 'Membres'],
  tabHistory: ['History', 'Histórico', 'Historial', 'Historique'],
  tabPast: ['The past', 'O passado', 'El pasado', 'Le passé'],
  tabVersions: ['Versions', 'Versões', 'Versiones', 'Versions'],
  segmentViews: [
    'Views of this segment',
    'Visões deste segmento',
    'Vistas de este segmento',
    'Vues de ce segment',
  ],
  sizeTitle: [
    'Size over time',
    'Tamanho ao longo do tempo',
    'Tamaño a lo largo del tiempo',
    'Taille au fil du temps',
  ],
  sizeUnit: ['members', 'membros', 'miembros', 'membres'],
  flowTitle: [
    'Entries and exits per day',
    'Entradas e saídas por dia',
    'Entradas y salidas por día',
    'Entrées et sorties par jour',
  ],
  entered: ['Entered', 'Entraram', 'Entraron', 'Entrées'],
  left: ['Left', 'Saíram', 'Salieron', 'Sorties'],
  period: ['Period', 'Período', 'Período', 'Période'],
  lastDays: ['Last {n} days', 'Últimos {n} dias', 'Últimos {n} días', '{n} derniers jours'],
  noHistory: [
    'Nobody entered or left in this time.',
    'Ninguém entrou nem saiu neste período.',
    'Nadie entró ni salió en este período.',
    'Personne n’est entré ni sorti pendant cette période.',
  ],
  noHistoryYet: [
    'History begins with the first evaluation.',
    'O histórico começa com o primeiro cálculo.',
    'El historial empieza con el primer cálculo.',
    'L’historique commence au premier calcul.',
  ],
  changesTitle: [
    'Who entered and left',
    'Quem entrou e saiu',
    'Quién entró y salió',
    'Qui est entré et sorti',
  ],
  change: ['Change', 'Mudança', 'Cambio', 'Changement'],
  becameTrue: ['Became true', 'Tornou-se verdade', 'Pasó a ser cierto', 'Devenu vrai'],
  computed: ['Computed', 'Calculado', 'Calculado', 'Calculé'],
  cause: ['Cause', 'Causa', 'Causa', 'Cause'],
  version: ['Version', 'Versão', 'Versión', 'Version'],
  causeEvent: ['an event', 'um evento', 'un evento', 'un événement'],
  causeTrait: ['a changed trait', 'um atributo mudou', 'cambió un atributo', 'un attribut modifié'],
  causeList: [
    'a list was edited',
    'uma lista foi editada',
    'se editó una lista',
    'une liste modifiée',
  ],
  causeScore: [
    'scores or ranks drawn anew',
    'notas ou posições recalculadas',
    'puntuaciones o rangos recalculados',
    'scores ou rangs recalculés',
  ],
  causeDefinition: [
    'the definition changed',
    'a definição mudou',
    'cambió la definición',
    'la définition a changé',
  ],
  causeTime: ['time passed', 'o tempo passou', 'pasó el tiempo', 'le temps a passé'],
  causeMerge: [
    'customers were merged',
    'clientes foram unidos',
    'se unieron clientes',
    'des clients fusionnés',
  ],
  causeRebuild: ['computed anew', 'tudo recalculado', 'todo recalculado', 'tout recalculé'],
  pastTitle: [
    'Members at a moment of the past',
    'Membros em um momento do passado',
    'Miembros en un momento del pasado',
    'Membres à un instant du passé',
  ],
  pastIntro: [
    'Two honest answers: who we counted then, and who met the definition then, knowing what we know now.',
    'Duas respostas honestas: quem contamos então, e quem cumpria a definição então, com o que sabemos hoje.',
    'Dos respuestas honestas: a quién contábamos entonces y quién cumplía la definición entonces, con lo que sabemos hoy.',
    'Deux réponses honnêtes : qui nous comptions alors, et qui remplissait alors la définition, avec ce que nous savons aujourd’hui.',
  ],
  pastDate: [
    'Date and time ({zone})',
    'Data e hora ({zone})',
    'Fecha y hora ({zone})',
    'Date et heure ({zone})',
  ],
  pastShow: ['Show', 'Mostrar', 'Mostrar', 'Afficher'],
  reading: ['Reading', 'Leitura', 'Lectura', 'Lecture'],
  readHeld: ['What we held', 'O que tínhamos', 'Lo que teníamos', 'Ce que nous tenions'],
  readHeldHint: [
    'as published then',
    'como foi publicado então',
    'como se publicó entonces',
    'tel que publié alors',
  ],
  readNow: [
    'What is true of then',
    'O que é verdade daquele momento',
    'Lo que es cierto de entonces',
    'Ce qui est vrai d’alors',
  ],
  readNowHint: [
    'recomputed from all that is known now',
    'recalculado com tudo o que se sabe hoje',
    'recalculado con todo lo que se sabe hoy',
    'recalculé avec tout ce qui est connu aujourd’hui',
  ],
  pastResult: [
    '{count} members as of {date}',
    '{count} membros em {date}',
    '{count} miembros a {date}',
    '{count} membres au {date}',
  ],
  heldAsOf: [
    'Published numbers were exact as of {date}, version {version}.',
    'Os números publicados eram exatos em {date}, versão {version}.',
    'Las cifras publicadas eran exactas a {date}, versión {version}.',
    'Les chiffres publiés étaient exacts au {date}, version {version}.',
  ],
  pastDiffers: [
    'Held {held}, recomputed {recomputed}. Why they differ:',
    'Tínhamos {held}, recalculado {recomputed}. Por que diferem:',
    'Teníamos {held}, recalculado {recomputed}. Por qué difieren:',
    'Tenus {held}, recalculés {recomputed}. Pourquoi la différence :',
  ],
  pastSame: [
    'Both readings give the same {count} members.',
    'As duas leituras dão os mesmos {count} membros.',
    'Ambas lecturas dan los mismos {count} miembros.',
    'Les deux lectures donnent les mêmes {count} membres.',
  ],
  becauseFacts: [
    'facts came or were corrected later',
    'fatos chegaram ou foram corrigidos depois',
    'los datos llegaron o se corrigieron después',
    'des faits sont arrivés ou ont été corrigés plus tard',
  ],
  becauseDefinition: [
    'the definition was changed since',
    'a definição mudou desde então',
    'la definición cambió desde entonces',
    'la définition a changé depuis',
  ],
  becauseTime: [
    'what was published then was a little behind that moment',
    'o que estava publicado então estava um pouco atrás desse momento',
    'lo publicado entonces iba un poco por detrás de ese momento',
    'ce qui était publié alors avait un peu de retard sur cet instant',
  ],
  becauseBoth: [
    'facts and definition, which cannot be told apart',
    'fatos e definição, sem poder distinguir',
    'datos y definición, sin poder distinguirlos',
    'faits et définition, impossibles à distinguer',
  ],
  onlyHeld: ['Only held', 'Só tínhamos', 'Solo teníamos', 'Tenus seulement'],
  onlyNow: ['Only recomputed', 'Só recalculado', 'Solo recalculado', 'Recalculés seulement'],
  forExample: ['Examples', 'Exemplos', 'Ejemplos', 'Exemples'],
  seriesTitle: [
    'Try it on the past',
    'Testar no passado',
    'Probar con el pasado',
    'Essayer sur le passé',
  ],
  seriesIntro: [
    'How many customers met this definition at the end of each period, recomputed from all facts known now.',
    'Quantos clientes cumpriam esta definição no fim de cada período, recalculado com todos os fatos conhecidos hoje.',
    'Cuántos clientes cumplían esta definición al final de cada período, recalculado con todos los datos conocidos hoy.',
    'Combien de clients remplissaient cette définition à la fin de chaque période, recalculé avec tous les faits connus aujourd’hui.',
  ],
  seriesEach: ['Periods', 'Períodos', 'Períodos', 'Périodes'],
  eachMonth: ['12 months', '12 meses', '12 meses', '12 mois'],
  eachWeek: ['12 weeks', '12 semanas', '12 semanas', '12 semaines'],
  eachDay: ['14 days', '14 dias', '14 días', '14 jours'],
  seriesRun: ['Try', 'Testar', 'Probar', 'Essayer'],
  seriesRunning: [
    'Counting each period…',
    'Contando cada período…',
    'Contando cada período…',
    'Comptage de chaque période…',
  ],
  frozenTitle: [
    'Frozen snapshots',
    'Retratos congelados',
    'Instantáneas congeladas',
    'Instantanés figés',
  ],
  frozenIntro: [
    'Members under a name that never change, with a digest that proves it: for a mailing, an audit, a comparison.',
    'Membros sob um nome, que nunca mudam, com um resumo criptográfico que o prova: para um envio, uma auditoria, uma comparação.',
    'Miembros bajo un nombre que nunca cambian, con un resumen criptográfico que lo prueba: para un envío, una auditoría, una comparación.',
    'Des membres sous un nom qui ne changent jamais, avec une empreinte qui le prouve : pour un envoi, un audit, une comparaison.',
  ],
  frozenName: ['Name', 'Nome', 'Nombre', 'Nom'],
  frozenNow: [
    'Freeze the members as published',
    'Congelar os membros publicados',
    'Congelar los miembros publicados',
    'Figer les membres publiés',
  ],
  frozenThen: [
    'Freeze as of the moment above',
    'Congelar no momento acima',
    'Congelar en el momento de arriba',
    'Figer à l’instant ci-dessus',
  ],
  freeze: ['Freeze', 'Congelar', 'Congelar', 'Figer'],
  frozenDone: [
    '“{name}” holds {count} members for good.',
    '“{name}” guarda {count} membros para sempre.',
    '«{name}» guarda {count} miembros para siempre.',
    '« {name} » garde {count} membres pour de bon.',
  ],
  frozenNone: [
    'No snapshot of this segment yet.',
    'Ainda não há retrato deste segmento.',
    'Aún no hay instantáneas de este segmento.',
    'Pas encore d’instantané de ce segment.',
  ],
  frozenVerify: ['Verify', 'Verificar', 'Verificar', 'Vérifier'],
  frozenOk: [
    'Recomputing gives the same {count} members, digest for digest.',
    'Recalcular dá os mesmos {count} membros, com o mesmo resumo.',
    'Recalcular da los mismos {count} miembros, con el mismo resumen.',
    'Recalculer donne les mêmes {count} membres, avec la même empreinte.',
  ],
  frozenDiffers: [
    'Recomputing gives {count} members: {surplus} only frozen, {missing} only recomputed. Facts that came or were corrected later make such differences.',
    'Recalcular dá {count} membros: {surplus} só no retrato, {missing} só recalculados. Fatos que chegaram ou foram corrigidos depois causam isso.',
    'Recalcular da {count} miembros: {surplus} solo congelados, {missing} solo recalculados. Lo causan datos llegados o corregidos después.',
    'Recalculer donne {count} membres : {surplus} figés seulement, {missing} recalculés seulement. Des faits arrivés ou corrigés plus tard en sont la cause.',
  ],
  digest: ['Digest', 'Resumo', 'Resumen', 'Empreinte'],
}
