/** What is said of how the money is spread. */
import type { Texts } from '../../../core/insight/index.ts'

type Word =
  | 'title'
  | 'about'
  | 'days'
  | 'segment'
  | 'top'
  | 'few'
  | 'weak'
  | 'none'
  | 'negative'
  | 'curve'
  | 'population'
  | 'held'
  | 'equal'
  | 'thresholds'
  | 'topShare'
  | 'from'
  | 'customers'
  | 'low'
  | 'high'
  | 'method'
  | 'margin'
  | 'marginGood'
  | 'noMargin'
  | 'resellers'
  | 'noResellers'
  | 'tier'
  | 'near'
  | 'tiers'
  | 'marginCurve'
  | 'marginTop'
  | 'bestShare'
  | 'heldMargin'
  | 'perHead'
  | 'ofBuyers'
  | 'nearMisses'
  | 'lacking'
  | 'threshold'
  | 'methodReseller'
  | 'methodGross'

/** By key. */
export const CONCENTRATION_WORDS: Readonly<Record<Word, Texts>> = {
  title: [
    'Concentration of spend',
    'Concentração do gasto',
    'Concentración del gasto',
    'Concentration des dépenses',
  ],
  about: [
    'How much of the spend comes from how few customers, and whom a threshold would select.',
    'Quanto do gasto vem de quão poucos clientes, e quem um limite selecionaria.',
    'Cuánto del gasto viene de cuán pocos clientes, y a quiénes seleccionaría un umbral.',
    'Quelle part des dépenses vient de combien de clients, et qui un seuil retiendrait.',
  ],
  days: ['Days looked at', 'Dias considerados', 'Días considerados', 'Jours considérés'],
  segment: ['Only this segment', 'Só este segmento', 'Solo este segmento', 'Ce segment seulement'],
  top: [
    'The top {top} of buyers bring {held} of the spend ({low} to {high}).',
    'Os {top} que mais compram trazem {held} do gasto ({low} a {high}).',
    'El {top} que más compra aporta el {held} del gasto (de {low} a {high}).',
    'Les {top} qui achètent le plus apportent {held} des dépenses ({low} à {high}).',
  ],
  few: [
    'Half of the spend comes from {few} of the buyers.',
    'Metade do gasto vem de {few} dos compradores.',
    'La mitad del gasto viene del {few} de los compradores.',
    'La moitié des dépenses vient de {few} des acheteurs.',
  ],
  weak: [
    'Too few buyers, or one of them alone holds much of the spend: take these shares as rough.',
    'Poucos compradores, ou um só concentra muito do gasto: tome estas proporções como aproximadas.',
    'Hay pocos compradores, o uno solo concentra mucho gasto: tome estas proporciones como aproximadas.',
    'Trop peu d’acheteurs, ou un seul pèse beaucoup : ces parts ne sont qu’indicatives.',
  ],
  none: [
    'Nobody, or fewer than 11 customers, bought in these {days}: there is no spend to spread.',
    'Ninguém, ou menos de 11 clientes, comprou nestes {days}: não há gasto a distribuir.',
    'Nadie, o menos de 11 clientes, compró en estos {days}: no hay gasto que repartir.',
    'Personne, ou moins de 11 clients, n’a acheté pendant ces {days} : il n’y a pas de dépenses à répartir.',
  ],
  negative: [
    '{n} customers got back more than they paid in these days; they count as zero here.',
    '{n} clientes receberam de volta mais do que pagaram nestes dias; aqui contam como zero.',
    'A {n} clientes se les devolvió más de lo que pagaron en estos días; aquí cuentan como cero.',
    '{n} clients ont été remboursés de plus qu’ils n’ont payé ces jours-là ; ils comptent ici pour zéro.',
  ],
  curve: ['Lorenz curve', 'Curva de Lorenz', 'Curva de Lorenz', 'Courbe de Lorenz'],
  population: [
    'Share of buyers',
    'Parcela dos compradores',
    'Proporción de compradores',
    'Part des acheteurs',
  ],
  held: ['Share of spend', 'Parcela do gasto', 'Proporción del gasto', 'Part des dépenses'],
  equal: [
    'If all spent alike',
    'Se todos gastassem igual',
    'Si todos gastaran igual',
    'Si tous dépensaient autant',
  ],
  thresholds: [
    'What a threshold selects',
    'O que um limite seleciona',
    'Lo que selecciona un umbral',
    'Ce qu’un seuil retient',
  ],
  topShare: [
    'Top share of buyers',
    'Melhores compradores',
    'Mejores compradores',
    'Meilleurs acheteurs',
  ],
  from: ['Spend from', 'Gasto a partir de', 'Gasto desde', 'Dépenses dès'],
  customers: ['Customers', 'Clientes', 'Clientes', 'Clients'],
  low: ['low', 'mínimo', 'mínimo', 'bas'],
  high: ['high', 'máximo', 'máximo', 'haut'],
  method: [
    'Spend net of refunds of the last {days}; buyers are customers with a purchase then. Gini {gini}; 95 % intervals (Davidson 2009; Beach and Davidson 1983).',
    'Gasto líquido de reembolsos dos últimos {days}; compradores são clientes com compra nesse período. Gini {gini}; intervalos de 95 % (Davidson 2009; Beach e Davidson 1983).',
    'Gasto neto de reembolsos de los últimos {days}; compradores son clientes con compra en ese periodo. Gini {gini}; intervalos del 95 % (Davidson 2009; Beach y Davidson 1983).',
    'Dépenses nettes de remboursements des derniers {days} ; les acheteurs sont les clients ayant acheté alors. Gini {gini} ; intervalles à 95 % (Davidson 2009 ; Beach et Davidson 1983).',
  ],
  margin: [
    '{score}: the best {top} of customers bring {held} of all that is earned; {n} customers cost more than they bring, together {lost}.',
    '{score}: os melhores {top} dos clientes trazem {held} de tudo o que se ganha; {n} clientes custam mais do que trazem, ao todo {lost}.',
    '{score}: el mejor {top} de los clientes aporta el {held} de todo lo ganado; {n} clientes cuestan más de lo que aportan, en total {lost}.',
    '{score} : les meilleurs {top} des clients apportent {held} de tout ce qui est gagné ; {n} clients coûtent plus qu’ils n’apportent, au total {lost}.',
  ],
  marginGood: [
    '{score}: the best {top} of customers bring {held} of all that is earned; nobody, or hardly anybody, costs more than they bring.',
    '{score}: os melhores {top} dos clientes trazem {held} de tudo o que se ganha; ninguém, ou quase, custa mais do que traz.',
    '{score}: el mejor {top} de los clientes aporta el {held} de todo lo ganado; nadie, o casi nadie, cuesta más de lo que aporta.',
    '{score} : les meilleurs {top} des clients apportent {held} de tout ce qui est gagné ; personne, ou presque, ne coûte plus qu’il n’apporte.',
  ],
  noMargin: [
    'Spend is not margin: what is left of it after goods, tickets, returns and deliveries is not known here. A model of kind cost would tell.',
    'Gasto não é margem: não se sabe aqui o que resta após mercadorias, chamados, devoluções e entregas. Um modelo do tipo cost diria.',
    'El gasto no es margen: aquí no se sabe qué queda tras mercancía, incidencias, devoluciones y envíos. Un modelo de tipo cost lo diría.',
    'Les dépenses ne sont pas la marge : on ignore ici ce qu’il en reste après marchandises, demandes, retours et livraisons. Un modèle de type cost le dirait.',
  ],
  resellers: [
    '{n} of the top 1 % buy like resellers: {order} an order or more, when {typical} is typical. They hold {share} of the spend ({money}); set them apart before tiers are cut. Without them the top 10% bring {without} instead of {held}.',
    '{n} do 1 % do topo compram como revendedores: {order} por pedido ou mais, quando o típico é {typical}. Detêm {share} do gasto ({money}); separe-os antes de definir níveis. Sem eles, os 10% do topo trazem {without} em vez de {held}.',
    '{n} del 1 % superior compran como revendedores: {order} por pedido o más, cuando lo típico es {typical}. Tienen el {share} del gasto ({money}); apártelos antes de fijar niveles. Sin ellos, el 10 % superior aporta el {without} en vez del {held}.',
    '{n} du 1 % supérieur achètent comme des revendeurs : {order} par commande ou plus, quand {typical} est habituel. Ils détiennent {share} des dépenses ({money}) ; mettez-les à part avant de fixer des paliers. Sans eux, les 10 % supérieurs apportent {without} au lieu de {held}.',
  ],
  noResellers: [
    'Nobody, or hardly anybody, of the top 1 % buys like a reseller ({order} an order or more, when {typical} is typical).',
    'Ninguém, ou quase, do 1 % do topo compra como revendedor ({order} por pedido ou mais, quando o típico é {typical}).',
    'Nadie, o casi nadie, del 1 % superior compra como revendedor ({order} por pedido o más, cuando lo típico es {typical}).',
    'Personne, ou presque, du 1 % supérieur n’achète comme un revendeur ({order} par commande ou plus, quand {typical} est habituel).',
  ],
  tier: [
    'A threshold of {from} in {days} would select {n} customers ({share} of buyers) with {held} of the spend, {each} each ({low} to {high}).',
    'Um limite de {from} em {days} selecionaria {n} clientes ({share} dos compradores) com {held} do gasto, {each} cada ({low} a {high}).',
    'Un umbral de {from} en {days} seleccionaría {n} clientes ({share} de los compradores) con el {held} del gasto, {each} cada uno (de {low} a {high}).',
    'Un seuil de {from} en {days} retiendrait {n} clients ({share} des acheteurs) avec {held} des dépenses, {each} chacun ({low} à {high}).',
  ],
  near: [
    '{n} customers lie less than a tenth below {from}: {lack} more each, on average, would bring them there. A nudge worth testing.',
    '{n} clientes estão a menos de um décimo de {from}: com mais {lack} cada, em média, chegariam lá. Um incentivo que vale testar.',
    '{n} clientes están a menos de una décima parte de {from}: con {lack} más cada uno, de media, llegarían. Un empujón que merece probarse.',
    '{n} clients sont à moins d’un dixième de {from} : {lack} de plus chacun, en moyenne, les y mènerait. Un coup de pouce à tester.',
  ],
  tiers: [
    'What a tier threshold would select',
    'O que um limite de nível selecionaria',
    'Lo que seleccionaría un umbral de nivel',
    'Ce que retiendrait un seuil de palier',
  ],
  marginCurve: ['Curve of {score}', 'Curva de {score}', 'Curva de {score}', 'Courbe de {score}'],
  marginTop: [
    '{score}: what the best bring',
    '{score}: o que trazem os melhores',
    '{score}: lo que aportan los mejores',
    '{score} : ce que les meilleurs apportent',
  ],
  bestShare: [
    'Best share of customers',
    'Melhores clientes',
    'Mejores clientes',
    'Meilleurs clients',
  ],
  heldMargin: [
    'Share of what is earned',
    'Parcela do ganho',
    'Proporción de lo ganado',
    'Part du gain',
  ],
  perHead: ['Spend per head', 'Gasto por cliente', 'Gasto por cliente', 'Dépenses par tête'],
  ofBuyers: [
    'Share of buyers',
    'Parcela dos compradores',
    'Proporción de compradores',
    'Part des acheteurs',
  ],
  nearMisses: ['Just below', 'Logo abaixo', 'Justo por debajo', 'Juste en dessous'],
  lacking: [
    'They lack on average',
    'Falta-lhes em média',
    'Les falta de media',
    'Il leur manque en moyenne',
  ],
  threshold: ['A threshold of your own', 'Um limite seu', 'Un umbral propio', 'Un seuil à vous'],
  methodReseller: [
    'Buying like a reseller: among the top 1 % by spend, average orders beyond 3.5 robust standard deviations (median absolute deviation, log scale) and at least four times the typical one.',
    'Comprar como revendedor: no 1 % de maior gasto, pedidos médios além de 3,5 desvios-padrão robustos (desvio absoluto mediano, escala log) e pelo menos quatro vezes o típico.',
    'Comprar como revendedor: en el 1 % de mayor gasto, pedidos medios a más de 3,5 desviaciones típicas robustas (desviación absoluta mediana, escala log) y al menos cuatro veces el típico.',
    'Acheter comme un revendeur : dans le 1 % qui dépense le plus, panier moyen au-delà de 3,5 écarts types robustes (écart absolu médian, échelle log) et d’au moins quatre fois le panier habituel.',
  ],
  methodGross: [
    'Thresholds count spend before refunds, because the segment language cannot take these refunds off.',
    'Os limites contam o gasto antes de reembolsos, pois a linguagem de segmentos não consegue descontar estes reembolsos.',
    'Los umbrales cuentan el gasto antes de reembolsos, porque el lenguaje de segmentos no puede descontar estos reembolsos.',
    'Les seuils comptent les dépenses avant remboursements, car le langage des segments ne peut déduire ces remboursements.',
  ],
}
