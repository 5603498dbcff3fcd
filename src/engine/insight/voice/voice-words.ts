/** What is said of the customer's voice. */
import type { Texts, VoiceMetric } from '../../../core/insight/index.ts'
import type { ProblemSource } from './voice-sums.ts'

type Word =
  | 'title'
  | 'about'
  | 'days'
  | 'hours'
  | 'noSurvey'
  | 'noAnswers'
  | 'tooFew'
  | 'overall'
  | 'bought'
  | 'wereAsked'
  | 'satisfied'
  | 'outOf'
  | 'bias'
  | 'biasOne'
  | 'weighted'
  | 'alike'
  | 'rich'
  | 'lowest'
  | 'evenly'
  | 'theme'
  | 'onlyUnhappy'
  | 'history'
  | 'noHistory'
  | 'forgiving'
  | 'rising'
  | 'falling'
  | 'surveys'
  | 'survey'
  | 'segments'
  | 'months'
  | 'themes'
  | 'histories'
  | 'respondents'
  | 'silent'
  | 'segment'
  | 'month'
  | 'partial'
  | 'answered'
  | 'rate'
  | 'value'
  | 'weightedColumn'
  | 'unhappy'
  | 'scale'
  | 'theme1'
  | 'amongUnhappy'
  | 'unhappyShare'
  | 'lift'
  | 'trouble'
  | 'with'
  | 'without'
  | 'n'
  | 'm'
  | 'apart'
  | 'any'
  | 'method'
  | 'methodGuess'
  | 'methodRate'
  | 'methodAsked'
  | 'methodWeight'
  | 'methodTests'

/** By key. */
export const VOICE_WORDS: Readonly<Record<Word, Texts>> = {
  title: ['Voice of the customer', 'Voz do cliente', 'Voz del cliente', 'Voix du client'],
  about: [
    'How satisfied customers say they are, by segment and month; who answers and who stays silent; what they complain of, and what went before.',
    'Quão satisfeitos os clientes dizem estar, por segmento e mês; quem responde e quem se cala; do que reclamam e o que veio antes.',
    'Qué tan satisfechos dicen estar los clientes, por segmento y mes; quién responde y quién calla; de qué se quejan y qué ocurrió antes.',
    'À quel point les clients se disent satisfaits, par segment et par mois ; qui répond et qui se tait ; de quoi ils se plaignent et ce qui a précédé.',
  ],
  days: ['Days looked at', 'Dias considerados', 'Días considerados', 'Jours considérés'],
  hours: [
    'Hours after which an answer to a ticket is late',
    'Horas a partir das quais a resposta a um chamado é tardia',
    'Horas a partir de las cuales la respuesta a una incidencia es tardía',
    'Heures au-delà desquelles une réponse à une demande est tardive',
  ],
  noSurvey: [
    'The catalogue has no event with the role survey and a number as its score: there is no voice to listen to.',
    'O catálogo não tem evento com o papel survey e um número como nota: não há voz a ouvir.',
    'El catálogo no tiene un evento con el rol survey y un número como nota: no hay voz que escuchar.',
    'Le catalogue n’a pas d’événement de rôle survey avec une note chiffrée : il n’y a pas de voix à écouter.',
  ],
  noAnswers: [
    'Nobody answered a survey in these {days}.',
    'Ninguém respondeu a uma pesquisa nestes {days}.',
    'Nadie respondió a una encuesta en estos {days}.',
    'Personne n’a répondu à une enquête pendant ces {days}.',
  ],
  tooFew: [
    '{survey}: fewer than {n} customers answered in these {days}; too few to show.',
    '{survey}: menos de {n} clientes responderam nestes {days}; poucos demais para mostrar.',
    '{survey}: menos de {n} clientes respondieron en estos {days}; demasiado pocos para mostrarlos.',
    '{survey} : moins de {n} clients ont répondu pendant ces {days} ; trop peu pour être montrés.',
  ],
  overall: [
    '{survey}: {value} ({low} to {high}), from {n} customers; {rate} of those who {could} answered it.',
    '{survey}: {value} ({low} a {high}), de {n} clientes; responderam {rate} dos que {could}.',
    '{survey}: {value} (de {low} a {high}), de {n} clientes; respondió el {rate} de quienes {could}.',
    '{survey} : {value} ({low} à {high}), de {n} clients ; {rate} de ceux qui {could} ont répondu.',
  ],
  bought: ['bought', 'compraram', 'compraron', 'ont acheté'],
  wereAsked: ['were asked', 'foram consultados', 'fueron consultados', 'ont été sollicités'],
  satisfied: [
    '{share} satisfied',
    '{share} satisfeitos',
    '{share} satisfechos',
    '{share} satisfaits',
  ],
  outOf: ['{value} of {most}', '{value} de {most}', '{value} de {most}', '{value} sur {most}'],
  bias: [
    'Who answers is not like who stays silent. Largest differences: {what}.',
    'Quem responde não é como quem se cala. Maiores diferenças: {what}.',
    'Quien responde no es como quien calla. Mayores diferencias: {what}.',
    'Ceux qui répondent ne ressemblent pas à ceux qui se taisent. Principaux écarts : {what}.',
  ],
  biasOne: [
    '{what} {of} against {against}',
    '{what} {of} contra {against}',
    '{what} {of} frente a {against}',
    '{what} {of} contre {against}',
  ],
  weighted: [
    '{bias} Weighted to the orders and spend of all, {survey} would be {weighted} ({low} to {high}) instead of {raw}. Even so it says nothing of the silent who are unlike those who answered.',
    '{bias} Ponderado pelos pedidos e gasto de todos, {survey} seria {weighted} ({low} a {high}) em vez de {raw}. Ainda assim nada diz dos que se calam e são diferentes de quem respondeu.',
    '{bias} Ponderado según los pedidos y el gasto de todos, {survey} sería {weighted} (de {low} a {high}) en vez de {raw}. Aun así, nada dice de quienes callan y son distintos de quienes respondieron.',
    '{bias} Pondéré selon les commandes et dépenses de tous, {survey} serait {weighted} ({low} à {high}) au lieu de {raw}. Même ainsi, cela ne dit rien des silencieux qui diffèrent de ceux qui ont répondu.',
  ],
  alike: [
    'Those who answer and those who stay silent are alike in orders, spend and rhythm, as far as can be told. That does not prove that they think alike.',
    'Quem responde e quem se cala são parecidos em pedidos, gasto e ritmo, até onde se pode ver. Isso não prova que pensem igual.',
    'Quienes responden y quienes callan se parecen en pedidos, gasto y ritmo, hasta donde se puede ver. Eso no prueba que piensen igual.',
    'Ceux qui répondent et ceux qui se taisent se ressemblent en commandes, dépenses et rythme, pour autant qu’on puisse le voir. Cela ne prouve pas qu’ils pensent de même.',
  ],
  rich: [
    '{n} unhappy customers ({survey} {bad} or less) are among the fifth who spend most, {from} or more in {days}: together {money}. Call them first.',
    '{n} clientes insatisfeitos ({survey} {bad} ou menos) estão no quinto que mais gasta, {from} ou mais em {days}: ao todo {money}. Ligue para eles primeiro.',
    '{n} clientes insatisfechos ({survey} {bad} o menos) están en el quinto que más gasta, {from} o más en {days}: en total {money}. Llámelos primero.',
    '{n} clients mécontents ({survey} {bad} ou moins) sont dans le cinquième qui dépense le plus, {from} ou plus en {days} : au total {money}. À appeler en premier.',
  ],
  lowest: [
    '{name} answer lowest: {survey} {value} ({low} to {high}), {apart} below the others; {n} answered, {rate} of those who could.',
    '{name}: as respostas mais baixas, {survey} {value} ({low} a {high}), {apart} abaixo dos demais; {n} responderam, {rate} dos que podiam.',
    '{name}: las respuestas más bajas, {survey} {value} (de {low} a {high}), {apart} por debajo de los demás; {n} respondieron, el {rate} de quienes podían.',
    '{name} : les réponses les plus basses, {survey} {value} ({low} à {high}), {apart} sous les autres ; {n} ont répondu, {rate} de ceux qui le pouvaient.',
  ],
  evenly: [
    'No segment answers {survey} differently enough to matter.',
    'Nenhum segmento responde {survey} de modo diferente o bastante para importar.',
    'Ningún segmento responde {survey} con diferencias que importen.',
    'Aucun segment ne répond à {survey} de façon assez différente pour compter.',
  ],
  theme: [
    '“{theme}” comes with unhappy answers {lift} times as often as other themes ({low} to {high}): {share} of the {n} who name it are unhappy.',
    '“{theme}” vem com respostas insatisfeitas {lift} vezes mais que outros temas ({low} a {high}): {share} dos {n} que o citam estão insatisfeitos.',
    '“{theme}” va con respuestas insatisfechas {lift} veces más que otros temas (de {low} a {high}): el {share} de los {n} que lo nombran están insatisfechos.',
    '« {theme} » accompagne des réponses mécontentes {lift} fois plus souvent que les autres thèmes ({low} à {high}) : {share} des {n} qui le citent sont mécontents.',
  ],
  onlyUnhappy: [
    'Themes are given by unhappy customers only, so which of them makes unhappy cannot be told. The unhappy name “{theme}” most: {share} ({low} to {high}) of {n}.',
    'Só clientes insatisfeitos indicam temas; por isso não dá para dizer qual deles causa insatisfação. O mais citado é “{theme}”: {share} ({low} a {high}) de {n}.',
    'Solo los clientes insatisfechos indican temas, así que no se puede decir cuál de ellos causa insatisfacción. El más nombrado es “{theme}”: el {share} (de {low} a {high}) de {n}.',
    'Seuls les clients mécontents donnent des thèmes : impossible de dire lequel rend mécontent. Le plus cité est « {theme} » : {share} ({low} à {high}) sur {n}.',
  ],
  history: [
    'Customers with trouble before they answered ({what}) give {survey} {of} ({n}), the others {against} ({m}): {apart} standard deviations lower ({low} to {high}).',
    'Clientes com problemas antes de responder ({what}) dão {survey} {of} ({n}), os demais {against} ({m}): {apart} desvios-padrão a menos ({low} a {high}).',
    'Los clientes con problemas antes de responder ({what}) dan {survey} {of} ({n}), los demás {against} ({m}): {apart} desviaciones típicas menos (de {low} a {high}).',
    'Les clients qui ont eu des soucis avant de répondre ({what}) donnent {survey} {of} ({n}), les autres {against} ({m}) : {apart} écarts types de moins ({low} à {high}).',
  ],
  noHistory: [
    'Trouble before the answer ({what}) shows no clear trace in {survey}.',
    'Problemas antes da resposta ({what}) não deixam marca clara em {survey}.',
    'Los problemas antes de la respuesta ({what}) no dejan huella clara en {survey}.',
    'Les soucis avant la réponse ({what}) ne laissent pas de trace nette dans {survey}.',
  ],
  forgiving: [
    '{n} customers say that they are satisfied ({survey} {good} or more) though they had trouble in the last {days}: thank them, and make sure that it stays solved. They spent {money}.',
    '{n} clientes dizem estar satisfeitos ({survey} {good} ou mais) embora tenham tido problemas nos últimos {days}: agradeça e garanta que fique resolvido. Gastaram {money}.',
    '{n} clientes dicen estar satisfechos ({survey} {good} o más) aunque tuvieron problemas en los últimos {days}: agradézcaselo y asegúrese de que siga resuelto. Gastaron {money}.',
    '{n} clients se disent satisfaits ({survey} {good} ou plus) bien qu’ils aient eu des soucis ces derniers {days} : remerciez-les et veillez à ce que cela reste réglé. Ils ont dépensé {money}.',
  ],
  rising: [
    '{survey} is rising over the months ({change} over the whole time, {low} to {high}).',
    '{survey} vem subindo ao longo dos meses ({change} no período todo, {low} a {high}).',
    '{survey} sube con los meses ({change} en todo el periodo, de {low} a {high}).',
    '{survey} monte au fil des mois ({change} sur toute la période, {low} à {high}).',
  ],
  falling: [
    '{survey} is falling over the months ({change} over the whole time, {low} to {high}).',
    '{survey} vem caindo ao longo dos meses ({change} no período todo, {low} a {high}).',
    '{survey} baja con los meses ({change} en todo el periodo, de {low} a {high}).',
    '{survey} baisse au fil des mois ({change} sur toute la période, {low} à {high}).',
  ],
  surveys: ['Surveys', 'Pesquisas', 'Encuestas', 'Enquêtes'],
  survey: ['Survey', 'Pesquisa', 'Encuesta', 'Enquête'],
  segments: [
    '{survey} by segment',
    '{survey} por segmento',
    '{survey} por segmento',
    '{survey} par segment',
  ],
  months: ['{survey} by month', '{survey} por mês', '{survey} por mes', '{survey} par mois'],
  themes: ['{survey}: themes', '{survey}: temas', '{survey}: temas', '{survey} : thèmes'],
  histories: [
    'Before the answer',
    'Antes da resposta',
    'Antes de la respuesta',
    'Avant la réponse',
  ],
  respondents: [
    'Who answers, against who stays silent',
    'Quem responde, contra quem se cala',
    'Quién responde, frente a quién calla',
    'Ceux qui répondent, face à ceux qui se taisent',
  ],
  silent: ['The silent', 'Os que se calam', 'Los que callan', 'Les silencieux'],
  segment: ['Segment', 'Segmento', 'Segmento', 'Segment'],
  month: ['Month', 'Mês', 'Mes', 'Mois'],
  partial: ['Not complete', 'Incompleto', 'Incompleto', 'Incomplet'],
  answered: ['Answered', 'Responderam', 'Respondieron', 'Ont répondu'],
  rate: ['Response rate', 'Taxa de resposta', 'Tasa de respuesta', 'Taux de réponse'],
  value: ['Value', 'Valor', 'Valor', 'Valeur'],
  weightedColumn: [
    'Weighted to all',
    'Ponderado por todos',
    'Ponderado a todos',
    'Pondéré sur tous',
  ],
  unhappy: ['Unhappy', 'Insatisfeitos', 'Insatisfechos', 'Mécontents'],
  scale: ['Scale', 'Escala', 'Escala', 'Échelle'],
  theme1: ['Theme', 'Tema', 'Tema', 'Thème'],
  amongUnhappy: [
    'Share of the unhappy',
    'Parcela dos insatisfeitos',
    'Proporción de insatisfechos',
    'Part des mécontents',
  ],
  unhappyShare: [
    'Unhappy among those who name it',
    'Insatisfeitos entre quem cita',
    'Insatisfechos entre quienes lo nombran',
    'Mécontents parmi ceux qui le citent',
  ],
  lift: ['Times as often', 'Vezes mais', 'Veces más', 'Fois plus'],
  trouble: ['Trouble', 'Problema', 'Problema', 'Souci'],
  with: ['With it', 'Com', 'Con él', 'Avec'],
  without: ['Without', 'Sem', 'Sin él', 'Sans'],
  n: ['Customers with it', 'Clientes com', 'Clientes con él', 'Clients avec'],
  m: ['Customers without', 'Clientes sem', 'Clientes sin él', 'Clients sans'],
  apart: [
    'Standard deviations apart',
    'Desvios-padrão de distância',
    'Desviaciones típicas de distancia',
    'Écart en écarts types',
  ],
  any: ['any of these', 'qualquer destes', 'cualquiera de estos', 'l’un d’eux'],
  method: [
    'The last answer of each customer to each survey in the last {days} counts, once. NPS: adjusted Wald intervals (Rocks 2016); satisfaction: Wilson; means: Student; all 95 %.',
    'Conta a última resposta de cada cliente a cada pesquisa nos últimos {days}, uma vez. NPS: intervalos de Wald ajustados (Rocks 2016); satisfação: Wilson; médias: Student; todos de 95 %.',
    'Cuenta la última respuesta de cada cliente a cada encuesta en los últimos {days}, una vez. NPS: intervalos de Wald ajustados (Rocks 2016); satisfacción: Wilson; medias: Student; todos del 95 %.',
    'Compte la dernière réponse de chaque client à chaque enquête sur les derniers {days}, une fois. NPS : intervalles de Wald ajustés (Rocks 2016) ; satisfaction : Wilson ; moyennes : Student ; tous à 95 %.',
  ],
  methodGuess: [
    '{survey} is read on a scale from {low} to {high}, guessed from the answers seen: from {good} on satisfied, up to {bad} unhappy.',
    '{survey} é lida numa escala de {low} a {high}, deduzida das respostas vistas: a partir de {good} satisfeito, até {bad} insatisfeito.',
    '{survey} se lee en una escala de {low} a {high}, deducida de las respuestas vistas: desde {good} satisfecho, hasta {bad} insatisfecho.',
    '{survey} est lue sur une échelle de {low} à {high}, déduite des réponses vues : satisfait à partir de {good}, mécontent jusqu’à {bad}.',
  ],
  methodRate: [
    'Response rate: customers who answered among those who {could} in these days. Nothing in the data says who was asked, so that it is a lower bound.',
    'Taxa de resposta: clientes que responderam entre os que {could} nestes dias. Nada nos dados diz quem foi consultado; é portanto um limite inferior.',
    'Tasa de respuesta: clientes que respondieron entre quienes {could} en estos días. Nada en los datos dice a quién se preguntó; es, pues, un límite inferior.',
    'Taux de réponse : clients ayant répondu parmi ceux qui {could} ces jours-là. Rien ne dit à qui l’on a demandé ; c’est donc une borne inférieure.',
  ],
  methodAsked: [
    'Response rate: customers who answered among those who {could} in these days.',
    'Taxa de resposta: clientes que responderam entre os que {could} nestes dias.',
    'Tasa de respuesta: clientes que respondieron entre quienes {could} en estos días.',
    'Taux de réponse : clients ayant répondu parmi ceux qui {could} ces jours-là.',
  ],
  methodWeight: [
    'Weighted: post-stratification by fourths of orders and of spend, weights capped at 5; {unheard} of the customers are in parts where too few answered.',
    'Ponderado: pós-estratificação por quartos de pedidos e de gasto, pesos limitados a 5; {unheard} dos clientes estão em partes onde poucos responderam.',
    'Ponderado: posestratificación por cuartos de pedidos y de gasto, pesos limitados a 5; el {unheard} de los clientes está en partes donde respondieron muy pocos.',
    'Pondéré : post-stratification par quarts de commandes et de dépenses, poids plafonnés à 5 ; {unheard} des clients sont dans des parties où trop peu ont répondu.',
  ],
  methodTests: [
    'Segments and themes are compared with the others, corrected for their number (Benjamini, Hochberg); what goes together is not thereby a cause.',
    'Segmentos e temas são comparados com os demais, com correção pelo número de comparações (Benjamini, Hochberg); o que anda junto não é por isso causa.',
    'Segmentos y temas se comparan con los demás, con corrección por su número (Benjamini, Hochberg); lo que va junto no es por ello causa.',
    'Segments et thèmes sont comparés aux autres, avec correction pour leur nombre (Benjamini, Hochberg) ; ce qui va de pair n’est pas pour autant une cause.',
  ],
}

/** What the figure of a survey is called in tables. */
export const METRIC_WORDS: Readonly<Record<VoiceMetric, Texts>> = {
  nps: ['Net promoter score', 'Net promoter score', 'Net promoter score', 'Net promoter score'],
  csat: ['Satisfied', 'Satisfeitos', 'Satisfechos', 'Satisfaits'],
  ces: [
    'Mean effort score',
    'Nota média de esforço',
    'Nota media de esfuerzo',
    'Note moyenne d’effort',
  ],
  score: ['Mean score', 'Nota média', 'Nota media', 'Note moyenne'],
}

/** Kinds of trouble. */
export const PROBLEM_WORDS: Readonly<Record<ProblemSource, Texts>> = {
  ticket: ['a ticket', 'um chamado', 'una incidencia', 'une demande'],
  refund: ['a refund', 'um reembolso', 'un reembolso', 'un remboursement'],
  late: ['a late answer', 'uma resposta tardia', 'una respuesta tardía', 'une réponse tardive'],
}
