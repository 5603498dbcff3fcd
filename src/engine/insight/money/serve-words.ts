/** What is said of the cost to serve. */
import type { Texts } from '../../../core/insight/index.ts'

type Word =
  | 'title'
  | 'about'
  | 'days'
  | 'none'
  | 'nothing'
  | 'total'
  | 'totalOne'
  | 'gifts'
  | 'heavy'
  | 'losing'
  | 'noLosing'
  | 'taken'
  | 'dearest'
  | 'leastMargin'
  | 'noCosts'
  | 'noModel'
  | 'tickets'
  | 'refunds'
  | 'back'
  | 'discounts'
  | 'rewards'
  | 'cost'
  | 'margin'
  | 'gift'
  | 'segments'
  | 'tenths'
  | 'segment'
  | 'tenth'
  | 'customers'
  | 'net'
  | 'method'

/** By key. */
export const SERVE_WORDS: Readonly<Record<Word, Texts>> = {
  title: ['Cost to serve', 'Custo de atendimento', 'Coste de servir', 'Coût de service'],
  about: [
    'What customers take in tickets, returns, discounts and rewards, by segment and from the best to the least; and who costs more than they leave.',
    'O que os clientes tomam em chamados, devoluções, descontos e recompensas, por segmento e do melhor ao menor; e quem custa mais do que deixa.',
    'Lo que toman los clientes en incidencias, devoluciones, descuentos y recompensas, por segmento y del mejor al menor; y quién cuesta más de lo que deja.',
    'Ce que prennent les clients en demandes, retours, remises et récompenses, par segment et du meilleur au moindre ; et qui coûte plus qu’il ne laisse.',
  ],
  days: ['Days looked at', 'Dias considerados', 'Días considerados', 'Jours considérés'],
  none: [
    'Nobody bought in these {days}: nobody to serve.',
    'Ninguém comprou nestes {days}: ninguém a atender.',
    'Nadie compró en estos {days}: nadie a quien servir.',
    'Personne n’a acheté pendant ces {days} : personne à servir.',
  ],
  nothing: [
    'The catalogue tells of no tickets, refunds, discounts or rewards, and `costs:` in tessera.yaml says nothing: the cost to serve is not known.',
    'O catálogo não fala de chamados, reembolsos, descontos nem recompensas, e `costs:` no tessera.yaml nada diz: o custo de atendimento é desconhecido.',
    'El catálogo no habla de incidencias, reembolsos, descuentos ni recompensas, y `costs:` en tessera.yaml no dice nada: el coste de servir se desconoce.',
    'Le catalogue ne parle ni de demandes, ni de remboursements, ni de remises, ni de récompenses, et `costs:` dans tessera.yaml ne dit rien : le coût de service est inconnu.',
  ],
  total: ['In {days}: {what}.', 'Em {days}: {what}.', 'En {days}: {what}.', 'En {days} : {what}.'],
  totalOne: ['{label} {value}', '{label} {value}', '{label} {value}', '{label} {value}'],
  gifts: [
    'Discounts and rewards take {share} of what would have been paid without them ({low} to {high}), {money}. Whether they bring more than they take, only a test with a control group can tell.',
    'Descontos e recompensas levam {share} do que se pagaria sem eles ({low} a {high}), {money}. Se trazem mais do que levam, só um teste com grupo de controle dirá.',
    'Descuentos y recompensas se llevan el {share} de lo que se habría pagado sin ellos (de {low} a {high}), {money}. Si aportan más de lo que se llevan, solo lo dirá una prueba con grupo de control.',
    'Remises et récompenses prennent {share} de ce qui aurait été payé sans elles ({low} à {high}), {money}. Si elles rapportent plus qu’elles ne coûtent, seul un test avec groupe témoin le dira.',
  ],
  heavy: [
    '{n} customers ({share}) open {held} of all tickets, {from} or more each: find out what keeps going wrong for them.',
    '{n} clientes ({share}) abrem {held} de todos os chamados, {from} ou mais cada: descubra o que sempre dá errado com eles.',
    '{n} clientes ({share}) abren el {held} de todas las incidencias, {from} o más cada uno: averigüe qué les sale mal una y otra vez.',
    '{n} clients ({share}) ouvrent {held} de toutes les demandes, {from} ou plus chacun : cherchez ce qui va mal chez eux à répétition.',
  ],
  losing: [
    '{n} customers cost more than they leave: {lost} lost on them.',
    '{n} clientes custam mais do que deixam: perdem-se {lost} com eles.',
    '{n} clientes cuestan más de lo que dejan: se pierden {lost} con ellos.',
    '{n} clients coûtent plus qu’ils ne laissent : {lost} de perte.',
  ],
  noLosing: [
    'Nobody, or hardly anybody, costs more than they leave.',
    'Ninguém, ou quase, custa mais do que deixa.',
    'Nadie, o casi nadie, cuesta más de lo que deja.',
    'Personne, ou presque, ne coûte plus qu’il ne laisse.',
  ],
  taken: [
    'To {n} customers at least {half} of what they left was given in discounts and rewards: {gifts} given, {net} left. Their margin is what to look at first.',
    'A {n} clientes foi dado em descontos e recompensas pelo menos {half} do que deixaram: {gifts} dados, {net} deixados. É a margem a examinar primeiro.',
    'A {n} clientes se les dio en descuentos y recompensas al menos el {half} de lo que dejaron: {gifts} dados, {net} dejados. Su margen es lo primero que mirar.',
    'À {n} clients on a donné en remises et récompenses au moins {half} de ce qu’ils ont laissé : {gifts} donnés, {net} laissés. C’est la marge à regarder d’abord.',
  ],
  dearest: [
    '{name} take the most in gifts: {share} of what they would have paid ({low} to {high}), against {base} for everybody.',
    '{name} levam mais em ofertas: {share} do que pagariam ({low} a {high}), contra {base} na base toda.',
    '{name} se llevan más en regalos: el {share} de lo que habrían pagado (de {low} a {high}), frente al {base} de toda la base.',
    '{name} prennent le plus en cadeaux : {share} de ce qu’ils auraient payé ({low} à {high}), contre {base} pour tous.',
  ],
  leastMargin: [
    '{name} leave the least after costs: {value} each ({low} to {high}), against {base} for everybody.',
    '{name} deixam menos após os custos: {value} cada ({low} a {high}), contra {base} na base toda.',
    '{name} dejan menos tras los costes: {value} cada uno (de {low} a {high}), frente a {base} de toda la base.',
    '{name} laissent le moins après coûts : {value} chacun ({low} à {high}), contre {base} pour tous.',
  ],
  noCosts: [
    'These are counts and gifts, not costs: what a ticket, a return or a delivery costs is not known here. Write it under `costs:` in tessera.yaml.',
    'São contagens e ofertas, não custos: não se sabe aqui quanto custa um chamado, uma devolução ou uma entrega. Escreva em `costs:` no tessera.yaml.',
    'Son recuentos y regalos, no costes: aquí no se sabe qué cuesta una incidencia, una devolución o un envío. Escríbalo en `costs:` de tessera.yaml.',
    'Ce sont des nombres et des cadeaux, pas des coûts : on ignore ici ce que coûte une demande, un retour ou une livraison. Écrivez-le sous `costs:` dans tessera.yaml.',
  ],
  noModel: [
    'What is left of each customer’s margin after these costs is known once a model of kind cost has run: `tessera model init cost`.',
    'O que sobra da margem de cada cliente após esses custos se sabe quando um modelo do tipo cost rodar: `tessera model init cost`.',
    'Lo que queda del margen de cada cliente tras estos costes se sabe cuando se haya calculado un modelo de tipo cost: `tessera model init cost`.',
    'Ce qui reste de la marge de chaque client après ces coûts se sait une fois calculé un modèle de type cost : `tessera model init cost`.',
  ],
  tickets: ['Tickets', 'Chamados', 'Incidencias', 'Demandes'],
  refunds: ['Refunds', 'Reembolsos', 'Reembolsos', 'Remboursements'],
  back: ['Money back', 'Dinheiro devolvido', 'Dinero devuelto', 'Argent rendu'],
  discounts: ['Discounts', 'Descontos', 'Descuentos', 'Remises'],
  rewards: ['Rewards used', 'Recompensas usadas', 'Recompensas canjeadas', 'Récompenses utilisées'],
  cost: ['Cost to serve', 'Custo de atendimento', 'Coste de servir', 'Coût de service'],
  margin: ['Margin after cost', 'Margem após custo', 'Margen tras coste', 'Marge après coût'],
  gift: [
    'Gifts of what would have been paid',
    'Ofertas sobre o que se pagaria',
    'Regalos sobre lo que se habría pagado',
    'Cadeaux sur ce qui aurait été payé',
  ],
  segments: [
    'Per customer, by segment',
    'Por cliente, por segmento',
    'Por cliente, por segmento',
    'Par client, par segment',
  ],
  tenths: [
    'Per customer, from the best tenth to the least',
    'Por cliente, do melhor décimo ao menor',
    'Por cliente, del mejor décimo al menor',
    'Par client, du meilleur dixième au moindre',
  ],
  segment: ['Segment', 'Segmento', 'Segmento', 'Segment'],
  tenth: ['Tenth', 'Décimo', 'Décimo', 'Dixième'],
  customers: ['Customers', 'Clientes', 'Clientes', 'Clients'],
  net: ['Spend', 'Gasto', 'Gasto', 'Dépenses'],
  method: [
    'Means per customer with a purchase or anything else here in the last {days}, with 95 % intervals (Student; Cochran’s ratio for gifts). Spend is net of refunds. Customers can be in several segments.',
    'Médias por cliente com compra ou algo mais aqui nos últimos {days}, com intervalos de 95 % (Student; razão de Cochran para ofertas). Gasto líquido de reembolsos. Um cliente pode estar em vários segmentos.',
    'Medias por cliente con compra u otra cosa aquí en los últimos {days}, con intervalos del 95 % (Student; razón de Cochran para regalos). Gasto neto de reembolsos. Un cliente puede estar en varios segmentos.',
    'Moyennes par client ayant un achat ou autre chose ici sur les derniers {days}, intervalles à 95 % (Student ; ratio de Cochran pour les cadeaux). Dépenses nettes de remboursements. Un client peut être dans plusieurs segments.',
  ],
}
