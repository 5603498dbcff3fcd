/** What is said of baskets. */
import type { Texts } from '../../../core/insight/index.ts'

type Word =
  | 'title'
  | 'about'
  | 'days'
  | 'segment'
  | 'by'
  | 'category'
  | 'product'
  | 'rank'
  | 'leverage'
  | 'lift'
  | 'none'
  | 'few'
  | 'pair'
  | 'noPair'
  | 'next'
  | 'noNext'
  | 'taste'
  | 'noTaste'
  | 'cut'
  | 'pairs'
  | 'steps'
  | 'tastes'
  | 'items'
  | 'first'
  | 'second'
  | 'pairName'
  | 'stepName'
  | 'both'
  | 'step'
  | 'baskets'
  | 'support'
  | 'confidence'
  | 'reverse'
  | 'times'
  | 'beyond'
  | 'chance'
  | 'otherwise'
  | 'segmentColumn'
  | 'item'
  | 'own'
  | 'index'
  | 'verdict'
  | 'customers'
  | 'method'
  | 'methodNext'
  | 'methodTaste'

/** By key. */
export const BASKET_WORDS: Readonly<Record<Word, Texts>> = {
  title: ['Baskets', 'Cestas', 'Cestas', 'Paniers'],
  about: [
    'What is bought together, what is bought next, and which segments have a taste of their own.',
    'O que se compra junto, o que se compra em seguida e quais segmentos têm gosto próprio.',
    'Qué se compra junto, qué se compra después y qué segmentos tienen gusto propio.',
    'Ce qui s’achète ensemble, ce qui s’achète ensuite, et les segments qui ont leurs propres goûts.',
  ],
  days: ['Days looked at', 'Dias considerados', 'Días considerados', 'Jours considérés'],
  segment: ['Only this segment', 'Só este segmento', 'Solo este segmento', 'Ce segment seulement'],
  by: ['Told apart by', 'Distinguir por', 'Distinguir por', 'Distinguer par'],
  category: ['Category', 'Categoria', 'Categoría', 'Catégorie'],
  product: ['Product', 'Produto', 'Producto', 'Produit'],
  rank: ['Ordered by', 'Ordenar por', 'Ordenar por', 'Classer par'],
  leverage: [
    'How many baskets it concerns',
    'Quantas cestas abrange',
    'A cuántas cestas afecta',
    'Nombre de paniers concernés',
  ],
  lift: ['How strong the tie is', 'Força da ligação', 'Fuerza del vínculo', 'Force du lien'],
  none: [
    'No baskets in these {days}: nothing to look into.',
    'Nenhuma cesta nestes {days}: nada a examinar.',
    'Ninguna cesta en estos {days}: nada que examinar.',
    'Aucun panier pendant ces {days} : rien à examiner.',
  ],
  few: [
    'Hardly anything is bought often enough: {items} kinds in {n} baskets have at least 20. Look at more days, or at categories.',
    'Quase nada é comprado com frequência suficiente: {items} tipos em {n} cestas chegam a 20. Considere mais dias, ou categorias.',
    'Casi nada se compra con suficiente frecuencia: {items} tipos en {n} cestas llegan a 20. Considere más días, o categorías.',
    'Presque rien ne s’achète assez souvent : {items} sortes dans {n} paniers atteignent 20. Regardez plus de jours, ou les catégories.',
  ],
  pair: [
    '{a} and {b} are in one basket {lift} times as often as chance would have it ({low} to {high}; {n} baskets). {left} customers buy the first and not the second: show it to them.',
    '{a} e {b} estão na mesma cesta {lift} vezes mais que ao acaso ({low} a {high}; {n} cestas). {left} clientes compram o primeiro e não o segundo: mostre-o a eles.',
    '{a} y {b} están en la misma cesta {lift} veces más que al azar (de {low} a {high}; {n} cestas). {left} clientes compran lo primero y no lo segundo: muéstreselo.',
    '{a} et {b} sont dans un même panier {lift} fois plus souvent que par hasard ({low} à {high} ; {n} paniers). {left} clients achètent le premier et non le second : montrez-le-leur.',
  ],
  noPair: [
    'Nothing is bought together more often than chance would have it, as far as {n} baskets can tell.',
    'Nada é comprado junto mais do que ao acaso, até onde {n} cestas permitem ver.',
    'Nada se compra junto más de lo que haría el azar, hasta donde dicen {n} cestas.',
    'Rien ne s’achète ensemble plus souvent que par hasard, autant que {n} paniers puissent le dire.',
  ],
  next: [
    'After {a} without {b}, {chance} of the next baskets bring {b} ({low} to {high}), against {otherwise} after other baskets without it.',
    'Depois de {a} sem {b}, {chance} das cestas seguintes trazem {b} ({low} a {high}), contra {otherwise} depois de outras cestas sem este item.',
    'Tras {a} sin {b}, el {chance} de las cestas siguientes trae {b} (de {low} a {high}), frente al {otherwise} tras otras cestas que no lo llevaban.',
    'Après {a} sans {b}, {chance} des paniers suivants apportent {b} ({low} à {high}), contre {otherwise} après d’autres paniers qui n’en avaient pas.',
  ],
  noNext: [
    'What is bought does not tell what comes next: no step from one basket to the next stands out.',
    'O que se compra não diz o que vem depois: nenhum passo de uma cesta à seguinte se destaca.',
    'Lo que se compra no dice qué viene después: ningún paso de una cesta a la siguiente destaca.',
    'Ce qui est acheté ne dit pas ce qui suit : aucun passage d’un panier au suivant ne se distingue.',
  ],
  taste: [
    '{name}: {item} is {of} of what they buy, {index} % of the usual ({low} to {high}; {n} customers).',
    '{name}: {item} é {of} do que compram, {index} % do habitual ({low} a {high}; {n} clientes).',
    '{name}: {item} es el {of} de lo que compran, el {index} % de lo habitual (de {low} a {high}; {n} clientes).',
    '{name} : {item} fait {of} de leurs achats, {index} % de l’habituel ({low} à {high} ; {n} clients).',
  ],
  noTaste: [
    'No segment has a taste of its own beyond what defines it.',
    'Nenhum segmento tem gosto próprio além do que o define.',
    'Ningún segmento tiene un gusto propio más allá de lo que lo define.',
    'Aucun segment n’a de goût propre au-delà de ce qui le définit.',
  ],
  cut: [
    'Only the {n} most frequent of all were looked into.',
    'Só os {n} mais frequentes foram examinados.',
    'Solo se examinaron los {n} más frecuentes.',
    'Seuls les {n} plus fréquents ont été examinés.',
  ],
  pairs: ['Bought together', 'Comprados juntos', 'Comprados juntos', 'Achetés ensemble'],
  steps: ['Bought next', 'Comprados em seguida', 'Comprados después', 'Achetés ensuite'],
  tastes: [
    'Departments by segment',
    'Departamentos por segmento',
    'Departamentos por segmento',
    'Rayons par segment',
  ],
  items: ['Most bought', 'Mais comprados', 'Más comprados', 'Les plus achetés'],
  first: ['This', 'Este', 'Este', 'Ceci'],
  second: ['And this', 'E este', 'Y este', 'Et cela'],
  pairName: ['{a} + {b}', '{a} + {b}', '{a} + {b}', '{a} + {b}'],
  stepName: ['{a} → {b}', '{a} → {b}', '{a} → {b}', '{a} → {b}'],
  both: ['Pair', 'Par', 'Par', 'Paire'],
  step: ['Step', 'Passo', 'Paso', 'Passage'],
  baskets: ['Baskets', 'Cestas', 'Cestas', 'Paniers'],
  support: ['Of all baskets', 'De todas as cestas', 'De todas las cestas', 'De tous les paniers'],
  confidence: [
    'Of the first’s baskets',
    'Das cestas do primeiro',
    'De las cestas del primero',
    'Des paniers du premier',
  ],
  reverse: [
    'Of the second’s baskets',
    'Das cestas do segundo',
    'De las cestas del segundo',
    'Des paniers du second',
  ],
  times: ['Times chance', 'Vezes o acaso', 'Veces el azar', 'Fois le hasard'],
  beyond: ['Beyond chance', 'Além do acaso', 'Más allá del azar', 'Au-delà du hasard'],
  chance: [
    'Next basket has it',
    'Cesta seguinte o traz',
    'La cesta siguiente lo trae',
    'Le panier suivant l’a',
  ],
  otherwise: ['Otherwise', 'Senão', 'Si no', 'Sinon'],
  segmentColumn: ['Segment', 'Segmento', 'Segmento', 'Segment'],
  item: ['What', 'O quê', 'Qué', 'Quoi'],
  own: ['Of what they buy', 'Do que compram', 'De lo que compran', 'De leurs achats'],
  index: ['Index', 'Índice', 'Índice', 'Indice'],
  verdict: ['Verdict', 'Veredito', 'Veredicto', 'Verdict'],
  customers: ['Customers', 'Clientes', 'Clientes', 'Clients'],
  method: [
    '{n} baskets of {c} customers in the last {days}. Pairs need 11 customers, and 20 baskets for each of the two; they are ordered by the lower bound of the 95 % interval, so that rare pairs do not top the list, and corrected for all pairs that might have been found. Baskets of one customer are one habit: a pair weighs as many baskets as there are customers behind it.',
    '{n} cestas de {c} clientes nos últimos {days}. Pares exigem 11 clientes, e 20 cestas para cada um dos dois; são ordenados pelo limite inferior do intervalo de 95 %, para que pares raros não encabecem a lista, e corrigidos por todos os pares possíveis. As cestas de um cliente são um só hábito: um par pesa tantas cestas quantos clientes há por trás dele.',
    '{n} cestas de {c} clientes en los últimos {days}. Los pares requieren 11 clientes, y 20 cestas para cada uno de los dos; se ordenan por el límite inferior del intervalo del 95 %, para que los raros no encabecen la lista, y se corrigen por todos los pares posibles. Las cestas de un cliente son un solo hábito: un par pesa tantas cestas como clientes hay detrás.',
    '{n} paniers de {c} clients sur les derniers {days}. Une paire demande 11 clients, et 20 paniers pour chacun des deux ; l’ordre suit la borne basse de l’intervalle à 95 %, pour que les paires rares ne soient pas en tête, avec correction pour toutes les paires possibles. Les paniers d’un client sont une seule habitude : une paire pèse autant de paniers qu’il y a de clients derrière elle.',
  ],
  methodNext: [
    'Next: from each basket to the customer’s following one, what is new in it. It describes habits; whether showing it sells more is for a test to tell.',
    'Em seguida: de cada cesta à seguinte do cliente, o que é novo nela. Descreve hábitos; se mostrá-lo vende mais, só um teste dirá.',
    'Después: de cada cesta a la siguiente del cliente, lo que es nuevo en ella. Describe hábitos; si mostrarlo vende más, lo dirá una prueba.',
    'Ensuite : de chaque panier au suivant du client, ce qui y est nouveau. Cela décrit des habitudes ; seul un test dira si le montrer vend plus.',
  ],
  methodTaste: [
    'By segment: the mean over customers of its share among the kinds in their baskets; 100 is everybody. Segments defined by what is bought are not told of.',
    'Por segmento: a média entre clientes de sua parcela entre os tipos nas cestas; 100 é a base toda. Segmentos definidos pelo que se compra não são comentados.',
    'Por segmento: la media entre clientes de su parte entre los tipos de las cestas; 100 es toda la base. No se comentan segmentos definidos por lo que se compra.',
    'Par segment : la moyenne entre clients de sa part parmi les sortes des paniers ; 100 est toute la base. Les segments définis par les achats ne sont pas commentés.',
  ],
}
