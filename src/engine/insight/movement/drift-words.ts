/** What is said of segments whose figures drift. */
import type { Texts } from '../../../core/insight/index.ts'

type Word =
  | 'title'
  | 'about'
  | 'months'
  | 'segments'
  | 'segmentsHelp'
  | 'unknown'
  | 'none'
  | 'short'
  | 'up'
  | 'down'
  | 'jumpUp'
  | 'jumpDown'
  | 'steady'
  | 'more'
  | 'few'
  | 'spend'
  | 'frequency'
  | 'basket'
  | 'gap'
  | 'discount'
  | 'channel'
  | 'judged'
  | 'series'
  | 'moved'
  | 'segment'
  | 'figure'
  | 'before'
  | 'after'
  | 'othersBefore'
  | 'othersAfter'
  | 'change'
  | 'chance'
  | 'verdict'
  | 'since'
  | 'used'
  | 'month'
  | 'members'
  | 'reading'
  | 'name'
  | 'index'
  | 'isTrend'
  | 'isJump'
  | 'isSteady'
  | 'isUnsure'
  | 'method'

/** In the four languages. */
export const DRIFT_WORDS: Readonly<Record<Word, Texts>> = {
  title: [
    'Drifts of segments',
    'Derivas dos segmentos',
    'Derivas de los segmentos',
    'Dérives des segments',
  ],
  about: [
    'Whether the members of segments change in what they spend, how often and how they buy, apart from everybody else.',
    'Se os membros dos segmentos mudam no que gastam, na frequência e no modo de comprar, à parte de todos os demais.',
    'Si los miembros de los segmentos cambian en lo que gastan, en la frecuencia y en el modo de comprar, aparte de todos los demás.',
    'Si les membres des segments changent dans ce qu’ils dépensent, à quel rythme et comment ils achètent, à la différence des autres.',
  ],
  months: ['Months', 'Meses', 'Meses', 'Mois'],
  segments: ['Segments', 'Segmentos', 'Segmentos', 'Segments'],
  segmentsHelp: [
    'Left empty: all that are large enough to show, at most 24.',
    'Vazio: todos os que podem ser mostrados, no máximo 24.',
    'Vacío: todos los que pueden mostrarse, como máximo 24.',
    'Vide : tous ceux assez grands pour être montrés, 24 au plus.',
  ],
  unknown: [
    'There is no published segment called {name}.',
    'Não há segmento publicado chamado {name}.',
    'No hay ningún segmento publicado llamado {name}.',
    'Aucun segment publié ne s’appelle {name}.',
  ],
  none: [
    'No segment is large enough to judge its figures.',
    'Nenhum segmento é grande o bastante para julgar seus números.',
    'Ningún segmento es lo bastante grande como para juzgar sus cifras.',
    'Aucun segment n’est assez grand pour juger ses chiffres.',
  ],
  short: [
    'Purchases are known for too short a time: months count from a year after the first one on, because definitions look back, and nine are needed.',
    'As compras são conhecidas há pouco tempo: os meses contam a partir de um ano após a primeira, pois as definições olham para trás, e são precisos nove.',
    'Las compras se conocen desde hace poco: los meses cuentan desde un año después de la primera, porque las definiciones miran atrás, y hacen falta nueve.',
    'Les achats sont connus depuis trop peu de temps : les mois comptent un an après le premier, car les définitions regardent en arrière, et il en faut neuf.',
  ],
  up: [
    '“{segment}”, {figure}: rose by {change} ({low} to {high}) over {n} months, apart from everybody else: from {before} to {after}; elsewhere from {othersBefore} to {othersAfter}.',
    '“{segment}”, {figure}: subiu {change} ({low} a {high}) em {n} meses, à parte dos demais: de {before} para {after}; nos outros, de {othersBefore} para {othersAfter}.',
    '«{segment}», {figure}: subió un {change} (de {low} a {high}) en {n} meses, aparte de los demás: de {before} a {after}; en el resto, de {othersBefore} a {othersAfter}.',
    '« {segment} », {figure} : en hausse de {change} ({low} à {high}) sur {n} mois, à la différence des autres : de {before} à {after} ; ailleurs, de {othersBefore} à {othersAfter}.',
  ],
  down: [
    '“{segment}”, {figure}: fell by {change} ({low} to {high}) over {n} months, apart from everybody else: from {before} to {after}; elsewhere from {othersBefore} to {othersAfter}.',
    '“{segment}”, {figure}: caiu {change} ({low} a {high}) em {n} meses, à parte dos demais: de {before} para {after}; nos outros, de {othersBefore} para {othersAfter}.',
    '«{segment}», {figure}: cayó un {change} (de {low} a {high}) en {n} meses, aparte de los demás: de {before} a {after}; en el resto, de {othersBefore} a {othersAfter}.',
    '« {segment} », {figure} : en baisse de {change} ({low} à {high}) sur {n} mois, à la différence des autres : de {before} à {after} ; ailleurs, de {othersBefore} à {othersAfter}.',
  ],
  jumpUp: [
    '“{segment}”, {figure}: jumped up in {month} by {change} ({low} to {high}), apart from everybody else: from {before} to {after}; elsewhere from {othersBefore} to {othersAfter}.',
    '“{segment}”, {figure}: saltou {change} ({low} a {high}) para cima em {month}, à parte dos demais: de {before} para {after}; nos outros, de {othersBefore} para {othersAfter}.',
    '«{segment}», {figure}: dio un salto del {change} (de {low} a {high}) hacia arriba en {month}, aparte de los demás: de {before} a {after}; en el resto, de {othersBefore} a {othersAfter}.',
    '« {segment} », {figure} : saut de {change} ({low} à {high}) vers le haut en {month}, à la différence des autres : de {before} à {after} ; ailleurs, de {othersBefore} à {othersAfter}.',
  ],
  jumpDown: [
    '“{segment}”, {figure}: dropped in {month} by {change} ({low} to {high}), apart from everybody else: from {before} to {after}; elsewhere from {othersBefore} to {othersAfter}.',
    '“{segment}”, {figure}: caiu de repente {change} ({low} a {high}) em {month}, à parte dos demais: de {before} para {after}; nos outros, de {othersBefore} para {othersAfter}.',
    '«{segment}», {figure}: cayó de golpe un {change} (de {low} a {high}) en {month}, aparte de los demás: de {before} a {after}; en el resto, de {othersBefore} a {othersAfter}.',
    '« {segment} », {figure} : chute de {change} ({low} à {high}) en {month}, à la différence des autres : de {before} à {after} ; ailleurs, de {othersBefore} à {othersAfter}.',
  ],
  steady: [
    '{n} figures of {segments} segments show no drift of their own that chance does not explain and that matters.',
    '{n} números de {segments} segmentos não mostram deriva própria que importe e vá além do acaso.',
    '{n} cifras de {segments} segmentos no muestran una deriva propia que importe y vaya más allá del azar.',
    '{n} chiffres de {segments} segments ne montrent pas de dérive propre qui compte et que le hasard n’explique pas.',
  ],
  more: [
    '{n} more figures drifted: the table has them all.',
    'Mais {n} números derivaram: a tabela traz todos.',
    'Otras {n} cifras derivaron: la tabla las trae todas.',
    '{n} autres chiffres ont dérivé : le tableau les donne tous.',
  ],
  few: [
    'Too few purchases a month, theirs or all others’, to tell: {names}.',
    'Poucas compras por mês, deles ou dos demais, para dizer: {names}.',
    'Muy pocas compras al mes, suyas o de los demás, para decirlo: {names}.',
    'Trop peu d’achats par mois, les leurs ou ceux des autres, pour le dire : {names}.',
  ],
  spend: ['spend per member', 'gasto por membro', 'gasto por miembro', 'dépenses par membre'],
  frequency: [
    'purchases per member',
    'compras por membro',
    'compras por miembro',
    'achats par membre',
  ],
  basket: ['spend per purchase', 'gasto por compra', 'gasto por compra', 'dépenses par achat'],
  gap: [
    'days between purchases',
    'dias entre compras',
    'días entre compras',
    'jours entre deux achats',
  ],
  discount: [
    'share of purchases with a discount',
    'parcela de compras com desconto',
    'proporción de compras con descuento',
    'part des achats remisés',
  ],
  channel: [
    'share of purchases by {channel}',
    'parcela de compras por {channel}',
    'proporción de compras por {channel}',
    'part des achats par {channel}',
  ],
  judged: [
    'All figures judged',
    'Todos os números julgados',
    'Todas las cifras juzgadas',
    'Tous les chiffres jugés',
  ],
  series: [
    'Figures of members by month',
    'Números dos membros por mês',
    'Cifras de los miembros por mes',
    'Chiffres des membres par mois',
  ],
  moved: [
    'Figures that drifted, had everybody else stood still (their mean = 100)',
    'Números que derivaram, se os demais tivessem ficado parados (sua média = 100)',
    'Cifras que derivaron, si los demás no se hubieran movido (su media = 100)',
    'Chiffres qui ont dérivé, si les autres n’avaient pas bougé (leur moyenne = 100)',
  ],
  segment: ['Segment', 'Segmento', 'Segmento', 'Segment'],
  figure: ['Figure', 'Número', 'Cifra', 'Chiffre'],
  before: ['Before', 'Antes', 'Antes', 'Avant'],
  after: ['After', 'Depois', 'Después', 'Après'],
  othersBefore: ['Elsewhere before', 'Outros, antes', 'Resto, antes', 'Ailleurs, avant'],
  othersAfter: ['Elsewhere after', 'Outros, depois', 'Resto, después', 'Ailleurs, après'],
  change: ['Change of its own', 'Mudança própria', 'Cambio propio', 'Variation propre'],
  chance: [
    'Chance if there were none',
    'Acaso, se não houvesse',
    'Azar, si no la hubiera',
    'Hasard, s’il n’y en avait pas',
  ],
  verdict: ['Verdict', 'Veredito', 'Veredicto', 'Verdict'],
  since: ['Since', 'Desde', 'Desde', 'Depuis'],
  used: ['Months used', 'Meses usados', 'Meses usados', 'Mois utilisés'],
  month: ['Month', 'Mês', 'Mes', 'Mois'],
  members: ['Members', 'Membros', 'Miembros', 'Membres'],
  reading: ['Members read', 'Membros lidos', 'Miembros leídos', 'Membres lus'],
  name: ['Segment and figure', 'Segmento e número', 'Segmento y cifra', 'Segment et chiffre'],
  index: ['Index', 'Índice', 'Índice', 'Indice'],
  isTrend: ['drifts', 'deriva', 'deriva', 'dérive'],
  isJump: ['jumped', 'saltou', 'saltó', 'a sauté'],
  isSteady: ['steady', 'estável', 'estable', 'stable'],
  isUnsure: ['cannot be told', 'não se sabe', 'no se sabe', 'impossible à dire'],
  method: [
    'Each month’s figures are those of the members at its beginning, so that no month chooses its own members ({held} of {n} memberships as published then, the others recomputed by the definitions in force). They are set against everybody else’s of the same month; what is left is tested for a line and for a step with chance that lasts from month to month, all segments and figures together by Benjamini-Hochberg. It matters from a tenth of the usual level on (shares: three points), and where two years are known the second must differ from the first too. Months count from a year after the first purchase on; the month still running and months with fewer than {few} purchases or gaps are left out. Gaps are those of half a year at most; spend is net of refunds.',
    'Os números de cada mês são os dos membros no seu início, para que nenhum mês escolha os próprios membros ({held} de {n} composições como publicadas na época, as demais recalculadas pelas definições em vigor). São comparados com os de todos os demais no mesmo mês; o que resta é testado quanto a reta e degrau, com acaso que dura de um mês a outro, todos os segmentos e números juntos por Benjamini-Hochberg. Importa a partir de um décimo do nível habitual (parcelas: três pontos) e, havendo dois anos, o segundo também precisa diferir do primeiro. Os meses contam a partir de um ano após a primeira compra; o mês em curso e os com menos de {few} compras ou intervalos ficam de fora. Intervalos de no máximo meio ano; gasto líquido de reembolsos.',
    'Las cifras de cada mes son las de los miembros a su comienzo, para que ningún mes elija a los suyos ({held} de {n} composiciones como se publicaron entonces, las demás recalculadas según las definiciones vigentes). Se comparan con las de todos los demás en el mismo mes; lo que queda se prueba como recta y como escalón, con un azar que dura de un mes a otro, todos los segmentos y cifras juntos por Benjamini-Hochberg. Importa desde una décima parte del nivel habitual (proporciones: tres puntos) y, si se conocen dos años, el segundo también debe diferir del primero. Los meses cuentan desde un año después de la primera compra; se dejan fuera el mes en curso y los que tienen menos de {few} compras o intervalos. Intervalos de medio año como máximo; gasto neto de reembolsos.',
    'Les chiffres de chaque mois sont ceux des membres à son début, pour qu’aucun mois ne choisisse les siens ({held} compositions sur {n} telles que publiées alors, les autres recalculées selon les définitions en vigueur). Ils sont comparés à ceux de tous les autres le même mois ; ce qui reste est testé comme droite et comme marche, avec un hasard qui dure d’un mois à l’autre, tous segments et chiffres ensemble par Benjamini-Hochberg. Cela compte à partir d’un dixième du niveau habituel (parts : trois points) et, si deux ans sont connus, le second doit aussi différer du premier. Les mois comptent un an après le premier achat ; le mois en cours et ceux de moins de {few} achats ou intervalles sont écartés. Intervalles d’une demi-année au plus ; dépenses nettes de remboursements.',
  ],
}
