/** What churn by own rhythm says, in four languages. */
import type { Texts } from '../../../../core/insight/index.ts'

type Word =
  | 'none'
  | 'single'
  | 'late'
  | 'soon'
  | 'usual'
  | 'alike'
  | 'few'
  | 'bands'
  | 'band'
  | 'customers'
  | 'share'
  | 'days'
  | 'spend'
  | 'method'

export const W: Readonly<Record<Word, Texts>> = {
  none: [
    'Nobody has bought yet: there is no rhythm to compare with.',
    'Ninguém comprou ainda: não há ritmo com que comparar.',
    'Nadie ha comprado aún: no hay ritmo con el que comparar.',
    'Personne n’a encore acheté : pas de rythme à comparer.',
  ],
  single: [
    'Nobody has come back on another day: how long a pause is usual cannot be told. No scores were written.',
    'Ninguém voltou em outro dia: não se sabe quanto dura uma pausa normal. Nenhuma pontuação foi gravada.',
    'Nadie ha vuelto otro día: no se sabe cuánto dura una pausa normal. No se escribieron puntuaciones.',
    'Personne n’est revenu un autre jour : on ne sait ce qu’est une pause normale. Aucun score n’a été écrit.',
  ],
  late: [
    '{n} of {all} buyers ({share}) are silent for longer than their rhythm allows; they spent {money} in the last year.',
    '{n} de {all} compradores ({share}) estão em silêncio por mais tempo que seu ritmo permite; gastaram {money} no último ano.',
    '{n} de {all} compradores ({share}) callan más de lo que permite su ritmo; gastaron {money} en el último año.',
    '{n} acheteurs sur {all} ({share}) se taisent plus longtemps que leur rythme ne le permet ; ils ont dépensé {money} sur un an.',
  ],
  soon: [
    '{n} have just passed their limit (up to half as much again): the best moment to speak to them.',
    '{n} acabam de passar do seu limite (até metade a mais): o melhor momento para falar com eles.',
    '{n} acaban de pasar su límite (hasta la mitad más): el mejor momento para hablarles.',
    '{n} viennent de dépasser leur limite (jusqu’à moitié plus) : le meilleur moment pour leur parler.',
  ],
  usual: [
    'A pause of {days} ({low} to {high}) covers {share} of gaps; that is what customers without gaps of their own are held to.',
    'Uma pausa de {days} ({low} a {high}) cobre {share} dos intervalos; é a medida para clientes sem intervalos próprios.',
    'Una pausa de {days} (de {low} a {high}) cubre el {share} de los intervalos; es la medida para clientes sin intervalos propios.',
    'Une pause de {days} ({low} à {high}) couvre {share} des intervalles ; c’est la mesure des clients sans intervalles propres.',
  ],
  alike: [
    'Customers do not differ in rhythm beyond chance: all are held to the same limit.',
    'Os clientes não diferem em ritmo além do acaso: vale o mesmo limite para todos.',
    'Los clientes no difieren en ritmo más allá del azar: rige el mismo límite para todos.',
    'Les rythmes ne diffèrent pas au-delà du hasard : la même limite vaut pour tous.',
  ],
  few: [
    'Few customers have come back: limits are rough.',
    'Poucos clientes voltaram: os limites são aproximados.',
    'Pocos clientes han vuelto: los límites son aproximados.',
    'Peu de clients sont revenus : les limites sont approximatives.',
  ],
  bands: [
    'Silence against the own limit',
    'Silêncio em relação ao próprio limite',
    'Silencio respecto al propio límite',
    'Silence rapporté à la limite propre',
  ],
  band: ['Of the limit', 'Do limite', 'Del límite', 'De la limite'],
  customers: ['Customers', 'Clientes', 'Clientes', 'Clients'],
  share: ['Share', 'Parcela', 'Proporción', 'Part'],
  days: [
    'Days since last',
    'Dias desde a última',
    'Días desde la última',
    'Jours depuis le dernier',
  ],
  spend: ['Spend of a year', 'Gasto de um ano', 'Gasto de un año', 'Dépenses d’un an'],
  method: [
    'The limit is the {share} quantile of gaps between days with purchases, own and everybody’s averaged in logs by how much customers differ (Bühlmann, Straub 1970). It is not the probability of having left: of those who go on as before, {rest} of gaps come to count as late.',
    'O limite é o quantil {share} dos intervalos entre dias com compras, o próprio e o de todos em média logarítmica conforme os clientes diferem (Bühlmann, Straub 1970). Não é a probabilidade de ter ido: de quem continua como antes, {rest} dos intervalos contam como atraso.',
    'El límite es el cuantil {share} de los intervalos entre días con compras, el propio y el de todos en media logarítmica según difieren los clientes (Bühlmann, Straub 1970). No es la probabilidad de haberse ido: de quien sigue como antes, el {rest} de los intervalos cuenta como retraso.',
    'La limite est le quantile {share} des intervalles entre jours d’achat, celui du client et celui de tous, en moyenne logarithmique selon la diversité des clients (Bühlmann, Straub 1970). Ce n’est pas la probabilité d’être parti : chez qui continue comme avant, {rest} des intervalles comptent comme retard.',
  ],
}
