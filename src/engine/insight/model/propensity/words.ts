/** What propensities say, in four languages. */
import type { Texts } from '../../../../core/insight/index.ts'

type Word =
  | 'good'
  | 'useless'
  | 'oneSided'
  | 'ahead'
  | 'nobodyNow'
  | 'chance'
  | 'over'
  | 'single'
  | 'undated'
  | 'noEffect'
  | 'parts'
  | 'at'
  | 'role'
  | 'teach'
  | 'tune'
  | 'judge'
  | 'all'
  | 'rate'
  | 'method'
  | 'chosen'

export const W: Readonly<Record<Word, Texts>> = {
  good: [
    'The likeliest tenth met it {lift} times as often as the average, and held {captured} of all who did (AUC {auc}, {low} to {high}; {n} customers who were not learned from).',
    'O décimo mais provável cumpriu {lift} vezes mais que a média e reuniu {captured} de todos que cumpriram (AUC {auc}, {low} a {high}; {n} clientes fora do aprendizado).',
    'El decil más probable cumplió {lift} veces más que la media y reunió al {captured} de quienes cumplieron (AUC {auc}, {low} a {high}; {n} clientes fuera del aprendizaje).',
    'Le dixième le plus probable l’a fait {lift} fois plus que la moyenne, et comptait {captured} de tous ceux qui l’ont fait (AUC {auc}, {low} à {high} ; {n} clients non vus à l’apprentissage).',
  ],
  useless: [
    'What is known of customers does not foretell it: on customers not learned from the model is no better than chance (AUC {auc}, {low} to {high}). No scores were written.',
    'O que se sabe dos clientes não o prevê: em clientes fora do aprendizado o modelo não supera o acaso (AUC {auc}, {low} a {high}). Nenhum score foi gravado.',
    'Lo que se sabe de los clientes no lo predice: en clientes fuera del aprendizaje el modelo no supera al azar (AUC {auc}, {low} a {high}). No se escribió ninguna puntuación.',
    'Ce qu’on sait des clients ne le prédit pas : sur des clients non vus, le modèle ne vaut pas mieux que le hasard (AUC {auc}, {low} à {high}). Aucun score n’a été écrit.',
  ],
  oneSided: [
    'Nearly everybody or nearly nobody met it at the past instants ({hits} of {n}): there is nothing to learn from.',
    'Quase todos ou quase ninguém o cumpriu nos instantes passados ({hits} de {n}): não há o que aprender.',
    'Casi todos o casi nadie lo cumplió en los instantes pasados ({hits} de {n}): no hay de qué aprender.',
    'Presque tous ou presque personne ne l’a fait aux instants passés ({hits} sur {n}) : il n’y a rien à apprendre.',
  ],
  ahead: [
    'Within {days} it is expected of {expected} of {n} customers; of the likeliest tenth, of {top}.',
    'Em {days} espera-se isso de {expected} de {n} clientes; do décimo mais provável, de {top}.',
    'En {days} se espera de {expected} de {n} clientes; del decil más probable, de {top}.',
    'En {days}, on l’attend de {expected} clients sur {n} ; du dixième le plus probable, de {top}.',
  ],
  nobodyNow: [
    'Today nobody meets what is asked under “customers”: there is nobody to score.',
    'Hoje ninguém atende ao que se pede em “customers”: não há quem pontuar.',
    'Hoy nadie cumple lo que se pide en «customers»: no hay a quién puntuar.',
    'Aujourd’hui, personne ne remplit ce qui est demandé sous « customers » : il n’y a personne à noter.',
  ],
  chance: [
    'Chances have drifted: {before} met it where the model learned, {after} where it was judged. The order holds; take the chances with care.',
    'As chances mudaram: {before} cumpriram onde o modelo aprendeu, {after} onde foi julgado. A ordem vale; use as chances com cuidado.',
    'Las probabilidades han cambiado: {before} cumplió donde aprendió el modelo, {after} donde se juzgó. El orden vale; tome las probabilidades con cautela.',
    'Les chances ont bougé : {before} là où le modèle a appris, {after} là où il a été jugé. L’ordre tient ; prenez les chances avec prudence.',
  ],
  over: [
    'The outcome looks back beyond its horizon of {days}, to before the start: what had already happened counts as foretold. Give its events a window within the horizon.',
    'O resultado olha além do horizonte de {days}, para antes do início: o que já havia acontecido conta como previsto. Dê aos eventos uma janela dentro do horizonte.',
    'El resultado mira más atrás de su horizonte de {days}, antes del inicio: lo ya ocurrido cuenta como predicho. Dé a sus eventos una ventana dentro del horizonte.',
    'Le résultat remonte au-delà de son horizon de {days}, avant le début : ce qui était déjà arrivé compte comme prédit. Donnez à ses événements une fenêtre dans l’horizon.',
  ],
  single: [
    'There is history for one instant only: teaching and judging were parted by chance, not by time, which flatters the model.',
    'Só há histórico para um instante: ensino e julgamento foram separados ao acaso, não no tempo, o que favorece o modelo.',
    'Solo hay historia para un instante: enseñanza y juicio se separaron al azar, no en el tiempo, lo que favorece al modelo.',
    'L’historique ne permet qu’un instant : apprentissage et jugement ont été séparés au hasard, non dans le temps, ce qui flatte le modèle.',
  ],
  undated: [
    'These came without a day of their own and count as known from the beginning: {names}. Whatever of them became known only with the outcome, or after it, leaks the answer. Load it with the day on which it was learned (`at` in the mapping), or name what was surely known before under “confirmed”.',
    'Estes vieram sem data própria e contam como conhecidos desde o início: {names}. O que só se soube com o resultado, ou depois dele, entrega a resposta. Carregue com o dia em que se soube (`at` no mapeamento), ou indique em “confirmed” o que certamente já se sabia.',
    'Estos llegaron sin fecha propia y cuentan como conocidos desde el principio: {names}. Lo que solo se supo con el resultado, o después, delata la respuesta. Cárguelo con el día en que se supo (`at` en la correspondencia) o indique en «confirmed» lo que seguro ya se sabía.',
    'Ceux-ci sont venus sans date propre et comptent comme connus depuis le début : {names}. Ce qui n’a été su qu’avec le résultat, ou après, livre la réponse. Chargez-le avec le jour où on l’a appris (`at` dans la correspondance), ou nommez sous « confirmed » ce qui était sûrement connu avant.',
  ],
  noEffect: [
    'It foretells who will, not whom a message would change: that takes a test in which chance leaves some out.',
    'Prevê quem fará, não quem mudaria por causa de uma mensagem: para isso é preciso um teste em que o acaso deixe alguns de fora.',
    'Predice quién lo hará, no a quién cambiaría un mensaje: para eso hace falta una prueba en la que el azar deje a algunos fuera.',
    'Cela prédit qui le fera, non qui un message ferait changer : il faut pour cela un essai où le hasard en laisse certains de côté.',
  ],
  parts: [
    'Instants, and what came after each',
    'Instantes, e o que veio depois de cada um',
    'Instantes, y lo que vino después de cada uno',
    'Instants, et ce qui a suivi chacun',
  ],
  at: ['As of', 'Em', 'A fecha de', 'Au'],
  role: ['Used to', 'Usado para', 'Usado para', 'Sert à'],
  teach: ['learn', 'aprender', 'aprender', 'apprendre'],
  tune: ['tune', 'ajustar', 'ajustar', 'régler'],
  judge: ['judge', 'julgar', 'juzgar', 'juger'],
  all: ['all three', 'os três', 'los tres', 'les trois'],
  rate: ['Rate', 'Taxa', 'Tasa', 'Taux'],
  method: [
    'Outcome: {outcome}, asked {days} after each instant; features are what was known at the instant and nothing later. Customers: {among}.',
    'Resultado: {outcome}, perguntado {days} após cada instante; as características são o que se sabia no instante e nada depois. Clientes: {among}.',
    'Resultado: {outcome}, preguntado {days} después de cada instante; las características son lo que se sabía en el instante y nada posterior. Clientes: {among}.',
    'Résultat : {outcome}, demandé {days} après chaque instant ; les caractéristiques sont ce qu’on savait à l’instant et rien de plus tard. Clients : {among}.',
  ],
  chosen: [
    'A logistic regression and boosted trees were learned at the earlier instants and calibrated on the next; the trees are used only where they are surely better on the latest (difference of log loss {difference}, {low} to {high}).',
    'Uma regressão logística e árvores boosted foram aprendidas nos instantes anteriores e calibradas no seguinte; as árvores só são usadas se forem certamente melhores no último (diferença de perda {difference}, {low} a {high}).',
    'Una regresión logística y árboles boosted se aprendieron en los instantes anteriores y se calibraron en el siguiente; los árboles solo se usan si son con seguridad mejores en el último (diferencia de pérdida {difference}, {low} a {high}).',
    'Une régression logistique et des arbres boostés ont été appris aux instants antérieurs et calibrés au suivant ; les arbres ne servent que s’ils sont sûrement meilleurs au dernier (différence de perte {difference}, {low} à {high}).',
  ],
}
