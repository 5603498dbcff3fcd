/** What RFM says, in four languages. */
import type { Texts } from '../../../../core/insight/index.ts'

type Word =
  | 'none'
  | 'best'
  | 'risk'
  | 'fresh'
  | 'collapsed'
  | 'offset'
  | 'few'
  | 'groups'
  | 'grid'
  | 'cuts'
  | 'number'
  | 'group'
  | 'customers'
  | 'share'
  | 'spend'
  | 'held'
  | 'days'
  | 'orders'
  | 'each'
  | 'recency'
  | 'frequency'
  | 'monetary'
  | 'bin'
  | 'method'

export const W: Readonly<Record<Word, Texts>> = {
  none: [
    'Nobody bought in the last {days}: there is nothing to sort.',
    'Ninguém comprou nos últimos {days}: não há o que classificar.',
    'Nadie compró en los últimos {days}: no hay nada que clasificar.',
    'Personne n’a acheté pendant les derniers {days} : il n’y a rien à classer.',
  ],
  best: [
    '{n} champions ({share} of buyers) bring {held} of the spend.',
    '{n} campeões ({share} dos compradores) trazem {held} do gasto.',
    '{n} campeones ({share} de los compradores) aportan el {held} del gasto.',
    '{n} champions ({share} des acheteurs) apportent {held} des dépenses.',
  ],
  risk: [
    '{n} customers who bought often and much have gone quiet; they spent {money} in these {days}.',
    '{n} clientes que compravam muito e com frequência silenciaram; gastaram {money} nestes {days}.',
    '{n} clientes que compraban mucho y a menudo han callado; gastaron {money} en estos {days}.',
    '{n} clients qui achetaient souvent et beaucoup se taisent ; ils ont dépensé {money} en ces {days}.',
  ],
  fresh: [
    '{n} customers bought lately and not yet often: the next purchase decides.',
    '{n} clientes compraram há pouco e ainda não com frequência: a próxima compra decide.',
    '{n} clientes compraron hace poco y aún no a menudo: decide la próxima compra.',
    '{n} clients ont acheté récemment et pas encore souvent : le prochain achat décidera.',
  ],
  collapsed: [
    'Only {used} of {bins} bins of {measure} are filled: too many customers share one value. Fewer bins, or thresholds of your own, would say more.',
    'Só {used} de {bins} faixas de {measure} estão preenchidas: clientes demais têm o mesmo valor. Menos faixas ou limites próprios diriam mais.',
    'Solo se llenan {used} de {bins} tramos de {measure}: demasiados clientes comparten un valor. Menos tramos o umbrales propios dirían más.',
    'Seules {used} classes de {measure} sur {bins} sont remplies : trop de clients partagent une valeur. Moins de classes, ou des seuils propres, en diraient plus.',
  ],
  offset: [
    'Cuts by quantile add one and so presume whole numbers; amounts with decimals are cut slightly too high. By rank there is no such shift.',
    'Os cortes por quantil somam um e supõem números inteiros; valores com decimais são cortados um pouco acima. Por rank não há esse desvio.',
    'Los cortes por cuantil suman uno y suponen números enteros; los importes con decimales se cortan algo por encima. Por rank no hay tal desvío.',
    'Les coupures par quantile ajoutent un et supposent des nombres entiers ; les montants décimaux sont coupés un peu trop haut. Par rank, pas de décalage.',
  ],
  few: [
    'Only {n} buyers: bins of so few people say little.',
    'Só {n} compradores: faixas de tão poucas pessoas dizem pouco.',
    'Solo {n} compradores: tramos de tan poca gente dicen poco.',
    'Seulement {n} acheteurs : des classes de si peu de gens disent peu.',
  ],
  groups: ['Named groups', 'Grupos nomeados', 'Grupos con nombre', 'Groupes nommés'],
  grid: [
    'Customers by recency and frequency',
    'Clientes por recência e frequência',
    'Clientes por recencia y frecuencia',
    'Clients par récence et fréquence',
  ],
  cuts: [
    'Where bins begin',
    'Onde as faixas começam',
    'Dónde empiezan los tramos',
    'Où commencent les classes',
  ],
  number: ['Number', 'Número', 'Número', 'Numéro'],
  group: ['Group', 'Grupo', 'Grupo', 'Groupe'],
  customers: ['Customers', 'Clientes', 'Clientes', 'Clients'],
  share: ['Share', 'Parcela', 'Proporción', 'Part'],
  spend: ['Spend', 'Gasto', 'Gasto', 'Dépenses'],
  held: ['Share of spend', 'Parcela do gasto', 'Proporción del gasto', 'Part des dépenses'],
  days: [
    'Days since last',
    'Dias desde a última',
    'Días desde la última',
    'Jours depuis le dernier',
  ],
  orders: ['Purchases', 'Compras', 'Compras', 'Achats'],
  each: ['Spend each', 'Gasto por cliente', 'Gasto por cliente', 'Dépenses par client'],
  recency: ['recency', 'recência', 'recencia', 'récence'],
  frequency: ['frequency', 'frequência', 'frecuencia', 'fréquence'],
  monetary: ['spend', 'despesa', 'cantidad gastada', 'dépense'],
  bin: ['Bin', 'Faixa', 'Tramo', 'Classe'],
  method: [
    'Purchases of the last {days}, net of refunds. Equal customers always score alike; the most recent have the highest bin. Groups are those of the R package rfm, the first that fits.',
    'Compras dos últimos {days}, líquidas de reembolsos. Clientes iguais têm sempre a mesma nota; os mais recentes têm a faixa mais alta. Os grupos são os do pacote R rfm, o primeiro que serve.',
    'Compras de los últimos {days}, netas de reembolsos. Los clientes iguales puntúan siempre igual; los más recientes tienen el tramo más alto. Los grupos son los del paquete R rfm, el primero que encaja.',
    'Achats des derniers {days}, nets de remboursements. Des clients égaux ont toujours le même score ; les plus récents ont la plus haute classe. Les groupes sont ceux du paquet R rfm, le premier qui convient.',
  ],
}

/** Names of the groups of the grid. */
export const GROUP_NAMES: Readonly<Record<string, Texts>> = {
  champions: ['Champions', 'Campeões', 'Campeones', 'Champions'],
  'potential-loyalist': [
    'Potential loyalists',
    'Potenciais fiéis',
    'Leales en potencia',
    'Fidèles en puissance',
  ],
  'loyal-customers': ['Loyal customers', 'Clientes fiéis', 'Clientes leales', 'Clients fidèles'],
  promising: ['Promising', 'Promissores', 'Prometedores', 'Prometteurs'],
  'new-customers': ['New customers', 'Clientes novos', 'Clientes nuevos', 'Nouveaux clients'],
  'cannot-lose-them': [
    'Must not be lost',
    'Não se podem perder',
    'No se deben perder',
    'À ne pas perdre',
  ],
  'at-risk': ['At risk', 'Em risco', 'En riesgo', 'À risque'],
  'need-attention': ['Need attention', 'Precisam de atenção', 'Necesitan atención', 'À surveiller'],
  'about-to-sleep': [
    'About to sleep',
    'Quase dormindo',
    'A punto de dormirse',
    'Sur le point de s’endormir',
  ],
  lost: ['Lost', 'Perdidos', 'Perdidos', 'Perdus'],
  others: ['Others', 'Outros', 'Otros', 'Autres'],
}
