/** What is said of the time to the next purchase. */
import type { Texts } from '../../../core/insight/index.ts'

type Word =
  | 'title'
  | 'about'
  | 'after'
  | 'by'
  | 'byHelp'
  | 'segment'
  | 'none'
  | 'noBy'
  | 'all'
  | 'allLost'
  | 'differ'
  | 'alike'
  | 'unsure'
  | 'worst'
  | 'best'
  | 'small'
  | 'bias'
  | 'groups'
  | 'group'
  | 'everyone'
  | 'members'
  | 'others'
  | 'customers'
  | 'median'
  | 'lost'
  | 'difference'
  | 'verdict'
  | 'curve'
  | 'day'
  | 'notBack'
  | 'segmentWord'
  | 'method'

/** In the four languages. */
export const SURVIVAL_WORDS: Readonly<Record<Word, Texts>> = {
  title: [
    'Time to the next purchase',
    'Tempo até a próxima compra',
    'Tiempo hasta la próxima compra',
    'Délai jusqu’au prochain achat',
  ],
  about: [
    'How long until customers come back after their first (or any later) purchase, compared by what is known of them or by segment.',
    'Quanto tempo até o cliente voltar depois da primeira compra (ou de outra), comparado pelo que se sabe dele ou por segmento.',
    'Cuánto tardan los clientes en volver tras su primera compra (u otra), según lo que se sabe de ellos o por segmento.',
    'En combien de temps les clients reviennent après leur premier achat (ou un autre), selon ce qu’on sait d’eux ou par segment.',
  ],
  after: ['After which purchase', 'Depois de qual compra', 'Tras qué compra', 'Après quel achat'],
  by: ['Compare by', 'Comparar por', 'Comparar por', 'Comparer selon'],
  byHelp: [
    'A trait or the channel of the purchase; how they were acquired unless told otherwise.',
    'Uma característica ou o canal da compra; por padrão, como foram captados.',
    'Un rasgo o el canal de la compra; por defecto, cómo se captaron.',
    'Un trait ou le canal de l’achat ; par défaut, l’origine des clients.',
  ],
  segment: [
    'Members against the others',
    'Membros contra os demais',
    'Miembros frente a los demás',
    'Membres contre les autres',
  ],
  none: [
    'Too few customers with this many purchases to draw a curve.',
    'Poucos clientes com tantas compras para traçar uma curva.',
    'Muy pocos clientes con tantas compras para trazar una curva.',
    'Trop peu de clients avec autant d’achats pour tracer une courbe.',
  ],
  noBy: [
    'There is nothing called {name} to compare by. There is: {known}.',
    'Não há nada chamado {name} para comparar. Há: {known}.',
    'No hay nada llamado {name} con que comparar. Hay: {known}.',
    'Rien ne s’appelle {name} pour comparer. Il y a : {known}.',
  ],
  all: [
    'Half of all customers are back within {days} of purchase {step} ({low} to {high} days); {lost} are not back after {patience}.',
    'Metade de todos os clientes volta em {days} após a compra {step} ({low} a {high} dias); {lost} não voltaram após {patience}.',
    'La mitad de todos los clientes vuelve en {days} tras la compra {step} (de {low} a {high} días); el {lost} no ha vuelto tras {patience}.',
    'La moitié de tous les clients reviennent dans les {days} suivant l’achat {step} ({low} à {high} jours) ; {lost} ne sont pas revenus après {patience}.',
  ],
  allLost: [
    'Fewer than half of all customers come back after purchase {step}; {lost} are not back after {patience}.',
    'Menos da metade dos clientes volta após a compra {step}; {lost} não voltaram após {patience}.',
    'Vuelve menos de la mitad de los clientes tras la compra {step}; el {lost} no ha vuelto tras {patience}.',
    'Moins de la moitié des clients reviennent après l’achat {step} ; {lost} ne sont pas revenus après {patience}.',
  ],
  differ: [
    'Groups by {what} come back at different paces (log-rank {statistic}, {degrees} degrees of freedom, chance below {p}).',
    'Os grupos por {what} voltam em ritmos diferentes (log-rank {statistic}, {degrees} graus de liberdade, acaso abaixo de {p}).',
    'Los grupos por {what} vuelven a ritmos distintos (log-rank {statistic}, {degrees} grados de libertad, azar por debajo de {p}).',
    'Les groupes selon {what} reviennent à des rythmes différents (log-rank {statistic}, {degrees} degrés de liberté, hasard sous {p}).',
  ],
  alike: [
    'Groups by {what} come back at the same pace, as far as these data tell (log-rank {statistic}, p = {p}).',
    'Os grupos por {what} voltam no mesmo ritmo, até onde os dados mostram (log-rank {statistic}, p = {p}).',
    'Los grupos por {what} vuelven al mismo ritmo, hasta donde dicen los datos (log-rank {statistic}, p = {p}).',
    'Les groupes selon {what} reviennent au même rythme, autant que les données le disent (log-rank {statistic}, p = {p}).',
  ],
  unsure: [
    'Groups by {what} are too small to compare their paces.',
    'Os grupos por {what} são pequenos demais para comparar ritmos.',
    'Los grupos por {what} son demasiado pequeños para comparar ritmos.',
    'Les groupes selon {what} sont trop petits pour comparer leurs rythmes.',
  ],
  worst: [
    '“{value}” comes back least: {lost} ({low} to {high}) are not back after {patience}, against {others} of the others.',
    '“{value}” é o que menos volta: {lost} ({low} a {high}) não voltaram após {patience}, contra {others} dos demais.',
    '«{value}» es quien menos vuelve: el {lost} (de {low} a {high}) no ha vuelto tras {patience}, frente al {others} de los demás.',
    '« {value} » revient le moins : {lost} ({low} à {high}) ne sont pas revenus après {patience}, contre {others} des autres.',
  ],
  best: [
    '“{value}” comes back most: {lost} ({low} to {high}) are not back after {patience}, against {others} of the others.',
    '“{value}” é o que mais volta: {lost} ({low} a {high}) não voltaram após {patience}, contra {others} dos demais.',
    '«{value}» es quien más vuelve: el {lost} (de {low} a {high}) no ha vuelto tras {patience}, frente al {others} de los demás.',
    '« {value} » revient le plus : {lost} ({low} à {high}) ne sont pas revenus après {patience}, contre {others} des autres.',
  ],
  small: [
    'They surely differ, yet by less than 5 points after {patience}: too little to treat them differently.',
    'Diferem com certeza, mas em menos de 5 pontos após {patience}: pouco para tratá-los de outro modo.',
    'Difieren con seguridad, pero en menos de 5 puntos tras {patience}: poco para tratarlos de otro modo.',
    'Ils diffèrent sûrement, mais de moins de 5 points après {patience} : trop peu pour les traiter autrement.',
  ],
  bias: [
    'Who is a member today was chosen by what they did since: a difference here may be the definition speaking.',
    'Quem é membro hoje foi escolhido pelo que fez desde então: uma diferença aqui pode ser a própria definição.',
    'Quien es miembro hoy lo es por lo que hizo desde entonces: una diferencia aquí puede ser la propia definición.',
    'Qui est membre aujourd’hui l’est par ce qu’il a fait depuis : un écart ici peut être la définition elle-même.',
  ],
  groups: ['Groups', 'Grupos', 'Grupos', 'Groupes'],
  group: ['Group', 'Grupo', 'Grupo', 'Groupe'],
  everyone: ['Everyone', 'Todos', 'Todos', 'Tous'],
  members: ['Members', 'Membros', 'Miembros', 'Membres'],
  others: ['The others', 'Os demais', 'Los demás', 'Les autres'],
  customers: ['Customers', 'Clientes', 'Clientes', 'Clients'],
  median: [
    'Half back by day',
    'Metade volta até o dia',
    'La mitad vuelve antes del día',
    'La moitié revenue avant le jour',
  ],
  lost: ['Not back', 'Não voltaram', 'No han vuelto', 'Pas revenus'],
  difference: ['Against the others', 'Contra os demais', 'Frente a los demás', 'Face aux autres'],
  verdict: ['Verdict', 'Veredito', 'Veredicto', 'Verdict'],
  curve: [
    'Not yet back, by day',
    'Ainda não voltaram, por dia',
    'Aún no han vuelto, por día',
    'Pas encore revenus, par jour',
  ],
  day: ['Days after', 'Dias depois', 'Días después', 'Jours après'],
  notBack: ['Not yet back', 'Ainda não voltaram', 'Aún no han vuelto', 'Pas encore revenus'],
  segmentWord: ['segment', 'segmento', 'segmento', 'segment'],
  method: [
    'Kaplan-Meier with 95 % log-log intervals; medians by Brookmeyer and Crowley; log-rank over all groups; each group against the others with Greenwood’s errors, Benjamini-Hochberg. Only customers seen from their first purchase on. {patience} is when nearly all who come back have done so. What is known of customers is what is known today: a trait that follows from buying, such as a tier, shows what buying made of it.',
    'Kaplan-Meier com intervalos log-log de 95 %; medianas por Brookmeyer e Crowley; log-rank entre todos os grupos; cada grupo contra os demais com erros de Greenwood, Benjamini-Hochberg. Só clientes vistos desde a primeira compra. Em {patience}, quase todos os que voltam já voltaram. O que se sabe dos clientes é o que se sabe hoje: um atributo que resulta de comprar, como um nível, mostra o que as compras fizeram dele.',
    'Kaplan-Meier con intervalos log-log del 95 %; medianas por Brookmeyer y Crowley; log-rank entre todos los grupos; cada grupo frente a los demás con errores de Greenwood, Benjamini-Hochberg. Solo clientes vistos desde su primera compra. En {patience}, casi todos los que vuelven lo han hecho. Lo que se sabe de los clientes es lo que se sabe hoy: un rasgo que resulta de comprar, como un nivel, muestra lo que las compras hicieron de él.',
    'Kaplan-Meier avec intervalles log-log à 95 % ; médianes selon Brookmeyer et Crowley ; log-rank sur tous les groupes ; chaque groupe face aux autres avec les erreurs de Greenwood, Benjamini-Hochberg. Seuls les clients vus depuis leur premier achat. En {patience}, presque tous ceux qui reviennent l’ont fait. Ce qu’on sait des clients est ce qu’on en sait aujourd’hui : un trait qui découle des achats, comme un niveau, montre ce que les achats en ont fait.',
  ],
}
