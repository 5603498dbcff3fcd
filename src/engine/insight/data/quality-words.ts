/** What the report on data says. */
import type { ProblemKind, Texts } from '../../../core/insight/index.ts'

/** A finding of each kind of problem. */
export const PROBLEM_WORDS: Readonly<Record<ProblemKind, Texts>> = {
  stopped: [
    '{what}: nothing for {silent}, where a silence is usually no longer than {usual}. The source has probably stopped; every figure that rests on it is out of date.',
    '{what}: nada há {silent}, quando um silêncio costuma durar no máximo {usual}. A fonte provavelmente parou; todo número que depende dela está desatualizado.',
    '{what}: nada desde hace {silent}, cuando un silencio no suele pasar de {usual}. La fuente probablemente se detuvo; toda cifra que depende de ella está desfasada.',
    '{what} : rien depuis {silent}, alors qu’un silence ne dépasse guère {usual}. La source s’est sans doute arrêtée ; tout chiffre qui en dépend est périmé.',
  ],
  fading: [
    '{what}: {n} in the last seven days, {of} in a usual week. Part of the source may have stopped.',
    '{what}: {n} nos últimos sete dias, {of} numa semana normal. Parte da fonte pode ter parado.',
    '{what}: {n} en los últimos siete días, {of} en una semana normal. Parte de la fuente puede haberse detenido.',
    '{what} : {n} ces sept derniers jours, {of} lors d’une semaine normale. Une partie de la source s’est peut-être arrêtée.',
  ],
  'impossible-birth': [
    '{what}: in the future or more than {oldest} years back for {n} of {of}, who have no age.',
    '{what}: no futuro ou há mais de {oldest} anos em {n} de {of}, que ficam sem idade.',
    '{what}: en el futuro o hace más de {oldest} años en {n} de {of}, que se quedan sin edad.',
    '{what} : dans le futur ou il y a plus de {oldest} ans pour {n} sur {of}, qui n’ont pas d’âge.',
  ],
  'same-address': [
    '{what}: {n} customers share {groups} addresses. They are probably the same people twice, so that each looks less loyal than they are.',
    '{what}: {n} clientes partilham {groups} endereços. Provavelmente são as mesmas pessoas em duplicado, que parecem menos fiéis do que são.',
    '{what}: {n} clientes comparten {groups} direcciones. Probablemente son las mismas personas por duplicado, que parecen menos fieles de lo que son.',
    '{what} : {n} clients partagent {groups} adresses. Ce sont sans doute les mêmes personnes en double, qui paraissent moins fidèles qu’elles ne le sont.',
  ],
  'same-event': [
    '{what}: {n} look like repeats: same customer, same instant, same content under another id ({share}).',
    '{what}: {n} parecem repetições: mesmo cliente, mesmo instante, mesmo conteúdo com outro id ({share}).',
    '{what}: {n} parecen repeticiones: mismo cliente, mismo instante, mismo contenido con otro id ({share}).',
    '{what} : {n} semblent répétés : même client, même instant, même contenu sous un autre id ({share}).',
  ],
  'same-profile': [
    '{n} customers ({share}) say exactly what another says in everything known of them; {groups} such profiles. Either the same people twice, or too little is known to tell them apart.',
    '{n} clientes ({share}) são iguais a outro em tudo o que se sabe deles; são {groups} perfis assim. Ou são as mesmas pessoas em duplicado, ou sabe-se pouco demais para distingui-las.',
    '{n} clientes ({share}) son iguales a otro en todo lo que se sabe de ellos; hay {groups} perfiles así. O son las mismas personas por duplicado, o se sabe demasiado poco para distinguirlas.',
    '{n} clients ({share}) sont identiques à un autre en tout ce que l’on sait d’eux ; {groups} profils de ce genre. Ce sont les mêmes personnes en double, ou l’on en sait trop peu pour les distinguer.',
  ],
  mark: [
    '{what}: {n} values are exactly {mark} ({share}), and none of the others is near it: the next is {next}. It probably stands for “unknown”, “never” or “at least”; averages and models take it for a number.',
    '{what}: {n} valores são exatamente {mark} ({share}), e nenhum outro está perto: o seguinte é {next}. Provavelmente significa “desconhecido”, “nunca” ou “no mínimo”; médias e modelos o tomam por número.',
    '{what}: {n} valores son exactamente {mark} ({share}) y ningún otro está cerca: el siguiente es {next}. Probablemente significa «desconocido», «nunca» o «al menos»; las medias y los modelos lo toman por un número.',
    '{what} : {n} valeurs sont exactement {mark} ({share}), et aucune autre n’en est proche : la suivante est {next}. Cela signifie sans doute « inconnu », « jamais » ou « au moins » ; les moyennes et les modèles y voient un nombre.',
  ],
  'before-joined': [
    '{what}: {n} happened before the customer joined ({share}). Either the joining date or the history is wrong.',
    '{what}: {n} ocorreram antes da adesão do cliente ({share}). Ou a data de adesão ou o histórico está errado.',
    '{what}: {n} ocurrieron antes del alta del cliente ({share}). O la fecha de alta o el historial está mal.',
    '{what} : {n} ont eu lieu avant l’inscription du client ({share}). La date d’inscription ou l’historique est faux.',
  ],
  negative: [
    '{what}: {n} values are below zero ({share}).',
    '{what}: {n} valores são negativos ({share}).',
    '{what}: {n} valores son negativos ({share}).',
    '{what} : {n} valeurs sont négatives ({share}).',
  ],
  'out-of-range': [
    '{what}: {n} answers lie off the scale of 0 to 10 ({share}).',
    '{what}: {n} respostas estão fora da escala de 0 a 10 ({share}).',
    '{what}: {n} respuestas están fuera de la escala de 0 a 10 ({share}).',
    '{what} : {n} réponses sortent de l’échelle de 0 à 10 ({share}).',
  ],
  'bad-address': [
    '{what}: {n} are no addresses ({share}).',
    '{what}: {n} não são endereços ({share}).',
    '{what}: {n} no son direcciones ({share}).',
    '{what} : {n} ne sont pas des adresses ({share}).',
  ],
  future: [
    '{what}: {n} are dated in the future; they stay unseen until then.',
    '{what}: {n} têm data no futuro; ficam invisíveis até lá.',
    '{what}: {n} tienen fecha futura; no se ven hasta entonces.',
    '{what} : {n} sont datés du futur ; ils restent invisibles jusque-là.',
  ],
  outside: [
    '{what}: {n} have values that the catalogue does not know ({share}){examples}.',
    '{what}: {n} têm valores que o catálogo não conhece ({share}){examples}.',
    '{what}: {n} tienen valores que el catálogo no conoce ({share}){examples}.',
    '{what} : {n} ont des valeurs inconnues du catalogue ({share}){examples}.',
  ],
  outlier: [
    '{what}: {n} values lie far outside of all others ({share}). Wholesalers, tests or typing mistakes: look before you average.',
    '{what}: {n} valores estão muito longe dos demais ({share}). Atacadistas, testes ou erros de digitação: veja antes de tirar médias.',
    '{what}: {n} valores están muy lejos de los demás ({share}). Mayoristas, pruebas o erratas: mire antes de promediar.',
    '{what} : {n} valeurs sont très loin des autres ({share}). Grossistes, tests ou fautes de frappe : regardez avant de moyenner.',
  ],
  empty: [
    '{what}: never set; no definition can select by it.',
    '{what}: sem nenhum valor; nenhuma definição pode usar isto.',
    '{what}: sin ningún valor; ninguna definición puede usar esto.',
    '{what} : jamais de valeur ; aucune définition ne peut s’en servir.',
  ],
  constant: [
    '{what}: the same value everywhere, which tells nobody apart.',
    '{what}: o mesmo valor em toda parte, o que não distingue ninguém.',
    '{what}: el mismo valor en todas partes, lo que no distingue a nadie.',
    '{what} : partout la même valeur, ce qui ne distingue personne.',
  ],
  sparse: [
    '{what}: unknown for {share} of the base{lowest}. See whether those who are known are like the others: representativeness.',
    '{what}: valor desconhecido em {share} da base{lowest}. Veja se os conhecidos são como os demais: representatividade.',
    '{what}: valor desconocido en el {share} de la base{lowest}. Vea si los conocidos son como los demás: representatividad.',
    '{what} : valeur inconnue pour {share} de la base{lowest}. Voyez si ceux qu’on connaît ressemblent aux autres : représentativité.',
  ],
}

/** Kinds of problem, in short. */
export const KIND_WORDS: Readonly<Record<ProblemKind, Texts>> = {
  stopped: ['source stopped', 'fonte parada', 'fuente detenida', 'source arrêtée'],
  fading: ['source fading', 'fonte em queda', 'fuente en descenso', 'source en baisse'],
  'impossible-birth': ['impossible date', 'data impossível', 'fecha imposible', 'date impossible'],
  'same-address': ['shared address', 'endereço repetido', 'dirección repetida', 'adresse partagée'],
  'same-event': ['repeated event', 'evento repetido', 'evento repetido', 'événement répété'],
  'same-profile': ['same profile', 'perfil repetido', 'perfil repetido', 'profil identique'],
  mark: ['mark, no number', 'marca, não número', 'marca, no número', 'marque, pas un nombre'],
  'before-joined': ['before joining', 'antes da adesão', 'antes del alta', 'avant l’inscription'],
  negative: ['below zero', 'negativo', 'negativo', 'négatif'],
  'out-of-range': ['off the scale', 'fora da escala', 'fuera de escala', 'hors échelle'],
  'bad-address': ['no address', 'sem endereço válido', 'dirección no válida', 'adresse invalide'],
  future: ['in the future', 'no futuro', 'en el futuro', 'dans le futur'],
  outside: ['unknown value', 'valor desconhecido', 'valor desconocido', 'valeur inconnue'],
  outlier: ['far outside', 'muito fora', 'muy fuera', 'très à l’écart'],
  empty: ['never set', 'nunca preenchido', 'nunca informado', 'jamais renseigné'],
  constant: ['always the same', 'sempre igual', 'siempre igual', 'toujours pareil'],
  sparse: ['mostly unknown', 'quase sempre vazio', 'casi siempre vacío', 'surtout inconnu'],
}

type Word =
  | 'title'
  | 'about'
  | 'fine'
  | 'more'
  | 'nobody'
  | 'lowest'
  | 'problems'
  | 'kind'
  | 'where'
  | 'count'
  | 'share'
  | 'definition'
  | 'segments'
  | 'completeness'
  | 'groups'
  | 'trait'
  | 'group'
  | 'known'
  | 'customers'
  | 'freshness'
  | 'event'
  | 'events'
  | 'last'
  | 'silent'
  | 'usual'
  | 'week'
  | 'usualWeek'
  | 'properties'
  | 'property'
  | 'method'

/** In the four languages. */
export const DATA_WORDS: Readonly<Record<Word, Texts>> = {
  title: [
    'Quality of the data',
    'Qualidade dos dados',
    'Calidad de los datos',
    'Qualité des données',
  ],
  about: [
    'Whether the data can be trusted: what is missing, impossible, repeated, far outside, or has stopped arriving.',
    'Se os dados merecem confiança: o que falta, é impossível, repetido, fora do comum ou parou de chegar.',
    'Si los datos son de fiar: lo que falta, es imposible, repetido, extremo o dejó de llegar.',
    'Si les données sont fiables : ce qui manque, est impossible, répété, extrême ou n’arrive plus.',
  ],
  fine: [
    'Nothing wrong was found in {traits} traits and {events} kinds of events of {n} customers.',
    'Nada de errado foi encontrado em {traits} atributos e {events} tipos de evento de {n} clientes.',
    'No se encontró nada malo en {traits} atributos y {events} tipos de evento de {n} clientes.',
    'Aucune anomalie dans {traits} attributs et {events} types d’événements de {n} clients.',
  ],
  more: [
    '{n} more in the table of problems.',
    'Mais {n} na tabela de problemas.',
    'Otros {n} en la tabla de problemas.',
    '{n} de plus dans le tableau des problèmes.',
  ],
  nobody: [
    'There are no customers: nothing to look at.',
    'Não há clientes: nada a examinar.',
    'No hay clientes: nada que examinar.',
    'Il n’y a pas de clients : rien à examiner.',
  ],
  lowest: [
    ' (known for {share} in {group})',
    ' (conhecido em {share} em {group})',
    ' (conocido en el {share} en {group})',
    ' (connu pour {share}, {group})',
  ],
  problems: ['Problems', 'Problemas', 'Problemas', 'Problèmes'],
  kind: ['Problem', 'Problema', 'Problema', 'Problème'],
  where: ['Where', 'Onde', 'Dónde', 'Où'],
  count: ['Count', 'Quantidade', 'Cantidad', 'Nombre'],
  share: ['Share', 'Parcela', 'Proporción', 'Part'],
  definition: ['To look at them', 'Para vê-los', 'Para verlos', 'Pour les voir'],
  segments: [
    'Segments that rest on it',
    'Segmentos que dependem',
    'Segmentos que dependen',
    'Segments qui en dépendent',
  ],
  completeness: ['Known traits', 'Atributos conhecidos', 'Atributos conocidos', 'Attributs connus'],
  groups: [
    'Known traits by group',
    'Atributos conhecidos por grupo',
    'Atributos conocidos por grupo',
    'Attributs connus par groupe',
  ],
  trait: ['Trait', 'Atributo', 'Atributo', 'Attribut'],
  group: ['Group', 'Grupo', 'Grupo', 'Groupe'],
  known: ['Known', 'Conhecido', 'Conocido', 'Connu'],
  customers: ['Customers', 'Clientes', 'Clientes', 'Clients'],
  freshness: ['Freshness', 'Atualidade', 'Actualidad', 'Fraîcheur'],
  event: ['Event', 'Evento', 'Evento', 'Événement'],
  events: ['Events', 'Eventos', 'Eventos', 'Événements'],
  last: ['Last on', 'Último em', 'Último el', 'Dernier le'],
  silent: ['Silent for', 'Em silêncio há', 'En silencio desde hace', 'Silence depuis'],
  usual: ['Usual silence', 'Silêncio usual', 'Silencio usual', 'Silence habituel'],
  week: ['Last seven days', 'Últimos sete dias', 'Últimos siete días', 'Sept derniers jours'],
  usualWeek: ['Usual week', 'Semana usual', 'Semana usual', 'Semaine habituelle'],
  properties: [
    'Known properties of events',
    'Propriedades conhecidas dos eventos',
    'Propiedades conocidas de los eventos',
    'Propriétés connues des événements',
  ],
  property: ['Property', 'Propriedade', 'Propiedad', 'Propriété'],
  method: [
    'Everybody known at this instant; intervals are of 95 % (Wilson). A source has stopped when it is silent for more than twice its longest usual silence (98 % of its silences of the last 400 days are shorter) and more than 3 days. Far outside: more than 6 robust standard deviations (median absolute deviation) from the median, on the log scale where no value is below zero; above 1 % they are a tail, and not told.',
    'Todos os conhecidos neste instante; intervalos de 95 % (Wilson). Uma fonte parou quando está em silêncio por mais do dobro do seu maior silêncio usual (98 % dos silêncios dos últimos 400 dias são menores) e por mais de 3 dias. Muito fora: mais de 6 desvios-padrão robustos (desvio absoluto mediano) da mediana, em escala logarítmica quando nenhum valor é negativo; acima de 1 % são uma cauda e não são citados.',
    'Todos los conocidos en este instante; intervalos del 95 % (Wilson). Una fuente se detuvo cuando calla más del doble de su mayor silencio usual (el 98 % de los silencios de los últimos 400 días son menores) y más de 3 días. Muy fuera: más de 6 desviaciones típicas robustas (desviación absoluta mediana) de la mediana, en escala logarítmica si ningún valor es negativo; por encima del 1 % son una cola y no se mencionan.',
    'Tous les clients connus à cet instant ; intervalles à 95 % (Wilson). Une source s’est arrêtée quand elle se tait plus du double de son plus long silence habituel (98 % des silences des 400 derniers jours sont plus courts) et plus de 3 jours. Très à l’écart : plus de 6 écarts types robustes (écart absolu médian) de la médiane, en échelle logarithmique si aucune valeur n’est négative ; au-delà de 1 %, c’est une traîne, qui n’est pas dite.',
  ],
}
