/** What RFM says, in four languages. */
import type { Texts } from '../../../../core/insight/index.ts'

type Word =
  | 'none'
  | 'best'
  | 'risk'
  | 'fresh'
  | 'collapsed'
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
    'Too many customers have the same {measure}: some of its bins are empty. Fewer bins, or thresholds of your own, would say more.',
    'Clientes demais têm a mesma {measure}: algumas faixas ficam vazias. Menos faixas ou limites próprios diriam mais.',
    'Demasiados clientes tienen la misma {measure}: algunos tramos quedan vacíos. Menos tramos o umbrales propios dirían más.',
    'Trop de clients ont la même {measure} : certaines classes sont vides. Moins de classes ou des seuils propres en diraient plus.',
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
    'Purchases of the last {days}, net of refunds. Bins by quantiles of type 7 (Hyndman, Fan 1996) keep equal customers together; the most recent have the highest bin. Groups are those of the R package rfm, the first that fits.',
    'Compras dos últimos {days}, líquidas de reembolsos. Faixas por quantis do tipo 7 (Hyndman, Fan 1996) mantêm juntos clientes iguais; os mais recentes têm a faixa mais alta. Os grupos são os do pacote R rfm, o primeiro que serve.',
    'Compras de los últimos {days}, netas de reembolsos. Los tramos por cuantiles de tipo 7 (Hyndman, Fan 1996) mantienen juntos a clientes iguales; los más recientes tienen el tramo más alto. Los grupos son los del paquete R rfm, el primero que encaja.',
    'Achats des derniers {days}, nets de remboursements. Les classes par quantiles de type 7 (Hyndman, Fan 1996) gardent ensemble les clients égaux ; les plus récents ont la plus haute. Les groupes sont ceux du paquet R rfm, le premier qui convient.',
  ],
}
