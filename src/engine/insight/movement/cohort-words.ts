/** What is said of cohorts. */
import type { Texts } from '../../../core/insight/index.ts'

type Word =
  | 'title'
  | 'about'
  | 'months'
  | 'segment'
  | 'none'
  | 'tooYoung'
  | 'kept'
  | 'unknown'
  | 'better'
  | 'worse'
  | 'steady'
  | 'high'
  | 'low'
  | 'retention'
  | 'money'
  | 'sizes'
  | 'cohort'
  | 'since'
  | 'customers'
  | 'active'
  | 'share'
  | 'spend'
  | 'each'
  | 'partial'
  | 'early'
  | 'total'
  | 'eachTotal'
  | 'method'
  | 'methodSegment'

/** In the four languages. */
export const COHORT_WORDS: Readonly<Record<Word, Texts>> = {
  title: [
    'Cohorts and retention',
    'Coortes e retenção',
    'Cohortes y retención',
    'Cohortes et rétention',
  ],
  about: [
    'Customers by the month of their first purchase: how many still buy month by month, and what they bring.',
    'Clientes pelo mês da primeira compra: quantos ainda compram mês a mês e quanto trazem.',
    'Clientes por el mes de su primera compra: cuántos siguen comprando mes a mes y cuánto aportan.',
    'Clients par mois de premier achat : combien achètent encore mois après mois, et ce qu’ils rapportent.',
  ],
  months: ['Cohorts, in months', 'Coortes, em meses', 'Cohortes, en meses', 'Cohortes, en mois'],
  segment: ['Only members of', 'Só membros de', 'Solo miembros de', 'Seulement les membres de'],
  tooYoung: [
    'Whether new customers stay cannot be told yet: for none of them have the three months after that of the first purchase passed.',
    'Ainda não se pode dizer se os novos clientes ficam: para nenhum passaram os três meses após o da primeira compra.',
    'Aún no se puede decir si los nuevos clientes se quedan: para ninguno han pasado los tres meses tras el de la primera compra.',
    'On ne peut pas encore dire si les nouveaux clients restent : pour aucun les trois mois suivant celui du premier achat ne sont écoulés.',
  ],
  none: [
    'Nobody made a first purchase in these months.',
    'Ninguém fez a primeira compra nesses meses.',
    'Nadie hizo su primera compra en esos meses.',
    'Personne n’a fait de premier achat pendant ces mois.',
  ],
  kept: [
    '{early} ({low} to {high}) of new customers buy again within the three months after the month of their first purchase; {six} buy in month 6, {twelve} in month 12.',
    '{early} ({low} a {high}) dos novos clientes compram de novo nos três meses seguintes ao da primeira compra; {six} compram no mês 6 e {twelve} no mês 12.',
    'El {early} (de {low} a {high}) de los clientes nuevos vuelve a comprar en los tres meses siguientes al de su primera compra; el {six} compra en el mes 6 y el {twelve} en el mes 12.',
    '{early} ({low} à {high}) des nouveaux clients rachètent dans les trois mois suivant celui du premier achat ; {six} achètent au mois 6, {twelve} au mois 12.',
  ],
  unknown: ['not known yet', 'ainda não se sabe', 'aún no se sabe', 'pas encore connu'],
  better: [
    'Newer cohorts come back more: over {n} cohorts the share rose by {change} of its usual level ({low} to {high}).',
    'As coortes novas voltam mais: em {n} coortes a proporção subiu {change} do nível habitual ({low} a {high}).',
    'Las cohortes nuevas vuelven más: en {n} cohortes la proporción subió un {change} de su nivel habitual (de {low} a {high}).',
    'Les cohortes récentes reviennent davantage : sur {n} cohortes, la part a monté de {change} de son niveau habituel ({low} à {high}).',
  ],
  worse: [
    'Newer cohorts come back less: over {n} cohorts the share changed by {change} of its usual level ({low} to {high}).',
    'As coortes novas voltam menos: em {n} coortes a proporção mudou {change} do nível habitual ({low} a {high}).',
    'Las cohortes nuevas vuelven menos: en {n} cohortes la proporción cambió un {change} de su nivel habitual (de {low} a {high}).',
    'Les cohortes récentes reviennent moins : sur {n} cohortes, la part a changé de {change} de son niveau habituel ({low} à {high}).',
  ],
  steady: [
    'From cohort to cohort there is no trend that matters in who comes back.',
    'De coorte a coorte não há tendência que importe em quem volta.',
    'De cohorte en cohorte no hay una tendencia que importe en quién vuelve.',
    'D’une cohorte à l’autre, pas de tendance qui compte dans qui revient.',
  ],
  high: [
    'Customers of {month} came back more than the others: {share} ({low} to {high}), {points} points more.',
    'Os clientes de {month} voltaram mais que os outros: {share} ({low} a {high}), {points} pontos a mais.',
    'Los clientes de {month} volvieron más que los demás: el {share} (de {low} a {high}), {points} puntos más.',
    'Les clients de {month} sont revenus plus que les autres : {share} ({low} à {high}), {points} points de plus.',
  ],
  low: [
    'Customers of {month} came back less than the others: {share} ({low} to {high}), {points} points less.',
    'Os clientes de {month} voltaram menos que os outros: {share} ({low} a {high}), {points} pontos a menos.',
    'Los clientes de {month} volvieron menos que los demás: el {share} (de {low} a {high}), {points} puntos menos.',
    'Les clients de {month} sont moins revenus que les autres : {share} ({low} à {high}), {points} points de moins.',
  ],
  retention: [
    'Buying, by month since the first purchase',
    'Compram, por mês desde a primeira compra',
    'Compran, por mes desde la primera compra',
    'Achètent, par mois depuis le premier achat',
  ],
  money: [
    'Spend per customer of the cohort',
    'Gasto por cliente da coorte',
    'Gasto por cliente de la cohorte',
    'Dépenses par client de la cohorte',
  ],
  sizes: ['Cohorts', 'Coortes', 'Cohortes', 'Cohortes'],
  cohort: ['First purchase in', 'Primeira compra em', 'Primera compra en', 'Premier achat en'],
  since: ['Months since', 'Meses desde', 'Meses desde', 'Mois depuis'],
  customers: ['Customers', 'Clientes', 'Clientes', 'Clients'],
  active: ['Buying', 'Compram', 'Compran', 'Achètent'],
  share: ['Share buying', 'Proporção que compra', 'Proporción que compra', 'Part qui achète'],
  spend: ['Spend', 'Gasto', 'Gasto', 'Dépenses'],
  each: ['Spend per customer', 'Gasto por cliente', 'Gasto por cliente', 'Dépenses par client'],
  partial: ['Month still running', 'Mês em curso', 'Mes en curso', 'Mois en cours'],
  early: [
    'Bought again within three months',
    'Compraram de novo em três meses',
    'Volvieron a comprar en tres meses',
    'Ont racheté dans les trois mois',
  ],
  total: ['Spend so far', 'Gasto até agora', 'Gasto hasta ahora', 'Dépenses à ce jour'],
  eachTotal: [
    'Spend so far per customer',
    'Gasto até agora por cliente',
    'Gasto hasta ahora por cliente',
    'Dépenses à ce jour par client',
  ],
  method: [
    'Calendar months of the programme’s time zone; spend net of refunds; 95 % Wilson intervals; the month still running is marked. Only customers seen from their first purchase on. Cohorts of fewer than 11 are not shown.',
    'Meses do calendário no fuso do programa; gasto líquido de reembolsos; intervalos de Wilson de 95 %; o mês em curso é marcado. Só clientes vistos desde a primeira compra. Coortes com menos de 11 não são mostradas.',
    'Meses de calendario en la zona horaria del programa; gasto neto de reembolsos; intervalos de Wilson del 95 %; el mes en curso va marcado. Solo clientes vistos desde su primera compra. No se muestran cohortes de menos de 11.',
    'Mois civils du fuseau du programme ; dépenses nettes de remboursements ; intervalles de Wilson à 95 % ; le mois en cours est signalé. Seuls les clients vus depuis leur premier achat. Les cohortes de moins de 11 ne sont pas montrées.',
  ],
  methodSegment: [
    'Members are those of today: who became one by buying again makes retention look better than it was.',
    'Membros são os de hoje: quem se tornou membro por comprar de novo faz a retenção parecer melhor do que foi.',
    'Los miembros son los de hoy: quien lo es por haber vuelto a comprar hace que la retención parezca mejor de lo que fue.',
    'Les membres sont ceux d’aujourd’hui : ceux qui le sont devenus en rachetant font paraître la rétention meilleure.',
  ],
}
