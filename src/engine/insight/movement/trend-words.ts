/** What is said of figures over time. */
import type { Texts } from '../../../core/insight/index.ts'

type Word =
  | 'title'
  | 'about'
  | 'each'
  | 'month'
  | 'week'
  | 'last'
  | 'segment'
  | 'customers'
  | 'newCustomers'
  | 'orders'
  | 'spend'
  | 'basket'
  | 'frequency'
  | 'opened'
  | 'clicked'
  | 'tickets'
  | 'refunds'
  | 'nps'
  | 'up'
  | 'down'
  | 'upYear'
  | 'downYear'
  | 'year'
  | 'jump'
  | 'trifle'
  | 'steady'
  | 'unsure'
  | 'none'
  | 'tooShort'
  | 'bias'
  | 'series'
  | 'judged'
  | 'period'
  | 'partial'
  | 'figure'
  | 'change'
  | 'chance'
  | 'jumps'
  | 'verdict'
  | 'used'
  | 'method'

/** In the four languages. */
export const TREND_WORDS: Readonly<Record<Word, Texts>> = {
  title: ['Trends', 'Tendências', 'Tendencias', 'Tendances'],
  about: [
    'Customers, purchases, spend, e-mail, tickets and satisfaction over time: what drifts, what jumped, and whether it matters.',
    'Clientes, compras, gasto, e-mail, chamados e satisfação no tempo: o que muda aos poucos, o que saltou e se importa.',
    'Clientes, compras, gasto, correo, incidencias y satisfacción en el tiempo: qué deriva, qué dio un salto y si importa.',
    'Clients, achats, dépenses, e-mails, demandes et satisfaction dans le temps : ce qui dérive, ce qui a sauté, et si cela compte.',
  ],
  each: ['Period', 'Período', 'Periodo', 'Période'],
  month: ['Month', 'Mês', 'Mes', 'Mois'],
  week: ['Week', 'Semana', 'Semana', 'Semaine'],
  last: ['How many periods', 'Quantos períodos', 'Cuántos periodos', 'Combien de périodes'],
  segment: ['Only members of', 'Só membros de', 'Solo miembros de', 'Seulement les membres de'],
  customers: [
    'Customers who bought',
    'Clientes que compraram',
    'Clientes que compraron',
    'Clients acheteurs',
  ],
  newCustomers: ['New customers', 'Novos clientes', 'Clientes nuevos', 'Nouveaux clients'],
  orders: ['Purchases', 'Compras', 'Compras', 'Achats'],
  spend: ['Spend', 'Gasto', 'Gasto', 'Dépenses'],
  basket: ['Spend per purchase', 'Gasto por compra', 'Gasto por compra', 'Dépenses par achat'],
  frequency: [
    'Purchases per buyer',
    'Compras por comprador',
    'Compras por comprador',
    'Achats par acheteur',
  ],
  opened: [
    'E-mails opened, of those sent',
    'E-mails abertos, dos enviados',
    'Correos abiertos, de los enviados',
    'E-mails ouverts, sur les envoyés',
  ],
  clicked: [
    'E-mails clicked, of those sent',
    'E-mails clicados, dos enviados',
    'Correos con clic, de los enviados',
    'E-mails cliqués, sur les envoyés',
  ],
  tickets: [
    'Tickets per 100 purchases',
    'Chamados por 100 compras',
    'Incidencias por 100 compras',
    'Demandes pour 100 achats',
  ],
  refunds: [
    'Refunds per 100 purchases',
    'Reembolsos por 100 compras',
    'Reembolsos por 100 compras',
    'Remboursements pour 100 achats',
  ],
  nps: [
    'Mean answer to the survey',
    'Nota média da pesquisa',
    'Respuesta media de la encuesta',
    'Réponse moyenne à l’enquête',
  ],
  up: [
    '{name} rose: by {change} of its usual level over {n} periods ({low} to {high}).',
    '{name}: subiu {change} do nível habitual em {n} períodos ({low} a {high}).',
    '{name}: subió un {change} de su nivel habitual en {n} periodos (de {low} a {high}).',
    '{name} : en hausse de {change} du niveau habituel sur {n} périodes ({low} à {high}).',
  ],
  down: [
    '{name} fell: by {change} of its usual level over {n} periods ({low} to {high}).',
    '{name}: caiu {change} do nível habitual em {n} períodos ({low} a {high}).',
    '{name}: cayó un {change} de su nivel habitual en {n} periodos (de {low} a {high}).',
    '{name} : en baisse de {change} du niveau habituel sur {n} périodes ({low} à {high}).',
  ],
  upYear: [
    '{name} rose: by {change} ({low} to {high}) against the year before.',
    '{name}: subiu {change} ({low} a {high}) em relação ao ano anterior.',
    '{name}: subió un {change} (de {low} a {high}) frente al año anterior.',
    '{name} : en hausse de {change} ({low} à {high}) par rapport à l’année précédente.',
  ],
  downYear: [
    '{name} fell: by {change} ({low} to {high}) against the year before.',
    '{name}: caiu {change} ({low} a {high}) em relação ao ano anterior.',
    '{name}: cayó un {change} (de {low} a {high}) frente al año anterior.',
    '{name} : en baisse de {change} ({low} à {high}) par rapport à l’année précédente.',
  ],
  year: [
    'Against the year before',
    'Em relação ao ano anterior',
    'Frente al año anterior',
    'Par rapport à l’an dernier',
  ],
  jump: [
    '{name} jumped in {period}: from {before} to {after}.',
    '{name}: saltou em {period}, de {before} para {after}.',
    '{name}: dio un salto en {period}, de {before} a {after}.',
    '{name} : saut en {period}, de {before} à {after}.',
  ],
  trifle: [
    'Significant yet irrelevant (less than a tenth of the usual level): {names}.',
    'Significativo, mas irrelevante (menos de um décimo do nível habitual): {names}.',
    'Significativo pero irrelevante (menos de una décima parte del nivel habitual): {names}.',
    'Significatif mais négligeable (moins d’un dixième du niveau habituel) : {names}.',
  ],
  steady: [
    'No trend and no jump beyond chance: {names}.',
    'Sem tendência nem salto além do acaso: {names}.',
    'Sin tendencia ni salto más allá del azar: {names}.',
    'Ni tendance ni saut au-delà du hasard : {names}.',
  ],
  unsure: [
    'Too few periods, or too unsteady ones, to tell: {names}.',
    'Poucos períodos, ou instáveis demais, para dizer: {names}.',
    'Muy pocos periodos, o demasiado inestables, para decirlo: {names}.',
    'Trop peu de périodes, ou trop instables, pour le dire : {names}.',
  ],
  tooShort: [
    'The history is too short to tell a trend: hardly a whole period has passed.',
    'O histórico é curto demais para ver uma tendência: mal passou um período inteiro.',
    'La historia es demasiado corta para ver una tendencia: apenas ha pasado un periodo entero.',
    'L’historique est trop court pour voir une tendance : à peine une période entière est passée.',
  ],
  none: [
    'Nothing happened in these periods.',
    'Nada aconteceu nesses períodos.',
    'No ocurrió nada en esos periodos.',
    'Il ne s’est rien passé pendant ces périodes.',
  ],
  bias: [
    'Members are those of today, chosen in part by what they did lately: their past looks different for that reason alone.',
    'Membros são os de hoje, escolhidos em parte pelo que fizeram há pouco: só por isso o passado deles parece diferente.',
    'Los miembros son los de hoy, elegidos en parte por lo que hicieron hace poco: solo por eso su pasado parece distinto.',
    'Les membres sont ceux d’aujourd’hui, choisis en partie par ce qu’ils ont fait récemment : leur passé paraît différent rien que pour cela.',
  ],
  series: [
    'Figures by period',
    'Números por período',
    'Cifras por periodo',
    'Chiffres par période',
  ],
  judged: ['Trends and jumps', 'Tendências e saltos', 'Tendencias y saltos', 'Tendances et sauts'],
  period: ['Period', 'Período', 'Periodo', 'Période'],
  partial: ['Still running', 'Em curso', 'En curso', 'En cours'],
  figure: ['Figure', 'Número', 'Cifra', 'Chiffre'],
  change: [
    'Change over the span',
    'Mudança no período todo',
    'Cambio en todo el periodo',
    'Variation sur la durée',
  ],
  chance: [
    'Chance if there were none',
    'Acaso, se não houvesse',
    'Azar, si no la hubiera',
    'Hasard, s’il n’y en avait pas',
  ],
  jumps: ['Jumps', 'Saltos', 'Saltos', 'Sauts'],
  verdict: ['Verdict', 'Veredito', 'Veredicto', 'Verdict'],
  used: ['Periods used', 'Períodos usados', 'Periodos usados', 'Périodes utilisées'],
  method: [
    'Trend: Theil-Sen slope and Mann-Kendall test, corrected for autocorrelation, months compared with the same month where two years are known; all figures together by Benjamini-Hochberg. Where that cannot tell, the last 365 days against the 365 before, customers being what chance draws. Relevance on its own: from a tenth of the usual level on. Jumps: optimal partitioning tested against persistent chance, season taken out (between two years and nearly three it cannot be told from a jump, and none is looked for). The running period, the first incomplete one and periods with fewer than {few} behind a ratio are left out. Spend net of refunds.',
    'Tendência: inclinação de Theil-Sen e teste de Mann-Kendall, corrigidos por autocorrelação, meses comparados com o mesmo mês quando há dois anos; todos os números juntos por Benjamini-Hochberg. Onde isso não basta, os últimos 365 dias contra os 365 anteriores, sendo os clientes o que o acaso sorteia. Relevância à parte: a partir de um décimo do nível habitual. Saltos: partição ótima testada contra acaso persistente, sem a estação (entre dois anos e quase três ela não se distingue de um salto, e nenhum é procurado). O período em curso, o primeiro incompleto e os com menos de {few} por trás de uma razão ficam de fora. Gasto líquido de reembolsos.',
    'Tendencia: pendiente de Theil-Sen y prueba de Mann-Kendall, corregidas por autocorrelación, comparando cada mes con el mismo mes cuando hay dos años; todas las cifras juntas por Benjamini-Hochberg. Donde eso no basta, los últimos 365 días frente a los 365 anteriores, siendo los clientes lo que el azar sortea. La relevancia, aparte: desde una décima parte del nivel habitual. Saltos: partición óptima probada contra el azar persistente, sin la estación (entre dos años y casi tres no se distingue de un salto, y no se busca ninguno). Se dejan fuera el periodo en curso, el primero incompleto y los que tienen menos de {few} detrás de una razón. Gasto neto de reembolsos.',
    'Tendance : pente de Theil-Sen et test de Mann-Kendall, corrigés de l’autocorrélation, chaque mois comparé au même mois quand deux ans sont connus ; tous les chiffres ensemble par Benjamini-Hochberg. Là où cela ne suffit pas, les 365 derniers jours face aux 365 précédents, les clients étant ce que le hasard tire. Pertinence à part : à partir d’un dixième du niveau habituel. Sauts : partition optimale testée contre un hasard persistant, saison retirée (entre deux ans et près de trois, elle ne se distingue pas d’un saut, et aucun n’est cherché). La période en cours, la première incomplète et celles de moins de {few} derrière un rapport sont écartées. Dépenses nettes de remboursements.',
  ],
}
