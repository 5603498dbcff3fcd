/** What is said of moves between segments, and of their sizes. */
import type { Texts } from '../../../core/insight/index.ts'

type Word =
  | 'title'
  | 'about'
  | 'days'
  | 'segments'
  | 'segmentsHelp'
  | 'unknown'
  | 'none'
  | 'lacking'
  | 'moved'
  | 'still'
  | 'kept'
  | 'noneOfThem'
  | 'fresh'
  | 'flows'
  | 'from'
  | 'to'
  | 'customers'
  | 'share'
  | 'thenHeld'
  | 'thenRecomputed'
  | 'thenBoth'
  | 'method'
  | 'sizesTitle'
  | 'sizesAbout'
  | 'months'
  | 'grew'
  | 'shrank'
  | 'changed'
  | 'steady'
  | 'unsure'
  | 'sizes'
  | 'segment'
  | 'month'
  | 'members'
  | 'ofBase'
  | 'buyers'
  | 'orders'
  | 'spend'
  | 'each'
  | 'partial'
  | 'reading'
  | 'sizesMethod'

/** In the four languages. */
export const FLOW_WORDS: Readonly<Record<Word, Texts>> = {
  title: [
    'Moves between segments',
    'Migração entre segmentos',
    'Movimientos entre segmentos',
    'Passages entre segments',
  ],
  about: [
    'Where the members of each segment came from and went to between two instants.',
    'De onde vieram e para onde foram os membros de cada segmento entre dois instantes.',
    'De dónde vinieron y adónde fueron los miembros de cada segmento entre dos instantes.',
    'D’où viennent et où sont allés les membres de chaque segment entre deux instants.',
  ],
  days: [
    'From so many days ago until now',
    'De tantos dias atrás até agora',
    'Desde hace tantos días hasta ahora',
    'D’il y a tant de jours à maintenant',
  ],
  segments: ['Segments', 'Segmentos', 'Segmentos', 'Segments'],
  segmentsHelp: [
    'In order: who is in several counts for the first. Left empty: the eight smallest that are large enough to show, smallest first.',
    'Em ordem: quem está em vários conta no primeiro. Vazio: os oito menores que podem ser mostrados, do menor ao maior.',
    'En orden: quien está en varios cuenta en el primero. Vacío: los ocho menores que pueden mostrarse, de menor a mayor.',
    'Dans l’ordre : qui est dans plusieurs compte pour le premier. Vide : les huit plus petits assez grands pour être montrés, du plus petit au plus grand.',
  ],
  unknown: [
    'There is no published segment called {name}.',
    'Não há segmento publicado chamado {name}.',
    'No hay ningún segmento publicado llamado {name}.',
    'Aucun segment publié ne s’appelle {name}.',
  ],
  none: [
    'No segment is large enough to follow its moves.',
    'Nenhum segmento é grande o bastante para acompanhar a migração.',
    'Ningún segmento es lo bastante grande como para seguir sus movimientos.',
    'Aucun segment n’est assez grand pour en suivre les passages.',
  ],
  lacking: [
    '{names} cannot be computed for the past (a definition that no longer reads): left out.',
    '{names} não pode ser calculado para o passado (definição ilegível): ficou de fora.',
    '{names} no se puede calcular para el pasado (definición ilegible): queda fuera.',
    '{names} ne peut être calculé pour le passé (définition illisible) : laissé de côté.',
  ],
  moved: [
    'From “{from}” to “{to}”: {there} customers ({share} of those who were there, {low} to {high}), {back} the other way.',
    'De “{from}” para “{to}”: {there} clientes ({share} dos que estavam ali, {low} a {high}), {back} no sentido contrário.',
    'De «{from}» a «{to}»: {there} clientes (el {share} de los que estaban ahí, de {low} a {high}), {back} en sentido contrario.',
    'De « {from} » à « {to} » : {there} clients ({share} de ceux qui y étaient, {low} à {high}), {back} en sens inverse.',
  ],
  still: [
    'Between these segments moves even out: no balance that chance does not explain.',
    'Entre esses segmentos as idas e vindas se compensam: nenhum saldo além do acaso.',
    'Entre estos segmentos los movimientos se compensan: ningún saldo que el azar no explique.',
    'Entre ces segments, les passages se compensent : aucun solde que le hasard n’explique.',
  ],
  kept: [
    '{share} ({low} to {high}) of all customers of then are where they were.',
    '{share} ({low} a {high}) de todos os clientes de então estão onde estavam.',
    'El {share} (de {low} a {high}) de todos los clientes de entonces está donde estaba.',
    '{share} ({low} à {high}) de tous les clients d’alors sont là où ils étaient.',
  ],
  noneOfThem: ['none of these', 'nenhum destes', 'ninguno de estos', 'aucun de ceux-ci'],
  fresh: ['not yet known', 'ainda desconhecido', 'aún no conocido', 'pas encore connu'],
  flows: ['Moves', 'Migração', 'Movimientos', 'Passages'],
  from: ['Then ({date})', 'Antes ({date})', 'Antes ({date})', 'Avant ({date})'],
  to: ['Now ({date})', 'Agora ({date})', 'Ahora ({date})', 'Maintenant ({date})'],
  customers: ['Customers', 'Clientes', 'Clientes', 'Clients'],
  share: [
    'Of those who were there',
    'Dos que estavam ali',
    'De los que estaban ahí',
    'De ceux qui y étaient',
  ],
  thenHeld: [
    'Then is {date}, as published at that time: facts that came later are not in it.',
    'Antes é {date}, como foi publicado na época: fatos que chegaram depois não entram.',
    'Antes es {date}, tal como se publicó entonces: los datos que llegaron después no cuentan.',
    'Avant : {date}, tel que publié à l’époque ; les données arrivées depuis n’y sont pas.',
  ],
  thenRecomputed: [
    'Then is {date}, recomputed by the definitions in force from what is known today: late data and changed definitions do not show as moves. Ranks are drawn anew for then.',
    'Antes é {date}, recalculado pelas definições em vigor e pelo que se sabe hoje: dados tardios e definições mudadas não aparecem como migração. As posições são recalculadas para então.',
    'Antes es {date}, recalculado según las definiciones vigentes y lo que se sabe hoy: los datos tardíos y las definiciones cambiadas no aparecen como movimientos. Los rangos se recalculan para entonces.',
    'Avant : {date}, recalculé selon les définitions en vigueur et ce qu’on sait aujourd’hui : données tardives et définitions modifiées ne passent pas pour des passages. Les rangs sont retirés pour alors.',
  ],
  thenBoth: [
    'Then is {date}: as published at that time for {held}; for the others, whose definitions have changed since, recomputed by those in force.',
    'Antes é {date}: como foi publicado na época para {held}; para os demais, cujas definições mudaram desde então, recalculado pelas que estão em vigor.',
    'Antes es {date}: tal como se publicó entonces para {held}; para los demás, cuyas definiciones han cambiado desde entonces, recalculado según las vigentes.',
    'Avant : {date}, tel que publié à l’époque pour {held} ; pour les autres, dont la définition a changé depuis, recalculé selon celle en vigueur.',
  ],
  method: [
    'Now is the published state. Balances tested on those who moved (McNemar), Benjamini-Hochberg over the pairs. Moves of fewer than 11 are not shown.',
    'Agora é o estado publicado. Saldos testados entre os que mudaram (McNemar), Benjamini-Hochberg entre os pares. Migrações de menos de 11 não são mostradas.',
    'Ahora es el estado publicado. Saldos probados entre quienes se movieron (McNemar), Benjamini-Hochberg entre los pares. No se muestran movimientos de menos de 11.',
    'Maintenant : l’état publié. Soldes testés sur ceux qui ont bougé (McNemar), Benjamini-Hochberg entre paires. Les passages de moins de 11 ne sont pas montrés.',
  ],
  sizesTitle: [
    'Sizes of segments over time',
    'Tamanho dos segmentos no tempo',
    'Tamaño de los segmentos en el tiempo',
    'Taille des segments dans le temps',
  ],
  sizesAbout: [
    'How many members segments had at the end of each month, and what they bought in that month.',
    'Quantos membros os segmentos tinham no fim de cada mês e quanto compraram nesse mês.',
    'Cuántos miembros tenían los segmentos al final de cada mes y qué compraron en ese mes.',
    'Combien de membres les segments avaient à la fin de chaque mois, et ce qu’ils ont acheté ce mois-là.',
  ],
  months: ['Months', 'Meses', 'Meses', 'Mois'],
  grew: [
    '“{name}” grew: {change} of its usual size over {n} months ({low} to {high}).',
    '“{name}” cresceu: {change} do tamanho habitual em {n} meses ({low} a {high}).',
    '«{name}» creció: un {change} de su tamaño habitual en {n} meses (de {low} a {high}).',
    '« {name} » a grandi : {change} de sa taille habituelle en {n} mois ({low} à {high}).',
  ],
  shrank: [
    '“{name}” shrank: {change} of its usual size over {n} months ({low} to {high}).',
    '“{name}” encolheu: {change} do tamanho habitual em {n} meses ({low} a {high}).',
    '«{name}» menguó: un {change} de su tamaño habitual en {n} meses (de {low} a {high}).',
    '« {name} » a rétréci : {change} de sa taille habituelle en {n} mois ({low} à {high}).',
  ],
  changed: [
    '“{name}” had {before} members at the end of {first} and {after} at the end of {last}: {change} ({low} to {high}).',
    '“{name}” tinha {before} membros no fim de {first} e {after} no fim de {last}: {change} ({low} a {high}).',
    '«{name}» tenía {before} miembros al final de {first} y {after} al final de {last}: {change} (de {low} a {high}).',
    '« {name} » comptait {before} membres fin {first} et {after} fin {last} : {change} ({low} à {high}).',
  ],
  steady: [
    'No segment shows a trend in size that matters.',
    'Nenhum segmento mostra tendência de tamanho que importe.',
    'Ningún segmento muestra una tendencia de tamaño que importe.',
    'Aucun segment ne montre de tendance de taille qui compte.',
  ],
  unsure: [
    'Fewer than six months cannot tell a trend from chance.',
    'Menos de seis meses não distinguem tendência de acaso.',
    'Menos de seis meses no distinguen una tendencia del azar.',
    'Moins de six mois ne distinguent pas une tendance du hasard.',
  ],
  sizes: ['Members', 'Membros', 'Miembros', 'Membres'],
  segment: ['Segment', 'Segmento', 'Segmento', 'Segment'],
  month: ['End of', 'Fim de', 'Fin de', 'Fin de'],
  members: ['Members', 'Membros', 'Miembros', 'Membres'],
  ofBase: ['Share of the base', 'Parcela da base', 'Proporción de la base', 'Part de la base'],
  buyers: [
    'Bought in the month',
    'Compraram no mês',
    'Compraron en el mes',
    'Ont acheté dans le mois',
  ],
  orders: ['Purchases in the month', 'Compras no mês', 'Compras del mes', 'Achats du mois'],
  spend: ['Spend in the month', 'Gasto no mês', 'Gasto del mes', 'Dépenses du mois'],
  each: ['Spend per member', 'Gasto por membro', 'Gasto por miembro', 'Dépenses par membre'],
  partial: ['Month still running', 'Mês em curso', 'Mes en curso', 'Mois en cours'],
  reading: ['Members read', 'Membros lidos', 'Miembros leídos', 'Membres lus'],
  sizesMethod: [
    'Members at the end of each month: as published then where that was kept and the definition meant the same ({held} of {n} figures), else recomputed by the definition in force from what is known today; the table says which. Spend net of refunds. Trend: Theil-Sen slope, Mann-Kendall test; it matters from a tenth of the usual size on. Where no trend is sure, the first whole month is set against the last one, as two draws of chance. The month still running is marked and left out.',
    'Membros no fim de cada mês: como foi publicado na época, onde isso foi guardado e a definição dizia o mesmo ({held} de {n} números); senão, recalculado pela definição em vigor e pelo que se sabe hoje; a tabela diz qual. Gasto líquido de reembolsos. Tendência: inclinação de Theil-Sen, teste de Mann-Kendall; importa a partir de um décimo do tamanho habitual. Onde nenhuma tendência é certa, o primeiro mês completo é comparado ao último, como dois sorteios. O mês em curso é marcado e fica fora.',
    'Miembros al final de cada mes: como se publicó entonces, donde se guardó y la definición decía lo mismo ({held} de {n} cifras); si no, recalculado según la definición vigente y lo que se sabe hoy; la tabla dice cuál. Gasto neto de reembolsos. Tendencia: pendiente de Theil-Sen, prueba de Mann-Kendall; importa desde una décima parte del tamaño habitual. Donde ninguna tendencia es segura, el primer mes completo se compara con el último, como dos sorteos. El mes en curso va marcado y no cuenta.',
    'Membres à la fin de chaque mois : tel que publié alors, si cela a été gardé et que la définition disait la même chose ({held} chiffres sur {n}) ; sinon recalculé selon la définition en vigueur et ce qu’on sait aujourd’hui ; le tableau dit lequel. Dépenses nettes de remboursements. Tendance : pente de Theil-Sen, test de Mann-Kendall ; elle compte à partir d’un dixième de la taille habituelle. Là où aucune tendance n’est sûre, le premier mois entier est comparé au dernier, comme deux tirages. Le mois en cours est signalé et laissé de côté.',
  ],
}
