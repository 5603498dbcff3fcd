/** What is said of discounts. */
import type { Texts } from '../../../core/insight/index.ts'

type Word =
  | 'title'
  | 'about'
  | 'days'
  | 'none'
  | 'never'
  | 'base'
  | 'baseMoney'
  | 'only'
  | 'noOnly'
  | 'full'
  | 'test'
  | 'most'
  | 'bands'
  | 'noBands'
  | 'rising'
  | 'falling'
  | 'segments'
  | 'months'
  | 'byBand'
  | 'segment'
  | 'month'
  | 'band'
  | 'customers'
  | 'share'
  | 'ofOrders'
  | 'given'
  | 'partial'
  | 'method'
  | 'methodLine'
  | 'methodCause'

/** By key. */
export const DISCOUNT_WORDS: Readonly<Record<Word, Texts>> = {
  title: ['Discounts', 'Descontos', 'Descuentos', 'Remises'],
  about: [
    'Who buys only at a discount, how much of the spend is under one, by segment and month, and whom to test without.',
    'Quem só compra com desconto, quanto do gasto tem desconto, por segmento e mês, e com quem testar sem ele.',
    'Quién compra solo con descuento, cuánto del gasto lo lleva, por segmento y mes, y con quién probar sin él.',
    'Qui n’achète qu’en remise, quelle part des dépenses en porte une, par segment et par mois, et avec qui tester sans.',
  ],
  days: ['Days looked at', 'Dias considerados', 'Días considerados', 'Jours considérés'],
  none: [
    'Nobody bought in these {days}.',
    'Ninguém comprou nestes {days}.',
    'Nadie compró en estos {days}.',
    'Personne n’a acheté pendant ces {days}.',
  ],
  never: [
    'No purchase of these {days} carries a discount.',
    'Nenhuma compra destes {days} tem desconto.',
    'Ninguna compra de estos {days} lleva descuento.',
    'Aucun achat de ces {days} ne porte de remise.',
  ],
  base: [
    '{share} of the spend ({low} to {high}) is in purchases with a discount.',
    '{share} do gasto ({low} a {high}) está em compras com desconto.',
    'El {share} del gasto (de {low} a {high}) está en compras con descuento.',
    '{share} des dépenses ({low} à {high}) sont dans des achats avec remise.',
  ],
  baseMoney: [
    '{base} The discounts themselves come to {money}.',
    '{base} Os descontos em si somam {money}.',
    '{base} Los descuentos mismos suman {money}.',
    '{base} Les remises elles-mêmes font {money}.',
  ],
  only: [
    '{n} customers with {least} purchases or more bought only at a discount ({spend}); were all alike, chance would make {chance} of them. They wait for offers: send them clearances, not launches.',
    '{n} clientes com {least} compras ou mais só compraram com desconto ({spend}); se todos fossem iguais, o acaso faria {chance}. Esperam ofertas: envie-lhes liquidações, não lançamentos.',
    '{n} clientes con {least} compras o más compraron solo con descuento ({spend}); si todos fueran iguales, el azar daría {chance}. Esperan ofertas: envíeles liquidaciones, no lanzamientos.',
    '{n} clients avec {least} achats ou plus n’ont acheté qu’en remise ({spend}) ; si tous se ressemblaient, le hasard en ferait {chance}. Ils attendent les offres : envoyez-leur des fins de série, pas des nouveautés.',
  ],
  noOnly: [
    'No more customers buy only at a discount than chance would make: {n}, against {chance} expected.',
    'Não há mais clientes que só compram com desconto do que o acaso faria: {n}, contra {chance} esperados.',
    'No hay más clientes que compren solo con descuento de los que daría el azar: {n}, frente a {chance} esperados.',
    'Pas plus de clients n’achètent qu’en remise que le hasard n’en ferait : {n}, contre {chance} attendus.',
  ],
  full: [
    '{n} customers with {least} purchases or more never had a discount ({spend}): keep it so, offer them something else.',
    '{n} clientes com {least} compras ou mais nunca tiveram desconto ({spend}): mantenha assim, ofereça-lhes outra coisa.',
    '{n} clientes con {least} compras o más nunca tuvieron descuento ({spend}): manténgalo así, ofrézcales otra cosa.',
    '{n} clients avec {least} achats ou plus n’ont jamais eu de remise ({spend}) : continuez ainsi, offrez-leur autre chose.',
  ],
  test: [
    '{n} customers pay the full price in at least {mostly} of their purchases and a discount now and then ({given} in all). Whether they would have bought anyway these data cannot tell: leave the discount out for a random half and compare.',
    '{n} clientes pagam o preço cheio em pelo menos {mostly} das compras e um desconto de vez em quando ({given} ao todo). Se comprariam de qualquer modo, estes dados não dizem: retire o desconto de uma metade ao acaso e compare.',
    '{n} clientes pagan el precio completo en al menos el {mostly} de sus compras y un descuento de vez en cuando ({given} en total). Si habrían comprado igual, estos datos no lo dicen: quite el descuento a una mitad al azar y compare.',
    '{n} clients paient le plein tarif dans au moins {mostly} de leurs achats et une remise de temps à autre ({given} au total). Auraient-ils acheté de toute façon ? Ces données ne le disent pas : retirez la remise à une moitié tirée au sort et comparez.',
  ],
  most: [
    '{name}: {share} of their spend is at a discount ({low} to {high}), against {base} for everybody.',
    '{name}: {share} do gasto com desconto ({low} a {high}), contra {base} na base toda.',
    '{name}: el {share} de su gasto es con descuento (de {low} a {high}), frente al {base} de toda la base.',
    '{name} : {share} de leurs dépenses en remise ({low} à {high}), contre {base} pour tous.',
  ],
  bands: [
    'It goes with frequency: {a} under discount among those with {from} purchases, {b} among those with {to} ({low} to {high} apart). What causes what, this does not say.',
    'Acompanha a frequência: {a} com desconto entre quem fez {from} compras, {b} entre quem fez {to} (diferença de {low} a {high}). O que causa o quê, isto não diz.',
    'Va con la frecuencia: {a} con descuento entre quienes hicieron {from} compras, {b} entre quienes hicieron {to} (diferencia de {low} a {high}). Qué causa qué, esto no lo dice.',
    'Cela va avec la fréquence : {a} en remise chez ceux à {from} achats, {b} chez ceux à {to} (écart de {low} à {high}). Ce qui cause quoi, cela ne le dit pas.',
  ],
  noBands: [
    'How often somebody buys and how much of it is at a discount do not go together clearly.',
    'A frequência de compra e a parcela com desconto não andam claramente juntas.',
    'La frecuencia de compra y la parte con descuento no van claramente juntas.',
    'La fréquence d’achat et la part en remise ne vont pas clairement ensemble.',
  ],
  rising: [
    'The share of spend under discount is rising: {change} over the months ({low} to {high}).',
    'A parcela do gasto com desconto vem subindo: {change} ao longo dos meses ({low} a {high}).',
    'La parte del gasto con descuento sube: {change} a lo largo de los meses (de {low} a {high}).',
    'La part des dépenses en remise monte : {change} au fil des mois ({low} à {high}).',
  ],
  falling: [
    'The share of spend under discount is falling: {change} over the months ({low} to {high}).',
    'A parcela do gasto com desconto vem caindo: {change} ao longo dos meses ({low} a {high}).',
    'La parte del gasto con descuento baja: {change} a lo largo de los meses (de {low} a {high}).',
    'La part des dépenses en remise baisse : {change} au fil des mois ({low} à {high}).',
  ],
  segments: [
    'Spend under discount by segment',
    'Gasto com desconto por segmento',
    'Gasto con descuento por segmento',
    'Dépenses en remise par segment',
  ],
  months: [
    'Spend under discount by month',
    'Gasto com desconto por mês',
    'Gasto con descuento por mes',
    'Dépenses en remise par mois',
  ],
  byBand: [
    'Spend under discount by number of purchases',
    'Gasto com desconto por número de compras',
    'Gasto con descuento por número de compras',
    'Dépenses en remise selon le nombre d’achats',
  ],
  segment: ['Segment', 'Segmento', 'Segmento', 'Segment'],
  month: ['Month', 'Mês', 'Mes', 'Mois'],
  band: ['Purchases', 'Compras', 'Compras', 'Achats'],
  customers: ['Customers', 'Clientes', 'Clientes', 'Clients'],
  share: [
    'Share of spend under discount',
    'Parcela do gasto com desconto',
    'Parte del gasto con descuento',
    'Part des dépenses en remise',
  ],
  ofOrders: [
    'Share of purchases',
    'Parcela das compras',
    'Parte de las compras',
    'Part des achats',
  ],
  given: ['Discounts given', 'Descontos dados', 'Descuentos dados', 'Remises accordées'],
  partial: ['Not complete', 'Incompleto', 'Incompleto', 'Incomplet'],
  method: [
    'A purchase counts with its whole amount when it, or a line of it, carries a discount; last {days}. Shares are totals over totals with the interval of the ratio estimator (Cochran 1977), customers being independent.',
    'Uma compra conta com todo o seu valor quando ela, ou uma linha dela, tem desconto; últimos {days}. As parcelas são totais sobre totais com o intervalo do estimador de razão (Cochran 1977), com clientes independentes.',
    'Una compra cuenta con todo su importe cuando ella, o una de sus líneas, lleva descuento; últimos {days}. Las partes son totales sobre totales con el intervalo del estimador de razón (Cochran 1977), con clientes independientes.',
    'Un achat compte pour tout son montant dès qu’il porte une remise, ou l’une de ses lignes ; derniers {days}. Les parts sont des totaux sur des totaux avec l’intervalle de l’estimateur par ratio (Cochran 1977), les clients étant indépendants.',
  ],
  methodLine: [
    'Discounts are told line by line: only the discounted lines of a purchase count as spend under discount, and a purchase with one such line as one with a discount.',
    'Os descontos constam linha a linha: só as linhas com desconto contam como gasto com desconto, e uma compra com uma delas como compra com desconto.',
    'Los descuentos constan línea a línea: solo las líneas con descuento cuentan como gasto con descuento, y una compra con una de ellas como compra con descuento.',
    'Les remises sont connues ligne par ligne : seules les lignes remisées comptent comme dépenses en remise, et un achat avec l’une d’elles comme achat avec remise.',
  ],
  methodCause: [
    'Nothing here says what discounts cause: who gets one and who uses it was not left to chance.',
    'Nada aqui diz o que os descontos causam: quem os recebe e quem os usa não foi deixado ao acaso.',
    'Nada de esto dice qué causan los descuentos: quién los recibe y quién los usa no se dejó al azar.',
    'Rien ici ne dit ce que causent les remises : qui en reçoit et qui s’en sert n’a pas été tiré au sort.',
  ],
}
